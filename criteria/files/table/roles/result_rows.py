"""Which rows follow from the others: totals, averages, best possible; told by name and arithmetic."""

from __future__ import annotations

import numpy as np

from criteria.files.table.question import Choice
from criteria.files.table.roles.arithmetic import WIDEST_SLACK, Sums, follows_from, slack_of
from criteria.files.table.roles.plain_rows import PlainRows
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
_IDEAL = frozenset(folded(w) for w in ("ideal", "ideal solution", "positive ideal", "anti-ideal", "negative ideal", "nadir", "ideal best", "ideal worst", "a+", "a-", "v+", "v-", "s+", "s-", "pis", "nis", "target", "targets", "benchmark", "threshold", "thresholds", "required", "requirement", "minimum requirement", "soll", "zielwert", "cible", "目標値", "requirements", "min required", "min. required", "minimum required", "required minimum", "max allowed", "max. allowed", "maximum allowed", "minimum acceptable", "acceptable minimum", "limit", "limits", "limit value", "target value", "sollwert", "mindestwert", "mindestanforderung", "mindestanforderungen", "anforderung", "grenzwert", "grenzwerte", "höchstwert zulässig", "vorgabe", "seuil", "seuil minimum", "minimum requis", "maximum admis", "valeur cible", "exigence", "mínimo requerido", "mínimo exigido", "máximo permitido", "objetivo mínimo", "requisito", "基準値", "最低基準", "要求値", "必要値", "目標"))  # fmt: skip


def result_rows(table: Table, candidates: list[int], values: FloatArray, work: Work) -> set[int]:
    """Return the rows that follow from the candidates' rows (totals, averages, best possible), noted or asked."""
    out: set[int] = set()
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
    plain = PlainRows(values, [i for i in candidates if not named[i] & telling and i not in parts])
    # Sums run along, so that ten thousand candidates are not added up ten thousand times.
    known = np.isfinite(values)
    filled = np.where(known, values, 0.0)
    total, counts, lines = np.zeros(values.shape[1]), np.zeros(values.shape[1], dtype=np.int64), 0
    for i in candidates:
        label, words = folded(table.labels[i]), named[i]
        if work.answer("role", label) == CANDIDATE:
            total, counts, lines = _added(total, filled[i]), counts + known[i], lines + 1
            continue
        reason = ""
        if words & telling or not label:
            above = Sums(total, counts, lines)
            reason = _followed(table, i, label, words, values[i], plain, above)
        elif (
            lines >= 3
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
            _ask_role(work, table, i, why, suggestion=LEFT if plain.may_be(label, values[i]) else CANDIDATE)
        else:
            total, counts, lines = _added(total, filled[i]), counts + known[i], lines + 1
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
    line: FloatArray,
    plain: PlainRows,
    above: Sums,
) -> str:
    """Return how a row with a telling name, or none, follows from the others; the empty text where its numbers disagree."""
    slack = slack_of(table.cells[i])
    beside = plain.sums_beside(i)
    how = (follows_from(line, above, slack) if above.lines > 1 else "") or follows_from(line, beside, slack)
    if how == "sum" and (words & SUM_WORDS or not label or words & SCORE_WORDS):
        return _("it is the sum of the other rows")
    # "Total" may head an average; a company called Total Mobility that happens to lie in the middle is none.
    if how == "mean" and (words & MEAN_WORDS or label in SUM_WORDS or not label):
        return _("it is the average of the other rows")
    if not label or not len(plain):
        return ""
    if words & HIGHEST_WORDS and plain.is_highest(line):
        return _("it holds the highest value of each column")
    if words & LOWEST_WORDS and plain.is_lowest(line):
        return _("it holds the lowest value of each column")
    if words & _IDEAL and plain.is_ideal(line):
        return _("it holds the best or worst value of each column")
    if words & SPREAD_WORDS and len(plain) > 1 and plain.is_worked_out(line, slack):
        return _("it is worked out from the other rows")
    return ""


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
