"""The panel's code goes to the browser once for a page: what is sent with every move holds none of it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from criteria.ui.components.shortlist import panel_code

APP = str(Path(__file__).parents[4] / "app.py")


def test_what_is_sent_with_a_move_is_where_the_panel_stands_and_no_code_of_it() -> None:
    page = AppTest.from_file(APP, default_timeout=60).run()
    sent = {element.proto.component_name: element.proto for element in page.get("bidi_component")}
    place, code = sent["criteria_importance_panel"], sent["criteria_panel_code"]
    assert len(place.js_content) < 600
    assert not place.css_content
    assert len(sent["criteria_letter"].js_content) < 700
    assert not sent["criteria_letter"].css_content
    own = (
        "importance_panel.js",
        "headline_ahead.js",
        "travel_player.js",
        "offered_change.js",
        "panel_code.js",
    )
    others = (f"../common/{name}.js" for name in ("percent", "rewrite", "live", "history_steps"))
    for name in (*own, *others):
        assert (Path(panel_code.__file__).parent / name).read_text(encoding="utf-8") in code.js_content
    assert code.js_content.startswith('const STYLE = "')
    assert ".panel" in code.js_content.partition("\n")[0]


def test_it_takes_no_room_on_the_page() -> None:
    style = (Path(panel_code.__file__).parents[2] / "style.css").read_text(encoding="utf-8")
    assert f'.st-key-{panel_code.KEY}, [class*="st-key-letter-"] {{ position: absolute; }}' in style
