"""The scenario as readable parameters of an address, and back.

Only what differs from the base scenario of the chosen profile is written. What comes in is text from strangers: each part
is checked alone, what cannot be used is named in a note and left out, and the rest applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlencode

from criteria.links.items import quoted, told_again
from criteria.links.parts import CODECS
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.scenario import Scenario
from criteria.model.scenario_parts import PARTS, parts_that_differ
from criteria.translation import translate as _
from criteria.translation import translate_count

VERSION = "1"
PART_LIMIT = 200_000  # characters of one parameter; a scenario with every cell changed stays well below
ADDRESS_LIMIT = 4_000  # characters; judgements that would make an address longer stay out of it
TABLE_ROOM = 6_000  # characters of a link for the table
WHOLE_ROOM = 7_800  # characters of a link with table and scenario
NOTE_LIMIT = 12  # notes beyond this are counted, not listed
TABLE = "table"  # a whole small problem, see small_table; whoever opens it has taken it out before the scenario is read
PARAMETERS = ("v", "problem", TABLE, *PARTS, "data")

Query = Mapping[str, str | Sequence[str]]


def scenario_to_query(problem: Problem, scenario: Scenario, *, limit: int = ADDRESS_LIMIT) -> dict[str, str]:
    """Return the parameters of the address that stands for this scenario, in a fixed order, numbers exact.

    limit: characters of the address beyond which judgements stay out of it.
    """
    return dict(_query(problem, scenario, limit))


@remembered
def _query(problem: Problem, scenario: Scenario, limit: int) -> Mapping[str, str]:
    query = {"v": VERSION, "problem": problem.id}
    end = {"data": problem.fingerprint}
    different = {part.key for part in parts_that_differ(problem, scenario)}
    for key, codec in CODECS.items():
        if key not in different and not codec.needed(problem, scenario):
            continue
        room = limit - len(urlencode(query | end, safe=",:"))
        text = codec.write(problem, scenario, room)
        if text:
            query[key] = text
    # Judgements are long: they come last, where a reader of the address does not have to look past them.
    judged = query.pop("judged", None)
    return MappingProxyType(query | end | ({"judged": judged} if judged else {}))


def query_with_table(problem: Problem, scenario: Scenario, table: str) -> dict[str, str]:
    """Return the parameters of an address that carries the problem itself.  table: as `small_table.packed` gives it."""
    room = min(ADDRESS_LIMIT, WHOLE_ROOM - len(urlencode({TABLE: table})) - 1)
    parameters = scenario_to_query(problem, scenario, limit=room)
    names = list(parameters)
    end = names.index("data")  # the table stands behind what a person can read
    return {
        **{name: parameters[name] for name in names[:end]},
        TABLE: table,
        **{name: parameters[name] for name in names[end:]},
    }


def address(problem: Problem, scenario: Scenario, base: str = "", table: str = "") -> str:
    """Return the whole address: the base (without parameters) and the scenario's parameters, with the table of the problem if given."""
    query = query_with_table(problem, scenario, table) if table else scenario_to_query(problem, scenario)
    return f"{base}?{urlencode(query, safe=',:')}"


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
    scenario = problem.base_scenario()
    for name, codec in CODECS.items():
        if name in parts:
            scenario = codec.read(problem, scenario, parts[name], notes)
    if "v" in parts:  # written by this page, not by hand
        for name, codec in CODECS.items():
            if name not in parts:
                scenario = codec.absent(problem, scenario)
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
    notes = list(dict.fromkeys(notes))  # what is told of ten items alike is told once
    if len(notes) > NOTE_LIMIT:
        more = len(notes) - NOTE_LIMIT + 1
        rest = translate_count(
            "{count} more part of the link could not be used.",
            "{count} more parts of the link could not be used.",
            more,
        )
        notes = [*notes[: NOTE_LIMIT - 1], rest]
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
            notes.append(told_again(name))
            parts[name] = values[-1]
        else:
            parts[name] = values[0]
    for name, text in list(parts.items()):
        if len(text) > PART_LIMIT:
            notes.append(
                _("The part '{name}' of the link is too long to be genuine; it was left out.", name=name)
            )
            del parts[name]
    return parts
