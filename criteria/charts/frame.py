"""What the charts of the robustness page have in common: margins, axes, names."""

from __future__ import annotations

from criteria.charts.text import plain_label
from criteria.model.evaluation import Evaluation


def layout(height: int, **more: object) -> dict[str, object]:
    """Return the layout of a chart of this height in pixels; more: what differs."""
    return {
        "height": height,
        "margin": {"l": 10, "r": 16, "t": 14, "b": 40},
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "font": {"size": 13},
        **more,
    }


def axis(title: str = "", **more: object) -> dict[str, object]:
    """Return an axis that stays where it is, with a title."""
    return {"title": {"text": title}, "fixedrange": True, "zeroline": False, "automargin": True, **more}


def labels_of(evaluation: Evaluation) -> list[str]:
    """Return the names of the ranked candidates."""
    return [plain_label(alternative.label, 26) for alternative in evaluation.alternatives]
