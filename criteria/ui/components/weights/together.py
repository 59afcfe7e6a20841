"""What the members together amount to: a card for each, and the disagreements in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from criteria.charts.palette import UNSPLIT
from criteria.explain import judging
from criteria.explain.numbers import percent
from criteria.explain.verdict import names
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.problem import Problem
from criteria.robustness.disagreement import Disagreement
from criteria.translation import translate as _
from criteria.ui.components.common.downloads import data_button
from criteria.ui.components.weights.asking import node_label
from criteria.ui.components.weights.members import member_names
from criteria.ui.markup import Markup, cell, heat_cell, joined, markup, row, table
from criteria.weighting.panel import GroupOfMembers, MemberWeights


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """What the page of stakeholders shows: everybody's weights, the group's, the ranking by the group's weights, who wins by whose.

    rows: the disagreement on each criterion, empty until it was asked for.
    """

    everybody: tuple[MemberWeights, ...]
    complete: tuple[MemberWeights, ...]
    group: GroupOfMembers
    evaluation: Evaluation
    winners: Mapping[str, tuple[tuple[int, ...], float]]
    rows: tuple[Disagreement, ...] = ()

    def name(self, member: MemberWeights) -> str:
        """Return a member's name, told apart from others of the same name and from the group."""
        return member_names([one.member for one in self.everybody])[member.member.id]

    def winner(self, member: MemberWeights) -> str:
        """Return who is first by a member's own weights, all of those who tie."""
        first, _lead = self.winners[member.member.id]
        return names([self.evaluation.alternatives[i].label for i in first])


def member_cards(problem: Problem, found: Together) -> Markup:
    """Return a small card for each member and one for the group: bars by group of criteria, who wins, how consistent."""
    cards = [
        _card(
            problem,
            _("The group"),
            found.group.global_weights,
            names([found.evaluation.alternatives[i].label for i in found.evaluation.leaders]),
            _(
                "Consensus on weights {consensus} · {word}",
                consensus=percent(found.group.consensus),
                word=judging.consensus_word(found.group.consensus, found.group.by_chance),
            ),
            whole=True,
        )
    ]
    for one in found.everybody:
        if one.global_weights is None:
            missing = [node_label(problem, node) for node, w in one.local.items() if w is None]
            note = _("Not yet: {nodes}", nodes=names(missing))
            cards.append(_card(problem, found.name(one), {}, "–", note, _source(one)))
            continue
        winner = found.winner(one) if one.member.id in found.winners else "–"
        worst = one.worst_consistency
        cluster = [
            found.name(other)
            for other in found.complete
            if other is not one
            and found.group.clusters.get(other.member.id) == found.group.clusters.get(one.member.id)
        ]
        notes = [
            _("Consistency ratio up to {ratio:.2f}", ratio=worst) if worst is not None else "",
            _("Like-minded: {names}", names=names(cluster)) if cluster else "",
        ]
        cards.append(
            _card(
                problem,
                found.name(one),
                one.global_weights,
                winner,
                " · ".join(filter(None, notes)),
                _source(one),
            )
        )
    return markup('<div class="c-cards">{cards}</div>', cards=joined(cards))


def _source(one: MemberWeights) -> str:
    """Return whether a member's weights were answered or are those of the profile."""
    if one.has_answered:
        return _("Answered")
    if not one.from_profile:
        return ""
    if one.from_profile == one.asked:
        return _("From the profile, not answered")
    return _(
        "{answered} of {all} parts answered, the others from the profile",
        answered=len(one.answered),
        all=len(one.asked),
    )


def _card(
    problem: Problem,
    name: str,
    weights: Mapping[str, float],
    winner: str,
    note: str,
    source: str = "",
    *,
    whole: bool = False,
) -> Markup:
    bars = joined(
        markup(
            '<div style="--group:{colour}"><span>{name}</span><em><i style="width:{width:.1f}%"></i></em><b>{share}</b></div>',
            colour=UNSPLIT,
            name=group.label,
            width=100 * float(weights[group.id]),
            share=percent(weights[group.id]),
        )
        for group in problem.groups
        if group.id in weights
    )
    return markup(
        '<div class="c-card{kind}"><h3>{name}</h3><p>{first} <b>{winner}</b></p><div class="c-bars">{bars}</div>{below}</div>',
        kind=" group" if whole else "",
        name=name,
        first=_("First:"),
        winner=winner,
        bars=bars,
        below=joined(markup("<small>{line}</small>", line=line) for line in (source, note) if line),
    )


def weights_table(problem: Problem, found: Together) -> None:
    """Draw everybody's weights of every criterion as a table, with the data as CSV."""
    columns = {_("The group"): found.group.global_weights} | {
        found.name(one): one.global_weights for one in found.everybody if one.global_weights is not None
    }
    largest = max(max(weights[leaf.id] for leaf in problem.leaves) for weights in columns.values()) or 1.0
    rows = []
    for node in problem.criteria:
        leaf = not problem.children(node.id)
        cells = (
            heat_cell(percent(share), min(55 * float(share) / largest, 55) if leaf else 0)
            for share in (weights[node.id] for weights in columns.values())
        )
        rows.append(
            row([cell(node.label, "name"), *cells], "" if leaf else "whole", style=f"--group:{UNSPLIT}")
        )
    st.html(table([(_("Criterion"), ""), *((name, "n") for name in columns)], rows))
    frame = pd.DataFrame(
        {"criterion_id": [c.id for c in problem.criteria], "criterion": [c.label for c in problem.criteria]}
        | {
            _("Weight of {name}", name=name): [weights[c.id] for c in problem.criteria]
            for name, weights in columns.items()
        }
    )
    data_button("weights-of-members", lambda: frame)
