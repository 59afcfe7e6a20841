"""Questions that a worker can import, and that take as long as they are told."""

from __future__ import annotations

import os
import time

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.robustness.engine.steps import stepped


def waits(evaluation: Evaluation, seconds: float) -> int:
    """Return the number of draws asked for, after so many seconds for each thousand of them."""
    time.sleep(seconds * evaluation.scenario.uncertainty.draws / 1_000)
    return evaluation.scenario.uncertainty.draws


def steps(_evaluation: Evaluation, count: int, seconds: float = 0.0) -> int:
    """Return how many steps there were, each told when it is done after so many seconds."""
    return sum(time.sleep(seconds) is None for _step in stepped(range(count), count))


def complains(_evaluation: Evaluation) -> None:
    raise CriteriaError("The cell 'Price' of 'Oem Cloud' is empty: fill it in.")


def fails(_evaluation: Evaluation) -> None:
    raise ZeroDivisionError("the secret name of a partner")


def ends(_evaluation: Evaluation) -> None:
    os._exit(1)


def worker(_evaluation: Evaluation) -> int:
    print("a library that prints")
    return os.getpid()
