"""Must-have conditions: a hard gate sets a candidate apart, a soft gate warns; what is not certain is conditional."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from criteria.errors import ProblemError
from criteria.model.arrays import plain_float
from criteria.model.evidence import Performance
from criteria.model.text import checked_id, clean_text
from criteria.translation import translate as _


class GateStatus(StrEnum):
    """Where a candidate stands at a gate: codes, the same in every language."""

    PASS = "pass"
    CONDITIONAL = "conditional"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Gate:
    """A threshold on a criterion, or a value asked of an attribute of the candidates.

    hard: failing sets the candidate apart; otherwise it only warns.  operator: ">=" or "<=" with `threshold` on a
    criterion, "==" with `asked` on an attribute.
    """

    id: str
    hard: bool
    operator: str
    criterion: str = ""
    threshold: float = 0.0
    attribute: str = ""
    asked: str = ""
    rationale: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        checked_id(self.id, _("gate"))
        for field in ("asked", "rationale", "source", "attribute"):
            object.__setattr__(self, field, clean_text(getattr(self, field)))
        object.__setattr__(self, "threshold", plain_float(self.threshold))
        on_criterion = self.operator in (">=", "<=") and bool(self.criterion) and not self.attribute
        on_attribute = self.operator == "==" and bool(self.attribute) and not self.criterion
        if not (on_criterion or on_attribute) or not isfinite(self.threshold):
            raise ProblemError(
                _(
                    "Gate '{id}': use >= or <= with a criterion and a number, or == with an attribute of the candidates.",
                    id=self.id,
                )
            )

    def status(self, performance: Performance) -> GateStatus:
        """Return where a performance stands: its whole range on one side passes or fails, an unknown is conditional."""
        if performance.low is None or performance.high is None:
            return GateStatus.CONDITIONAL
        low_passes, high_passes = self.admits(performance.low), self.admits(performance.high)
        if low_passes and high_passes:
            return GateStatus.PASS
        return GateStatus.CONDITIONAL if low_passes or high_passes else GateStatus.FAIL

    def attribute_status(self, value: str) -> GateStatus:
        """Return pass for the value asked, fail for a plain yes or no that is not it, conditional for anything between."""
        said = value.strip().casefold()
        if said == self.asked.casefold():
            return GateStatus.PASS
        return GateStatus.FAIL if said in ("yes", "no") else GateStatus.CONDITIONAL

    def admits(self, value: float) -> bool:
        """Whether one value of the gate's criterion meets the threshold."""
        return value >= self.threshold if self.operator == ">=" else value <= self.threshold

    def margin(self, value: float) -> float:
        """Return how far a value is on the good side of the threshold, in the criterion's unit; negative where it fails."""
        return value - self.threshold if self.operator == ">=" else self.threshold - value
