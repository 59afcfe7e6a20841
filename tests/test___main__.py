"""The command line: the same engine, the same sentences, and exit codes that a script can rely on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pandas as pd
import pytest
from click.testing import CliRunner

import criteria
from criteria.__main__ import main, run
from criteria.commands.leaving_now import leaving_now
from criteria.files.shortlist import shortlist_csv
from criteria.links.scenario import address
from criteria.model.problem import Problem

ROOT = Path(__file__).parent.parent
CLOUD = str(ROOT / "data" / "automotive-cloud")
FIGHTER = str(ROOT / "data" / "fighter-aircraft")


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs the command line in this process, errors and all."""

    def invoke(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["criteria", *words])
        capsys.readouterr()
        code: object = 0
        try:
            run()
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        return Outcome(int(str(code or 0)), said.out, said.err)

    return invoke


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


def test_a_ranking_from_a_shell_does_not_wait_for_libraries_that_it_does_not_use() -> None:
    code = (
        "import sys, criteria.__main__ as command\n"
        "command.main(['rank', 'automotive-cloud'], standalone_mode=False)\n"
        "print(*sorted({'pandas', 'scipy.optimize', 'skcriteria', 'plotly', 'streamlit', 'sqlalchemy', 'xlsxwriter'} & set(sys.modules)))"
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
    assert done.stderr.decode().startswith("bad.csv: 'A' (row 4 and row 3) stand there more than once")


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


def test_the_table_shows_verdict_ranks_and_who_is_set_apart(call: Call, case: Problem) -> None:
    done = call("rank", CLOUD)
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert " leads " in lines[0] or "ahead of" in lines[0]
    for position in evaluation.order:
        assert any(
            line.split()[:1] == [str(evaluation.ranks[position])]
            and evaluation.alternatives[position].label in line
            for line in lines
        )
    assert any("Huawei" in line and "would rank 15" in line for line in lines)


def test_the_csv_is_that_of_the_package(call: Call, case: Problem, tmp_path: Path) -> None:
    scenario = case.base_scenario("ip-legal").with_method("wsm").with_importance("cap-ota", 60)
    evaluation = criteria.evaluate(case, scenario)
    found = leaving_now(evaluation, criteria.__version__)
    expected = shortlist_csv(evaluation, found.robustness, found.face)
    words = (
        "rank",
        CLOUD,
        "--profile",
        "ip-legal",
        "--method",
        "wsm",
        "--weights",
        "cap-ota=60",
        "--format",
        "csv",
    )
    output = tmp_path / "shortlist.csv"
    assert call(*words, "--output", str(output)) == Outcome(0, "", "")
    assert output.read_bytes() == expected.encode()
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")
    assert CliRunner().invoke(main, words).output.replace("\r\n", "\n") == expected.removeprefix(
        "\ufeff"
    ).replace("\r\n", "\n")


def test_the_json_holds_settings_and_every_candidate(call: Call, case: Problem) -> None:
    done = call("rank", CLOUD, "--format", "json", "--method", "wsm", "--weights", "ip=40, region=10")
    found = json.loads(done.out)
    scenario = case.base_scenario().with_method("wsm").with_importances({"ip": 40, "region": 10})
    evaluation = criteria.evaluate(case, scenario, methods=())
    assert found["settings"]["method"] == "wsm"
    assert found["settings"]["data"] == case.fingerprint
    assert criteria.scenario_from_query(case, found["settings"]["query"]) == (scenario, [])
    assert sum(found["settings"]["weights"].values()) == pytest.approx(1)
    assert len(found["shortlist"]) == 16
    assert [row["score"] for row in found["shortlist"][:15]] == [
        evaluation.scores[i] for i in evaluation.order
    ]
    assert found["shortlist"][-1]["rank"] is None


def test_tiny_scores_keep_their_digits_in_json(call: Call, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Name,x\ndirection,max\nA,1e-20\nB,2e-20\n", encoding="utf-8")
    rows = json.loads(call("rank", str(tmp_path / "t.csv"), "--method", "wpm", "--format", "json").out)[
        "shortlist"
    ]
    assert [row["score"] for row in rows] == pytest.approx([2e-20, 1e-20])


@pytest.mark.parametrize("form", ["table", "json"])
def test_output_goes_to_the_file_named(call: Call, tmp_path: Path, form: str) -> None:
    output = tmp_path / "out.txt"
    assert call("rank", FIGHTER, "--format", form, "--output", str(output)) == Outcome(0, "", "")
    assert output.read_text(encoding="utf-8") == call("rank", FIGHTER, "--format", form).out


def test_a_link_makes_the_round_trip(call: Call, case: Problem) -> None:
    done = call(
        "link",
        CLOUD,
        "--method",
        "vikor",
        "--profile",
        "ip-legal",
        "--weights",
        "cap-ota=0.1",
        "--base",
        "https://x.org/",
    )
    scenario = case.base_scenario("ip-legal").with_method("vikor").with_importance("cap-ota", 0.1)
    assert done == Outcome(0, address(case, scenario, "https://x.org/") + "\n", "")
    again = call("link", CLOUD, "--link", done.out.strip(), "--base", "https://x.org/")
    assert again == done
    ranked = call("rank", CLOUD, "--link", done.out.strip(), "--format", "csv")
    evaluation = criteria.evaluate(case, scenario)
    found = leaving_now(evaluation, criteria.__version__)
    expected = shortlist_csv(evaluation, found.robustness, found.face).removeprefix("\ufeff")
    assert ranked.out.replace("\r\n", "\n") == expected.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "strip", [lambda a: a, lambda a: urlsplit(a).query, lambda a: "?" + urlsplit(a).query]
)
def test_a_link_may_be_given_whole_or_in_part(call: Call, case: Problem, strip: Callable[[str], str]) -> None:
    whole = address(case, case.base_scenario().with_importance("ip", 7), "http://localhost:8501/")
    assert call("link", CLOUD, "--link", strip(whole)) == Outcome(0, whole + "\n", "")


def test_an_address_without_parameters_is_the_base_case(call: Call, case: Problem) -> None:
    done = call("link", CLOUD, "--link", "http://localhost:8501/")
    assert done == Outcome(0, address(case, case.base_scenario(), "http://localhost:8501/") + "\n", "")


def test_other_options_come_on_top_of_a_link(call: Call) -> None:
    done = call("link", CLOUD, "--link", "?method=vikor&w=ip:7", "--weights", "ip=9")
    query = parse_qs(urlsplit(done.out.strip()).query)
    assert (query["method"], query["w"]) == (["vikor"], ["ip:9"])


@pytest.mark.parametrize(
    "text",
    ["?w=ip:nan&foo=1", "\x00", "😀", "http://[", "?" + "w=ip:1&" * 50, "https://[::1]:99999999/?w=ip:-1"],
)
def test_a_hostile_link_gives_notes_and_the_base_case(call: Call, text: str) -> None:
    done = call("rank", CLOUD, "--link", text)
    assert done.code == 0
    assert "Traceback" not in done.err
    assert all(line.startswith("Note: ") for line in done.err.splitlines())
    assert done.out


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
    assert "Nothing is wrong" in done.out or "1 thing to look at" in done.out
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


def test_nobody_leads_while_a_direction_is_open_and_the_options_answer_it(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_text("Vendor,Price,Care\nA,100,5\nB,200,9\n", encoding="utf-8")
    done = call("rank", str(path), "--format", "json")
    assert (done.code, done.out) == (2, "")
    assert "'Price', 'Care'" in done.err
    ranked = json.loads(
        call("rank", str(path), "--minimize", "Price", "--maximize", "care", "--format", "json").out
    )
    assert [row["direction"] for row in ranked["criteria"]] == ["minimize", "maximize"]
    assert ranked["performances"]["B"] == {"Price": [200, 200, 200], "Care": [9, 9, 9]}
    assert call("rank", str(path), "--all-maximize").code == 0
    assert (
        call(
            "rank", str(path), "--answer", "direction:Price=minimize", "--answer", "direction:Care=maximize"
        ).code
        == 0
    )


def test_a_name_that_is_nearly_right_is_suggested(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_text("Vendor,Price,Care\nA,100,5\nB,200,9\n", encoding="utf-8")
    assert "Did you mean 'Price'?" in call("rank", str(path), "--minimize", "Prise").err
    assert "Did you mean 'Care'?" in call("rank", str(path), "--all-maximize", "--weights", "Caer=3").err


def test_weights_are_taken_by_name_and_a_name_may_hold_a_comma(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_text('Vendor,"Price, net",Care\nA,100,5\nB,200,9\n', encoding="utf-8")
    words = (
        "--minimize",
        "Price, net",
        "--maximize",
        "Care",
        "--weights",
        "Price, net=3,care=1",
        "--normalization",
        "minmax",
    )
    ranked = json.loads(call("rank", str(path), *words, "--format", "json").out)
    assert ranked["settings"]["weights"] == {"price-net": 0.75, "care": 0.25}
    assert ranked["settings"]["normalization"] == "minmax"


def test_the_schema_of_a_problem_is_printed(call: Call) -> None:
    said = call("schema", "problem")
    assert said.code == 0
    assert {"ProblemDocument", "ScenarioDocument"} <= json.loads(said.out)["$defs"].keys()


def test_the_json_is_that_of_its_published_schema(call: Call) -> None:
    schema = json.loads(call("schema").out)
    found = json.loads(call("rank", CLOUD, "--format", "json").out)
    jsonschema.validate(found, schema)
    assert set(found) == {
        "verdict",
        "settings",
        "criteria",
        "performances",
        "shortlist",
        "notes",
        "set_by_hand",
    }
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found | {"settings": {}}, schema)


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
