"""Weights with a range of their own, in the side bar: which ones, and between which shares each is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from criteria.errors import CriteriaError
from criteria.model.importance import node_weights
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.scenario_checks import check_ranges
from criteria.model.uncertainty import Uncertainty
from criteria.model.weight_ranges import WeightRange
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common.blocks import caption, error
from criteria.ui.components.common.live import Live, LivePlace
from criteria.ui.components.common.slot import Slot
from criteria.ui.labels import option

KEY = "ranged"


@dataclass(frozen=True, slots=True)
class RangesLine:
    """The line under the ranges.  refused: why a slider shows what is not drawn from, empty where it is."""

    place: Slot | LivePlace
    refused: str

    def tell(self, problem: Problem, scenario: Scenario) -> None:
        """Say what was refused, else which present weights lie outside their ranges."""
        said = error(self.refused) if self.refused else caption(_outside(problem, scenario))
        self.place.html(said)


def ranges_fold(problem: Problem, scenario: Scenario, live: Live | None = None) -> RangesLine:
    """Draw the ranges, folded where there are none; return the line under them, for who moves weights later in the run.

    live: the places of a page whose weights move without it being drawn anew.
    """
    with widgets.fold(_("A range for a weight"), unfolded=bool(scenario.ranges)):
        line = choose_ranges(problem, scenario, live)
        line.tell(problem, scenario)
    return line


def choose_ranges(problem: Problem, scenario: Scenario, live: Live | None = None) -> RangesLine:
    """Draw which weights have a range of their own, with a slider for each; every choice is in the scenario already."""
    names = {node.id: node.label for node in problem.criteria}
    held = {name: (low, high) for name, low, high in scenario.ranges}
    widgets.begin_widget(
        widgets.key(KEY), list(held)
    )  # a default beside what a callback sets would be one too many
    widgets.several(
        _("Weights with a range of their own"),
        names,
        present=None,
        key=widgets.key(KEY),
        moves=_with_these,
    )
    refused = ""
    for name, (low, high) in held.items():
        chosen = widgets.between(
            _("{criterion}, % of the whole", criterion=option(names[name], 40)),
            (round(100 * low, 6), round(100 * high, 6)),
            key=widgets.key(f"range-{name}"),
            moves=_with_ends(name),
            format="%g",
        )
        refused = refused or _refused(problem, scenario, name, chosen)
    return RangesLine(live.place("ranges") if live else Slot(), refused)


def _with_these(problem: Problem, scenario: Scenario, chosen: list[str]) -> Scenario:
    """Return the scenario with ranges for these criteria; one that is new takes the place of those above and below it."""
    held = {name: (name, low, high) for name, low, high in scenario.ranges}
    for name in chosen:
        if name not in held:
            near = {node.id for node in problem.tree.below(name)} | _above(problem, name)
            held = {other: kept for other, kept in held.items() if other not in near}
            held[name] = starting_range(problem, scenario, name)
    kept = [one for name, one in held.items() if name in chosen]
    widgets.note_widget_value(KEY, [name for name, _low, _high in kept])
    return scenario.with_ranges(kept)


def _above(problem: Problem, name: str) -> set[str]:
    parents = {node.id: node.parent for node in problem.criteria}
    found = set()
    while name := parents[name]:
        found.add(name)
    return found


def starting_range(problem: Problem, scenario: Scenario, name: str) -> WeightRange:
    """Return the range that the profile brings for a criterion, else the usual spread around its weight in whole per cent."""
    shares, parent = node_weights(problem, scenario), problem.criterion(name).parent
    given = problem.profile(scenario.profile).ranges if scenario.profile else ()
    points = dict(problem.importances_of(scenario.profile))
    total = sum(points[node.id] for node in problem.children(parent))
    for criterion, low, high in given:
        if criterion == name and 0 < high <= total:
            whole = shares[parent] if parent else 1.0
            return name, round(whole * low / total, 4), round(whole * high / total, 4)
    spread, share = Uncertainty().spread, shares[name]
    return (
        name,
        floor(100 * share * (1 - spread) + 1e-9) / 100,
        min(100, ceil(100 * share * (1 + spread) - 1e-9)) / 100,
    )


def _with_ends(name: str) -> widgets.Moves:
    """Return what a move of the slider of this criterion makes of the scenario; ends that cannot hold leave it as it is."""

    def moved(problem: Problem, scenario: Scenario, ends: tuple[float, float]) -> Scenario:
        ranged = scenario.with_ranges((*scenario.ranges, (name, ends[0] / 100, ends[1] / 100)))
        check_ranges(problem, ranged.ranges)
        return ranged

    return moved


def _refused(problem: Problem, scenario: Scenario, name: str, chosen: tuple[float, float]) -> str:
    """Return why what a slider shows is not what is drawn from, the empty text where it is."""
    try:
        _with_ends(name)(problem, scenario, chosen)
    except CriteriaError as found:
        return str(found)
    return ""


def _outside(problem: Problem, scenario: Scenario) -> str:
    """Return which present weights lie outside their ranges; the empty text without ranges, or where no criterion has any importance."""
    if not scenario.ranges:
        return ""
    try:
        shares = node_weights(problem, scenario)
    except CriteriaError:
        return ""  # the page says why nothing can be ranked
    listed = [
        problem.criterion(name).label
        for name, low, high in scenario.ranges
        if not low - 1e-9 <= shares[name] <= high + 1e-9
    ]
    return (
        _("The present weight lies outside its range: {listed}.", listed=", ".join(listed)) if listed else ""
    )
