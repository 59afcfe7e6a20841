"""The page that a person's own link opens: that person's questions, one part at a time, and nothing of rankings or others' answers."""

from __future__ import annotations

import streamlit as st

from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import answer_links, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.slot import told
from criteria.ui.components.weights import followed
from criteria.ui.components.weights.answer_files import download_answers
from criteria.ui.components.weights.ask_view import choose_node
from criteria.ui.components.weights.asking import ask
from criteria.ui.components.weights.asking_settings import way_name
from criteria.ui.components.weights.given import kept, member_of
from criteria.ui.components.weights.looking import choose_way, what_counts
from criteria.ui.markup import Markup, markup
from criteria.ui.session import Questions
from criteria.weighting.panel import MemberWeights, answers_at, member_weights


def answering(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the questions of the person whose link was opened; return the scenario with the answers, which are saved by then."""
    questions = session.session().questions
    assert questions is not None
    member = member_of(problem, scenario, questions.member)
    blocks.brand(problem.title)
    st.html(markup('<h1 class="c-asked">{who}</h1>', who=_("{who}: what matters more?", who=questions.name)))
    node = choose_node(problem, member)
    said = scenario.panel.member(member.id)
    given = said is not None and any(answers.judgements for answers in said.answers if answers.node == node)
    if not given:
        widgets.begin_widget(widgets.key(way_name(member.id, node)), questions.way)
    form = st.container()
    with widgets.fold(_("Answer this part in another way")):
        way = choose_way(problem, member, node)
    with form:
        with st.container():  # what stands here comes and goes; the fields below stay where they are
            if given:
                what_counts(problem, member, node, way)
        before = answers_at(problem, member, node, way)
        scenario, member = kept(problem, scenario, member, before, ask(problem, member, node, before))
    session.keep(problem, scenario)
    _save()
    found = member_weights(problem, member)
    told(state(session.session().questions or questions, found, scenario.panel.member(member.id)))
    with widgets.fold(_("What follows from your answers")):
        st.html(followed.local_weights(problem, node, found))
    st.html(blocks.caption(_about(questions, member)))
    download_answers(_("Download my answers (CSV)"), "my-answers", everybody=False)
    return scenario


def _save() -> None:
    """Save what the session holds now: a run that is being ended may still be saving while the next one has begun."""
    mine = session.session()
    with mine.saving:
        problem, scenario = session.present()
        if mine.questions is not None:
            mine.questions = answer_links.save(mine.questions, problem, scenario)


def state(questions: Questions, found: MemberWeights, given: Member | None) -> Markup:
    """Return how much is answered, and whether it is saved.  given: what the person answered, None where nothing was."""
    if questions.said and questions.saved != given:
        return blocks.refused(_("Your answers are not saved"), [questions.said])
    done, whole = len(found.answered & found.asked), len(found.asked)
    said = (
        _(
            "All {whole} parts are answered. You can close this page, or come back and change answers.",
            whole=whole,
        )
        if found.has_answered
        else _("{done} of {whole} parts are answered; choose the next part above.", done=done, whole=whole)
    )
    if questions.said:
        return blocks.notes([questions.said], said)
    saved = (
        _("Saved at {time} UTC.", time=f"{questions.saved_at:%H:%M}")
        if questions.version > 1 and questions.saved_at is not None
        else _("Each answer is saved as soon as it is given.")
    )
    return markup('<div class="c-answer" role="status">{said} {saved}</div>', said=said, saved=saved)


def _about(questions: Questions, member: Member) -> str:
    who = member.name or questions.name
    if questions.anonymous:
        return _(
            "These questions are for {who} only. Nothing here shows the ranking or what others answered. Your answers are shown to "
            "the group without your name; anyone with this link can open them.",
            who=who,
        )
    return _(
        "These questions are for {who} only. Nothing here shows the ranking or what others answered; anyone with this link can open "
        "your answers.",
        who=who,
    )
