"""Scores of one method at the weights and at the evidence that are drawn for some chunks."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.chunks import Batch, Chunk
from criteria.robustness.engine.counting import FEW
from criteria.robustness.engine.draws import Evidence, WeightSampler
from criteria.robustness.engine.kept_draws import sampled
from criteria.robustness.engine.room import room_for

_AT_ONCE = 2  # chunks of weights that are scored in one step; what kernels compute of more leaves the cache


def scored(
    batch: Batch, call: Call, weights: WeightSampler | FloatArray, evidence: Evidence | None, *, kept: bool
) -> tuple[FloatArray, FloatArray]:
    """Return scores (k, m), more is better, and weights (k, n) of all draws of a batch, good until this thread scores another batch.

    weights: a sampler, one set (n,), or one set for each draw.  kept: whether draws of the evidence come from memory where they can.
    """
    m, n = call.performances.shape
    k = sum(count for _start, count, _stream in batch)
    drawn = room_for("weights", (k, n), np.float64)
    # Few alternatives are compared one with another, and the scores of each lie side by side; many are sorted draw by draw.
    by_alternative = room_for("scores", (m, k), np.float64) if m <= FEW else None
    scores = room_for("scores", (k, m), np.float64) if by_alternative is None else by_alternative.T
    begin = 0
    each = _AT_ONCE if evidence is None else 1
    for first in range(0, len(batch), each):
        some, end = batch[first : first + each], begin
        for chunk in some:
            rows = slice(end, end + chunk[1])
            drawn[rows] = _weights(chunk, weights)
            end = rows.stop
        here = slice(begin, end)
        if evidence is None:
            scores[here] = call.values(drawn[here])
        else:
            ((_start, count, stream),) = some
            matrices = sampled(evidence, count, stream) if kept else evidence.sample(count, stream)
            own = drawn[here] if callable(weights) or weights.ndim > 1 else weights
            scores[here] = call.values(own, matrices)
        begin = end
    return scores, drawn


def _weights(chunk: Chunk, weights: WeightSampler | FloatArray) -> FloatArray:
    start, count, stream = chunk
    if callable(weights):
        return weights(count, stream)
    return weights if weights.ndim == 1 else weights[start : start + count]
