"""The list of methods: under the headings of their groups, those that suit the data first, and choosing one is choosing it in the menu."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from criteria.ranking.catalogue import METHODS
from criteria.ui import compute
from criteria.ui.components.common.method_choice import IN_A_WORD, methods_by_group
from criteria.ui.labels import label

APP = Path(__file__).parents[4] / "app.py"


@pytest.fixture(scope="module")
def page() -> AppTest:
    """The first page with the list of methods unfolded."""
    compute.look_again()
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    app.session_state["all-methods-1"] = True
    return app.run()


def test_every_method_stands_once_under_its_group_with_a_line_about_it(page: AppTest) -> None:
    lists = {radio.label: radio for radio in page.radio if radio.key and radio.key.startswith("methods-")}
    assert list(lists) == list(methods_by_group("topsis"))  # the method that the case opens with
    assert lists[METHODS["topsis"].group].options[0] == "TOPSIS"
    for group, radio in lists.items():
        assert sorted(radio.options) == sorted(row.name for row in METHODS.values() if row.group == group)
        captions = list(radio.proto.captions)
        for name, about in zip(radio.options, captions, strict=True):
            row = next(row for row in METHODS.values() if row.name == name)
            assert about.startswith(label(row.summary, 400))
    published = [
        {row.name: row.order for row in METHODS.values()}[name] for name in lists["Outranking"].options
    ]
    assert published[0] == "complete"
    assert published == sorted(published, key=lambda order: order != "complete")
    assert "complete" not in published[published.index("partial") :]


def test_choosing_in_the_list_chooses_in_the_menu(page: AppTest) -> None:
    radio = next(r for r in page.radio if "PROMETHEE II" in r.options)
    radio.set_value("promethee_ii").run()
    assert not page.exception
    menu = next(box for box in page.selectbox if box.label == "Method")
    assert menu.value == "promethee_ii"
    assert [r.value for r in page.radio if r.key and r.key.startswith("methods-") and r.value] == [
        "promethee_ii"
    ]


def test_the_menu_names_the_group_of_each_method_and_keeps_groups_together(page: AppTest) -> None:
    menu = next(box for box in page.selectbox if box.label == "Method")
    names, words = zip(*(option.split(" · ") for option in menu.options), strict=True)
    assert sorted(names) == sorted(row.name for row in METHODS.values())
    assert names[0] == "TOPSIS"  # the method that the case opens with
    assert [word for word, _together in groupby(words)] == ["distance", "value", "ratio", "outranking"]
    assert names[-5:] == ("PROMETHEE II", "ELECTRE II", "PROMETHEE I", "ELECTRE I", "ELECTRE III")
    groups = {row.name: row.group for row in METHODS.values()}
    assert all(words[k] == IN_A_WORD[groups[name]] for k, name in enumerate(names))


def test_the_group_of_the_problems_own_method_comes_first_and_the_method_first_in_it() -> None:
    groups = methods_by_group("vikor")
    assert next(iter(groups)) == METHODS["vikor"].group
    assert next(iter(groups.values()))[0] == "vikor"
    assert sorted(key for keys in groups.values() for key in keys) == sorted(METHODS)
    assert all(METHODS[key].group == group for group, keys in groups.items() for key in keys)
    assert list(methods_by_group("")) == list(dict.fromkeys(row.group for row in METHODS.values()))
