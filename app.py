"""Criteria: which partner leads, how sure are we, and what would change it."""

import streamlit as st

from criteria.translation import translate as _
from criteria.ui.components.common import blocks
from criteria.ui.pages import robustness, shortlist, weights

st.set_page_config(page_title="Criteria", page_icon="⚖️", layout="wide", initial_sidebar_state="auto")
blocks.style()
st.navigation(
    [
        st.Page(shortlist.page, title=_("Shortlist"), url_path="shortlist", default=True),
        st.Page(weights.page, title=_("Weights"), url_path="weights"),
        st.Page(robustness.page, title=_("Robustness"), url_path="robustness"),
    ],
    position="top",
).run()
