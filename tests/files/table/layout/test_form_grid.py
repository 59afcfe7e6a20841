"""Answers of forms whose columns join candidate and criterion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

ANSWERS = "Respondent,{0},{1},{2},{3}\nR1,3,4,5,2\nR2,2,5,4,3\nR3,4,,4,2\n"
PRODUCT = [("Price", "Alpha"), ("Price", "Beta"), ("Quality", "Alpha"), ("Quality", "Beta")]


def ratings(reading: Reading) -> dict[str, list[tuple[float, float, float]]]:
    problem = reading.with_answer("people:", "mean").with_directions(all_maximize=True).problem
    assert problem is not None
    return {
        alternative.name: [(cell.low, cell.likely, cell.high) for cell in row]
        for alternative, row in zip(problem.alternatives, problem.performances, strict=True)
    }


@pytest.mark.parametrize("joined", ["{0} [{1}]", "{1} - {0}", "{1}: {0}", "{0} → {1}", "{1}.{0}"])
def test_joined_names_are_turned_into_candidates_and_criteria(
    reading: Callable[[str], Reading], joined: str
) -> None:
    found = reading(ANSWERS.format(*(joined.format(*pair) for pair in PRODUCT)))
    assert [q.id for q in found.open] == ["people:", "direction:Price", "direction:Quality"]
    alpha, beta = ratings(found)["Alpha"], ratings(found)["Beta"]
    assert (alpha[0], beta[0]) == ((2, 3, 4), (4, 4.5, 5))
    assert (alpha[1], beta[1]) == (
        pytest.approx((4, 13 / 3, 5), abs=1e-4),
        pytest.approx((2, 7 / 3, 3), abs=1e-4),
    )


@pytest.mark.parametrize(
    ("first", "suggestion"), [(("Look", "Service Ltd"), "second"), (("Look", "Taste"), "")]
)
def test_names_that_do_not_tell_are_asked_about(
    reading: Callable[[str], Reading], first: tuple[str, str], suggestion: str
) -> None:
    heads = [f"{a} [{b}]" for a in first for b in ("Alpha", "Beta")]
    found = reading(ANSWERS.format(*heads))
    assert [(q.id, q.suggestion) for q in found.open] == [("grid:", suggestion)]
    assert set(ratings(found.with_answer("grid:", "first"))) == set(first)
    assert set(ratings(found.with_answer("grid:", "second"))) == {"Alpha", "Beta"}


@pytest.mark.parametrize(
    "heads",
    [
        ("Price [EUR]", "Quality [points]", "Delay [days]", "Care"),
        ("Price [Alpha]", "Price [Beta]", "Quality [Alpha]", "Care"),
    ],
)
def test_units_and_gaps_join_no_names(
    reading: Callable[[str], Reading], heads: tuple[str, str, str, str]
) -> None:
    assert "names:" in [q.id for q in reading(ANSWERS.format(*heads)).open]


def test_columns_by_year_of_a_table_of_candidates_stay(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,Price [2024],Price [2025],Quality [2024],Quality [2025]\nA,3,4,5,2\nB,2,5,4,3\n")
    assert len([q for q in found.open if q.kind == "direction"]) == 4


def test_one_person_needs_no_mean(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Timestamp,Price [Alpha],Price [Beta],Quality [Alpha],Quality [Beta],Remark\n01.11.2026 10:00,3,4,5,2,fine\n"
    )
    assert [q.kind for q in found.open] == ["direction", "direction"]
    problem = found.with_directions(all_maximize=True).problem
    assert problem is not None
    assert [[cell.likely for cell in row] for row in problem.performances] == [[3, 5], [4, 2]]


def test_two_columns_of_one_name_are_named_and_none_is_taken(reading: Callable[[str], Reading]) -> None:
    found = reading("Respondent,P [A],P [B],Q [A],Q [B],P [A]\nAnn,1,2,3,4,5\nBob,2,3,4,5,1\n")
    assert found.problem is None
    assert any("several columns are called 'P [A]'" in text for text in found.findings)
