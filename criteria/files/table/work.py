"""What is collected while one table is understood: roles, notes, questions, findings, and the answers given before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from criteria.files.table.question import LEFT_OUT, Choice, Question, Role
from criteria.files.table.values.cells import Value
from criteria.files.table.values.legend import Legend
from criteria.files.table.values.lexicon import folded
from criteria.files.table.values.words import OrderedWords
from criteria.model.frozen import frozen_inside
from criteria.model.text import capitalized, clean_text, one_line
from criteria.translation import translate as _

SHOWN = 60  # characters of a name in a sentence
Progress = Callable[[float], None]  # told now and then which share of the reading is done, between 0 and 1


def untold(_share: float) -> None:
    """Tell nobody how far the reading is."""


def shown(name: str) -> str:
    """Return a name as a sentence shows it: cleaned, on one line, cut."""
    return one_line(clean_text(name, SHOWN))


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Return names in quotes, joined by commas; beyond the limit only how many more there are."""
    every = [f"'{shown(name)}'" for name in names]
    more = len(every) - limit
    said = ", ".join(every[:limit])
    return _("{listed} and {count} more", listed=said, count=more) if more > 0 else said


@frozen_inside
@dataclass(frozen=True, slots=True)
class WeightList:
    """Weights that stand apart from the table: where, and the weight of each criterion by folded name; directions: the same, where it has them."""

    where: str
    weights: Mapping[str, Value]
    directions: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


@dataclass
class Work:
    """Collects what is understood of one table. answers: question id, folded, to choice.  lists: weights that stand apart from it.

    reached: told how far the reading is.
    """

    file: str
    answers: Mapping[str, str]
    sheet: str = ""
    roles: list[Role] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    lists: tuple[WeightList, ...] = ()
    # Why the criteria are ratings of which more is better, where the table itself adds them up.
    added_up: str = ""
    # Why columns are parts of a cost, by folded name, where the table itself adds them up to one.
    costs: dict[str, str] = field(default_factory=dict)
    # The scale that the sheet itself explains in words.
    legend: Legend | None = None
    # The scales of words that several people used, by the name of the column: what is read there now are numbers.
    word_scales: dict[str, OrderedWords] = field(default_factory=dict)
    reached: Progress = untold
    # Which answers were looked up, and what they were.
    asked: dict[str, str] = field(default_factory=dict)

    def answer(self, kind: str, name: str = "") -> str:
        """Return the answer given to a question, the empty text where none was given."""
        key = f"{kind}:{folded(name)}"
        return self.asked.setdefault(key, self.answers.get(key, ""))

    def role(self, place: str, name: str, role: str, reason: str, use: str) -> None:
        """Note what a row or column is; what is left out is said among the notes as well."""
        self.roles.append(Role(place, shown(name), role, reason, use))

    def leave_out(self, place: str, name: str, role: str, reason: str) -> None:
        """Note that a row or column takes no part, and why."""
        self.role(place, name, role, reason, LEFT_OUT)
        self.notes.append(
            _(
                "{place} '{name}' is left out: {reason}.",
                place=capitalized(place),
                name=shown(name),
                reason=reason,
            )
            if name
            else _("{place} is left out: {reason}.", place=capitalized(place), reason=reason)
        )

    def ask(
        self,
        kind: str,
        about: str,
        text: str,
        choices: tuple[Choice, ...],
        *,
        suggestion: str = "",
        why: str = "",
        essential: bool = True,
        example: str = "",
    ) -> None:
        """Add a question, unless one of its choices was taken before."""
        self.questions.append(
            Question(
                f"{kind}:{shown(about)}",
                kind,
                shown(about),
                text,
                choices,
                suggestion,
                why,
                essential,
                example,
            )
        )
