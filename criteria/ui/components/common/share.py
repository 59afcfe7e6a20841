"""Share: the one place from which the shown scenario leaves the page, as link, shortlist, inputs or on paper."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import downloads
from criteria.ui.components.common.copy_link import copy_link
from criteria.ui.markup import markup


def share(problem: Problem, scenario: Scenario) -> None:
    """Draw the button that opens the ways out."""
    with widgets.popover(_("Share"), type="primary", icon=":material/share:", width="stretch"):
        copy_link(problem, scenario)
        downloads.shortlist_button(session.session())
        downloads.inputs_button(session.session())
        # paper.js hears it; from the menu of the browser the page prints likewise.
        st.html(
            markup('<button type="button" class="c-button" data-print="">{word}</button>', word=_("Print …"))
        )
