"""Where candidates stand beside the ranking: at the gates, set apart, with cells unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from criteria.model.evidence import Performance
from criteria.model.gates import Gate, GateStatus
from criteria.translation import later
from criteria.translation import translate as _


class Standing(StrEnum):
    """Where a candidate stands at all gates together: codes, the same in every language; `STANDING_WORDS` has the words."""

    PASS = "pass"
    TO_CHECK = "conditional (soft)"
    WARNING = "fail (soft)"
    CONDITIONAL = "conditional"
    WAIVED = "waived"
    FAIL = "fail"
    SET_ASIDE = "set aside"


STANDING_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Standing.PASS: later("pass"),
        Standing.TO_CHECK: later("conditional (soft)"),
        Standing.WARNING: later("fail (soft)"),
        Standing.CONDITIONAL: later("conditional"),
        Standing.WAIVED: later("waived"),
        Standing.FAIL: later("fail"),
        Standing.SET_ASIDE: later("set aside"),
    }
)


@dataclass(frozen=True, slots=True)
class GateResult:
    """Where one candidate stands at one gate: codes and values; the sentences are made when they are read, in the reader's language.

    subject: what the gate asks about, by name.  value: what it was judged by: the cell of the gate's criterion, or the text of its attribute ("" where unknown).
    """

    gate: Gate
    alternative: str
    status: GateStatus
    subject: str
    value: Performance | str
    waived: bool

    @property
    def margin(self) -> float | None:
        """How far the likely value is on the good side of the threshold, in the criterion's unit; None for an attribute or an unknown."""
        if isinstance(self.value, str) or self.value.likely is None:
            return None
        return self.gate.margin(self.value.likely)

    @property
    def found(self) -> str:
        """The value it was judged by, as text: with its range where the range decides, "unknown" where there is none."""
        if isinstance(self.value, str):
            return self.value or _("unknown")
        if self.value.likely is None:
            return _("unknown")
        low, likely, high = self.value.low, self.value.likely, self.value.high
        if self.status is GateStatus.CONDITIONAL:
            return _("{likely:g} (from {low:g} to {high:g})", likely=likely, low=low, high=high)
        return f"{likely:g}"

    @property
    def reason(self) -> str:
        """What was found and what is asked, in one sentence."""
        words = {
            "subject": self.subject,
            "found": self.found,
            "asked": self.gate.asked or f"{self.gate.threshold:g}",
        }
        if self.gate.operator == ">=":
            return _("{subject}: {found}; required: at least {asked}.", **words)
        if self.gate.operator == "<=":
            return _("{subject}: {found}; required: at most {asked}.", **words)
        return _("{subject}: {found}; required: {asked}.", **words)


@dataclass(frozen=True, slots=True)
class SetApart:
    """A candidate that is not part of the ranking: why, and the rank and score it would have had if added back.

    failed: the hard gates it fails; empty where somebody set it aside by hand.  rank: None where it could not be computed.
    base_rank: its rank in the base case, None where that does not rank it either.
    """

    alternative: str
    failed: tuple[GateResult, ...]
    by_hand: bool
    rank: int | None
    score: float | None
    base_rank: int | None = None

    @property
    def reason(self) -> str:
        """Why the candidate is not ranked, in sentences."""
        sentences = [_("Set aside by hand.")] if self.by_hand else []
        return " ".join([*sentences, *(result.reason for result in self.failed)])


@dataclass(frozen=True, slots=True)
class Blanks:
    """A candidate with unknown cells: which, and its rank if they were all at their worst and all at their best."""

    alternative: str
    criteria: tuple[str, ...]
    worst_rank: int | None
    best_rank: int | None


def standing_at(result: GateResult) -> Standing:
    """Return where one candidate stands at one gate; waived only where it would not pass."""
    if result.status is GateStatus.PASS:
        return Standing.PASS
    if result.waived:
        return Standing.WAIVED
    if result.status is GateStatus.FAIL:
        return Standing.FAIL if result.gate.hard else Standing.WARNING
    return Standing.CONDITIONAL if result.gate.hard else Standing.TO_CHECK


def gate_standing(results: Iterable[GateResult]) -> tuple[Standing, str]:
    """Return the worst status of one candidate at the gates in force, and the reasons for anything but a pass."""
    open_points = [result for result in results if result.status is not GateStatus.PASS]
    reasons = " ".join(
        _("{reason} (waived)", reason=result.reason) if result.waived else result.reason
        for result in open_points
    )
    in_force = {(result.gate.hard, result.status) for result in open_points if not result.waived}
    if (True, GateStatus.FAIL) in in_force:
        return Standing.FAIL, reasons
    if (True, GateStatus.CONDITIONAL) in in_force:
        return Standing.CONDITIONAL, reasons
    if (False, GateStatus.FAIL) in in_force:
        return Standing.WARNING, reasons
    if any(result.waived and result.gate.hard for result in open_points):
        return Standing.WAIVED, reasons
    return (Standing.TO_CHECK, reasons) if in_force else (Standing.PASS, reasons)
