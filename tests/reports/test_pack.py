"""The pack holds every file, each with the face of the scenario; made twice it is the same where nothing has a time of its own."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.metadata import files
from pathlib import Path

import pytest
from bracketed import Bracketed
from left import left

from criteria.files.record import Decision, reopened
from criteria.reports import page
from criteria.reports.pack import FILES, file_name, pack
from criteria.translation import in_language


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_pack_holds_deck_page_workbook_record_and_tables() -> None:
    leaving = left()
    found = files_of(pack(leaving, Decision(deciders="the board")))
    assert list(found) == [file_name(leaving, row.name) for row in FILES.values() if row.packed]
    assert all(name.startswith("trees-2026-11-27-") for name in found)
    record = reopened("r.zip", found["trees-2026-11-27-record.zip"])
    assert (record.problem, record.decision.deciders) == (leaving.problem, "the board")


def test_who_waits_is_told_each_file_once() -> None:
    told: list[str] = []
    pack(left(), begun=told.append)
    assert sorted(told) == sorted(row.title for row in FILES.values() if row.packed)


def test_the_page_which_is_set_beside_the_other_files_is_in_their_language() -> None:
    with in_language(Bracketed("fr")):
        leaving = left()
        alone = FILES["page"].make(leaving, Decision())
        assert files_of(pack(leaving))[file_name(leaving, FILES["page"].name)] == alone
    assert re.findall(rb"/Lang\s*\(([\w-]+)\)", alone) == [b"fr"]


@pytest.mark.parametrize("key", FILES)
def test_every_file_says_who_leads(key: str) -> None:
    leaving = left()
    content = FILES[key].make(leaving, Decision())
    if FILES[key].name.endswith((".pptx", ".xlsx", ".zip")):
        content = b"".join(files_of(content).values())
    elif FILES[key].name.endswith(".pdf"):
        # The text of the page is glyphs; its description is what a reader of files shows.
        assert content.startswith(b"%PDF")
        return
    assert leaving.face.headline.encode() in content


def test_what_is_installed_to_make_the_pack_takes_less_than_a_hundred_megabytes() -> None:
    installed = [
        Path(str(file.locate()))
        for name in ("typst", "lxml", "python-pptx", "XlsxWriter")
        for file in files(name) or ()
        if file.suffix != ".pyc"
    ]
    installed += (Path(page.__file__).parent / "fonts").iterdir()
    found = sum(path.stat().st_size for path in installed if path.is_file())
    assert 50_000_000 < found < 90_000_000  # leaves room for compiled bytecode
