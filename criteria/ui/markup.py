"""The one place that makes HTML: templates are literals, and whatever is filled in is escaped unless it is markup itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup as Markup  # for those who name the type of what they return
from markupsafe import escape

NOTHING = Markup("")
_SPECIAL = re.compile("[&<>'\"]").search  # what escaping changes
_AS_THEY_ARE = frozenset((Markup, float, int))
_marked = partial(
    str.__new__, Markup
)  # of a text that is markup already: `Markup` first looks whether it has some of its own


def markup(template: str, /, **values: Any) -> Markup:
    """Return a template with its {names} filled in; what is not markup already is shown letter by letter.

    The template is a literal of this program: a test refuses anything else, and tags anywhere but in such a literal. Numbers are handed
    over as they are, so that a template can say how many decimals they get.
    """
    for name, value in values.items():
        kind = type(value)
        if kind is str:
            if _SPECIAL(value):  # most texts have nothing to escape; to look costs a third of escaping them
                values[name] = escape(value)
        elif kind not in _AS_THEY_ARE:
            values[name] = escape(value)
    return _marked(template.format_map(values))


def joined(parts: Iterable[object]) -> Markup:
    """Return the parts one after the other, escaped where they are not markup."""
    return _marked("".join([part if type(part) is Markup else escape(part) for part in parts]))


def style_sheet(css: str) -> Markup:
    """Return a style sheet of this program as an element of the page."""
    return Markup("<style>") + Markup(css) + Markup("</style>")


def lines(parts: Iterable[object]) -> Markup:
    """Return the parts under each other."""
    return Markup("<br>").join(map(escape, parts))


def cell(content: object, kind: str = "", *, style: str = "", title: str = "", head: str = "") -> Markup:
    """Return a cell of a table. kind: its class, `n` for numbers.  head: `col` or `row` for one that heads a column or a row."""
    if not (head or style or title):
        if not kind:
            return markup("<td>{content}</td>", content=content)
        return markup('<td class="{kind}">{content}</td>', kind=kind, content=content)
    about = _attributes(scope=head, **{"class": kind}, style=style, title=title)
    if head:
        return markup("<th{about}>{content}</th>", about=about, content=content)
    return markup("<td{about}>{content}</td>", about=about, content=content)


def _attributes(**values: str) -> Markup:
    """Return the attributes of an element that are not empty."""
    return joined(
        markup(' {name}="{value}"', name=name, value=value) for name, value in values.items() if value
    )


def spanning_head(content: object, columns: int, kind: str = "") -> Markup:
    """Return a cell that heads several columns."""
    return markup(
        '<th scope="colgroup" colspan="{columns}" class="{kind}">{content}</th>',
        columns=columns,
        kind=kind,
        content=content,
    )


def upright(name: object) -> Markup:
    """Return the name of a narrow column, to be read from below."""
    return markup('<span class="c-upright">{name}</span>', name=name)


def wrapped(words: object) -> Markup:
    """Return words that may go over several lines in a column of numbers."""
    return markup('<span class="c-wrapped">{words}</span>', words=words)


def heat_cell(content: object, heat: float, colour: str = "", *, title: str = "", kind: str = "") -> Markup:
    """Return a cell on ground of its group's colour. heat: how dark, in per cent.  colour: of the group, where the row does not say it.

    kind: further classes of the cell.
    """
    style = f"--group:{colour};--heat:{heat:.0f}" if colour else f"--heat:{heat:.0f}"
    kind = f"heat {kind}".rstrip()
    if title:
        return cell(content, kind, style=style, title=title)
    return markup(
        '<td class="{kind}" style="{style}">{content}</td>', kind=kind, style=style, content=content
    )


def moved_places(change: int) -> Markup:
    """Return by how many places something moved up (positive) or down, an equals sign where it did not."""
    if change == 0:
        return markup("=")
    kind, sign = ("c-up", "▲") if change > 0 else ("c-down", "▼")
    return markup('<span class="{kind}">{sign} {places}</span>', kind=kind, sign=sign, places=abs(change))


def row(cells: Iterable[Markup], kind: str = "", *, style: str = "") -> Markup:
    """Return a row of a table."""
    about = _attributes(**{"class": kind}, style=style)
    return markup("<tr{about}>{cells}</tr>", about=about, cells=joined(cells))


def table(
    heads: Sequence[tuple[object, str]], rows: Iterable[Markup], kind: str = "", *, above: Markup = NOTHING
) -> Markup:
    """Return a table that scrolls where it is wider than its place.

    heads: the name of each column with the class of its cell.  rows: as `row` makes them.  kind: a class of the table.
    above: a row of heads over the others.
    """
    return markup(
        '<div class="c-scroll" tabindex="0"><table class="{kind}"><thead>{above}<tr>{heads}</tr></thead>'
        "<tbody>{rows}</tbody></table></div>",
        kind=f"c-table {kind}".rstrip(),
        above=above,
        heads=joined(cell(name, of, head="col") for name, of in heads),
        rows=joined(rows),
    )


def plain_table(heads: Sequence[tuple[object, str]], rows: Iterable[Sequence[object]]) -> Markup:
    """Return a table in which each cell has the class of its column."""
    kinds = [kind for _name, kind in heads]
    return table(
        heads, (row(cell(one, kind) for one, kind in zip(cells, kinds, strict=True)) for cells in rows)
    )
