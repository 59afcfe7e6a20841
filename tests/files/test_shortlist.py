"""The shortlist and the inputs as CSV: every column and every row of the problem computed with a pencil."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from by_hand import BASE, PROBLEM, evaluated, robust

from criteria.files.csv_text import csv_text
from criteria.files.shortlist import csv_of_sentence, inputs_csv, shortlist_csv
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.ranking.evaluate import evaluate


def read(text: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(text.encode()), encoding="utf-8-sig", keep_default_na=False, dtype=str)


def numbers(column: pd.Series) -> list[float]:
    return [float(value) if value else float("nan") for value in column]


def test_the_shortlist_has_what_the_pencil_has() -> None:
    table = read(shortlist_csv(evaluated(BASE, "topsis")))
    assert list(table.columns) == [
        "rank",
        "rank_if_added_back",
        "candidate_id",
        "candidate",
        "score",
        "first_by_weights",
        "first_by_weights_error",
        "first_by_evidence",
        "first_by_evidence_error",
        "rank_low",
        "rank_high",
        "separated_from_first",
        "gate_status",
        "gate_reason",
        "rank_in_base_case",
        "rank_change",
        "contribution_quality",
        "contribution_speed",
        "contribution_price",
        "rank_topsis",
        "share_of_unknown_cells",
        "incomplete",
        "cells_confidence_A",
        "cells_confidence_B",
        "cells_confidence_C",
        "cells_set_by_hand",
    ]
    assert table["candidate"].tolist() == ["Ash", "Birch", "Cedar", "Dogwood"]
    assert table["candidate_id"].tolist() == ["ash", "birch", "cedar", "dogwood"]
    assert table["rank"].tolist() == ["1", "2", "3", ""]
    assert table["rank_if_added_back"].tolist() == ["", "", "", "1"]
    assert numbers(table["score"]) == pytest.approx([0.74, 0.68, 0.67, 0.90])
    assert table["gate_status"].tolist() == ["pass", "pass", "pass", "fail"]
    assert table["gate_reason"].tolist() == ["", "", "", "Hosted here: no; required: yes."]
    assert table["rank_in_base_case"].tolist() == ["1", "2", "3", ""]
    assert table["rank_change"].tolist() == ["0", "0", "0", ""]
    nan = float("nan")
    for column, values in {
        "contribution_quality": [0.48, 0.36, 0.33, nan],
        "contribution_speed": [0.14, 0.16, 0.16, nan],
        "contribution_price": [0.12, 0.16, 0.18, nan],
        "share_of_unknown_cells": [0, 0, 1 / 3, 0],
    }.items():
        assert numbers(table[column]) == pytest.approx(values, nan_ok=True), column
    ranks = evaluated(BASE, "topsis").method_ranks["topsis"]
    assert table["rank_topsis"].tolist() == [*map(str, ranks), ""]
    assert table["incomplete"].tolist() == ["False", "False", "True", "False"]
    assert table["cells_confidence_A"].tolist() == ["2", "1", "1", "3"]
    assert table["cells_confidence_B"].tolist() == ["0", "1", "1", "0"]
    assert table["cells_confidence_C"].tolist() == ["1", "1", "0", "0"]


def test_the_shortlist_has_how_far_each_place_is_earned() -> None:
    found = robust()
    assert found.evidence is not None
    table = read(shortlist_csv(evaluated(BASE, "topsis"), found))
    nan = float("nan")
    assert numbers(table["first_by_weights"]) == pytest.approx([1, 0, 0, nan], nan_ok=True)
    assert numbers(table["first_by_weights_error"]) == pytest.approx([0, 0, 0, nan], nan_ok=True)  # proved
    assert numbers(table["first_by_evidence"])[:3] == pytest.approx(list(found.evidence.first))
    assert numbers(table["first_by_evidence_error"])[0] == pytest.approx(
        0.0255, abs=0.0005
    )  # to the lower end of Wilson's interval
    # By the evidence Ash is first in 81, second in 16 and third in 3 % of the draws, Birch in 14, 73 and 12 %, Cedar in 5, 11 and 85 %.
    assert table["rank_low"].tolist() == ["1", "1", "2", ""]
    assert table["rank_high"].tolist() == ["2", "3", "3", ""]
    assert table["separated_from_first"].tolist() == ["", "False", "True", ""]
    without = read(shortlist_csv(evaluated(BASE, "topsis"), replace(found, evidence=None)))
    assert without["separated_from_first"].tolist() == ["", "True", "True", ""]
    assert without["rank_high"].tolist() == ["1", "2", "3", ""]


def test_what_nobody_tested_is_empty() -> None:
    table = read(shortlist_csv(evaluated()))
    assert (
        set(table["first_by_weights"]) == set(table["rank_low"]) == set(table["separated_from_first"]) == {""}
    )


def test_a_rank_that_changed_is_told_against_the_base_case() -> None:
    table = read(shortlist_csv(evaluated(BASE.with_importance("quality", 0))))
    assert table["candidate"].tolist()[:3] == ["Cedar", "Birch", "Ash"]
    assert table["rank_in_base_case"].tolist()[:3] == ["3", "2", "1"]
    assert table["rank_change"].tolist()[:3] == ["2", "0", "-2"]


def test_one_set_aside_by_hand_says_so() -> None:
    table = read(shortlist_csv(evaluated(BASE.with_set_aside("ash")))).set_index("candidate_id")
    assert table.loc["ash", ["rank", "rank_if_added_back", "gate_status", "gate_reason"]].tolist() == [
        "",
        "1",
        "set aside",
        "Set aside by hand.",
    ]


def test_the_inputs_have_every_setting_importance_gate_and_cell() -> None:
    scenario = (
        BASE.with_importance("price", 30)
        .with_blanks("worst")
        .with_set_aside("birch")
        .with_cell(ChangedCell("ash", "speed", 5, 6, 7))
    )
    table = read(inputs_csv(evaluated(scenario), version="9.9", link="http://localhost/?v=1"))
    assert list(table.columns)[:10] == [
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
    rows = {(row["part"], row["id"]): row for _place, row in table.iterrows()}
    settings = {identifier: row["value"] for (part, identifier), row in rows.items() if part == "setting"}
    wanted = {
        "version": "9.9",
        "problem": "Trees",
        "data": PROBLEM.fingerprint,
        "link": "http://localhost/?v=1",
        "method": "Weighted sum",
        "normalization": "scale",
        "profile": "Buyers",
        "blanks": "the worst value of the scale",
        "note-1": "Made up for a pencil.",
    }
    assert {name: settings.get(name) for name in wanted} == wanted
    # 60, 20 and 30 of 110 points.
    for leaf, points, note in (
        ("quality", 60, "maximize"),
        ("speed", 20, "maximize"),
        ("price", 30, "minimize"),
    ):
        row = rows["importance", leaf]
        assert (float(row["value"]), float(row["effective_weight"])) == (points, pytest.approx(points / 110))
        assert row["note"] == note
    gate = rows["gate", "hosting"]
    assert (gate["name"], gate["value"], gate["note"]) == ("Hosted here", "in force", "hard == yes")
    assert rows["set aside", "birch"]["name"] == "Birch"
    cell = rows["performance", "ash.quality"]
    assert cell[["name", "low", "value", "high", "confidence", "source", "note"]].tolist() == [
        "Ash: Quality",
        "6.0",
        "8.0",
        "9.0",
        "C",
        "visit",
        "",
    ]
    changed = rows["performance", "ash.speed"]
    assert changed[["low", "value", "high", "note"]].tolist() == ["5.0", "6.0", "7.0", "set by hand, was 7"]
    assert rows["performance", "cedar.speed"][["low", "value", "high", "note"]].tolist() == [
        "",
        "",
        "",
        "unknown",
    ]
    assert sum(part == "performance" for part, _identifier in rows) == 12


def test_a_waived_gate_is_told_as_waived() -> None:
    table = read(inputs_csv(evaluated(BASE.with_waived("hosting")), version="1", link=""))
    assert table.set_index("id").loc["hosting", "value"] == "waived"


def test_a_sentence_in_place_of_a_table_is_no_formula() -> None:
    assert csv_of_sentence("=1+1") == "\ufeffnote\r\n'=1+1\r\n"
    assert csv_text(pd.DataFrame({"a": [0.1 + 0.2]})) == "\ufeffa\r\n0.30000000000000004\r\n"


def test_names_and_units_are_written_as_people_wrote_them() -> None:
    """Through the CSV reader of Python: no letter, space or sign of a name or unit is changed."""
    names = ['Žluťoučký & Söhne, "K.K."', "日産自動車（株）", "total <b>cloud</b> 100 %", "AT&T; ‘quoted’"]
    units = ["€ / 1 000 km", "µs", "%", "m²·K/W"]
    leaves = tuple(
        Criterion(f"c{j}", name, maximize=j != 0, unit=unit)
        for j, (name, unit) in enumerate(zip(reversed(names), units, strict=True))
    )
    cells = tuple(tuple(Performance(likely=1.0 + (i + j) % 4) for j in range(4)) for i in range(4))
    alternatives = tuple(Alternative(f"a{i}", name) for i, name in enumerate(names))
    problem = Problem("written", "As written", leaves, alternatives, cells)
    evaluation = evaluate(problem, problem.base_scenario(), methods=())
    rows = list(csv.DictReader(io.StringIO(shortlist_csv(evaluation).removeprefix("\ufeff"))))
    assert {row["candidate"] for row in rows} == set(names)
    told = list(
        csv.DictReader(io.StringIO(inputs_csv(evaluation, version="1", link="x").removeprefix("\ufeff")))
    )
    weighed = [(row["name"], row["unit"]) for row in told if row["part"] == "importance"]
    assert weighed == list(zip(reversed(names), units, strict=True))
    rated = [(row["name"], row["unit"]) for row in told if row["part"] == "performance"]
    assert rated == [(f"{a.name}: {leaf.name}", leaf.unit) for a in alternatives for leaf in leaves]
