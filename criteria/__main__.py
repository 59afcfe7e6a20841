"""The command line: the same engine and the same errors as the page and the package.

Exit codes: 0 done; 1 the data or the scenario cannot be used (with a sentence for each finding); 2 the file leaves something open
that decides the ranking (with the questions), or the call is wrong.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import criteria
from criteria.checks import findings_of
from criteria.commands.leaving_commands import leaving_commands
from criteria.commands.leaving_now import leaving_now, link_to
from criteria.commands.output import never_fail_to_print, print_data
from criteria.commands.ranking_document import ranking_json, ranking_schema
from criteria.commands.scenario_options import scenario_options
from criteria.commands.table_options import TableOptions, reading_of, table_options
from criteria.errors import CriteriaError, FileError, QuestionsOpen
from criteria.explain.report import ranking_text, robustness_data, robustness_text, untested, voters_text
from criteria.explain.second_opinion import second_opinion_text
from criteria.files.bundled import entry_script
from criteria.files.document import document_schema
from criteria.files.load import existing_place, problem_of_table
from criteria.files.shortlist import shortlist_csv
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.engine.cluster import on_cluster
from criteria.robustness.evaluated.on_request import firmness_on_request
from criteria.robustness.evaluated.summary import Robustness, live_robustness
from criteria.translation import translate as _


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(criteria.__version__, prog_name="criteria")
def main() -> None:
    """Rank candidate partners by multi-criteria methods."""


@main.command()
@scenario_options
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
@click.option(
    "--second-opinion",
    "opinion",
    is_flag=True,
    help="Say what scikit-criteria computes; with the table only.",
)
def rank(
    data: Problem,
    scenario: Scenario,
    form: str,
    output: Path | None,
    opinion: bool,
) -> None:
    """Rank the candidates of PROBLEM: a folder of CSV files, one table (CSV, XLSX, ODS), or the name of a bundled problem."""
    if opinion and form != "table":
        raise click.UsageError(_("--second-opinion goes with the table only: leave out --format."))
    evaluation = criteria.evaluate(data, scenario, methods=() if form == "table" else None)
    if form == "table":
        text = ranking_text(evaluation, live_robustness(evaluation))
        if opinion:
            text += "\n\n" + second_opinion_text(evaluation, criteria.second_opinion(evaluation))
    else:
        found = leaving_now(evaluation, criteria.__version__)
        text = (
            ranking_json(evaluation, criteria.__version__, found.robustness, found.face)
            if form == "json"
            else shortlist_csv(evaluation, found.robustness, found.face)
        )
    if output is None:
        show = click.echo if form == "table" else print_data
        show(text.removeprefix("\ufeff").removesuffix("\n"))
        return
    try:
        output.write_text(text if form == "csv" else text + "\n", encoding="utf-8", newline="")
    except OSError as error:
        raise CriteriaError(
            _("{file} cannot be written: {reason}.", file=output, reason=error.strerror or error)
        ) from error


@main.command()
@scenario_options
@click.option("--spread", type=float, help="Each weight varies within ± this share of itself, such as 0.25.")
@click.option("--draws", type=int, help="How many sets of weights and of ratings are drawn.")
@click.option("--seed", type=int, help="The same seed gives the same figures.")
@click.option(
    "--scheduler", help="Address of a Dask scheduler whose workers compute it, such as tcp://10.0.0.5:8786."
)
@click.option("--voters", is_flag=True, help="Name the methods behind each vote, and whom it puts first.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def robustness(
    data: Problem,
    scenario: Scenario,
    spread: float | None,
    draws: int | None,
    seed: int | None,
    scheduler: str | None,
    voters: bool,
    form: str,
) -> None:
    """Say how firm the ranking of PROBLEM is, and what would change it."""
    settings = scenario.uncertainty
    settings = replace(
        settings,
        spread=settings.spread if spread is None else spread,
        draws=settings.draws if draws is None else draws,
        seed=settings.seed if seed is None else seed,
    )
    evaluation = criteria.evaluate(data, scenario.with_uncertainty(settings), methods=())
    if len(evaluation.ranked) < 2:
        raise CriteriaError(untested())
    with on_cluster(scheduler):
        found = firmness_on_request(evaluation)
    if form == "json":
        print_data(json.dumps(robustness_data(evaluation, found), ensure_ascii=False, indent=2))
        return
    click.echo(robustness_text(evaluation, found))
    if voters and isinstance(found, Robustness):
        click.echo("\n" + voters_text(evaluation, found))


@main.command()
def methods() -> None:
    """List the ranking methods."""
    group = ""
    for row in sorted(criteria.METHODS.values(), key=lambda row: row.group):
        if row.group != group:
            group = row.group
            click.echo(f"\n{_(group)}")
        click.echo(f"  {row.key:26} {row.name:26} {_(row.summary)}")


@main.command()
@table_options
def check(problem: Path, **given: Any) -> None:
    """Say what was understood of PROBLEM, what is asked and what is wrong; exit 2 with questions, 1 with findings."""
    # Late: they bring the reading of tables.
    from criteria.commands.checked import finding_lines, problem_line, understood_lines

    reading = reading_of(problem, TableOptions(**given))
    for line in understood_lines(reading) if reading else ():
        click.echo(line)
    data = criteria.load_problem(problem) if reading is None else None
    if reading is not None and (reading.problem is None or reading.findings):
        for note in reading.notes:
            click.echo(_("Note: {note}", note=note))
    if reading is not None:
        data = problem_of_table(existing_place(problem), reading)
    if data is not None:
        found = findings_of(data)
        click.echo(problem_line(data, found))
        for line in finding_lines(found):
            click.echo(line)
        for note in data.notes:
            click.echo(_("Note: {note}", note=note))


@main.command()
@click.argument("document", type=click.Choice(["ranking", "problem"]), default="ranking")
def schema(document: str) -> None:
    """Print the JSON schema of what 'rank --format json' writes, or of a PROBLEM (and of a scenario) saved as JSON."""
    found = document_schema() if document == "problem" else None
    print_data(ranking_schema() if found is None else json.dumps(found, ensure_ascii=False, indent=2))


@main.command()
@scenario_options
@click.option("--base", default="http://localhost:8501/", show_default=True, help="Where the app runs.")
def link(
    data: Problem,
    scenario: Scenario,
    base: str,
) -> None:
    """Print the address of a scenario of PROBLEM."""
    click.echo(link_to(data, scenario, base))


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


for _command in leaving_commands(criteria.__version__):
    main.add_command(_command)


def run() -> None:
    """Run the command line; what cannot be used ends in sentences on the error output and exit code 1."""
    never_fail_to_print()
    try:
        main(prog_name="criteria")
    except QuestionsOpen as error:
        for question in error.findings:
            click.echo(question, err=True)
        sys.exit(2)
    except FileError as error:
        for finding in error.findings:
            click.echo(finding, err=True)
        sys.exit(1)
    except CriteriaError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
            raise
        # What is still to be written is given up, or Python would complain of it once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        click.echo(_("The output cannot be written: {reason}.", reason=error.strerror), err=True)
        sys.exit(1)


if __name__ == "__main__":
    run()
