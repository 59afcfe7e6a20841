"""The session: the scenario in one entry, the address beside it. The only file that touches session_state and query_params.

On each run an address that is not the one written last is adopted, so that Back and Forward are undo and redo; then the
address is written if the scenario moved and the move is committed. A run that a widget started never adopts: while two acts
follow each other quickly, the browser still shows the address before the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import streamlit as st

from criteria.links.judgements import is_partial
from criteria.links.scenario import scenario_from_query, scenario_to_query
from criteria.model.judgements import MEMBER_LIMIT
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.translation import translate as _

_ENTRY = "criteria-session"

Address = dict[str, list[str]]


@dataclass
class Session:
    """What one browser tab holds between runs.

    written, settled: the address written or adopted last, and the scenario it stands for.
    page: which page was drawn last.
    heard: what components sent since the last run, by component.
    places: where somebody is in a series of questions, by name.
    revision: part of every widget key; raised when an address is adopted, so that no stale widget state survives.
    panel_revision: raised whenever importances change other than by the panel itself.
    """

    problem: Problem | None = None
    scenario: Scenario | None = None
    written: Address | None = None
    settled: Scenario | None = None
    notes: list[str] = field(default_factory=list)
    page: str = ""
    revision: int = 0
    panel_revision: int = 0
    acted: bool = False
    committed: bool = True
    heard: dict[str, object] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


def session() -> Session:
    """Return this tab's session."""
    if _ENTRY not in st.session_state:
        st.session_state[_ENTRY] = Session()
    mine: Session = st.session_state[_ENTRY]
    return mine


def act() -> None:
    """Note that a widget started this run; the callback of every widget that moves the scenario or the view."""
    session().acted = True


def open_scenario(problems: dict[str, Problem], first: str, page: str) -> tuple[Problem, Scenario]:
    """Return the problem and scenario of this run: the session's own, or those of an address that it did not write.

    Another page opened from the menu comes with an empty address: the scenario stays and is written to the new one.
    """
    mine = session()
    here = _address()
    moved, mine.page = mine.page not in ("", page), page
    if moved and not here and mine.scenario is not None:
        mine.written, mine.settled = here, None
        mine.revision += 1
        mine.panel_revision += 1
    elif mine.scenario is None or mine.problem is None or (here != mine.written and not mine.acted):
        _adopt(mine, here, problems, first)
    mine.acted = False
    mine.committed = True
    return present()


def present() -> tuple[Problem, Scenario]:
    """Return the problem and scenario as they stand."""
    mine = session()
    assert mine.problem is not None
    assert mine.scenario is not None
    return mine.problem, mine.scenario


def _adopt(mine: Session, here: Address, problems: dict[str, Problem], first: str) -> None:
    notes = []
    asked = here.get("problem", [first])[0]
    if asked not in problems:
        notes.append(
            _(
                "There is no problem '{id}' here; this is {title}.",
                id=clean_text(asked, 40),
                title=problems[first].title,
            )
        )
    before = mine.scenario
    mine.problem = problems.get(asked, problems[first])
    mine.scenario, found = scenario_from_query(mine.problem, here)
    if (
        before is not None
        and before.problem == mine.problem.id
        and is_partial("".join(here.get("judged", [])))
    ):
        # An address that was too short for everybody: this tab still has the others.
        panel = mine.scenario.panel
        others = [m for m in before.panel.members if panel.member(m.id) is None][
            : MEMBER_LIMIT - len(panel.members)
        ]
        mine.scenario = mine.scenario.with_panel(replace(panel, members=(*panel.members, *others)))
    mine.notes = [*notes, *found]
    mine.places.clear()  # a question that was answered may be open again
    mine.written, mine.settled = here, mine.scenario
    mine.revision += 1
    mine.panel_revision += 1


def keep(problem: Problem, scenario: Scenario) -> None:
    """Make this the scenario of the session."""
    mine = session()
    if problem is not mine.problem:
        mine.revision += 1
        mine.panel_revision += 1
        mine.notes = []
    mine.problem, mine.scenario = problem, scenario


def write_address() -> None:
    """Write the scenario to the address if it moved and the move is committed; said late, for the browser draws after it."""
    mine = session()
    problem, scenario = present()
    if not mine.committed or mine.written is None:
        return
    # An adopted address may say the same in other words; it stays until the scenario moves.
    if scenario == mine.settled:
        return
    # Arriving on another page says nothing new: what was noted about the link stays.
    mine.notes, mine.settled = ([] if mine.settled is not None else mine.notes), scenario
    st.query_params.from_dict(scenario_to_query(problem, scenario))
    mine.written = _address()


def act_is_done() -> None:
    """Note that this run has taken up what a widget sent; said early, for a run may be ended by the next act at any time."""
    session().acted = False


def _address() -> Address:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def panel_moved(*, committed: bool) -> None:
    """Note whether the panel's last move is finished (a slider let go) or under way (a slider being dragged)."""
    session().committed = committed


def importances_replaced() -> None:
    """Tell the panel that the importances are no longer those it sent."""
    session().panel_revision += 1


def key(name: str) -> str:
    """Return a widget key that is new whenever an address was adopted."""
    return f"{name}-{session().revision}"


def widgets_replaced() -> None:
    """Forget what widgets hold: their values were changed by other means."""
    session().revision += 1


def hear(name: str, entry: str) -> None:
    """Take down what a component just sent under this entry, for the run that follows; a component's callback."""
    act()
    session().heard[name] = component_value(name, entry)


def say(name: str, value: object) -> None:
    """Leave word for the run that follows; for callbacks."""
    session().heard[name] = value


def heard(name: str) -> object:
    """Return what a component sent since the last run, once; None where it sent nothing."""
    return session().heard.pop(name, None)


def place(name: str) -> int | None:
    """Return where somebody is in a series of questions, None where it was not begun."""
    return session().places.get(name)


def set_place(name: str, position: int) -> None:
    """Note where somebody is in a series of questions."""
    session().places[name] = position


def widget_now(name: str) -> object:
    """Return what a widget with this very key holds; for callbacks, which come before anything is drawn."""
    return st.session_state.get(name)


def begin_widget(name: str, value: object) -> None:
    """Set what a widget that was not drawn yet begins with."""
    if name not in st.session_state:
        st.session_state[name] = value


def component_value(name: str, entry: str) -> object:
    """Return what a component of ours sent under this entry, None before it sent anything."""
    sent = st.session_state.get(name)
    return sent.get(entry) if sent else None


def widget_value(name: str) -> object:
    """Return the value a widget has in this run, None before it was drawn."""
    return st.session_state.get(key(name))


def set_widget_value(name: str, value: object) -> None:
    """Set the value of a widget that will be drawn later in this run (or in the next, from a callback)."""
    st.session_state[key(name)] = value
