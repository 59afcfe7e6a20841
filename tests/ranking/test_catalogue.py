"""What the documentation says of each method is what its row says: scaling, order, exactness, counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from criteria.ranking.catalogue import METHODS
from criteria.ranking.method import Method
from criteria.ranking.second_opinion import COMPARED

DOCS = Path(__file__).parents[2] / "docs"
CODE = re.compile(r"`([a-z_]+)`")


def text(*path: str) -> str:
    return " ".join(DOCS.joinpath(*path).read_text(encoding="utf-8").split())


def reorders(row: Method) -> str:
    """Return the words for whether a new candidate can reorder the others."""
    stable = [name for name in row.normalizations if name in row.stable]
    if len(stable) == len(row.normalizations):
        return "no, given declared scales" if stable == ["scale"] else "no"
    return f"no under {', '.join(f'`{name}`' for name in stable)}; otherwise yes" if stable else "yes"


@pytest.mark.parametrize("key", METHODS)
def test_the_head_of_a_page_says_what_the_row_says(key: str) -> None:
    row = METHODS[key]
    own, heading, order, scaling, change = (
        text("methods", f"{key}.md").split(" · [all methods]")[0].split(" · ")
    )
    assert own.endswith(f"`{key}`")
    assert heading == row.group
    assert order.removesuffix(" and a compromise set") == f"publishes a {row.order}".replace(
        "complete", "complete order"
    ).replace("partial", "partial order")
    assert tuple(CODE.findall(scaling)) == row.normalizations
    assert scaling.startswith("default normalization" if len(row.normalizations) > 1 else "normalization")
    assert change == f"adding a candidate can reorder the others: {reorders(row)}"


@pytest.mark.parametrize("key", METHODS)
def test_the_table_of_all_methods_says_what_the_row_says(key: str) -> None:
    row = METHODS[key]
    line = next(
        line
        for line in (DOCS / "methods" / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and f"({key}.md)" in line
    )
    name, order, default, others, change = (cell.strip() for cell in line.strip("|").split("|"))
    assert name == f"[{row.name}]({key}.md)"
    assert ("low scores lead" in order) is not row.higher_is_better
    assert (*CODE.findall(default), *CODE.findall(others)) == row.normalizations
    assert change == reorders(row)


NAMES_IN_DOCS = {"ahp": "AHP ratings", "wsm": "weighted sum", "wpm": "weighted product"} | {
    "full_multiplicative_form": "full multiplicative form"
}


def test_the_weight_sweep_names_the_methods_whose_crossings_are_exact() -> None:
    rows = re.findall(r"\| ([^|]+) \| exact: ", text("robustness", "weight-sweep.md"))
    linear, polynomial = (set(names.split(", ")) for names in rows)
    said = {key: NAMES_IN_DOCS.get(key, row.name) for key, row in METHODS.items()}
    assert linear == {said[k] for k, row in METHODS.items() if row.linear or row.order_values is not None}
    assert polynomial == {said[k] for k, row in METHODS.items() if row.order_polynomials is not None}


def test_the_counts_of_the_decision_on_kernels_are_those_of_the_catalogue() -> None:
    decision = text("decisions", "own-kernels.md")
    assert f"{sum(row.batched for row in METHODS.values())} of the {len(METHODS)}" in decision
    assert f"for the {len(COMPARED)} methods" in decision


def test_methods_that_are_computed_one_by_one_are_those_that_the_pages_name() -> None:
    assert [row.name for row in METHODS.values() if not row.batched] == [
        "ELECTRE I",
        "ELECTRE II",
        "ELECTRE III",
    ]
