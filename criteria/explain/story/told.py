"""The parts of the story in their order, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from criteria.explain.story.open_points import gates_part, next_part
from criteria.explain.story.order import moves_part, verdict_part
from criteria.explain.story.part import Part
from criteria.explain.story.rivals import change_part, runner_up_part
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.summary import Robustness

STORY: Mapping[str, Callable[[Evaluation, Robustness | None], Part]] = MappingProxyType(
    {
        "verdict": verdict_part,
        "moves": moves_part,
        "runner-up": runner_up_part,
        "change": change_part,
        "gates": gates_part,
        "next": next_part,
    }
)


def story(evaluation: Evaluation, robustness: Robustness | None) -> tuple[Part, ...]:
    """Return all parts of an evaluation, in order.  robustness: None where nobody looked how firm the lead is."""
    return tuple(part(evaluation, robustness) for part in STORY.values())
