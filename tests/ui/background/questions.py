"""Questions that a worker can import, and that take as long as they are told."""

from __future__ import annotations

import os
import time

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation


def waits(evaluation: Evaluation, seconds: float) -> int:
    """Return the number of draws asked for, after so many seconds for each thousand of them."""
    time.sleep(seconds * evaluation.scenario.uncertainty.draws / 1_000)
    return evaluation.scenario.uncertainty.draws


def complains(_evaluation: Evaluation) -> None:
    raise CriteriaError("The cell 'Price' of 'Oem Cloud' is empty: fill it in.")


def fails(_evaluation: Evaluation) -> None:
    raise ZeroDivisionError("the secret name of a partner")


def ends(_evaluation: Evaluation) -> None:
    os._exit(1)


def worker(_evaluation: Evaluation) -> int:
    print("a library that prints")
    return os.getpid()
