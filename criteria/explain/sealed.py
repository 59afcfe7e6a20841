"""What moved after a seal, and what that did to the order, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.errors import CriteriaError
from criteria.explain.comparing import moved_sentence, what_differs
from criteria.model.criterion import Criterion
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.moves import moves_between
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class SealCheck:
    """intact: whether weights, gates, criteria and method are as they were sealed.  moved: what is not, a sentence each.

    effect: what that did to the order; the empty text where nothing moved.  sentences: all of it, for a record.
    """

    code: str
    time: str
    intact: bool
    moved: tuple[str, ...]
    effect: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The check in sentences: when it was sealed, whether anything moved, what, and what that did."""
        first = _("Sealed on {time} (UTC) under the code {code}.", time=self.time, code=self.code)
        if self.intact:
            return (
                first,
                _("Nothing has changed since: weights, must-haves, criteria and method are as sealed."),
            )
        return (first, *self.moved, self.effect) if self.effect else (first, *self.moved)


def checked(
    problem: Problem,
    then: Scenario,
    now: Scenario,
    *,
    code: str,
    time: str,
    criteria: tuple[Criterion, ...],
    gates: tuple[Gate, ...],
) -> SealCheck:
    """Return what moved between the sealed choices and those of now.

    then: the scenario of now with the sealed choices in place.  criteria, gates: as they were sealed.
    """
    moved = [
        _("{name}: sealed {before}, now {after}.", name=name, before=before, after=after)
        for name, before, after in what_differs(problem, (then, now))
    ]
    moved += _redefined({c.id: c for c in criteria}, {c.id: c for c in problem.criteria}, _("criterion"))
    moved += _redefined({g.id: g for g in gates}, {g.id: g for g in problem.gates}, _("must-have"))
    if criteria and [c.id for c in criteria] != [c.id for c in problem.criteria] and not moved:
        moved.append(_("The criteria are in a different order."))
    effect = ""
    if moved:
        try:
            effect = moved_sentence(problem, moves_between(problem, then, now))
        except CriteriaError as error:
            effect = _("The effect on the order cannot be determined: {reason}", reason=error)
    return SealCheck(code, time, not moved, tuple(moved), effect)


def _redefined(before: dict[str, Criterion] | dict[str, Gate], now: object, kind: str) -> list[str]:
    assert isinstance(now, dict)
    told = []
    for name in [*before, *(new for new in now if new not in before)]:
        if name not in now:
            told.append(_("The {kind} '{id}' was removed.", kind=kind, id=name))
        elif name not in before:
            told.append(_("The {kind} '{id}' is new.", kind=kind, id=name))
        elif before[name] != now[name]:
            told.append(_("The {kind} '{id}' is defined differently.", kind=kind, id=name))
    return told
