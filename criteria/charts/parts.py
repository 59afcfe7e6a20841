"""The parts in which a score is drawn: its criteria groups, and where there are more than colours the seven that matter most plus the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.charts.palette import GROUP_COLOURS
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.translation import translate as _

FIRST = 20  # candidates, as many as have a bar at first
NAMED = len(GROUP_COLOURS) - 1  # beyond as many groups as colours, so many are drawn alone


@dataclass(frozen=True, slots=True)
class Part:
    """What one colour stands for.  members: positions of its groups among those of the evaluation."""

    label: str
    colour: str
    members: tuple[int, ...]


def parts_of(evaluation: Evaluation) -> tuple[Part, ...]:
    """Return the parts in the order of the tree, the others last; none where the score cannot be divided.

    A group matters by how far apart it puts the first twenty and the last of the ranked candidates; where it does so for none of them, by
    its place in the tree.
    """
    split = evaluation.split.of(drawn_first(evaluation))
    if split is None:
        return ()
    labels = [group.label for group in evaluation.groups]
    if len(labels) <= len(GROUP_COLOURS):
        return tuple(Part(label, GROUP_COLOURS[g], (g,)) for g, label in enumerate(labels))
    order = np.argsort(-np.ptp(split.parts, axis=0).round(12), kind="stable")
    named = sorted(int(g) for g in order[:NAMED])
    others = tuple(g for g in range(len(labels)) if g not in named)
    return (
        *(Part(labels[g], GROUP_COLOURS[place], (g,)) for place, g in enumerate(named)),
        Part(_("Others ({count})", count=len(others)), GROUP_COLOURS[-1], others),
    )


def drawn_first(evaluation: Evaluation) -> tuple[int, ...]:
    """Return the positions of the first candidates and the last: those that bars are drawn of, and the one that they may begin at."""
    return (*evaluation.order[:FIRST], *evaluation.order[FIRST:][-1:])


def amounts_of(
    evaluation: Evaluation, parts: tuple[Part, ...], rows: Sequence[int] | None = None
) -> FloatArray:
    """Return what each part adds to the score of the candidates at these positions, (rows, parts); None for all ranked."""
    chosen = range(len(evaluation.ranked)) if rows is None else rows
    split = evaluation.split.of(chosen) if parts else None
    if split is None:
        return np.zeros((len(chosen), 0))
    return np.column_stack([split.parts[:, list(part.members)].sum(axis=1) for part in parts])
