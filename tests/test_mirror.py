"""Every module has a test file of its name in the same room, so that a newcomer finds both at once."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from criteria.ranking.catalogue import METHODS
from criteria.ranking.method import Method

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "criteria"
MODULES = sorted(
    path.relative_to(PACKAGE)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py" and "migrations" not in path.parts  # run by every test of the store
)
# Rooms of formulas: a module there is tested by numbers that somebody else published or computed, in files that hold all methods.
METHODS_ROOM, ROWS_ROOM = Path("ranking/methods"), Path("ranking/families")


@cache
def compared() -> frozenset[str]:
    """Return the methods that a published case or another library's numbers are asked about."""
    published = {
        case["method"]
        for path in (ROOT / "tests" / "reference").glob("*.json")
        if (case := json.loads(path.read_text(encoding="utf-8")))["kind"] == "ranking"
    }
    return frozenset(published | set(_with_oracle()))


def _with_oracle() -> Iterator[str]:
    """Yield the methods in the table of oracles by other libraries, and those that a test there scores by name."""
    files = sorted((ROOT / "tests" / "ranking" / "oracles").glob("test_*.py"))
    for node in (node for file in files for node in ast.parse(file.read_text(encoding="utf-8")).body):
        if isinstance(node, ast.AnnAssign) and node.target.id in ("SCIKIT_CRITERIA", "PYMCDM"):  # type: ignore[union-attr]
            yield from (
                found.elts[0].value
                for found in ast.walk(node)
                if isinstance(found, ast.Tuple) and _keyed(found)
            )
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("score", "scored"):
                    yield from (arg.value for arg in call.args[:1] if isinstance(arg, ast.Constant))


def _keyed(pair: ast.Tuple) -> bool:
    return isinstance(pair.elts[0], ast.Constant) and pair.elts[0].value in METHODS


def computed_in(row: Method) -> frozenset[str]:
    """Return the modules whose functions compute a method."""
    functions = (row.at_once, row.kernel, row.details, row.order_values, row.order_polynomials, row.limit)
    return frozenset(function.__module__ for function in functions if function is not None)


def methods_of(module: Path) -> list[str]:
    """Return the methods that a module of the rooms of formulas computes, or has the rows of."""
    name = "criteria." + ".".join(module.with_suffix("").parts)
    if module.parent == ROWS_ROOM:
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        return [
            word.value.value for word in ast.walk(tree) if isinstance(word, ast.keyword) and word.arg == "key"
        ]  # type: ignore[attr-defined]
    return [key for key, row in METHODS.items() if name in computed_in(row)]


def what_is_missing(module: Path) -> str:
    """Return what the tests lack of a module, the empty text where nothing."""
    mirror = ROOT / "tests" / module.with_name(f"test_{module.name}")
    if not mirror.is_file() and module.parent in (METHODS_ROOM, ROWS_ROOM):
        if not methods_of(module):
            return f"{module} computes no method of the catalogue and has no test file"
        missing = set(methods_of(module)) - compared()
        return (
            f"{module}: no published case and no other library is asked about {sorted(missing)}"
            if missing
            else ""
        )
    if not mirror.is_file():
        return f"{mirror.relative_to(ROOT)} is missing"
    return (
        ""
        if "def test_" in mirror.read_text(encoding="utf-8")
        else f"{mirror.relative_to(ROOT)} tests nothing"
    )


def test_every_module_has_a_test_file_that_mirrors_it() -> None:
    assert len(MODULES) > 300
    assert [said for said in map(what_is_missing, MODULES) if said] == []
