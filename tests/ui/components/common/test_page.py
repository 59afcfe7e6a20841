"""How every page runs: what is said on arrival, and that a scenario is kept and its address written."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

PAGE = str(Path(__file__).parents[2] / "robustness_alone.py")


def opened(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_a_page_without_a_link_has_nothing_to_say_on_arrival() -> None:
    page = opened(problem="fighter-aircraft")
    assert not page.exception
    assert "About what you opened" not in shown(page)
    assert "Differs from the base case" not in shown(page)


def test_what_a_link_changed_and_what_it_could_not_is_said() -> None:
    page = opened(problem="fighter-aircraft", method="vikor", colour="red")
    text = shown(page)
    assert "About what you opened" in text
    assert "colour" in text
    assert "Differs from the base case: VIKOR instead of TOPSIS." in text
