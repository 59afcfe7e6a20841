"""The plane of TOPSIS: average across, unevenness up, lines of equal closeness; it follows the sliders while it is unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from criteria.explain.even_or_uneven import even_or_uneven
from criteria.explain.numbers import number
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.closeness_plane import ClosenessPlane, closeness_plane_of, isoline
from criteria.translation import translate as _
from criteria.ui.components.common import blocks
from criteria.ui.markup import NOTHING, Markup, joined, markup, plain_table

_LINES = tuple(step / 10 for step in range(1, 10))
_POINTS = 25
_AT_THE_EDGE = 92  # per cent of the width, beyond which a label stands before its line
_ASPECT = 2.2  # of the picture on a wide page, for the direction across a line


def closeness_picture(evaluation: Evaluation) -> Markup:
    """Return sentence, plane and table, or a sentence where there is no plane."""
    plane = closeness_plane_of(evaluation)
    if plane is None:
        return blocks.caption(
            _("All candidates are alike on every criterion with weight: there is nothing to draw.")
        )
    return joined(
        [
            markup('<p class="c-answer">{said}</p>', said=even_or_uneven(evaluation, plane)),
            _picture(evaluation, plane),
            blocks.caption(
                _(
                    "Across: how far a candidate is on the way from the worst to the best values present, on average, each criterion counting by the square "
                    "of its weight and span. Up: how uneven it is over the criteria (standard deviation). Lines join points of equal closeness, the leader's is bold: "
                    "right of the middle unevenness costs closeness, left of it unevenness adds some. The weighted sum looks at an average alone."
                )
            ),
            _table(evaluation, plane),
        ]
    )


def _picture(evaluation: Evaluation, plane: ClosenessPlane) -> Markup:
    """Return the plane, cut to where the candidates are; numbers are ranks, the table below has the names."""
    across, up = _around(plane.average), _around(plane.unevenness)
    leader = evaluation.order[0]
    lines = [(value, "") for value in _LINES] + [(float(plane.closeness[leader]), "bold")]
    dots = (
        markup(
            '<i class="{kind}" style="left:{x:.2f}%;bottom:{y:.2f}%" title="{name}">{rank}</i>',
            kind="first" if i == leader else "",
            x=100 * across.share(float(plane.average[i])),
            y=100 * up.share(float(plane.unevenness[i])),
            name=evaluation.alternatives[i].label,
            rank=int(evaluation.ranks[i]),
        )
        for i in reversed(evaluation.order)
    )
    return markup(
        '<div class="c-plane" aria-hidden="true"><span class="up">{up}</span><div class="field">{lines}{dots}</div>'
        '<span class="low">{low}</span><span class="across">{across}</span><span class="high">{high}</span></div>',
        up=_("Unevenness, from {low} to {high}", low=number(up.low, 2), high=number(up.high, 2)),
        lines=joined(_line(closeness, kind, across, up) for closeness, kind in lines),
        dots=joined(dots),
        low=number(across.low, 2),
        across=_("Average"),
        high=number(across.high, 2),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """The ends of an axis."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return how far along the axis a value is."""
        return (value - self.low) / (self.high - self.low)


def _around(values: FloatArray) -> _Axis:
    """Return an axis around the values with some room, in steps of 0.05, inside 0 to 1."""
    low, high = float(values.min()), float(values.max())
    room = max(0.03, 0.08 * (high - low))
    return _Axis(max(0.0, floor((low - room) * 20) / 20), min(1.0, ceil((high + room) * 20) / 20))


def _line(closeness: float, kind: str, across: _Axis, up: _Axis) -> Markup:
    """Return a line of equal closeness with its value at the upper end, nothing where it is outside the picture.

    Pages take no drawings inside HTML, so a line is a thin area: a box cut along both sides of the line, in shares of its place and pixels.
    """
    heights = np.linspace(up.low, up.high, _POINTS)
    averages = isoline(closeness, heights)
    inside = np.isfinite(averages) & (averages >= across.low) & (averages <= across.high)
    if inside.sum() < 2:
        return NOTHING
    xs = 100 * (averages[inside] - across.low) / (across.high - across.low)
    ys = 100 * (heights[inside] - up.low) / (up.high - up.low)
    normals = np.column_stack([np.gradient(ys) / _ASPECT, np.gradient(xs)])
    normals *= (1.25 if kind else 0.5) / np.linalg.norm(normals, axis=1, keepdims=True)
    sides = [
        f"calc({x:.2f}% {side * right:+.2f}px) calc({100 - y:.2f}% {side * down:+.2f}px)"
        for side in (1, -1)
        for x, y, (right, down) in list(zip(xs, ys, normals, strict=True))[::side]
    ]
    return markup(
        '<u class="{kind}" style="clip-path:polygon({sides})"></u><b class="{kind}{side}" style="left:{x:.2f}%;bottom:{y:.2f}%">{value}</b>',
        kind=kind,
        sides=_with_spaced_signs(", ".join(sides)),
        side=" before" if xs[-1] > _AT_THE_EDGE else "",
        x=float(xs[-1]),
        y=float(ys[-1]),
        value=number(closeness, 2 if kind else 1),
    )


def _with_spaced_signs(lengths: str) -> str:
    """Return lengths with a space after each sign, as style sheets want sums."""
    return lengths.replace(" +", " + ").replace(" -", " - ")


def _table(evaluation: Evaluation, plane: ClosenessPlane) -> Markup:
    heads = [
        (_("Rank"), "n"), (_("Candidate"), "name"), (_("Average"), "n"), (_("Unevenness"), "n"), (_("Closeness"), "n"),
    ]  # fmt: skip
    return plain_table(
        heads,
        (
            (
                int(evaluation.ranks[i]),
                evaluation.alternatives[i].label,
                number(float(plane.average[i]), 3),
                number(float(plane.unevenness[i]), 3),
                number(float(plane.closeness[i]), 3),
            )
            for i in evaluation.order
        ),
    )
