"""Whose importances: stakeholders and scenarios of weights."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.errors import ProblemError
from criteria.model.number import grouped
from criteria.model.points import POINTS_LIMIT, points_fit
from criteria.model.text import checked_id, checked_name, clean_text
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody's importances: points for nodes of the criteria tree, within their siblings.

    ranges: criterion, lowest and highest points, for the importances that are given with a range; it is shown and kept, no figure
    depends on it.
    """

    id: str
    name: str
    importances: tuple[tuple[str, float], ...]
    kind: str = "profile"
    note: str = ""
    rule: str = ""
    ranges: tuple[tuple[str, float, float], ...] = ()

    def __post_init__(self) -> None:
        checked_id(self.id, _("profile"))
        object.__setattr__(self, "name", checked_name(self.name, _("profile")))
        object.__setattr__(
            self, "importances", tuple((name, float(points)) for name, points in self.importances)
        )
        object.__setattr__(
            self, "ranges", tuple((name, float(low), float(high)) for name, low, high in self.ranges)
        )
        for text in ("note", "rule"):
            object.__setattr__(self, text, clean_text(getattr(self, text)))
        for criterion, points in self.importances:
            if not points_fit(points):
                raise ProblemError(
                    _(
                        "Profile '{profile}': the importance of '{criterion}' is {points}; give a number from 0 to {most}.",
                        profile=self.name,
                        criterion=criterion,
                        points=points,
                        most=grouped(POINTS_LIMIT),
                    )
                )
        for criterion, low, high in self.ranges:
            if not (points_fit(low) and points_fit(high) and low <= high):
                raise ProblemError(
                    _(
                        "Profile '{profile}': the range of '{criterion}' runs from {low} to {high}; give two numbers from 0 to {most}, the lower one first.",
                        profile=self.name,
                        criterion=criterion,
                        low=low,
                        high=high,
                        most=grouped(POINTS_LIMIT),
                    )
                )
