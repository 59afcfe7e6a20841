"""The checks, one row each, in the order in which findings are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from criteria.checks import about_candidates, about_criteria, about_ratings
from criteria.checks.finding import Check, Finding
from criteria.model.problem import Problem
from criteria.translation import later as _

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        row.key: row
        for row in (
            Check("units", _("Is a value in another unit?"), about_ratings.mixed_units),
            Check("direction", _("Is a direction the wrong way round?"), about_criteria.swapped_direction),
            Check("anchor", _("Do ratings follow the anchors they quote?"), about_ratings.against_anchor),
            Check("scale", _("Do values fit their scale?"), about_criteria.unfitting_scale),
            Check("constant", _("Is every candidate the same under a criterion?"), about_criteria.constant),
            Check("narrow", _("Are differences too small to matter?"), about_criteria.narrow),
            Check("alike", _("Is something counted twice?"), about_criteria.nearly_alike),
            Check(
                "unweighed", _("Does a criterion have no weight in any profile?"), about_criteria.unweighed
            ),
            Check("silent", _("Is little known of a candidate?"), about_candidates.silent),
            Check("equal", _("Are two candidates nearly the same?"), about_candidates.nearly_equal),
            Check("dominated", _("Is a candidate never better than another?"), about_candidates.dominated),
            Check("decoy", _("Does a candidate only make another look good?"), about_candidates.decoy),
            Check("loud", _("Does one stakeholder decide alone?"), about_candidates.loud_stakeholder),
            Check("later", _("Is evidence later than the case?"), about_ratings.later_evidence),
            Check("blanks", _("How much is unknown?"), about_ratings.many_blanks),
            Check("weak", _("How much is judgement?"), about_ratings.weak_evidence),
        )
    }
)


def findings_of(problem: Problem) -> tuple[Finding, ...]:
    """Return all findings about a problem, in the order of the catalogue; none where nothing looks wrong."""
    return tuple(
        replace(finding, check=check.key) for check in CHECKS.values() for finding in check.find(problem)
    )
