"""What is known of one alternative under one criterion, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from criteria.errors import ProblemError
from criteria.model.arrays import plain_float
from criteria.model.text import clean_text
from criteria.translation import translate as _

CONFIDENCES = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that supports the fact behind a rating."""

    key: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    tier: str = ""
    after_case: bool = False

    def __post_init__(self) -> None:
        for field in ("title", "publisher", "date", "url", "tier"):
            object.__setattr__(self, field, clean_text(getattr(self, field)))


@dataclass(frozen=True, slots=True)
class Performance:
    """A likely value with its range, or unknown where nothing is given; a blank is never 0.

    low ≤ likely ≤ high, in the criterion's unit.  confidence: A (stated by a good source), B (inferred), C (judgement) or "".
    basis: what the rating rests on, in the words of who rated.  confidence_note: why the confidence is what it is.
    """

    low: float | None = None
    likely: float | None = None
    high: float | None = None
    confidence: str = ""
    rationale: str = ""
    source: str = ""
    basis: str = ""
    confidence_note: str = ""

    def __post_init__(self) -> None:
        for field in ("rationale", "source", "basis", "confidence_note"):
            object.__setattr__(self, field, clean_text(getattr(self, field)))
        for field in ("low", "likely", "high"):
            object.__setattr__(self, field, plain_float(getattr(self, field)))
        if self.confidence not in ("", *CONFIDENCES):
            raise ProblemError(
                _(
                    "confidence '{given}'; use A, B, C or leave it blank",
                    given=clean_text(self.confidence, 20),
                )
            )
        given = [value for value in (self.low, self.likely, self.high) if value is not None]
        if self.likely is None:
            if given:
                raise ProblemError(
                    _("a range without a likely value; give the likely value or leave all three blank")
                )
            return
        if not all(isfinite(value) for value in given):
            raise ProblemError(
                _("a value that is not a finite number; give a number or leave the cell blank")
            )
        object.__setattr__(self, "low", self.likely if self.low is None else self.low)
        object.__setattr__(self, "high", self.likely if self.high is None else self.high)
        if self.low > self.likely:  # type: ignore[operator]
            raise ProblemError(
                _(
                    "low {low:g} is above likely {likely:g}; put them in order",
                    low=self.low,
                    likely=self.likely,
                )
            )
        if self.likely > self.high:  # type: ignore[operator]
            raise ProblemError(
                _(
                    "likely {likely:g} is above high {high:g}; put them in order",
                    likely=self.likely,
                    high=self.high,
                )
            )

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.likely is not None

    @property
    def ranged(self) -> bool:
        """Whether the likely value comes with a range of more than a point."""
        return self.low is not None and self.high is not None and self.low < self.high
