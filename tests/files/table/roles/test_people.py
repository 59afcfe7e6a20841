"""Several people's ratings of one candidate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]
BY_ROW = "Vendor,Rater,Price (min),Quality (max)\nAcme,Ann,4,3\nAcme,Bob,5,\nBolt,Ann,3,5\nBolt,Bob,2,4\n"
BY_HEAD = "Criterion,Direction,Acme,,,Bolt,,\n,,Ann,Bob,Avg,Ann,Bob,Avg\nPrice,min,4,5,4.5,3,2,2.5\nQuality,max,3,3,3,5,4,4.5\n"


def test_raters_in_rows_are_asked_and_put_together(reading: Read) -> None:
    found = reading(BY_ROW)
    assert [q.kind for q in found.open] == ["people"]
    problem = found.with_answer("people:", "mean").problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["Acme", "Bolt"]
    rows = [[(c.low, c.likely, c.high) for c in row] for row in problem.performances]
    assert rows == [[(4, 4.5, 5), (3, 3, 3)], [(2, 2.5, 3), (4, 4.5, 5)]]


def test_raters_under_heads_are_put_together_and_averages_left_out(reading: Read) -> None:
    found = reading(BY_HEAD).with_answer("people:", "mean")
    assert found.problem is not None
    assert [a.name for a in found.problem.alternatives] == ["Acme", "Bolt"]
    assert [[c.likely for c in row] for row in found.problem.performances] == [[4.5, 3], [2.5, 4.5]]
    assert sum("average" in note for note in found.notes) == 2


def test_they_may_be_candidates_of_their_own(reading: Read) -> None:
    apart = reading(BY_ROW).with_answer("people:", "apart").problem
    assert apart is not None
    assert [a.name for a in apart.alternatives] == ["Acme (Ann)", "Acme (Bob)", "Bolt (Ann)", "Bolt (Bob)"]


def test_names_that_all_stand_twice_without_a_rater_are_asked_without_a_suggestion(reading: Read) -> None:
    found = reading("Vendor,Price (min)\nAcme,4\nAcme,5\nBolt,2\nBolt,3\n")
    assert [(q.id, q.suggestion) for q in found.open] == [("people:", "")]
    assert "'row 2', 'row 3'" in found.open[0].text
    apart = found.with_answer("people:", "apart").problem
    assert apart is not None
    assert [a.name for a in apart.alternatives] == [
        "Acme (row 2)",
        "Acme (row 3)",
        "Bolt (row 4)",
        "Bolt (row 5)",
    ]


def test_one_name_that_stands_twice_without_a_rater_is_a_finding(reading: Read) -> None:
    found = reading("Vendor,Price (min)\nAcme,4\nAcme,5\nBolt,2\n")
    assert any("more than once" in text for text in found.findings)


SURVEYS = {
    "a row an answer, with its time": "Timestamp,Vendor,Ease,Support\n2026-03-01 10:12,Alpha,4,3\n2026-03-01 11:12,Beta,2,5\n2026-03-02 10:12,Alpha,5,3\n2026-03-02 11:12,Beta,3,5\n",
    "german, asked in a sentence": "Zeitstempel;Welchen Anbieter bewerten Sie?;Ease;Support;Anmerkungen\n01.03.2026 10:12:33;Alpha;4;3;nett\n01.03.2026 11:02:10;Beta;2;5;\n02.03.2026 09:45:00;Alpha;5;3;Angebot folgt\n02.03.2026 10:45:00;Beta;3;5;\n",
    "people first": "Respondent,Vendor,Ease,Support\nAnn,Alpha,4,3\nAnn,Beta,2,5\nBob,Alpha,5,3\nBob,Beta,3,5\n",
    "a row a person of its own": "Respondent,Vendor,Ease,Support\nAnn,Alpha,4,3\nBob,Beta,2,5\nCem,Alpha,5,3\nDee,Beta,3,5\n",
    "by address": "Email address,Supplier,Ease,Support\na@x.org,Alpha,4,3\na@x.org,Beta,2,5\nb@x.org,Alpha,5,3\nb@x.org,Beta,3,5\n",
    "japanese": "タイムスタンプ,会社名,Ease,Support\n2026/03/01 10:12,Alpha,4,3\n2026/03/01 11:12,Beta,2,5\n2026/03/02 10:12,Alpha,5,3\n2026/03/02 11:12,Beta,3,5\n",
}


@pytest.mark.parametrize("sheet", SURVEYS.values(), ids=SURVEYS)
def test_answers_of_a_survey_are_put_together_by_candidate(sheet: str, reading: Read) -> None:
    found = reading(sheet)
    assert [(q.id, q.suggestion) for q in found.open if q.kind != "direction"] == [("people:", "mean")]
    problem = found.with_answer("people:", "mean").with_directions(all_maximize=True).problem
    assert problem is not None
    rows = {
        a.name: [c.likely for c in row]
        for a, row in zip(problem.alternatives, problem.performances, strict=True)
    }
    assert rows == {"Alpha": [4.5, 3], "Beta": [2.5, 5]}


def test_a_candidate_of_whom_one_person_answered_is_put_beside_the_others(reading: Read) -> None:
    found = reading("Respondent,Vendor,Ease\nAnn,Alpha,4\nBob,Beta,2\nCem,Alpha,5\n").with_answer(
        "people:", "mean"
    )
    problem = found.with_directions(all_maximize=True).problem
    assert problem is not None
    assert [
        (a.name, row[0].likely) for a, row in zip(problem.alternatives, problem.performances, strict=True)
    ] == [("Alpha", 4.5), ("Beta", 2)]


def test_people_in_rows_and_candidates_in_columns_are_turned_when_it_is_said_so(reading: Read) -> None:
    found = reading("Juror;Alpha;Beta\nMeier;4;3\nSchulz;5;2\nKaya;3;3\n")
    question = next(q for q in found.open if q.kind == "orientation")
    assert (question.suggestion, question.why) == (
        "rows",
        "the rows are people who rate what stands in the columns",
    )
    problem = found.with_answer("orientation:", "rows").with_directions(all_maximize=True).problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["Alpha", "Beta"]
    assert [c.name for c in problem.criteria] == ["Meier", "Schulz", "Kaya"]


def test_people_are_ranked_only_when_it_is_said_so(reading: Read) -> None:
    found = reading(
        "Timestamp,Email,Price [A],Price [B]\n2026-03-01 10:12,a@x.org,4,3\n2026-03-01 10:13,b@x.org,5,3\n"
    )
    question = next(q for q in found.open if q.kind == "names")
    assert (question.suggestion, "no column says of which candidate" in question.text) == ("", True)
    ranked = found.with_answer("names:", "numbered").with_directions(all_maximize=True).problem
    assert ranked is not None
    assert [a.name for a in ranked.alternatives] == ["a@x.org", "b@x.org"]


def test_low_likely_and_high_under_each_candidate_are_asked_as_ranges_alone(reading: Read) -> None:
    found = reading(
        "Criterion,Direction,A,,,B,,\n,,Low,Likely,High,Low,Likely,High\nPrice,min,90,100,120,80,95,140\nFit,max,6,7,8,5,8,9\n"
    )
    assert [q.kind for q in found.open] == ["ranges"]


@pytest.mark.parametrize("ratings", [("0.00001", "0.00003"), ("2e300", "4e300"), ("1234.5", "1.25")])
def test_a_mean_is_as_exact_as_its_numbers(ratings: tuple[str, str], reading: Read) -> None:
    rows = "".join(f"{v},{r},{x},1\n" for v in ("Acme", "Bolt") for r, x in zip("ab", ratings, strict=True))
    found = reading(f"Vendor,Rater,Loss (kg),Care\n{rows}").with_answer("people:", "mean")
    problem = found.with_directions(minimize=["Loss"], maximize=["Care"]).problem
    assert problem is not None
    cell = problem.performances[0][0]
    numbers = [float(x) for x in ratings]
    assert (cell.low, cell.likely, cell.high) == pytest.approx((min(numbers), sum(numbers) / 2, max(numbers)))
