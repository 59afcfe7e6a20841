"""A figure is drawn as question, answer, chart and data; a complaint stands in its place."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    import pandas as pd
    import plotly.graph_objects as go

    from criteria.charts.colour_keys import KeyEntry
    from criteria.errors import CriteriaError
    from criteria.ui.components.robustness.answered import answered
    from criteria.ui.markup import markup

    def refused():
        raise CriteriaError("No <ranges> here.")

    table = pd.DataFrame({"a": [1]})
    answered(
        "one", "Who <leads>?", lambda: (go.Figure(), "A & B.", table), key=[KeyEntry("<Lost>", "#123456")]
    )
    answered("two", "In markup?", lambda: (markup("<p>made</p>"), "Yes.", table))
    answered("three", "Refused?", refused, key=[KeyEntry("Nowhere", "#123456")])


def test_question_answer_chart_and_data_stand_in_this_order() -> None:
    shown = AppTest.from_function(page, default_timeout=30).run()
    assert not shown.exception
    markup = [element.proto.body for element in shown.get("html")]
    assert "Who &lt;leads&gt;?" in markup[0]
    assert markup[1].startswith('<div class="c-answer">A &amp; B.</div><div class="c-legend c-key">')
    assert '<i class="" style="background:#123456"></i>&lt;Lost&gt;' in markup[1]
    assert not any("Nowhere" in told for told in markup)  # no chart, no key
    assert "<p>made</p>" in markup
    assert "No &lt;ranges&gt; here." in markup[-1]
    assert len(shown.get("plotly_chart")) == 1
    assert [button.label for button in shown.get("download_button")] == ["Data (CSV)"] * 2
