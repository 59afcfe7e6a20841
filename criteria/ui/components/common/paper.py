"""What stands on paper only: at the end what was printed, when and from which data, and a line at the foot of every page."""

from __future__ import annotations

import re
from datetime import date

import criteria
from criteria.explain.differences import differences
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import translate as _
from criteria.ui.markup import Markup, joined, markup, style_sheet

_PLAIN = re.compile(r"[A-Za-z0-9 ]")


def colophon(problem: Problem, scenario: Scenario, link: str, *, today: date) -> Markup:
    """Return problem, scenario in words, method, date, fingerprint of the data and link, shown on paper alone.

    link: the whole address of the scenario.  today: replaced by the reader's own date at the moment of printing.
    """
    method = METHODS[scenario.method]
    normalization = scenario.normalization or offered_normalizations(problem, method)[0]
    begun = problem.profile(scenario.profile).name if scenario.profile else _("Equal importance")
    rows = {
        _("Problem"): problem.title,
        _("Scenario"): differences(problem, scenario) or _("The base case, nothing changed."),
        _("Weights from"): begun,
        _("Method"): _(
            "{method}, normalization: {normalization}",
            method=method.name,
            normalization=_(NORMALIZATIONS[normalization].name),
        ),
        _("Date"): markup("<time>{day}</time>", day=today.isoformat()),
        _("Data fingerprint"): problem.fingerprint,
        _("Software"): f"Criteria {criteria.__version__}",
        _("Link to this scenario"): link,
    }
    listed = joined(
        markup("<dt>{name}</dt><dd>{told}</dd>", name=name, told=told) for name, told in rows.items()
    )
    line = " · ".join((problem.title, method.name, today.isoformat(), problem.fingerprint))
    return joined([markup('<dl class="c-paper">{rows}</dl>', rows=listed), style_sheet(_running_foot(line))])


def _running_foot(line: str) -> str:
    """Return the style that puts a line and the page number at the foot of every printed page."""
    page = _("Page {page} of {pages}", page="\0page\0", pages="\0pages\0")
    parts = page.split("\0")
    told = " ".join(f"counter({part})" if part in ("page", "pages") else css_string(part) for part in parts)
    return f"@page {{ @bottom-left {{ content: {css_string(line)}; }} @bottom-right {{ content: {told}; }} }}"


def css_string(words: str) -> str:
    """Return words as a string of a style sheet; whatever is not a plain letter or digit is written by its number."""
    return f'"{"".join(c if _PLAIN.fullmatch(c) else f"{chr(92)}{ord(c):x} " for c in words)}"'
