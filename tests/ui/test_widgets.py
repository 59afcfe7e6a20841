"""Menus know their options by the text they show: no two look alike, and each choice is the one that was meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from criteria.ui import compute
from criteria.ui.labels import label, option, told_apart

HERE = Path(__file__).parent
SAME = "The one supplier whose name goes on for longer than menus are: "  # 63 signs
FILES = {
    "problem.toml": 'title = "One title"\ndefault_profile = "north"\n',
    "candidates.csv": f"candidate_id,name\na,{SAME}east\nb,{SAME}west\nc,Third\nd,Fourth\n",
    "criteria.csv": (
        "id,name,parent,direction\ng,Cost,,\nh,Cost ,,\nk,Rest,,\ng-a,Price,g,max\ng-b,Price,g,max\nh-a,Price,h,max\nh-b,Use,h,max\n"
        "k-a,Price,k,max\nk-b,Use,k,max\n"
    ),
    "scores.csv": "candidate,criterion,low,likely,high\n"
    + "".join(
        f"{c},{leaf},{v - 1},{v},{v + 1}\n"
        for i, c in enumerate("abcd")
        for j, leaf in enumerate(("g-a", "g-b", "h-a", "h-b", "k-a", "k-b"))
        for v in [2 + (3 * i + 2 * j) % 7]
    ),
    "gates.csv": "gate_id,criterion,type,operator,threshold\nx,g-a,soft,>=,1\ny,g-a,hard,>=,1\nz,h-a,soft,>=,1\n",
    "profiles.csv": "profile_id,profile_name,kind,level,criterion,parent,local_weight\n"
    + "".join(
        f"{who},Same name,profile,top,{top},,{share}\n"
        for who, shares in (("north", (0.5, 0.3, 0.2)), ("south", (0.2, 0.3, 0.5)))
        for top, share in zip("ghk", shares, strict=True)
    ),
}
VIEWS = {
    "app": [""],
    "weights_alone": ["ask", "data", "stakeholders"],
    "robustness_alone": ["weights", "first", "map", "methods", "evidence"],
}


@pytest.fixture
def twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two folders with one title, in which everything has the name of something else."""
    for folder in ("twin", "twin-copy"):
        (tmp_path / folder).mkdir()
        for name, content in FILES.items():
            (tmp_path / folder / name).write_text(content, encoding="utf-8")
    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    compute.look_again()
    compute.look_again()
    yield
    compute.look_again()
    compute.look_again()


def opened(script: str) -> AppTest:
    place = HERE.parents[1] / "app.py" if script == "app" else HERE / f"{script}.py"
    return AppTest.from_file(str(place), default_timeout=120).run()


def menus(page: AppTest) -> list:
    return [*page.selectbox, *page.multiselect, *page.get("button_group")]


def texts(menu) -> list[str]:
    return [getattr(shown, "content", shown) for shown in menu.options]


@pytest.mark.slow
@pytest.mark.parametrize(("script", "view"), [(s, view) for s, views in VIEWS.items() for view in views])
def test_no_menu_of_the_app_has_two_options_that_look_alike(twins: None, script: str, view: str) -> None:
    page = opened(script)
    assert not page.exception
    if view:
        next(g for g in page.get("button_group") if "-view" in str(g.key)).set_value(view)
        page.run()
    assert not page.exception
    assert {"Problem", "Method"} <= {menu.label for menu in page.selectbox}
    for menu in menus(page):
        looks = [shown.casefold().strip() for shown in texts(menu)]
        assert len(set(looks)) == len(looks), (menu.label, looks)


@pytest.mark.slow
def test_each_of_equal_options_is_the_one_that_is_chosen(twins: None) -> None:
    page = opened("app")
    for name in ("problem", "profile", "first", "look"):
        count = len(next(m for m in page.selectbox if str(m.key).startswith(name)).options)
        chosen = set()
        for index in range(count):
            next(m for m in page.selectbox if str(m.key).startswith(name)).select_index(index)
            page.run()
            chosen.add(next(m for m in page.selectbox if str(m.key).startswith(name)).value)
        assert len(chosen) == count, name


def test_an_act_in_another_menu_leaves_problem_profile_and_weights_as_they_are(twins: None) -> None:
    page = opened("app")
    session = page.session_state["criteria-session"]
    assert session.problem.id == "twin"
    page.session_state["importance-panel"] = {
        "move": {"revision": session.panel_revision, "count": 1, "committed": True, "points": {"g": 70.0}}
    }
    session.acted = True
    page.run()
    next(m for m in page.selectbox if m.label == "Method").set_value("wsm").run()
    held = page.session_state["criteria-session"]
    assert (held.problem.id, held.scenario.profile, held.scenario.importance("g")) == ("twin", "north", 70.0)
    assert held.scenario.method == "wsm"


def test_equal_names_carry_what_tells_them_apart() -> None:
    assert told_apart({"a": "CTO", "b": "CTO", "c": "CFO"}) == {"a": "CTO · a", "b": "CTO · b", "c": "CFO"}
    assert told_apart({"a": "CTO", "b": "cto "}, numbered=True) == {"a": "CTO", "b": "cto (2)"}
    assert told_apart({1: "x", 2: "x"}, {1: "same", 2: "same"}) == {1: "x · same", 2: "x · same (2)"}


def test_long_names_that_differ_at_the_end_show_their_end() -> None:
    shown = told_apart({"a": SAME + "east", "b": SAME + "west"})
    assert shown["a"].endswith("east")
    assert shown["b"].endswith("west")
    assert all(len(text) <= 60 for text in shown.values())


@given(st.lists(st.text(alphabet="ab \u212b\u00c5A(2)·1", max_size=6), max_size=8), st.booleans())
def test_whatever_options_are_called_no_two_texts_are_equal(names: list[str], numbered: bool) -> None:
    shown = told_apart(dict(enumerate(names)), numbered=numbered)
    assert list(shown) == list(range(len(names)))
    assert len({text.casefold() for text in shown.values()}) == len(names)


@given(st.lists(st.text(min_size=1, max_size=80), unique=True, max_size=6))
def test_names_that_look_different_stay_as_they_are(names: list[str]) -> None:
    short = {name: name for name in names if 0 < len(" ".join(name.split())) <= 60}
    shown = told_apart(short)
    for name, text in shown.items():
        assert text == option(name) or text.startswith(option(name) or name)


def test_what_unfolds_or_opens_has_its_name_as_text() -> None:
    def page() -> None:
        from criteria.ui import widgets

        for draw in (widgets.fold, widgets.popover):
            with draw("[a](http://example.org) *x* <b>"):
                pass

    shown = AppTest.from_function(page, default_timeout=30).run()
    told = [shown.expander[0].label, shown.get("popover")[0].proto.popover.label]
    assert told == [label("[a](http://example.org) *x* <b>")] * 2
