"""Whatever stands in a file, a problem comes out or sentences do; never anything else."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hypothesis import example, given, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import CriteriaError
from criteria.model.problem import Problem

Result = TypeVar("Result")
LAW = settings(max_examples=100, deadline=None, derandomize=True, database=None)
PIECES = st.sampled_from(
    (
        *(
            "",
            " ",
            "A",
            "a",
            "B",
            "x",
            "y",
            "x y",
            "東芝",
            "😀",
            "_",
            "-",
            ";",
            '"',
            "\n",
            "\r",
            "\t",
            "\x00",
            "\u200b",
            "\u2028",
            "\ufeff",
        ),
        *("0", "1", "10", "-2.5", "1,5", "²", "1e308", "-1e308", "1e400", "nan", "+nan", "-inf", "=1"),
        *("weight", "direction", "max", "min", "unit", "scale min", "scale max"),
    )
)
cells = st.one_of(PIECES, st.text(max_size=6))
tables = st.lists(st.lists(cells, min_size=0, max_size=5), max_size=8)


def worded(act: Callable[[], Result]) -> Result | None:
    """Return what an act returns, or None where it ends in a sentence; anything else it raises goes through."""
    said = ""
    try:
        return act()
    except CriteriaError as error:
        said = str(error)
    assert said.strip()
    return None


def loads_or_says_why(path: Path) -> Problem | None:
    problem = worded(lambda: criteria.load_problem(path))
    if problem is None:
        return None
    assert len(problem.fingerprint) == 8
    assert hash(problem) == hash(criteria.load_problem(path))
    assert all(
        cell.likely is None or cell.low <= cell.likely <= cell.high
        for row in problem.performances
        for cell in row
    )  # type: ignore[operator]
    return problem


def as_csv(rows: list[list[str]], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode("utf-8", "surrogatepass")


def written(content: bytes, name: str = "table.csv") -> Path:
    folder = Path(tempfile.mkdtemp(prefix="criteria-"))
    path = folder / name
    path.write_bytes(content)
    return path


def tidy(path: Path) -> None:
    for file in path.iterdir():
        file.unlink()
    path.rmdir()


@LAW
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass"))
    )
)
@example(b",\n")
@example(b"\xff\xfe\x00")
@example(b'"')
@example(b"a,b\n\x1a,1\n")
def test_any_bytes_are_a_problem_or_a_sentence(content: bytes) -> None:
    path = written(content)
    try:
        loads_or_says_why(path)
    finally:
        tidy(path.parent)


@LAW
@given(tables, st.sampled_from([",", ";", "\t"]))
def test_any_small_table_is_a_problem_or_sentences(rows: list[list[str]], delimiter: str) -> None:
    path = written(as_csv(rows, delimiter))
    try:
        loads_or_says_why(path)
    finally:
        tidy(path.parent)


@LAW
@given(
    st.lists(
        st.tuples(
            PIECES,
            st.lists(st.sampled_from(["1", "2", "", "-3", "0", "1e308", "5e-324"]), min_size=2, max_size=2),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([",", ";"]),
)
def test_what_loads_can_be_evaluated_or_says_why_not(
    rows: list[tuple[str, list[str]]], delimiter: str
) -> None:
    path = written(as_csv([["Name", "x", "y"], *([name, *values] for name, values in rows)], delimiter))
    try:
        problem = loads_or_says_why(path)
        if problem is not None:
            worded(lambda: criteria.evaluate(problem, problem.base_scenario().with_method("wsm"), methods=()))
    finally:
        tidy(path.parent)


HEADERS = {
    "candidates": ["candidate_id", "name", "hq"],
    "criteria": [
        "id",
        "name",
        "parent",
        "direction",
        "scale_min",
        "scale_max",
        "indifference_q",
        "anchor_2",
        "anchor_²",
    ],
    "scores": ["candidate", "criterion", "low", "likely", "high", "confidence"],
    "gates": ["gate_id", "criterion", "type", "operator", "threshold"],
    "profiles": ["profile_id", "profile_name", "criterion", "local_weight"],
    "sources": ["source_key", "title"],
}
words = st.sampled_from(["a", "b", "x", "y", "g", "max", "min", "0", "1", "5", "10", "nan", "-nan", "", ">=", "<=", "==", "hard", "soft", "A", "(candidate attribute hq)", "²", "1e308"])  # fmt: skip


@LAW
@given(
    st.fixed_dictionaries(
        {
            name: st.lists(st.lists(words, min_size=len(head), max_size=len(head)), max_size=3)
            for name, head in HEADERS.items()
        }
    )
)
def test_any_small_folder_is_a_problem_or_sentences(rows: dict[str, list[list[str]]]) -> None:
    sound = {
        "candidates": [["a", "A", "JP"], ["b", "B", ""]],
        "criteria": [
            ["x", "X", "", "max", "0", "10", "", "2 low", ""],
            ["y", "Y", "", "min", "0", "20", "1", "2 low", ""],
        ],
        "scores": [[c, k, "1", "2", "3", "A"] for c in "ab" for k in "xy"],
    }
    place = Path(tempfile.mkdtemp(prefix="criteria-"))
    try:
        for name, head in HEADERS.items():
            (place / f"{name}.csv").write_bytes(as_csv([head, *sound.get(name, []), *rows[name]], ","))
        problem = loads_or_says_why(place)
        if problem is not None:
            worded(lambda: criteria.evaluate(problem, problem.base_scenario(), methods=()))
    finally:
        tidy(place)
