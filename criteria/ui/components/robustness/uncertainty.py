"""The settings of the robustness figures, in the side bar."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from criteria.model.scenario import Scenario
from criteria.model.uncertainty import DISTRIBUTIONS, SEED_MOST
from criteria.translation import translate as _
from criteria.ui import state

_DRAWS = (1_000, 10_000, 50_000, 200_000)


def choose_uncertainty(scenario: Scenario) -> Scenario:
    """Draw the settings; return the scenario with them."""
    settings = scenario.uncertainty
    spread = st.slider(
        _("Each weight varies by ± %"),
        0,
        100,
        round(100 * settings.spread),
        step=5,
        key=state.key("spread"),
        on_change=state.act,
        help=_("Each weight is drawn within this share of itself, then all are scaled to 100 %."),
    )
    draws = sorted({*_DRAWS, settings.draws})
    number = st.selectbox(
        _("Draws"),
        draws,
        index=draws.index(settings.draws),
        format_func=lambda value: f"{value:,}".replace(",", "\u202f"),
        key=state.key("draws"),
        on_change=state.act,
    )
    kinds = list(DISTRIBUTIONS)
    distribution = st.selectbox(
        _("Ratings between low and high"),
        kinds,
        index=kinds.index(settings.distribution),
        format_func=lambda kind: _(DISTRIBUTIONS[kind]),
        key=state.key("distribution"),
        on_change=state.act,
    )
    shared = st.toggle(
        _("A candidate's ratings err together"),
        settings.shared,
        key=state.key("shared"),
        on_change=state.act,
        help=_("The sceptical view: if one rating of a candidate is too high, all of them are."),
    )
    seed = st.number_input(
        _("Seed"),
        0,
        SEED_MOST,
        settings.seed,
        key=state.key("seed"),
        on_change=state.act,
        help=_("The same seed gives the same figures."),
    )
    # A spread from a link may lie between the steps of the slider: it stays until the slider is moved.
    kept = settings.spread if spread == round(100 * settings.spread) else spread / 100
    return scenario.with_uncertainty(
        replace(
            settings, spread=kept, draws=int(number), distribution=distribution, shared=shared, seed=int(seed)
        )
    )
