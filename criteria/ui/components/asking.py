"""The forms in which people are asked, one for each way; each returns the answers with what was entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import streamlit as st

from criteria.explain.numbers import plain
from criteria.model.criterion import Criterion
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.ranking.matrix import extent
from criteria.translation import translate as _
from criteria.ui import state
from criteria.ui.components import blocks
from criteria.ui.components.pair_question import KEY, answered, pair_question
from criteria.ui.labels import label, option
from criteria.weighting.ahp import PRIORITIES
from criteria.weighting.elicited import elicited
from criteria.weighting.panel import items_of
from criteria.weighting.random_index import RANDOM_INDICES
from criteria.weighting.rank_order import FORMULAS
from criteria.weighting.scales import SCALES

_PRIORITY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "eigenvector": "Eigenvector (Saaty)",
        "geometric_mean": "Geometric mean of rows",
        "column_mean": "Mean of normalized columns",
    }
)
_POINTS_TOP = 1_000_000.0


def ask(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    """Draw the form of the answers' way for the children of a node; return the answers with what was entered."""
    return _FORMS[answers.way](problem, member, node, answers)


def _widget(member: Member, answers: Answers, name: str) -> str:
    return state.key(f"ask-{answers.way}-{member.id}-{answers.node}-{name}")


def _by_pairs(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    answers = answered(problem, member, node, answers, state.heard(KEY))
    slot = st.container()
    with st.popover(_("Scale and priorities")):
        answers = _setting(
            member,
            answers,
            "scale",
            _("Numbers behind the words"),
            {k: row.name for k, row in SCALES.items()},
        )
        answers = _setting(
            member, answers, "priorities", _("Priorities by"), {k: _(_PRIORITY_NAMES[k]) for k in PRIORITIES}
        )
        answers = _setting(
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


def _setting(member: Member, answers: Answers, name: str, about: str, choices: Mapping[str, str]) -> Answers:
    """Draw one setting; the first choice is the default and is not kept."""
    keys = list(choices)
    present = answers.setting(name, keys[0])
    chosen = st.selectbox(
        about,
        keys,
        index=keys.index(present) if present in keys else 0,
        format_func=lambda key: choices[key],
        key=_widget(member, answers, name),
        on_change=state.act,
    )
    return answers.with_setting(name, "" if chosen == keys[0] else chosen)


def _by_best_and_worst(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    items = items_of(problem, node)
    labels = {item: problem.criterion(item).label for item in items}
    ends: dict[str, str | None] = {}
    for question, about in (("best", _("Which one matters most?")), ("worst", _("Which one matters least?"))):
        present = next(iter(answers.values(question)), None)
        ends[question] = st.selectbox(
            about,
            items,
            index=None if present is None else items.index(present),
            placeholder=_("Choose a criterion"),
            format_func=lambda item: option(labels[item]),
            key=_widget(member, answers, question),
            on_change=state.act,
        )
        if ends[question] is None:
            answers = answers.without(question, items[0])
        else:
            answers = answers.with_judgements([Judgement(question, str(ends[question]), "", 1.0)])
    best, worst = ends["best"], ends["worst"]
    if best is None or worst is None or best == worst:
        return answers
    for item in items:
        if item != best:
            asked = _(
                "How many times as important as {second} is {first}?", first=labels[best], second=labels[item]
            )
            answers = _ratio_buttons(member, answers, "best-to", item, asked)
    for item in items:
        if item not in (best, worst):
            asked = _(
                "How many times as important as {second} is {first}?",
                first=labels[item],
                second=labels[worst],
            )
            answers = _ratio_buttons(member, answers, "to-worst", item, asked)
    return _setting(
        member,
        answers,
        "model",
        _("Model"),
        {"linear": _("Linear: one solution"), "nonlinear": _("Nonlinear: ratios, centres of intervals")},
    )


def _ratio_buttons(member: Member, answers: Answers, question: str, item: str, asked: str) -> Answers:
    present = answers.values(question).get(item)
    choices = sorted({*(float(level) for level in range(1, 10)), *([present] if present else [])})
    chosen = st.segmented_control(
        label(asked),
        choices,
        default=present,
        format_func=lambda value: f"{value:g}",
        key=_widget(member, answers, f"{question}-{item}"),
        on_change=state.act,
    )
    if chosen is None:
        return answers.without(question, item)
    return answers.with_judgements([Judgement(question, item, "", float(chosen))])


def _by_points(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    st.html(blocks.caption(_("Any numbers of at least 0: only their proportions count.")))
    return _number_for_each(
        problem, member, node, answers, "points", lambda criterion: criterion.label, least=0.0
    )


def _by_swing(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    st.html(
        blocks.caption(
            _(
                "Imagine a candidate at its worst under all of these. Give 100 points to the one move, from worst to best, that you "
                "would want first; then say what each other move is worth beside it."
            )
        )
    )
    return _number_for_each(
        problem,
        member,
        node,
        answers,
        "points",
        lambda criterion: swing_text(problem, criterion),
        least=0.0,
        abreast=1,
    )


def swing_text(problem: Problem, criterion: Criterion) -> str:
    """Return the move that swing asks about: from the criterion's worst to its best level, with the levels named."""
    if problem.children(criterion.id):
        return _(
            "{name}: every criterion in it from worst to best ({listed})",
            name=criterion.label,
            listed=", ".join(child.label for child in problem.children(criterion.id)),
        )
    cells = [row[problem.column(criterion.id)] for row in problem.performances]
    low, high = extent(criterion, cells)
    worst, best = (low, high) if criterion.maximize else (high, low)
    anchors = dict(criterion.scale.anchors) if criterion.scale else {}

    def level(value: float) -> str:
        told = anchors.get(value, "")
        return f"{plain(value)} ({told})" if told else plain(value)

    unit = f" {criterion.unit}" if criterion.unit and not anchors else ""
    return _(
        "{name}: from {worst}{unit} to {best}{unit}",
        name=criterion.label,
        worst=level(worst),
        best=level(best),
        unit=unit,
    )


def _by_rank(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    st.html(blocks.caption(_("1 for the most important; equal ranks are allowed.")))
    count = len(items_of(problem, node))
    answers = _number_for_each(
        problem,
        member,
        node,
        answers,
        "rank",
        lambda criterion: criterion.label,
        least=1.0,
        most=float(count),
        step=1.0,
    )
    answers = _setting(
        member, answers, "formula", _("Weights by"), {k: row.name for k, row in FORMULAS.items()}
    )
    if answers.setting("formula", "") != "exponent":
        return answers
    exponent = st.number_input(
        _("Exponent: 0 gives equal weights, 1 the rank sum"),
        0.0,
        10.0,
        float(answers.setting("exponent", "2")),
        step=0.5,
        key=_widget(member, answers, "exponent"),
        on_change=state.act,
    )
    return answers.with_setting("exponent", f"{exponent:g}")


def _number_for_each(
    problem: Problem,
    member: Member,
    node: str,
    answers: Answers,
    question: str,
    asked: Callable[[Criterion], str],
    *,
    least: float,
    most: float = _POINTS_TOP,
    step: float = 5.0,
    abreast: int = 2,
) -> Answers:
    """Draw a number field for each child, blank until it is answered. A number from elsewhere may lie beyond `most`."""
    given = answers.values(question)
    for place, criterion in enumerate(problem.children(node)):
        if place % abreast == 0:
            columns = st.columns(abreast)
        present = given.get(criterion.id)
        value = columns[place % abreast].number_input(
            label(asked(criterion), 240),
            min_value=least,
            max_value=max(most, present or 0.0),
            value=present,
            step=step,
            format="%g",
            placeholder=_("not answered"),
            key=_widget(member, answers, criterion.id),
            on_change=state.act,
        )
        if value is None:
            answers = answers.without(question, criterion.id)
        elif present is None or not np.isclose(value, present, rtol=1e-12, atol=0):
            answers = answers.with_judgements([Judgement(question, criterion.id, "", float(value))])
    return answers


_FORMS: Mapping[str, Callable[[Problem, Member, str, Answers], Answers]] = MappingProxyType(
    {
        "direct": _by_points,
        "ahp": _by_pairs,
        "best_worst": _by_best_and_worst,
        "swing": _by_swing,
        "rank_order": _by_rank,
    }
)


def node_label(problem: Problem, node: str) -> str:
    """Return what a node is called; the top is where its children are weighed against each other."""
    if node:
        return problem.criterion(node).label
    grouped = any(problem.children(group.id) for group in problem.groups)
    return _("Between the groups") if grouped else _("Between the criteria")
