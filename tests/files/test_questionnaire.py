"""A questionnaire is read back: typed answers and no others, each wrong cell by its name, and nothing of a foreign workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from criteria.errors import FileError
from criteria.files.answer_files import members_of_files
from criteria.files.questionnaire import KEY_SHEET, blocks_of, member_of_questionnaire
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.reports.questionnaire import questionnaire
from criteria.weighting.panel import items_of, panel_members

CTO = "cto-connected"
TOP = 15  # row of the heads of the first block, counted from 1; its first item stands below


def blank(problem: Problem, who: str = CTO) -> bytes:
    (member,) = (one for one in panel_members(problem, Panel()) if one.id == who)
    return questionnaire(problem, Member(member.id, member.name))


def filled(content: bytes, cells: Mapping[str, object], sheet: str = "Pairs") -> bytes:
    """Return the workbook after somebody typed into it and saved it."""
    book = load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        book[sheet][place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_was_typed_is_read_and_what_was_left_blank_is_no_answer(case: Problem) -> None:
    ip, region, capability, security, _commercial = items_of(case, "")
    book = filled(blank(case), {"C17": 3, "D17": 1 / 3, "E18": "1/5", "F19": "0,5"})
    read = member_of_questionnaire(case, "cto.xlsx", book)
    assert read.id == CTO
    assert read.answers == (
        Answers(
            "",
            "ahp",
            (
                Judgement("ratio", ip, region, 3),
                Judgement("ratio", ip, capability, 1 / 3),
                Judgement("ratio", region, security, 1 / 5),
                Judgement("ratio", capability, items_of(case, "")[4], 1 / 2),
            ),
        ),
    )
    assert read.ways == (("", "ahp"),)


def test_every_part_of_the_tree_with_a_choice_has_its_block(case: Problem) -> None:
    blocks = blocks_of(case, 14)
    assert [block.node for block in blocks] == ["", "ip", "region", "capability", "security", "commercial"]
    places: dict[str, object] = {}
    for k, block in enumerate(blocks):
        places[f"C{block.row + 1}"] = k + 2
    read = member_of_questionnaire(case, "cto.xlsx", filled(blank(case), places))
    assert {a.node: a.judgements[0].value for a in read.answers} == {b.node: k + 2.0 for k, b in enumerate(blocks)}  # fmt: skip


def test_a_workbook_and_a_table_come_in_together_and_only_new_answers_change(case: Problem) -> None:
    first, second = "C17", "D17"
    ((read,), _notes) = members_of_files(
        case,
        [
            ("one.xlsx", filled(blank(case), {first: 3})),
            ("two.xlsx", filled(blank(case), {second: 5})),
        ],
    )
    assert len(read.answers_to("", "ahp").judgements) == 2


@pytest.mark.parametrize("value", ["often", 0, -3, "1/0", datetime(2026, 1, 3), True, 1e9, "nan"])
def test_what_is_no_ratio_is_named_by_its_cell(case: Problem, value: object) -> None:
    book = filled(blank(case), {"C17": value, "D17": 3})
    with pytest.raises(FileError) as caught:
        member_of_questionnaire(case, "cto.xlsx", book)
    (finding,) = caught.value.findings
    assert finding.startswith("cto.xlsx, cell C17: ")
    assert "'IP protection & strategic independence'" in finding


def test_an_empty_one_a_foreign_one_and_one_that_was_rearranged_are_sentences(case: Problem) -> None:
    def refusal(content: bytes) -> str:
        with pytest.raises(FileError) as caught:
            member_of_questionnaire(case, "cto.xlsx", content)
        return " ".join(caught.value.findings)

    assert "holds no answer yet" in refusal(blank(case))
    foreign = io.BytesIO()
    Workbook().save(foreign)
    assert "no questionnaire of this software" in refusal(foreign.getvalue())
    moved = filled(blank(case), {"A17": "Regional fit", "C17": 3})
    assert "rows of 'Top of the tree' were moved or renamed" in refusal(moved)
    lost = load_workbook(io.BytesIO(filled(blank(case), {"C17": 3})))
    lost["Pairs"].title = "Mine"
    out = io.BytesIO()
    lost.save(out)
    assert "lost its sheet of answers" in refusal(out.getvalue())
    garbled = filled(blank(case), {"A2": '{"node": 3}'}, KEY_SHEET)
    assert "no questionnaire of this software" in refusal(garbled)
    assert "damaged" in refusal(b"PK\x03\x04 and nothing else")


def test_a_questionnaire_of_another_problem_is_refused_part_by_part(case: Problem, aircraft: Problem) -> None:
    with pytest.raises(FileError, match="compares criteria that are not those of"):
        member_of_questionnaire(aircraft, "cto.xlsx", filled(blank(case), {"C17": 3}))


def test_somebody_who_is_not_in_the_data_keeps_the_name(case: Problem) -> None:
    book = questionnaire(case, Member("me", "=2+3 & <b>"))
    read = member_of_questionnaire(case, "me.xlsx", filled(book, {"C17": 3}))
    assert (read.id, read.name) == ("me", "=2+3 & <b>")
