"""Criteria: which partner leads, how sure are we, and what would change it.

`streamlit run app.py` and any ASGI server (`uvicorn app:app`) find `app` here; its pages are drawn by this same file.
"""

import streamlit as st

from criteria.ui import navigation
from criteria.ui.server import doors

if doors.starting():
    app = st.App(__file__, **doors.settings(__file__))
else:
    navigation.draw()
