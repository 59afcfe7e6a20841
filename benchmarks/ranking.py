"""One evaluation by every method, ours beside scikit-criteria and pymcdm, in one run.

    python benchmarks/ranking.py [--repeats 30]

Each cell is the median time of one call that takes performances and one set of weights and returns scores and ranks. The
peers are given a matrix that is scaled already, which is to their advantage; ours scales, checks, scores and ranks. A dash
stands where a peer has no such method, or gives up. Methods without a kernel of ours run through scikit-criteria: there the ratio is the price
of the checks.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from statistics import median

import numpy as np
import pymcdm.methods as peer
import skcriteria
from skcriteria.agg import (
    aras,
    cocoso,
    codas,
    copras,
    edas,
    electre,
    ervd,
    mabac,
    mairca,
    marcos,
    moora,
    ocra,
    probid,
    ram,
    rim,
    simple,
    spotis,
    topsis,
    vikor,
    waspas,
)  # fmt: skip

import criteria

SIZES = ((16, 17), (200, 30), (5_000, 50))
BUDGET = 4.0  # seconds that one cell may take, after its first call

SCIKIT = {
    "wsm": simple.WeightedSumModel, "wpm": simple.WeightedProductModel, "waspas": waspas.WASPAS,
    "topsis": topsis.TOPSIS, "vikor": vikor.VIKOR, "moora": moora.RatioMOORA,
    "moora_reference_point": moora.ReferencePointMOORA, "full_multiplicative_form": moora.FullMultiplicativeForm,
    "multimoora": moora.MultiMOORA, "spotis": spotis.SPOTIS, "mabac": mabac.MABAC, "edas": edas.EDAS,
    "copras": copras.COPRAS, "aras": aras.ARAS, "mairca": mairca.MAIRCA, "codas": codas.CODAS,
    "probid": probid.PROBID, "simplified_probid": probid.SimplifiedPROBID, "ervd": ervd.ERVD, "rim": rim.RIM,
    "cocoso": cocoso.CoCoSo, "marcos": marcos.MARCOS, "ram": ram.RAM, "ocra": ocra.OCRA,
    "electre_i": electre.ELECTRE1, "electre_ii": electre.ELECTRE2,
}  # fmt: skip
PYMCDM = {
    "wsm": peer.WSM, "wpm": peer.WPM, "waspas": peer.WASPAS, "topsis": peer.TOPSIS, "vikor": peer.VIKOR,
    "moora": peer.MOORA, "mabac": peer.MABAC, "edas": peer.EDAS,
    "copras": peer.COPRAS, "aras": peer.ARAS, "mairca": peer.MAIRCA, "codas": peer.CODAS, "probid": peer.PROBID, "simplified_probid": peer.SPROBID,
    "cocoso": peer.COCOSO, "marcos": peer.MARCOS, "ram": peer.RAM, "ocra": peer.OCRA,
    "promethee_ii": lambda: peer.PROMETHEE_II("usual"),
}  # fmt: skip


def problem(m: int, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return performances between 1 and 9, weights, and which criteria to maximize: about one in five is a cost."""
    rng = np.random.default_rng(m + n)
    return rng.uniform(1, 9, (m, n)), rng.dirichlet(np.ones(n)), np.arange(n) % 5 != 4


def elapsed(call: Callable[[], object], repeats: int) -> float | None:
    """Return the median milliseconds of a call, None if it fails; fewer repeats where one takes long."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")
            begun = time.perf_counter()
            call()
            first = time.perf_counter() - begun
            if first > BUDGET:
                return 1e3 * first
            times = []
            for _repeat in range(max(1, min(repeats, int(BUDGET / max(first, 1e-6))))):
                begun = time.perf_counter()
                call()
                times.append(time.perf_counter() - begun)
    except (ValueError, TypeError, ArithmeticError, MemoryError, criteria.CriteriaError, IndexError):
        return None
    return 1e3 * median(times)


def ours(key: str, values: np.ndarray, weights: np.ndarray, maximized: np.ndarray) -> Callable[[], object]:
    bounds = np.column_stack([np.full(values.shape[1], 1.0), np.full(values.shape[1], 9.0)])
    params: dict[str, object] = {}
    if "scale" in criteria.METHODS[key].normalizations[:1]:
        params["scales"] = bounds
    return lambda: criteria.score(key, values, weights, maximized, **params)


def scikit(
    key: str, values: np.ndarray, weights: np.ndarray, maximized: np.ndarray
) -> Callable[[], object] | None:
    if key not in SCIKIT:
        return None
    # All criteria benefits where a method refuses costs; the work is the same.
    refuses = key in {
        "probid",
        "simplified_probid",
        "cocoso",
        "codas",
        "mabac",
        "wsm",
        "wpm",
        "waspas",
        "full_multiplicative_form",
    }
    senses = np.ones(len(maximized)) if refuses else np.where(maximized, 1, -1)
    matrix = skcriteria.mkdm(values / values.sum(axis=0), senses.astype(int), weights=weights)
    inputs: dict[str, object] = {}
    if key == "spotis":
        inputs["bounds"] = np.column_stack([matrix.matrix.min(), matrix.matrix.max()])
    if key == "aras":
        inputs["ideal"] = np.where(maximized, matrix.matrix.max(), matrix.matrix.min())
    if key == "ervd":
        inputs["reference_points"] = matrix.matrix.median()
    return lambda: SCIKIT[key]().evaluate(matrix, **inputs)


def pymcdm(
    key: str, values: np.ndarray, weights: np.ndarray, maximized: np.ndarray
) -> Callable[[], object] | None:
    if key not in PYMCDM:
        return None
    senses = np.where(maximized, 1, -1)
    method = PYMCDM[key]()

    def call() -> object:
        return method.rank(method(values, weights, senses))

    return call


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeats", type=int, default=30)
    repeats = arguments.parse_args().repeats
    for m, n in SIZES:
        print(f"\n{m} candidates, {n} criteria: milliseconds for one evaluation (ratio to ours)")
        print(f"{'':26}{'ours':>10}{'scikit-criteria':>24}{'pymcdm':>24}")
        values, weights, maximized = problem(m, n)
        for key in criteria.METHODS:
            if m > 200 and key in {"electre_i", "electre_ii", "codas", "promethee_i", "multimoora"}:
                continue  # these compare all pairs: gigabytes at this size, in every library
            mine = elapsed(ours(key, values, weights, maximized), repeats)
            cells = [f"{mine:.3f}" if mine else "–"]
            for other in (scikit, pymcdm):
                call = other(key, values, weights, maximized)
                time_taken = elapsed(call, repeats) if call else None
                cells.append(f"{time_taken:.3f} ({time_taken / mine:.1f}×)" if time_taken and mine else "–")
            print(f"{key:26}{cells[0]:>10}{cells[1]:>24}{cells[2]:>24}", flush=True)


if __name__ == "__main__":
    main()
