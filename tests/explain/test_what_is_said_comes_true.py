"""Every sentence that names an action or a threshold is tried as printed, through the model: what it says happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from by_hand import PROBLEM
from claims import (
    Claim,
    apart_claims,
    blank_claims,
    disagreement_claims,
    flip_claims,
    headline_claims,
    interval_claims,
    path_claims,
    sweep_claims,
)
from figure_claims import Counted, agreement_claims, regret_claims, reversal_claims, tornado_claims
from gate_claims import gate_claims

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem

DATA = Path(__file__).parents[2] / "data"
PROBLEMS = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
METHODS = ("wsm", "wpm", "topsis", "vikor", "promethee_ii", "waspas", "edas", "codas", "mabac", "copras")


@cache
def loaded(name: str) -> Problem:
    return PROBLEM if name == "trees" else criteria.load_problem(DATA / name)


def evaluations(name: str, methods: tuple[str, ...]) -> Iterator[Evaluation]:
    """Yield the evaluation of every profile under every method that has a ranking for it."""
    problem = loaded(name)
    for profile in [p.id for p in problem.profiles] or [""]:
        for method in methods:
            try:
                yield criteria.evaluate(
                    problem, problem.base_scenario(profile).with_method(method), methods=()
                )
            except criteria.CriteriaError:
                continue  # the method has no meaning for these performances


def claims_of(evaluation: Evaluation) -> Iterator[Claim | Counted]:
    """Yield every claim that the sentences about one evaluation make."""
    yield from headline_claims(evaluation)
    yield from apart_claims(evaluation)
    if evaluation.scenario.profile == evaluation.problem.base_scenario().profile:
        yield from gate_claims(evaluation)  # how far a must-have is missed is the same by all weights
    yield from blank_claims(evaluation)
    if evaluation.problem.gates:
        scenario = evaluation.scenario
        for gate in evaluation.problem.gates:
            scenario = scenario.with_waived(gate.id)
        for one in (scenario, *map(scenario.with_set_aside, [a.id for a in evaluation.alternatives[:2]])):
            waived = criteria.evaluate(evaluation.problem, one, methods=())
            yield from (claim for claim in gate_claims(waived) if claim.kind == "waived")
            yield from apart_claims(waived)
    if len(evaluation.ranked) > 2:
        leader = evaluation.alternatives[evaluation.order[0]].id
        without = evaluation.scenario.with_set_aside(leader)
        yield from apart_claims(criteria.evaluate(evaluation.problem, without, methods=()))
    if len(evaluation.leaders) == 1:
        yield from interval_claims(evaluation)
        yield from disagreement_claims(evaluation, rows=4)
        for position in evaluation.order[1:3]:
            yield from path_claims(evaluation, position)
        yield from flip_claims(evaluation)
    for node in (evaluation.problem.criteria[0], evaluation.problem.leaves[-1]):
        yield from sweep_claims(evaluation, node.id)
    for evidence in (False, True):
        yield from tornado_claims(evaluation, evidence=evidence)
    yield from reversal_claims(evaluation)
    yield from regret_claims(evaluation)
    if evaluation.scenario.method == METHODS[0]:  # the votes are the same whichever method is in use
        yield from agreement_claims(evaluation)


def tried(name: str, methods: tuple[str, ...]) -> tuple[Counter[str], list[str]]:
    """Return how many claims of each kind were tried, and those that were false."""
    counts: Counter[str] = Counter()
    false = []
    for evaluation in evaluations(name, methods):
        for claim in claims_of(evaluation):
            counts[claim.kind] += 1
            if not claim.true(evaluation.problem):
                scenario = evaluation.scenario
                false.append(f"{claim.kind}: {name}, {scenario.profile}, {scenario.method}: {claim.said}")
    return counts, false


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "methods"), [("trees", ("wsm", "topsis", "vikor")), ("fighter-aircraft", ("wsm",))]
)
def test_a_few_sentences_come_true(name: str, methods: tuple[str, ...]) -> None:
    counts, false = tried(name, methods)
    print(f"claims tried: {counts.total()}, false: {len(false)}; {dict(counts)}")
    assert not false
    wanted = {"headline", "interval", "sweep", "flip", "set apart", "would rank", "path"}
    # Who has one profile cannot disagree, and without gates none is waived.
    several = {"disagreement, stays", "disagreement", "waived"} if name == "trees" else set()
    assert wanted | several <= set(counts)


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", PROBLEMS)
def test_every_sentence_comes_true(name: str, method: str) -> None:
    counts, false = tried(name, (method,))
    print(f"claims tried: {counts.total()}, false: {len(false)}; {dict(counts)}")
    assert not false
