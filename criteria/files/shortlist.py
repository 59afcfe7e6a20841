"""The shortlist and what stands behind it as CSV files that a spreadsheet opens well and never executes."""

from __future__ import annotations

from criteria.explain.face import Face, face_columns
from criteria.files.csv_text import csv_of_columns, csv_of_rows
from criteria.files.inputs import input_rows
from criteria.model.evaluation import Evaluation
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.sampling import share_error
from criteria.robustness.evaluated.places import places_of
from criteria.robustness.evaluated.summary import Robustness

AFTER = "score"  # the columns on how firm a place is stand behind this one


def shortlist_csv(
    evaluation: Evaluation, robustness: Robustness | None = None, face: Face | None = None
) -> str:
    """Return the shortlist as CSV text: UTF-8 when encoded, a byte-order mark in front, numbers in full.

    face: who leads, how firmly and by what, in the last columns of every row.
    """
    columns = shortlist_columns(evaluation, robustness)
    rows = len(columns[AFTER])
    for name, words in ({} if face is None else face_columns(face)).items():
        columns[name] = [words] * rows
    return csv_of_columns(columns)


def shortlist_columns(
    evaluation: Evaluation, robustness: Robustness | None = None
) -> dict[str, list[object]]:
    """Return the shortlist with how far each place is earned, by columns that are always there, None where it was not tested.

    first_by_weights, first_by_evidence: the shares of the draws behind the headline in which a candidate is first, 0 to 1, each with
    `_error`, half the width of its 95 % interval: 3 / draws where it was seen in all of them or in none, 0 where that is proved.
    rank_low, rank_high: the ranks in 90 % of the draws.  separated_from_first: whether the first is ahead in more than 90 % of the
    draws of either kind; empty for the first itself. Those set apart have none of these.
    """
    table = evaluation.shortlist_columns()
    earned = _earned(evaluation, robustness)
    rows = len(table[AFTER])
    found: dict[str, list[object]] = {}
    for name, values in table.items():
        found[name] = values
        if name == AFTER:
            found |= {extra: [*known, *[None] * (rows - len(known))] for extra, known in earned.items()}
    return found


def _earned(evaluation: Evaluation, robustness: Robustness | None) -> dict[str, list[object]]:
    """Return the columns on how firm a place is, for those ranked, best first; empty ones where it was not tested."""
    order = evaluation.order if robustness is not None else ()
    columns: dict[str, list[object]] = {}
    for name in ("weights", "evidence"):
        kind = None if robustness is None else robustness.drawn.get(name)
        columns[f"first_by_{name}"] = [float(kind.first[i]) for i in order] if kind is not None else []
        columns[f"first_by_{name}_error"] = [_error(kind, i) for i in order] if kind is not None else []
    places = places_of(robustness) if robustness is not None else ()
    columns["rank_low"] = [places[i].low for i in order]
    columns["rank_high"] = [places[i].high for i in order]
    columns["separated_from_first"] = [
        None if robustness is not None and i == robustness.leader else places[i].separated for i in order
    ]
    return columns


def _error(found: Acceptability, i: int) -> float:
    return share_error(float(found.first[i]), found.draws, int(found.proved[i]))


def inputs_csv(evaluation: Evaluation, *, version: str, link: str, face: Face | None = None) -> str:
    """Return the inputs and settings behind a shortlist as CSV text, one row for each.

    link: the address of the scenario.  face: who leads and how firmly, in the first rows.
    """
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
        "basis",
        "confidence_note",
        "unit",
    ]
    rows = input_rows(evaluation, version, link, face)
    return csv_of_rows(columns, ([row.get(name) for name in columns] for row in rows))


def csv_of_sentence(sentence: str) -> str:
    """Return a CSV text that holds one sentence in place of a table."""
    return csv_of_columns({"note": [sentence]})
