"""Score candidate partners with multi-criteria methods and see how firm the ranking is.

The public names of the package; everything else may move.
"""

from typing import TYPE_CHECKING

from criteria import robustness, weighting
from criteria.errors import CriteriaError
from criteria.files import load_problem, problem_from_frame
from criteria.files.decision_matrix import problem_from_decision_matrix as from_decision_matrix
from criteria.files.record import Decision
from criteria.files.seal import Seal, seal, seal_document, seal_from_document
from criteria.files.seal_check import check_seal
from criteria.links.scenario import scenario_from_query, scenario_to_query
from criteria.ranking.catalogue import METHODS
from criteria.ranking.evaluate import evaluate
from criteria.ranking.score import score
from criteria.ranking.second_opinion import second_opinion

if TYPE_CHECKING:
    from criteria.files.table.reading import read_table

__version__ = "0.1.0"

__all__ = [
    "METHODS",
    "CriteriaError",
    "Decision",
    "Seal",
    "__version__",
    "check_seal",
    "evaluate",
    "from_decision_matrix",
    "load_problem",
    "problem_from_frame",
    "read_table",
    "robustness",
    "scenario_from_query",
    "scenario_to_query",
    "score",
    "seal",
    "seal_document",
    "seal_from_document",
    "second_opinion",
    "weighting",
]


def __getattr__(name: str) -> object:
    """Return `read_table`, which is imported when it is first asked for: its many modules are a fifth of the time to start."""
    if name == "read_table":
        from criteria.files.table.reading import read_table

        return read_table
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
