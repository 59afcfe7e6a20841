"""What was handed over and is not used yet: a reading with its answers, or a whole problem, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from criteria.errors import CriteriaError, FileError
from criteria.files.given import read_given
from criteria.files.table.question import Question
from criteria.files.table.reading import Reading
from criteria.files.table.roles.directions import MAXIMIZE
from criteria.files.table.work import Progress, untold
from criteria.model.problem import Problem
from criteria.model.text import clean_text

_LARGE = 60_000  # cells


@dataclass(frozen=True, slots=True)
class Draft:
    """name: of the file.  reading, whole: one of them, or neither where findings say why.  before: the readings before each answer."""

    name: str
    reading: Reading | None = None
    whole: Problem | None = None
    findings: tuple[str, ...] = ()
    before: tuple[Reading, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The problem, None while something is open or wrong."""
        return self.whole if self.reading is None else self.reading.problem

    @property
    def large(self) -> bool:
        """Whether reading it anew takes seconds."""
        return self.reading is not None and len(self.reading.grid.rows) * self.reading.grid.width > _LARGE

    @property
    def wrong(self) -> tuple[str, ...]:
        """What is wrong and no answer can mend."""
        return self.findings if self.reading is None else self.reading.findings

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that stand between the table and a ranking."""
        return () if self.reading is None else self.reading.open


def draft_of(name: str, content: bytes, progress: Progress = untold) -> Draft:
    """Return the draft of a file; what cannot be read becomes findings."""
    name = clean_text(name, 80)
    try:
        given = read_given(name, content, progress=progress)
    except FileError as error:
        return Draft(name, findings=error.findings)
    except CriteriaError as error:
        return Draft(name, findings=(str(error),))
    return Draft(name, whole=given) if isinstance(given, Problem) else Draft(name, given)


def answered(draft: Draft, question: str, choice: str, progress: Progress = untold) -> Draft:
    """Return the draft with one more answer; raise CriteriaError where the question or the choice is none."""
    return _with_answers(draft, {question: choice}, progress)


def answered_alike(
    draft: Draft, questions: tuple[str, ...], choice: str, progress: Progress = untold
) -> Draft:
    """Return the draft with one answer to several questions at once; raise as `answered` does."""
    return _with_answers(draft, dict.fromkeys(questions, choice), progress)


def confirmed(draft: Draft, progress: Progress = untold) -> Draft:
    """Return the draft with every suggestion taken that is on the page; what is asked only after that stays open."""
    return _with_answers(draft, {q.id: q.suggestion for q in draft.open if q.suggestion}, progress)


def more_is_better(draft: Draft, progress: Progress = untold) -> Draft:
    """Return the draft with "more is better" wherever a direction is open and nothing is suggested."""
    return _with_answers(draft, {q.id: MAXIMIZE for q in draft.open if is_undirected(q)}, progress)


def taken_back(draft: Draft) -> Draft:
    """Return the draft as it was before the last act."""
    if not draft.before:
        return draft
    return replace(draft, reading=draft.before[-1], before=draft.before[:-1])


def is_undirected(question: Question) -> bool:
    """Whether a question asks for a direction and has no suggestion."""
    return question.kind == "direction" and not question.suggestion


def _with_answers(draft: Draft, answers: dict[str, str], progress: Progress) -> Draft:
    if draft.reading is None or not answers:
        return draft
    reading = draft.reading.with_answers(answers, progress=progress)
    return replace(draft, reading=reading, before=(*draft.before, draft.reading))
