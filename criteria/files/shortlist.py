"""The shortlist and what stands behind it as CSV files that a spreadsheet opens well and never executes."""

from __future__ import annotations

import pandas as pd

from criteria.files.csv_text import csv_text
from criteria.files.inputs import input_rows
from criteria.model.evaluation import Evaluation


def shortlist_csv(evaluation: Evaluation) -> str:
    """Return the shortlist as CSV text: UTF-8 when encoded, a byte-order mark in front, numbers in full."""
    return csv_text(evaluation.shortlist())


def inputs_csv(evaluation: Evaluation, *, version: str, link: str) -> str:
    """Return the inputs and settings behind a shortlist as CSV text, one row for each; link: the address of the scenario."""
    columns = [
        "part",
        "id",
        "name",
        "value",
        "effective_weight",
        "low",
        "high",
        "confidence",
        "source",
        "note",
    ]
    return csv_text(pd.DataFrame(input_rows(evaluation, version, link), columns=columns))


def csv_of_sentence(sentence: str) -> str:
    """Return a CSV text that holds one sentence in place of a table."""
    return csv_text(pd.DataFrame({"note": [sentence]}))
