"""The importance panel: a tree of sliders that act while they are dragged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from criteria.charts.palette import group_colour
from criteria.errors import CriteriaError
from criteria.model.importance import slider_top
from criteria.model.points import POINTS_LIMIT
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, session, widgets
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.panel_points import points_of
from criteria.ui.markup import markup

_HERE = Path(__file__).parent
KEY = "importance-panel"

_panel = browser_part("importance_panel", markup('<div class="panel"></div>\n'), _HERE / "panel_place.js")


def taken_up(problem: Problem, scenario: Scenario) -> Scenario:
    """Make what the panel sent the scenario of the session, if it is newer than what it was given, and return it."""
    move = widgets.component_value(KEY, "move")
    scenario, committed = moved(problem, scenario, move, session.session().panel_revision)
    played = isinstance(move, dict) and bool(move.get("played"))
    headed = isinstance(move, dict) and bool(move.get("told"))
    session.panel_moved(_count(move), committed=committed, played=played, headed=headed)
    session.keep(problem, scenario)
    session.act_is_done()
    return scenario


def _arrived() -> None:
    """Take up a move at once: whichever run comes next counts it, also that of another page, which somebody went to in the same instant.

    Where the browser plays its bars back, find what the headline says before anything is drawn: what is drawn first leaves at once and is
    painted by itself, and a headline that comes with it is painted in the same go.
    """
    with session.unbroken() as held:
        session.act()
        sent = held.get(KEY)
        move = sent.get("move") if sent else None
        problem, scenario = session.present()
        scenario, _committed = moved(problem, scenario, move, session.session().panel_revision)
        session.keep(problem, scenario)
    if isinstance(move, dict) and move.get("played"):
        with suppress(CriteriaError):  # the run says so
            compute.known_firmness(problem, scenario)


def importance_panel(problem: Problem, scenario: Scenario) -> None:
    """Draw the panel with the importances of the scenario."""
    _panel(
        key=KEY,
        data={
            "session": session.session().token,
            "revision": session.session().panel_revision,
            "problem": problem.id,
            "profile": scenario.profile,
            "ack": _count(widgets.component_value(KEY, "move")),
            "most": POINTS_LIMIT,
            "top": slider_top(problem, scenario),
            "query": link_query(problem, scenario),
            "nodes": list(_nodes(problem, scenario)),
            "words": {
                "heading": _("Importance"),
                "reset": _("Reset"),
                "undo": _("Undo"),
                "redo": _("Redo"),
                "offline": _(
                    "No connection to the server: what you move is kept, and counts when it is back."
                ),
                "changed": _("{count} changed"),
                "points": _("Points for {name}"),
                "open": _("Criteria of {name}"),
                "nothing": _("All importances are 0"),
            },
        },
        on_move_change=_arrived,
        height="content",
    )


def _count(move: object) -> int:
    """Return which move of this session's panel was the last to arrive."""
    if not isinstance(move, dict) or move.get("session", session.session().token) != session.session().token:
        return 0
    count = move.get("count", 0)
    return count if isinstance(count, int) else 0


def moved(problem: Problem, scenario: Scenario, move: object, revision: int) -> tuple[Scenario, bool]:
    """Return the scenario with the points of a move, and whether the move is finished.

    A move that was made before the panel was told of other importances, or in another session, or that holds anything but points of this
    problem's criteria, changes nothing.
    """
    if (
        not isinstance(move, dict)
        or move.get("revision") != revision
        or not isinstance(move.get("points"), dict)
        or move.get("session", session.session().token) != session.session().token
    ):
        return scenario, True
    return scenario.with_importances(points_of(problem, move["points"])), bool(move.get("committed", True))


def _nodes(problem: Problem, scenario: Scenario) -> Iterator[dict[str, object]]:
    base, present = dict(problem.importances_of(scenario.profile)), dict(scenario.importances)
    for node in _below(problem):
        yield node | {"points": present[str(node["id"])], "base": base[str(node["id"])]}


def _below(
    problem: Problem, parent: str = "", depth: int = 0, colour: str = ""
) -> Iterator[dict[str, object]]:
    """Yield what the panel shows of each node under another whatever its points, in the order of the tree."""
    siblings = problem.children(parent)
    for position, node in enumerate(siblings):
        shade = colour or group_colour(position, len(siblings))
        yield {
            "id": node.id,
            "parent": parent,
            "name": node.label,
            "title": node.name if node.name == node.label else f"{node.label}: {node.name}",
            "depth": depth,
            "leaf": not problem.children(node.id),
            "colour": shade,
        }
        yield from _below(problem, node.id, depth + 1, shade)
