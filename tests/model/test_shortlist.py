"""The shortlist as a table: one tidy row for each candidate, with everything that explains its rank."""

from __future__ import annotations

import pandas as pd
import pytest

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell


@pytest.fixture(scope="module")
def evaluation(case: Problem) -> Evaluation:
    scenario = (
        case.base_scenario("ip-legal")
        .with_importance("capability", 90)
        .with_set_aside("aws")
        .with_cell(ChangedCell("fujitsu", "ip-terms", None, None, None))
    )
    return criteria.evaluate(case, scenario, methods=("topsis", "wsm", "vikor"))


@pytest.fixture(scope="module")
def table(evaluation: Evaluation) -> pd.DataFrame:
    return evaluation.shortlist()


def test_there_is_one_row_for_each_candidate_ranked_ones_first(
    evaluation: Evaluation, table: pd.DataFrame
) -> None:
    assert sorted(table["candidate_id"]) == sorted(a.id for a in evaluation.problem.alternatives)
    ranked = table["rank"].notna()
    assert ranked.tolist() == sorted(ranked, reverse=True)
    assert table.loc[ranked, "rank"].is_monotonic_increasing
    assert set(table.loc[~ranked, "candidate_id"]) == {"aws", "huawei-cloud"}
    assert table.loc[~ranked, "rank_if_added_back"].notna().all()
    assert table.loc[ranked, "rank_if_added_back"].isna().all()


def test_the_columns_are_those_promised(evaluation: Evaluation, table: pd.DataFrame) -> None:
    groups = [f"contribution_{g.id}" for g in evaluation.groups]
    wanted = ["rank", "candidate", "score", "gate_status", "gate_reason", "rank_change", *groups]
    wanted += ["rank_topsis", "rank_wsm", "rank_vikor", "share_of_unknown_cells", "incomplete"]
    wanted += [f"cells_confidence_{grade}" for grade in "ABC"]
    assert set(wanted) <= set(table.columns)
    assert table.columns.is_unique


def test_every_cell_says_what_the_evaluation_says(evaluation: Evaluation, table: pd.DataFrame) -> None:
    rows = table.set_index("candidate_id")
    for i, alternative in enumerate(evaluation.alternatives):
        row = rows.loc[alternative.id]
        assert (row["rank"], row["candidate"], row["score"]) == (
            evaluation.ranks[i],
            alternative.name,
            evaluation.scores[i],
        )
        assert row["rank_change"] == evaluation.rank_change(i)
        assert sum(row[f"contribution_{g.id}"] for g in evaluation.groups) == pytest.approx(
            row["score"], abs=1e-9
        )
        assert row["rank_vikor"] == evaluation.method_ranks["vikor"][i]
        grades = sum(row[f"cells_confidence_{grade}"] for grade in "ABC")
        assert grades == 17 - round(17 * row["share_of_unknown_cells"])
    assert rows.loc["fujitsu", "share_of_unknown_cells"] == pytest.approx(1 / 17)
    assert bool(rows.loc["fujitsu", "incomplete"])
    assert not bool(rows.loc["sonatus", "incomplete"])


@pytest.mark.parametrize(
    ("candidate", "status", "reason"),
    [
        ("aws", "set aside", "Set aside by hand."),
        ("huawei-cloud", "fail", "required: at least 4"),
        ("sonatus", "conditional", "from 0.5 to 4.5"),
        ("bosch-etas", "fail (soft)", "required: yes"),
        ("microsoft-azure", "conditional (soft)", "required: at most 7.5"),
    ],
)
def test_the_gate_status_comes_with_its_reason(
    table: pd.DataFrame, candidate: str, status: str, reason: str
) -> None:
    row = table.set_index("candidate_id").loc[candidate]
    assert row["gate_status"] == status
    assert reason in row["gate_reason"]
    assert bool(row["gate_reason"]) == (status != "pass")


def test_who_meets_every_must_have_passes_without_a_reason(case: Problem) -> None:
    surely_low = case.base_scenario().with_cell(ChangedCell("microsoft-azure", "ip-rivals", 4, 5, 6))
    table = criteria.evaluate(case, surely_low, methods=()).shortlist().set_index("candidate_id")
    assert (table.loc["microsoft-azure", "gate_status"], table.loc["microsoft-azure", "gate_reason"]) == (
        "pass",
        "",
    )


def test_a_waived_gate_is_named_as_waived(case: Problem) -> None:
    scenario = case.base_scenario().with_waived("g-japan-residency").with_waived("g-lawful-na")
    table = criteria.evaluate(case, scenario, methods=()).shortlist().set_index("candidate_id")
    assert "(waived)" in table.loc["huawei-cloud", "gate_reason"]
    assert table.loc["huawei-cloud", "gate_status"] in ("conditional", "waived")
    assert pd.isna(table.loc["huawei-cloud", "rank_change"])


@pytest.mark.parametrize("method", ["electre_i", "promethee_i", "multimoora"])
def test_a_score_that_cannot_be_divided_leaves_contributions_blank(case: Problem, method: str) -> None:
    table = criteria.evaluate(case, case.base_scenario().with_method(method), methods=()).shortlist()
    assert table.filter(like="contribution_").isna().all(axis=None)
    assert table["score"].notna().all()
