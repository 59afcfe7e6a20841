"""What somebody chose: method, importances, waived gates, candidates set aside, changed cells; small enough for a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol, Self

from criteria.errors import ScenarioError, WeightsError
from criteria.model.evidence import Performance
from criteria.model.judgements import Panel
from criteria.model.number import grouped
from criteria.model.points import POINTS_LIMIT, points_fit
from criteria.model.text import clean_text
from criteria.model.uncertainty import Uncertainty
from criteria.model.weight_ranges import WeightRange, checked_ranges
from criteria.translation import later
from criteria.translation import translate as _

# What stands in for an unknown performance. The order is that of the menu; the first is the default.
# It is cautious: whoever keeps silent about a weakness gains nothing by it.
BLANK_RULES: Mapping[str, str] = MappingProxyType(
    {
        "worst-known": later("the worst known value"),
        "median": later("the median of the known values"),
        "worst": later("the worst value of the scale"),
        "best": later("the best value of the scale"),
    }
)


class Weighed(Protocol):
    """Anything that knows the importances of its profiles: a problem."""

    def importances_of(self, profile: str) -> tuple[tuple[str, float], ...]:
        """Return points for every node of the criteria tree, in order."""


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A performance that somebody set by hand: low, likely and high, all three None for unknown.

    A point is taken to be as uncertain as what the data have in its place; exact: it is taken as a point, known exactly.
    """

    alternative: str
    criterion: str
    low: float | None
    likely: float | None
    high: float | None
    exact: bool = False

    def __post_init__(self) -> None:
        checked = Performance(self.low, self.likely, self.high)  # the same conditions, in the same words
        for name in ("low", "likely", "high"):
            object.__setattr__(self, name, getattr(checked, name))
        object.__setattr__(self, "exact", bool(self.exact and checked.known and not checked.ranged))


@dataclass(frozen=True, slots=True)
class Scenario:
    """One set of choices. Equal choices are equal values: what has no order is kept sorted.

    importances: points for every node of the criteria tree, in the problem's order, at least 0.
    normalization: the empty text stands for the method's own choice for this problem.
    ranges: criterion or group with the lowest and highest share of the whole that its weight is drawn from, instead of the spread.
    panel: judgements that weights can be taken from; they change no figure of the ranking by themselves.
    """

    problem: str
    profile: str
    method: str
    importances: tuple[tuple[str, float], ...]
    normalization: str = ""
    blanks: str = next(iter(BLANK_RULES))
    waived: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    changed: tuple[ChangedCell, ...] = ()
    uncertainty: Uncertainty = field(default_factory=Uncertainty)
    panel: Panel = field(default_factory=Panel)
    ranges: tuple[WeightRange, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "importances", tuple((name, points) for name, points in self.importances))
        for criterion, points in self.importances:
            if not isinstance(points, float) or not points_fit(points):
                raise WeightsError(
                    _(
                        "The importance of '{criterion}' is {points}; give a number from 0 to {most}.",
                        criterion=criterion,
                        points=points,
                        most=grouped(POINTS_LIMIT),
                    )
                )
        if self.blanks not in BLANK_RULES:
            raise ScenarioError(
                _(
                    "'{rule}' is no rule for missing ratings; choose from {known}.",
                    rule=self.blanks,
                    known=", ".join(BLANK_RULES),
                )
            )
        object.__setattr__(self, "waived", tuple(sorted(set(self.waived))))
        object.__setattr__(self, "set_aside", tuple(sorted(set(self.set_aside))))
        object.__setattr__(self, "ranges", checked_ranges(self.ranges))
        cells = {(cell.alternative, cell.criterion): cell for cell in self.changed}
        object.__setattr__(self, "changed", tuple(cells[key] for key in sorted(cells)))

    def importance(self, criterion: str) -> float:
        """Return the points of a criterion; raise ScenarioError if the scenario has none."""
        for identifier, points in self.importances:
            if identifier == criterion:
                return points
        raise ScenarioError(_("There is no criterion '{id}' in this problem.", id=clean_text(criterion, 60)))

    def with_importance(self, criterion: str, points: float) -> Self:
        """Return the scenario with other points for one criterion."""
        return self.with_importances({criterion: points})

    def with_importances(self, points: Mapping[str, float]) -> Self:
        """Return the scenario with other points for some criteria; raise ScenarioError for one it does not have."""
        known = {identifier for identifier, _points in self.importances}
        for criterion in points:
            if criterion not in known:
                raise ScenarioError(
                    _("There is no criterion '{id}' in this problem.", id=clean_text(criterion, 60))
                )
        merged = tuple(
            (identifier, float(points.get(identifier, old))) for identifier, old in self.importances
        )
        return replace(self, importances=merged)

    def with_profile(self, problem: Weighed, profile: str) -> Self:
        """Return the scenario with the importances of a profile; all other choices stay."""
        return replace(self, profile=profile, importances=problem.importances_of(profile))

    def with_method(self, method: str, normalization: str = "") -> Self:
        """Return the scenario with another method, and its own choice of normalization unless one is named."""
        return replace(self, method=method, normalization=normalization)

    def with_blanks(self, rule: str) -> Self:
        """Return the scenario with another rule for missing ratings."""
        return replace(self, blanks=rule)

    def with_uncertainty(self, uncertainty: Uncertainty) -> Self:
        """Return the scenario with other settings of the robustness figures."""
        return replace(self, uncertainty=uncertainty)

    def with_ranges(self, ranges: Iterable[WeightRange]) -> Self:
        """Return the scenario with these ranges of weights, and no others."""
        return replace(self, ranges=tuple(ranges))

    def with_panel(self, panel: Panel) -> Self:
        """Return the scenario with other judgements; its importances stay until somebody takes over what follows from them."""
        return replace(self, panel=panel)

    def with_waived(self, gate: str, *, waived: bool = True) -> Self:
        """Return the scenario with one gate waived, or no longer waived."""
        return replace(self, waived=_with_member(self.waived, gate, member=waived))

    def with_set_aside(self, alternative: str, *, set_aside: bool = True) -> Self:
        """Return the scenario with one candidate set aside by hand, or taken back."""
        return replace(self, set_aside=_with_member(self.set_aside, alternative, member=set_aside))

    def with_cell(self, cell: ChangedCell) -> Self:
        """Return the scenario with one performance set by hand."""
        return replace(self, changed=(*self.changed, cell))

    def with_cells(self, cells: Iterable[ChangedCell]) -> Self:
        """Return the scenario with several performances set by hand."""
        return replace(self, changed=(*self.changed, *cells))

    def without_cell(self, alternative: str, criterion: str) -> Self:
        """Return the scenario with one performance as it stands in the data."""
        kept = tuple(c for c in self.changed if (c.alternative, c.criterion) != (alternative, criterion))
        return replace(self, changed=kept)


def _with_member(members: tuple[str, ...], name: str, *, member: bool) -> tuple[str, ...]:
    return (*members, name) if member else tuple(other for other in members if other != name)
