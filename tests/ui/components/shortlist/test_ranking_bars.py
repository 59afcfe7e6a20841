"""The bars of the shortlist: what they add up to, where they stand, and that names are text."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

import criteria
from criteria.charts.reach import drawn_score
from criteria.model.problem import Problem
from criteria.ui.components.shortlist.bar_rows import pulled_down, segments
from criteria.ui.components.shortlist.ranking_bars import ROW_HEIGHT, ranking_bars

PIECE = re.compile(r"transparent 0 (-?[\d.]+)%,#\w+ 0 calc\(([\d.]+)% - 1\.5px\),")


@pytest.mark.parametrize("method", sorted(criteria.METHODS))
def test_every_bar_of_every_method_stays_inside_the_chart(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    pieces = PIECE.findall(ranking_bars(evaluation, limit=20))
    assert len(pieces) >= len(evaluation.ranked)
    assert all(-0.005 <= float(begin) <= float(end) <= 100.02 for begin, end in pieces)


@pytest.mark.parametrize("method", ["topsis", "wsm", "promethee_ii", "vikor"])
def test_the_segments_of_a_bar_add_up_to_its_reach(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    for i in range(len(evaluation.ranked)):
        total = sum(piece.length for piece in segments(evaluation, i))
        assert total == pytest.approx(drawn_score(evaluation, float(evaluation.scores[i])), abs=1e-9)


def test_segments_begin_where_the_last_one_of_the_same_sign_ended(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("promethee_ii"), methods=())
    for i in range(len(evaluation.ranked)):
        ends: dict[bool, float] = defaultdict(float)
        for piece in segments(evaluation, i):
            assert piece.base == pytest.approx(ends[piece.length >= 0], abs=1e-12)
            ends[piece.length >= 0] += piece.length


def test_pieces_stand_side_by_side_in_the_order_of_their_places(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("promethee_ii"), methods=())
    assert pulled_down(evaluation).any()  # some pieces stand to the left of zero
    for row in ranking_bars(evaluation, limit=20).split('<div class="row')[1:]:
        places = [(float(begin), float(end)) for begin, end in PIECE.findall(row)]
        for (_begin, end), (begin, _end) in pairwise(places):
            assert begin == pytest.approx(end, abs=0.011)


def test_a_bar_says_what_each_of_its_pieces_stands_for(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    first = ranking_bars(evaluation, limit=20).split('<div class="row')[1]
    said = re.findall(r'<i style="[^"]+" title="([^"]+)"', first)
    pieces = segments(evaluation, evaluation.order[0])
    assert [unescape(line) for line in said[0].split("\n")] == [piece.said for piece in pieces]
    assert len(pieces) == len(evaluation.groups)


def test_lengths_are_in_proportion_to_the_scores(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("wsm"), methods=())
    rows = ranking_bars(evaluation, limit=20).split('<div class="row')[1:]
    lengths = [sum(float(end) - float(begin) for begin, end in PIECE.findall(row)) for row in rows]
    best = float(evaluation.scores[evaluation.order[0]])
    for length, i in zip(lengths, evaluation.order, strict=False):
        assert length == pytest.approx(lengths[0] * float(evaluation.scores[i]) / best, abs=0.05)


def test_only_the_first_are_shown_where_there_is_a_limit(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    shown = re.findall(r'data-candidate="([^"]+)"', ranking_bars(evaluation, limit=3))
    apart = {entry.alternative for entry in evaluation.set_apart}
    assert [name for name in shown if name not in apart] == [
        evaluation.alternatives[i].id for i in evaluation.order[:3]
    ]


def test_a_mark_shows_the_score_where_a_group_pulls_it_down(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("promethee_ii"), methods=())
    pulled = int(pulled_down(evaluation).sum())
    assert pulled > 0
    assert ranking_bars(evaluation, limit=20).count("<b style") == pulled


def test_names_are_text(tmp_path: Path) -> None:
    file = tmp_path / "evil.csv"
    file.write_text(
        'name,c\ndirection,max\n"<img src=x onerror=alert(1)>",1\n"b & ""c""",2\n', encoding="utf-8"
    )
    problem = criteria.load_problem(file)
    evaluation = criteria.evaluate(problem, problem.base_scenario(), methods=())
    markup = ranking_bars(evaluation, limit=20)
    assert "<img" not in markup
    assert "&lt;img src=x onerror" in markup
    assert "b &amp; &#34;c&#34;" in markup


def test_the_style_sheet_draws_rows_as_high_as_the_shares_beside_them_expect() -> None:
    style = (Path(criteria.__file__).parent / "ui" / "style.css").read_text(encoding="utf-8")
    assert f".c-ranked .row {{ height: {ROW_HEIGHT}px;" in style


@pytest.mark.parametrize("method", ["ram", "vikor", "spotis", "topsis"])
def test_longer_is_better_by_every_method_and_the_first_bar_is_far_longer_than_the_last(
    case: Problem, method: str
) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    rows = ranking_bars(evaluation, limit=20).split('<div class="row')[1:]
    ends = [
        float(found) for row in rows for found in re.findall(r'class="figure" style="--at:([\d.]+)%', row)
    ]
    reach = [drawn_score(evaluation, float(evaluation.scores[i])) for i in evaluation.order]
    assert reach == sorted(reach, reverse=True)
    assert reach[0] > 1.5 * reach[-1] >= 0
    assert ends[0] == max(ends[: len(reach)])
