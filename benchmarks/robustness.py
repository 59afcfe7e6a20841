"""How long the robustness figures take: many draws beside other ways to draw them, growth, and each figure on the bundled case.

    python -m benchmarks.robustness [--repeats 7] [--quick]

Times are medians of several calls. pyrepo-mcda is no dependency: its row is left out where it is not installed. The loops
over other libraries score and rank one drawn set of weights after the other; drawing and counting are not charged to them.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pymcdm.methods as peer

import criteria
from criteria.ranking.matrix import maximized as senses_of
from criteria.ranking.matrix import scales as scales_of
from criteria.robustness import (
    acceptability,
    agreement,
    decision_map,
    evidence_value,
    path_to_first,
    rank_reversal,
    smallest_flip,
    weight_sweep,
)
from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.chunks import CORES
from criteria.robustness.stability import intervals

try:
    from pyrepo_mcda import additions as pyrepo_ranks
    from pyrepo_mcda import mcda_methods as pyrepo
except ImportError:
    pyrepo = None

CASE = Path(__file__).parent.parent / "data" / "automotive-cloud"
DRAWS = 400_000
LOOPED = 2_000
PATIENCE = 60.0  # seconds above which a size is extrapolated from fewer draws
BUDGET = 10.0  # seconds after which a call is not repeated
CHUNK = 500  # draws at a time in the plain version
PRODUCT_CHUNK = 2_048  # draws at a time in the product alone, so that it may stay in cache as well


def problem(m: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return performances between 1 and 9, and which criteria to maximize: about one in five is a cost."""
    return np.random.default_rng(m + n).uniform(1, 9, (m, n)), np.arange(n) % 5 != 4


def seconds(call: Callable[[], object], repeats: int) -> float:
    """Return the median seconds of a call, after one that is not counted; where one takes long, that one is enough."""
    begun = time.perf_counter()
    call()
    first = time.perf_counter() - begun
    if first > BUDGET:
        return first
    times = []
    for _repeat in range(repeats):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return median(times)


def drawn_weights(draws: int, n: int, rng: np.random.Generator) -> np.ndarray:
    """Return weights (draws, n), uniform on the simplex, by exponential spacings."""
    spacings = rng.standard_exponential((draws, n))
    return spacings / spacings.sum(axis=1, keepdims=True)


def looped_pymcdm(values: np.ndarray, maximized: np.ndarray, weights: np.ndarray) -> None:
    method, senses = peer.TOPSIS(), np.where(maximized, 1, -1)
    for row in weights:
        method.rank(method(values, row, senses))


def looped_pyrepo(values: np.ndarray, maximized: np.ndarray, weights: np.ndarray) -> None:
    method, senses = pyrepo.TOPSIS(), np.where(maximized, 1, -1)
    for row in weights:
        pyrepo_ranks.rank_preferences(method(values, row, senses), reverse=True)


def plain(values: np.ndarray, maximized: np.ndarray, draws: int) -> np.ndarray:
    """Return counts of ranks (m, m), TOPSIS written down as it stands in a textbook, a block of draws at a time."""
    rng = np.random.default_rng(0)
    m, n = values.shape
    normalized = values / np.sqrt((values**2).sum(axis=0))
    counts = np.zeros((m, m))
    everybody = np.arange(m)
    for start in range(0, draws, CHUNK):
        weights = drawn_weights(min(CHUNK, draws - start), n, rng)
        weighted = weights[:, np.newaxis, :] * normalized
        largest, smallest = weighted.max(axis=1), weighted.min(axis=1)
        ideal = np.where(maximized, largest, smallest)[:, np.newaxis]
        anti_ideal = np.where(maximized, smallest, largest)[:, np.newaxis]
        to_ideal = np.sqrt(((weighted - ideal) ** 2).sum(axis=2))
        to_anti_ideal = np.sqrt(((weighted - anti_ideal) ** 2).sum(axis=2))
        closeness = to_anti_ideal / (to_ideal + to_anti_ideal)
        ranks = np.argsort(np.argsort(-closeness, axis=1), axis=1)
        np.add.at(counts, (everybody, ranks), 1)
    return counts


def product_alone(matrix: np.ndarray, draws: int, chunk: int) -> None:
    """Draw weights and multiply them with one matrix (m, n): what no way of counting ranks can do without."""
    rng = np.random.default_rng(0)
    for start in range(0, draws, chunk):
        drawn_weights(min(chunk, draws - start), matrix.shape[1], rng) @ matrix.T


def print_speed(draws: int, repeats: int) -> None:
    values, maximized = problem(14, 18)
    weights = drawn_weights(LOOPED, 18, np.random.default_rng(0))
    print(f"\nRank acceptability, TOPSIS, 14 candidates, 18 criteria, {draws:,} draws, {CORES} cores")
    print(f"{'':44}{'draws/s':>14}{'ours is':>12}{'aim':>10}")
    ours = draws / seconds(lambda: acceptability("topsis", values, maximized, draws=draws, rng=1), repeats)
    print(f"{'criteria.robustness.acceptability':44}{ours:>14,.0f}")

    def row(name: str, count: int, call: Callable[[], object], aim: str) -> None:
        rate = count / seconds(call, repeats)
        print(f"{name:44}{rate:>14,.0f}{ours / rate:>11.1f}×{aim:>10}", flush=True)

    row(
        "the same, one thread", draws,
        lambda: acceptability("topsis", values, maximized, draws=draws, rng=1, threads=1), "",
    )  # fmt: skip
    row("pymcdm, a loop", LOOPED, lambda: looped_pymcdm(values, maximized, weights), "≥ 500×")
    if pyrepo is not None:
        row("pyrepo-mcda, a loop", LOOPED, lambda: looped_pyrepo(values, maximized, weights), "≥ 500×")
    row("plain numpy, 500 draws at a time", draws, lambda: plain(values, maximized, draws), "≥ 5×")
    row("weights and one product, all at once", draws, lambda: product_alone(values, draws, draws), "≥ 0.33×")
    row(
        "weights and one product, 2,048 at a time", draws,
        lambda: product_alone(values, draws, PRODUCT_CHUNK), "≥ 0.33×",
    )  # fmt: skip
    few = seconds(lambda: acceptability("topsis", values, maximized, draws=10_000, rng=1), max(20, repeats))
    print(f"10,000 draws: {1e3 * few:.2f} ms (aim: at most 4 ms)")


def traced(call: Callable[[], object]) -> float:
    """Return the most megabytes that were held at one time during a call."""
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def print_growth(sizes: tuple[int, ...], repeats: int) -> None:
    draws = 10_000
    print(f"\nGrowth: rank acceptability, TOPSIS, {draws:,} draws of weights")
    print(f"{'candidates':>12}{'criteria':>10}{'ms':>12}{'peak MB':>10}")
    for m in sizes:
        for n in (20, 50):
            values, maximized = problem(m, n)

            def call(count: int, values: np.ndarray = values, maximized: np.ndarray = maximized) -> object:
                return acceptability("topsis", values, maximized, draws=count, rng=1)

            begun = time.perf_counter()
            call(LOOPED)
            expected = (time.perf_counter() - begun) * draws / LOOPED
            if expected > PATIENCE:
                print(
                    f"{m:>12,}{n:>10}{1e3 * expected:>12,.0f}{traced(lambda: call(LOOPED)):>10.1f}"
                    f"  (from {LOOPED:,} draws)",
                    flush=True,
                )
                continue
            taken = seconds(lambda: call(draws), repeats)
            print(f"{m:>12,}{n:>10}{1e3 * taken:>12,.1f}{traced(lambda: call(draws)):>10.1f}", flush=True)


def print_figures(repeats: int) -> None:
    case = criteria.load_problem(CASE)
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    values, weights, maximized = evaluation.performances, evaluation.weights, senses_of(case)
    scales = scales_of(case)
    cells = [case.performances[row] for row in evaluation.ranked]
    low, high = (
        np.array([[getattr(cell, end) for cell in row] for row in cells], dtype=np.float64)
        for end in ("low", "high")
    )
    m, n = values.shape
    columns = {group.id: [] for group in evaluation.groups}
    for j, leaf in enumerate(case.leaves):
        columns[case.group_of(leaf.id).id].append(j)
    corners = list(columns.values())[:3]
    second = evaluation.order[1]
    kernels = [key for key, method in criteria.METHODS.items() if method.batched]

    def stability(keep: str) -> object:
        call, shares = checked_call("topsis", values, maximized, weights, {})
        return intervals(call, shares, [[j] for j in range(n)], keep=keep)

    given = ("topsis", values, weights, maximized)
    figures: dict[str, Callable[[], object]] = {
        "rank acceptability, weights ±25 %, 10,000 draws": lambda: acceptability(
            "topsis", values, maximized, around=(weights, 0.25), rng=1
        ),
        "rank acceptability, evidence, 1,000 draws": lambda: acceptability(
            "topsis", values, maximized, weights=weights, low=low, high=high, draws=1_000, rng=1
        ),
        f"stability intervals, {n} leaves, leader": lambda: stability("best"),
        f"stability intervals, {n} leaves, whole order": lambda: stability("ranking"),
        "smallest flip, whoever gets there first": lambda: smallest_flip(*given),
        "smallest flip, the second candidate": lambda: smallest_flip(*given, challenger=second),
        "smallest flip, weighted sum": lambda: smallest_flip("wsm", *given[1:]),
        "path to first, the second candidate": lambda: path_to_first(*given, second, scales=scales),
        f"agreement, {len(kernels)} kernel methods": lambda: agreement(
            *given[1:], methods=kernels, scales=scales
        ),
        f"rank reversal, {2 * m + 1} changes": lambda: rank_reversal(*given),
        "value of evidence, 1,000 draws": lambda: evidence_value(
            *given, low=low, high=high, draws=1_000, rng=1
        ),
        "value of evidence, 10,000 draws": lambda: evidence_value(*given, low=low, high=high, rng=1),
        "weight sweep, one leaf": lambda: weight_sweep(*given, 0),
        "weight sweep, one group": lambda: weight_sweep(*given, corners[0]),
        "decision map, 861 points": lambda: decision_map(*given, corners),
    }
    print(f"\nEach figure on the bundled case, TOPSIS, {m} candidates, {n} criteria: milliseconds")
    for name, call in figures.items():
        print(f"{name:50}{1e3 * seconds(call, repeats):>10.2f}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeats", type=int, default=7)
    arguments.add_argument(
        "--quick", action="store_true", help="fewer draws and repeats, no 1,600 candidates"
    )
    given = arguments.parse_args()
    repeats = 3 if given.quick else given.repeats
    print_speed(DRAWS // 10 if given.quick else DRAWS, repeats)
    print_growth((16, 160) if given.quick else (16, 160, 1_600), repeats)
    print_figures(repeats)


if __name__ == "__main__":
    main()
