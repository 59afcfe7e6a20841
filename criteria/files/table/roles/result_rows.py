"""Which rows follow from the others: totals, averages, best possible; told by name and arithmetic."""

from __future__ import annotations

import numpy as np

from criteria.files.table.question import Choice
from criteria.files.table.roles.arithmetic import WIDEST_SLACK, follows, is_extreme, slack_of
from criteria.files.table.roles.subtotals import subtotals
from criteria.files.table.table import Table
from criteria.files.table.values.lexicon import (
    HIGHEST_WORDS,
    LOWEST_WORDS,
    MEAN_WORDS,
    RANK_WORDS,
    SCORE_WORDS,
    SPREAD_WORDS,
    SUM_WORDS,
    folded,
)
from criteria.files.table.work import Work, shown
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.text import capitalized
from criteria.translation import translate as _

CANDIDATE, LEFT = "candidate", "left out"
_IDEAL = frozenset(folded(w) for w in ("ideal", "ideal solution", "positive ideal", "anti-ideal", "negative ideal", "nadir", "ideal best", "ideal worst", "a+", "a-", "v+", "v-", "s+", "s-", "pis", "nis", "target", "targets", "benchmark", "threshold", "thresholds", "required", "requirement", "minimum requirement", "soll", "zielwert", "cible", "目標値"))  # fmt: skip

_MIDDLE = frozenset(folded(w) for w in ("median", "médiane", "mediana", "中央値"))


def result_rows(table: Table, candidates: list[int], values: FloatArray, work: Work) -> set[int]:
    """Return the rows that follow from the candidates' rows (totals, averages, best possible), noted or asked."""
    out: set[int] = set()
    above: list[int] = []
    named = {i: _first_and_last(table.labels[i]) for i in candidates}
    telling = (
        SUM_WORDS
        | MEAN_WORDS
        | HIGHEST_WORDS
        | LOWEST_WORDS
        | SPREAD_WORDS
        | _IDEAL
        | RANK_WORDS
        | SCORE_WORDS
    )
    sections = subtotals(
        [values[i] for i in candidates],
        [table.labels[i] for i in candidates],
        lambda k: slack_of(table.cells[candidates[k]]),
    )
    parts = {candidates[k]: named_so for k, named_so in sections.items()}
    plain = [i for i in candidates if not named[i] & telling and i not in parts]
    # Sums run along, so that ten thousand candidates are not added up ten thousand times.
    total = np.zeros(values.shape[1])
    known = np.isfinite(values)
    filled = np.where(known, values, 0.0)
    for i in candidates:
        label, words = folded(table.labels[i]), named[i]
        if work.answer("role", label) == CANDIDATE:
            above.append(i)
            total = _added(total, filled[i])
            continue
        reason = ""
        if words & telling or not label:
            others = values[[k for k in (above if len(above) > 1 else plain) if k != i]]
            reason = _followed(table, i, label, words, values, [k for k in plain if k != i], others)
        elif (
            len(above) >= 3
            and _may_be_total(values[i], known[i], total)
            and _is_total(values[i], total, slack_of(table.cells[i]))
        ):
            _ask_role(work, table, i, _("it is the sum of the rows above"))
        elif i in parts and not parts[i]:
            _ask_role(work, table, i, _("it is the sum of the lines below it"))
        if not reason and parts.get(i):
            reason = _("it is the sum of its section")
        if reason:
            out.add(i)
            work.leave_out(table.row_place(i), table.labels[i], "result", reason)
        elif (
            label in (SUM_WORDS | MEAN_WORDS | SPREAD_WORDS | _IDEAL | RANK_WORDS | SCORE_WORDS)
            and len(plain) > 1
        ):
            why = _("its name is not that of a candidate, but its numbers do not follow from the other rows")
            possible = _possible(label, values[i], values[[k for k in plain if k != i]])
            _ask_role(work, table, i, why, suggestion=LEFT if possible else CANDIDATE)
        else:
            above.append(i)
            total = _added(total, filled[i])
    return out


def _may_be_total(line: FloatArray, known: BoolArray, total: FloatArray) -> bool:
    """Whether the first number of a line is the running total's, however much it was rounded: most rows show there that they are no total."""
    first = int(known.argmax())
    return bool(known[first]) and _near(float(line[first]), float(total[first]), WIDEST_SLACK)


def _near(number: float, wanted: float, slack: float) -> bool:
    return abs(number - wanted) <= slack + 1e-6 * abs(wanted) + 1e-12


def _is_total(line: FloatArray, total: FloatArray, slack: float) -> bool:
    """Whether a line is the running total in every column where it has a number, in two at least."""
    known = np.isfinite(line)
    return (
        known.sum() > 1
        and bool(np.isfinite(total[known]).all())
        and bool(np.all(np.abs(line - total)[known] <= slack + 1e-6 * np.abs(total[known]) + 1e-12))
    )


def _first_and_last(label: str) -> set[str]:
    word = folded(label)
    parts = word.replace("(", " ").replace(")", " ").split()
    return {word, *parts[:1], *parts[-1:], " ".join(parts[:2])}


def _followed(
    table: Table,
    i: int,
    label: str,
    words: set[str],
    values: FloatArray,
    plain: list[int],
    others: FloatArray,
) -> str:
    """Return how a row with a telling name, or none, follows from the others; the empty text where its numbers disagree."""
    slack = slack_of(table.cells[i])
    how = follows(values[i], others, slack) or follows(values[i], values[plain], slack)
    if how == "sum" and (words & SUM_WORDS or not label or words & SCORE_WORDS):
        return _("it is the sum of the other rows")
    # "Total" may head an average; a company called Total Mobility that happens to lie in the middle is none.
    if how == "mean" and (words & MEAN_WORDS or label in SUM_WORDS or not label):
        return _("it is the average of the other rows")
    if not label or not len(plain):
        return ""
    if words & HIGHEST_WORDS and is_extreme(values[i], values[plain], highest=True):
        return _("it holds the highest value of each column")
    if words & LOWEST_WORDS and is_extreme(values[i], values[plain], highest=False):
        return _("it holds the lowest value of each column")
    if words & _IDEAL and _is_ideal(values[i], values[plain]):
        return _("it holds the best or worst value of each column")
    if words & SPREAD_WORDS and len(plain) > 1 and _spread(values[i], values[plain], slack):
        return _("it is worked out from the other rows")
    return ""


def _possible(label: str, line: FloatArray, others: FloatArray) -> bool:
    """Whether a row may be the result it is called, perhaps of other numbers than the sheet shows now.

    A sum is beyond all others in half of its columns at least, an average or median between them in all; of other results nothing is known.
    """
    known = np.isfinite(line) & np.isfinite(others).any(axis=0)
    if not known.any():
        return True
    low, high = np.nanmin(others[:, known], axis=0), np.nanmax(others[:, known], axis=0)
    if label in SUM_WORDS:
        return bool(2 * np.sum((line[known] > high) | (line[known] < np.minimum(low, 0))) >= known.sum())
    if label in MEAN_WORDS or label in _MIDDLE:
        return bool(np.all((low <= line[known]) & (line[known] <= high)))
    return True


def _is_ideal(line: FloatArray, others: FloatArray) -> bool:
    """Whether a line holds an end of each column, of others that are not all alike."""
    known = np.isfinite(line) & np.isfinite(others).any(axis=0)
    if known.sum() < 1 or len(others) < 2:
        return False
    low, high = np.nanmin(others[:, known], axis=0), np.nanmax(others[:, known], axis=0)
    return bool(np.all(np.isclose(line[known], low) | np.isclose(line[known], high)))


def _spread(line: FloatArray, others: FloatArray, slack: float) -> bool:
    known = np.isfinite(line) & (np.isfinite(others).sum(axis=0) > 1)
    if not known.any():
        return False
    given = others[:, known]
    for wanted in (
        np.nanmedian(given, axis=0),
        np.nanstd(given, axis=0, ddof=1),
        np.nanstd(given, axis=0),
        np.nanvar(given, axis=0, ddof=1),
        np.isfinite(given).sum(axis=0),
    ):
        if np.all(np.abs(line[known] - wanted) <= slack + 1e-6 * np.abs(wanted)):
            return True
    return False


def _ask_role(work: Work, table: Table, i: int, why: str, suggestion: str = LEFT) -> None:
    label = table.labels[i]
    told = why if suggestion == LEFT else _("its numbers cannot be what its name says")
    work.ask(
        "role",
        label,
        _(
            "What is {place} '{name}'? {why}. Say whether it is a candidate or left out.",
            place=table.row_place(i),
            name=shown(label),
            why=capitalized(why),
        ),
        (Choice(CANDIDATE, _("a candidate")), Choice(LEFT, _("left out"))),
        suggestion=suggestion,
        why=told,
    )


def _added(total: FloatArray, row: FloatArray) -> FloatArray:
    """Return the sum so far with one more row, 0 where it has no number; beyond the largest it is infinite, and no row equals it."""
    with np.errstate(over="ignore"):
        found: FloatArray = total + row
    return found
