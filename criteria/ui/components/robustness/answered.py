"""One figure of the robustness page: the question as heading, the chart, the answer, the data as CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import pandas as pd
import streamlit as st

from criteria.charts.colour_keys import KeyEntry
from criteria.charts.figure import Figure
from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.translation import translate as _
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.markup import NOTHING, Markup, markup

Shown = tuple[Figure | Markup | None, str, pd.DataFrame]
Content = Callable[[], Shown]
Chosen = TypeVar("Chosen")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class RobustnessFigure(Generic[Chosen, Found]):
    """One figure: what it is called, what it asks, and how its result is computed, drawn, said and tabled.

    name: of the widget and the CSV file.  heading: the question.  help: how to read it, in a sentence or two.  Chosen: what the
    reader picks before it can be computed, None where there is nothing to pick.  Found: the result, handed to chart, answer and table.
    key: what the colours stand for, where the chart does not say it.
    """

    name: str
    heading: str
    help: str
    compute: Callable[[Evaluation, Chosen], Found]
    chart: Callable[[Evaluation, Chosen, Found], Figure | Markup | None]
    answer: Callable[[Evaluation, Chosen, Found], str]
    table: Callable[[Evaluation, Chosen, Found], pd.DataFrame]
    key: Callable[[Evaluation], Sequence[KeyEntry]] = lambda _evaluation: ()

    def shown(self, evaluation: Evaluation, chosen: Chosen) -> Shown:
        """Return chart, answer and data. Raises CriteriaError where the question has no answer."""
        found = self.compute(evaluation, chosen)
        return (
            self.chart(evaluation, chosen, found),
            self.answer(evaluation, chosen, found),
            self.table(evaluation, chosen, found),
        )


def draw(figure: RobustnessFigure[Chosen, Found], evaluation: Evaluation, chosen: Chosen) -> None:
    """Draw a figure of the catalogue."""
    answered(
        figure.name,
        _(figure.heading),
        partial(figure.shown, evaluation, chosen),
        help_text=_(figure.help),
        key=figure.key(evaluation),
    )


def answered(
    name: str, question: str, content: Content, *, help_text: str = "", key: Sequence[KeyEntry] = ()
) -> None:
    """Draw a figure. content: returns chart (a figure, HTML, or nothing), answer and data; its complaint is shown in its place.

    key: what the colours of the chart stand for.
    """
    st.html(blocks.heading(question))
    try:
        with st.spinner(_("Computing …"), show_time=True):
            chart, answer, table = content()
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return
    legend = blocks.colour_key(key) if chart is not None else NOTHING
    st.html(markup('<div class="c-answer">{answer}</div>{legend}', answer=answer, legend=legend))
    if isinstance(chart, Markup):
        st.html(chart)
    elif chart is not None:
        st.plotly_chart(chart, key=name, width="stretch", config={"displayModeBar": False}, alt=answer)
    if help_text:
        st.html(blocks.caption(help_text))
    data_button(name, lambda: table)
