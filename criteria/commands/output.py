"""What the command line prints, under every encoding that an output can have.

Windows gives a redirected output the code page of the machine (cp932 in Japan, cp1252 in Germany), which has no narrow space, no
minus sign and no names from elsewhere.
"""

from __future__ import annotations

import codecs
import io
import sys

import click

_PLAIN = str.maketrans(
    {
        "\u202f": " ", "\u00a0": " ", "\u2009": " ", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2018": "'",
        "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "...", "\u2192": "->", "\u2264": "<=", "\u2265": ">=", "\u00b1": "+-",
        "\u00d7": "x", "\u00b7": "-", "\u2248": "~", "\u2260": "!=",
    }
)  # fmt: skip
_HANDLER = "criteria-readable"


def never_fail_to_print() -> None:
    """Let standard output and error write a sign that their encoding lacks as a plain one that reads alike, or as a question mark."""
    codecs.register_error(_HANDLER, _readable)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_in(plain, error.encoding) for plain in missing.translate(_PLAIN)), error.end


def _in(sign: str, encoding: str) -> str:
    return sign.encode(encoding, "replace").decode(encoding)


def print_data(text: str) -> None:
    """Print text that a program will read: on a screen as it is, in a file or a pipe in UTF-8, whatever the machine's code page."""
    text = text if text.endswith("\n") else text + "\n"
    if sys.stdout.isatty():
        click.echo(text, nl=False)
    else:
        click.echo(text.encode(), nl=False)
