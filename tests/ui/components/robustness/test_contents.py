"""Each figure of the page shows the chart, the answer and the data of one and the same result."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, ENGINEERS, PROBLEM, evaluated, robust

from criteria.errors import CriteriaError
from criteria.explain import evidence_answers, share_answers
from criteria.robustness.evaluated import figures
from criteria.ui.components.robustness import catalogue

EVALUATION = evaluated()


def drawn(chart: object) -> go.Figure:
    assert isinstance(chart, go.Figure)
    return chart


def test_the_sweep_is_that_of_the_chosen_criterion() -> None:
    chart, answer, table = catalogue.SWEEP.shown(EVALUATION, PROBLEM.criterion("price"))
    assert drawn(chart).layout.xaxis.title.text == "Weight of Price"
    assert (
        answer
        == "Ash leads at a low weight of Price; then Cedar from 35.2%. Its weight is now 20%, and Ash leads."
    )
    assert table.tail(1)["score"].item() == pytest.approx(0.9)


def test_the_light_bars_are_the_leader_and_the_dark_ones_the_order() -> None:
    chart, answer, table = catalogue.INTERVALS.shown(EVALUATION, None)
    leader, order, _now = drawn(chart).data
    assert list(leader.base) == pytest.approx([400 / 9, 0, 0])
    assert list(order.base) == pytest.approx([50, 0, 0])
    assert answer.startswith("Ash keeps first place while each weight stays in its light bar")
    assert table["leader_stays_from"].tolist() == pytest.approx([4 / 9, 0, 0])
    assert table["order_stays_to"].tolist() == pytest.approx([1, 0.5, 3 / 11])


def test_the_flip_is_that_of_the_fewest_percentage_points() -> None:
    chart, answer, table = catalogue.FLIP.shown(EVALUATION, None)
    assert answer.startswith("Moving 12.8% of the weight ties Cedar with Ash")
    assert sorted(drawn(chart).data[1].x) == pytest.approx([100 * (0.2 + 7 / 55), 100 * (0.6 - 7 / 55)])
    assert table["weight_at_flip"].tolist() == pytest.approx([0.6 - 7 / 55, 0.2, 0.2 + 7 / 55])


def test_the_tornados_name_what_moves() -> None:
    chart, answer, table = catalogue.WEIGHT_TORNADO.shown(EVALUATION, None)
    assert table["what"].tolist() == list(drawn(chart).layout.yaxis.ticktext) == ["Quality", "Price", "Speed"]
    assert answer == "Quality moves the lead most; none of these ranges alone takes it away."
    chart, answer, table = catalogue.EVIDENCE_TORNADO.shown(EVALUATION, None)
    assert table["what"].tolist() == ["Ash: Quality", "Birch: Speed", "Cedar: Speed"]
    assert answer.startswith("Ash: Quality moves the lead most. 1 of 3 ranges")
    # With Birch's speed at 6 the median for Cedar is 7, so Cedar has 0.33 + 0.14 + 0.18: Ash leads by 0.74 - 0.65.
    assert list(drawn(chart).data[0].customdata) == pytest.approx([-0.06, 0.09, 0.06])


@pytest.mark.parametrize("heat", [False, True])
def test_shares_and_ranks_have_their_own_answer(heat: bool) -> None:
    chart, answer, table = (catalogue.RANK_HEAT if heat else catalogue.RANK_SHARES).shown(EVALUATION, "both")
    found = figures.acceptability_of(EVALUATION, "both")
    wanted = (
        share_answers.ranks_answer(EVALUATION, found)
        if heat
        else share_answers.shares_answer(EVALUATION, found, "both")
    )
    assert answer == wanted
    assert drawn(chart).data[0].type == ("heatmap" if heat else "bar")
    assert table["rank_1"].tolist() == found.first.tolist()


def test_the_marks_of_the_map_are_present_base_and_profiles() -> None:
    moved = evaluated(BASE.with_importances({"quality": 20, "speed": 20, "price": 60}))
    chart, answer, table = catalogue.MAP.shown(moved, ("quality", "speed", "price"))
    marks = {
        m.customdata[0][0]: (m.a[0], m.b[0], m.c[0]) for m in drawn(chart).data if m.customdata is not None
    }
    assert marks == {
        "Present weights": pytest.approx((0.2, 0.2, 0.6)),
        "Base case: Buyers": pytest.approx((0.6, 0.2, 0.2)),
        "Engineers": pytest.approx((0.2, 0.5, 0.3)),
    }
    assert answer.startswith("Quality, Speed and Price share 100% of the weight here")
    assert list(table.columns) == ["Quality", "Speed", "Price", "leader", "area"]


def test_the_base_case_of_the_map_is_that_of_the_profile() -> None:
    chart, _answer, _table = catalogue.MAP.shown(evaluated(ENGINEERS), ("quality", "speed", "price"))
    names = {m.customdata[0][0]: m for m in drawn(chart).data if m.customdata is not None}
    assert list(names) == ["Present weights", "Buyers", "Base case: Engineers"]
    base = names["Base case: Engineers"]
    # The present weights are in the same place: the dot stands aside, with a line to it.
    (thread,) = (t for t in drawn(chart).data if t.mode == "lines" and t.fill is None)
    assert (thread.a[0], thread.b[0], thread.c[0]) == pytest.approx((0.2, 0.5, 0.3))
    assert (thread.a[1], thread.b[1], thread.c[1]) == (base.a[0], base.b[0], base.c[0])


def test_the_views_of_methods_share_one_comparison() -> None:
    chart, answer, table = catalogue.AGREEMENT.shown(evaluated(ENGINEERS), None)
    assert str(chart).index("Cedar") < str(chart).index("Birch") < str(chart).index("Ash")
    assert table.set_index("candidate").loc["Cedar", "rank_wsm"] == 1
    assert answer.startswith(f"Of {robust(ENGINEERS).methods} families of methods, first is Cedar under ")
    chart, answer, table = catalogue.ALIKE.shown(evaluated(ENGINEERS), None)
    assert table["method"].tolist() == list(table.columns[2:])
    assert answer.startswith(f"{len(table)} methods rank in {table['cluster'].nunique()} cluster")
    assert str(chart).count("<tr>") == 1 + table["cluster"].nunique()


def test_what_unsettles_first_place_is_the_same_in_bars_sentence_and_data() -> None:
    markup, answer, table = catalogue.INSTABILITY.shown(EVALUATION, None)
    found = dict(zip(table["varied"], table["somebody_else_first"], strict=True))
    assert list(found) == ["method", "normalization", "weights", "evidence"]
    assert found["weights"] == 0
    assert found["evidence"] == pytest.approx(1 - figures.acceptability_of(EVALUATION, "evidence").first[ASH])
    first = max(found, key=found.__getitem__)
    assert answer.startswith(f"A candidate other than Ash is first when one thing alone is varied: {first} ")
    assert isinstance(markup, str)
    assert markup.index(first) == min(markup.index(name) for name in found)


def test_reversals_evidence_and_path_show_what_was_computed() -> None:
    markup, answer, table = catalogue.REVERSAL.shown(EVALUATION, None)
    assert answer == "None of 7 changes tried reorders the others under Weighted sum."
    assert "0 / 3" in str(markup)
    assert len(table) == 7
    markup, answer, table = catalogue.CHECK.shown(EVALUATION, None)
    found = figures.evidence_value_of(EVALUATION)
    assert answer == evidence_answers.evidence_answer(EVALUATION, found)
    assert "Notes of a visit" in str(markup)
    chart, answer, table = catalogue.PATH.shown(EVALUATION, CEDAR)
    assert chart is None
    assert answer == "One change alone puts Cedar first: any of Quality 5.5 → 6.67."
    assert set(table["candidate"]) == {"Cedar"}
    assert catalogue.PATH.shown(EVALUATION, BIRCH)[1].startswith("One change alone puts Birch first")


def test_nothing_with_a_range_is_said_in_a_sentence() -> None:
    alone = evaluated(
        BASE.with_set_aside("ash").with_set_aside("birch").with_set_aside("cedar").with_waived("hosting")
    )
    with pytest.raises(CriteriaError, match="Nothing comes with a range"):
        catalogue.EVIDENCE_TORNADO.shown(alone, None)
