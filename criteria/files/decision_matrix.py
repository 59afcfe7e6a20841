"""Exchange with scikit-criteria: a problem as its DecisionMatrix, and back. The library is imported when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from criteria.errors import ProblemError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.importance import leaf_weights
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _

if TYPE_CHECKING:
    from skcriteria import DecisionMatrix


def decision_matrix_of(problem: Problem) -> DecisionMatrix:
    """Return likely performances, directions and the weights of the base scenario as scikit-criteria's DecisionMatrix.

    Names are kept; ranges, evidence, gates, the tree and units have no place there. Raises ProblemError for unknown cells,
    which the library would rank as if they were numbers.
    """
    import skcriteria

    table = problem.performances
    if not table.known.all():
        i, j = (int(k) for k in np.argwhere(~table.known)[0])
        raise ProblemError(
            _(
                "{candidate}, {criterion} is unknown, and a decision matrix has no unknown cells: fill it in, or leave the "
                "candidate or the criterion out.",
                candidate=problem.alternatives[i].label,
                criterion=problem.leaves[j].label,
            )
        )
    return skcriteria.mkdm(
        np.array(table.likely),
        np.array([1 if leaf.maximize else -1 for leaf in problem.leaves]),
        weights=np.array(leaf_weights(problem, problem.base_scenario())),
        alternatives=[alternative.name for alternative in problem.alternatives],
        criteria=[leaf.name for leaf in problem.leaves],
    )


def problem_from_decision_matrix(matrix: Any, *, title: str = "Decision matrix") -> Problem:
    """Return the problem of a DecisionMatrix: a flat list of criteria, with its weights as points of one profile.

    Raises ProblemError where the problem cannot be used: names given twice, weights that are negative or not numbers.
    """
    taken: set[str] = set()
    criteria = []
    for name, objective in zip(matrix.criteria, matrix.iobjectives, strict=True):
        identifier = id_from_name(str(name), taken)
        taken.add(identifier)
        criteria.append(
            Criterion(identifier, clean_text(str(name)) or identifier, maximize=int(objective) == 1)
        )
    taken = set()
    alternatives = []
    for name in matrix.alternatives:
        identifier = id_from_name(str(name), taken)
        taken.add(identifier)
        alternatives.append(Alternative(identifier, clean_text(str(name)) or identifier))
    values = np.asarray(matrix.matrix, dtype=np.float64)
    points = tuple((c.id, float(w)) for c, w in zip(criteria, np.asarray(matrix.weights), strict=True))
    return Problem(
        id=id_from_name(title, set()),
        title=title,
        criteria=tuple(criteria),
        alternatives=tuple(alternatives),
        performances=PerformanceTable.of(
            tuple(Performance(likely=None if np.isnan(value) else float(value)) for value in row)
            for row in values
        ),
        profiles=(Profile("given", _("As given"), points),),
        default_profile="given",
    )
