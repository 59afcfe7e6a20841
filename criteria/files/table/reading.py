"""A file as understood: the grid as found, roles with their reasons, questions, and the problem once nothing is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from criteria.errors import CriteriaError, FileError, ProblemError
from criteria.files.table.chosen import WHOLE
from criteria.files.table.grid import Grid
from criteria.files.table.layout.blocks import extent_named
from criteria.files.table.problem import problem_of
from criteria.files.table.question import Question, Role
from criteria.files.table.roles.directions import LEFT, MAXIMIZE, MINIMIZE
from criteria.files.table.settled import FirstPart, first_part
from criteria.files.table.source.sheet import Source
from criteria.files.table.source.sheets import source_of
from criteria.files.table.understood import Understood, understood
from criteria.files.table.values.lexicon import folded
from criteria.files.table.values.weight_words import stated_points
from criteria.files.table.work import Progress, Work, listed, shown, untold
from criteria.model.problem import Problem
from criteria.translation import translate as _

if TYPE_CHECKING:
    import pandas as pd

_KINDS = (
    "direction",
    "role",
    "numbers",
    "unit",
    "cells",
    "order",
    "bounds",
    "weights",
    "header",
    "names",
    "orientation",
    "lines",
    "grid",
    "ranges",
    "people",
    "range",
    "sheet",
)
Renewed = Callable[[Mapping[str, str], Work], FirstPart]


@dataclass(frozen=True, slots=True)
class Reading:
    """A table of one's own as understood so far. Frozen; `with_answer` returns a new one.

    file: what sentences call it.  sheet: the sheet read, empty for a text.  grid: the cells as found.  roles: what rows and columns are,
    each with its reason.  questions: what is open, the essential ones first.  findings: what is wrong and no answer can mend.
    notes: what was left out, converted or assumed.  names: the columns (or rows) that answers may speak of.
    problem: None while something essential is open or wrong.  first: what later answers
    often leave as it was, for the answers that it is called with.
    """

    source: Source
    answers: tuple[tuple[str, str], ...]
    file: str
    sheet: str
    grid: Grid
    roles: tuple[Role, ...]
    questions: tuple[Question, ...]
    findings: tuple[str, ...]
    notes: tuple[str, ...]
    names: tuple[str, ...]
    problem: Problem | None
    first: Renewed = field(compare=False, repr=False)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of all sheets of the file."""
        return tuple(sheet.name for sheet in self.source.sheets)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that stand between the file and a ranking."""
        return tuple(question for question in self.questions if question.essential)

    def with_answer(self, question: str, choice: str) -> Reading:
        """Return the reading with one more answer; an earlier one to the same question is replaced.

        question: the id of a question, or of anything decided alike ("role:Rank", "direction:Price").  choice: the key of a choice, the
        order of words ("basic < good"), or what words count as weights ("high = 5, low = 1").  Raises CriteriaError where there is no such question or choice.
        """
        return self.with_answers({question: choice})

    def with_answers(self, answers: Mapping[str, str], *, progress: Progress = untold) -> Reading:
        """Return the reading with several answers, read anew once; raises as `with_answer` does."""
        given = dict(self._checked(question, choice) for question, choice in answers.items())
        return self._with(given, progress)

    def with_directions(
        self, *, maximize: Iterable[str] = (), minimize: Iterable[str] = (), all_maximize: bool = False
    ) -> Reading:
        """Return the reading with directions for the columns named; all_maximize: for every criterion that has none.

        Raises CriteriaError where no column is so named, with the nearest name, or where one is named both ways.
        """
        given: dict[str, str] = {}
        for names, choice in ((minimize, MINIMIZE), (maximize, MAXIMIZE)):
            for name in names:
                key = _key("direction", self.named(name))
                if given.get(key, choice) != choice:
                    raise CriteriaError(
                        _("'{name}' cannot be both maximized and minimized.", name=shown(name))
                    )
                given[key] = choice
        if all_maximize:
            given[_key("direction", "")] = MAXIMIZE
        return self._with(given)

    def named(self, name: str) -> str:
        """Return the column or row meant by a name, compared without case and brackets; raise CriteriaError where there is none."""
        known = {folded(n): n for n in self.names}
        short = {folded(n.partition("(")[0]): n for n in self.names}
        found = (
            known.get(folded(name)) or short.get(folded(name)) or known.get(folded(name.partition("(")[0]))
        )
        if found is None:
            raise CriteriaError(
                did_you_mean(
                    _("There is no criterion '{name}' in {file}.", name=shown(name), file=self.file),
                    name,
                    self.names,
                )
            )
        return found

    def _checked(self, question: str, choice: str) -> tuple[str, str]:
        kind, _colon, name = question.partition(":")
        asked = next((q for q in self.questions if folded(q.id) == folded(question)), None)
        if kind not in _KINDS or (
            asked is None and name and folded(name) not in {folded(n) for n in self.names}
        ):
            raise CriteriaError(
                did_you_mean(
                    _("There is no question '{question}'.", question=shown(question)),
                    question,
                    (q.id for q in self.questions),
                )
            )
        if (
            asked is not None
            and asked.choices
            and choice not in {c.key for c in asked.choices}
            and kind not in ("order", "range")
            and not (kind == "weights" and asked.example and stated_points(choice))
        ):
            raise CriteriaError(
                _(
                    "'{choice}' is no answer to '{question}': choose {choices}.",
                    choice=shown(choice),
                    question=shown(question),
                    choices=listed(c.key for c in asked.choices),
                )
            )
        if kind == "range" and choice != WHOLE:
            choice = extent_named(choice).name
        return _key(kind, name), choice

    def _with(self, given: dict[str, str], progress: Progress = untold) -> Reading:
        return _read(self.source, tuple({**dict(self.answers), **given}.items()), progress, self.first)


def did_you_mean(said: str, name: str, names: Iterable[str]) -> str:
    """Return the sentence that a name is not there, with the nearest name that is, or else with the names there are."""
    known: dict[str, str] = {}
    for one in names:
        known.setdefault(folded(one), one)
    if near := get_close_matches(folded(name), list(known), 1, 0.6):
        return _("{said} Did you mean '{name}'?", said=said, name=shown(known[near[0]]))
    return _("{said} There are {names}.", said=said, names=listed(known.values(), 8)) if known else said


def read_table(
    given: Path | str | bytes | pd.DataFrame,
    *,
    sheet: str | None = None,
    cells: str | None = None,
    name: str = "",
    progress: Progress = untold,
) -> Reading:
    """Return what a table says: a path, the bytes of a file (or a pasted text, encoded), or a data frame.

    sheet: which sheet of a workbook.  cells: which range of it, such as B3:F9.  name: what sentences call a table without a file name.
    progress: told now and then which share of the reading is done, between 0 and 1.
    Raises FileError where it cannot be read at all; what is open or wrong in it is in the reading.
    """
    source = source_of(given, name)
    answers: tuple[tuple[str, str], ...] = ()
    if sheet is not None:
        known = {folded(s.name): s.name for s in source.sheets}
        if folded(sheet) not in known:
            raise FileError(
                [
                    did_you_mean(
                        _("{file} has no sheet '{sheet}'.", file=source.file, sheet=shown(sheet)),
                        sheet,
                        known.values(),
                    )
                ]
            )
        answers = ((_key("sheet", ""), known[folded(sheet)]),)
    if cells is not None:
        answers = (*answers, (_key("range", ""), extent_named(cells).name))
    return _read(source, answers, progress)


def _key(kind: str, name: str) -> str:
    return f"{kind}:{folded(name)}"


def _read(
    source: Source,
    answers: tuple[tuple[str, str], ...],
    progress: Progress,
    renewed: Renewed | None = None,
) -> Reading:
    given = dict(answers)
    work = Work(source.file, given, reached=progress)
    work.reached(0.1)
    first = renewed(given, work) if renewed else first_part(source, given, work)
    begun = first.begun(work)
    found = understood(begun, work) if begun is not None else None
    problem: Problem | None = None
    work.reached(0.9)
    if found is not None and not work.findings and not any(q.essential for q in work.questions):
        try:
            problem = problem_of(found, Path(source.file).stem, tuple(work.notes))
        except ProblemError as error:
            work.findings.append(_("{file}: {reason}", file=source.file, reason=error))
    return Reading(
        source,
        answers,
        source.file,
        first.sheet,
        first.grid,
        tuple(work.roles),
        tuple(sorted(work.questions, key=lambda q: not q.essential)),
        tuple(dict.fromkeys(work.findings)),
        tuple(problem.notes if problem else work.notes),
        _names(found),
        problem,
        first.renewed,
    )


def _names(found: Understood | None) -> tuple[str, ...]:
    if found is None:
        return ()
    every = {column.position: column.name for column in found.criteria}
    rest = [every.get(j, name) for j, name in enumerate(found.headings)]
    return tuple(dict.fromkeys([*rest, *(label for label in found.table.labels if label)]))


__all__ = ["LEFT", "Reading", "did_you_mean", "read_table"]
