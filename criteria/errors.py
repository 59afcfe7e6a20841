"""What can be wrong, said to the person who has to mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class CriteriaError(Exception):
    """Something put in cannot be used; the message says what, where, and what to do about it."""


class ProblemError(CriteriaError):
    """The data of a decision problem contradict themselves or miss something."""


class FileError(ProblemError):
    """A file cannot be read as a problem; `findings` holds one sentence for each thing found."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))


class QuestionsOpen(FileError):  # noqa: N818 - nothing is wrong; an answer is missing
    """A file leaves something open that decides the ranking; `findings` holds one sentence for each kind of question."""


class ScenarioError(CriteriaError):
    """A choice (method, importance, gate, cell) does not fit the problem."""


class WeightsError(CriteriaError):
    """Importances or weights that cannot be turned into weights summing to 1."""


class MethodError(CriteriaError):
    """A ranking method cannot be applied to these performances or parameters."""


class ClusterError(CriteriaError):
    """A cluster that was to compute something cannot be reached, or was lost."""


class CellError(MethodError, WeightsError):
    """A ranking method, or a scheme of weights, cannot take one cell of the decision matrix; row, column: counted from 0.

    The engine knows positions only; whoever knows the names says the same of another text for the place. said: from it to the sentence.
    """

    def __init__(self, said: Callable[[str], str], place: str, row: int, column: int) -> None:
        self.said, self.row, self.column = said, row, column
        super().__init__(said(place))

    def at(self, place: str) -> CellError:
        """Return the error with the place told by names."""
        return CellError(self.said, place, self.row, self.column)
