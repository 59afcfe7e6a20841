"""What is written reads back equal; what was changed by hand opens with a note that says what; what is broken is a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from hashlib import sha256

import pytest
from by_hand import BASE, PROBLEM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records import changed, files_of, in_document, record

from criteria.errors import CriteriaError, FileError
from criteria.files.given import read_given
from criteria.files.record.decision import Decision
from criteria.files.record.package import packed, problem_from_record, reopened
from tests.model.any_problem import parts, problems, scenarios


def test_a_record_reads_back_equal_and_is_the_same_bytes_twice() -> None:
    decision = Decision("accepted", "T", "the board", chosen="birch", because="It grows here.")
    scenario = BASE.with_importance("price", 30)
    content = record(scenario=scenario, decision=decision, name="Board")
    found = reopened("r.zip", content)
    assert (found.problem, found.scenario, found.decision) == (PROBLEM, scenario, decision)
    assert parts(found.problem) == parts(PROBLEM)
    assert (found.name, found.day, found.notes) == ("Board", "2026-11-27", ())
    assert content == record(scenario=scenario, decision=decision, name="Board")
    assert set(files_of(content)) == {
        "decision.md", "decision.json", "decision.schema.json", "shortlist.csv", "inputs.csv", "SHA256SUMS",
    }  # fmt: skip


@pytest.mark.slow
@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_problem_and_scenario_read_back_equal(data: st.DataObject) -> None:
    problem = data.draw(problems())
    scenario = data.draw(scenarios(problem))
    try:
        content = record(problem, scenario)
    except CriteriaError:
        return  # nothing can be ranked, so there is no decision to record
    found = reopened("r.zip", content)
    assert parts(found.problem) == parts(problem)
    assert found.scenario == scenario
    assert found.notes == ()


CHANGES = [
    (lambda v: v["scenario"]["importances"][0].__setitem__(1, 61.0), "the scenario"),
    (lambda v: v["problem"].__setitem__("title", "Bushes"), "the problem"),
    (lambda v: v["decision"].__setitem__("deciders", "nobody"), "the decision"),
    (lambda v: v.__setitem__("date", "2020-01-01"), "the date"),
    (lambda v: v.__setitem__("verdict", "Cedar leads"), "the verdict"),
]


@pytest.mark.parametrize(("change", "part"), CHANGES)
def test_a_part_that_was_changed_by_hand_is_named(change, part: str) -> None:
    found = reopened("r.zip", changed(record(), "decision.json", in_document(change)))
    assert f"Changed since the record was made: {part} no longer matches its digest." in found.notes


def test_the_new_verdict_is_told_where_a_change_moves_it() -> None:
    change = in_document(
        lambda v: v["scenario"].__setitem__("importances", [["quality", 1], ["speed", 1], ["price", 98]])
    )
    notes = " ".join(reopened("r.zip", changed(record(), "decision.json", change)).notes)
    assert "The record says “Ash leads Birch" in notes
    assert "this version says “Cedar leads Birch" in notes


def test_what_people_read_has_its_digest_too() -> None:
    edited = reopened(
        "r.zip", changed(record(), "decision.md", lambda text: text.replace("leads", "trails", 1))
    )
    assert edited.notes == ("Changed since the record was made: decision.md no longer matches its digest.",)
    files = files_of(record())
    del files["SHA256SUMS"]
    (note,) = reopened("r.zip", packed(files)).notes
    assert note == "It is not known whether decision.md was changed: SHA256SUMS is missing."
    listed = dict(line.split("  ")[::-1] for line in files_of(record())["SHA256SUMS"].decode().splitlines())
    assert listed == {name: sha256(content).hexdigest() for name, content in files.items()}


def test_a_file_that_was_changed_or_taken_out_is_named() -> None:
    content = record()
    edited = reopened("r.zip", changed(content, "shortlist.csv", lambda text: text.replace("Ash", "Oak")))
    assert edited.notes == ("Changed since the record was made: shortlist.csv no longer matches its digest.",)
    files = files_of(content)
    without = packed({name: files[name] for name in files if name not in ("decision.md", "inputs.csv")})
    assert set(reopened("r.zip", without).notes) == {
        "Missing from the record: inputs.csv.",
        "Missing from the record: decision.md.",
    }
    other = packed(
        files | {"decision.md": files_of(record(scenario=BASE.with_importance("price", 30)))["decision.md"]}
    )
    assert any("do not belong together" in note for note in reopened("r.zip", other).notes)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"nothing", "is no decision record"),
        (packed({"a.txt": b"x"}), "no decision record"),
        (packed({"decision.json": b"{}"}), "not the document of a decision record"),
    ],
)
def test_a_foreign_or_broken_file_is_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        reopened("r.zip", content)


def test_a_record_handed_over_where_tables_are_read_gives_its_problem() -> None:
    assert read_given("r.zip", record()) == PROBLEM
    assert problem_from_record("x.zip", packed({"a.txt": b"x"})) is None


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("table.csv", b"Vendor,Price\nOak,3\n", "table.csv is no decision record"),
        ("decision.json", b'{"format": "criteria-decision"}', "decision.json is a JSON document"),
        ("record.zip", b"PK\x03\x04 and no more", "record.zip is damaged: it begins as a ZIP"),
        ("record.zip", b"", "record.zip is empty"),
    ],
)
def test_each_kind_of_foreign_file_has_its_own_sentence(file: str, content: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        reopened(file, content)


def with_damage(content: bytes, name: str) -> bytes:
    """Return the package with other bytes in the middle of one of its files."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        part = package.getinfo(name)
    at = part.header_offset + 30 + len(name) + part.compress_size // 2
    return content[:at] + bytes(255 - sign for sign in content[at : at + 8]) + content[at + 8 :]


@pytest.mark.parametrize("read", [reopened, read_given])
def test_a_damaged_record_is_asked_for_again_and_not_sent_to_a_spreadsheet(
    read: Callable[[str, bytes], object],
) -> None:
    whole = record()
    for content in (whole[: len(whole) // 2], with_damage(whole, "decision.json")):
        with pytest.raises(FileError) as refused:
            read("record.zip", content)
        (said,) = refused.value.findings
        assert "is damaged" in said
        assert said.endswith("Ask for it again, or download it again.")


@pytest.mark.parametrize("name", ["shortlist.csv", "decision.md", "SHA256SUMS"])
def test_a_record_in_which_another_file_is_damaged_opens_with_a_note(name: str) -> None:
    found = reopened("record.zip", with_damage(record(), name))
    assert found.problem == PROBLEM
    assert found.notes[0] == f"Damaged in the record: {name} cannot be unpacked."
    assert not any("do not belong together" in note or "Missing" in note for note in found.notes)
