"""The record as people read it: the shape of MADR 4, the engine's sentences, and people's own words in their place."""

from __future__ import annotations

from dataclasses import replace

import yaml
from by_hand import BASE, PROBLEM, evaluated, robust
from markdown_it import MarkdownIt
from records import LINK, files_of, record

from criteria.explain.verdict import said_in_one_line
from criteria.files.record.decision import Decision

SECTIONS = [
    "Context and Problem Statement", "Decision Drivers", "Considered Options", "Decision Outcome", "Why not the runner-up",
    "Consequences", "Confirmation", "Revisit if", "More Information",
]  # fmt: skip


def text_of(content: bytes) -> str:
    return files_of(content)["decision.md"].decode()


def headings(text: str) -> list[str]:
    tokens = MarkdownIt().enable("table").parse(text.partition("\n---\n")[2])
    return [
        "".join(child.content for child in tokens[k + 1].children or [])
        for k, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def test_the_record_has_the_sections_of_madr_and_says_who_leads_and_why() -> None:
    text = text_of(record())
    found = headings(text)
    assert [title for title in found if title in SECTIONS] == SECTIONS
    said = said_in_one_line(evaluated(), robust())
    assert said in found
    assert 'Chosen option: "Ash", because Ash leads Birch by 0.060 by Weighted sum' in text
    assert f"](<{LINK}>)" in text
    assert "Dogwood meets Hosted here: it would be first." in text  # an observable condition to come back for


def test_what_people_say_stands_in_place_of_the_proposals() -> None:
    decision = Decision(
        "accepted",
        "Which tree?",
        "the board",
        "gardeners",
        "all",
        "birch",
        because="It grows *here*.",
        revisit="Wood is sold",
    )
    text = text_of(record(decision=decision))
    front = yaml.safe_load(text.split("---")[1])
    assert front == {
        "status": "accepted",
        "date": "2026-11-27",
        "decision-makers": "the board",
        "consulted": "gardeners",
        "informed": "all",
    }
    assert headings(text)[0] == "Which tree?"
    assert 'Chosen option: "Birch", because It grows \\*here\\*.' in text
    assert "Wood is sold" in text
    assert "Dogwood meets" not in text


def test_a_choice_against_the_ranking_is_said_to_be_one() -> None:
    assert "Birch was chosen although it ranks 2 by Weighted sum" in text_of(
        record(decision=Decision(chosen="birch"))
    )


def test_names_from_strangers_make_no_links_images_or_html() -> None:
    hostile = ["[x](http://evil.example)", "![y](http://evil.example/p.png)", "<script>z</script>", "|a|b|"]
    alternatives = tuple(
        replace(a, name=name, short_name="") for a, name in zip(PROBLEM.alternatives, hostile, strict=True)
    )
    problem = replace(PROBLEM, alternatives=alternatives, title='"\n---\nx: <b>[t](http://evil.example)')
    text = text_of(record(problem, BASE, Decision(deciders='a"\nstatus: accepted', because="<i>no</i>")))
    tokens = MarkdownIt("commonmark").enable("table").parse(text.partition("\n---\n")[2])
    kinds = {child.type for token in tokens for child in token.children or [] if child.type != "link_close"}
    hrefs = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert kinds <= {
        "text",
        "text_special",
        "softbreak",
        "link_open",
        "code_inline",
        "strong_open",
        "strong_close",
    }
    assert hrefs == [LINK]
    assert "html_block" not in {token.type for token in tokens}
    assert yaml.safe_load(text.split("\n---\n")[0] + "\n")["status"] == "proposed"
