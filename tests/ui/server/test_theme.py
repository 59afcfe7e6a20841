"""What a browser is told of the theme is what Streamlit would tell it, read once."""

from __future__ import annotations

import inspect

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig, NewSession
from streamlit.runtime import app_session

from criteria.ui.server import theme

SECTIONS = ["theme", *(f"theme.{category.value}" for category in config.CustomThemeCategories)]


@pytest.fixture
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_known", {})


def told(fill: object) -> NewSession:
    """Return a message with all sections where Streamlit puts them."""
    message = NewSession()
    for section in SECTIONS:
        place: CustomThemeConfig = message.custom_theme
        for name in section.split(".")[1:]:
            place = getattr(place, name)
        fill(place, section)  # type: ignore[operator]
    return message


@pytest.mark.usefixtures("nothing_read")
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"theme.primaryColor": "#123456", "theme.base": "dark"},
        {"theme.dark.sidebar.textColor": "#abcdef"},
    ],
)
def test_what_is_told_is_what_streamlit_would_tell_to_the_byte(given: dict[str, str]) -> None:
    before = {name: config.get_option(name) for name in given}
    try:
        for name, value in given.items():
            config.set_option(name, value)
        expected = told(theme._read).SerializeToString(deterministic=True)
        assert told(theme.told_theme).SerializeToString(deterministic=True) == expected
        assert told(theme.told_theme).SerializeToString(deterministic=True) == expected  # also from memory
    finally:
        for name, value in before.items():
            config.set_option(name, value)


@pytest.mark.usefixtures("nothing_read")
def test_it_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read, streamlits = [], theme._read
    monkeypatch.setattr(
        theme, "_read", lambda message, section: (read.append(section), streamlits(message, section))
    )
    told(theme.told_theme)
    told(theme.told_theme)
    assert read == SECTIONS


def test_every_run_tells_it_through_the_name_that_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_session, "_populate_theme_msg", theme._read)
    theme.read_the_theme_once()
    assert app_session._populate_theme_msg is theme.told_theme
    assert "_populate_theme_msg(" in inspect.getsource(app_session.AppSession._create_new_session_message)
