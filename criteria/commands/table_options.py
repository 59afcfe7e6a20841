"""The options that answer what a table of one's own leaves open, and the problem that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from criteria.errors import CriteriaError
from criteria.files.bundled import problem_place
from criteria.files.load import existing_place, is_table, load_problem, problem_of_table, table_file
from criteria.model.problem import Problem
from criteria.translation import translate as _

if TYPE_CHECKING:
    from criteria.files.table.reading import Reading

Command = TypeVar("Command", bound=Callable[..., None])


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What the command line says about a table: sheet, directions by name, other answers as 'question=choice'."""

    sheet: str | None = None
    cells: str | None = None
    minimize: tuple[str, ...] = ()
    maximize: tuple[str, ...] = ()
    all_maximize: bool = False
    answers: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether any was given."""
        return self != TableOptions()


def table_options(command: Command) -> Command:
    """Add the argument PROBLEM and the options that a table may need."""
    for option in reversed(
        (
            click.argument("problem", type=problem_place),
            click.option("--sheet", help="Which sheet of a workbook."),
            click.option(
                "--range", "cells", metavar="CELLS", help="Which cells of it hold the table, such as B3:F9."
            ),
            click.option(
                "--minimize",
                multiple=True,
                metavar="NAMES",
                help="Criteria under which less is better, separated by commas.",
            ),
            click.option(
                "--maximize",
                multiple=True,
                metavar="NAMES",
                help="Criteria under which more is better, separated by commas.",
            ),
            click.option(
                "--all-maximize",
                is_flag=True,
                help="More is better under every criterion that says nothing else.",
            ),
            click.option(
                "--answer",
                "answers",
                multiple=True,
                metavar="QUESTION=CHOICE",
                help="Answers a question that 'check' lists.",
            ),
        )
    ):
        command = option(command)
    return command


def reading_of(place: Path, options: TableOptions) -> Reading | None:
    """Return the reading of a table with the answers given, None where the place is a folder of files that belong together."""
    place = existing_place(place)
    if not is_table(place):
        if options.given:
            raise CriteriaError(
                _(
                    "{folder} says all this in its own files: leave out --sheet, --range, --minimize, --maximize, --all-maximize and --answer.",
                    folder=place.name,
                )
            )
        return None
    from criteria.files.table.reading import read_table  # late: a folder does not need it

    reading = read_table(table_file(place), sheet=options.sheet, cells=options.cells)
    # Answers first: they may decide what the columns are that directions speak of.
    for answer in options.answers:
        # Names of columns may hold a sign of equality, and so may what words count as weights.
        apart = answer.partition if answer.startswith("weights:") else answer.rpartition
        question, _equals, choice = apart("=")
        reading = reading.with_answer(question.strip(), choice.strip())
    if options.minimize or options.maximize or options.all_maximize:
        reading = reading.with_directions(
            minimize=_names(options.minimize, reading),
            maximize=_names(options.maximize, reading),
            all_maximize=options.all_maximize,
        )
    return reading


def problem_at(place: Path, options: TableOptions) -> Problem:
    """Return the problem; raise FileError with what is wrong, or QuestionsOpen with what is open."""
    reading = reading_of(place, options)
    return load_problem(place) if reading is None else problem_of_table(existing_place(place), reading)


def _names(given: Iterable[str], reading: Reading) -> list[str]:
    """Return the names in lists separated by commas; a name that has a comma itself is found whole."""
    known = {name.casefold().strip() for name in reading.names}
    found = []
    for text in given:
        parts = [part.strip() for part in text.split(",")]
        at = 0
        while at < len(parts):
            longest = next(
                (
                    end
                    for end in range(len(parts), at + 1, -1)
                    if ", ".join(parts[at:end]).casefold() in known
                    or ",".join(parts[at:end]).casefold() in known
                ),
                at + 1,
            )
            name = ", ".join(parts[at:longest])
            found += [name] if name else []
            at = longest
    return found
