"""One figure of the robustness page: the question as heading, the chart, the answer, the data as CSV."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from criteria.charts.figure import Figure
from criteria.errors import CriteriaError
from criteria.translation import translate as _
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.labels import text

Content = Callable[[], tuple[Figure | str | None, str, pd.DataFrame]]


def answered(name: str, question: str, content: Content) -> None:
    """Draw a figure. content: returns chart (a figure, HTML, or nothing), answer and data; its complaint is shown in its place."""
    st.html(blocks.heading(question))
    try:
        with st.spinner(_("Computing …"), show_time=True):
            chart, answer, table = content()
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return
    st.html(f'<div class="c-answer">{text(answer)}</div>')
    if isinstance(chart, str):
        st.html(chart)
    elif chart is not None:
        st.plotly_chart(chart, key=name, width="stretch", config={"displayModeBar": False})
    data_button(name, lambda: table)
