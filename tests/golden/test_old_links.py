"""Links that were sent before mean what they meant: the file is added to, never made anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from link_meaning import meaning
from pictures import problem_of

LINKS = json.loads((Path(__file__).parent / "links.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("link", LINKS, ids=[f"{n}-{link['problem']}" for n, link in enumerate(LINKS)])
def test_an_old_link_means_what_it_meant(link: dict[str, object]) -> None:
    found = meaning(problem_of(str(link["problem"])), str(link["link"]))
    assert found["scenario"] == link["scenario"]
    # What was said then is still said; the notes of today may add to it.
    assert [note for note in found["notes"] if note in link["notes"]] == link["notes"]
    assert found["order"] == link["order"]
    assert found["scores"] == pytest.approx(link["scores"], rel=1e-5)


def test_the_links_use_every_part_that_a_link_has() -> None:
    text = "".join(str(link["link"]) for link in LINKS)
    parts = ("profile", "method", "norm", "w", "blanks", "waive", "out", "set", "sure", "judged", "data")
    assert [part for part in parts if f"&{part}=" not in text] == []
    assert len(LINKS) >= 40
