"""In another language nothing but names is left in English, and codes and columns stay what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from bracketed import Bracketed, outside
from streamlit.testing.v1 import AppTest

import criteria
from criteria import translation
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.ui import compute
from tests.ui.one_page import filled

APP = str(Path(__file__).parents[2] / "app.py")
WORD = re.compile(r"[A-Za-z]{3,}")
SAID = ("title", "aria-label", "alt", "placeholder")


class Said(HTMLParser):
    """Collects what a reader or a screen reader is told by HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in ("style", "script")
        self.parts += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def told(page: AppTest) -> Iterator[str]:
    """Yield every text of the page: HTML, labels, helps, options of menus, folds, buttons."""
    waiting = list(page._tree.children.values())
    while waiting:
        element = waiting.pop()
        proto = element.proto
        if hasattr(element, "children"):
            waiting += element.children.values()
            folds = (proto, getattr(proto, "expandable", None), getattr(proto, "popover", None))
            yield from (str(getattr(fold, "label", "")) for fold in folds)
        elif element.type == "html":
            yield read(proto.body)
        else:
            for name in ("label", "help", "body", "placeholder"):
                value = getattr(proto, name, "")
                yield value if isinstance(value, str) else ""
            for option in getattr(proto, "options", ()):
                yield option if isinstance(option, str) else getattr(option, "content", "")
    yield from map(read, filled(page).values())


def read(html: str) -> str:
    """Return what HTML tells, a line for each part."""
    said = Said()
    said.feed(html)
    return "\n".join(said.parts)


def given(value: object) -> Iterator[str]:
    """Yield every text that the data bring, to the bottom."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif is_dataclass(value):
        for field in fields(value):
            yield from given(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from given((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list | np.ndarray):
        for part in value:
            yield from given(part)


ADDRESS = re.compile(r"(https?://\S*)?\?\w+=\S+")  # a link has the names of its parts, in every language


def in_english(texts: Iterable[str], problem: Problem) -> set[str]:
    """Return the words outside brackets that are no text of the data and in no name."""
    names = (*problem.alternatives, *problem.criteria, *problem.profiles)
    known = ["Criteria", *(one.title for one in compute.problems().values())]
    known += [text for row in METHODS.values() for text in (row.name, row.reference)]
    known += [text for row in names for text in (row.name, getattr(row, "label", ""))]
    allowed = {word for name in known for word in WORD.findall(name)}
    allowed |= {text for text in given(problem) if WORD.fullmatch(text)}  # what a must-have asks for: "yes"
    whole = sorted({text for text in given(problem) if len(text) > 3}, key=len, reverse=True)
    found: set[str] = set()
    for told_text in texts:
        left = ADDRESS.sub(" ", " ".join(outside(told_text).split()))
        if set(WORD.findall(left)) - allowed:
            for text in whole:
                left = left.replace(text, " ")
        found |= set(WORD.findall(left)) - allowed
    return found


@pytest.mark.slow
def test_the_shortlist_says_nothing_in_english_but_names(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = Bracketed()
    monkeypatch.setattr(translation, "_ENGLISH", language)  # of the thread that draws the page, too
    page = AppTest.from_file(APP, default_timeout=120).run()
    assert not page.exception
    texts = list(told(page))
    for part in ("⟦Profile⟧", "⟦Method⟧", "⟦conditional⟧", "⟦Who is ahead, and what carries them?⟧"):
        assert any(part in text for text in texts), part
    assert any(re.search(r"⟦Microsoft Azure leads", text) for text in texts)
    assert not in_english(texts, case)
    assert in_english(["⟦Profile⟧ Choose one"], case) == {"Choose", "one"}
    assert not language.strangers, "texts that no translator is given"


@pytest.mark.slow
def test_codes_and_columns_of_the_shortlist_are_the_same_in_every_language(case: Problem) -> None:
    def frame() -> pd.DataFrame:
        return criteria.evaluate(case, case.base_scenario(), methods=()).shortlist()

    english = frame()
    with translation.in_language(Bracketed()):
        other = frame()
    assert list(other.columns) == list(english.columns)
    sentences = {c for c in other if other[c].astype(str).str.contains("⟦").any()}
    assert sentences <= {"gate_reason"}
    pd.testing.assert_frame_equal(other.drop(columns=sentences), english.drop(columns=sentences))
