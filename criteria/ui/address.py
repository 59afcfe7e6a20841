"""The address bar: read when a page opens, written when the scenario moved. The only file that touches query_params.

On each run an address that is not the one written last is adopted, so that Back and Forward are undo and redo; then the
address is written if the scenario moved and the move is committed. A run that a widget started never adopts: while two acts
follow each other quickly, the browser still shows the address before the first.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.links.door import ADDRESS_DOOR, length_of, too_long
from criteria.links.judgements import is_partial
from criteria.links.scenario import scenario_from_query
from criteria.model.judgements import MEMBER_LIMIT
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.ui import answer_links, kept, looks, own, saved
from criteria.ui import session as tab
from criteria.ui.session import Address, Session

QUESTIONS = "answers"  # the page that a person's own link opens
ARRIVALS = 100  # pages opened from the menu that are remembered
SEALING = "seal"  # of a link that opens with names and scores hidden; names the saved scenario that is being sealed, if one is


def open_scenario(
    problems: dict[str, Problem], first: str, page: str, *, stay: bool = False
) -> tuple[Problem, Scenario]:
    """Return the problem and scenario of this run: the session's own, or those of an address that it did not write.

    stay: the page comes back to the session that drew it, and nobody went Back or Forward meanwhile: an address that is not the one
    written last never reached the browser, and is written again.

    Another page opened from the menu comes with an empty address: the scenario stays and is written to the new one. Back comes to that empty
    address once more, and the scenario stays again; it is not written, or Back would go no further.
    """
    mine = tab.session()
    here = _address()
    moved, mine.page = mine.page not in ("", page), page
    if moved and not here and mine.scenario is not None:
        mine.written, mine.settled, mine.arriving, mine.anew = here, None, True, ""
        tab.replaced()
    elif not here and not mine.acted and _is_back_at_arrival(mine):
        mine.written, mine.settled, mine.shown = here, mine.scenario, looks.written(mine)
    elif stay and mine.scenario is not None and here != mine.written:
        mine.written, mine.settled = here, None
    elif mine.scenario is None or mine.problem is None or (here != mine.written and not mine.acted):
        _adopt(mine, here, problems, first)
    mine.acted = False
    mine.committed = True
    return tab.present()


def _is_back_at_arrival(mine: Session) -> bool:
    """Whether the empty address is that of a page as the menu opened it: Back came there from the address written on arrival."""
    if mine.written is None or (mine.page, mine.written) not in mine.arrivals:
        return False
    last = len(mine.arrivals) - 1 - mine.arrivals[::-1].index((mine.page, mine.written))
    del mine.arrivals[last:]  # Back passes each of them once
    return True


def _adopt(mine: Session, here: Address, problems: dict[str, Problem], first: str) -> None:
    # Bounded before anything of it is read: one of each parameter, and none of an address that is too long.
    refused = too_long(here)
    if saved.PARAMETER in here and not refused and _adopt_saved(mine, here, problems):
        return
    mine.questions = None
    if asks_one_person() and mine.page == QUESTIONS:
        _adopt_questions(mine, here, problems, first)
        return
    if SEALING in here and not refused:  # Back does not end it
        mine.sealing = True
        if kept.is_token(here[SEALING][-1]):
            mine.under_seal = here[SEALING][-1]
    brought = own.brought({} if refused else here, problems)
    notes = [refused] if refused else [*mine.unopened, *brought.notes]
    mine.unopened = ()
    asked_for = (
        {}
        if refused or brought.refused
        else {k: v for k, v in here.items() if k != SEALING and k not in looks.NAMES}
    )
    if brought.problem is not None:
        asked_for = {name: given for name, given in asked_for.items() if name not in own.NAMING}
        first, problems = brought.problem.id, {brought.problem.id: brought.problem}
    asked = asked_for.get("problem", [first])[-1]  # of a part that is told twice the last counts, everywhere
    if asked not in problems:
        notes.append(
            _(
                "The link asks for the problem '{id}', which is not here; nothing of the link was applied. This is {title}.",
                id=clean_text(asked, 40),
                title=problems[first].title,
            )
        )
    before = mine.scenario
    mine.problem = problems.get(asked, problems[first])
    gone = asked not in problems  # what was chosen for another problem means nothing here
    mine.scenario, found = scenario_from_query(mine.problem, {} if gone else asked_for)
    if (
        before is not None
        and before.problem == mine.problem.id
        and is_partial("".join(asked_for.get("judged", [])[-1:]))
    ):
        # An address that was too short for everybody: this tab still has the others.
        panel = mine.scenario.panel
        others = [m for m in before.panel.members if panel.member(m.id) is None][
            : MEMBER_LIMIT - len(panel.members)
        ]
        mine.scenario = mine.scenario.with_panel(replace(panel, members=(*panel.members, *others)))
    mine.notes = [*notes, *found]
    mine.report = ()  # the import may be taken back
    mine.places.clear()  # a question that was answered may be open again
    looks.adopt(mine, {} if refused else here)
    mine.written, mine.settled, mine.shown = _address(), mine.scenario, looks.written(mine)
    hide_what_names_candidates(mine)
    tab.replaced()


def _adopt_saved(mine: Session, here: Address, problems: dict[str, Problem]) -> bool:
    """Open what a short link stands for; return whether that could be done. Where it could not, the reason is noted."""
    try:
        found = saved.opened(here[saved.PARAMETER][-1], problems)
    except CriteriaError as error:
        st.query_params.clear()
        here.clear()
        mine.unopened = (str(error),)
        return False
    problem = own.use(found.problem, problems) if found.own else found.problem
    mine.problem, mine.scenario = problem, replace(found.scenario, problem=problem.id)
    mine.saved = (found.token, found.version.number, found.name, problem.id)
    mine.seal = found.sealed or mine.seal
    mine.notes, mine.report = list(found.notes), ()
    mine.places.clear()
    looks.adopt(mine, here)
    mine.written, mine.settled, mine.shown = _address(), mine.scenario, looks.written(mine)
    mine.sealing = mine.sealing or found.sealing or SEALING in here
    if found.sealing:
        mine.under_seal = found.token
    hide_what_names_candidates(mine)
    tab.replaced()
    return True


def hide_what_names_candidates(mine: Session) -> None:
    """While names are hidden, take out what the scenario says of candidates; the link is written anew without it."""
    if mine.sealing:
        assert mine.scenario is not None
        mine.scenario, mine.settled = replace(mine.scenario, set_aside=(), changed=()), None


def is_bare() -> bool:
    """Whether the address names nothing but a page."""
    return not st.query_params


def asks_one_person() -> bool:
    """Whether the address is the link of one person who is asked."""
    return answer_links.PARAMETER in st.query_params


def _adopt_questions(mine: Session, here: Address, problems: dict[str, Problem], first: str) -> None:
    """Open the questions of the person whose link this is; where that cannot be done, the reason is noted."""
    mine.notes, mine.report = [], ()
    try:
        found = answer_links.opened(here[answer_links.PARAMETER][-1], problems)
    except CriteriaError as error:
        mine.problem, mine.scenario, mine.notes = (
            problems[first],
            problems[first].base_scenario(),
            [str(error)],
        )
    else:
        problem = found.problem if found.problem.id in problems else own.use(found.problem, problems)
        mine.problem, mine.scenario = problem, replace(found.scenario, problem=problem.id)
        mine.questions = found
    mine.places.clear()
    mine.written, mine.settled = _address(), mine.scenario
    tab.replaced()


def write_address() -> None:
    """Write the scenario to the address if it moved and the move is committed; said late, for the browser draws after it."""
    mine = tab.session()
    problem, scenario = tab.present()
    if mine.page == QUESTIONS:
        return  # answers go to the store, and the link stays what it is
    if not mine.committed or mine.written is None:
        return
    # An adopted address may say the same in other words; it stays until the scenario moves.
    shown = looks.written(mine)
    if scenario == mine.settled and shown == mine.shown:
        return
    # Arriving on another page, or looking at something else, says nothing new: what was noted about the link stays.
    if mine.settled not in (None, scenario):
        mine.notes = []
    mine.settled, mine.shown = scenario, shown
    if mine.sealing:
        # The link of a small table holds the names that are hidden: meanwhile it names the store, or nothing.
        known = own.without_table(problem)
        query = (own.query(problem, scenario) if known else {}) | {SEALING: mine.under_seal or "1"}
    else:
        query = own.query(problem, scenario) | shown
    if length_of({name: [value] for name, value in query.items()}) > ADDRESS_DOOR:
        mine.notes = [
            _(
                "This scenario has become too long for a link: the address is that of an earlier state. Download the inputs to "
                "keep it."
            )
        ]
        return
    st.query_params.from_dict(query)
    mine.written = _address()
    if mine.arriving:
        mine.arrivals, mine.arriving = [*mine.arrivals[1 - ARRIVALS :], (mine.page, mine.written)], False


def _address() -> Address:
    return {name: st.query_params.get_all(name) for name in st.query_params}
