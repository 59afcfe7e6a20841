"""The scenario as readable parameters of an address, and back.

Only what differs from the base scenario of the chosen profile is written. What comes in is text from strangers: each part
is checked alone, what cannot be used is named in a note and left out, and the rest applies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isfinite
from urllib.parse import urlencode

from criteria.errors import CriteriaError, ScenarioError
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, ChangedCell, Scenario, check_scenario
from criteria.model.text import clean_text
from criteria.ranking.matrix import offered_normalizations
from criteria.ranking.score import method_row
from criteria.sharing.number import exact
from criteria.sharing.uncertainty import uncertainty_from, uncertainty_text
from criteria.translation import translate as _

VERSION = "1"
PART_LIMIT = 200_000  # characters of one parameter; a scenario with every cell changed stays well below
NOTE_LIMIT = 12  # notes beyond this are counted, not listed
PARAMETERS = (
    "v",
    "problem",
    "profile",
    "method",
    "norm",
    "w",
    "blanks",
    "waive",
    "out",
    "set",
    "sure",
    "data",
)

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_POINTS = re.compile(rf"([^:,]+):({_NUMBER})")
_CELL = re.compile(rf"([^.,:]+)\.([^.,:]+):(?:(\?)|({_NUMBER})(?:-({_NUMBER})-({_NUMBER}))?)")

Query = Mapping[str, str | Sequence[str]]


def scenario_to_query(problem: Problem, scenario: Scenario) -> dict[str, str]:
    """Return the parameters of the address that stands for this scenario, in a fixed order, numbers exact."""
    base = problem.base_scenario(scenario.profile)
    query = {"v": VERSION, "problem": problem.id}
    if scenario.profile != problem.default_profile:
        query["profile"] = scenario.profile or "-"
    if scenario.method != base.method:
        query["method"] = scenario.method
    if scenario.normalization:
        query["norm"] = scenario.normalization
    before = dict(base.importances)
    moved = [f"{name}:{exact(points)}" for name, points in scenario.importances if points != before[name]]
    if moved:
        query["w"] = ",".join(moved)
    if scenario.blanks != base.blanks:
        query["blanks"] = scenario.blanks
    if scenario.waived:
        query["waive"] = ",".join(scenario.waived)
    if scenario.set_aside:
        query["out"] = ",".join(scenario.set_aside)
    if scenario.changed:
        query["set"] = ",".join(_cell_text(cell) for cell in scenario.changed)
    sure = uncertainty_text(scenario.uncertainty)
    if sure:
        query["sure"] = sure
    query["data"] = problem.fingerprint
    return query


def address(problem: Problem, scenario: Scenario, base: str = "") -> str:
    """Return the whole address: the base (without parameters) and the scenario's parameters."""
    return f"{base}?{urlencode(scenario_to_query(problem, scenario), safe=',:')}"


def _cell_text(cell: ChangedCell) -> str:
    place = f"{cell.alternative}.{cell.criterion}"
    if cell.likely is None or cell.low is None or cell.high is None:
        return f"{place}:?"
    if cell.low == cell.likely == cell.high:
        return f"{place}:{exact(cell.likely)}"
    return f"{place}:{exact(cell.low)}-{exact(cell.likely)}-{exact(cell.high)}"


def scenario_from_query(problem: Problem, query: Query) -> tuple[Scenario, list[str]]:
    """Return the scenario that an address stands for, and a note for each part that was left out or needs attention.

    Never raises on account of the query: an address that says nothing usable is the base scenario.
    """
    notes: list[str] = []
    parts = _parts(query, notes)
    version = parts.get("v", VERSION)
    if version != VERSION:
        notes.append(
            _(
                "The link was made by another version ({version}) of this page; what is understood of it was applied.",
                version=_quoted(version),
            )
        )
    scenario = _profile(problem, parts, notes)
    for name, read in _READERS.items():
        if name in parts:
            scenario = read(problem, scenario, parts[name], notes)
    if parts.get("problem", problem.id) != problem.id:
        notes.append(
            _(
                "The link was made for another problem ('{id}'); what fits this one was applied.",
                id=_quoted(parts["problem"]),
            )
        )
    fingerprint = parts.get("data", problem.fingerprint)
    if fingerprint != problem.fingerprint:
        notes.append(
            _(
                "The data have changed since this link was made: the figures can differ from those its sender saw."
            )
        )
    if len(notes) > NOTE_LIMIT:
        more = len(notes) - NOTE_LIMIT + 1
        notes = [*notes[: NOTE_LIMIT - 1], _("{count} more parts of the link could not be used.", count=more)]
    return scenario, notes


def _parts(query: Query, notes: list[str]) -> dict[str, str]:
    """Return one text for each known parameter."""
    parts: dict[str, str] = {}
    for name, given in query.items():
        values = [given] if isinstance(given, str) else [str(value) for value in given]
        if name not in PARAMETERS:
            if not str(name).startswith("embed"):  # Streamlit's own
                notes.append(
                    _("The link has an unknown part '{name}'; it was left out.", name=_quoted(str(name)))
                )
        elif not values:
            continue
        elif len(values) > 1:
            notes.append(_("The link gives '{name}' more than once; the first was used.", name=name))
            parts[name] = values[0]
        else:
            parts[name] = values[0]
    for name, text in list(parts.items()):
        if len(text) > PART_LIMIT:
            notes.append(
                _("The part '{name}' of the link is too long to be genuine; it was left out.", name=name)
            )
            del parts[name]
    return parts


def _profile(problem: Problem, parts: Mapping[str, str], notes: list[str]) -> Scenario:
    identifier = parts.get("profile")
    if identifier is None:
        return problem.base_scenario()
    if identifier == "-":
        return problem.base_scenario("")
    try:
        problem.profile(identifier)
        return problem.base_scenario(identifier)
    except ScenarioError as error:
        notes.append(_left_out(error))
        return problem.base_scenario()


def _method(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    try:
        return scenario.with_method(method_row(clean_text(text, 60)).key)
    except CriteriaError as error:
        notes.append(_left_out(error))
        return scenario


def _normalization(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    method = method_row(scenario.method)
    if text in offered_normalizations(problem, method):
        return scenario.with_method(scenario.method, text)
    notes.append(
        _(
            "{method} does not work with the normalization '{name}' here; its own was used.",
            method=method.name,
            name=_quoted(text),
        )
    )
    return scenario


def _importances(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    for part in _items(text):
        found = _POINTS.fullmatch(part)
        value = float(found[2]) if found else float("nan")
        if not found or not isfinite(value) or value < 0:
            notes.append(
                _(
                    "The importance '{part}' in the link is not a name with a number of at least 0; it was left out.",
                    part=_quoted(part),
                )
            )
            continue
        try:
            scenario = scenario.with_importance(found[1], value)
        except CriteriaError as error:
            notes.append(_left_out(error))
    return scenario


def _blanks(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    if text in BLANK_RULES:
        return scenario.with_blanks(text)
    notes.append(
        _("The link asks for an unknown rule '{rule}' for blank cells; it was left out.", rule=_quoted(text))
    )
    return scenario


def _waived(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    gates = {gate.id for gate in problem.gates}
    for part in _items(text):
        if part in gates:
            scenario = scenario.with_waived(part)
        else:
            notes.append(
                _(
                    "There is no gate '{id}' in this problem; that part of the link was left out.",
                    id=_quoted(part),
                )
            )
    return scenario


def _set_aside(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    for part in _items(text):
        try:
            problem.row(part)
            scenario = scenario.with_set_aside(part)
        except CriteriaError as error:
            notes.append(_left_out(error))
    return scenario


def _changed(problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    for part in _items(text):
        found = _CELL.fullmatch(part)
        if not found:
            notes.append(
                _(
                    "The changed cell '{part}' in the link cannot be read; it was left out.",
                    part=_quoted(part),
                )
            )
            continue
        alternative, criterion, unknown, low, likely, high = found.groups()
        values = (None, None, None) if unknown else tuple(float(v) for v in (low, likely or low, high or low))
        try:
            candidate = scenario.with_cell(ChangedCell(alternative, criterion, *values))
            check_scenario(problem, candidate)
            scenario = candidate
        except CriteriaError as error:
            reason = str(error).rstrip(".")
            notes.append(
                _(
                    "The changed cell '{part}' in the link was left out: {reason}.",
                    part=_quoted(part),
                    reason=reason,
                )
            )
    return scenario


def _uncertainty(_problem: Problem, scenario: Scenario, text: str, notes: list[str]) -> Scenario:
    return scenario.with_uncertainty(uncertainty_from(text, notes))


_READERS: Mapping[str, Callable[[Problem, Scenario, str, list[str]], Scenario]] = {
    "method": _method,
    "norm": _normalization,
    "w": _importances,
    "blanks": _blanks,
    "waive": _waived,
    "out": _set_aside,
    "set": _changed,
    "sure": _uncertainty,
}


def _items(text: str) -> Iterator[str]:
    return (part for part in text.split(",") if part)


def _left_out(error: CriteriaError) -> str:
    return _("{reason} That part of the link was left out.", reason=str(error))


def _quoted(text: str) -> str:
    return clean_text(text, 40)
