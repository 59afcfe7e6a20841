"""Scores of several chunks together are those of each chunk by itself, with the draws of its own generator."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.chunks import Batch
from criteria.robustness.engine.draws import evidence_between, uniform_weights
from criteria.robustness.engine.scored import scored

COUNTS = (7, 7, 7, 7, 4)


def batch() -> Batch:
    streams = np.random.default_rng(3).spawn(len(COUNTS))
    return [(7 * i, count, stream) for i, (count, stream) in enumerate(zip(COUNTS, streams, strict=True))]


@pytest.mark.parametrize("m", [4, 70])
@pytest.mark.parametrize("method", ["topsis", "wsm", "vikor"])
@pytest.mark.parametrize("given", ["drawn", "one set", "many sets"])
@pytest.mark.parametrize("varied", [False, True])
def test_a_batch_is_its_chunks_one_after_another(m: int, method: str, given: str, varied: bool) -> None:
    values = np.random.default_rng(m).uniform(1, 9, (m, 3))
    call, one = checked_call(method, values, [True, True, False], [3, 2, 1], {})
    evidence = (
        evidence_between(values, call.maximized, values - 0.5, values + 0.5, "triangular") if varied else None
    )
    sets = np.random.default_rng(4).dirichlet(np.ones(3), sum(COUNTS))
    weights = {"drawn": uniform_weights(3), "one set": one, "many sets": sets}[given]
    scores, drawn = scored(batch(), call, weights, evidence, kept=False)
    scores, drawn = scores.copy(), drawn.copy()
    for start, count, stream in batch():
        here = slice(start, start + count)
        own = uniform_weights(3)(count, stream) if given == "drawn" else sets[here]
        own = np.broadcast_to(one, (count, 3)) if given == "one set" else own
        assert drawn[here] == pytest.approx(own, abs=0)
        matrices = None if evidence is None else evidence.sample(count, stream)
        assert scores[here] == pytest.approx(call.values(own, matrices), abs=1e-14)
    assert not varied or len(np.unique(scores.round(12), axis=0)) == sum(COUNTS)


def test_draws_of_the_evidence_that_are_kept_are_the_same() -> None:
    values = np.random.default_rng(1).uniform(1, 9, (4, 3))
    call, one = checked_call("topsis", values, [True, True, False], None, {})
    evidence = evidence_between(values, call.maximized, values - 0.5, values + 0.5, "triangular")
    kept = scored(batch(), call, one, evidence, kept=True)[0].copy()
    assert np.array_equal(kept, scored(batch(), call, one, evidence, kept=False)[0])
