"""What the documentation shows is what the code does: every example on every page runs."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from criteria.weighting import ELICITATIONS, OBJECTIVE

ROOT = Path(__file__).parent.parent
FOLDERS = ("methods", "robustness", "weighting")
PAGES = [
    ROOT / "docs" / "checks.md",
    *sorted(page for folder in FOLDERS for page in (ROOT / "docs" / folder).glob("*.md")),
]
README = ROOT / "README.md"


LONG = ("what-to-check-next", "rank-acceptability", "smallest-flip")  # their examples compute for seconds


def run(path: Path) -> doctest.TestResults:
    text = path.read_text(encoding="utf-8").replace(
        "```", "\n"
    )  # the fence is not part of the expected output
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    return runner.run(test, clear_globs=True)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=pytest.mark.slow) if page.stem in LONG else page
        for page in PAGES
        if page.stem != "README"
    ],
    ids=lambda page: f"{page.parent.name}/{page.stem}",
)
def test_the_examples_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    results = run(page)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize(
    "page", [README, *(page for page in PAGES if page.stem == "README")], ids=lambda page: page.parent.name
)
def test_the_examples_of_a_readme_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run(page).failed == 0


def test_local_links_of_the_documentation_lead_somewhere() -> None:
    import re

    broken = []
    for page in [README, *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            local = "://" not in target and not target.startswith("mailto:")
            broken += (
                [f"{page.relative_to(ROOT)}: {target}"]
                if local and not (page.parent / target).exists()
                else []
            )
    assert broken == []


@pytest.mark.parametrize("key", [*ELICITATIONS, *OBJECTIVE])
def test_every_way_to_weights_is_explained_on_a_page_and_named_in_the_overview(key: str) -> None:
    overview, *pages = sorted(
        (ROOT / "docs" / "weighting").glob("*.md"), key=lambda page: page.stem != "README"
    )
    assert f"`{key}`" in overview.read_text(encoding="utf-8")
    assert any(f"`{key}`" in page.read_text(encoding="utf-8") for page in pages)
