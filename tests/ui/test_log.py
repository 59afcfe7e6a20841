"""One line for each event; of an error its kind, place and number, never its words."""

from __future__ import annotations

import io
import json
import logging

import pytest

from criteria.ui import log


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    logger = logging.getLogger("criteria")
    for name in ("handlers", "propagate", "level"):
        monkeypatch.setattr(logger, name, getattr(logger, name))
    log.begin(as_json=True, stream=stream)
    return stream


def test_an_error_is_one_line_with_the_number_that_is_shown_and_none_of_its_words(lines: io.StringIO) -> None:
    try:
        raise ValueError("the secret name of a partner\nand a second line")
    except ValueError as error:
        number = log.noted(error)
    (line,) = lines.getvalue().splitlines()
    found = json.loads(line)
    assert (found["id"], found["error"], found["level"]) == (number, "ValueError", "error")
    assert found["at"][0].endswith(
        "test_an_error_is_one_line_with_the_number_that_is_shown_and_none_of_its_words"
    )
    assert "secret" not in line


def test_a_line_in_words_keeps_to_one_line(lines: io.StringIO) -> None:
    record = logging.makeLogRecord(
        {"name": "criteria", "levelname": "INFO", "msg": "two\nlines", "status": "a\nb"}
    )
    text = log.Line(as_json=False).format(record)
    assert len(text.splitlines()) == 1
    assert text.endswith('info criteria: two lines status="a\\nb"')


def test_an_error_on_a_page_shows_its_number_instead_of_itself(lines: io.StringIO) -> None:
    from streamlit.testing.v1 import AppTest

    def page() -> None:
        from criteria.ui import log

        log.script_error(KeyError("secret"))

    shown = AppTest.from_function(page).run().error[0].value
    assert json.loads(lines.getvalue().splitlines()[-1])["id"] in shown
    assert "secret" not in shown
