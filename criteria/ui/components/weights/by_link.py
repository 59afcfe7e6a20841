"""Ask everybody on their own device: a link for each person, who has answered, and the answers brought in when they are all there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import answer_links, rounds, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner
from criteria.ui.components.weights.arriving import bring, follow, is_ready, look
from criteria.ui.markup import cell, markup, row, table
from criteria.ui.rounds import Returned, Round
from criteria.weighting.catalogue import ELICITATIONS

_REFUSED = "round-refused"
_QUORUM, _ANONYMOUS, _WAY = "round-quorum", "round-anonymous", "round-way"


def by_link(problem: Problem, called: Mapping[str, str]) -> None:
    """Draw the round of questions that is under way, or the form that begins one."""
    mine = owner()
    if said := session.heard(_REFUSED):
        st.html(blocks.refused(_("This was not done"), [str(said)]))
    try:
        begun = rounds.all_open(mine, problem.id)
        found = rounds.returned(problem, begun[0]) if begun else ()
    except CriteriaError as error:
        st.html(
            blocks.refused(
                _("Links cannot be made or read now; answers as files work all the same"), [str(error)]
            )
        )
        return
    with st.container():
        _earlier(begun[1:], mine)
    if not begun:
        _begin_form(called, mine)
        return
    _state(begun[0], found)
    follow(begun[0], found)
    _acts(begun[0], found, mine)


def _earlier(begun: Sequence[Round], mine: str) -> None:
    """Say that rounds begun earlier are still open, and offer to end them."""
    if not begun:
        return
    st.html(
        blocks.notes(
            [
                translate_count(
                    "Under the links of {count} round begun before this one people still answer, and no one sees it here.",
                    "Under the links of {count} rounds begun before this one people still answer, and no one sees it here.",
                    len(begun),
                )
            ],
            _("Earlier rounds are still open:"),
        )
    )
    widgets.button(
        _("End the earlier rounds"),
        key=widgets.key("rounds-end-earlier"),
        then=(_attempt, (_end_all, begun, mine)),
    )


def _begin_form(called: Mapping[str, str], mine: str) -> None:
    st.html(
        blocks.caption(
            _(
                "Each person gets a link that opens that person's questions and nothing else. Answers arrive here; no one sees them "
                "before enough people have answered everything, or you bring them in."
            )
        )
    )
    left, middle, right = st.columns(3, vertical_alignment="center")
    with left:
        widgets.menu(
            _("Ask first by"),
            {way: _(row.name) for way, row in ELICITATIONS.items()},
            present="ahp",
            key=widgets.key(_WAY),
            help=_("Everybody can answer in another way."),
        )
    with middle:
        widgets.number(
            _("How many must have answered everything"),
            key=widgets.key(_QUORUM),
            min_value=1,
            max_value=len(called),
            value=len(called),
            step=1,
        )
    with right:
        widgets.switch(
            _("Without names"),
            key=widgets.key(_ANONYMOUS),
            help=_(
                "Answers come in as Person 1, Person 2 and so on, in an order that does not reveal who they are."
            ),
        )
    widgets.button(
        _("Make a link for each person"),
        key=widgets.key("round-begin"),
        icon=":material/link:",
        then=(_attempt, (_begin, dict(called), mine)),
    )


def _state(one: Round, found: Sequence[Returned]) -> None:
    complete = sum(row.complete for row in found)
    rows = []
    for back in found:
        link = f"{session.session().base.rpartition('/')[0]}/answer?{answer_links.PARAMETER}={back.invitation.token}"
        rows.append(
            row(
                [
                    cell(
                        markup(
                            "{name}<small><code>{link}</code></small>", name=back.invitation.name, link=link
                        ),
                        "name",
                    ),
                    cell(f"{back.parts[0]} / {back.parts[1]}", "n"),
                    cell(f"{back.last:%Y-%m-%d %H:%M} UTC" if back.last else "–", "n"),
                ]
            )
        )
    heads = [
        (_("Person, with the link for this person only"), "name"),
        (_("Parts answered"), "n"),
        (_("Last answer"), "n"),
    ]
    st.html(
        blocks.caption(
            _(
                "{complete} of {invited} have answered everything; {quorum} are needed.",
                complete=complete,
                invited=len(found),
                quorum=one.quorum,
            )
        )
    )
    st.html(table(heads, rows, "c-plain"))


def _acts(one: Round, found: Sequence[Returned], mine: str) -> None:
    ready = is_ready(one, found)
    some = any(row.last for row in found)
    first, second, third = st.columns(3)
    with first:
        widgets.button(
            _("Bring the answers in") if ready else _("Bring in what is there now"),
            key=widgets.key("round-bring"),
            type="primary" if ready else "secondary",
            disabled=not some,
            width="stretch",
            then=(_attempt, (bring, one)),
        )
    with second:
        widgets.button(
            _("See who has answered"),
            key=widgets.key("round-look"),
            width="stretch",
            then=(_attempt, (look, one)),
        )
    with third:
        widgets.button(
            _("End this round"),
            key=widgets.key("round-end"),
            help=_("The links open nothing any more. Answers that were brought in stay."),
            width="stretch",
            then=(_attempt, (_end, one, mine)),
        )


def _attempt(work: object, *given: object) -> None:
    """Do what a button asks for; what cannot be done is said on the page."""
    assert callable(work)
    try:
        work(*given)
    except CriteriaError as error:
        session.say(_REFUSED, str(error))


def _begin(called: Mapping[str, str], mine: str) -> None:
    problem, scenario = session.present()
    quorum = widgets.widget_now(widgets.key(_QUORUM))
    rounds.begin(
        problem,
        scenario,
        called,
        owner=mine,
        quorum=int(quorum) if isinstance(quorum, int | float) else len(called),
        way=str(widgets.widget_now(widgets.key(_WAY)) or "ahp"),
        anonymous=bool(widgets.widget_now(widgets.key(_ANONYMOUS))),
        own=problem.id in session.session().own,
    )


def _end(one: Round, mine: str) -> None:
    rounds.end(one, owner=mine)


def _end_all(begun: Sequence[Round], mine: str) -> None:
    for one in begun:
        rounds.end(one, owner=mine)
