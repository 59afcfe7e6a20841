"""Beside each bar: in what share of drawn weightings, and of drawn evidence, the candidate is first."""

from __future__ import annotations

from criteria.explain.firmness import drawn
from criteria.explain.numbers import points_up, share_of_draws, share_with_error
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui.components.shortlist.ranking_bars import PADDING, ROW_HEIGHT, height
from criteria.ui.labels import text


def first_shares(evaluation: Evaluation, robustness: Robustness | None, *, limit: int) -> str:
    """Return the column laid over the right edge of the chart, one line for each bar; nothing where there are no shares."""
    if robustness is None:
        return ""
    shown = evaluation.order[:limit]
    rows = len(shown) + len(evaluation.set_apart)
    lines = "".join(_line(robustness, i) for i in shown)
    heads = [(_("First by weights"), robustness.weights)]
    heads += [(_("First by evidence"), robustness.evidence)] if robustness.evidence else []
    named = "".join(f"<span>{text(head)} ±{text(points_up(kind.error))}</span>" for head, kind in heads)
    return (
        f'<div class="c-shares" style="--height:{height(rows) - PADDING}px;--row:{ROW_HEIGHT}px" role="group" '
        f'aria-label="{text(_("Share of draws in first place"))}" title="{text(drawn(evaluation, robustness))}">'
        f'<div class="body"><div class="heads">{named}</div>{lines}</div></div>'
    )


def shares_of_first(robustness: Robustness, i: int) -> str:
    """Return the shares of one candidate as text: of weightings, and of evidence where it has ranges."""
    kinds = [robustness.weights, robustness.evidence]
    return " · ".join(
        share_with_error(float(kind.first[i]), kind.draws, int(kind.proved[i]))
        for kind in kinds
        if kind is not None
    )


def _line(robustness: Robustness, i: int) -> str:
    cells = "".join(
        f'<span style="--share:{share:.3f}"{"" if share > 0 else " class=none"}>{text(share_of_draws(share, kind.draws, int(kind.proved[i])))}</span>'
        for kind in (robustness.weights, robustness.evidence)
        if kind is not None
        for share in [float(kind.first[i])]
    )
    return f"<div>{cells}</div>"
