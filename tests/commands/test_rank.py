"""What `rank` and `link` print and write: the figures of the engine, under the settings that were asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from click.testing import CliRunner
from command_line import CLOUD, FIGHTER, Call, Outcome

import criteria
from criteria.__main__ import main
from criteria.commands.leaving_now import leaving_now
from criteria.files.shortlist import shortlist_csv
from criteria.links.scenario import address
from criteria.model.problem import Problem


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
