"""The parts of a scenario in an address: each is written and read alone, what cannot be used becomes a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from criteria.errors import CriteriaError, ScenarioError
from criteria.links.items import NUMBER, items, quoted
from criteria.links.judgements import panel_from, panel_text
from criteria.links.uncertainty import uncertainty_from, uncertainty_text
from criteria.model.effective import effective_performances
from criteria.model.number import exact, grouped
from criteria.model.points import POINTS_LIMIT, points_fit
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, ChangedCell, Scenario
from criteria.model.scenario_checks import check_cell, check_ranges
from criteria.model.scenario_parts import base_case
from criteria.model.text import clean_text
from criteria.ranking.matrix import offered_normalizations
from criteria.ranking.score import method_row
from criteria.translation import translate as _

_NO_PROFILE = "-"
_POINTS = re.compile(rf"([^:,]+):({NUMBER})")
_RANGE = re.compile(rf"([^:,]+):({NUMBER})-({NUMBER})")
_CELL = re.compile(rf"([^.,:]+)\.([^.,:]+):(?:(\?)|({NUMBER})(?:-({NUMBER})-({NUMBER}))?)")


def _profile(problem: Problem, _scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    """Return the base scenario of a profile; read first, for everything else is said against it."""
    if text == _NO_PROFILE:
        return problem.base_scenario("")
    try:
        problem.profile(text)
    except CriteriaError as error:
        notes.append(left_out(error))
        return problem.base_scenario()
    return problem.base_scenario(text)


def _method(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    try:
        return scenario.with_method(method_row(clean_text(text, 60)).key)
    except CriteriaError as error:
        notes.append(left_out(error))
        return scenario


def _normalization(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    method = method_row(scenario.method)
    if text in offered_normalizations(problem, method):
        return scenario.with_method(scenario.method, text)
    notes.append(
        _(
            "{method} does not work with the normalization '{name}' here; its own was used.",
            method=method.name,
            name=quoted(text),
        )
    )
    return scenario


def _importances(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    points: dict[str, float] = {}
    for name, part in items(text, notes, key=lambda part: part.partition(":")[0]):
        found = _POINTS.fullmatch(part)
        value = float(found[2]) if found else float("nan")
        if not found or not points_fit(value):
            notes.append(
                _(
                    "The importance '{part}' in the link is not a name with a number from 0 to {most}; it was left out.",
                    part=quoted(part),
                    most=grouped(POINTS_LIMIT),
                )
            )
            continue
        try:
            scenario.importance(name)
            points[name] = value
        except CriteriaError as error:
            notes.append(left_out(error))
    return scenario.with_importances(points)


def _moved(problem: Problem, scenario: Scenario, _room: int) -> str:
    before = dict(base_case(problem, scenario).importances)
    return ",".join(
        f"{name}:{exact(points)}" for name, points in scenario.importances if points != before[name]
    )


def _blanks(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    if text in BLANK_RULES:
        return scenario.with_blanks(text)
    notes.append(
        _("The link asks for an unknown rule '{rule}' for blank cells; it was left out.", rule=quoted(text))
    )
    return scenario


def _waived(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    gates = {gate.id for gate in problem.gates}
    for _key, part in items(text, notes):
        if part in gates:
            scenario = scenario.with_waived(part)
        else:
            notes.append(
                _(
                    "There is no gate '{id}' in this problem; that part of the link was left out.",
                    id=quoted(part),
                )
            )
    return scenario


def _set_aside(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    for _key, part in items(text, notes):
        try:
            problem.row(part)
            scenario = scenario.with_set_aside(part)
        except CriteriaError as error:
            notes.append(left_out(error))
    return scenario


def _changed(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    cells: list[ChangedCell] = []
    for _key, part in items(text, notes, key=lambda part: part.partition(":")[0]):
        found = _CELL.fullmatch(part)
        if not found:
            notes.append(
                _(
                    "The changed cell '{part}' in the link cannot be read; it was left out.",
                    part=quoted(part),
                )
            )
            continue
        alternative, criterion, unknown, low, likely, high = found.groups()
        numbers = [None if unknown else float(value) for value in (low, likely or low, high or low)]
        try:
            cell = ChangedCell(
                alternative, criterion, numbers[0], numbers[1], numbers[2], exact=likely is not None
            )
            check_cell(problem, cell)
            cells.append(cell)
        except CriteriaError as error:
            reason = str(error).rstrip(".")
            notes.append(
                _(
                    "The changed cell '{part}' in the link was left out: {reason}.",
                    part=quoted(part),
                    reason=reason,
                )
            )
    return scenario.with_cells(cells)


def _cell_text(cell: ChangedCell) -> str:
    place = f"{cell.alternative}.{cell.criterion}"
    if cell.likely is None or cell.low is None or cell.high is None:
        return f"{place}:?"
    if cell.low == cell.likely == cell.high and not cell.exact:
        return f"{place}:{exact(cell.likely)}"
    return f"{place}:{exact(cell.low)}-{exact(cell.likely)}-{exact(cell.high)}"


def _uncertainty(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    return scenario.with_uncertainty(uncertainty_from(text, problem.base_uncertainty, notes))


def _ranges(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    for _name, part in items(text, notes, key=lambda part: part.partition(":")[0]):
        found = _RANGE.fullmatch(part)
        try:
            if not found:
                raise ScenarioError(_("It is not a name with two shares, such as ip:0.18-0.25."))
            wider = scenario.with_ranges((*scenario.ranges, (found[1], float(found[2]), float(found[3]))))
            check_ranges(problem, wider.ranges)
            scenario = wider
        except CriteriaError as error:
            notes.append(
                _(
                    "The range of a weight '{part}' in the link was left out: {reason}",
                    part=quoted(part),
                    reason=str(error),
                )
            )
    return scenario


def _ranges_text(scenario: Scenario) -> str:
    return ",".join(f"{name}:{exact(low)}-{exact(high)}" for name, low, high in scenario.ranges)


def _panel(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    return scenario.with_panel(panel_from(problem, text, notes))


def _rule_needed(problem: Problem, scenario: Scenario) -> bool:
    """Whether a rating is missing, so that a link has to say what stands in for it."""
    return not effective_performances(problem, scenario).known.all()


def _rule_of_old_links(problem: Problem, scenario: Scenario) -> Scenario:
    """Return the scenario with the rule of a link that names none: such links were made when the median was the default."""
    return scenario.with_blanks("median") if _rule_needed(problem, scenario) else scenario


Reader = Callable[[Problem, Scenario, str, list[str]], Scenario]
Writer = Callable[[Problem, Scenario, int], str]


@dataclass(frozen=True, slots=True)
class Codec:
    """How a part of the scenario is read from a link and written into it; a writer is told how many characters are left.

    needed: whether it is written even where it is as in the base case.  absent: the scenario of a link without it, all other parts read.
    """

    read: Reader
    write: Writer
    needed: Callable[[Problem, Scenario], bool] = lambda _problem, _scenario: False
    absent: Callable[[Problem, Scenario], Scenario] = lambda _problem, scenario: scenario


# By the key of the scenario's part, which is its parameter, in the order of the link.
CODECS: Mapping[str, Codec] = MappingProxyType(
    {
        "profile": Codec(_profile, lambda _problem, scenario, _room: scenario.profile or _NO_PROFILE),
        "method": Codec(_method, lambda _problem, scenario, _room: scenario.method),
        "norm": Codec(_normalization, lambda _problem, scenario, _room: scenario.normalization),
        "w": Codec(_importances, _moved),
        "blanks": Codec(
            _blanks,
            lambda _problem, scenario, _room: scenario.blanks,
            needed=_rule_needed,
            absent=_rule_of_old_links,
        ),
        "waive": Codec(_waived, lambda _problem, scenario, _room: ",".join(scenario.waived)),
        "out": Codec(_set_aside, lambda _problem, scenario, _room: ",".join(scenario.set_aside)),
        "set": Codec(_changed, lambda _problem, scenario, _room: ",".join(map(_cell_text, scenario.changed))),
        "sure": Codec(
            _uncertainty,
            lambda problem, scenario, _room: uncertainty_text(scenario.uncertainty, problem.base_uncertainty),
        ),
        "within": Codec(_ranges, lambda _problem, scenario, _room: _ranges_text(scenario)),
        "judged": Codec(
            _panel, lambda problem, scenario, room: panel_text(problem, scenario.panel, room=room)
        ),
    }
)


def left_out(error: CriteriaError) -> str:
    """Return the reason, and what was done about it."""
    return _("{reason} That part of the link was left out.", reason=str(error))
