"""The commands whose result leaves as a file: record, pack, each file of it alone; and opening a record again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from criteria.commands.leaving_now import leaving_now, link_to
from criteria.commands.output_file import output_option, say_what_is_made, write
from criteria.commands.scenario_options import scenario_options
from criteria.commands.seal_commands import seal_commands, seal_in
from criteria.errors import ScenarioError
from criteria.files.place import content_of
from criteria.files.record import Decision, reopened
from criteria.files.record.decision import STATUSES
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.ranking.evaluate import evaluate
from criteria.reports.leaving import Leaving
from criteria.reports.pack import FILES, pack
from criteria.translation import translate as _

RECORD_LIMIT = 100_000_000  # bytes
BASE = "http://localhost:8501/"
Command = TypeVar("Command", bound=Callable[..., None])

# What only people know: the option, and what it asks.
_SAID = (
    ("title", "Title of the decision."),
    ("deciders", "Who decides."),
    ("consulted", "Who was asked."),
    ("informed", "Who is told."),
    ("chosen", "Candidate that was chosen, by name; the first one unless named."),
    ("context", "What the decision is about."),
    ("because", "Why this candidate."),
    ("not_runner_up", "Why not the runner-up."),
    ("consequences", "What follows from the decision."),
    ("confirmation", "How it is seen whether the decision holds."),
    ("revisit", "When to decide again."),
)


def leaving_commands(version: str) -> Iterator[click.Command]:
    """Yield the commands.  version: of the software, as the files state it."""
    yield _record(version)
    yield _pack(version)
    yield _export(version)
    yield _reopen()
    yield from seal_commands()


def decision_options(command: Command) -> Command:
    """Add the options for what only people know; the command is handed the `decision`, with `chosen` as it was typed."""

    @wraps(command)
    def run(*given: object, status: str, **rest: object) -> None:
        said = {name: str(rest.pop(name) or "") for name, _help in _SAID}
        command(*given, decision=Decision(status, **said), **rest)

    added: Callable[..., None] = run
    for name, told in reversed(_SAID):
        added = click.option(f"--{name.replace('_', '-')}", name, help=told)(added)
    return click.option("--status", type=click.Choice(list(STATUSES)), default="proposed", show_default=True)(
        added
    )  # type: ignore[return-value]


def base_option(command: Command) -> Command:
    """Add the option that says where the app runs."""
    return click.option(
        "--base", default=BASE, show_default=True, help="Where the app runs; the file links to it."
    )(command)


def with_chosen(problem: Problem, decision: Decision) -> Decision:
    """Return the decision with the identifier of the candidate that was named; raise ScenarioError where there is none of this name."""
    if not decision.chosen:
        return decision
    wanted = decision.chosen.casefold()
    for alternative in problem.alternatives:
        if wanted in (name.casefold() for name in (alternative.id, alternative.name, alternative.label)):
            return replace(decision, chosen=alternative.id)
    raise ScenarioError(
        _("There is no candidate '{name}' in this problem.", name=clean_text(decision.chosen, 60))
    )


def leaving_options(version: str) -> Callable[[Callable[[Leaving, Decision], bytes]], Callable[..., None]]:
    """Return a decorator that adds all options of what a decision leaves behind, for a function from them to the bytes that are written.

    version: of the software, as the files state it.
    """

    def added(content: Callable[[Leaving, Decision], bytes]) -> Callable[..., None]:
        @scenario_options
        @decision_options
        @base_option
        @click.option(
            "--seal",
            "sealed",
            type=click.Path(path_type=Path, dir_okay=False, exists=True),
            help="The seal that was made before.",
        )
        @click.option(
            "--second-opinion",
            "opinion",
            is_flag=True,
            help="Let record and inputs say what scikit-criteria computes; takes some seconds more.",
        )
        @output_option
        @wraps(content)
        def run(
            data: Problem,
            scenario: Scenario,
            decision: Decision,
            base: str,
            sealed: Path | None,
            opinion: bool,
            output: Path,
        ) -> None:
            decision = with_chosen(data, decision)
            found = leaving_now(evaluate(data, scenario), version, base=base, opinion=opinion)
            seal = None if sealed is None else seal_in(sealed)
            write(output, content(replace(found, sealed=seal), decision))

        return run

    return added


def _record(version: str) -> click.Command:
    @click.command("record")
    @leaving_options(version)
    def record(found: Leaving, decision: Decision) -> bytes:
        """Write the decision record of a scenario of PROBLEM as a zip: Markdown in the shape of MADR 4, JSON document, shortlist, inputs."""
        return FILES["record"].make(found, decision)

    return record


def _pack(version: str) -> click.Command:
    @click.command("pack")
    @leaving_options(version)
    def pack_command(found: Leaving, decision: Decision) -> bytes:
        """Write the board pack of a scenario of PROBLEM as a zip: deck, page, workbook, decision record, shortlist, inputs."""
        return pack(found, decision, say_what_is_made)

    return pack_command


def _export(version: str) -> click.Command:
    @click.command("export")
    @scenario_options
    @click.option(
        "--what", type=click.Choice(list(FILES)), default="workbook", show_default=True, help="Which file."
    )
    @base_option
    @output_option
    def export(data: Problem, scenario: Scenario, what: str, base: str, output: Path) -> None:
        """Write one file of a scenario of PROBLEM: workbook with live formulas, deck, page, and what else is in the pack."""
        write(output, FILES[what].make(leaving_now(evaluate(data, scenario), version, base=base), Decision()))

    return export


def _reopen() -> click.Command:
    @click.command("reopen")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
    @base_option
    def reopen(file: Path, base: str) -> None:
        """Say what a decision record, a board pack or a workbook holds: the verdict then, what no longer agrees with its digest, and the link to the scenario."""
        found = reopened(file.name, content_of(file, RECORD_LIMIT))
        click.echo(_("{day}: {verdict}", day=found.day, verdict=found.verdict))
        for note in found.notes:
            click.echo(_("Note: {note}", note=note))
        click.echo(link_to(found.problem, found.scenario, base))

    return reopen
