"""What a check is worth, shares of variance and confidence factors lie within their printed errors, against twenty times the draws or more."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from printed_checks import confidence_told, of_checks, of_sobol, shares_of_variance
from scipy.stats import binom

import criteria
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.figures import (
    acceptability_of,
    evidence_value_of,
    sobol_indices_of,
)
from criteria.ui.components.robustness.catalogue import EXPLAINING

DATA = Path(__file__).parents[2] / "data"
PROBLEMS = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
METHODS = ("wsm", "topsis", "vikor", "promethee_ii", "edas", "wpm")
TIMES, FAR = 20, 700_000  # a seed that no first draw has


def evaluations(method: str, draws: int, *, every: int) -> Iterator[Evaluation]:
    """Yield evaluations of the profiles of all problems under a method, every so many of one with several, from another one on by each method."""
    seed = 10 * METHODS.index(method)
    for name in PROBLEMS:
        problem = criteria.load_problem(DATA / name)
        profiles = [p.id for p in problem.profiles] or [""]
        start = METHODS.index(method) % every if len(profiles) > every else 0
        for profile in profiles[start::every]:
            seed += 1
            scenario = problem.base_scenario(profile).with_method(method)
            settings = replace(scenario.uncertainty, draws=draws, seed=seed)
            try:
                yield criteria.evaluate(problem, scenario.with_uncertainty(settings), methods=())
            except criteria.CriteriaError:
                continue  # the method has no meaning for these performances


def drawn_anew(evaluation: Evaluation) -> Evaluation:
    """Return the evaluation with twenty times the draws and another seed."""
    now = evaluation.scenario.uncertainty
    settings = replace(now, draws=TIMES * now.draws, seed=FAR)
    return criteria.evaluate(evaluation.problem, evaluation.scenario.with_uncertainty(settings), methods=())


class Tally(Counter[str]):
    """How many figures of each kind were tried, and those outside their errors."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []

    def add(self, evaluation: Evaluation, kind: str, said: str, share: float, *, off: float = 0.0) -> None:
        """Take up one printed share or value.  off: half the width of the 95 % interval of the one that it is compared with."""
        self[kind] += 1
        told = re.fullmatch(r"(?:[<>] )?([\d.]+)(%?)(?: \(±([\d.]+)\))?", said)
        assert told is not None, said
        unit = 100 if told[2] else 1
        error = np.hypot(float(told[3] or 0) / unit, off)
        if abs(float(told[1]) / unit - share) > error + 1e-9:
            where = f"{evaluation.scenario.profile}, {evaluation.scenario.method}"
            self.outside.append(f"{kind}: {where}: {said}, {share:.5f}")

    def check(self, *kinds: str) -> None:
        """All kinds were tried, and of all together 95 % hold, but for as many as bad luck takes."""
        print(f"tried: {dict(self)}, outside: {len(self.outside)}", *self.outside, sep="\n")
        assert set(kinds) <= set(self)
        for kind, tried in self.items():
            outside = sum(one.startswith(f"{kind}: ") for one in self.outside)
            assert tried - outside >= binom.ppf(0.001, tried, 0.95), "\n".join(self.outside)


@pytest.mark.slow
def test_confidence_factors_lie_within_their_errors() -> None:
    tally = Tally()
    for evaluation in itertools.chain.from_iterable(evaluations(m, 500, every=8) for m in METHODS[:2]):
        for varied in ("around", "any", "order", "both"):
            try:
                found = acceptability_of(evaluation, varied)
                often = acceptability_of(drawn_anew(evaluation), varied)
            except criteria.CriteriaError:
                continue
            for said, who in confidence_told(evaluation, found):
                share, off = float(often.confidence_factor[who]), float(often.confidence_error[who])
                if not np.isnan(share):
                    tally.add(evaluation, varied, said, share, off=off)
    tally.check("around", "any", "order", "both")


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS[:4])
def test_what_a_check_is_worth_lies_within_its_error(method: str) -> None:
    tally = Tally()
    for evaluation in evaluations(method, 1_000, every=2):
        try:
            found = evidence_value_of(evaluation)
        except criteria.CriteriaError:
            continue
        if not found.told.any():
            continue  # then no share is printed
        often = evidence_value_of(drawn_anew(evaluation))
        values = {(int(i), int(j)): k for k, (i, j) in enumerate(often.cells)}
        for kind, cell, said in of_checks(evaluation, found):
            if cell == (-1, -1):
                tally.add(evaluation, kind, said, often.perfect)
            else:
                column = often.value if kind.startswith("worth") else often.switch
                tally.add(evaluation, kind, said, float(column[values[cell]]))
    tally.check("perfect", "worth, CSV", "switch, CSV")


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_shares_of_variance_lie_within_their_errors(method: str) -> None:
    tally = Tally()
    for evaluation in evaluations(method, 500, every=5):
        try:
            found = sobol_indices_of(evaluation)
        except criteria.CriteriaError:
            continue
        cells = [(int(i), int(j)) for i, j in found.cells[:EXPLAINING]]
        alone, together = shares_of_variance(evaluation, cells)
        for kind, cell, said in of_sobol(evaluation, found):
            share, off = (alone if kind.startswith("alone") else together)[cell]
            tally.add(evaluation, kind, said, share, off=off)
    tally.check(*(f"{what}, {where}" for what in ("alone", "total") for where in ("table", "CSV")))
