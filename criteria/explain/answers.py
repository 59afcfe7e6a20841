"""The answer under each chart of the robustness page, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from criteria.explain.numbers import (
    number,
    percent,
    percent_between,
    percent_inside,
    points_up,
    share_with_error,
)
from criteria.explain.verdict import names
from criteria.explain.voters import joined_votes
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.number import percent_of_area
from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import TIE
from criteria.robustness.agreement import Agreement
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated.figures import Unsettled
from criteria.robustness.flip import Flip
from criteria.robustness.rank_reversal import Change
from criteria.robustness.sweep import Stretch, Sweep
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _
from criteria.translation import translate_count

_NARROW = 1e-4  # of all weight: between two places that near to each other nothing is said of who leads


def _label(evaluation: Evaluation, position: int) -> str:
    return evaluation.alternatives[position].label


def sweep_answer(evaluation: Evaluation, sweep: Sweep, criterion: str) -> str:
    """Return who leads alone from which weight on, by the exact crossings, and who leads now."""
    now = _leading_now(evaluation)
    if not sweep.stretches:
        return _(
            "No candidate leads alone, whatever {criterion} weighs; {now}.", criterion=criterion, now=now
        )
    first = sweep.stretches[0]
    if (first.low, first.high) == (0, 1):
        leader = _label(evaluation, first.leader)
        return _("{name} leads whatever the weight of {criterion}.", name=leader, criterion=criterion)
    values = {
        "criterion": criterion,
        "first": _label(evaluation, first.leader),
        "others": names(list(_taking_turns(evaluation, sweep.stretches))),
        "share": percent(sweep.present),
        "now": now,
    }
    if first.low > 0:
        return _(
            "No candidate leads alone at a low weight of {criterion}; then {others}. Its weight is now {share}, and {now}.",
            **values,
        )
    return _(
        "{first} leads at a low weight of {criterion}; then {others}. Its weight is now {share}, and {now}.",
        **values,
    )


def _taking_turns(evaluation: Evaluation, stretches: Sequence[Stretch]) -> Iterator[str]:
    """Yield who leads alone from where on, and from where on nobody does, after what holds at the least weight."""
    reached = stretches[0].high if stretches[0].low == 0 else 0.0
    for stretch in (one for one in stretches[reached > 0 :] if one.high - one.low > _NARROW):
        if 0 < reached < stretch.low - _NARROW:
            yield _("no candidate alone from {share}", share=percent_between(reached, stretch.low))
        yield _(
            "{name} from {share}",
            name=_label(evaluation, stretch.leader),
            share=percent_between(stretch.low, stretch.high),
        )
        reached = stretch.high
    if reached < 1 - _NARROW:
        yield _("no candidate alone from {share}", share=percent_between(reached, 1.0))


def _leading_now(evaluation: Evaluation) -> str:
    """Return who is first now, as the headline has it."""
    if tied := _tied(evaluation):
        return _("{names} share first place", names=tied)
    return _("{name} leads", name=_label(evaluation, evaluation.order[0]))


def _tied(evaluation: Evaluation) -> str:
    """Return the names of those who share first place now, the empty text where one is first alone."""
    first = evaluation.leaders
    return names([_label(evaluation, i) for i in first]) if len(first) > 1 else ""


def intervals_answer(evaluation: Evaluation, best: FloatArray) -> str:
    """Return the weights with the least room."""
    if tied := _tied(evaluation):
        return _("{names} share first place: there is no lead that weights could keep.", names=tied)
    room = np.minimum(
        np.where(best[:, 0] > 0, evaluation.weights - best[:, 0], np.inf),
        np.where(best[:, 1] < 1, best[:, 1] - evaluation.weights, np.inf),
    )
    tight = [int(j) for j in np.argsort(room, kind="stable")[:3] if np.isfinite(room[j])]
    leader = _label(evaluation, evaluation.order[0])
    if not tight:
        return _("No weight, moved alone, takes first place from {leader}.", leader=leader)
    parts = []
    for j in tight:
        low, high = percent_inside(float(best[j, 0]), float(best[j, 1]), float(evaluation.weights[j]))
        name = evaluation.problem.leaves[j].label
        parts.append(_("{name} ({low} to {high})", name=name, low=low, high=high))
    free = int(np.sum(~np.isfinite(room)))
    return _(
        "{leader} keeps first place while each weight stays in its light bar; least room: {tight}. {free} of {all} weights can take "
        "any value.",
        leader=leader,
        tight=names(parts),
        free=free,
        all=len(room),
    )


def flip_answer(evaluation: Evaluation, flip: Flip | None) -> str:
    """Return how much weight has to move for whom to lead, rounded up: so much is enough."""
    if tied := _tied(evaluation):
        return _("{names} share first place now: no weight has to move for them to be level.", names=tied)
    leader = _label(evaluation, evaluation.order[0])
    if flip is None:
        return _("No weights were found at which a candidate other than {leader} leads.", leader=leader)
    values = {
        "moved": points_up(flip.distance / 2),
        "challenger": _label(evaluation, flip.challenger),
        "leader": leader,
    }
    if flip.exact:
        return _(
            "Moving {moved} of the weight ties {challenger} with {leader}: the fewest percentage points that change the leader.",
            **values,
        )
    return _(
        "Moving {moved} of the weight ties {challenger} with {leader}: the nearest found by a search from the present weights and "
        "from thousands of drawn ones; a nearer one may exist.",
        **values,
    )


def tornado_answer(tornado: Tornado, names_of_rows: list[str]) -> str:
    """Return what moves the lead most, and how many ranges lose it."""
    if not names_of_rows:
        return _("Nothing comes with a range.")
    if abs(tornado.present) <= TIE:
        return _("First place is shared: there is no lead that a range could take away.")
    losing, out = (int(np.sum(ends.any(axis=1))) for ends in (tornado.lost, tornado.out))
    most = {"name": names_of_rows[0], "all": len(tornado.leads), "out": out}
    if losing == 0:
        return _("{name} moves the lead most; none of these ranges alone takes it away.", **most)
    if len(tornado.leads) == 1:
        return _("{name} alone moves the lead; its range is wide enough to take it away.", **most)
    said = translate_count(
        "{name} moves the lead most. {count} of {all} ranges is wide enough, alone, to take the lead away.",
        "{name} moves the lead most. {count} of {all} ranges are wide enough, each alone, to take the lead away.",
        losing,
        **most,
    )
    return (
        _("{said} At an end of {out} of them the leader fails a must-have.", said=said, out=out)
        if out
        else said
    )


def map_answer(evaluation: Evaluation, found: DecisionMap, groups: list[str]) -> str:
    """Return who leads on how much of the map, and how sure that is: 0.3 points and the rounding; of a method that runs one draw at a time, off how few points."""
    parts = [
        _("{name} on {share}", name=_label(evaluation, leader), share=percent_of_area(share))
        for leader, share in list(found.areas().items())[:4]
    ]
    values = {
        "groups": names(groups),
        "together": percent(found.together),
        "parts": names(parts),
        "count": len(found.points),
    }
    if METHODS[evaluation.scenario.method].batched:
        return _(
            "{groups} share {together} of the weight here, the rest keeps its own. First: {parts} of the triangle, each to ±1 point.",
            **values,
        )
    return _(
        "{groups} share {together} of the weight here, the rest keeps its own. First: {parts} of the triangle, read off {count} points of it.",
        **values,
    )


def agreement_answer(evaluation: Evaluation, found: Agreement) -> str:
    """Return who is first under how many families of methods, which methods share a vote, and which method stands most apart."""
    votes, total = found.votes, len(found.methods)
    parts = [
        _("{name} under {count}", name=_label(evaluation, int(i)), count=int(votes[i]))
        for i in np.argsort(-votes, kind="stable")[:3]
        if votes[i] > 0
    ]
    values = {"total": len(found.families), "parts": names(parts)}
    if votes.sum() > len(found.families):
        sentence = _("Of {total} families of methods, first is {parts} (ties count for each).", **values)
    else:
        sentence = _("Of {total} families of methods, first is {parts}.", **values)
    if together := joined_votes(found.families):
        sentence = _("{sentence} {more}", sentence=sentence, more=together)
    if total < 3:
        return sentence
    alike = (found.kendall.sum(axis=1) - 1) / (total - 1)
    odd = int(np.argmin(alike))
    return _(
        "{sentence} {method} differs most from the others (mean Kendall τ {tau}).",
        sentence=sentence,
        method=METHODS[found.methods[odd]].name,
        tau=number(float(alike[odd]), 2),
    )


def reversal_answer(evaluation: Evaluation, changes: tuple[Change, ...]) -> str:
    """Return how many of the changes tried reorder the others."""
    tried = [change for change in changes if not change.reason]
    turned, moved = sum(c.reversed for c in tried), sum(c.leader_changed for c in tried)
    if not tried:
        return _("No change could be tried under {method}.", method=evaluation.method_name)
    if len(tried) == 1:
        return (
            _("The one change tried reorders the others under {method}.", method=evaluation.method_name)
            if turned
            else _(
                "The one change tried does not reorder the others under {method}.",
                method=evaluation.method_name,
            )
        )
    if turned == 0:
        return _(
            "None of {tried} changes tried reorders the others under {method}.",
            tried=len(tried),
            method=evaluation.method_name,
        )
    return translate_count(
        "{count} of {tried} changes tried reorders unrelated candidates under {method}; who is first changes in {moved}.",
        "{count} of {tried} changes tried reorder unrelated candidates under {method}; who is first changes in {moved}.",
        turned,
        tried=len(tried),
        moved=moved,
        method=evaluation.method_name,
    )


def unsettled_share(found: Unsettled) -> str:
    """Return how often somebody else is first: with its error where that was drawn, and as a bound where it was never or always seen."""
    return share_with_error(found.share, found.draws, found.proved) if found.draws else percent(found.share)


def shares_of_instability(evaluation: Evaluation, shares: Mapping[str, Unsettled]) -> str:
    """Return which choice unsettles first place most; shares: by what is varied, how often somebody else is first."""
    parts = [
        _("{what} {share}", what=what, share=unsettled_share(found))
        for what, found in sorted(shares.items(), key=lambda p: -p[1].share)
    ]
    if tied := _tied(evaluation):
        return _(
            "{names} share first place. {leader} is not first when one thing alone is varied: {parts}.",
            names=tied,
            leader=_label(evaluation, evaluation.order[0]),
            parts=names(parts),
        )
    return _(
        "A candidate other than {leader} is first when one thing alone is varied: {parts}.",
        leader=_label(evaluation, evaluation.order[0]),
        parts=names(parts),
    )
