"""What is known: alternatives, criteria tree, performances, evidence, gates, profiles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Any

import numpy as np

from criteria.errors import ProblemError, ScenarioError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.edits import ProblemEdits
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.judgements import Answers
from criteria.model.performance_table import PerformanceTable
from criteria.model.points import EQUAL_IMPORTANCE
from criteria.model.profile import Profile
from criteria.model.scenario import Scenario
from criteria.model.text import checked_name, clean_text
from criteria.model.tree import CriteriaTree
from criteria.model.uncertainty import Uncertainty, usual_draws
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Problem(ProblemEdits):
    """A decision problem, checked at construction, frozen all the way down, hashable.

    performances: one row for each alternative, one cell for each leaf of the criteria tree, in the order of `leaves`; rows of
    cells become a table.
    answers: what stakeholders judged already, by profile; figures depend on them only where somebody takes them over.
    facts: subject (a candidate, or anything else), category, fact and the key of its source, which may be left out or empty.
    fingerprint: eight hexadecimal digits that change with anything that figures depend on.
    """

    id: str
    title: str
    criteria: tuple[Criterion, ...]
    alternatives: tuple[Alternative, ...]
    performances: PerformanceTable
    gates: tuple[Gate, ...] = ()
    profiles: tuple[Profile, ...] = ()
    answers: tuple[tuple[str, Answers], ...] = ()
    sources: tuple[Source, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    default_profile: str = ""
    default_method: str = "topsis"
    fingerprint: str = field(init=False, compare=False, repr=False, default="")
    tree: CriteriaTree = field(init=False, compare=False, repr=False)
    _row: Mapping[str, int] = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for name in (
            "criteria",
            "alternatives",
            "gates",
            "profiles",
            "answers",
            "sources",
            "facts",
            "glossary",
        ):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        object.__setattr__(self, "facts", tuple((*fact, "")[:4] for fact in self.facts))
        object.__setattr__(self, "notes", tuple(clean_text(note) for note in self.notes))
        _refuse_duplicates([c.id for c in self.criteria], _("criterion"))
        _refuse_duplicates([a.id for a in self.alternatives], _("candidate"))
        _refuse_duplicates([a.name for a in self.alternatives], _("candidate"))
        _refuse_duplicates([g.id for g in self.gates], _("gate"))
        _refuse_duplicates([p.id for p in self.profiles], _("profile"))
        if not self.criteria:
            raise ProblemError(_("There are no criteria: give at least one."))
        if not self.alternatives:
            raise ProblemError(_("There are no candidates: give at least one."))
        put = object.__setattr__
        put(self, "title", checked_name(self.title, _("problem")))
        put(self, "tree", CriteriaTree(self.criteria))
        put(self, "_row", MappingProxyType({a.id: i for i, a in enumerate(self.alternatives)}))
        put(self, "performances", self._table())
        self._check_cells()
        self._check_names()
        put(self, "fingerprint", hashlib.sha256(self._content().encode()).hexdigest()[:8])

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def _content(self) -> str:
        """Return everything that figures depend on, as Python writes it; names and texts are not among it."""
        criteria = [
            (c.id, c.parent, c.maximize, c.scale and (c.scale.low, c.scale.high), c.thresholds)
            for c in self.criteria
        ]
        rest = (
            [(g.id, g.hard, g.operator, g.criterion, g.threshold, g.attribute, g.asked) for g in self.gates],
            [(p.id, p.importances) for p in self.profiles],
            (self.default_profile, self.default_method),
        )
        alternatives = [(a.id, a.attributes) for a in self.alternatives]
        numbers = self.performances.numbers_written()
        return f"({', '.join((repr(criteria), repr(alternatives), numbers, *map(repr, rest)))})"

    def _table(self) -> PerformanceTable:
        given = self.performances
        shape = (len(self.alternatives), len(self.leaves))
        rows = given if isinstance(given, PerformanceTable) else [tuple(row) for row in given]
        if len(rows) != shape[0] or any(
            length != shape[1]
            for length in ([given.shape[1]] if isinstance(given, PerformanceTable) else map(len, rows))
        ):
            raise ProblemError(
                _(
                    "There must be one cell for each of {m} candidates and {n} criteria.",
                    m=shape[0],
                    n=shape[1],
                )
            )
        return given if isinstance(given, PerformanceTable) else PerformanceTable.of(rows)

    def _check_cells(self) -> None:
        table = self.performances
        bounds = np.array(
            [(c.scale.low, c.scale.high) if c.scale else (-np.inf, np.inf) for c in self.leaves]
        )
        beyond = (table.low < bounds[:, 0]) | (table.high > bounds[:, 1])
        for i, j in np.argwhere(beyond)[:1]:
            check_on_scale(self.alternatives[i], self.leaves[j], table.cell(i, j))
        known = np.logical_or.reduce(table.known, axis=0)
        for j, criterion in enumerate(self.leaves):
            if not known[j]:
                raise ProblemError(
                    _(
                        "Nothing is known under '{criterion}': fill in at least one candidate, or leave the criterion out.",
                        criterion=criterion.name,
                    )
                )

    def _check_names(self) -> None:
        for gate in self.gates:
            if gate.criterion and not self.tree.scored(gate.criterion):
                raise ProblemError(
                    _(
                        "Gate '{id}' asks about '{criterion}', which is not a criterion that is scored.",
                        id=gate.id,
                        criterion=gate.criterion,
                    )
                )
        for profile in self.profiles:
            for name, *_points in (*profile.importances, *profile.ranges):
                if name not in self.tree:
                    raise ProblemError(
                        _(
                            "Profile '{profile}' weighs '{name}', which is not a criterion.",
                            profile=profile.name,
                            name=name,
                        )
                    )
        if self.default_profile and self.default_profile not in {p.id for p in self.profiles}:
            raise ProblemError(_("There is no profile '{id}' to begin with.", id=self.default_profile))

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that are scored, in the order of the columns."""
        return self.tree.leaves

    @property
    def groups(self) -> tuple[Criterion, ...]:
        """The criteria at the top of the tree; in a flat list, all of them."""
        return self.children("")

    def children(self, criterion: str) -> tuple[Criterion, ...]:
        """Return the nodes below this one, in order; none below a leaf. The empty text stands for the top."""
        return self.tree.children(criterion)

    def criterion(self, identifier: str) -> Criterion:
        """Return the criterion with this identifier; raise ScenarioError if there is none."""
        return self.tree.node(identifier)

    def row(self, alternative: str) -> int:
        """Return the position of an alternative; raise ScenarioError if there is none."""
        try:
            return self._row[alternative]
        except KeyError:
            raise ScenarioError(
                _("There is no candidate '{id}' in this problem.", id=clean_text(alternative, 60))
            ) from None

    def column(self, criterion: str) -> int:
        """Return the position of a leaf among `leaves`; raise ScenarioError if there is none."""
        return self.tree.column(criterion)

    def group_of(self, leaf: str) -> Criterion:
        """Return the node at the top of the tree that a leaf belongs to."""
        return self.tree.group_of(leaf)

    def performance(self, alternative: str, criterion: str) -> Performance:
        """Return what is known of an alternative under a leaf."""
        return self.performances.cell(self.row(alternative), self.column(criterion))

    def profile(self, identifier: str) -> Profile:
        """Return the profile with this identifier; raise ScenarioError if there is none."""
        for profile in self.profiles:
            if profile.id == identifier:
                return profile
        raise ScenarioError(_("There is no profile '{id}' in this problem.", id=clean_text(identifier, 60)))

    def importances_of(self, profile: str) -> tuple[tuple[str, float], ...]:
        """Return points for every node of the tree, in order; equal ones where the profile says nothing."""
        given = dict(self.profile(profile).importances) if profile else {}
        return tuple((c.id, float(given.get(c.id, EQUAL_IMPORTANCE))) for c in self.criteria)

    def to_decision_matrix(self) -> Any:
        """Return the likely performances, directions and base weights as scikit-criteria's DecisionMatrix.

        Raises ProblemError where a cell is unknown.
        """
        # The exchange stands in a room above; a method of the value is what callers expect.
        return import_module("criteria.files.decision_matrix").decision_matrix_of(self)

    def base_scenario(self, profile: str | None = None) -> Scenario:
        """Return the scenario in which nothing was changed yet, with this profile's importances or the default ones."""
        chosen = self.default_profile if profile is None else profile
        return Scenario(
            problem=self.id,
            profile=chosen,
            method=self.default_method,
            importances=self.importances_of(chosen),
            uncertainty=self.base_uncertainty,
        )

    @property
    def base_uncertainty(self) -> Uncertainty:
        """The settings of the robustness figures that this problem comes with: draws by its size, everything else as usual."""
        return Uncertainty(draws=usual_draws(len(self.alternatives) * len(self.leaves)))


def check_on_scale(alternative: Alternative, criterion: Criterion, cell: Performance) -> None:
    """Raise ProblemError if a performance lies beyond its criterion's declared scale."""
    scale = criterion.scale
    if scale is None or cell.low is None or cell.high is None:
        return
    for value in (cell.low, cell.high):
        if not scale.contains(value):
            raise ProblemError(
                _(
                    "{alternative}, {criterion}: {value:g} lies beyond the scale from {low:g} to {high:g}; "
                    "correct the value or widen the scale.",
                    alternative=alternative.name,
                    criterion=criterion.name,
                    value=value,
                    low=scale.low,
                    high=scale.high,
                )
            )


def _refuse_duplicates(names: Sequence[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise ProblemError(
                _("There are two of the {what} '{name}': give each a name of its own.", what=what, name=name)
            )
        seen.add(name.casefold())
