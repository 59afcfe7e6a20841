"""Output under the code pages that Windows gives a redirected one, and equal bytes of data under each of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TABLE = "Name,Preis,Qualität\ndirection,min,max\nweight,1,1\nŁódź → 東京,1000000,-3\nB,20000,4\n"


def printed(tmp_path: Path, encoding: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    (tmp_path / "offers.csv").write_text(TABLE, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "criteria", *words],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("encoding", "name"), [("cp932", "??d? → 東京"), ("cp1252", "?ód? -> ??")])
def test_a_code_page_without_the_signs_of_a_name_ends_in_no_traceback(
    tmp_path: Path, encoding: str, name: str
) -> None:
    for words in (["rank"], ["check"], ["robustness"]):
        done = printed(tmp_path, encoding, *words, str(tmp_path / "offers.csv"))
        assert b"Traceback" not in done.stderr
        assert done.stdout or done.stderr
        if words == ["rank"]:
            assert name in done.stdout.decode(encoding)


@pytest.mark.slow
def test_data_for_programs_is_utf_8_under_every_code_page(tmp_path: Path) -> None:
    offers = str(tmp_path / "offers.csv")
    for form in ("csv", "json"):
        told = [
            printed(tmp_path, encoding, "rank", offers, "--format", form).stdout
            for encoding in ("cp932", "utf-8")
        ]
        assert told[0] == told[1]
        assert "Łódź → 東京" in told[0].decode()
