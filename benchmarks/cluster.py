"""Acceptability on a Dask cluster of this machine beside the same call without: what the way there costs, and what a second worker saves.

    python benchmarks/cluster.py [--draws 400000] [--candidates 14] [--criteria 18] [--rounds 3]

Workers keep the memory that they let go of (see docs/decisions/cluster.md). All in one run, in turns: here with one thread, here with all, one worker, two workers. The figures must be the same bit for bit. Needs the
extra `cluster`.
"""

from __future__ import annotations

import argparse
import os
import time
from statistics import median

import dask
import numpy as np
from distributed import LocalCluster

from criteria.robustness.acceptability import Acceptability, acceptability

# Without these the workers hand every array back to the system and ask for new pages for the next one: twice the time.
KEPT = {"MALLOC_TRIM_THRESHOLD_": 16_777_216, "MALLOC_MMAP_THRESHOLD_": 4_194_304}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--draws", type=int, default=400_000)
    parser.add_argument("--candidates", type=int, default=14)
    parser.add_argument("--criteria", type=int, default=18)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    table = np.random.default_rng(1).random((given.candidates, given.criteria)) + 0.5

    def asked(scheduler: str | None, threads: int | None) -> tuple[float, Acceptability]:
        begun = time.perf_counter()
        found = acceptability(
            "topsis",
            table,
            [True] * given.criteria,
            low=table * 0.9,
            high=table * 1.1,
            draws=given.draws,
            rng=1,
            threads=threads,
            scheduler=scheduler,
        )
        return time.perf_counter() - begun, found

    def cluster(workers: int) -> LocalCluster:
        return LocalCluster(
            n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
        )

    dask.config.set({"distributed.nanny.pre-spawn-environ": KEPT})
    with cluster(1) as one, cluster(2) as two:
        ways = {
            "here, 1 thread": (None, 1),
            f"here, {os.cpu_count()} threads": (None, None),
            "1 worker": (one.scheduler_address, None),
            "2 workers": (two.scheduler_address, None),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        first: Acceptability | None = None
        for _round in range(given.rounds + 1):  # the first one warms up
            for name, way in ways.items():
                seconds, found = asked(*way)
                taken[name].append(seconds)
                first = first or found
                assert np.array_equal(found.ranks, first.ranks), name
                assert np.array_equal(found.pairwise_winning, first.pairwise_winning), name
    alone = median(taken["here, 1 thread"][1:])
    print(f"{given.candidates} x {given.criteria}, {given.draws:,} draws of the evidence, TOPSIS")
    for name, all_seconds in taken.items():
        seconds = median(all_seconds[1:])
        print(f"{name:16} {seconds:6.2f} s   {seconds / alone:4.2f} of one thread here")


if __name__ == "__main__":
    main()
