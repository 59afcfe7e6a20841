"""A question for a worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from criteria.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Question:
    """ask: a function of a module, such as `weight_sweep_of`, called with the evaluation, `chosen` and `named`.

    problem: packed.  few: how many draws give a preliminary answer; 0 where the answer rests on none.
    Equal questions have one answer.
    """

    ask: Callable[..., object]
    problem: bytes
    scenario: Scenario
    chosen: tuple[object, ...] = ()
    named: tuple[tuple[str, object], ...] = ()
    few: int = 0
