"""Columns of words in a sheet with criteria in rows are no candidates."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading


def candidates(found: Reading) -> list[str]:
    return [role.name for role in found.roles if role.role == "candidate"]


def test_an_owner_and_a_source_are_no_candidates(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Criterion,Weight,Owner,Alpha,Beta,Source\nPrice,30,Ann,120,95,offer\nUptime,70,Bob,99.9,99.5,SLA\n"
    )
    assert candidates(found) == ["Alpha", "Beta"]
    assert any("'Owner' is left out" in note for note in found.notes)


def test_a_comment_beside_each_score_is_no_rating_and_no_person(reading: Callable[[str], Reading]) -> None:
    sheet = "\tWeight\tAlpha\t\tBeta\t\n\t\tScore\tComment\tScore\tComment\nPrice\t50%\t4\tgood\t3\t\nCare\t50%\t3\t\t5\tbest\n"
    found = reading(sheet)
    assert candidates(found) == ["Alpha", "Beta"]
    assert [q.kind for q in found.open] == [
        "direction",
        "direction",
    ]


def test_a_note_out_of_five_beside_its_weighted_one_is_the_rating(reading: Callable[[str], Reading]) -> None:
    sheet = "Critère;Poids;A;;B;;\n;;Note /5;Note pondérée;Note /5;Note pondérée;Commentaire\nPrix;40%;4;1,6;3;1,2;remise\nDélai;60%;3;1,8;5;3;\n"
    found = reading(sheet)
    assert candidates(found) == ["A", "B"]
    assert {q.suggestion for q in found.open} == {"maximize"}


def test_a_candidate_in_a_row_of_its_own_that_has_words_for_numbers_is_asked(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Vendor,Price (min),Care (max)\nA,120,8\nB,withdrawn,withdrawn\nC,90,7\n")
    assert candidates(found) == ["A", "B", "C"]
    assert [q.id for q in found.open] == ["cells:Price", "cells:Care"]


def test_vendors_rated_in_words_stay(reading: Callable[[str], Reading]) -> None:
    found = reading("Feature,Alpha,Beta,Gamma\nSSO,Yes,Partial,No\nAPI,Yes,No,Yes\nLog,No,Yes,Partial\n")
    assert candidates(found) == ["Alpha", "Beta", "Gamma"]
