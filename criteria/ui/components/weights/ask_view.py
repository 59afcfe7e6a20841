"""One member asked about one part of the tree, in one way; and what follows."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from criteria.explain.verdict import names
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.page import take
from criteria.ui.components.common.slot import told
from criteria.ui.components.weights import followed
from criteria.ui.components.weights.answer_files import answer_files, download_answers, import_report
from criteria.ui.components.weights.asking import ask, node_label
from criteria.ui.components.weights.asking_candidates import what_the_order_leaves
from criteria.ui.components.weights.given import kept, member_of
from criteria.ui.components.weights.looking import choose_way, covered, effect_when_done, what_counts
from criteria.ui.components.weights.members import choose_member, new_member
from criteria.ui.markup import NOTHING
from criteria.weighting.catalogue import ELICITATIONS
from criteria.weighting.panel import answers_at, items_of, member_weights, nodes_of, way_that_counts


def ask_view(problem: Problem, scenario: Scenario) -> Scenario:
    """Ask one member about one part of the tree, in one way; show what follows."""
    scenario, member = choose_member(problem, scenario)
    with st.container():
        import_report()
    questions = st.container()  # the question comes first; who else is asked, and files, stand below it
    with st.container():
        brought = people_and_files(problem, scenario, member)
    if brought != scenario:
        take(problem, brought)
        st.rerun()
    with questions:
        return _questions(problem, scenario, member)


def people_and_files(problem: Problem, scenario: Scenario, member: Member) -> Scenario:
    """Draw what is done when a person has answered, and for another person; return the scenario with what was imported."""
    st.html(
        blocks.heading(
            _("Finished? Send this back"),
            _(
                "Copy the link on top of this page, which holds the answers, or download the answers of {who} as a file, and send either to "
                "the person who asked you.",
                who=member.name or member.id,
            ),
        )
    )
    send, files, new = st.columns(3, vertical_alignment="bottom")
    with send:
        download_answers(_("Download these answers (CSV)"), "answers-to-send", everybody=False)
    with files:
        imported = answer_files(problem, scenario)
    with new:
        new_member(problem, imported)
    return imported


def _questions(problem: Problem, scenario: Scenario, member: Member) -> Scenario:
    """Draw one person's questions and what follows from the answers; return the scenario with them."""
    if covered(problem, scenario, member, member.name or member.id):
        return scenario
    if all(len(items_of(problem, node)) < 2 for node in nodes_of(problem)):
        st.html(
            blocks.caption(_("There is one criterion: it has all the weight, and there is nothing to ask."))
        )
        return scenario
    node = choose_node(problem, member)
    with st.container(key="abreast-ask"):
        left, right = st.columns([1.55, 1], gap="large")
    with left:
        form = st.container()
        with widgets.fold(_("Answer this part in another way")):
            way = choose_way(problem, member, node)
        about = " · ".join(filter(None, [member.role, _ready(problem, member)]))
        told(blocks.caption(about) if about else NOTHING)
    with form:
        with st.container():
            what_counts(problem, member, node, way)
        before = answers_at(problem, member, node, way)
        answers = ask(problem, member, node, before)
    scenario, member = kept(problem, scenario, member, before, answers)
    # Written before anything is drawn that follows from it, so that Back at once after an answer takes that answer back.
    take(problem, scenario)
    own = member_weights(
        problem, member.with_way(node, way)
    )  # what is shown follows from the form that is shown
    with right:
        st.html(blocks.heading(_("What follows?"), _of_whom(problem, member, node)))
        st.html(followed.local_weights(problem, node, own))
        followed.consistency(problem, member, node, own.nodes[node], own.ways[node])
        importances, whole = followed.taken_over(problem, own)
        with st.container():
            what_the_order_leaves(problem, scenario, own.nodes[node], answers, importances)
        if importances:
            st.html(blocks.heading(_("What would the weights of {who} do to the ranking?", who=member.name)))
            effect_when_done(problem, scenario, own, node, importances)
        followed.use_button(
            problem,
            scenario,
            importances,
            f"{member.id}",
            now=_importances(member.id, node, way),
            whole=whole,
        )
    return scenario


def _importances(who: str, node: str, way: str) -> followed.Importances:
    """Return what gives the importances of a person's answers, where one part is answered in this way."""

    def importances(problem: Problem, scenario: Scenario) -> Mapping[str, float]:
        member = member_of(problem, scenario, who).with_way(node, way)
        return followed.taken_over(problem, member_weights(problem, member))[0]

    return importances


def _ready(problem: Problem, member: Member) -> str:
    """Return where answers lie ready in a way that does not count, so that somebody new finds them."""
    ready = [
        _(
            "{way}: {node}",
            way=_(ELICITATIONS[answers.way].name),
            node=node_label(problem, answers.node),
        )
        for answers in member.answers
        if answers.judgements and answers.way != way_that_counts(problem, member, answers.node)
    ]
    return _("Answered already, without counting: {listed}.", listed=names(ready)) if ready else ""


def _of_whom(problem: Problem, member: Member, node: str) -> str:
    return _("{who}: {where}", who=member.name, where=node_label(problem, node))


def choose_node(problem: Problem, member: Member) -> str:
    """Draw the parts of the tree with what is answered of each; return the one that is asked about."""
    nodes = [node for node in nodes_of(problem) if len(items_of(problem, node)) > 1] or [""]
    if len(nodes) == 1:
        return nodes[0]
    titles = {node: node_label(problem, node) for node in nodes}
    # The buttons keep their words: the browser knows which one is pressed by its text, and another text would be another choice.
    chosen = widgets.row(
        _("Part of the tree"),
        titles,
        present=nodes[0],
        required=True,
        key=f"node-{problem.id}",
    )
    states = followed.node_states(member_weights(problem, member), titles)
    begun = [states[node] for node in nodes if states[node] != titles[node]]
    told(blocks.caption(_("Answered: {listed}.", listed=names(begun)) if begun else ""))
    return str(chosen or nodes[0])
