"""One pair at a time, in words: which of two criteria matters more, and how much more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from criteria.charts.palette import TONES
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.text import cut, one_line
from criteria.translation import translate as _
from criteria.ui import session
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.weights.given import kept, member_of
from criteria.ui.markup import markup
from criteria.weighting.elicited import Elicited, comparison_matrix, pairs_for
from criteria.weighting.panel import items_of, nodes_of
from criteria.weighting.scales import LEVELS, WORDS, ratio_of

_HERE = Path(__file__).parent
KEY = "pair-question"
_SAME = 1e-9
_LEVELS = (*range(1, LEVELS + 1), *range(-LEVELS, -1))  # negative: the second of the pair matters more

_question = browser_part(
    "pair_question",
    markup('<div class="ask"></div>\n'),
    _HERE / "pair_question.css",
    _HERE / "pair_question.js",
)


def heard_of(problem: Problem, member: Member, heard: object) -> Answers | None:
    """Return the answers in pairs that the component spoke of, with what it sent; None where it sent nothing for this member."""
    if (
        not isinstance(heard, Mapping)
        or heard.get("who") != member.id
        or heard.get("node") not in nodes_of(problem)
    ):
        return None
    node = str(heard["node"])
    return answered(problem, member, node, member.answers_to(node, "ahp"), heard)


def answered(problem: Problem, member: Member, node: str, answers: Answers, heard: object) -> Answers:
    """Return the answers with what the component sent; moves to the place it asks for. Anything else changes nothing."""
    items = items_of(problem, node)
    pairs = pairs_for(items, member.id)
    if not isinstance(heard, Mapping) or (heard.get("who"), heard.get("node")) != (member.id, node):
        return answers
    pair = heard.get("pair")
    here = pairs.index(tuple(pair)) if isinstance(pair, list) and tuple(pair) in pairs else None
    if here is None:
        return answers
    name, act = place_name(member, node), heard.get("act")
    level = heard.get("level")
    if act == "judge" and isinstance(level, int) and level in _LEVELS:
        ratio = ratio_of(level, scale=answers.setting("scale", "linear"), items=len(items))
        answers = answers.with_judgements([Judgement("ratio", *pairs[here], ratio)])
        session.set_place(name, _next_blank(pairs, answers, here))
    elif act == "clear":
        answers = answers.without("ratio", *pairs[here])
    elif act in ("back", "skip"):
        session.set_place(name, min(max(here + (1 if act == "skip" else -1), 0), len(pairs) - 1))
    elif act == "go" and isinstance(heard.get("to"), int):
        session.set_place(name, min(max(int(heard["to"]), 0), len(pairs) - 1))
    return answers


def place_name(member: Member, node: str) -> str:
    """Return under which name the session keeps which pair is asked."""
    return f"pair-{member.id}-{node}"


def _next_blank(pairs: Sequence[tuple[str, str]], answers: Answers, here: int) -> int:
    """Return the next pair that was not judged, or where none is left the one just judged."""
    judged = {frozenset((j.first, j.second)) for j in answers.judgements}
    later = [*range(here + 1, len(pairs)), *range(here)]
    return next((k for k in later if frozenset(pairs[k]) not in judged), here)


def pair_question(problem: Problem, member: Member, node: str, answers: Answers, found: Elicited) -> None:
    """Draw the question whose turn it is, with the matrix of all answers under it."""
    items = items_of(problem, node)
    pairs = pairs_for(items, member.id)
    name = place_name(member, node)
    asked = session.place(name)
    here = _next_blank(pairs, answers, -1) if asked is None or asked >= len(pairs) else asked
    here = max(here, 0)
    session.set_place(name, here)
    first, second = (problem.criterion(item) for item in pairs[here])
    matrix = comparison_matrix(items, answers)
    value = float(matrix[items.index(first.id), items.index(second.id)])
    level = level_of(value, answers, len(items))
    _question(
        key=KEY,
        data={
            "who": member.id,
            "node": node,
            "pair": list(pairs[here]),
            "number": here + 1,
            "total": len(pairs),
            "answered": found.said,
            "progress": _(
                "Question {number} of {total} · {answered} answered · {left} left",
                number=here + 1,
                total=len(pairs),
                answered=found.said,
                left=len(pairs) - found.said,
            ),
            "question": _(
                "Which of the two matters more for {whole}, and how much more?",
                whole=problem.criterion(node).label,
            )
            if node
            else _("Which of the two matters more for the decision, and how much more?"),
            "first": {
                "name": first.label,
                "hint": _hint(first.measured or first.why),
                "colour": TONES["info"],
            },
            "second": {
                "name": second.label,
                "hint": _hint(second.measured or second.why),
                "colour": TONES["other"],
            },
            "level": level,
            "other": "" if level is not None or np.isnan(value) else _("Entered: {value:.4g}", value=value),
            "matrix": _matrix(problem, items, pairs, matrix, found),
            "words": _words(),
        },
        on_answer_change=_hear,
    )


def _hear() -> None:
    """Take the pair that was just answered, before anything is drawn that speaks of it."""
    with session.unbroken() as held:
        session.act()
        sent = held.get(KEY)
        take_pair(sent.get("answer") if sent else None)


def take_pair(heard: object) -> None:
    """Take what the component sent of a pair as an answer of the person it was asked of; anything else changes nothing."""
    problem, scenario = session.present()
    if not isinstance(heard, Mapping):
        return
    member = member_of(problem, scenario, str(heard.get("who")))
    answers = heard_of(problem, member, heard)
    if answers is not None:
        before = member.answers_to(answers.node, "ahp")
        session.keep(problem, kept(problem, scenario, member, before, answers)[0])


def level_of(value: float, answers: Answers, items: int) -> int | None:
    """Return the level that a ratio stands for on the scale in use, negative for the second of the pair; None for others."""
    scale = answers.setting("scale", "linear")
    for level in _LEVELS:
        if abs(value / ratio_of(level, scale=scale, items=items) - 1) < _SAME:
            return level
    return None


def _hint(text: str, limit: int = 110) -> str:
    return cut(one_line(text), limit)


def _matrix(
    problem: Problem,
    items: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    matrix: np.ndarray,
    found: Elicited,
) -> dict[str, object]:
    place = {frozenset(pair): k for k, pair in enumerate(pairs)}
    worst = (
        found.priorities.suggestions[0]
        if found.priorities and not found.priorities.consistent_enough
        else None
    )
    culprit = {worst.first, worst.second} if worst else set()
    rows = [
        [
            {
                "pair": None if i == j else place[frozenset((one, other))],
                "text": "·" if np.isnan(matrix[i, j]) else _as_fraction(float(matrix[i, j])),
                "blank": bool(np.isnan(matrix[i, j])),
                "misfit": {i, j} == culprit,
            }
            for j, other in enumerate(items)
        ]
        for i, one in enumerate(items)
    ]
    return {"names": [problem.criterion(item).label for item in items], "rows": rows}


def _as_fraction(value: float) -> str:
    """Return a ratio as people write it: 3, 1/3, 1.5."""
    if value < 1 and abs(1 / value - round(1 / value)) < _SAME:
        return f"1/{round(1 / value)}"
    return f"{value:.3g}"


def _words() -> dict[str, object]:
    return {
        "or": _("or"),
        "equal": _("{first} and {second} are equally important"),
        "more": _("{first} is {strength} than {second}"),
        "levels": {str(level): _(word) for level, word in WORDS.items()},
        "end": _("{name} matters more"),
        "degrees": {
            "1": _("equally important"),
            "3": _("slightly"),
            "5": _("clearly"),
            "7": _("very much"),
            "9": _("extremely"),
        },
        "blank": _("Not answered yet: choose on either side, or skip."),
        "taken": _("Your answer: {sentence}."),
        "trial": _("This button: {sentence}."),
        "untried": _("Not answered yet. This button: {sentence}."),
        "back": _("Back"),
        "skip": _("Skip"),
        "next": _("Next"),
        "clear": _("Clear"),
        "glance": _("All answers at a glance"),
        "goto": _("{first} over {second}: {value}. Go to this question"),
    }
