"""Draws in chunks as tasks of a Dask cluster: the same chunks with the same generators, so the same figures bit for bit.

`distributed` is an optional dependency (the extra `cluster`), imported when a cluster is first used. Workers need this version of the
package. A task that was on a lost worker is run again by another one. Whoever can reach a scheduler can have its workers run
anything: connect to your own only.
"""

from __future__ import annotations

import io
import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from criteria.errors import ClusterError
from criteria.translation import translate as _

Task = TypeVar("Task")
Result = TypeVar("Result")
_PATIENCE = 5  # seconds for the scheduler to answer, and for a worker to be there
_WAITING = (
    4  # tasks under way for each thread of the workers: enough to keep them busy, few enough to end at once
)


class _Cluster:
    """A scheduler by its address; the connection is made when it is first needed."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Any = None  # of distributed, which is not there everywhere

    def client(self) -> Any:
        """Return the connection; raise ClusterError where there is none, or its workers cannot compute the same."""
        if self._client is None:
            self._client = _connected(self._address)
        return self._client

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._client is not None:
            self._client.close()
            self._client = None


_CLUSTER: ContextVar[_Cluster | None] = ContextVar("cluster", default=None)


@contextmanager
def on_cluster(address: str | None) -> Iterator[None]:
    """Let the workers of a Dask scheduler compute what is drawn in many chunks inside.

    address: such as tcp://10.0.0.5:8786; empty or None computes here. Raises ClusterError where nobody answers there.
    """
    if not address:
        yield
        return
    cluster = _Cluster(address)
    before = _CLUSTER.set(cluster)
    try:
        yield
    finally:
        _CLUSTER.reset(before)
        cluster.close()


def is_used() -> bool:
    """Return whether a cluster was named."""
    return _CLUSTER.get() is not None


def results(
    function: Callable[[Any, Task], Result], shared: object, tasks: Sequence[Task]
) -> Iterator[Result]:
    """Yield function(shared, task) of each task in order, computed by the cluster.  shared: sent once to each worker, not with every task.

    What is under way is cancelled when nobody asks for the rest.  Raises ClusterError where the connection or the workers are lost.
    """
    cluster = _CLUSTER.get()
    assert cluster is not None
    client = cluster.client()
    from distributed import KilledWorker

    held = client.submit(_unpacked, _packed(shared), pure=False)
    wanted = max(1, _WAITING * sum(client.nthreads().values()))
    waiting: deque[Any] = deque()
    try:
        for task in tasks:
            waiting.append(client.submit(function, held, task, pure=False))
            if len(waiting) >= wanted:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except KilledWorker as error:
        raise ClusterError(
            _(
                "The workers of the cluster were lost again and again while they computed this: look at their memory and log."
            )
        ) from error
    except (OSError, CancelledError) as error:
        # Where the scheduler ends, what it was to compute is cancelled.
        raise ClusterError(
            _("The connection with the cluster was lost: start its scheduler again, or leave it out.")
        ) from error
    finally:
        client.cancel([held, *waiting])


def _packed(shared: object) -> bytes:
    import cloudpickle  # type: ignore[import-untyped]

    class Pickler(cloudpickle.Pickler):  # type: ignore[misc]
        """Settings are read-only mappings, which are not packed by themselves."""

        def reducer_override(self, value: object) -> Any:
            if isinstance(value, MappingProxyType):
                return MappingProxyType, (dict(value),)
            return super().reducer_override(value)

    held = io.BytesIO()
    Pickler(held).dump(shared)
    return held.getvalue()


def _unpacked(packed: bytes) -> object:
    return pickle.loads(packed)


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            _(
                "A cluster needs the package distributed: install criteria[cluster], or leave the scheduler out."
            )
        ) from error
    # What becomes of a connection is said in a sentence; its log would add what happened inside.
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(
            _("No Dask scheduler answers at {address}: start one, or correct the address.", address=address)
        ) from error
    try:
        _refuse_others(client, address)
    except BaseException:
        client.close()
        raise
    return client


def _refuse_others(client: Any, address: str) -> None:
    """Raise CriteriaError where no worker is there, or one has another version of the package."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ClusterError(
            _(
                "The scheduler at {address} has no workers: start one with 'dask worker {address}'.",
                address=address,
            )
        ) from error
    ours = code_of_engine()
    found = client.run(code_of_engine, on_error="return")
    for worker, theirs in found.items():
        if theirs != ours:
            raise ClusterError(
                _(
                    "The worker {worker} has another version of criteria or numpy ({theirs}) than this machine ({ours}): install the same ones there.",
                    worker=worker,
                    theirs=theirs if isinstance(theirs, str) else _("none"),
                    ours=ours,
                )
            )


@lru_cache(maxsize=1)
def code_of_engine() -> str:
    """Return what tells the engine's code and numpy from other ones: with the same both compute the same figures."""
    root, digest = Path(__file__).parents[2], sha256()
    for room in ("model", "ranking", "robustness", "scaling", "weighting"):
        for file in sorted((root / room).rglob("*.py")):
            digest.update(file.read_bytes())
    return f"{digest.hexdigest()[:8]}, numpy {version('numpy')}"
