"""The command line: the same engine, the same sentences, and exit codes that a script can rely on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from command_line import CLOUD, FIGHTER, ROOT, Call

import criteria


def test_a_call_from_a_shell_ranks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "criteria", "rank", FIGHTER],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert " leads " in done.stdout.decode().splitlines()[0]


@pytest.mark.parametrize(
    ("words", "used"),
    [
        ("rank automotive-cloud", set()),
        ("rank automotive-cloud --format json", set()),
        pytest.param("pack automotive-cloud --output {there}/p.zip", {"xlsxwriter"}, marks=pytest.mark.slow),
    ],
)
def test_a_call_from_a_shell_does_not_wait_for_libraries_that_it_does_not_use(
    words: str, used: set[str], tmp_path: Path
) -> None:
    slow = {"pandas", "scipy.optimize", "skcriteria", "plotly", "streamlit", "sqlalchemy", "xlsxwriter"}
    slow |= {"criteria.files.table"}  # the reading of tables: these words name a folder
    code = (
        "import sys, criteria.__main__ as command\n"
        f"command.main({words.format(there=tmp_path.as_posix()).split()!r}, standalone_mode=False)\n"
        f"print()\nprint(*sorted({slow - used!r} & set(sys.modules)))"
    )
    called = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert called.stdout.splitlines()[-1] == ""


def test_a_call_from_a_shell_ends_in_a_sentence_and_one(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("Name,x\ndirection,max\nA,1\nA,2\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "criteria", "check", str(tmp_path / "bad.csv")],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b" leads " not in done.stdout
    assert done.stderr.decode().startswith("bad.csv: 'A' (row 4 and row 3) appears more than once")


@pytest.mark.parametrize("name", ["automotive-cloud", "fighter-aircraft"])
def test_a_bundled_problem_goes_by_its_name(
    call: Call, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = call("rank", str(ROOT / "data" / name))
    monkeypatch.chdir(tmp_path)
    assert call("rank", name) == expected
    assert expected.code == 0


def test_a_file_of_ones_own_wins_over_a_bundled_problem_of_its_name(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fighter-aircraft").write_text("Name,x\ndirection,max\nA,1\nB,2\n", encoding="utf-8")
    assert "2 candidates, 1 criterion" in call("check", "fighter-aircraft").out


def test_a_deployment_names_its_own_problems(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plants").mkdir()
    (tmp_path / "plants" / "table.csv").write_text("Name,x\ndirection,max\nA,1\nB,2\n", encoding="utf-8")
    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    assert call("check", "plants").code == 0
    assert call("check", "automotive-cloud").code == 0


@pytest.mark.parametrize("name", ["..", "../data/automotive-cloud", "no-such-problem", ""])
def test_only_a_name_is_looked_up(
    call: Call, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("check", name)
    assert (done.code, done.out) == (1, "")


def test_serving_runs_the_entry_with_what_was_asked_for(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    monkeypatch.setattr("os.execv", lambda program, words: started.append((program, words)))
    monkeypatch.setattr("os.name", "posix")
    monkeypatch.setenv("CRITERIA_DATA", "")
    call("serve")
    call("serve", "--address", "0.0.0.0", "--port", "8600", "--no-open", "--data", str(tmp_path))
    plain = [sys.executable, "-P", "-m", "streamlit", "run", str(ROOT / "app.py")]
    more = ["--server.address", "0.0.0.0", "--server.port", "8600", "--server.headless", "true"]
    assert started == [(sys.executable, plain), (sys.executable, [*plain, *more])]
    assert os.environ["CRITERIA_DATA"] == str(tmp_path)


def test_methods_are_listed_by_family(call: Call) -> None:
    done = call("methods")
    assert done.code == 0
    keys = [line.split()[0] for line in done.out.splitlines() if line.startswith("  ")]
    assert sorted(keys) == sorted(criteria.METHODS)
    assert "Outranking" in done.out.splitlines()


@pytest.mark.parametrize("name", ["automotive-cloud", "fighter-aircraft", "telematics-suppliers"])
def test_checking_sound_data_says_that_nothing_is_wrong(call: Call, name: str) -> None:
    done = call("check", str(ROOT / "data" / name))
    assert (done.code, done.err) == (0, "")
    assert "Nothing is wrong" in done.out or "1 finding to review" in done.out
    assert done.out.count("Note: ") == len(criteria.load_problem(ROOT / "data" / name).notes)


def test_checking_open_data_says_what_was_understood_and_asks_once_for_each_column(
    call: Call, tmp_path: Path
) -> None:
    path = tmp_path / "open.csv"
    path.write_text("Name,x,y\ndirection,max,\nA,fast,1\nB,2,3\nC,1,slow\nD,1,4\n", encoding="utf-8")
    done = call("check", str(path))
    assert done.code == 2
    assert "Candidates: 'A', 'B', 'C', 'D'" in done.out
    assert len(done.err.splitlines()) == 3
    assert "'fast' in column B 'x' (row 3)" in done.err
    assert "which way is better is open under 'y'" in done.err


CANNOT = {
    "no file": ("rank", "no-such-file.csv"),
    "no file to check": ("check", "no-such-file.csv"),
    "method": ("rank", CLOUD, "--method", "topsiss"),
    "normalization": ("rank", CLOUD, "--normalization", "cubic"),
    "directions of a folder": ("rank", CLOUD, "--all-maximize"),
    "profile": ("rank", CLOUD, "--profile", "nobody"),
    "criterion": ("rank", CLOUD, "--weights", "nobody=3"),
    "negative": ("rank", CLOUD, "--weights", "ip=-3"),
    "nan": ("rank", CLOUD, "--weights", "ip=nan"),
    "infinite": ("link", CLOUD, "--weights", "ip=inf"),
    "all zero": ("rank", CLOUD, "--weights", "ip=0,region=0,capability=0,security=0,commercial=0"),
    "nobody left": (
        "rank",
        FIGHTER,
        "--link",
        "?out=" + ",".join(a.id for a in criteria.load_problem(FIGHTER).alternatives),
    ),
    "output": ("rank", FIGHTER, "--output", "/no/such/folder/x.csv"),
}


@pytest.mark.parametrize("words", CANNOT.values(), ids=CANNOT)
def test_what_cannot_be_used_ends_in_sentences_and_one(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.code, done.out) == (1, "")
    lines = done.err.splitlines()
    assert lines
    assert all(line[-1] in ".?" for line in lines)
    assert "Traceback" not in done.err


WRONG_CALLS = {
    "no command": ("sort",),
    "no problem": ("rank",),
    "no problem to check": ("check",),
    "unknown option": ("rank", CLOUD, "--colour", "red"),
    "unknown format": ("rank", CLOUD, "--format", "xml"),
    "weights without points": ("rank", CLOUD, "--weights", "ip"),
    "weights in words": ("rank", CLOUD, "--weights", "ip=much"),
    "no weights": ("rank", CLOUD, "--weights", ""),
    "output is a folder": ("rank", CLOUD, "--output", "/tmp"),
}


@pytest.mark.parametrize("words", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_ends_in_usage_and_two(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.code, done.out) == (2, "")
    assert "Usage:" in done.err


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("rank", "--help"), ("--version",)])
def test_help_and_version_are_there(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out


@pytest.mark.parametrize("method", criteria.METHODS)
def test_every_method_prints_a_table_or_a_sentence(call: Call, method: str) -> None:
    done = call("rank", FIGHTER, "--method", method)
    assert done.code in (0, 1)
    text = done.out + done.err
    assert text.strip()
    assert " nan" not in text
    assert "None" not in text


def test_names_of_any_script_print(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("会社,価格\n方向,最小化\n東芝,1\n=日立,2\n", encoding="utf-8")
    assert "東芝" in call("rank", str(path)).out
    table = pd.read_csv(io.StringIO(call("rank", str(path), "--format", "csv").out))
    assert sorted(table["candidate"]) == ["'=日立", "東芝"]


@pytest.mark.parametrize("method", ["electre_iii", "promethee_i"])
def test_a_partial_order_has_shares_of_being_unbeaten_and_no_leader(call: Call, method: str) -> None:
    words = ("robustness", FIGHTER, "--method", method, "--draws", "100")
    said = call(*words).out
    assert "is unbeaten in" in said
    assert "Unbeaten by weights" in said
    assert " leads " not in said
    data = json.loads(call(*words, "--format", "json").out)
    assert data["weight_draws"] == 100
    assert "methods_agreeing" not in data
    assert all(0 <= row["unbeaten_by_weights"] <= 1 for row in data["candidates"])


def test_a_method_without_a_kernel_is_tested_on_request(call: Call) -> None:
    tested = call("robustness", FIGHTER, "--method", "electre_ii", "--draws", "100")
    assert tested.code == 0
    assert "not been tested" not in tested.out


def test_the_voters_are_named_on_request(call: Call) -> None:
    words = ("robustness", FIGHTER, "--draws", "200")
    without, named = call(*words).out, call(*words, "--voters").out
    assert named.startswith(without.rstrip("\n"))
    assert "Family of methods, one vote each" not in without
    votes = json.loads(call(*words, "--format", "json").out)
    assert len(votes["voters"]) == votes["methods"]
    assert len(named.splitlines()) == len(without.splitlines()) + 2 + votes["methods"]
