"""The robustness page without the navigation, for the tests."""

from criteria.ui.pages import robustness

robustness.page()
