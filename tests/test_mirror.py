"""Every module has a test file of its name in the same room, so that a newcomer finds both at once."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "criteria"
MODULES = sorted(
    path.relative_to(PACKAGE)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py" and "migrations" not in path.parts  # run by every test of the store
)
# Modules whose tests stand in files of another name (laws, published numbers, other libraries, errors). The list only shrinks.
ELSEWHERE = {
    "": "errors",
    "files": "bundled csv_rows findings folder_cells folder_judgements rows settings",
    "files/table": "problem",
    "files/table/roles": "rows scales",
    "model": "alternative arrays criterion evidence gates problem profile scenario scenario_checks standing uncertainty",
    "ranking": "contributions evaluate library method",
    "ranking/families": "outranking ratio reference value",
    "ranking/methods": "ahp_ratings aras cocoso codas copras edas electre ervd mabac mairca marcos moora ocra probid promethee ram rim spotis topsis vikor waspas wpm wsm",
    "robustness/engine": "calls checks chunks segments",
    "ui/components/shortlist": "bar_clicks",
    "ui/components/weights": "asking followed from_data together",
    "weighting": "catalogue comparisons random_index result scales swing",
}
LISTED = {f"{folder}/{name}".lstrip("/") for folder, names in ELSEWHERE.items() for name in names.split()}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_has_a_test_file_that_mirrors_it(module: Path) -> None:
    mirror = ROOT / "tests" / module.with_name(f"test_{module.name}")
    if module.with_suffix("").as_posix() in LISTED:
        assert not mirror.is_file(), f"{module} has its tests: take it from the list"
        return
    assert mirror.is_file(), f"{mirror.relative_to(ROOT)} is missing"
    assert "def test_" in mirror.read_text(encoding="utf-8")


def test_the_list_of_those_without_a_mirror_only_shrinks() -> None:
    assert len(LISTED) <= 68
    assert {Path(name) for name in LISTED} <= {module.with_suffix("") for module in MODULES}
