"""The options of a scenario."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from criteria.commands.scenario_options import scenario_options
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
