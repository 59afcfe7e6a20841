"""Rows that may say something about the criteria: settled by their numbers where these decide, otherwise asked."""

from __future__ import annotations

import numpy as np

from criteria.files.table.question import Choice
from criteria.files.table.roles.result_rows import CANDIDATE, LEFT
from criteria.files.table.roles.result_words import kind_by_heading
from criteria.files.table.table import Table
from criteria.files.table.values.about import about_label
from criteria.files.table.values.lexicon import PRIORITY_LABELS, folded
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.model.text import capitalized
from criteria.translation import translate as _

_PREFERENCE = ("preference", "präferenz", "préférence", "preferencia")
_WHOLE = 0.011  # how far weights that make a whole may be from 1 or 100, relative
_EXACT = 1e-6  # the same where nothing but the sum speaks for weights
_THRESHOLDS = frozenset(("indifference", "preference", "veto"))
_THRESHOLD_WORDS = ("threshold", "schwelle", "seuil", "umbral", "閾値")


def doubtful_rows(table: Table, said: dict[str, int], values: FloatArray, work: Work) -> None:
    """Settle rows whose label speaks of the criteria in more than one way, by their numbers where these decide; otherwise ask.

    'Preference' with words says directions; with numbers it is a threshold beside an indifference, weights where they make a whole.
    """
    _lone_threshold(table, said, values, work)
    for i, label in enumerate(table.labels):
        kind = about_label(label)
        if i in said.values() or work.answer("role", label):
            continue
        if not kind and _may_be_weights(table, said, i, values):
            _ask_weights(table, i, values, work)
            continue
        if kind not in ("direction", "weight"):
            continue
        total = float(np.nansum(values[i]))
        whole = any(abs(total - one) <= _WHOLE * one for one in (1, 100)) and np.nanmin(values[i]) >= 0
        place, name = table.row_place(i), shown(label)
        if not np.isfinite(values[i]).any():
            continue
        if kind == "weight":
            _second_weights(table, said["weight"], i, values, work)
        elif folded(label).startswith(_PREFERENCE) and {"indifference", "veto"} & said.keys():
            said["preference"] = i
        elif folded(label).startswith(_PREFERENCE) and whole and "weight" not in said:
            said["weight"] = i
            work.notes.append(
                _(
                    "{place} '{name}' is read as the weights: its numbers add up to {total:g}.",
                    place=capitalized(place),
                    name=name,
                    total=total,
                )
            )
        else:
            work.ask(
                "role",
                label,
                _(
                    "What is {place} '{name}'? Its name speaks of the criteria, but its numbers say no directions.",
                    place=place,
                    name=name,
                ),
                (
                    Choice(LEFT, _("left out")),
                    Choice(CANDIDATE, _("a candidate")),
                    Choice("weight", _("the weights")),
                    Choice("preference", _("thresholds of preference")),
                ),
            )


def _second_weights(table: Table, first: int, i: int, values: FloatArray, work: Work) -> None:
    """Leave out a second row of weights that says the same; ask which one counts where it does not."""
    known = np.isfinite(values[i]) & np.isfinite(values[first])
    mine, other = values[i][known], values[first][known]
    if (
        known.any()
        and other.sum() > 0
        and mine.sum() > 0
        and np.allclose(mine / mine.sum(), other / other.sum(), atol=0.005)
    ):
        work.leave_out(
            table.row_place(i),
            table.labels[i],
            "weight",
            _("it says the same as the weights in {place}", place=table.row_place(first)),
        )
        return
    work.ask(
        "role",
        table.labels[i],
        _(
            "Two rows hold weights: {first} '{one}' counts. Is {second} '{other}' left out?",
            first=table.row_place(first),
            one=shown(table.labels[first]),
            second=table.row_place(i),
            other=shown(table.labels[i]),
        ),
        (Choice(LEFT, _("left out")), Choice(CANDIDATE, _("a candidate"))),
        suggestion=LEFT,
        why=_("one row of weights is read"),
    )


def _may_be_weights(table: Table, said: dict[str, int], i: int, values: FloatArray) -> bool:
    """Whether a row without a known name may be the weights: it is called Priority, or begins or ends a table whose other rows do not add
    up to 1 or 100 as it does.
    """
    known = np.isfinite(values[i])
    # What follows from the criteria has no weight of its own.
    if "weight" in said or any(not kind_by_heading(table.names[j]) for j in np.flatnonzero(~known)):
        return False
    line = values[i][known]
    if folded(table.labels[i]) in PRIORITY_LABELS:
        return True
    if len(line) < 3 or line.min() < 0 or not (_whole(float(line.sum())) or _totalled(line)):
        return False
    taken = set(said.values())
    above, below = range(i), range(len(table.labels) - 1, i, -1)
    if all(any(k not in taken for k in side) for side in (above, below)):
        return False  # neither the first nor the last
    others = [k for side in (above, below) for k in side if k not in taken]
    sums = np.nansum(values[others][:, known], axis=1).tolist()
    return len(others) >= 2 and not any(map(_whole, sums))


def _totalled(line: FloatArray) -> bool:
    """Whether numbers make a whole, which stands behind them as their total."""
    return (
        len(line) > 3
        and _whole(float(line[-1]))
        and bool(abs(line[:-1].sum() - line[-1]) <= _EXACT * line[-1])
    )


def _whole(total: float) -> bool:
    """Whether numbers make a whole, so exactly that it is no chance."""
    return any(abs(total - one) <= _EXACT * one for one in (1, 100))


def _lone_threshold(table: Table, said: dict[str, int], values: FloatArray, work: Work) -> None:
    """Ask what a row called Veto is where it is the only threshold, for it may be a candidate of that name.

    A threshold is a difference, seldom larger than all there are: it is taken as one where it is not, and the table says more about its criteria.
    """
    kinds = said.keys() & _THRESHOLDS
    if len(kinds) != 1:
        return
    kind = next(iter(kinds))
    i = said[kind]
    if work.answer("role", table.labels[i]) or any(w in folded(table.labels[i]) for w in _THRESHOLD_WORDS):
        return
    others = np.delete(values, list(said.values()), axis=0)
    known = np.isfinite(values[i]) & (np.isfinite(others).sum(axis=0) > 1)
    spread = np.nanmax(others[:, known], axis=0) - np.nanmin(others[:, known], axis=0) if len(others) else 0.0
    small = bool(known.any()) and bool(np.all((values[i][known] >= 0) & (values[i][known] <= spread)))
    if small and len(said) > 1:
        return
    del said[kind]
    work.ask(
        "role",
        table.labels[i],
        _(
            "What is {place} '{name}'? It may be a candidate of that name, or thresholds of outranking methods.",
            place=table.row_place(i),
            name=shown(table.labels[i]),
        ),
        (
            Choice(kind, _("thresholds")),
            Choice(CANDIDATE, _("a candidate")),
            Choice(LEFT, _("left out")),
        ),
        suggestion=kind if small else CANDIDATE,
        why=_("its numbers are as small as differences between the others")
        if small
        else _("its numbers are larger than the differences between the others"),
    )


def _ask_weights(table: Table, i: int, values: FloatArray, work: Work) -> None:
    label = table.labels[i]
    priority = folded(label) in PRIORITY_LABELS
    why = (
        _("its name speaks of the criteria, and 1 may be the highest priority or the lowest")
        if priority
        else _(
            "its numbers add up to {total:g}, as weights do",
            total=float(values[i][-1] if _totalled(values[i]) else np.nansum(values[i])),
        )
    )
    work.ask(
        "role",
        label,
        _(
            "What is {place} '{name}'? {why}.",
            place=table.row_place(i),
            name=shown(label),
            why=capitalized(why),
        ),
        (
            Choice("weight", _("the weights")),
            Choice(LEFT, _("left out")),
            Choice(CANDIDATE, _("a candidate")),
        ),
        suggestion="" if priority else "weight",
        why="" if priority else why,
    )
