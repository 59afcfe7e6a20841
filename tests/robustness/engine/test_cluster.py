"""Draws computed by a Dask cluster: the same figures bit for bit, cancelled with the caller, lost workers replaced, everything else a sentence."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from criteria.__main__ import main
from criteria.errors import ClusterError, CriteriaError
from criteria.robustness.acceptability import Acceptability, acceptability
from criteria.robustness.engine import chunks, cluster
from criteria.robustness.engine.chunks import in_chunks, summed
from criteria.robustness.engine.cluster import on_cluster
from criteria.robustness.engine.steps import heard_by

TABLE = np.random.default_rng(4).random((6, 4)) + 0.5
ARRAYS = ("ranks", "central_weights", "pairwise_winning", "confidence_factor", "confidence_error")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Return the address of a scheduler on this machine, with two workers that are threads of this process."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
    ) as local:
        yield local.scheduler_address


def asked(scheduler: str | None, draws: int = 150_000) -> Acceptability:
    return acceptability(
        "topsis",
        TABLE,
        [True] * 4,
        around=([0.4, 0.3, 0.2, 0.1], 0.5),
        low=TABLE * 0.8,
        high=TABLE * 1.1,
        draws=draws,
        rng=7,
        scheduler=scheduler,
    )


def same(one: Acceptability, other: Acceptability) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in ARRAYS)


def test_the_figures_are_the_same_bit_for_bit(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out: list[int] = []
    there = cluster.results
    monkeypatch.setattr(cluster, "results", lambda *given: out.append(len(given[2])) or there(*given))
    monkeypatch.setattr(chunks, "_RUN", 4)
    assert same(asked(scheduler), asked(None))
    assert out
    assert out[0] > 4
    # Fewer draws than one run has are not worth the way.
    out.clear()
    assert same(asked(scheduler, 500), asked(None, 500))
    assert not out


def test_chunks_come_back_in_order_and_tell_how_far_they_are(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "_RUN", 2)
    told: list[float] = []

    def work(start: int, count: int, rng: np.random.Generator) -> tuple[int, int, float]:
        return start, count, float(rng.random())

    here = in_chunks(25, 3, np.random.default_rng(1), work)
    with on_cluster(scheduler), heard_by(told.append):
        there = in_chunks(25, 3, np.random.default_rng(1), work)
    assert there == here
    assert told[-1] == 1.0
    assert len(told) == 5


def test_what_is_wrong_with_the_input_comes_back_as_it_is(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "_RUN", 1)

    def work(_start: int, _count: int, _rng: np.random.Generator) -> tuple[np.ndarray, ...]:
        raise CriteriaError("no finite score")

    with on_cluster(scheduler), pytest.raises(CriteriaError, match="no finite score"):
        summed(10, 2, np.random.default_rng(1), work)


def test_nobody_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(ClusterError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1: start one"):
        asked("tcp://127.0.0.1:1")
    with pytest.raises(ClusterError, match="No Dask scheduler answers at nonsense://x"):
        asked("nonsense://x")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"install criteria\[cluster\]"):
        asked("tcp://127.0.0.1:1")


def test_workers_that_would_compute_something_else_are_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, here = cluster.code_of_engine(), os.getpid()
    assert real.partition(",")[0].isalnum()

    class Client:
        """Workers with other code."""

        def wait_for_workers(self, _count: int, timeout: float) -> None:
            assert timeout > 0

        def run(self, _asked: object, on_error: str) -> dict[str, object]:
            return {"tcp://a": real, "tcp://b": "0ld, numpy 1.0"}

    with pytest.raises(ClusterError, match=r"tcp://b has another version .*0ld, numpy 1\.0"):
        cluster._refuse_others(Client(), "tcp://s")

    class Unable(Client):
        """A worker without the package: what it gives is the error."""

        def run(self, _asked: object, on_error: str) -> dict[str, object]:
            return {f"tcp://{here}": ModuleNotFoundError("criteria")}

    with pytest.raises(ClusterError, match=r"\(none\) than this machine"):
        cluster._refuse_others(Unable(), "tcp://s")

    class Alone(Client):
        """A scheduler without workers."""

        def wait_for_workers(self, _count: int, timeout: float) -> None:
            raise TimeoutError

    with pytest.raises(ClusterError, match=r"has no workers: start one with 'dask worker tcp://s'"):
        cluster._refuse_others(Alone(), "tcp://s")


def test_what_nobody_waits_for_any_more_is_cancelled(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cancelled: list[Any] = []
    with on_cluster(scheduler):
        under = cluster._CLUSTER.get()
        assert under is not None
        client = under.client()
        real = client.cancel
        monkeypatch.setattr(client, "cancel", lambda futures: cancelled.extend(futures) or real(futures))
        some = cluster.results(lambda _shared, task: task, None, range(100))
        assert next(some) == 0
        some.close()
        assert 1 < len(cancelled) < 20


def test_the_command_line_takes_a_scheduler(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_RUN", 1)
    words = ["robustness", "automotive-cloud", "--draws", "5000", "--seed", "3"]
    here = CliRunner().invoke(main, words)
    there = CliRunner().invoke(main, [*words, "--scheduler", scheduler])
    assert (there.exit_code, there.output) == (0, here.output)
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    nobody = CliRunner().invoke(main, [*words, "--scheduler", "tcp://127.0.0.1:1"])
    assert isinstance(nobody.exception, ClusterError)


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    """Two workers that are processes; the first that begins its fifth run is killed in the middle of it."""
    mark = tmp_path / "killed"

    def work(start: int, count: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
        if start == 400:
            with contextlib.suppress(FileExistsError):
                mark.touch(exist_ok=False)
                os._exit(9)
        return (rng.random((count, 3)).sum(axis=0),)

    def without(_start: int, count: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
        return (rng.random((count, 3)).sum(axis=0),)

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as local:
        with on_cluster(local.scheduler_address):
            (there,) = summed(1_000, 2, np.random.default_rng(5), work)
        assert mark.exists()
    (here,) = summed(1_000, 2, np.random.default_rng(5), without)
    assert np.array_equal(there, here)


def test_a_scheduler_that_ends_in_the_middle_is_a_sentence() -> None:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as local, on_cluster(local.scheduler_address):  # fmt: skip
        some = cluster.results(lambda _shared, task: time.sleep(0.02) or task, None, range(500))
        assert next(some) == 0
        local.close()
        with pytest.raises(ClusterError, match="The connection with the cluster was lost"):
            list(some)
