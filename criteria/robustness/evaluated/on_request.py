"""How firm a ranking is by a method that cannot be asked while a slider moves: on request, with fewer draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.score import score
from criteria.ranking.unbeaten import unbeaten
from criteria.robustness.engine.calls import LIBRARY_DRAWS
from criteria.robustness.engine.draws import Evidence
from criteria.robustness.engine.steps import part, stepped
from criteria.robustness.evaluated.inputs import call_of, evidence_of, weights_drawn_of
from criteria.robustness.evaluated.summary import Robustness, robustness_of
from criteria.robustness.evaluated.votes import Vote, votes_of


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Unbeaten:
    """For a partial order or a kernel: the share of draws (m,) in which no other alternative is preferred to each, by position.

    Several may be unbeaten at once, so the shares need not sum to 1.  weights: of drawn weights.  evidence: of drawn performances, None
    where nothing comes with a range.  draws: how many of either.  votes: whom each family of methods with a complete order puts first.
    """

    weights: FloatArray
    evidence: FloatArray | None
    draws: int
    votes: tuple[Vote, ...] = ()


def firmness_on_request(evaluation: Evaluation) -> Robustness | Unbeaten:
    """Return what can be said of how firm a ranking is: a leader's shares for a complete order, otherwise who stays unbeaten.

    Reproducible: the scenario holds the seed. Takes some seconds for a method that runs one draw at a time.
    Raises CriteriaError where the method has no result for some of the draws.
    """
    return robustness_of(evaluation) if evaluation.order_published == "complete" else unbeaten_of(evaluation)


def unbeaten_of(evaluation: Evaluation) -> Unbeaten:
    """Return the shares in which each of the ranked stays unbeaten, with weights drawn around the present ones, and evidence from its ranges."""
    settings, evidence = evaluation.scenario.uncertainty, evidence_of(evaluation)
    draws = min(settings.draws, LIBRARY_DRAWS)
    weights = weights_drawn_of(evaluation)(draws, np.random.default_rng(settings.seed))
    with part(0.0, 1.0 if evidence is None else 0.5):
        by_weights = _shares(evaluation, weights, None, draws, settings.seed)
    by_evidence = None
    if evidence is not None:
        present = np.broadcast_to(evaluation.weights, weights.shape)
        with part(0.5, 1.0):
            by_evidence = _shares(evaluation, present, evidence, draws, settings.seed)
    return Unbeaten(
        weights=by_weights,
        evidence=by_evidence,
        draws=draws,
        votes=votes_of(evaluation),
    )


def _shares(
    evaluation: Evaluation, weights: FloatArray, evidence: Evidence | None, draws: int, seed: int
) -> FloatArray:
    call = call_of(evaluation)
    matrices = (
        np.broadcast_to(call.performances, (draws, *call.performances.shape))
        if evidence is None
        else evidence.sample(draws, np.random.default_rng(seed))
    )
    counts = np.zeros(call.alternatives)
    for matrix, row in stepped(zip(matrices, weights, strict=True), draws):
        found = score(call.method.key, matrix, row, call.maximized, **call.settings)
        counts += unbeaten(found.ranks, found.details)
    shares: FloatArray = counts / draws
    shares.setflags(write=False)
    return shares
