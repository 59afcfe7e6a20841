"""Beside each bar: in what share of drawn weightings, and of drawn evidence, the candidate is first."""

from __future__ import annotations

from criteria.explain.firmness import drawn
from criteria.explain.numbers import percent
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
    heads = [_("First by weights"), *([_("First by evidence")] if robustness.evidence else [])]
    named = "".join(f"<span>{text(head)}</span>" for head in heads)
    return (
        f'<div class="c-shares" style="--height:{height(rows) - PADDING}px;--row:{ROW_HEIGHT}px" role="group" '
        f'aria-label="{text(_("Share of draws in first place"))}" title="{text(drawn(evaluation, robustness))}">'
        f'<div class="body"><div class="heads">{named}</div>{lines}</div></div>'
    )


def shares_of_first(robustness: Robustness, i: int) -> str:
    """Return the shares of one candidate as text: of weightings, and of evidence where it has ranges."""
    return " · ".join(percent(share) for share in _shares(robustness, i))


def _shares(robustness: Robustness, i: int) -> list[float]:
    kinds = [robustness.weights, robustness.evidence]
    return [float(kind.first[i]) for kind in kinds if kind is not None]


def _line(robustness: Robustness, i: int) -> str:
    cells = "".join(
        f'<span style="--share:{share:.3f}"{"" if share > 0 else " class=none"}>{text(percent(share))}</span>'
        for share in _shares(robustness, i)
    )
    return f"<div>{cells}</div>"
