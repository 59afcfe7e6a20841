"""CSV files that a spreadsheet opens well and never executes, and that read back whole."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.files.csv_text import csv_text
from criteria.files.shortlist import inputs_csv, shortlist_columns, shortlist_csv
from criteria.links.scenario import address
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.importance import leaf_weights
from criteria.model.problem import Alternative, Problem, Profile
from criteria.model.scenario import ChangedCell
from criteria.robustness.evaluated.summary import live_robustness

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
NASTY = [
    "=1+1",
    "+1",
    "-1 of us",
    "@SUM(A1)",
    "a,b",
    'the "best"',
    "two\nlines",
    "東芝テック",
    "a;b",
    "' quoted",
    "100%",
    "Ünïcode 🚗",
    " =x",
    "NA",
    "1e5",
]
LAW = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def named(names: list[str]) -> Problem:
    return Problem(
        "p",
        names[-1],
        tuple(Criterion(f"c{j}", name, unit=name) for j, name in enumerate(names)),
        tuple(Alternative(f"a{i}", name) for i, name in enumerate(names)),
        tuple(
            tuple(Performance(likely=float(i + j), rationale=n, source=n) for j, n in enumerate(names))
            for i in range(len(names))
        ),
        profiles=(Profile("me", names[0], (("c0", 10.0),)),),
        notes=tuple(names),
        default_profile="me",
        default_method="wsm",
    )


def evaluated(problem: Problem) -> Evaluation:
    return criteria.evaluate(problem, problem.base_scenario(), methods=("topsis",))


def read(text: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(text.encode()), encoding="utf-8-sig", keep_default_na=False, dtype=str)


def bare(text: str) -> str:
    """Return a cell as it was before the apostrophe that keeps a spreadsheet from computing it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULAS) else text


def texts(file: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(file.removeprefix("\ufeff"), newline="")) for cell in row]


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "make",
    [shortlist_csv, lambda e: inputs_csv(e, version="1", link="=x")],
    ids=["shortlist", "inputs"],
)
def test_no_cell_begins_like_a_formula(make: object) -> None:
    file = make(evaluated(named(NASTY)))  # type: ignore[operator]
    assert file.startswith("\ufeff")
    assert [cell for cell in texts(file) if cell.startswith(FORMULAS) and not is_number(cell)] == []


@pytest.mark.parametrize("heading", ["=A1", "+b", "-c", "@d"])
def test_no_heading_begins_like_a_formula(heading: str) -> None:
    assert texts(csv_text(pd.DataFrame({heading: [1.5], "b": ["\tx"]}))) == [
        f"'{heading}",
        "b",
        "1.5",
        "'\tx",
    ]


def test_names_survive_the_way_through_a_file_whole() -> None:
    evaluation = evaluated(named(NASTY))
    table = read(shortlist_csv(evaluation))
    wanted = [evaluation.alternatives[i].name for i in evaluation.order]
    assert [bare(name) for name in table["candidate"]] == wanted
    assert sorted(wanted) == sorted(a.name for a in evaluation.problem.alternatives)


@LAW
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
        min_size=1,
        max_size=4,
        unique_by=str.casefold,
    )
)
def test_any_names_survive_the_way_through_a_file(names: list[str]) -> None:
    try:
        problem = named(names)
    except criteria.CriteriaError:
        return
    evaluation = evaluated(problem)
    for file in (shortlist_csv(evaluation), inputs_csv(evaluation, version="1", link="")):
        assert [cell for cell in texts(file) if cell.startswith(FORMULAS) and not is_number(cell)] == []
    back = [bare(name) for name in read(shortlist_csv(evaluation))["candidate"]]
    assert back == [evaluation.alternatives[i].name for i in evaluation.order]


def test_every_cell_of_the_shortlist_reads_back_whole(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_set_aside("aws"), methods=("wsm", "vikor"))
    found = live_robustness(evaluation)
    table, back = pd.DataFrame(shortlist_columns(evaluation, found)), read(shortlist_csv(evaluation, found))
    assert list(back.columns) == list(table.columns)
    for column in table.columns:
        for value, text in zip(table[column], back[column], strict=True):
            if pd.isna(value):
                assert text == ""
            elif isinstance(value, str):
                assert bare(text) == value
            else:
                assert float(text == "True" if text in ("True", "False") else text) == float(value)


@pytest.fixture(scope="module")
def inputs(case: Problem) -> tuple[Evaluation, pd.DataFrame]:
    scenario = (
        case.base_scenario("ip-legal")
        .with_method("vikor", "minmax")
        .with_importance("cap-ota", 60)
        .with_waived("g-lawful-na")
        .with_set_aside("aws")
        .with_cell(ChangedCell("fujitsu", "ip-terms", 1.0, 2.0, 3.0))
        .with_cell(ChangedCell("sonatus", "ip-terms", None, None, None))
    )
    evaluation = criteria.evaluate(case, scenario, methods=())
    return evaluation, read(
        inputs_csv(
            evaluation,
            version="9.9",
            link=address(evaluation.problem, evaluation.scenario, "http://localhost/"),
        )
    )


def test_the_inputs_name_version_data_method_and_link(inputs: tuple[Evaluation, pd.DataFrame]) -> None:
    evaluation, table = inputs
    settings_ = table[table["part"] == "setting"].set_index("id")["value"]
    wanted = {
        "version": "9.9",
        "data": evaluation.problem.fingerprint,
        "link": address(evaluation.problem, evaluation.scenario, "http://localhost/"),
        "method": "VIKOR",
        "normalization": "minmax",
        "profile": evaluation.problem.profile("ip-legal").name,
    }
    assert {key: settings_[key] for key in wanted} == wanted


def test_the_inputs_hold_raw_importances_and_effective_weights(
    inputs: tuple[Evaluation, pd.DataFrame],
) -> None:
    evaluation, table = inputs
    rows = table[table["part"] == "importance"].set_index("id")
    assert list(rows.index) == [c.id for c in evaluation.problem.criteria]
    assert float(rows.loc["cap-ota", "value"]) == 60
    weights = leaf_weights(evaluation.problem, evaluation.scenario)
    told = [float(rows.loc[leaf.id, "effective_weight"]) for leaf in evaluation.problem.leaves]
    assert told == pytest.approx(weights, abs=1e-12)
    assert {rows.loc[leaf.id, "note"] for leaf in evaluation.problem.leaves} <= {"maximize", "minimize"}


def test_the_inputs_hold_every_gate_and_who_is_set_aside(inputs: tuple[Evaluation, pd.DataFrame]) -> None:
    _evaluation, table = inputs
    gates = table[table["part"] == "gate"].set_index("id")
    assert len(gates) == 6
    assert gates.loc["g-lawful-na", "value"] == "waived"
    assert gates.loc["g-japan-residency", ["value", "note"]].tolist() == ["in force", "hard >= 4"]
    assert table[table["part"] == "set aside"]["id"].tolist() == ["aws"]


def test_the_inputs_hold_every_performance_as_used(inputs: tuple[Evaluation, pd.DataFrame]) -> None:
    evaluation, table = inputs
    cells = table[table["part"] == "performance"].set_index("id")
    assert len(cells) == 272
    assert cells.loc["fujitsu.ip-terms", ["low", "value", "high", "note"]].tolist() == [
        "1.0",
        "2.0",
        "3.0",
        "set by hand, was 5",
    ]
    assert cells.loc["sonatus.ip-terms", "value"] == ""
    assert (
        float(cells.loc["aws.ip-isolation", "value"]) == evaluation.performance("aws", "ip-isolation").likely
    )
    assert cells.loc["aws.ip-isolation", "confidence"] == "A"


def test_an_unknown_cell_says_so_in_the_inputs(suppliers: Problem) -> None:
    table = read(
        inputs_csv(criteria.evaluate(suppliers, suppliers.base_scenario(), methods=()), version="1", link="")
    )
    cell = table.set_index("id").loc["supplier-b.audit-grade"]
    assert (cell["value"], cell["note"]) == ("", "unknown")
