"""The shape of the code, read from its syntax trees: who may import whom, who may touch the session, what is documented."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from criteria.ranking.catalogue import METHODS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "criteria"
FILES = sorted(PACKAGE.rglob("*.py"))
WITH_APP = [*FILES, ROOT / "app.py"]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LINES = 300


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    """Return the layer's member that a file belongs to: its folder in the package, or its own name at the top."""
    inside = path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT).parts
    return inside[0].removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each module that a file imports, anywhere in it, in full, with its line; names may be modules too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} imports relatively"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def test_the_walls_of_pyproject_hold() -> None:
    # Who may import whom, by room, with no circles inside any: `lint-imports` says the same with the way of each import.
    # In a process of its own, since it turns off every logger that is there.
    checked = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))",
        ],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_public_names_are_imported_from_outside_only() -> None:
    for path in FILES:
        if part_of(path) in ("__init__", "__main__", "ui"):
            continue
        wrong = [
            line
            for module, line in imported(path)
            if module.partition(".")[0] == "criteria" and is_public(module)
        ]
        assert wrong == [], f"{name_of(path)} imports the package itself, in lines {wrong}"


def is_public(module: str) -> bool:
    """Whether an import goes through the package's own `__init__` instead of the module where a name stands."""
    first = module.split(".")[1] if "." in module else ""
    return not ((PACKAGE / first).is_dir() or (PACKAGE / f"{first}.py").is_file()) or not first


def test_the_session_and_the_address_are_touched_in_their_own_files_only() -> None:
    homes = {"session_state": ("session.py", "widgets.py"), "query_params": ("address.py",)}
    touched = [
        f"{name_of(path)}:{node.lineno} touches {name}"  # type: ignore[attr-defined]
        for path in WITH_APP
        for node in ast.walk(tree_of(path))
        if (name := _mentioned(node)) in homes and path not in [PACKAGE / "ui" / file for file in homes[name]]
    ]
    assert touched == []


def _mentioned(node: ast.AST) -> str:
    """Return the name that a node is about: of an attribute, a variable, an import or a text."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.alias):
        return node.name
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


OWN_WIDGETS = {
    "selectbox", "multiselect", "radio", "pills", "segmented_control", "select_slider", "toggle", "checkbox", "slider",
    "number_input", "button", "expander", "popover", "file_uploader", "tabs",
}  # fmt: skip


def test_widgets_are_drawn_through_our_own() -> None:
    wrong = [
        f"{name_of(path)}:{node.lineno} draws {ast.unparse(node)}"
        for path in WITH_APP
        if path != PACKAGE / "ui" / "widgets.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "st"
        and node.attr in OWN_WIDGETS
    ]
    assert wrong == []


def test_a_page_is_a_storyboard() -> None:
    assert longer_than(80, sorted((PACKAGE / "ui" / "pages").glob("*.py"))) == {}


def public(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Yield public classes and functions of a module or class, with methods; overloads and properties alike."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) or child.name.startswith("_"):
            continue
        yield prefix + child.name, child
        if isinstance(child, ast.ClassDef):
            yield from public(child, f"{prefix}{child.name}.")


def test_everything_public_says_what_it_is() -> None:
    silent = [
        f"{name_of(path)}: {name}"
        for path in WITH_APP
        for name, node in public(tree_of(path))
        if not ast.get_docstring(node)  # type: ignore[arg-type]
    ]
    assert silent == []
    # An empty file marks a folder as a package and has nothing to say.
    assert [name_of(p) for p in WITH_APP if tree_of(p).body and not ast.get_docstring(tree_of(p))] == []


def longer_than(lines: int, paths: Iterable[Path]) -> dict[str, int]:
    """Return the lengths in lines of the files that are longer."""
    counts = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return {name: count for name, count in counts.items() if count > lines}


def test_no_file_is_longer_than_a_person_reads() -> None:
    assert longer_than(LINES, [*WITH_APP, *TESTS]) == {}


def test_every_method_has_a_page() -> None:
    assert {key: row.key for key, row in METHODS.items()} == {key: key for key in METHODS}
    assert [key for key in METHODS if not (ROOT / "docs" / "methods" / f"{key}.md").is_file()] == []


def test_every_method_page_belongs_to_a_method() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "methods").glob("*.md")} - {"README"}
    assert pages <= set(METHODS)


def test_nothing_reads_the_clock_or_the_global_random_state() -> None:
    wrong = []
    for path in FILES:
        if part_of(path) in ("ui", "store", "reports"):
            continue
        for module, line in imported(path):
            if module.partition(".")[0] in ("random", "time"):
                wrong.append(f"{name_of(path)}:{line} imports {module}")
        wrong += [
            f"{name_of(path)}:{node.lineno} uses the global random state"
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Attribute)
            and ast.unparse(node)
            in (
                "np.random.seed",
                "np.random.rand",
                "np.random.random",
                "datetime.now",
                "datetime.today",
                "date.today",
                "datetime.utcnow",
            )
        ]
    assert wrong == []
