"""One member asked about one part of the tree, and what follows from the answers."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

PAGE = str(Path(__file__).parents[2] / "weights_alone.py")


def test_who_is_asked_sees_the_form_and_what_follows_from_it() -> None:
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params["problem"] = "fighter-aircraft"
    page.run()
    assert not page.exception
    text = "\n".join(element.proto.body for element in page.get("html"))
    assert "What follows?" in text


def test_who_has_answered_is_told_how_to_send_it_back() -> None:
    page = AppTest.from_file(PAGE, default_timeout=120).run()
    assert not page.exception
    assert "Download these answers (CSV)" in [one.label for one in page.get("download_button")]
    text = "\n".join(element.proto.body for element in page.get("html"))
    assert "Finished? Send this back" in text
    assert "answers of CTO / connected services as a file" in text
