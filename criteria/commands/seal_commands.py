"""Seal the choices before anybody looks at scores, and check a seal later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from criteria.commands.output_file import output_option, write
from criteria.commands.scenario_options import scenario_options
from criteria.errors import ScenarioError
from criteria.files.place import content_of
from criteria.files.seal import Seal, same_code, seal, seal_document, seal_from_document
from criteria.files.seal_check import check_seal
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.leaving import now
from criteria.translation import translate as _


def seal_commands() -> Iterator[click.Command]:
    """Yield the commands."""
    yield _seal()
    yield _check()


def seal_in(file: Path) -> Seal:
    """Return the seal in a file; what was changed in it is said on the error output."""
    found, notes = seal_from_document(content_of(file))
    for note in notes:
        click.echo(_("Note: {note}", note=note), err=True)
    return found


def _seal() -> click.Command:
    @click.command("seal")
    @scenario_options
    @output_option
    def seal_command(data: Problem, scenario: Scenario, output: Path) -> None:
        """Seal weights, must-haves, criteria and method of a scenario of PROBLEM; print the code to publish. No score is shown."""
        made = seal(data, scenario, time=now())
        write(output, seal_document(made).encode())
        click.echo(made.code)

    return seal_command


def _check() -> click.Command:
    @click.command("check-seal")
    @scenario_options
    @click.option(
        "--seal",
        "file",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        required=True,
        help="The file that 'seal' wrote.",
    )
    @click.option("--code", help="The code that was published; it must be that of the file.")
    def check(data: Problem, scenario: Scenario, file: Path, code: str | None) -> None:
        """Say when a scenario of PROBLEM was sealed, whether anything moved afterwards, what, and what that did to the order."""
        found = seal_in(file)
        if code is not None and not same_code(code, found.code):
            raise ScenarioError(
                _("The code that was published is not that of this seal, which has {code}.", code=found.code)
            )
        for sentence in check_seal(found, data, scenario).sentences:
            click.echo(sentence)

    return check
