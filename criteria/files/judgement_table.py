"""Judgements as a table, one row a judgement, that the page takes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from criteria.model.judgements import Answers, Member
from criteria.model.problem import Problem
from criteria.weighting.panel import answers_at, nodes_of, way_that_counts

COLUMNS = (
    *("member", "name", "role", "colour", "weight", "node", "way", "counts"),
    *("question", "first", "second", "value"),
)


def judgement_table(problem: Problem, members: Sequence[Member]) -> pd.DataFrame:
    """Return everything that members answered, the profiles' points among it where they count."""
    rows = [row for member in members for row in _rows(problem, member)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(problem: Problem, member: Member) -> Iterator[dict[str, object]]:
    who: dict[str, object] = {
        "member": member.id,
        "name": member.name,
        "role": member.role,
        "colour": member.colour,
        "weight": member.weight,
    }
    rows = 0
    for node in nodes_of(problem):
        counts = way_that_counts(problem, member, node)
        told = {answers.way: answers for answers in member.answers if answers.node == node}
        if counts == "direct":
            told["direct"] = answers_at(problem, member, node, "direct")
        if member.way_at(node) and member.way_at(node) not in told:
            rows += 1
            yield who | {"node": node, "way": counts, "counts": "yes", "question": "way"}
        for answers in told.values():
            for row in _answer_rows(answers):
                rows += 1
                yield (
                    who
                    | {"node": node, "way": answers.way, "counts": "yes" if answers.way == counts else "no"}
                    | row
                )
    if not rows:
        yield who | {"node": "", "way": "", "counts": "", "question": "member"}


def _answer_rows(answers: Answers) -> Iterator[dict[str, object]]:
    for name, value in answers.settings:
        yield {"question": "setting", "first": name, "second": value}
    for judgement in answers.judgements:
        yield {
            "question": judgement.question,
            "first": judgement.first,
            "second": judgement.second,
            "value": judgement.value,
        }
