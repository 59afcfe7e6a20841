"""Verbs on a problem: each returns a new problem, checked like any other; the old one stays as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import replace
from math import fsum
from typing import Protocol, Self, TypeVar

from criteria.errors import ProblemError, ScenarioError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.judgements import Answers
from criteria.model.performance_table import PerformanceTable
from criteria.model.points import EQUAL_IMPORTANCE
from criteria.model.profile import Profile
from criteria.model.text import clean_text
from criteria.model.tree import CriteriaTree
from criteria.translation import translate as _


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_HasId)


class ProblemEdits:
    """What a problem can be asked to become; `Problem` is one. Raises ProblemError where the new problem would contradict itself."""

    __slots__ = ()

    id: str
    criteria: tuple[Criterion, ...]
    alternatives: tuple[Alternative, ...]
    performances: PerformanceTable
    gates: tuple[Gate, ...]
    profiles: tuple[Profile, ...]
    answers: tuple[tuple[str, Answers], ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    default_profile: str
    tree: CriteriaTree

    def row(self, alternative: str) -> int:
        """Return the position of an alternative; raise ScenarioError if there is none."""
        raise NotImplementedError

    def _replaced(self, **changes: object) -> Self:
        return replace(self, **changes)  # type: ignore[type-var]

    def with_performance(self, alternative: str, criterion: str, performance: Performance) -> Self:
        """Return the problem with another performance of one alternative under one leaf: a correction."""
        return self.with_performances({(alternative, criterion): performance})

    def with_performances(self, performances: Mapping[tuple[str, str], Performance]) -> Self:
        """Return the problem with other performances, by alternative and leaf."""
        places = {(self.row(a), self.tree.column(c)): cell for (a, c), cell in performances.items()}
        return self._replaced(performances=self.performances.with_cells(places))

    def with_alternative(
        self, alternative: Alternative, performances: Mapping[str, Performance] | None = None
    ) -> Self:
        """Return the problem with this alternative in place of the one with its identifier, or added as the last.

        performances: by leaf; those not given stay as they are, unknown for a new alternative.
        """
        alternatives = _with_row(self.alternatives, alternative)
        row = [a.id for a in alternatives].index(alternative.id)
        rows = [i if i < len(self.alternatives) else -1 for i in range(len(alternatives))]
        table = self.performances.rearranged(rows, range(len(self.tree.leaves)))
        given = {(row, self.tree.column(leaf)): cell for leaf, cell in (performances or {}).items()}
        return self._replaced(alternatives=alternatives, performances=table.with_cells(given))

    def without_alternative(self, alternative: str) -> Self:
        """Return the problem without one alternative; raise ScenarioError if there is none of this identifier."""
        gone = self.row(alternative)
        kept = [i for i in range(len(self.alternatives)) if i != gone]
        return self._replaced(
            alternatives=tuple(self.alternatives[i] for i in kept),
            performances=self.performances.rearranged(kept, range(len(self.tree.leaves))),
        )

    def with_alternative_renamed(self, alternative: str, name: str, short_name: str = "") -> Self:
        """Return the problem with another name for one alternative; its identifier, which links contain, stays."""
        old = self.alternatives[self.row(alternative)]
        return self._replaced(
            alternatives=_with_row(self.alternatives, replace(old, name=name, short_name=short_name))
        )

    def with_criterion(
        self, criterion: Criterion, performances: Mapping[str, Performance] | None = None
    ) -> Self:
        """Return the problem with this criterion in place of the one with its identifier, or added as the last.

        performances: by alternative, for a leaf; those not given stay as they are. A leaf that gets a criterion below it is
        a group from then on, and what was known under it is gone.
        """
        given = {self.row(alternative): cell for alternative, cell in (performances or {}).items()}
        return self._with_tree(_with_row(self.criteria, criterion), criterion.id, given)

    def with_criterion_renamed(self, criterion: str, name: str, short_name: str = "") -> Self:
        """Return the problem with another name for one criterion; its identifier, which links contain, stays."""
        old = self.tree.node(criterion)
        return self._replaced(
            criteria=_with_row(self.criteria, replace(old, name=name, short_name=short_name))
        )

    def without_criterion(self, criterion: str) -> Self:
        """Return the problem without a criterion, all below it, and groups that would be left empty.

        Gates on what is gone go as well, and so does its part of profiles and of judgements.
        """
        node = self.tree.node(criterion)
        gone = {node.id, *(below.id for below in self.tree.below(node.id))}
        while node.parent and all(child.id in gone for child in self.tree.children(node.parent)):
            node = self.tree.node(node.parent)
            gone.add(node.id)
        return self._with_tree(tuple(c for c in self.criteria if c.id not in gone))

    def with_group(self, group: Criterion, members: Iterable[str]) -> Self:
        """Return the problem with criteria that stand beside each other below a new group, in the place of the first of them.

        Every profile gives the group the points of its members together, so that every leaf keeps its weight.
        Raises ProblemError where they do not stand beside each other, or none is named.
        """
        chosen = {self.tree.node(member).id: self.tree.node(member) for member in members}
        parents = {node.parent for node in chosen.values()}
        if len(parents) != 1:
            raise ProblemError(
                _(
                    "A new group can only hold criteria that are in the same group now: choose those of one group."
                )
            )
        (parent,) = parents
        criteria: list[Criterion] = []
        for node in self.criteria:
            if node.id in chosen and group.id not in {c.id for c in criteria}:
                criteria.append(replace(group, parent=parent))
            criteria.append(replace(node, parent=group.id) if node.id in chosen else node)
        return self._with_tree(tuple(criteria))._with_points(
            lambda points: {group.id: fsum(points[member] for member in chosen)}, self.profiles
        )

    def without_group(self, group: str) -> Self:
        """Return the problem with the criteria of a group beside each other where the group stood; every leaf keeps its weight.

        Raises ProblemError where it is no group.
        """
        node, members = self.tree.node(group), self.tree.children(group)
        if not members:
            raise ProblemError(_("'{name}' is no group of criteria.", name=node.name))
        criteria = tuple(replace(c, parent=node.parent) if c.parent == group else c for c in self.criteria)

        def shared(points: Mapping[str, float]) -> dict[str, float]:
            total = fsum(points[c.id] for c in members)
            if not total:
                return {c.id: points[group] / len(members) for c in members}
            return {c.id: float(f"{points[group] * points[c.id] / total:.12g}") for c in members}

        return self._with_tree(tuple(c for c in criteria if c.id != group))._with_points(
            shared, self.profiles
        )

    def _with_points(
        self, changed: Callable[[Mapping[str, float]], Mapping[str, float]], before: tuple[Profile, ...]
    ) -> Self:
        """Return the problem with other points in each profile.  changed: the new ones from all points of before."""
        profiles = []
        for now, old in zip(self.profiles, before, strict=True):
            said = dict(old.importances)
            points = changed(defaultdict(lambda: EQUAL_IMPORTANCE, said))
            # A range moves with its points; where there were none, nothing says how.
            ranges = [
                (name, low * points[name] / said[name], high * points[name] / said[name])
                if name in points and said.get(name)
                else (name, low, high)
                for name, low, high in now.ranges
            ]
            importances = tuple((dict(now.importances) | dict(points)).items())
            profiles.append(replace(now, importances=importances, ranges=tuple(ranges)))
        return self._replaced(profiles=tuple(profiles))

    def with_gate(self, gate: Gate) -> Self:
        """Return the problem with this gate in place of the one with its identifier, or added as the last."""
        return self._replaced(gates=_with_row(self.gates, gate))

    def without_gate(self, gate: str) -> Self:
        """Return the problem without one gate; raise ScenarioError if there is none of this identifier."""
        if gate not in {g.id for g in self.gates}:
            raise ScenarioError(_("There is no gate '{id}' in this problem.", id=clean_text(gate, 60)))
        return self._replaced(gates=tuple(g for g in self.gates if g.id != gate))

    def with_profile(self, profile: Profile) -> Self:
        """Return the problem with this profile in place of the one with its identifier, or added as the last."""
        return self._replaced(profiles=_with_row(self.profiles, profile))

    def without_profile(self, profile: str) -> Self:
        """Return the problem without one profile and its judgements; where it was the default, none is."""
        if profile not in {p.id for p in self.profiles}:
            raise ScenarioError(_("There is no profile '{id}' in this problem.", id=clean_text(profile, 60)))
        return self._replaced(
            profiles=tuple(p for p in self.profiles if p.id != profile),
            answers=tuple((member, answers) for member, answers in self.answers if member != profile),
            default_profile="" if self.default_profile == profile else self.default_profile,
        )

    def with_source(self, source: Source) -> Self:
        """Return the problem with this source in place of the one with its key, or added as the last."""
        kept = tuple(source if old.key == source.key else old for old in self.sources)
        return self._replaced(sources=kept if source in kept else (*kept, source))

    def with_title(self, title: str) -> Self:
        """Return the problem with another title."""
        return self._replaced(title=title)

    def with_notes(self, notes: Iterable[str]) -> Self:
        """Return the problem with other notes on its data; no figure depends on them, so nothing else is checked or written anew."""
        noted = copy(self)
        object.__setattr__(noted, "notes", tuple(clean_text(note) for note in notes))
        return noted

    def with_defaults(self, *, profile: str | None = None, method: str | None = None) -> Self:
        """Return the problem with another profile or method to begin with."""
        changes = {"default_profile": profile, "default_method": method}
        return self._replaced(**{name: value for name, value in changes.items() if value is not None})

    def _with_tree(
        self, criteria: tuple[Criterion, ...], leaf: str = "", given: Mapping[int, Performance] | None = None
    ) -> Self:
        """Return the problem with other criteria: cells follow their leaf, what names a node that is gone is dropped.

        given: cells under `leaf`, by row.
        """
        tree = CriteriaTree(criteria)
        columns = [self.tree.column(c.id) if self.tree.scored(c.id) else -1 for c in tree.leaves]
        table = self.performances.rearranged(range(len(self.alternatives)), columns)
        return self._replaced(
            criteria=criteria,
            performances=table.with_cells({(row, tree.column(leaf)): c for row, c in (given or {}).items()}),
            gates=tuple(g for g in self.gates if not g.criterion or tree.scored(g.criterion)),
            profiles=tuple(
                replace(
                    p,
                    importances=tuple((name, w) for name, w in p.importances if name in tree),
                    ranges=tuple(one for one in p.ranges if one[0] in tree),
                )
                for p in self.profiles
            ),
            answers=tuple(
                (member, _answers_within(tree, answers))
                for member, answers in self.answers
                if not answers.node or tree.children(answers.node)
            ),
        )


def _with_row(rows: tuple[_Row, ...], row: _Row) -> tuple[_Row, ...]:
    """Return the rows with this one in place of that with its identifier, or behind them."""
    if row.id not in {old.id for old in rows}:
        return (*rows, row)
    return tuple(row if old.id == row.id else old for old in rows)


def _answers_within(tree: CriteriaTree, answers: Answers) -> Answers:
    children = {child.id for child in tree.children(answers.node)}
    return replace(
        answers,
        judgements=tuple(
            j for j in answers.judgements if j.first in children and (not j.second or j.second in children)
        ),
    )
