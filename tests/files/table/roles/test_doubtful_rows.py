"""Rows that may say something about the criteria."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading


def test_priorities_in_words_ask_for_weights(reading: Callable[[str], Reading]) -> None:
    found = reading("Requirement,Priority,A,B\nSSO,Must,4,5\nLog,Should,2,4\nExport,Must,5,3\n")
    assert "weights:" in [q.id for q in found.open]
    assert [r.name for r in found.roles if r.role == "candidate"] == ["A", "B"]


def test_priorities_in_numbers_are_asked_for_one_may_be_the_highest(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Requirement,Priority,A,B\nSSO,1,4,5\nLog,3,2,4\nExport,2,5,3\n")
    question = next(q for q in found.open if q.id == "role:Priority")
    assert question.suggestion == ""
    weighed = found.with_answer("role:Priority", "weight").with_directions(all_maximize=True).problem
    assert weighed is not None
    assert dict(weighed.profiles[0].importances) == {"sso": 1, "log": 3, "export": 2}


def test_a_row_without_a_known_name_that_makes_a_whole_is_asked(reading: Callable[[str], Reading]) -> None:
    sheet = "Leverantör;Pris;Kvalitet;Leverans\nVikt;50;30;20\nA;100;8;7\nB;120;9;6\nC;90;7;8\n"
    assert next(q for q in reading(sheet).open if q.kind == "role").suggestion == "weight"


def test_candidates_that_all_make_a_whole_are_candidates(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,North,East,South\nA,50,30,20\nB,20,30,50\nC,40,40,20\n")
    assert not [q for q in found.open if q.kind == "role"]


def test_multipliers_are_weights(reading: Callable[[str], Reading]) -> None:
    found = reading("Criterion,Factor,A,B\nCost,x3,4,5\nRisk,×2,3,2\nFit,1x,5,4\n").with_directions(
        all_maximize=True
    )
    assert found.problem is not None
    assert dict(found.problem.profiles[0].importances) == {
        "cost": 3,
        "risk": 2,
        "fit": 1,
    }


VENDORS = "Bolt,95,6,4\nCorex,110,8,2\nDelta,100,5,5\n"


@pytest.mark.parametrize(
    ("rows", "suggestion"),
    [
        (VENDORS + "Veto,10,2,2\n", "veto"),  # as small as a difference
        ("Veto,120,7,3\n" + VENDORS, "candidate"),
        ("Weight,5,3,2\nVeto,120,7,3\n" + VENDORS, "candidate"),
    ],
)
def test_a_veto_alone_may_be_a_candidate_of_that_name(
    reading: Callable[[str], Reading], rows: str, suggestion: str
) -> None:
    found = reading("Vendor,Price,Quality,Support\n" + rows)
    assert [(q.id, q.suggestion) for q in found.open if q.kind == "role"] == [("role:Veto", suggestion)]
    told = found.with_answer("role:Veto", "veto").with_directions(all_maximize=True).problem
    assert told is not None
    assert [a.name for a in told.alternatives] == ["Bolt", "Corex", "Delta"]
    assert told.criteria[0].thresholds.veto is not None


@pytest.mark.parametrize(
    "rows", ["Weight,5,3,2\nVeto,10,2,2\n", "Veto threshold,120,7,3\n", "Indifference,1,1,1\nVeto,120,7,3\n"]
)
def test_a_veto_beside_other_words_about_the_criteria_is_a_threshold(
    reading: Callable[[str], Reading], rows: str
) -> None:
    found = reading("Vendor,Price,Quality,Support\n" + rows + VENDORS)
    assert [q.id for q in found.open if q.kind == "role"] == []
    assert [r.name for r in found.roles if r.role == "candidate"] == ["Bolt", "Corex", "Delta"]


def test_numbers_that_make_a_whole_with_their_total_behind_them_are_asked(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(
        "Kriterium;Bedeutungsanteil;A;B\nPreis;40;8;6\nQualität;35;7;9\nService;25;9;7\nSumme;100;24;22\n"
    )
    question = next(q for q in found.open if q.kind == "role")
    assert (question.about, question.suggestion) == ("Bedeutungsanteil", "weight")
    assert "add up to 100" in question.text
    weighed = found.with_answer(question.id, "weight").with_directions(all_maximize=True).problem
    assert weighed is not None
    assert dict(weighed.profiles[0].importances) == {"preis": 40, "qualität": 35, "service": 25}


def test_must_and_should_are_priorities_in_words(reading: Callable[[str], Reading]) -> None:
    found = reading("Requirement,Must/Should,A,B\nSSO,M,4,5\nLog,S,2,4\nExport,M,5,3\n")
    assert "weights:" in [q.id for q in found.open]


@pytest.mark.parametrize("label", ["Gew.", "Anteil"])
def test_weights_that_a_total_has_none_of_are_no_candidate(
    reading: Callable[[str], Reading], label: str
) -> None:
    found = reading(
        f"Kriterium;{label};A;B;C\nPreis;30;10;8;6\nKonzept;50;6;9;8\nService;20;8;7;10\nGewichtete Summe;;760;830;780\nRang;;3;1;2\n"
    )
    if label == "Anteil":
        assert [(q.about, q.suggestion) for q in found.open if q.kind == "role"] == [("Anteil", "weight")]
        found = found.with_answer("role:Anteil", "weight")
    problem = found.with_directions(all_maximize=True).problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["A", "B", "C"]
    assert [points for _name, points in problem.profiles[0].importances] == [30, 50, 20]
