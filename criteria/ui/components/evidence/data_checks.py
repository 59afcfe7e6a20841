"""What looks wrong in the data: the findings of all checks, each with what to do; none of them keeps anybody from ranking."""

from __future__ import annotations

import streamlit as st

from criteria.checks import CHECKS, findings_of
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.markup import Markup, markup


def data_checks(problem: Problem) -> None:
    """Draw the fold with the findings; they are computed when it is opened."""
    with widgets.fold(_("Checks of these data"), key="evidence-checks") as folded:
        if folded.open:
            st.html(found_markup(problem))


def found_markup(problem: Problem) -> Markup:
    """Return the findings under the questions that the checks answer, or that nothing was found."""
    found = findings_of(problem)
    if not found:
        return blocks.caption(
            translate_count(
                "{count} check was made, and nothing looks wrong.",
                "{count} checks were made, and nothing looks wrong.",
                len(CHECKS),
            )
        )
    return blocks.listed(
        [
            markup(
                "<b>{question}</b><br>{said} <small>{advice}</small>",
                question=_(CHECKS[finding.check].name),
                said=finding.said,
                advice=finding.advice,
            )
            for finding in found
        ]
    )
