"""Small blocks of HTML: the verdict, headings, notes. Everything that is not our own wording is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from criteria.charts.colour_keys import KeyEntry
from criteria.charts.palette import variables
from criteria.charts.parts import Part
from criteria.explain.numbers import percent, plain
from criteria.explain.verdict import Verdict
from criteria.model.evidence import Performance
from criteria.translation import translate as _
from criteria.ui.markup import NOTHING, Markup, joined, lines, markup, style_sheet

_STYLE = "\n".join(
    (Path(__file__).parents[2] / name).read_text(encoding="utf-8") for name in ("style.css", "print.css")
)


def style() -> None:
    """Put the style sheet of the blocks on the page."""
    st.html(style_sheet(variables() + _STYLE))


def brand(title: str, page: str = "") -> None:
    """Draw the product's name with the problem's title.  page: the name of a page that has no other main heading, for screen readers."""
    hidden = markup('<h1 class="c-hidden">{page}: {title}</h1>', page=page, title=title) if page else NOTHING
    st.html(
        markup(
            '{hidden}<div class="c-brand"><b>Criteria</b><span>{title}</span></div><p class="c-unfinished">{unfinished}</p>',
            unfinished=_(
                "Printed while the page was still computing: what was not there yet is missing. Print again when it has finished."
            ),
            hidden=hidden,
            title=title,
        )
    )


def verdict_card(verdict: Verdict, query: str, tiles: Markup = NOTHING, line: str = "") -> Markup:
    """Return the headline with its caution and sentences; it carries the scenario for those who copy a link.

    tiles: what says the sentences at a glance. They are then there for screen readers and copies alone, but for the caveats.
    line: what stands on the line under them, behind the caveats.
    """
    careful = bool(verdict.caution) and verdict.careful
    kind = "" if not verdict.tested else "warn" if careful else "good"
    under = " ".join(filter(None, (*(verdict.caveats if tiles else ()), line)))
    return markup(
        '<div class="c-verdict{tone}" data-query="{query}"><h1>{headline}{pill}</h1><p{hidden}>{sentences}</p>{tiles}{line}</div>',
        tone=" untested" if not verdict.tested else " careful" if careful else "",
        query=query,
        headline=verdict.headline,
        pill=markup(" {pill}", pill=pill(verdict.caution, kind, verdict.explained))
        if verdict.caution
        else "",
        hidden=markup(' class="c-hidden"') if tiles else "",
        sentences=" ".join(verdict.sentences),
        tiles=tiles,
        line=one_line(under) if under else "",
    )


def one_line(said: str) -> Markup:
    """Return a sentence on one line; where it is longer, it opens above what follows when it is pointed at or focused."""
    return markup('<div class="c-line" tabindex="0"><span>{said}</span></div>', said=said)


def heading(title: str, sentence: str = "", parts: Sequence[Part] = ()) -> Markup:
    """Return a question as a heading, its answer under it, and a legend of what the colours stand for."""
    return markup(
        '<div class="c-head"><h2>{title}</h2>{below}<div class="c-legend">{legend}</div></div>',
        title=title,
        below=markup("<p>{sentence}</p>", sentence=sentence) if sentence else "",
        legend=joined(
            markup(
                '<span><i style="background:{colour}"></i>{name}</span>',
                colour=part.colour,
                name=part.label,
            )
            for part in parts
        ),
    )


def colour_key(entries: Sequence[KeyEntry]) -> Markup:
    """Return what the colours of a chart stand for, or nothing."""
    if not entries:
        return NOTHING
    return markup(
        '<div class="c-legend c-key">{entries}</div>',
        entries=joined(
            markup(
                '<span><i class="{kind}" style="background:{colour}"></i>{label}</span>',
                kind="line" if entry.line else "",
                colour=entry.colour,
                label=entry.label,
            )
            for entry in entries
        ),
    )


def notes(told: Sequence[str], title: str) -> Markup:
    """Return what the reader of a link should know."""
    listed = joined(markup("<li>{line}</li>", line=line) for line in told)
    return markup(
        '<div class="c-note" role="status">{title}<ul>{listed}</ul></div>', title=title, listed=listed
    )


def error(sentence: str) -> Markup:
    """Return what is wrong and what to do about it."""
    return markup(
        '<div class="c-error" role="alert"><h1>{title}</h1>{sentence}</div>',
        title=_("No ranking for these choices"),
        sentence=sentence,
    )


def refused(title: str, sentences: Sequence[str]) -> Markup:
    """Return what is wrong with something handed over, a line for each finding."""
    listed = joined(markup("<div>{sentence}</div>", sentence=sentence) for sentence in sentences)
    return markup(
        '<div class="c-error" role="alert"><b>{title}</b>{listed}</div>', title=title, listed=listed
    )


def caption(line: str) -> Markup:
    """Return a quiet line, or nothing for an empty one."""
    return markup('<div class="c-caption">{line}</div>', line=line) if line else NOTHING


def foot(told: Sequence[str]) -> None:
    """Draw the notes on the data under the page."""
    if told:
        st.html(markup('<div class="c-foot">{lines}</div>', lines=lines(told)))


def pill(word: str, kind: str = "", explained: str = "") -> Markup:
    """Return a word on a coloured ground; kind is fail, warn, good, info or nothing.  explained: what it means, told when it is pointed at."""
    title = markup(' title="{explained}"', explained=explained) if explained else NOTHING
    return markup('<span class="c-pill {kind}"{title}>{word}</span>', kind=kind, title=title, word=word)


def share_mark(share: float, said: str = "") -> Markup:
    """Return a share as per cent, or as it is said, with a bar behind it."""
    return markup(
        '<span class="c-share" style="--share:{share:.3f}">{said}</span>',
        share=share,
        said=said or percent(share),
    )


def with_small(name: str, below: str, kind: str = "") -> Markup:
    """Return a name with something small under it, which may be nothing."""
    if not below:
        return markup("{name}", name=name)
    return markup('{name}<small class="{kind}">{below}</small>', name=name, kind=kind, below=below)


def points(*told: tuple[str, str]) -> str:
    """Return points in Markdown, each a word and what is said of it; for texts of our own, never for those of strangers."""
    return "\n".join(f"- **{name}** {said}" for name, said in told)


def listed(told: Sequence[object], kind: str = "") -> Markup:
    """Return a list, a line for each thing told."""
    lined = joined(markup("<div>{line}</div>", line=line) for line in told)
    return markup('<div class="{kind}">{lined}</div>', kind=f"c-list {kind}".rstrip(), lined=lined)


def with_range(cell: Performance) -> str:
    """Return a performance in words: the likely value, its range where it has one, or unknown."""
    if cell.likely is None or cell.low is None or cell.high is None:
        return _("unknown")
    if not cell.ranged:
        return plain(cell.likely)
    return f"{plain(cell.likely)} ({range_text(cell)})"


def range_text(cell: Performance) -> str:
    """Return the range of a performance, "4–8.5"; the empty text where it has none."""
    if cell.low is None or cell.high is None or not cell.ranged:
        return ""
    return f"{plain(cell.low)}–{plain(cell.high)}"
