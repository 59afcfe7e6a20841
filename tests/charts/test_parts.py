"""The parts of a score as they are drawn: never one colour twice, nothing left out, the sum unchanged."""

from __future__ import annotations

import re

import numpy as np
import pytest

import criteria
from criteria.charts.palette import GROUP_COLOURS, UNSPLIT, group_colour
from criteria.charts.parts import amounts_of, drawn_first, parts_of
from criteria.explain.head_to_head import head_to_head
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ui.components.shortlist.bar_rows import segments
from criteria.ui.components.shortlist.ranking_bars import ranking_bars
from criteria.ui.components.shortlist.ranking_heading import ranking_heading
from criteria.ui.components.shortlist.ranking_table import ranking_table
from criteria.ui.components.shortlist.versus import group_differences

COLOUR = re.compile(r"(?:background:|--colour:|--group:|%,)(#[0-9a-f]{6})")


def flat(criteria_count: int, candidates: int = 5) -> Evaluation:
    """Return an evaluation of so many candidates under so many criteria without groups, with ratings of 0 to 10."""
    rng = np.random.default_rng(criteria_count)
    ratings = rng.uniform(0, 10, (candidates, criteria_count)).round(1)
    head = "candidate," + ",".join(f"c{j}" for j in range(criteria_count))
    rows = [f"A{i}," + ",".join(map(str, row)) for i, row in enumerate(ratings)]
    reading = criteria.read_table("\n".join([head, *rows]).encode()).with_directions(all_maximize=True)
    problem = reading.problem
    return criteria.evaluate(problem, problem.base_scenario().with_method("wsm"), methods=())


@pytest.fixture(scope="module", params=[9, 40])
def many(request: pytest.FixtureRequest) -> Evaluation:
    return flat(request.param)


def test_groups_that_fit_the_colours_are_drawn_each_alone(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    parts = parts_of(evaluation)
    assert [part.label for part in parts] == [group.label for group in evaluation.groups]
    assert [part.colour for part in parts] == [group_colour(g) for g in range(len(parts))]
    assert amounts_of(evaluation, parts) == pytest.approx(evaluation.contributions)


def test_beyond_eight_the_seven_that_set_candidates_apart_are_drawn_and_the_others_together(
    many: Evaluation,
) -> None:
    parts = parts_of(many)
    count = len(many.groups)
    assert len(parts) == len({part.colour for part in parts}) == len(GROUP_COLOURS)
    assert sorted(g for part in parts for g in part.members) == list(range(count))
    assert parts[-1].label == f"Others ({count - 7})"
    spread = np.ptp(many.contributions, axis=0)
    alone = [part.members[0] for part in parts[:-1]]
    assert spread[alone].min() >= spread[list(parts[-1].members)].max()
    assert amounts_of(many, parts).sum(axis=1) == pytest.approx(many.contributions.sum(axis=1))


def test_no_legend_bar_or_table_uses_a_colour_for_two_things(many: Evaluation) -> None:
    legend = COLOUR.findall(ranking_heading(many))
    assert len(legend) == len(set(legend)) == 8
    assert "Others (" in ranking_heading(many)
    for i in range(len(many.ranked)):
        drawn = [piece.colour for piece in segments(many, i)]
        assert len(drawn) == len(set(drawn)) == 8
        assert sum(piece.length for piece in segments(many, i)) == pytest.approx(float(many.scores[i]))
    assert set(COLOUR.findall(ranking_bars(many, limit=20))) == set(legend)
    heads = re.findall(r"<th[^>]*>(?:<button[^>]*>)?(.*?)</", ranking_table(many))
    assert sum(head.startswith("c") for head in heads) == 7
    assert any(head.startswith("Others (") for head in heads)


def test_two_candidates_are_compared_in_eight_rows_that_add_up(many: Evaluation) -> None:
    first, second = (many.alternatives[i].id for i in many.order[:2])
    markup = group_differences(head_to_head(many, first, second))
    shown = [float(text.replace("−", "-")) for text in re.findall(r'class="value"[^>]*>([^<]*)<', markup)]
    whole = [float(g.text.replace("−", "-")) for g in head_to_head(many, first, second).groups]
    assert len(shown) == 8
    assert sum(shown) == pytest.approx(sum(whole), abs=1e-9)
    assert set(COLOUR.findall(markup)) == {UNSPLIT}


@pytest.mark.parametrize(
    ("candidates", "said"), [(21, "set the candidates"), (22, "set the first 20 candidates and the last")]
)
def test_of_many_candidates_the_first_and_the_last_say_which_groups_are_drawn(
    candidates: int, said: str
) -> None:
    evaluation = flat(30, candidates)
    parts, rows = parts_of(evaluation), drawn_first(evaluation)
    assert len(rows) == 21
    assert [*rows[:20], rows[20]] == [*evaluation.order[:20], evaluation.order[-1]]
    spread = np.ptp(evaluation.contributions[list(rows)], axis=0)
    alone = [part.members[0] for part in parts[:-1]]
    assert spread[alone].min() >= spread[list(parts[-1].members)].max()
    assert amounts_of(evaluation, parts, rows[:3]) == pytest.approx(
        amounts_of(evaluation, parts)[list(rows[:3])]
    )
    assert f"Only the 7 that {said} furthest apart are drawn" in ranking_heading(evaluation)
