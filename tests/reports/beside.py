"""What deck and page show beside the ranking, held against the CSV: the bars of shares, and the tables of must-haves."""

from __future__ import annotations

import io
from collections.abc import Mapping

import openpyxl
import pytest
from pptx.presentation import Presentation as Deck
from read_back import charts_of, tables_of

from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS
from criteria.robustness.evaluated.summary import Robustness

SHARES = {"First in weightings": "first_by_weights", "First in the evidence's range": "first_by_evidence"}
FAMILIES = "First under families of methods"
Table = Mapping[str, Mapping[str, str]]


def charts_hold_what_they_draw(slides: Deck) -> None:
    """Hold the figures in the workbook inside every chart against those that are drawn."""
    for chart in charts_of(slides.slides):
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        columns = list(book.active.iter_cols(min_row=1, values_only=True))
        assert list(columns[0][1:]) == list(chart.plots[0].categories)
        drawn = [series.values for series in chart.plots[0].series]
        for column, values in zip(columns[1:], drawn, strict=True):
            # The workbook has sixteen digits.
            assert column[1:] == tuple(v if v is None else pytest.approx(v, rel=1e-15) for v in values)


def bars_of_shares_agree(slides: Deck, evaluation: Evaluation, robustness: Robustness, table: Table) -> None:
    """Hold each bar of a share against the CSV, in full; a row of the table beside them names its candidate."""
    (chart,) = (
        chart for chart in charts_of(slides.slides) if chart.plots[0].series[0].name in (*SHARES, FAMILIES)
    )
    (beside,) = (
        found for found in tables_of(slides.slides) if found[0][-2:] == [FAMILIES, "Ranks in 90% of draws"]
    )
    by_label = {alternative.label: i for i, alternative in enumerate(evaluation.alternatives)}
    for k, label in zip(
        range(len(list(chart.plots[0].categories))), (row[0] for row in beside[1:]), strict=False
    ):
        i = by_label[label]
        row = table[evaluation.alternatives[i].id]
        expected = {head: float(row[column]) for head, column in SHARES.items() if row[column]}
        expected[FAMILIES] = robustness.first_under[i] / robustness.methods
        assert {series.name: series.values[k] for series in chart.plots[0].series} == expected


def must_haves_agree(slides: Deck, pdf: str, evaluation: Evaluation, table: Table) -> None:
    """Hold what deck and page say of must-haves against the CSV: those set aside, the best first, then those that are open."""
    names = {one.id: one.label for one in evaluation.problem.alternatives}
    apart = sorted(
        (row for row in table.values() if not row["rank"]),
        key=lambda row: int(row["rank_if_added_back"] or 1_000_000),
    )
    ranked = (table[evaluation.alternatives[i].id] for i in evaluation.order)
    expected = []
    for row in (*apart, *(row for row in ranked if row["gate_status"] != "pass")):
        place = f"ranks {row['rank']}" if row["rank"] else ""
        if row["rank_if_added_back"]:
            place = f"would rank {row['rank_if_added_back']}"
        word = STANDING_WORDS[row["gate_status"]]  # type: ignore[index]
        expected.append([names[row["candidate_id"]], word, place, row["gate_reason"]])
    if not expected:
        return
    (told,) = (
        found[1:]
        for found in tables_of(slides.slides)
        if found[0] == ["Candidate", "Must-haves", "Rank", "Reason"]
    )
    shown = len(told) if told[-1][1] else len(told) - 1
    more = [[f"{len(expected) - shown} more in the workbook", "", "", ""]] if shown < len(expected) else []
    assert told == [*expected[:shown], *more]
    left = "".join(pdf.split()).partition("CandidateMust-havesReason")[2]
    for k, (label, word, _place, reason) in enumerate(expected):
        if k and left.startswith(f"{len(expected) - k}moreintheworkbook"):
            break
        said = "".join(f"{label}{word}{reason}".split())
        assert left.startswith(said)
        left = left.removeprefix(said)
