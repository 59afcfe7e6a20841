"""What a link means, as plain values."""

from __future__ import annotations

from urllib.parse import parse_qs

import criteria
from criteria.model.effective import effective_performances
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario


def meaning(problem: Problem, link: str) -> dict[str, object]:
    """Return the choices that a link stands for, what was said about it, and who leads by it."""
    scenario, notes = criteria.scenario_from_query(
        problem, parse_qs(link.removeprefix("?"), keep_blank_values=True)
    )
    evaluation = criteria.evaluate(problem, scenario, methods=())
    return {
        "scenario": plain(problem, scenario),
        "notes": notes,
        "order": [evaluation.alternatives[i].id for i in evaluation.order[:4]],
        "scores": [float(f"{evaluation.scores[i]:.6g}") for i in evaluation.order[:2]],
    }


def plain(problem: Problem, scenario: Scenario) -> dict[str, object]:
    """Return a scenario as plain values; importances only where they differ from those of its profile."""
    before = dict(problem.base_scenario(scenario.profile).importances)
    settings = scenario.uncertainty
    default = problem.base_scenario().blanks
    missing = not effective_performances(problem, scenario).known.all()
    return {
        "profile": scenario.profile,
        "method": scenario.method,
        "normalization": scenario.normalization,
        "importances": {name: points for name, points in scenario.importances if points != before[name]},
        # Where nothing is missing the default, which has changed, stands for the old one: neither is used.
        "blanks": scenario.blanks if missing or scenario.blanks != default else "median",
        "waived": list(scenario.waived),
        "set_aside": list(scenario.set_aside),
        "changed": [[c.alternative, c.criterion, c.low, c.likely, c.high] for c in scenario.changed],
        "uncertainty": [
            settings.spread,
            settings.draws,
            settings.seed,
            settings.distribution,
            settings.shared,
        ],
        "judgements": [
            [
                member.id,
                member.name,
                [
                    [
                        a.node,
                        a.way,
                        [[j.question, j.first, j.second, float(f"{j.value:.12g}")] for j in a.judgements],
                        [list(setting) for setting in a.settings],
                    ]
                    for a in member.answers
                ],
            ]
            for member in scenario.panel.members
        ],
    }
