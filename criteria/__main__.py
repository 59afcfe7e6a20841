"""The command line: the same engine and the same errors as the page and the package.

Exit codes: 0 done, 1 the data or the scenario cannot be used (with a sentence for each finding), 2 the call is wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import click
import pandas as pd

import criteria
from criteria.errors import CriteriaError, FileError
from criteria.explain.report import ranking_text, robustness_data, robustness_text
from criteria.files.bundled import entry_script, problem_place
from criteria.files.shortlist import shortlist_csv
from criteria.links.scenario import address
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.ranking.score import method_row
from criteria.robustness.evaluated.summary import robustness_of
from criteria.translation import translate as _

Command = TypeVar("Command", bound=Callable[..., None])


def _scenario_options(command: Command) -> Command:
    for option in reversed(
        (
            click.argument("problem", type=problem_place),
            click.option("--method", help="Method key; see 'methods'."),
            click.option("--weights", help="Importances, such as ip=40,cap-ota=60; the others keep theirs."),
            click.option("--profile", help="Whose importances to begin with."),
            click.option(
                "--link", "link_address", help="Address of a scenario; the other options come on top."
            ),
        )
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(criteria.__version__, prog_name="criteria")
def main() -> None:
    """Rank candidate partners by multi-criteria methods."""


@main.command()
@_scenario_options
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
def rank(
    problem: Path,
    method: str | None,
    weights: str | None,
    profile: str | None,
    link_address: str | None,
    form: str,
    output: Path | None,
) -> None:
    """Rank the candidates of PROBLEM: a folder of CSV files, one CSV file, or the name of a bundled problem."""
    data = criteria.load_problem(problem)
    scenario = _scenario(data, method, weights, profile, link_address)
    evaluation = criteria.evaluate(data, scenario, methods=() if form == "table" else None)
    text = {"table": ranking_text, "csv": shortlist_csv, "json": ranking_json}[form](evaluation)
    if output is None:
        click.echo(text.removeprefix("\ufeff"), nl=not text.endswith("\n"))
        return
    try:
        output.write_text(text if form == "csv" else text + "\n", encoding="utf-8", newline="")
    except OSError as error:
        raise CriteriaError(
            _("{file} cannot be written: {reason}.", file=output, reason=error.strerror or error)
        ) from error


@main.command()
@_scenario_options
@click.option("--spread", type=float, help="Each weight varies within ± this share of itself, such as 0.25.")
@click.option("--draws", type=int, help="How many sets of weights and of ratings are drawn.")
@click.option("--seed", type=int, help="The same seed gives the same figures.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def robustness(
    problem: Path,
    method: str | None,
    weights: str | None,
    profile: str | None,
    link_address: str | None,
    spread: float | None,
    draws: int | None,
    seed: int | None,
    form: str,
) -> None:
    """Say how firm the ranking of PROBLEM is, and what would change it."""
    data = criteria.load_problem(problem)
    scenario = _scenario(data, method, weights, profile, link_address)
    settings = scenario.uncertainty
    settings = replace(
        settings,
        spread=settings.spread if spread is None else spread,
        draws=settings.draws if draws is None else draws,
        seed=settings.seed if seed is None else seed,
    )
    evaluation = criteria.evaluate(data, scenario.with_uncertainty(settings), methods=())
    found = robustness_of(evaluation)
    if form == "json":
        click.echo(json.dumps(robustness_data(evaluation, found), ensure_ascii=False, indent=2))
    else:
        click.echo(robustness_text(evaluation, found))


@main.command()
def methods() -> None:
    """List the ranking methods."""
    family = ""
    for row in sorted(criteria.METHODS.values(), key=lambda row: row.family):
        if row.family != family:
            family = row.family
            click.echo(f"\n{family}")
        click.echo(f"  {row.key:26} {row.name:26} {row.summary}")


@main.command()
@click.argument("problem", type=problem_place)
def check(problem: Path) -> None:
    """Check the files of PROBLEM; exit 1 with one line for each finding."""
    data = criteria.load_problem(problem)
    cells = [cell for row in data.performances for cell in row]
    click.echo(
        _(
            "{title}: {candidates} candidates, {criteria} criteria, {gates} gates, {profiles} profiles, {unknown} of {cells} "
            "cells unknown. Nothing is wrong. Data {fingerprint}.",
            title=data.title,
            candidates=len(data.alternatives),
            criteria=len(data.leaves),
            gates=len(data.gates),
            profiles=len(data.profiles),
            unknown=sum(not cell.known for cell in cells),
            cells=len(cells),
            fingerprint=data.fingerprint,
        )
    )
    for note in data.notes:
        click.echo(_("Note: {note}", note=note))


@main.command()
@_scenario_options
@click.option("--base", default="http://localhost:8501/", show_default=True, help="Where the app runs.")
def link(
    problem: Path,
    method: str | None,
    weights: str | None,
    profile: str | None,
    link_address: str | None,
    base: str,
) -> None:
    """Print the address of a scenario of PROBLEM."""
    data = criteria.load_problem(problem)
    click.echo(address(data, _scenario(data, method, weights, profile, link_address), base))


@main.command()
@click.option(
    "--address", help="Listen on this address of the machine instead of 127.0.0.1; see docs/deployment.md."
)
@click.option("--port", type=click.IntRange(0, 65535), help="Listen on this port instead of 8501.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of problems."
)
@click.option(
    "--open/--no-open", "browser", default=True, show_default=True, help="Open the page in a browser."
)
def serve(address: str | None, port: int | None, data: Path | None, browser: bool) -> None:
    """Start the app; it ends with Ctrl+C."""
    # -P: what lies in the folder somebody happens to stand in is not imported.
    words = [sys.executable, "-P", "-m", "streamlit", "run", str(entry_script())]
    words += [] if address is None else ["--server.address", address]
    words += [] if port is None else ["--server.port", str(port)]
    words += [] if browser else ["--server.headless", "true"]
    if data is not None:
        os.environ["CRITERIA_DATA"] = str(data.resolve())
    if os.name == "nt":  # there a replaced process would leave the terminal at once
        sys.exit(subprocess.run(words, check=False).returncode)
    sys.stdout.flush()
    os.execv(sys.executable, words)


def _scenario(
    problem: Problem, method: str | None, weights: str | None, profile: str | None, link_address: str | None
) -> Scenario:
    scenario = problem.base_scenario()
    if link_address is not None:
        query = _query_of(link_address)
        scenario, notes = criteria.scenario_from_query(problem, query)
        for note in notes:
            click.echo(_("Note: {note}", note=note), err=True)
    if profile is not None:
        problem.profile(profile)
        scenario = scenario.with_profile(problem, profile)
    if method is not None:
        scenario = scenario.with_method(method_row(method).key)
    if weights is not None:
        scenario = scenario.with_importances(_points(weights))
    return scenario


def _query_of(link_address: str) -> dict[str, list[str]]:
    """Return the parameters of an address, or of what stands after its question mark."""
    try:
        parts = urlsplit(link_address)
    except ValueError:
        said = _("'{link}' is not an address; this is the base case.", link=clean_text(link_address, 60))
        click.echo(_("Note: {note}", note=said), err=True)
        return {}
    text = parts.query if parts.scheme or parts.query else link_address.removeprefix("?")
    return parse_qs(text, keep_blank_values=True)


def _points(text: str) -> dict[str, float]:
    points = {}
    for part in text.split(","):
        name, _equals, value = part.partition("=")
        try:
            points[name.strip()] = float(value)
        except ValueError:
            raise click.BadParameter(
                _("'{part}' is not a criterion with its points, such as ip=40", part=part),
                param_hint="--weights",
            ) from None
    return points


def ranking_json(evaluation: Evaluation) -> str:
    """Return the shortlist and its settings as JSON; what is missing is null."""
    table = evaluation.shortlist()
    rows = [
        {name: None if pd.isna(value) else value for name, value in record.items()}
        for record in table.astype(object).to_dict(orient="records")
    ]
    settings = {
        "version": criteria.__version__,
        "problem": evaluation.problem.id,
        "data": evaluation.problem.fingerprint,
        "method": evaluation.scenario.method,
        "normalization": evaluation.normalization,
        "weights": {
            leaf.id: float(w) for leaf, w in zip(evaluation.problem.leaves, evaluation.weights, strict=True)
        },
        "query": criteria.scenario_to_query(evaluation.problem, evaluation.scenario),
    }
    return json.dumps({"settings": settings, "shortlist": rows}, ensure_ascii=False, indent=2)


def run() -> None:
    """Run the command line; what cannot be used ends in sentences on the error output and exit code 1."""
    try:
        main(prog_name="criteria")
    except FileError as error:
        for finding in error.findings:
            click.echo(finding, err=True)
        sys.exit(1)
    except CriteriaError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    run()
