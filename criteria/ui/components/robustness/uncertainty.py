"""The settings of the robustness figures, in the side bar."""

from __future__ import annotations

from dataclasses import replace

from criteria.explain.numbers import plain
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.uncertainty import DISTRIBUTIONS, SEED_MOST
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common.weight_ranges import ranges_fold

_DRAWS = (1_000, 10_000, 50_000, 200_000)


def choose_uncertainty(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the settings; return the scenario as it is: each choice is in it before anything is drawn, put there by its callback alone."""
    settings = scenario.uncertainty
    widgets.slider(
        _("Each weight varies by ± %"),
        0,
        100,
        round(100 * settings.spread),
        step=5,
        key=widgets.key("spread"),
        moves=_with_spread,
        help=_("Each weight is drawn within this share of itself, then all are scaled to 100 %."),
    )
    ranges_fold(problem, scenario)
    widgets.menu(
        _("Ratings between low and high"),
        {kind: _(told) for kind, told in DISTRIBUTIONS.items()},
        present=settings.distribution,
        key=widgets.key("distribution"),
        moves=_with("distribution"),
    )
    widgets.switch(
        _("A candidate's ratings are correlated"),
        present=settings.shared,
        key=widgets.key("shared"),
        moves=_with("shared"),
        help=_("The sceptical view: if one rating of a candidate is too high, all of them are."),
    )
    widgets.switch(
        _("Ratings of one source are correlated"),
        present=settings.by_source,
        key=widgets.key("by-source"),
        moves=_with("by_source"),
        help=_("Candidates rated under one criterion by the same source are too high or too low together."),
    )
    with widgets.fold(_("Advanced")):
        draws = sorted({*_DRAWS, settings.draws})
        widgets.menu(
            _("Draws"),
            {value: plain(value) for value in draws},
            present=settings.draws,
            key=widgets.key("draws"),
            moves=_with("draws"),
        )
        widgets.number(
            _("Seed"),
            min_value=0,
            max_value=SEED_MOST,
            value=settings.seed,
            key=widgets.key("seed"),
            moves=_with("seed"),
            help=_("The same seed gives the same figures."),
        )
    return scenario


def _with(part: str) -> widgets.Moves:
    """Return what a choice of this part of the settings makes of the scenario."""
    return lambda _problem, scenario, value: scenario.with_uncertainty(
        replace(scenario.uncertainty, **{part: value})
    )


def _with_spread(_problem: Problem, scenario: Scenario, percent: int) -> Scenario:
    return scenario.with_uncertainty(replace(scenario.uncertainty, spread=percent / 100))
