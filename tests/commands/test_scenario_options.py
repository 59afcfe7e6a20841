"""The options of a scenario."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from criteria.commands.scenario_options import scenario_options
from criteria.errors import ScenarioError
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario


@click.command()
@scenario_options
def shown(data: Problem, scenario: Scenario) -> None:
    """Print the importances of two criteria."""
    click.echo(
        f"{data.id} {scenario.importance('ip'):g} {scenario.importance('cap-ota'):g} {scenario.normalization}"
    )


@pytest.mark.parametrize(
    "weights", ["ip=40,cap-ota=60", " ip = 40 , CAP-OTA=60", "ip=40,OTA & telematics=60"]
)
def test_importances_are_given_by_name_or_identifier(weights: str, case: Problem) -> None:
    name = case.criterion("cap-ota").name
    done = CliRunner().invoke(
        shown,
        [
            "automotive-cloud",
            "--weights",
            weights.replace("OTA & telematics", name),
            "--normalization",
            "minmax",
        ],
    )
    assert done.output == "automotive-cloud 40 60 minmax\n", done.output


@pytest.mark.parametrize("weights", ["ip", "ip=much", "", "=3", "ip=1,,"])
def test_what_is_no_pair_is_a_wrong_call(weights: str) -> None:
    assert CliRunner().invoke(shown, ["automotive-cloud", "--weights", weights]).exit_code == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Run cst", "Did you mean 'Run cost'?"),  # the short name, which the pages show
        ("cap-otta", "Did you mean 'cap-ota'?"),
        ("zzz", "There are 'IP protection', 'IP protection & strategic independence', 'ip', 'Regional fit'"),
    ],
)
def test_a_name_that_is_nearly_right_is_suggested_the_same_each_time(name: str, sentence: str) -> None:
    done = CliRunner().invoke(shown, ["automotive-cloud", "--weights", f"{name}=3"])
    assert isinstance(done.exception, ScenarioError)
    assert sentence in str(done.exception)


def test_a_name_of_two_criteria_is_asked_for_by_identifier(tmp_path: Path) -> None:
    (tmp_path / "candidates.csv").write_text("candidate_id,name\na,A\nb,B\n", encoding="utf-8")
    (tmp_path / "criteria.csv").write_text("id,name,direction\nx,Cost,min\ny,Cost,max\n", encoding="utf-8")
    (tmp_path / "scores.csv").write_text(
        "candidate,criterion,likely\na,x,1\na,y,2\nb,x,2\nb,y,1\n", encoding="utf-8"
    )
    done = CliRunner().invoke(shown, [str(tmp_path), "--weights", "cost=3"])
    assert str(done.exception) == "'cost' names several criteria: say 'x', 'y'."
