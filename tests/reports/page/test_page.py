"""One sheet whatever the names are, with every text on it and nothing of it read as mark-up."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bracketed import Bracketed
from by_hand import BASE
from left import LINK, NAMES, hostile_case, left

from criteria.ranking.catalogue import METHODS
from criteria.reports.page import PAPERS, one_page
from criteria.reports.page.page import _first_that_fits, pages_of
from criteria.translation import in_language

needs_reader = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def text_of(content: bytes, folder: Path) -> str:
    (folder / "page.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-layout", str(folder / "page.pdf"), "-"], check=True, capture_output=True
    )
    return done.stdout.decode().replace("\u200b", "")  # where a long word may break


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_and_the_same_bytes_twice(paper: str) -> None:
    content = one_page(left(), paper=paper)
    assert content.startswith(b"%PDF")
    assert pages_of(content) == 1
    assert content == one_page(left(), paper=paper)


def test_it_opens_the_scenario_and_no_other_address() -> None:
    problem = hostile_case()
    content = one_page(left(problem, problem.base_scenario()))
    assert set(re.findall(rb"/URI\s*\(([^)]*)\)", content)) == {LINK.encode()}
    assert not re.findall(rb"/URI\s*\(", one_page(left(link="?v=1")))


def test_it_declares_the_language_it_is_written_in() -> None:
    declared = re.compile(rb"/Lang\s*\(([\w-]+)\)")
    assert set(declared.findall(one_page(left()))) == {b"en"}
    with in_language(Bracketed("fr")):
        assert set(declared.findall(one_page(left()))) == {b"fr"}


@needs_reader
def test_long_and_japanese_names_and_signs_of_the_typesetter_are_text(tmp_path: Path) -> None:
    problem = hostile_case()
    content = one_page(left(problem, problem.base_scenario()))
    assert pages_of(content) == 1
    shown = "".join(text_of(content, tmp_path).split())
    for words in (problem.title, NAMES[0][:8], NAMES[1], "<b>[x](http://evil.example)</b>#settext(red)$x$"):
        assert "".join(words.split())[:30] in shown


@needs_reader
def test_the_page_says_what_every_file_says(tmp_path: Path) -> None:
    leaving = left()
    shown = " ".join(text_of(one_page(leaving), tmp_path).split())
    assert leaving.face.said in shown
    assert leaving.face.foot in shown
    for rank, name, score in (("1", "Ash", "0.740"), ("2", "Birch", "0.680"), ("3", "Cedar", "0.670")):
        assert f"{rank} {name} {score}" in shown


@needs_reader
@pytest.mark.parametrize("paper", PAPERS)
def test_a_column_that_has_room_left_over_holds_more_rows(paper: str, tmp_path: Path) -> None:
    problem = hostile_case()
    shown = text_of(one_page(left(problem, problem.base_scenario()), paper=paper), tmp_path)
    left_out = [int(count) for count in re.findall(r"(\d+) more in the workbook", shown)]
    assert left_out
    assert max(left_out) <= 10  # of 16 candidates with must-haves; 12 where letters as large leave no room


def test_the_first_of_some_choices_that_fits_is_found_by_halving() -> None:
    for least in range(7):
        asked: list[int] = []
        assert _first_that_fits(
            range(6), lambda k, least=least, asked=asked: asked.append(k) or k >= least
        ) == (least if least < 6 else None)
        assert len(asked) <= 3


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_page(method: str) -> None:
    assert pages_of(one_page(left(scenario=BASE.with_method(method)))) == 1
