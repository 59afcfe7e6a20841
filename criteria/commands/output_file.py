"""The file that a command writes: its option, and the writing itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from criteria.errors import CriteriaError
from criteria.translation import translate as _

Command = TypeVar("Command", bound=Callable[..., None])


def output_option(command: Command) -> Command:
    """Add the option that says where the file goes."""
    return click.option(
        "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
    )(command)


def say_what_is_made(title: str) -> None:
    """Say which of several files is being made to somebody who waits at a terminal.  title: in English."""
    if sys.stderr.isatty():
        click.echo(_("{title} …", title=_(title)), err=True)


def write(output: Path, content: bytes) -> None:
    """Write a file; raise CriteriaError with the reason where that cannot be done."""
    try:
        output.write_bytes(content)
    except OSError as error:
        raise CriteriaError(
            _("{file} cannot be written: {reason}.", file=output, reason=error.strerror or error)
        ) from error
    click.echo(_("{file} written.", file=output), err=True)
