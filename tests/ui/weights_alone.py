"""The page of weights without the navigation, for the tests."""

from criteria.ui.pages import weights

weights.page()
