"""Thousands, percentages and cut-off texts are each written by one function, so that they read alike wherever they stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "criteria"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
NUMBERS = {"model/number.py", "explain/numbers.py"}  # where figures become texts
CUTS = {"model/text.py"}  # where texts are cut off
# A field of Python's; "%{x:.1f}" is one of plotly's, which its script fills in.
FIELD_BY_HAND = re.compile(r"(?<!%)\{[^{}:]*:[^{}]*(?:,|%(?![A-Za-z]))[^{}]*\}")  # %Y belongs to a date
STYLE = re.compile(r"calc\(|style=|--\w+:")
ENDING = re.compile(r"^\s?(…|\.\.\.)\s?$")


def figures_by_hand(tree: ast.AST) -> Iterator[int]:
    """Yield the lines where a figure gets thousands or a per cent sign otherwise than by the functions for it."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and FIELD_BY_HAND.search(node.value)
        ):
            yield node.lineno
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = "".join(
                part.value for part in ast.walk(node.format_spec) if isinstance(part, ast.Constant)
            )
            if re.search(r"[,_]|%(?![A-Za-z])", spec):
                yield node.lineno
        if isinstance(node, ast.JoinedStr) and not STYLE.search(ast.unparse(node)):
            ends = zip(node.values, node.values[1:], strict=False)
            if any(isinstance(before, ast.FormattedValue) and _per_cent(after) for before, after in ends):
                yield node.lineno


def _per_cent(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and re.match(r"\s?%", str(part.value)) is not None


def cuts_by_hand(tree: ast.AST) -> Iterator[int]:
    """Yield the lines where an ellipsis is put behind a text or into it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            sides = [side for part in (node.left, node.right) for side in ast.walk(part)]
        elif isinstance(node, ast.JoinedStr):
            sides = list(node.values)
        else:
            continue
        for side in sides:
            if isinstance(side, ast.Constant) and isinstance(side.value, str) and ENDING.match(side.value):
                yield node.lineno


@pytest.mark.parametrize(
    ("by_hand", "home"), [(figures_by_hand, NUMBERS), (cuts_by_hand, CUTS)], ids=["figures", "cuts"]
)
def test_figures_and_cuts_are_written_by_their_functions_alone(by_hand, home: set[str]) -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in MODULES
        if path.relative_to(PACKAGE).as_posix() not in home
        for line in by_hand(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found, (
        "use grouped, percent or percent_to of model/number.py; cut or first_few of model/text.py"
    )


@pytest.mark.parametrize(
    "code",
    [
        'f"{n:,}"',
        'f"{n:,.0f}"',
        '_("{share:.0%} of all", share=s)',
        'f"{100 * s:.1f}%"',
        'f"{s:.0f} %"',
        '"{n:,} draws"',
    ],
)
def test_a_figure_by_hand_is_seen(code: str) -> None:
    assert list(figures_by_hand(ast.parse(code)))


@pytest.mark.parametrize("code", ['text[:9] + "…"', 'a + (" …" if b else "")', 'f"{text}…"', 'f"{text}..."'])
def test_a_cut_by_hand_is_seen(code: str) -> None:
    assert list(cuts_by_hand(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ['"%{x:.1f}%"', 'f"left:calc({x:.2f}% + 1px)"', '_("Computing …")', "a[i, :, j]"]
)
def test_what_is_no_figure_and_no_cut_passes(code: str) -> None:
    tree = ast.parse(code)
    assert not [*figures_by_hand(tree), *cuts_by_hand(tree)]
