"""Which rows and columns are others times the weights, as scorecards show them beside the ratings, and are no candidates or criteria."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from criteria.files.table.question import Choice
from criteria.files.table.table import Table
from criteria.files.table.values.lexicon import (
    MEAN_WORDS,
    RANK_WORDS,
    RAW_WORDS,
    SCORE_WORDS,
    SUM_WORDS,
    WEIGHTED_WORDS,
    folded,
)
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.translation import translate as _

_RELATIVE, _ROUNDING = 1e-6, 0.0051
_KINDS = WEIGHTED_WORDS | RAW_WORDS
_LEAST = 2  # cells that show a factor
_RESULTS = SUM_WORDS | MEAN_WORDS | SCORE_WORDS | RANK_WORDS
_TAKEN = ("candidate", "criterion")
LEFT = "left out"
# "/5", "(1-5)", "0-10" and "max. 20" behind a name say how far its numbers go.
_SCALE = re.compile(
    r"\s*[(\[]?\s*(?:/|sur|von|de|out of|max\.?)?\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s*[)\]]?\s*$", re.I
)
Places = Callable[[int], str]


def without_products(
    table: Table, said: dict[str, int], values: FloatArray, weights: FloatArray, work: Work
) -> Table:
    """Return the table without the rows and columns that are their neighbour times the weights; each is noted.

    values: (rows, columns), nan where no number stands.  weights: (columns,), nan where none is given.
    """
    open_rows = [i for i in range(len(table.labels)) if i not in said.values()]
    # A total is no rating: the sum of products is no product.
    plain = [j for j, name in enumerate(table.names) if folded(name) not in _RESULTS]
    rated = [i for i in open_rows if folded(table.labels[i]) not in _RESULTS]
    rows = _products(
        [(i, table.labels[i], table.over[i]) for i in open_rows],
        values[:, plain],
        weights[plain],
        work,
        table.row_place,
    )
    columns = _products(
        [(j, name, table.groups[j]) for j, name in enumerate(table.names)],
        values[rated].T,
        np.ones(len(rated)),
        work,
        table.column_place,
    )
    for i, of in rows.items():
        work.leave_out(
            table.row_place(i),
            table.labels[i],
            "result",
            _("it is '{name}' times the weights", name=shown(table.labels[of])),
        )
    for j, of in columns.items():
        work.leave_out(
            table.column_place(j),
            table.names[j],
            "result",
            _("it is '{name}' times its weight", name=shown(table.names[of])),
        )
    if rows or columns:
        work.added_up = _("the table weights it as a rating, of which more is better")
    _drop_raw(table.labels, table.over, rows)
    _drop_raw(table.names, table.groups, columns)
    return table.without(set(rows), set(columns))


def _products(
    lines: list[tuple[int, str, str]], values: FloatArray, weights: FloatArray, work: Work, places: Places
) -> dict[int, int]:
    """Return the lines that are the one before them times the weights, each with the one before; doubtful ones are asked.

    lines: (position, name, group).  weights: one for each cell of a line.
    """
    found: dict[int, int] = {}
    some = bool(np.isfinite(weights).any())
    for (a, first, group), (b, second, other) in pairwise(lines):
        answer = work.answer("role", second)
        if a in found or answer in _TAKEN:
            continue
        named = _last(second) in WEIGHTED_WORDS and group == other and _stem(first) == _stem(second)
        weighted, after = _split(second)
        ahead = weighted and after != "" and _split(first)[1] == after
        if not named and not ahead and not (group == other != "" and _last(first) in RAW_WORDS):
            # No name says so: only that many products of weights that differ is no chance.
            if some and _unlike(values[a], weights) and _times(values[a], values[b], weights):
                if answer == LEFT:
                    found[b] = a
                else:
                    _ask(places(b), second, first, work, said=False)
            continue
        if answer == LEFT or _times(values[a], values[b], weights):
            found[b] = a
        elif named or ahead:
            _ask(places(b), second, first, work)
    return found


def _unlike(line: FloatArray, weights: FloatArray) -> bool:
    """Whether a line has several numbers whose weights are not all alike."""
    rated = np.isfinite(weights) & np.isfinite(line) & (line != 0)
    return bool(rated.sum() > _LEAST) and len(np.unique(weights[rated])) > 1


def _split(name: str) -> tuple[bool, str]:
    """Return whether a name begins with a word for a product (gew. A, Weighted A), and what follows such a word or one for a rating."""
    first, _blank, rest = folded(name).partition(" ")
    first = first.strip(".:")
    return first in WEIGHTED_WORDS, rest.strip() if first in _KINDS else ""


def _ask(place: str, name: str, other: str, work: Work, *, said: bool = True) -> None:
    work.ask(
        "role",
        name,
        _(
            "What is {place} '{name}'? Its numbers are those of '{other}' times the weights. Say whether it is ranked as it stands or left out.",
            place=place,
            name=shown(name),
            other=shown(other),
        )
        if not said
        else _(
            "What is {place} '{name}'? By its name it is '{other}' times the weights, but its numbers are not. Say whether it is ranked as it stands or left out.",
            place=place,
            name=shown(name),
            other=shown(other),
        ),
        (Choice(LEFT, _("left out")), Choice(_TAKEN[0], _("ranked as it stands"))),
        suggestion=LEFT,
        why=_("its name is that of a weighted rating") if said else _("its numbers are products"),
    )


def _times(line: FloatArray, other: FloatArray, weights: FloatArray) -> bool:
    """Whether other = line * weights up to one factor, rounded to two decimals or better."""
    known = np.isfinite(line) & np.isfinite(other) & np.isfinite(weights)
    with np.errstate(over="ignore", invalid="ignore"):  # what is beyond all numbers is no product
        expected, given = line[known] * weights[known], other[known]
        told = expected != 0
        if known.sum() < _LEAST or not told.any() or np.any(given[~told]):
            return False
        expected, given = expected[told], given[told]
        factor = float(np.median(given / expected))
        if not 0 < factor < np.inf:  # a line of zeros follows from any other
            return False
        slack = _RELATIVE * np.abs(given) + np.where(given == np.round(given), 0.0, _ROUNDING)
        return bool(np.all(np.abs(given - expected * factor) <= slack))


def _drop_raw(names: list[str], groups: list[str], products: dict[int, int]) -> None:
    """Shorten the names of what is left: 'Vendor A score' beside 'Vendor A weighted' is Vendor A."""
    for of in products.values():
        short = _stem(names[of], as_written=True) or groups[of]
        if _last(names[of]) in RAW_WORDS and short and short not in names:
            names[of] = short
        elif (ahead := _split(names[of])[1]) and folded(ahead) not in map(folded, names):
            names[of] = names[of].split(maxsplit=1)[1]


def raw_name(name: str) -> bool:
    """Whether a name says that its numbers are the ratings themselves, as Score and Note /5 do."""
    return _last(name) == folded(_SCALE.sub("", name)) and _last(name) in RAW_WORDS


def _last(name: str) -> str:
    """Return the last word or words of a name that tell what its numbers are, without brackets and the scale that it names."""
    words = folded(_SCALE.sub("", name)).replace("(", " ").replace(")", " ").replace("-", " ").split()
    return next(
        (" ".join(words[-n:]) for n in (3, 2, 1) if len(words) >= n and " ".join(words[-n:]) in _KINDS),
        "",
    )


def _stem(name: str, *, as_written: bool = False) -> str:
    last, name = _last(name), _SCALE.sub("", name)
    text = " ".join((name.replace("_", " ") if as_written else folded(name)).split())
    for _word in last.split():
        text = text.rstrip(" )-–—:/").rpartition(" ")[0]
    return text.strip(" (-–—:/")
