"""The forms in which people are asked, one for each way; each returns the answers with what was entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from criteria.model.judgements import Answers, Member
from criteria.model.problem import Problem
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights.asking_candidates import by_known_candidates
from criteria.ui.components.weights.asking_numbers import by_points, by_rank, by_swing
from criteria.ui.components.weights.asking_settings import setting, way_name, widget_key
from criteria.ui.components.weights.given import take_answer, take_end
from criteria.ui.components.weights.pair_question import pair_question
from criteria.weighting.ahp import PRIORITIES
from criteria.weighting.catalogue import ELICITATIONS, PAIRS_SUIT
from criteria.weighting.elicited import elicited
from criteria.weighting.panel import items_of
from criteria.weighting.random_index import RANDOM_INDICES
from criteria.weighting.scales import SCALES

_PRIORITY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "eigenvector": later("Eigenvector (Saaty)"),
        "geometric_mean": later("Geometric mean of rows"),
        "column_mean": later("Mean of normalized columns"),
    }
)


def ask(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    """Draw the form of the answers' way for the children of a node; return the answers with what was entered."""
    return _FORMS[answers.way](problem, member, node, answers)


def _by_pairs(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    _too_many_for_pairs(problem, member, node)
    slot = st.container()
    with widgets.popover(_("Scale and priorities")):
        answers = setting(
            member,
            answers,
            "scale",
            _("Numbers behind the words"),
            {k: _(row.name) for k, row in SCALES.items()},
        )
        answers = setting(
            member, answers, "priorities", _("Priorities by"), {k: _(_PRIORITY_NAMES[k]) for k in PRIORITIES}
        )
        answers = setting(
            member,
            answers,
            "index",
            _("Random index of the consistency ratio"),
            {k: row.name for k, row in RANDOM_INDICES.items()},
        )
        st.html(
            blocks.caption(
                _("Another scale changes what the next answers mean; earlier ones stay as they were given.")
            )
        )
    with slot:
        pair_question(problem, member, node, answers, elicited(items_of(problem, node), answers))
    return answers


def _too_many_for_pairs(problem: Problem, member: Member, node: str) -> None:
    """Say before the first question where there are more criteria than pairs suit, and offer the ways that ask less."""
    count = len(items_of(problem, node))
    if count <= PAIRS_SUIT:
        return
    st.html(
        blocks.notes(
            [
                _(
                    "{count} criteria make {pairs} pairs. At least {least} of them, connecting all criteria, give weights.",
                    count=count,
                    pairs=count * (count - 1) // 2,
                    least=count - 1,
                )
            ],
            _("Pairs suit up to about {limit} criteria. Other ways ask fewer questions:", limit=PAIRS_SUIT),
        )
    )
    for column, way in zip(st.columns(2), ("best_worst", "rank_order"), strict=True):
        with column:
            widgets.button(
                _("Ask by {way} instead", way=_(ELICITATIONS[way].name)),
                key=widgets.key(f"instead-{way}-{member.id}-{node}"),
                width="stretch",
                then=(widgets.note_widget_value, (way_name(member.id, node), way)),
            )


def _by_best_and_worst(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    items = items_of(problem, node)
    labels = {item: problem.criterion(item).label for item in items}
    for question, about in (("best", _("Which one matters most?")), ("worst", _("Which one matters least?"))):
        present = next(iter(answers.values(question)), None)
        name = widget_key(member, answers, question)
        widgets.menu(
            about,
            labels,
            present=present,
            placeholder=_("Choose a criterion"),
            key=name,
            then=(take_end, (member.id, node, question, name)),
        )
    best, worst = (next(iter(answers.values(question)), None) for question in ("best", "worst"))
    if best is None or worst is None or best == worst:
        return answers
    asked = [("best-to", item, best, item) for item in items if item != best]
    asked += [("to-worst", item, item, worst) for item in items if item not in (best, worst)]
    for question, item, more, less in asked:
        sentence = _("{more} is … times as important as {less}", more=labels[more], less=labels[less])
        _ratio_buttons(member, answers, question, item, sentence)
    return setting(
        member,
        answers,
        "model",
        _("Model"),
        {"linear": _("Linear: one solution"), "nonlinear": _("Nonlinear: ratios, centres of intervals")},
    )


def _ratio_buttons(member: Member, answers: Answers, question: str, item: str, sentence: str) -> None:
    present = answers.values(question).get(item)
    choices = sorted({*(float(level) for level in range(1, 10)), *([present] if present else [])})
    name = widget_key(member, answers, f"{question}-{item}")
    widgets.row(
        sentence,
        {value: f"{value:g}" for value in choices},
        present=present,
        key=name,
        then=(take_answer, (member.id, answers.node, answers.way, question, item, name)),
    )


_FORMS: Mapping[str, Callable[[Problem, Member, str, Answers], Answers]] = MappingProxyType(
    {
        "direct": by_points,
        "ahp": _by_pairs,
        "best_worst": _by_best_and_worst,
        "swing": by_swing,
        "rank_order": by_rank,
        "ordered_candidates": by_known_candidates,
    }
)


def node_label(problem: Problem, node: str) -> str:
    """Return what a node is called; the top is where its children are weighed against each other."""
    if node:
        return problem.criterion(node).label
    grouped = any(problem.children(group.id) for group in problem.groups)
    return _("Between the groups") if grouped else _("Between the criteria")
