"""What people said when they were asked for weights: judgements, by member of the panel, node of the tree and way of asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Self

from criteria.errors import ScenarioError, WeightsError
from criteria.model.arrays import plain_float
from criteria.model.text import checked_id, checked_name, clean_text
from criteria.translation import translate as _

# What each way asks. The order is that of the menu; a key is for ever: links and files contain it.
WAYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "direct": frozenset({"points"}),
        "ahp": frozenset({"ratio"}),
        "best_worst": frozenset({"best", "worst", "best-to", "to-worst"}),
        "swing": frozenset({"points"}),
        "rank_order": frozenset({"rank"}),
        "ordered_candidates": frozenset({"place"}),
    }
)
SETTINGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "direct": frozenset(),
        "ahp": frozenset({"priorities", "index", "scale"}),
        "best_worst": frozenset({"model"}),
        "swing": frozenset(),
        "rank_order": frozenset({"formula", "exponent"}),
        "ordered_candidates": frozenset(),
    }
)
# Ways that ask about candidates, and so about the whole tree at once; their answers stand at the top.
WHOLE = frozenset({"ordered_candidates"})
JOINS = ("priorities", "judgements")
MEMBER_LIMIT = 40
ROLE_LIMIT = 120
LARGEST_VALUE = 1e6


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One answer. question: a question of its way.  first, second: criteria, candidates for `place`; second is empty where one alone is asked about.

    ratio: the first is `value` times as important as the second.  best, worst: the first is it (value 1).  best-to: the best is
    `value` times the first; to-worst: the first is `value` times the worst.  points: the first has them.  rank: 1 is first.  place: of a candidate, 1 is the best.
    """

    question: str
    first: str
    second: str
    value: float

    def __post_init__(self) -> None:
        value = 1.0 if self.question in ("best", "worst") else plain_float(self.value)
        object.__setattr__(self, "value", value)
        least = (
            0.0
            if self.question == "points"
            else 1.0
            if self.question in ("rank", "place", "best-to", "to-worst")
            else None
        )
        fits = value is not None and isfinite(value) and value <= LARGEST_VALUE
        if not fits or value is None or (value < least if least is not None else value < 1 / LARGEST_VALUE):
            raise WeightsError(
                _(
                    "The judgement about '{first}' is {value}; give a number {range}.",
                    first=clean_text(self.first, 60),
                    value=self.value,
                    range=_("of at least {least:g}", least=least) if least is not None else _("above 0"),
                )
            )


@dataclass(frozen=True, slots=True)
class Answers:
    """All judgements of one member, asked in one way, about the children of one node; the empty text is the top.

    settings: what the way leaves open, by name (`priorities`, `index`, `scale`, `model`, `formula`, `exponent`).
    """

    node: str
    way: str
    judgements: tuple[Judgement, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise WeightsError(
                _(
                    "There is no way '{way}' to ask for weights; choose from {known}.",
                    way=clean_text(self.way, 40),
                    known=", ".join(WAYS),
                )
            )
        if self.way in WHOLE and self.node:
            raise WeightsError(
                _(
                    "'{way}' asks about the whole tree at once; leave the part of the tree blank.",
                    way=self.way,
                )
            )
        for judgement in self.judgements:
            if judgement.question not in WAYS[self.way]:
                raise WeightsError(
                    _(
                        "'{question}' is no question of '{way}'; choose from {known}.",
                        question=clean_text(judgement.question, 40),
                        way=self.way,
                        known=", ".join(sorted(WAYS[self.way])),
                    )
                )
        known = SETTINGS[self.way]
        object.__setattr__(
            self, "settings", tuple(sorted((n, v) for n, v in self.settings if n in known and v))
        )
        # One answer to each question: the last one counts.
        latest = {_key(judgement): _larger_first(judgement) for judgement in self.judgements}
        object.__setattr__(self, "judgements", tuple(latest[key] for key in sorted(latest)))

    @property
    def empty(self) -> bool:
        """Whether nothing was answered and nothing set."""
        return not self.judgements and not self.settings

    def setting(self, name: str, default: str) -> str:
        """Return a setting, or the default."""
        return dict(self.settings).get(name, default)

    def with_setting(self, name: str, value: str) -> Self:
        """Return the answers with one setting changed; the empty text takes it back."""
        return replace(self, settings=(*((n, v) for n, v in self.settings if n != name), (name, value)))

    def with_judgements(self, judgements: Iterable[Judgement]) -> Self:
        """Return the answers with these in place of earlier answers to the same questions."""
        return replace(self, judgements=(*self.judgements, *judgements))

    def without(self, question: str, first: str, second: str = "") -> Self:
        """Return the answers without the one to this question."""
        gone = _key(Judgement(question, first, second, 1.0))
        return replace(self, judgements=tuple(j for j in self.judgements if _key(j) != gone))

    def values(self, question: str) -> dict[str, float]:
        """Return the answers to a question about single criteria, by criterion."""
        return {j.first: j.value for j in self.judgements if j.question == question}


def _larger_first(judgement: Judgement) -> Judgement:
    """Return a ratio with the more important criterion first, so that equal judgements are equal values."""
    turned = judgement.value < 1 or (judgement.value == 1 and judgement.second < judgement.first)
    if judgement.question != "ratio" or not turned:
        return judgement
    return Judgement("ratio", judgement.second, judgement.first, 1.0 / judgement.value)


def _key(judgement: Judgement) -> tuple[str, ...]:
    if judgement.question == "ratio":  # either way round it is one question
        return (judgement.question, *sorted((judgement.first, judgement.second)))
    if judgement.question in ("best", "worst"):
        return (judgement.question,)
    return (judgement.question, judgement.first)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is asked. A stakeholder of the data is known by the profile's identifier and needs no name here.

    weight: what the member counts in the group, from 0 to a million; None for not said, which counts as 1.  answers: one for each node and way that was touched.
    ways: which way counts at a node, where one was chosen.  colour: six hexadecimal digits, or empty.
    """

    id: str
    name: str = ""
    role: str = ""
    colour: str = ""
    weight: float | None = None
    answers: tuple[Answers, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        checked_id(self.id, _("member"))
        put = object.__setattr__
        put(self, "name", checked_name(self.name, _("member")) if self.name else "")
        put(self, "role", clean_text(self.role, ROLE_LIMIT))
        put(self, "weight", plain_float(self.weight))
        colour = self.colour.lstrip("#").lower()
        put(self, "colour", colour if len(colour) == 6 and set(colour) <= set("0123456789abcdef") else "")
        if self.weight is not None and not 0 <= self.weight <= LARGEST_VALUE:
            raise WeightsError(
                _(
                    "What '{member}' counts is {weight}; give a number from 0 to a million.",
                    member=self.id,
                    weight=self.weight,
                )
            )
        latest = {(a.node, a.way): a for a in self.answers}
        put(self, "answers", tuple(latest[key] for key in sorted(latest)))
        # A way that asks about the whole tree is chosen for the whole tree.
        chosen = {node: way for node, way in self.ways if not (node and way in WHOLE)}
        put(self, "ways", tuple(sorted(chosen.items())))
        for _node, way in self.ways:
            if way not in WAYS:
                raise WeightsError(_("There is no way '{way}' to ask for weights.", way=clean_text(way, 40)))

    @property
    def counts(self) -> float:
        """What the member counts in the group."""
        return 1.0 if self.weight is None else self.weight

    def answers_to(self, node: str, way: str) -> Answers:
        """Return what the member answered about a node in one way; empty answers where nothing was.

        Of a way that asks about the whole tree at once, these are the answers at every node.
        """
        node = "" if way in WHOLE else node
        for answers in self.answers:
            if (answers.node, answers.way) == (node, way):
                return answers
        return Answers(node, way)

    def with_answers(self, answers: Answers) -> Self:
        """Return the member with these answers in place of those to the same node in the same way."""
        return replace(self, answers=(*self.answers, answers))

    def way_at(self, node: str) -> str:
        """Return the way chosen for a node; the empty text where none was. A way chosen for the whole tree counts where no other is."""
        chosen = dict(self.ways)
        top = chosen.get("", "")
        return chosen.get(node, top if top in WHOLE else "")

    def with_way(self, node: str, way: str) -> Self:
        """Return the member with another way for a node; what was answered in other ways stays.

        A way that asks about the whole tree takes the place of the ways chosen for its parts.
        """
        if way in WHOLE:
            return replace(self, ways=(("", way),))
        return replace(self, ways=(*self.ways, (node, way)))


@dataclass(frozen=True, slots=True)
class Panel:
    """What was said beyond the data: members touched or added, how the group is joined, whether others' scores stay hidden.

    open: whose answers are being given, empty for the profile of the scenario.  join: priorities (each member's own weights are averaged) or judgements (pairs are, where everybody compared pairs).
    """

    members: tuple[Member, ...] = ()
    join: str = "priorities"
    hidden: bool = False
    open: str = ""

    def __post_init__(self) -> None:
        if self.open:
            checked_id(self.open, _("member"))
        if self.join not in JOINS:
            raise ScenarioError(
                _(
                    "'{join}' is no way to join members; choose from {known}.",
                    join=self.join,
                    known=", ".join(JOINS),
                )
            )
        latest = {member.id: member for member in self.members}
        if len(latest) > MEMBER_LIMIT:
            raise ScenarioError(_("A panel can have at most {limit} members.", limit=MEMBER_LIMIT))
        object.__setattr__(self, "members", tuple(latest[key] for key in sorted(latest)))

    def member(self, identifier: str) -> Member | None:
        """Return what was said by a member, None where nothing was."""
        return next((member for member in self.members if member.id == identifier), None)

    def with_member(self, member: Member) -> Self:
        """Return the panel with this member in place of an earlier one with the same identifier."""
        return replace(self, members=(*self.members, member))
