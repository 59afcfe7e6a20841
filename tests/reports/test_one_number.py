"""One number, one source: the same figures in headline, page table, CSV, JSON, command line, workbook, deck, one-page PDF and record.

Every figure is read back out of what was written: numbers in full are equal, printed ones are the number rounded by the one rule.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from beside import bars_of_shares_agree, charts_hold_what_they_draw, must_haves_agree
from books import recalculated, scores_and_ranks, stored
from by_hand import PROBLEM
from pptx import Presentation
from read_back import (
    figures_in_notes,
    rows_of_csv,
    rows_of_page,
    rows_of_record,
    tables_of,
    text_of_pdf,
    text_of_record,
)

import criteria
from criteria.commands.ranking_document import ranking_json
from criteria.errors import CriteriaError
from criteria.explain.lead import shown_digits
from criteria.explain.numbers import number, percent, share_with_error
from criteria.explain.report import ranking_text
from criteria.explain.verdict import said_in_one_line
from criteria.files.record import Decision, reopened
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.standing import STANDING_WORDS
from criteria.ranking.catalogue import METHODS
from criteria.reports.leaving import leaving
from criteria.reports.pack import FILES
from criteria.reports.workbook import RECALCULATED

DATA = Path(__file__).parents[2] / "data"
ON_EVERY_PAGE = 8  # candidates that the one page shows, however long its texts
VOTES = r"\d+ of \d+"
METHOD_KEYS = [key for key, row in METHODS.items() if row.order == "complete"]


def random_scenario(problem: Problem, rng: np.random.Generator) -> Scenario:
    """Return a scenario with weights drawn, and sometimes another method, a gate waived, a candidate set aside, a rating changed."""
    scenario = problem.base_scenario().with_importances(
        {
            criterion.id: float(np.round(rng.uniform(0, 100), int(rng.integers(0, 4))))
            for criterion in problem.criteria
        }
    )
    if rng.random() < 0.7:
        scenario = scenario.with_method(str(rng.choice(METHOD_KEYS)))
    for gate in problem.gates:
        scenario = scenario.with_waived(gate.id, waived=bool(rng.random() < 0.3))
    for alternative in problem.alternatives:
        scenario = scenario.with_set_aside(alternative.id, set_aside=bool(rng.random() < 0.15))
    if rng.random() < 0.5:
        row, column = rng.integers(len(problem.alternatives)), rng.integers(len(problem.leaves))
        value = float(np.round(rng.uniform(1, 9), 2))
        place = (problem.alternatives[row].id, problem.leaves[column].id)
        scenario = scenario.with_cell(ChangedCell(*place, value, value, value))
    return scenario


def rows_in_pdf(text: str, before: str, figures: str) -> list[str]:
    """Return what stands behind a name in a table of the page.  figures: the form of what may stand there."""
    return re.findall(rf"(?<!\S){before} ({figures})(?!\S)", text)


def weights_of_book(cells: Mapping[tuple[str, str], object]) -> dict[str, float]:
    """Return the weights on the sheet of weights by the names of criteria."""
    places = [place for sheet, place in cells if sheet == "WEIGHTS" and place[0] == "A"]
    told = {str(cells["WEIGHTS", at]).strip(): cells.get(("WEIGHTS", at.replace("A", "D"))) for at in places}
    return {name: float(weight) for name, weight in told.items() if isinstance(weight, int | float)}


def rows_of_result(cells: Mapping[tuple[str, str], object]) -> dict[str, dict[str, str]]:
    """Return the words on the workbook's first sheet by the candidate's name and the head of the column."""
    heads = {
        place[0]: str(head)
        for (sheet, place), head in cells.items()
        if sheet == "RESULT" and place[1:] == "5"
    }
    rows: dict[str, dict[str, str]] = {}
    for (sheet, place), value in cells.items():
        if (
            sheet == "RESULT"
            and place[0] in heads
            and int(place[1:]) > 5
            and ("RESULT", f"A{place[1:]}") in cells
        ):
            rows.setdefault(str(cells["RESULT", f"A{place[1:]}"]), {})[heads[place[0]]] = str(value)
    return rows


def agreed(problem: Problem, scenario: Scenario, folder: Path, *, recalculate: bool) -> bool:
    """Hold every file of one scenario against the engine; False where nothing can be ranked."""
    try:
        found = leaving(problem, scenario, day="2026-11-27", link="?v=1", version="0", methods=())
    except CriteriaError:
        return False
    evaluation, robustness, face = found.evaluation, found.robustness, found.face
    made = {
        key: FILES[key].make(found, Decision())
        for key in ("shortlist", "inputs", "workbook", "record", "deck", "page")
    }
    digits = shown_digits(evaluation)
    table, inputs = rows_of_csv(made["shortlist"]), rows_of_csv(made["inputs"])
    document = json.loads(ranking_json(evaluation, "0", robustness, face))
    by_id = {row["candidate_id"]: row for row in document["shortlist"]}
    page, record = rows_of_page(found), rows_of_record(made["record"])
    command = ranking_text(evaluation, robustness)
    deck = Presentation(io.BytesIO(made["deck"]))
    slides = deck.slides
    pdf, notes = text_of_pdf(made["page"]), figures_in_notes(slides[0])
    # The headline, everywhere.
    said = said_in_one_line(evaluation, robustness)
    assert command.splitlines()[0] == said == face.said == slides[0].shapes.title.text_frame.text
    assert {row["verdict"] for row in table.values()} == {said} == {inputs["verdict"]["value"]}
    assert reopened("r.zip", made["record"]).verdict == said
    assert pdf.startswith(f"{face.title} {said} ")
    # Weights.
    for leaf, weight in zip(problem.leaves, evaluation.weights.tolist(), strict=True):
        assert float(inputs[leaf.id]["effective_weight"]) == pytest.approx(weight, abs=1e-15)
        assert document["settings"]["weights"][leaf.id] == weight
    in_book = weights_of_book(stored(made["workbook"], values=True))
    assert [in_book[leaf.name] for leaf in problem.leaves] == pytest.approx(
        evaluation.weights.tolist(), abs=1e-15
    )
    text = text_of_record(made["record"])
    for group in evaluation.groups:
        weight = percent(evaluation.node_weights[group.id])
        assert f"{group.label} {weight}" in face.weights
        assert f"* {group.label}: {weight}\n" in text
    texts = [shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame]
    assert any(f"Weights: {face.weights}." in told for told in texts)
    assert {row["weights"] for row in table.values()} == {face.weights}
    assert f"Weights: {face.weights} " in pdf
    # What stands beside the ranking.
    charts_hold_what_they_draw(deck)
    must_haves_agree(deck, pdf, evaluation, table)
    if robustness is not None:
        bars_of_shares_agree(deck, evaluation, robustness, table)
    # Rank, score, interval, shares and must-haves of each candidate.
    chart = next(shape.chart for shape in slides[0].shapes if shape.has_chart).plots[0]
    book = stored(made["workbook"], values=True)
    scores, ranks = scores_and_ranks(book, evaluation)
    result = rows_of_result(book)
    tables = tables_of(slides)
    for place, i in enumerate(evaluation.order):
        alternative, score, rank = (
            evaluation.alternatives[i],
            float(evaluation.scores[i]),
            int(evaluation.ranks[i]),
        )
        row, same = table[alternative.id], by_id[alternative.id]
        assert (int(row["rank"]), float(row["score"])) == (rank, score) == (same["rank"], same["score"])
        assert (ranks[i], scores[i]) == (rank, pytest.approx(score, rel=1e-15))
        drawn = sum(series.values[place] for series in chart.series)
        assert drawn == pytest.approx(score, rel=1e-9, abs=1e-12)
        shown, written = page[alternative.label], record[alternative.label]
        printed = number(score, digits)
        assert shown[0].lstrip("=") == written[0].lstrip("=") == str(rank)
        assert printed in shown[2:4]
        assert written[2] == printed
        assert re.search(
            rf"^\s*=?{rank}\s+{re.escape(alternative.label)}\s+{re.escape(printed)}\b", command, re.M
        )
        ranked = rf"=?{rank} {re.escape(alternative.label)}"
        in_pdf = rows_in_pdf(pdf, ranked, r"[-−]?[\d.,]+")
        assert in_pdf == [printed] or (not in_pdf and place >= ON_EVERY_PAGE)
        noted = notes[alternative.label]
        assert f"{evaluation.score_name} {printed}" in noted
        assert noted[0].replace("=", "") == f"Rank {rank}"
        word = STANDING_WORDS[row["gate_status"]] if problem.gates else "–"  # type: ignore[index]
        assert shown[-1] == written[3] == word
        assert f"Must-haves {word}" in noted
        assert (same["gate_status"], same["gate_reason"]) == (row["gate_status"], row["gate_reason"])
        assert result[alternative.name]["Must-haves"] == STANDING_WORDS[row["gate_status"]]  # type: ignore[index]
        if problem.gates and row["gate_status"] not in ("pass", "waived"):
            assert f"| {alternative.label} | {word} | " in text
            open_ones = [told for one in tables if one[0][1:3] == ["Must-haves", "Rank"] for told in one]
            assert {told[1] for told in open_ones if told[0] == alternative.label} <= {word}
        if robustness is not None:
            low, high = int(row["rank_low"]), int(row["rank_high"])
            interval = str(low) if low == high else f"{low}–{high}"
            assert written[4 + len(robustness.drawn)] == interval
            assert any(cell.split(" ")[0] == interval for cell in shown)
            assert (same["rank_low"], same["rank_high"]) == (low, high)
            assert f"Ranks in 90% of draws {interval}" in noted
            assert result[alternative.name]["Ranks in 90% of draws"] == interval
            assert re.search(
                rf"^\s*=?{rank}\s+{re.escape(alternative.label)}\s.*\s{interval}(\s|$)", command, re.M
            )
            share = share_with_error(
                float(row["first_by_weights"]), robustness.weights.draws, int(robustness.weights.proved[i])
            )
            assert any(cell.startswith(share) for cell in shown)
            assert f"First by weights {share}" in noted
            assert result[alternative.name]["First by weights"] == written[4] == share
            line = next(
                told
                for told in command.splitlines()
                if re.match(rf"\s*=?{rank}\s+{re.escape(alternative.label)}\s", told)
            )
            assert re.split(r"\s{2,}", line.strip()).count(share) > 0
            assert float(row["first_by_weights"]) == same["first_by_weights"]
            if robustness.evidence is not None:
                drawn_from = robustness.evidence
                first = share_with_error(
                    float(row["first_by_evidence"]), drawn_from.draws, int(drawn_from.proved[i])
                )
                assert float(row["first_by_evidence"]) == same["first_by_evidence"]
                assert f"{share} · {first}" in shown
                assert result[alternative.name]["First by evidence"] == written[5] == first
                assert re.search(rf"\s{re.escape(share)}\s+{re.escape(first)}\s+{interval}(\s|$)", line)
                assert f"First by evidence {first}" in noted
                in_deck = [told for one in tables if one[0][1] == "First in weightings" for told in one]
                votes = f"{robustness.first_under[i]} of {robustness.methods}"
                standing = [share, first, votes, interval]
                for told in (line for line in in_deck if line[0] == alternative.label):
                    assert told == [alternative.label, *standing]
                    assert f"| {' | '.join(told)} |" in text
                beside = rf"(?:[<>] )?[\d.]+%[^%]*%[^%]*? {VOTES} [\d–]+"
                assert rows_in_pdf(pdf, re.escape(alternative.label), beside) in ([], [" ".join(standing)])
                if alternative.label in [told[0] for told in in_deck[1:3]]:
                    assert f"{alternative.label} {' '.join(standing)}" in pdf
    if recalculate and scenario.method in RECALCULATED:
        again, order = scores_and_ranks(recalculated(made["workbook"], folder), evaluation)
        assert again == pytest.approx(evaluation.scores.tolist(), abs=1e-9)
        assert order == evaluation.ranks.tolist()
    return True


def held(problem: Problem, count: int, seed: int, folder: Path, *, recalculate: int) -> int:
    rng = np.random.default_rng(seed)
    return sum(
        agreed(problem, random_scenario(problem, rng), folder, recalculate=k < recalculate)
        for k in range(count)
    )


def test_a_few_scenarios_have_one_number_in_every_file(tmp_path: Path) -> None:
    assert held(PROBLEM, 5, 1, tmp_path, recalculate=0) > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "count"), [("telematics-suppliers", 90), ("fighter-aircraft", 90), ("automotive-cloud", 20)]
)
def test_two_hundred_scenarios_have_one_number_in_every_file(name: str, count: int, tmp_path: Path) -> None:
    problem = criteria.load_problem(DATA / name)
    assert held(problem, count, 2, tmp_path, recalculate=count) > 0.6 * count
