"""A worker: reads questions about evaluations, answers them one after the other. Started by `jobs.py`, ended by it at any time."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from typing import BinaryIO

from criteria.errors import ClusterError, CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.evaluate import evaluate
from criteria.robustness.engine.cluster import on_cluster
from criteria.robustness.engine.steps import Told, heard_by, part
from criteria.ui.background import frames
from criteria.ui.background.question import Question
from criteria.ui.log import described

SHARE, PRELIMINARY, ANSWER, COMPLAINT, FAULT = "share", "preliminary", "answer", "complaint", "fault"
READY = b""
SCHEDULER = "CRITERIA_SCHEDULER"
_NICE = 10  # moves of sliders come first


def main(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer until the server ends."""
    problems: dict[bytes, Problem] = {}
    while _ready(outgoing) and (data := frames.read(incoming)) is not None:
        question: Question = frames.unpacked(data)
        if question.problem not in problems:
            problems.clear()  # one at a time: a worker holds little
            _evaluated.cache_clear()
            problems[question.problem] = frames.unpacked(question.problem)

        def tell(kind: str, value: object) -> None:
            frames.write(outgoing, frames.packed((kind, value)))

        with heard_by(in_hundredths(partial(tell, SHARE))):
            for kind, value in answers(question, problems[question.problem]):
                tell(kind, value)


def _ready(outgoing: BinaryIO) -> bool:
    """Tell the server that the next question is read at once: what an import takes is no part of a computation."""
    frames.write(outgoing, READY)
    return True


def in_hundredths(tell: Told) -> Told:
    """Return a listener that tells the share done at each new hundredth alone."""
    told = 0

    def heard(share: float) -> None:
        nonlocal told
        if int(100 * share) > told:
            told = int(100 * share)
            tell(told / 100)

    return heard


def answers(question: Question, problem: Problem) -> Iterator[tuple[str, object]]:
    """Yield what there is to say: where many draws are asked for, first what few of them give; the answer or a complaint comes last."""
    uncertainty, begun = question.scenario.uncertainty, 0.0
    try:
        if 0 < question.few < uncertainty.draws:
            few = question.scenario.with_uncertainty(replace(uncertainty, draws=question.few))
            begun = question.few / (question.few + uncertainty.draws)
            with part(0.0, begun):
                first = _answer(question, problem, few)
            yield PRELIMINARY, first
        with part(begun, 1.0):
            answer = _answer(question, problem, question.scenario)
        yield ANSWER, answer
    except CriteriaError as error:
        yield COMPLAINT, str(error)
    except Exception as error:  # whatever it is: the server logs it, the page says that it happened
        yield FAULT, described(error)


def _answer(question: Question, problem: Problem, scenario: Scenario) -> object:
    evaluation, named = _evaluated(problem, scenario), dict(question.named)
    try:
        with on_cluster(os.environ.get(SCHEDULER)):
            return question.ask(evaluation, *question.chosen, **named)
    except ClusterError as error:
        print(f"criteria: computed on this machine instead. {error}", file=sys.stderr, flush=True)
        return question.ask(evaluation, *question.chosen, **named)


@lru_cache(maxsize=2)  # the same question with few draws and with all
def _evaluated(problem: Problem, scenario: Scenario) -> Evaluation:
    return evaluate(problem, scenario, methods=())


def _end_with(parent: int) -> None:
    """End this process soon after the server that started it, also when it was killed in the middle of a computation."""
    while os.getppid() == parent:
        time.sleep(2)
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(
        sys.stderr.fileno(), sys.stdout.fileno()
    )  # a library that prints does not end up among the answers
    main(sys.stdin.buffer, outgoing)
