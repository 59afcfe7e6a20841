"""The criteria as a tree of any depth: groups share their weight among their children, leaves are scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from criteria.errors import ProblemError, ScenarioError
from criteria.model.criterion import Criterion
from criteria.model.text import clean_text
from criteria.translation import translate as _

DEPTH_LIMIT = 60  # levels of the criteria tree


@dataclass(frozen=True, slots=True)
class CriteriaTree:
    """The nodes in the order they were given, the leaves in the order in which the tree is read.

    Raises ProblemError for a parent that is no criterion, a circle, or a tree too deep to be meant.
    """

    nodes: tuple[Criterion, ...]
    leaves: tuple[Criterion, ...] = field(init=False, compare=False, repr=False, default=())
    _children: Mapping[str, tuple[Criterion, ...]] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )
    _by_id: Mapping[str, Criterion] = field(init=False, compare=False, repr=False, default_factory=dict)
    _column: Mapping[str, int] = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        put = object.__setattr__
        by_id = {node.id: node for node in self.nodes}
        children: dict[str, list[Criterion]] = {}
        for node in self.nodes:
            if node.parent and node.parent not in by_id:
                raise ProblemError(
                    _(
                        "Criterion '{id}' has the parent '{parent}', which is not a criterion.",
                        id=node.id,
                        parent=node.parent,
                    )
                )
            children.setdefault(node.parent, []).append(node)
        put(self, "_by_id", MappingProxyType(by_id))
        put(self, "_children", MappingProxyType({parent: tuple(nodes) for parent, nodes in children.items()}))
        reached = tuple(self._below_top())
        put(self, "leaves", tuple(node for node in reached if node.id not in children))
        put(self, "_column", MappingProxyType({leaf.id: j for j, leaf in enumerate(self.leaves)}))
        if len(reached) != len(self.nodes):
            raise ProblemError(_("The criteria tree runs in a circle: each group must lead to the top."))

    def _below_top(self) -> Iterator[Criterion]:
        """Yield the nodes in order, each before its children; refuse a tree too deep to be meant."""
        waiting = [(node, 1) for node in reversed(self.children(""))]
        while waiting:
            node, depth = waiting.pop()
            if depth > DEPTH_LIMIT:
                raise ProblemError(
                    _("The criteria tree is more than {limit} levels deep: merge some.", limit=DEPTH_LIMIT)
                )
            yield node
            waiting += [(child, depth + 1) for child in reversed(self.children(node.id))]

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._by_id

    def scored(self, identifier: str) -> bool:
        """Whether there is a leaf with this identifier."""
        return identifier in self._column

    def children(self, identifier: str) -> tuple[Criterion, ...]:
        """Return the nodes right below this one, in order; none below a leaf. The empty text stands for the top."""
        return self._children.get(identifier, ())

    def below(self, identifier: str) -> tuple[Criterion, ...]:
        """Return all nodes below this one, at any depth, each before its children."""
        return tuple(node for child in self.children(identifier) for node in (child, *self.below(child.id)))

    def node(self, identifier: str) -> Criterion:
        """Return the criterion with this identifier; raise ScenarioError if there is none."""
        try:
            return self._by_id[identifier]
        except KeyError:
            raise ScenarioError(
                _("There is no criterion '{id}' in this problem.", id=clean_text(identifier, 60))
            ) from None

    def column(self, identifier: str) -> int:
        """Return the position of a leaf among `leaves`; raise ScenarioError if there is none."""
        try:
            return self._column[identifier]
        except KeyError:
            raise ScenarioError(
                _(
                    "There is no criterion '{id}' that is scored in this problem.",
                    id=clean_text(identifier, 60),
                )
            ) from None

    def group_of(self, identifier: str) -> Criterion:
        """Return the node at the top of the tree that a node belongs to."""
        node = self.node(identifier)
        while node.parent:
            node = self._by_id[node.parent]
        return node
