"""Criteria: which partner leads, how sure are we, and what would change it."""

import streamlit as st

from criteria.translation import translate as _
from criteria.ui.components import blocks

st.set_page_config(page_title="Criteria", page_icon=":material/balance:", layout="wide", initial_sidebar_state="expanded")
blocks.style()
st.navigation([st.Page("criteria/ui/pages/shortlist.py", title=_("Shortlist"), default=True)], position="top").run()
