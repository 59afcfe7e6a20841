"""Draws of the evidence that are kept: they do not depend on the weights, and each move of a slider asks for the same ones."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.robustness.engine.draws import Evidence

MOST_OF_ONE = 8_000_000  # bytes of all the draws of one question; larger ones are drawn anew
_MOST = 64_000_000  # bytes in all

_kept: OrderedDict[bytes, FloatArray] = OrderedDict()
_lock = Lock()


def sampled(evidence: Evidence, draws: int, stream: np.random.Generator) -> FloatArray:
    """Return what `evidence.sample` returns, (draws, m, n), read-only; from memory where equal evidence was drawn by an equal stream.

    stream: a generator that nothing was drawn from yet.
    """
    key = _key(evidence, draws, stream)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = np.array(evidence.sample(draws, stream))  # its own memory: what is scaled of it is kept as well
    found.setflags(write=False)
    with _lock:
        _kept[key] = found
        size = sum(array.nbytes for array in _kept.values())
        while size > _MOST:
            size -= _kept.popitem(last=False)[1].nbytes
    return found


def _key(evidence: Evidence, draws: int, stream: np.random.Generator) -> bytes:
    """Return a digest of all that the draws depend on."""
    digest = blake2b(digest_size=32)
    for part in (
        evidence.low,
        evidence.likely,
        evidence.high,
        evidence.maximized,
        evidence.flat,
        evidence.joined,
    ):
        if part is None:
            digest.update(b"none;")
        else:
            digest.update(f"{part.dtype.str}{part.shape};".encode())
            digest.update(part.tobytes())
    source = stream.bit_generator
    digest.update(f"{evidence.distribution};{evidence.shared};{draws};{type(source).__name__};".encode())
    digest.update(source.seed_seq.generate_state(8).tobytes())
    return digest.digest()
