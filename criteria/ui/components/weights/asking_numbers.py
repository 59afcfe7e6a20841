"""Forms of one number for each criterion: points, swings, ranks."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from criteria.explain.numbers import plain
from criteria.model.criterion import Criterion
from criteria.model.judgements import Answers, Member
from criteria.model.problem import Problem
from criteria.ranking.matrix import extents
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights.asking_settings import setting, widget_key
from criteria.ui.components.weights.given import take_answer, take_exponent
from criteria.weighting.panel import items_of
from criteria.weighting.rank_order import FORMULAS

_POINTS_TOP = 1_000_000.0
_EXPONENT_TOP = 10.0


def by_points(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    """Ask for points outright."""
    st.html(blocks.caption(_("Any numbers of at least 0: only their proportions count.")))
    _number_for_each(problem, member, node, answers, "points", lambda criterion: criterion.label, least=0.0)
    return answers


def by_swing(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    """Ask what each move from worst to best is worth."""
    st.html(
        blocks.caption(
            _(
                "Imagine a candidate at its worst under all of these. Give 100 points to the one move, from worst to best, that you "
                "would want first; then say what each other move is worth compared with it."
            )
        )
    )
    _number_for_each(
        problem,
        member,
        node,
        answers,
        "points",
        lambda criterion: swing_text(problem, criterion),
        least=0.0,
        abreast=1,
    )
    return answers


def swing_text(problem: Problem, criterion: Criterion) -> str:
    """Return the move that swing asks about: from the criterion's worst to its best level, with the levels named."""
    if problem.children(criterion.id):
        return _(
            "{name}: every criterion in it from worst to best ({listed})",
            name=criterion.label,
            listed=", ".join(child.label for child in problem.children(criterion.id)),
        )
    low, high = extents(problem.leaves, problem.performances)[problem.column(criterion.id)].tolist()
    worst, best = (low, high) if criterion.maximize else (high, low)
    anchors = dict(criterion.scale.anchors) if criterion.scale else {}

    def level(value: float) -> str:
        told = anchors.get(value, "")
        return f"{plain(value)} ({told})" if told else plain(value)

    values = {
        "name": criterion.label,
        "worst": level(worst),
        "best": level(best),
        "unit": criterion.unit,
    }
    if criterion.unit and not anchors:
        return _("{name}: from {worst} {unit} to {best} {unit}", **values)
    return _("{name}: from {worst} to {best}", **values)


def by_rank(problem: Problem, member: Member, node: str, answers: Answers) -> Answers:
    """Ask for an order, and by which formula it becomes weights."""
    st.html(blocks.caption(_("1 for the most important; equal ranks are allowed.")))
    count = len(items_of(problem, node))
    _number_for_each(
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
    answers = setting(
        member, answers, "formula", _("Weights by"), {k: _(row.name) for k, row in FORMULAS.items()}
    )
    if answers.setting("formula", "") != "exponent":
        return answers
    field = widget_key(member, answers, "exponent")
    exponent = widgets.number(
        _("Exponent: 0 gives equal weights, 1 the rank sum"),
        min_value=0.0,
        max_value=_EXPONENT_TOP,
        value=_exponent(answers.setting("exponent", "2")),
        step=0.5,
        key=field,
        then=(take_exponent, (member.id, node, answers.way, field)),
    )
    return answers.with_setting("exponent", f"{exponent:g}")


def _exponent(text: str) -> float:
    """Return the exponent of a link or file if the field can hold it, else the usual one."""
    try:
        value = float(text)
    except ValueError:
        return 2.0
    return value if 0 <= value <= _EXPONENT_TOP else 2.0


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
) -> None:
    """Draw a number field for each child, blank until it is answered. A number from elsewhere may lie beyond `most`."""
    given = answers.values(question)
    for place, criterion in enumerate(problem.children(node)):
        if place % abreast == 0:
            columns = st.columns(abreast)
        present = given.get(criterion.id)
        name = widget_key(member, answers, criterion.id)
        # A field that began with a number could not be emptied again: it begins blank and is filled in here.
        widgets.begin_widget(name, present)
        with columns[place % abreast]:
            widgets.number(
                asked(criterion),
                min_value=least,
                max_value=max(most, present or 0.0),
                value=None,
                step=step,
                format="%g",
                placeholder=_("not answered"),
                key=name,
                then=(take_answer, (member.id, node, answers.way, question, criterion.id, name)),
            )
