"""Each figure of the robustness page from an evaluation, against numbers from a pencil and from integration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, PROBLEM, evaluated

import criteria
from criteria.errors import CriteriaError
from criteria.model.uncertainty import Uncertainty
from criteria.robustness.evaluated import figures

EVALUATION = evaluated()
# With any weights: the corner where Ash leads has the sides 2/3 and 5/11 and the tip (q, s, p) = (2/5, 2/5, 1/5).
ASH_ANYWHERE = 2 / 3 * 0.2 + 0.4 * 5 / 11
BIRCH_ANYWHERE = (1 - 2 / 3) * 0.2


@pytest.mark.parametrize(
    ("draws", "ratings", "sets"),
    [
        (10_000, 252, 1_000),
        (50_000, 252, 5_000),
        (500, 252, 500),
        (1_000, 40_000, 200),
        (10_000, 40_000, 1_000),
    ],
)
def test_of_many_ratings_fewer_sets_are_drawn(draws: int, ratings: int, sets: int) -> None:
    assert figures.evidence_draws(Uncertainty(draws=draws), ratings) == sets


def first(varied: figures.Varied, scenario: criteria.Scenario = BASE) -> list[float]:
    return figures.acceptability_of(evaluated(scenario), varied).first.tolist()


def simplex(count: int = 900) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return points spread evenly over all weightings."""
    s, p = np.meshgrid((np.arange(count) + 0.5) / count, (np.arange(count) + 0.5) / count)
    inside = s + p < 1
    return 1 - s[inside] - p[inside], s[inside], p[inside]


def leads(q: np.ndarray, s: np.ndarray, p: np.ndarray) -> list[float]:
    scores = np.stack(
        [0.8 * q + 0.7 * s + 0.6 * p, 0.6 * q + 0.8 * s + 0.8 * p, 0.55 * q + 0.8 * s + 0.9 * p]
    )
    return [float(np.mean(np.argmax(scores, axis=0) == i)) for i in range(3)]


def test_crossings_of_a_sweep_are_where_the_leads_are_nothing() -> None:
    sweep = figures.weight_sweep_of(EVALUATION, "price")
    assert sweep.present == pytest.approx(0.2)
    assert [(c.weight, c.above, c.below) for c in sweep.crossings] == [
        (pytest.approx(3 / 11), CEDAR, BIRCH),
        (pytest.approx(13 / 37), CEDAR, ASH),
        (pytest.approx(5 / 13), BIRCH, ASH),
    ]


def test_the_room_of_each_weight_for_leader_and_for_order() -> None:
    assert figures.weight_intervals_of(EVALUATION, "best") == pytest.approx(
        np.array([[4 / 9, 1], [0, 0.5], [0, 13 / 37]])
    )
    assert figures.weight_intervals_of(EVALUATION, "ranking") == pytest.approx(
        np.array([[0.5, 1], [0, 0.5], [0, 3 / 11]])
    )


def test_the_smallest_flip_moves_weight_from_quality_to_price() -> None:
    moved = 0.07 / 0.55
    flip = figures.smallest_flip_of(EVALUATION, "l1")
    assert flip is not None
    assert flip.weights == pytest.approx(np.array([0.6 - moved, 0.2, 0.2 + moved]))
    assert flip.distance == pytest.approx(2 * moved)
    # By the largest change of one weight all may move: q by -d, p by +d and s by none or the rest; over Cedar 0.55 d again.
    largest = figures.smallest_flip_of(EVALUATION, "linf")
    assert largest is not None
    assert largest.distance == pytest.approx(np.max(np.abs(largest.weights - EVALUATION.weights)))
    assert largest.distance <= moved + 1e-9


def test_both_tornados_hold_the_leads_at_the_ends() -> None:
    weights, evidence = figures.weight_tornado_of(EVALUATION), figures.evidence_tornado_of(EVALUATION)
    assert weights.rows.tolist() == [[-1, 0], [-1, 2], [-1, 1]]
    assert weights.leads == pytest.approx(np.array([[0.0025, 0.1125], [0.07625, 0.04375], [0.07, 0.05]]))
    assert evidence is not None
    assert evidence.present == pytest.approx(0.06)
    assert evidence.rows.tolist() == [[0, 0], [1, 1], [2, 1]]
    # With Birch at 6 Cedar, whose speed is unknown, is at the median of 7, 6 and 9, so with 0.65 behind the 0.74 of Ash.
    assert evidence.leads == pytest.approx(np.array([[-0.06, 0.12], [0.09, 0.02], [0.06, 0.03]]))


def test_the_tornado_of_weights_goes_as_far_as_the_spread() -> None:
    wide = figures.weight_tornado_of(evaluated(BASE.with_uncertainty(Uncertainty(spread=0.5))))
    # Quality at 0.30 and 0.90: over Cedar 0.45 · 0.30 - 0.20 = -0.065, over Birch 0.35 · 0.90 - 0.15 = 0.165.
    assert wide.leads[0] == pytest.approx([-0.065, 0.165])


def test_any_weighting_gives_each_its_area_of_the_triangle() -> None:
    exact = [ASH_ANYWHERE, BIRCH_ANYWHERE, 1 - ASH_ANYWHERE - BIRCH_ANYWHERE]
    assert exact == pytest.approx(leads(*simplex()), abs=2e-3)
    assert first("any") == pytest.approx(exact, abs=0.015)


def test_weights_in_the_present_order_keep_quality_on_top() -> None:
    q, s, p = simplex()
    kept = (q >= s) & (q >= p)
    # Speed and price weigh the same: both orders of the two are meant, so what is kept is that quality is first.
    assert first("order") == pytest.approx(leads(q[kept], s[kept], p[kept]), abs=0.02)


def test_weights_between_the_stakeholders_lie_between_theirs() -> None:
    q, s, p = simplex()
    kept = (q >= 0.2) & (q <= 0.6) & (s >= 0.2) & (s <= 0.5) & (p >= 0.2) & (p <= 0.3)
    assert first("members") == pytest.approx(leads(q[kept], s[kept], p[kept]), abs=0.02)


def test_nothing_is_drawn_between_stakeholders_whose_weights_are_hidden_until_all_have_answered() -> None:
    hidden = BASE.with_panel(replace(BASE.panel, hidden=True))
    with pytest.raises(CriteriaError, match="hidden until everybody has answered"):
        first("members", hidden)


def test_weights_and_evidence_together_are_neither_alone() -> None:
    scenario = BASE.with_uncertainty(Uncertainty(spread=0.6))
    both, around, evidence = (first(varied, scenario)[ASH] for varied in ("both", "around", "evidence"))
    rng = np.random.default_rng(5)
    n = 200_000
    w = np.array([0.6, 0.2, 0.2]) * rng.uniform(0.4, 1.6, (n, 3))
    x, y, z = rng.triangular(6, 8, 9, n), rng.triangular(6, 8, 10, n), rng.uniform(0, 10, n)
    ash = w @ [0, 0.7, 0.6] + w[:, 0] * x / 10
    birch = w @ [0.6, 0, 0.8] + w[:, 1] * y / 10
    cedar = w @ [0.55, 0, 0.9] + w[:, 1] * z / 10
    assert both == pytest.approx(np.mean((ash > birch) & (ash > cedar)), abs=0.02)
    assert abs(both - around) > 0.03
    assert abs(both - evidence) > 0.03


def test_a_blank_is_anywhere_on_its_scale_with_every_value_alike() -> None:
    # Without the other ranges: Ash at 0.74 leads unless Cedar's 0.51 + 0.02 z is more than Birch's; z never lifts it to 0.74.
    rng = np.random.default_rng(6)
    x, y, z = rng.triangular(6, 8, 9, 400_000), rng.triangular(6, 8, 10, 400_000), rng.uniform(0, 10, 400_000)
    ash, birch, cedar = 0.26 + 0.06 * x, 0.52 + 0.02 * y, 0.51 + 0.02 * z
    exact = [
        np.mean((ash > birch) & (ash > cedar)),
        np.mean((birch > ash) & (birch > cedar)),
        np.mean((cedar > ash) & (cedar > birch)),
    ]
    found = figures.acceptability_of(evaluated(BASE.with_uncertainty(Uncertainty(draws=100_000))), "evidence")
    assert found.draws == 10_000
    assert found.first == pytest.approx(exact, abs=0.012)
    # Cedar is second or third far from how it would be with values near the median of 8.
    assert found.ranks[CEDAR, 2] == pytest.approx(np.mean((cedar < ash) & (cedar < birch)), abs=0.012)


def test_what_is_asked_of_data_that_have_none_is_refused_in_a_sentence() -> None:
    rows = tuple(
        tuple(replace(c, low=None, high=None, likely=c.likely or 8.0) for c in row)
        for row in PROBLEM.performances
    )
    bare = replace(PROBLEM, performances=rows, profiles=(), default_profile="")
    evaluation = criteria.evaluate(bare, bare.base_scenario(), methods=())
    assert figures.evidence_tornado_of(evaluation) is None
    for ask in (
        lambda: figures.acceptability_of(evaluation, "evidence"),
        lambda: figures.evidence_value_of(evaluation),
    ):
        with pytest.raises(CriteriaError, match="Nothing comes with a range"):
            ask()
    with pytest.raises(CriteriaError, match="Nothing comes with a range"):
        figures.sobol_indices_of(evaluation)
    with pytest.raises(CriteriaError, match="not two stakeholders"):
        figures.acceptability_of(evaluation, "members")


def test_what_unsettles_first_place_is_counted_against_the_leader() -> None:
    shares = {"weights": figures.acceptability_of(EVALUATION, "any")}
    found = figures.instability_of(EVALUATION, 0.75, shares)
    assert found["method"] == figures.Unsettled(0.25)
    assert found["weights"].share == pytest.approx(1 - shares["weights"].first[ASH])
    assert (found["weights"].draws, found["weights"].proved) == (10_000, 0)
    near = figures.instability_of(EVALUATION, 0.75, {"near": figures.acceptability_of(EVALUATION, "around")})
    assert near["near"] == figures.Unsettled(0.0, 10_000, -1)
    counted = [
        bool(criteria.evaluate(PROBLEM, BASE.with_method("wsm", name), methods=()).ranks[ASH] == 1)
        for name in ("scale", "vector", "minmax", "sum", "linear")
        if name in criteria.METHODS["wsm"].normalizations
    ]
    assert found["normalization"].share == pytest.approx(1 - sum(counted) / len(counted))


def test_the_value_of_knowing_the_one_rating_that_matters_is_that_of_the_integral() -> None:
    # Knowing Ash's quality x: Ash is chosen without it; with it Birch's mean of 0.68 is better where 0.26 + 0.06 x < 0.68, x < 7.
    u = (np.arange(200_000) + 0.5) / 200_000
    x = np.where(u < 2 / 3, 6 + np.sqrt(u * 3 * 2), 9 - np.sqrt((1 - u) * 3 * 1))
    found = figures.evidence_value_of(EVALUATION)
    assert found.cells[0].tolist() == [ASH, 0]
    assert found.chosen == ASH
    assert found.value[0] == pytest.approx(np.mean(np.maximum(0.68 - 0.26 - 0.06 * x, 0)), abs=4e-4)
    # Switches come in steps of one bin of 21.
    assert found.switch[0] == pytest.approx(np.mean(x < 7), abs=1 / 21)


def test_equal_weights_come_in_either_order_of_importance() -> None:
    # A fixed copy of the case, in which 0.06 and 0.06000000000000001 are weights. Shares from 400,000 draws of sorted spacings with ties
    # in either order and closeness by the textbook's formula: Bosch 78.0 %, Azure 11.7 %.
    problem = criteria.load_problem(Path(__file__).parents[2] / "golden" / "problems" / "automotive-cloud")
    scenario = problem.base_scenario().with_method("topsis").with_uncertainty(Uncertainty(draws=40_000))
    evaluation = criteria.evaluate(problem, scenario, methods=())
    found = figures.acceptability_of(evaluation, "order", live=True)
    firsts = {a.id: share for a, share in zip(evaluation.alternatives, found.first, strict=True)}
    assert firsts["bosch-etas"] == pytest.approx(0.780, abs=0.007)
    assert firsts["microsoft-azure"] == pytest.approx(0.117, abs=0.007)


def test_an_interval_ends_before_the_weight_at_which_a_formula_jumps() -> None:
    problem = criteria.load_problem(Path(__file__).parents[3] / "data" / "fighter-aircraft")
    scenario = problem.base_scenario().with_method("cocoso")
    evaluation = criteria.evaluate(problem, scenario, methods=())
    found = figures.weight_intervals_of(evaluation, "best")
    leader = evaluation.alternatives[evaluation.order[0]].id
    jumps = 0
    for j, leaf in enumerate(problem.leaves):
        if found[j, 0] < 0.01:
            gone = criteria.evaluate(problem, scenario.with_importance(leaf.id, 0), methods=())
            first = {gone.alternatives[i].id for i in gone.leaders}
            assert bool(found[j, 0] == 0) is (leader in first)
            jumps += leader not in first
    assert jumps > 0  # 0 to the power of 0 is 1: without its weight a criterion counts again
    assert found[:, 1].max() < 1  # with all weight on one criterion there is no score
