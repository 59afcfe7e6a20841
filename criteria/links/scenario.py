"""The scenario as readable parameters of an address, and back.

Only what differs from the base scenario of the chosen profile is written. What comes in is text from strangers: each part
is checked alone, what cannot be used is named in a note and left out, and the rest applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from criteria.errors import ScenarioError
from criteria.links.judgements import panel_text
from criteria.links.parts import READERS, left_out, quoted
from criteria.links.uncertainty import uncertainty_text
from criteria.model.number import exact
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.translation import translate as _

VERSION = "1"
PART_LIMIT = 200_000  # characters of one parameter; a scenario with every cell changed stays well below
ADDRESS_LIMIT = 4_000  # characters; judgements that would make an address longer stay out of it
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
    "judged",
    "data",
)

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
    judged = panel_text(problem, scenario.panel, room=ADDRESS_LIMIT - len(urlencode(query, safe=",:")))
    return query | {"judged": judged} if judged else query


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
                version=quoted(version),
            )
        )
    scenario = _profile(problem, parts, notes)
    for name, read in READERS.items():
        if name in parts:
            scenario = read(problem, scenario, parts[name], notes)
    if parts.get("problem", problem.id) != problem.id:
        notes.append(
            _(
                "The link was made for another problem ('{id}'); what fits this one was applied.",
                id=quoted(parts["problem"]),
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
                    _("The link has an unknown part '{name}'; it was left out.", name=quoted(str(name)))
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
        notes.append(left_out(error))
        return problem.base_scenario()
