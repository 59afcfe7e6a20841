"""What criteria are called in menus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from criteria.model.problem import Problem
from criteria.translation import translate as _


def criterion_names(
    problem: Problem, identifiers: Sequence[str], *, with_parent: bool = False
) -> dict[str, str]:
    """Return the name of each criterion; with that of its group before it where asked, or where two names are equal."""
    criteria = [problem.criterion(identifier) for identifier in identifiers]
    count = Counter(criterion.label.casefold() for criterion in criteria)
    return {
        criterion.id: _(
            "{group} › {criterion}",
            group=problem.criterion(criterion.parent).label,
            criterion=criterion.label,
        )
        if criterion.parent and (with_parent or count[criterion.label.casefold()] > 1)
        else criterion.label
        for criterion in criteria
    }
