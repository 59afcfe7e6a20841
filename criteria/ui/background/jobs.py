"""The queue of long computations: equal questions share one, a question nobody waits for any more is dropped, none runs without end."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from criteria.ui.background import frames
from criteria.ui.background.question import Question

ANSWER, COMPLAINT, FAULT = "answer", "complaint", "fault"
SHARE, PRELIMINARY, TIME_OVER = "share", "preliminary", "time over"
_LOGGER = logging.getLogger("criteria.server")
_IDLE = 300.0  # seconds without work after which a worker is ended
# Arrays of a few megabytes are not handed back to the system each time (glibc): a quarter less time for many draws of the evidence.
_KEPT = {"MALLOC_TRIM_THRESHOLD_": "16777216", "MALLOC_MMAP_THRESHOLD_": "4194304"}
_ROOT = str(Path(__file__).parents[3])


@dataclass(eq=False)
class Job:
    """A question under way or waiting. Once `done` is set, `outcome` says what `value` is; `preliminary`: what few draws gave.

    share: how much of it is done, between 0 and 1; 0 where it does not tell.
    """

    question: Question
    waiting: int = 1
    done: threading.Event = field(default_factory=threading.Event)
    outcome: str = ""
    value: object = None
    preliminary: object = None
    share: float = 0.0
    process: subprocess.Popen[bytes] | None = None


class Jobs:
    """At most so many workers, each a process, started when there is something to do; and the questions that wait for one.

    limit: seconds that one question may take.  idle: seconds without work after which a worker ends.
    """

    def __init__(self, workers: int, limit: float, idle: float = _IDLE) -> None:
        self.workers, self.limit, self.idle = workers, limit, idle
        self._lock = threading.Condition()
        self._queue: deque[Job] = deque()
        self._jobs: dict[Question, Job] = {}
        self._threads = 0
        self._free = 0

    def ask(self, question: Question) -> Job:
        """Return the job of a question, the one under way where the same is being asked already. Whoever asks also leaves."""
        with self._lock:
            job = self._jobs.get(question)
            if job is not None:
                job.waiting += 1
                return job
            job = self._jobs[question] = Job(question)
            self._queue.append(job)
            if self._free >= len(self._queue):
                self._lock.notify()
            elif self._threads < self.workers:
                self._threads += 1
                threading.Thread(target=self._serve, name="criteria-worker", daemon=True).start()
            return job

    def leave(self, job: Job) -> None:
        """Stop waiting for a job; where nobody else waits for it, it is taken out of the queue or ended."""
        with self._lock:
            job.waiting -= 1
            if job.waiting or job.done.is_set():
                return
            self._jobs.pop(job.question, None)
            if job in self._queue:
                self._queue.remove(job)
            elif job.process is not None:
                job.process.kill()

    def ahead_of(self, job: Job) -> int:
        """Return how many questions are answered before this one is begun; 0 once it is under way."""
        with self._lock:
            return self._queue.index(job) + self._threads - self._free if job in self._queue else 0

    def _serve(self) -> None:
        """Answer questions by one worker until there have been none for a while."""
        process: subprocess.Popen[bytes] | None = None
        while (job := self._next()) is not None:
            if process is None or process.poll() is not None:
                process = _started()
            with self._lock:
                job.process = process
                wanted = job.waiting > 0
            if (
                wanted and frames.read(cast(BinaryIO, process.stdout)) is not None
            ):  # it is ready; its start does not count
                self._answer(job, process)
            if wanted and job.outcome in ("", TIME_OVER):
                process.kill()
                process.wait()
            self._end(job)
        if process is not None:
            process.kill()
            process.wait()

    def _next(self) -> Job | None:
        with self._lock:
            self._free += 1
            try:
                if not self._lock.wait_for(lambda: bool(self._queue), self.idle):
                    self._threads -= 1
                    return None
                return self._queue.popleft()
            finally:
                self._free -= 1

    def _answer(self, job: Job, process: subprocess.Popen[bytes]) -> None:
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.limit, end)
        timer.daemon = True
        timer.start()
        try:
            frames.write(cast(BinaryIO, process.stdin), frames.packed(job.question))
            while (data := frames.read(cast(BinaryIO, process.stdout))) is not None:
                kind, value = frames.unpacked(data)
                if kind == SHARE:
                    job.share = value
                elif kind == PRELIMINARY:
                    job.preliminary = value
                else:
                    job.outcome, job.value = kind, value
                    break
        except OSError:  # the worker has ended
            pass
        finally:
            timer.cancel()
        if late.is_set() and not job.outcome:
            job.outcome = TIME_OVER
        if job.outcome in (ANSWER, COMPLAINT):
            job.done.set()

    def _end(self, job: Job) -> None:
        with self._lock:
            if self._jobs.get(job.question) is job:
                del self._jobs[job.question]
            if not job.outcome:  # ended from outside: by the system, or because nobody waited
                job.outcome = FAULT
                if job.waiting:
                    _LOGGER.error("a worker ended in the middle of a computation")
            job.process = None
            job.done.set()


def _started() -> subprocess.Popen[bytes]:
    """Start a worker. It imports this same package, from wherever it is; of the server's environment it needs nothing else."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "criteria.ui.background.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_KEPT | os.environ | {"PYTHONPATH": _ROOT},
    )
