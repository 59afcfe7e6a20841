"""The panel: each member's weights over the whole tree, and the group's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from criteria.errors import CriteriaError, WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.model.judgements import WAYS, WHOLE, Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.translation import translate as _
from criteria.weighting.chance import consensus_beyond_chance, reached_by_chance
from criteria.weighting.elicited import Elicited, comparison_matrix, elicited
from criteria.weighting.group import clusters, combine
from criteria.weighting.hierarchy import global_weights
from criteria.weighting.known_candidates import known_candidates

STAKEHOLDER = "profile"  # the kind of profile that is a person or department, not a scenario of weights
POINTS = 100.0  # what the weights of siblings sum to when they are taken over as importances
_DIGITS = 4


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class MemberWeights:
    """What one member's answers amount to.

    ways: the way chosen at each node.  nodes: for each node with children, what was elicited in that way.  local: the weights of its
    children; while that way gives none, those of the member's answers in another way, else of the profile's points, and the node
    is among `stand_ins`; None where there are none either.  global_weights: of every node; None unless all are known.
    leaf_weights: (n,), likewise.  answered: the nodes whose weights come from what the member answered.  asked: the nodes with
    something to ask, two children or more.
    """

    member: Member
    ways: Mapping[str, str]
    nodes: Mapping[str, Elicited]
    local: Mapping[str, FloatArray | None]
    global_weights: Mapping[str, float] | None
    leaf_weights: FloatArray | None
    stand_ins: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    @property
    def has_answered(self) -> bool:
        """Whether the member answered every part; the points of a profile, which nobody entered, are no answers."""
        return self.asked <= self.answered

    @property
    def from_profile(self) -> frozenset[str]:
        """The nodes whose weights are those of the profile."""
        return frozenset(node for node in self.asked - self.answered if self.local[node] is not None)

    @property
    def worst_consistency(self) -> float | None:
        """The largest inconsistency over the nodes, None where no way can tell."""
        told = [found.consistency for found in self.nodes.values() if found.consistency is not None]
        return max(told) if told else None


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class GroupOfMembers:
    """What the members together amount to.

    members: those who count and weighed something.  local: the group's weights at each node.  global_weights, leaf_weights: over
    the tree.  node_consensus: 0 (no more alike than by chance) to 1 for each node; consensus: over the leaves.  by_chance: what
    as many random members stay below in 95 of 100 trials, over the leaves.  clusters: for each member who weighed the whole
    tree the number of its like-minded cluster.  joined_judgements: nodes at which pairs were averaged.
    """

    members: tuple[MemberWeights, ...]
    local: Mapping[str, FloatArray]
    global_weights: Mapping[str, float]
    leaf_weights: FloatArray
    node_consensus: Mapping[str, float]
    consensus: float
    by_chance: float
    clusters: Mapping[str, int]
    joined_judgements: tuple[str, ...]


def nodes_of(problem: Problem) -> tuple[str, ...]:
    """Return the nodes that have children to weigh, the top first; the empty text is the top."""
    return ("", *(c.id for c in problem.criteria if problem.children(c.id)))


def items_of(problem: Problem, node: str) -> tuple[str, ...]:
    """Return the identifiers of a node's children."""
    return tuple(child.id for child in problem.children(node))


def panel_members(problem: Problem, panel: Panel, *, scenarios: bool = False) -> tuple[Member, ...]:
    """Return everybody who can be asked: the stakeholders of the data with what they said since, then those who were added.

    scenarios: with the data's scenarios of weights too, which count for nobody in the group.
    """
    known = [_of_the_data(problem, panel, p) for p in problem.profiles if scenarios or p.kind == STAKEHOLDER]
    profiles = {profile.id for profile in problem.profiles}
    added = [member for member in panel.members if member.id not in profiles]
    return (*known, *sorted(added, key=lambda member: member.name.casefold()))


def _of_the_data(problem: Problem, panel: Panel, profile: Profile) -> Member:
    said = panel.member(profile.id)
    base = tuple(answers for identifier, answers in problem.answers if identifier == profile.id)
    if said is None:
        return Member(profile.id, profile.name, profile.note[:120], answers=base)
    return replace(
        said,
        name=said.name or profile.name,
        role=said.role or profile.note[:120],
        answers=(*base, *said.answers),
    )


def points_of_profile(problem: Problem, member: str, node: str) -> Answers:
    """Return a profile's points for the children of a node as answers; empty ones for somebody without a profile."""
    profile = next((p for p in problem.profiles if p.id == member), None)
    given = dict(profile.importances) if profile else {}
    return Answers(
        node,
        "direct",
        tuple(
            Judgement("points", item, "", given[item]) for item in items_of(problem, node) if item in given
        ),
    )


def answers_at(problem: Problem, member: Member, node: str, way: str) -> Answers:
    """Return what a member answered about a node in a way; for points that nobody touched, those of the member's profile."""
    answers = member.answers_to(node, way)
    return points_of_profile(problem, member.id, node) if way == "direct" and answers.empty else answers


def way_that_counts(problem: Problem, member: Member, node: str) -> str:
    """Return the way chosen for a node; where none was, points for those with a profile, else the way already begun, or pairs."""
    if member.way_at(node):
        return member.way_at(node)
    if not points_of_profile(problem, member.id, node).empty:
        return "direct"
    begun = [answers.way for answers in member.answers if answers.node == node and answers.judgements]
    begun += [answers.way for answers in member.answers if answers.way in WHOLE and answers.judgements]
    return begun[0] if begun else "ahp"


def elicited_at(problem: Problem, node: str, answers: Answers) -> Elicited:
    """Return what a member's answers amount to for the children of a node."""
    items = items_of(problem, node)
    if answers.way not in WHOLE:
        return elicited(items, answers)
    try:
        return elicited(items, answers, candidates=known_candidates(problem, items))
    except CriteriaError as error:  # a value beyond its scale
        return Elicited(None, 0, 1, str(error))


def member_weights(problem: Problem, member: Member) -> MemberWeights:
    """Return what a member's answers amount to at every node."""
    ways = {node: way_that_counts(problem, member, node) for node in nodes_of(problem)}
    found = {
        node: elicited_at(problem, node, answers_at(problem, member, node, way)) for node, way in ways.items()
    }
    local = {node: one.weights for node, one in found.items()}
    asked = frozenset(node for node in found if len(items_of(problem, node)) > 1)
    own = {
        node
        for node in asked
        if found[node].weights is not None and member.answers_to(node, ways[node]).judgements
    }
    stand_ins = set()
    for node in (node for node, weights in local.items() if weights is None):
        others = [member.answers_to(node, way) for way in WAYS if way != ways[node]]
        for answers in (
            *(one for one in others if one.judgements),
            points_of_profile(problem, member.id, node),
        ):
            weights = None if answers.empty else elicited_at(problem, node, answers).weights
            if weights is not None:
                local[node] = weights
                stand_ins.add(node)
                own |= {node} if answers in others else set()
                break
    whole = _whole(problem, {node: weights for node, weights in local.items() if weights is not None})
    leaves = None if whole is None else _leaves(problem, whole)
    return MemberWeights(
        member, ways, found, local, whole, leaves, frozenset(stand_ins), frozenset(own), asked
    )


def _whole(problem: Problem, local: Mapping[str, FloatArray]) -> dict[str, float] | None:
    if any(node not in local for node in nodes_of(problem)):
        return None
    return global_weights({node: items_of(problem, node) for node in nodes_of(problem)}, local)


def _leaves(problem: Problem, whole: Mapping[str, float]) -> FloatArray:
    weights = np.array([whole[leaf.id] for leaf in problem.leaves])
    shares: FloatArray = weights / weights.sum()
    shares.setflags(write=False)
    return shares


def group_of(problem: Problem, panel: Panel, members: Sequence[MemberWeights]) -> GroupOfMembers:
    """Return what the members together amount to; a node somebody left blank is joined from the others.

    Raises WeightsError where nobody who counts weighed a node.
    """
    counting = [
        one for one in members if one.member.counts > 0 and any(w is not None for w in one.local.values())
    ]
    if not counting:
        raise WeightsError(_("No stakeholder has given weights yet: ask at least one."))
    local: dict[str, FloatArray] = {}
    agreement: dict[str, float] = {}
    by_pairs = []
    for node in nodes_of(problem):
        here = [one for one in counting if one.local[node] is not None]
        if not here:
            raise WeightsError(
                _(
                    "No stakeholder has given weights for the criteria of '{node}' yet: ask at least one.",
                    node=problem.criterion(node).label if node else problem.title,
                )
            )
        counts = [one.member.counts for one in here]
        own = np.array([one.local[node] for one in here])
        items = items_of(problem, node)
        if (
            panel.join == "judgements"
            and len(items) > 1
            and all(one.ways[node] == "ahp" and node not in one.stand_ins for one in here)
        ):
            matrices = [comparison_matrix(items, one.member.answers_to(node, "ahp")) for one in here]
            settings = {
                one.member.answers_to(node, "ahp").setting("priorities", "eigenvector") for one in here
            }
            priorities = settings.pop() if len(settings) == 1 else "eigenvector"
            local[node] = combine(np.array(matrices), member_weights=counts, priorities=priorities).weights
            by_pairs.append(node)
        else:
            local[node] = combine(own, how="priorities", member_weights=counts).weights
        agreement[node] = consensus_beyond_chance(own, counts)
    whole = global_weights({node: items_of(problem, node) for node in local}, local)
    complete = [one for one in counting if one.leaf_weights is not None]
    leaves = np.array([one.leaf_weights for one in complete])
    counted = [one.member.counts for one in complete]
    return GroupOfMembers(
        members=tuple(counting),
        local=local,
        global_weights=whole,
        leaf_weights=_leaves(problem, whole),
        node_consensus=agreement,
        consensus=consensus_beyond_chance(leaves, counted) if complete else 1.0,
        by_chance=reached_by_chance(leaves, counted) if complete else 0.0,
        clusters={
            one.member.id: int(number)
            for one, number in zip(complete, clusters(leaves) if complete else (), strict=True)
        },
        joined_judgements=tuple(by_pairs),
    )


def importances_from(problem: Problem, local: Mapping[str, FloatArray | None]) -> dict[str, float]:
    """Return points for the children of each node that has weights: their share of 100, to four decimals."""
    return {
        item: round(POINTS * float(share), _DIGITS)
        for node, weights in local.items()
        if weights is not None
        for item, share in zip(items_of(problem, node), weights, strict=True)
    }


def importances_of_leaves(problem: Problem, weights: FloatArray) -> dict[str, float]:
    """Return points for every node so that the leaves get these weights (n,): each node's share of its siblings, in points of 100."""
    leaves = {leaf.id: float(share) for leaf, share in zip(problem.leaves, weights, strict=True)}

    def total(node: str) -> float:
        children = problem.children(node)
        return fsum(total(child.id) for child in children) if children else leaves[node]

    local: dict[str, FloatArray | None] = {}
    for node in nodes_of(problem):
        shares = np.array([total(item) for item in items_of(problem, node)])
        whole = float(shares.sum())
        # A group without weight: its children keep equal points, which then count nothing.
        local[node] = shares / whole if whole > 0 else np.full(len(shares), 1.0 / len(shares))
    return importances_from(problem, local)
