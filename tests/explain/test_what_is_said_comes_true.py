"""Every sentence that names an action or a threshold is tried as printed, through the model: what it says happens.

Each method takes every second profile of a problem, from another one on by each method, and the ends of all ranges of ratings at every fourth: every
kind of sentence is tried under every method, and every profile under half of the methods. `tests/claims_everywhere.py` tries all of them.
"""

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
OFTEN, RANGES = (
    2,
    4,
)  # every how many profiles a method takes one, and takes it with the ends of all ranges of ratings


@cache
def loaded(name: str) -> Problem:
    return PROBLEM if name == "trees" else criteria.load_problem(DATA / name)


def evaluations(
    name: str, methods: tuple[str, ...], *, everywhere: bool = False
) -> Iterator[tuple[Evaluation, bool]]:
    """Yield the evaluation of the profiles under every method that has a ranking for them, with whether all ranges of ratings are due.

    everywhere: all profiles with everything, where otherwise profiles take turns.
    """
    problem = loaded(name)
    profiles = [p.id for p in problem.profiles] or [""]
    for k, profile in enumerate(profiles):
        for method in methods:
            turn = k + METHODS.index(method)
            everything = everywhere or len(profiles) < RANGES
            if not everything and turn % OFTEN:
                continue
            try:
                scenario = problem.base_scenario(profile).with_method(method)
                yield criteria.evaluate(problem, scenario, methods=()), everything or turn % RANGES == 0
            except criteria.CriteriaError:
                continue  # the method has no meaning for these performances


def claims_of(evaluation: Evaluation, *, ranges: bool) -> Iterator[Claim | Counted]:
    """Yield every claim that the sentences about one evaluation make.  ranges: also those on the ends of all ranges of ratings."""
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
    for evidence in (False, True) if ranges else (False,):
        yield from tornado_claims(evaluation, evidence=evidence)
    yield from reversal_claims(evaluation)
    yield from regret_claims(evaluation)
    if evaluation.scenario.method == METHODS[0]:  # the votes are the same whichever method is in use
        yield from agreement_claims(evaluation)


def tried(name: str, methods: tuple[str, ...], *, everywhere: bool = False) -> tuple[Counter[str], list[str]]:
    """Return how many claims of each kind were tried, and those that were false."""
    counts: Counter[str] = Counter()
    false = []
    for evaluation, ranges in evaluations(name, methods, everywhere=everywhere):
        for claim in claims_of(evaluation, ranges=ranges):
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
