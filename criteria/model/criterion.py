"""Criteria, in a tree of any depth: groups share their weight among their children, leaves are scored."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from criteria.errors import ProblemError
from criteria.model.arrays import plain_float
from criteria.model.text import checked_id, checked_name, clean_text, one_line
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Scale:
    """The declared scale of a criterion: its lowest and highest value, and what some values on it mean."""

    low: float
    high: float
    anchors: tuple[tuple[float, str], ...] = ()

    def __post_init__(self) -> None:
        for field in ("low", "high"):
            object.__setattr__(self, field, plain_float(getattr(self, field)))
        if not (isfinite(self.low) and isfinite(self.high) and self.low < self.high):
            raise ProblemError(
                _(
                    "A scale must run from a lower to a higher number; it runs from {low:g} to {high:g}.",
                    low=self.low,
                    high=self.high,
                )
            )
        object.__setattr__(self, "anchors", tuple((float(at), clean_text(text)) for at, text in self.anchors))

    def contains(self, value: float) -> bool:
        """Whether the value lies on the scale."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Differences that matter: indifference q, preference p, veto v, in the criterion's unit; None where not given."""

    indifference: float | None = None
    preference: float | None = None
    veto: float | None = None

    def __post_init__(self) -> None:
        for field in ("indifference", "preference", "veto"):
            object.__setattr__(self, field, plain_float(getattr(self, field)))
        given = [value for value in (self.indifference, self.preference, self.veto) if value is not None]
        if any(not isfinite(value) or value < 0 for value in given) or given != sorted(given):
            raise ProblemError(_("Thresholds must be numbers with 0 ≤ indifference ≤ preference ≤ veto."))


@dataclass(frozen=True, slots=True)
class Criterion:
    """A node of the criteria tree. A group has no direction; its parent is the empty text at the top."""

    id: str
    name: str
    parent: str = ""
    maximize: bool = True
    unit: str = ""
    scale: Scale | None = None
    thresholds: Thresholds = Thresholds()
    why: str = ""
    measured: str = ""
    short_name: str = ""

    def __post_init__(self) -> None:
        checked_id(self.id, _("criterion"))
        object.__setattr__(self, "name", checked_name(self.name, _("criterion")))
        for field in ("unit", "why", "measured", "short_name"):
            object.__setattr__(self, field, clean_text(getattr(self, field)))

    @property
    def label(self) -> str:
        """The short name where there is one, the name otherwise, on one line."""
        return one_line(self.short_name or self.name)
