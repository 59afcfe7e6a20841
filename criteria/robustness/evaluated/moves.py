"""Who moved between two scenarios, and which difference moved them: each applied alone, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.evaluate import ranks_of
from criteria.translation import later

# What is applied together because one means nothing without the other: fields of the scenario by key, with a name for people.
PIECES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "w": (later("weights"), ("profile", "importances")),
        "method": (later("method"), ("method", "normalization")),
        "blanks": (later("missing ratings"), ("blanks",)),
        "waive": (later("waived must-haves"), ("waived",)),
        "out": (later("candidates set aside"), ("set_aside",)),
        "set": (later("performances set by hand"), ("changed",)),
    }
)


@dataclass(frozen=True, slots=True)
class Move:
    """One candidate between two scenarios: ranks are None where it is not ranked.

    alone: by piece, how many ranks it rises (positive) when only this piece is applied; None where it is not ranked then.
    together: what all pieces do beyond the sum of those alone, so that before − alone − together = after. None where either end is not ranked.
    """

    alternative: str
    before: int | None
    after: int | None
    alone: tuple[int | None, ...]
    together: int | None

    @property
    def moved(self) -> bool:
        """Whether anything changed for this candidate."""
        return self.before != self.after

    @property
    def ranked(self) -> bool:
        """Whether this candidate is ranked at both ends."""
        return self.before is not None and self.after is not None


@dataclass(frozen=True, slots=True)
class Moves:
    """pieces: keys of PIECES that differ and can change ranks.  moves: of all candidates, in the order of the second scenario."""

    pieces: tuple[str, ...]
    moves: tuple[Move, ...]


def pieces_that_differ(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """Return the keys of the pieces in which two scenarios differ."""
    return tuple(
        key
        for key, (_name, fields) in PIECES.items()
        if any(getattr(before, field) != getattr(after, field) for field in fields)
    )


def moves_between(problem: Problem, before: Scenario, after: Scenario) -> Moves:
    """Return who moved from one scenario to another.

    Raises CriteriaError where either of them ranks nobody. A piece that cannot be applied alone moves nobody that is known of.
    """
    start, end = ranks_of(problem, before), ranks_of(problem, after)
    pieces = pieces_that_differ(before, after)
    alone = [_ranks_with(problem, before, after, key) for key in pieces]
    found = []
    for alternative in problem.alternatives:
        name = alternative.id
        first, last = start.get(name), end.get(name)
        steps = tuple(None if first is None or name not in ranks else first - ranks[name] for ranks in alone)
        together = None if first is None or last is None else first - last - sum(s or 0 for s in steps)
        found.append(Move(name, first, last, steps, together))
    found.sort(key=lambda move: (move.after is None, move.after or 0))
    return Moves(pieces, tuple(found))


def _ranks_with(problem: Problem, before: Scenario, after: Scenario, key: str) -> Mapping[str, int]:
    fields = PIECES[key][1]
    try:
        return ranks_of(problem, replace(before, **{field: getattr(after, field) for field in fields}))
    except CriteriaError:  # such as a method that cannot take a cell which another piece would change
        return {}
