"""What judgements amount to, in sentences: consistency, the judgement that fits worst, effect on the ranking, disagreement."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10

from criteria.explain.lead import lead_sentence
from criteria.explain.numbers import number, percent, percent_in_full, percent_inside
from criteria.explain.verdict import names
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.robustness.disagreement import Disagreement
from criteria.robustness.regret import Regret
from criteria.translation import later, translate_count
from criteria.translation import translate as _
from criteria.weighting.ahp import ACCEPTABLE_RATIO
from criteria.weighting.elicited import Elicited
from criteria.weighting.suggestions import Suggestion

CONTRADICTORY = 2.0  # times what is acceptable: a consistency ratio of 0.20
CONSENSUS_WORDS = (
    (0.9, later("near agreement")),
    (0.75, later("much agreement")),
    (0.5, later("some agreement")),
    (0.0, later("little agreement")),
)
_NEAR = 0.1  # a chain this near to what all answers imply needs no second figure
_SAME = 0.006  # ratios this near to 1 are read as "as important as"


def consistency_word(found: Elicited) -> tuple[str, str]:
    """Return a word for how consistent answers are, and the kind of mark it gets: good, warn, fail or info."""
    degree = found.priorities.inconsistency if found.priorities is not None else found.consistency
    if degree is None:
        return _("cannot contradict itself"), "info"
    if (
        found.priorities is not None
        and found.weights is not None
        and 1 < len(found.weights) == found.said + 1
    ):
        return _("nothing to contradict yet"), "info"
    if found.priorities is None:
        degree /= ACCEPTABLE_RATIO
    if degree <= 1.0:
        return _("consistent enough"), "good"
    if degree <= CONTRADICTORY:
        return _("some contradiction"), "warn"
    return _("contradictory"), "fail"


def comparison_in_words(first: str, second: str, ratio: float) -> str:
    """Return how much one is more important than the other, the more important one named first."""
    if abs(ratio - 1) <= _SAME:
        return _("{first} is as important as {second}", first=first, second=second)
    if ratio < 1:
        first, second, ratio = second, first, 1 / ratio
    return _(
        "{first} is {ratio} times as important as {second}", first=first, second=second, ratio=_ratio(ratio)
    )


def _ratio(value: float) -> str:
    if value < 1.1:
        return f"{value:.2f}"
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


def contradiction(labels: Sequence[str], comparisons: FloatArray, found: Suggestion) -> str:
    """Return the chain of judgements that contradicts one, and what they imply for it. comparisons: (n, n), as judged."""
    links = [
        comparison_in_words(labels[a], labels[b], float(comparisons[a, b])) for a, b in pairwise(found.chain)
    ]
    told = _(
        "You said: {links}. These two answers imply about: {so}; you entered: {entered}.",
        links=names(links),
        so=comparison_in_words(labels[found.first], labels[found.second], found.implied),
        entered=comparison_in_words(labels[found.first], labels[found.second], found.given),
    )
    if abs(found.implied / found.fitting - 1) <= _NEAR:
        return told
    fits = comparison_in_words(labels[found.first], labels[found.second], found.fitting)
    return _("{told} All other answers together would fit best with: {fits}.", told=told, fits=fits)


def beside(present: Evaluation) -> str:
    """Return who leads with the weights in use, to be read beside what other weights would do."""
    return _("With the weights in use {now}.", now=lead_sentence(present))


def consensus_word(consensus: float, by_chance: float) -> str:
    """Return a word for a consensus beyond chance between 0 and 1; by_chance: what random members stay below in 95 of 100 trials.

    What random members could reach as well is never called agreement.
    """
    if consensus <= by_chance:
        return _("no more than chance can give")
    return next(_(word) for least, word in CONSENSUS_WORDS if consensus >= least)


def consensus_sentence(consensus: float, by_chance: float, winners: Sequence[Hashable]) -> str:
    """Return how far members agree on weights, and whether they agree on the winner. winners: who is first by each one's own weights."""
    values = {
        "consensus": percent(consensus),
        "word": consensus_word(consensus, by_chance),
        "level": percent(by_chance),
    }
    different = len(set(winners))
    if different < 2:
        return _(
            "Consensus on weights {consensus}: {word}. 100% would be the same weights, 0% the mean of people who weigh at random; 95 of 100 "
            "such groups stay below {level}.",
            **values,
        )
    return _(
        "Consensus on weights {consensus}: {word} on weights, not on the winner: by their own weights {different} different candidates "
        "come first. 100% would be the same weights, 0% the mean of people who weigh at random; 95 of 100 such groups stay below {level}.",
        different=different,
        **values,
    )


def disagreement(evaluation: Evaluation, row: Disagreement, members: Sequence[str]) -> str:
    """Return what the spread between members does to the lead for one criterion. members: names, as in the row's shares."""
    low, high = int(row.shares.argmin()), int(row.shares.argmax())
    leader = evaluation.alternatives[evaluation.order[0]].label
    spread = _(
        "From {low} ({who_low}) to {high} ({who_high}); the group has {group}.",
        low=_printed(row, low),
        who_low=members[low],
        high=_printed(row, high),
        who_high=members[high],
        group=percent(row.group),
    )
    if row.spread < 5e-4 and not row.matters:
        return _("Everybody has {share}.", share=percent(float(row.shares[0])))
    inside = percent_inside(*row.stays, row.group)
    stays = _("{leader} stays first from {low} to {high}.", leader=leader, low=inside[0], high=inside[1])
    if not row.matters:
        return f"{spread} {stays}"
    others: dict[tuple[int, ...], list[str]] = {}
    for k in row.beyond:
        others.setdefault(row.leaders[k], []).append(members[k])
    changes = [
        _(
            "at the weight of {who} {leader} leads",
            who=names(who),
            leader=evaluation.alternatives[first[0]].label,
        )
        if len(first) == 1
        else _(
            "at the weight of {who} {leaders} share first place",
            who=names(who),
            leaders=names([evaluation.alternatives[i].label for i in first]),
        )
        for first, who in others.items()
    ]
    return _(
        "{spread} {stays} Outside that range, {changes}.", spread=spread, stays=stays, changes=names(changes)
    )


def _printed(row: Disagreement, k: int) -> str:
    """Return a member's weight with the digits at which what is said of it holds."""
    return percent_in_full(row.said[k]) if row.said else percent(float(row.shares[k]))


def disagreement_summary(
    problem: Problem, evaluation: Evaluation, rows: Sequence[Disagreement], winners: Mapping[str, str]
) -> str:
    """Return how much of the disagreement matters, and who would win by whose weights. winners: who is first by member, those who tie joined
    as `names` joins them.  rows: empty where they were not asked for, and then nothing is said of them.
    """
    leader = names([evaluation.alternatives[i].label for i in evaluation.leaders])
    matter = [problem.criterion(row.criterion).label for row in rows if row.matters]
    alone = sum(name == leader for name in winners.values())
    first = translate_count(
        "By the group's weights {lead}; so it is by the weights of {alone} of {count} member alone.",
        "By the group's weights {lead}; so it is by the weights of {alone} of {count} members alone.",
        len(winners),
        lead=lead_sentence(evaluation),
        alone=alone,
    )
    if not rows:
        return first
    if not matter:
        return _(
            "{first} On no single criterion does the spread between members change who leads.", first=first
        )
    return translate_count(
        "{first} Discuss {count} of {all} criteria and groups: {listed}.",
        "{first} Discuss {count} of {all} criteria and groups: {listed}.",
        len(matter),
        first=first,
        all=len(rows),
        listed=names(matter),
    )


def regret_sentence(evaluation: Evaluation, found: Regret, members: Sequence[str]) -> str:
    """Return who keeps the largest regret over the stakeholders smallest, and whose it is. members: names, as in the regrets.

    A regret is how far a candidate is behind, whether high or low scores are good; where it is a bound it is rounded up.
    """
    labels = [alternative.label for alternative in evaluation.alternatives]
    kept = float(found.largest.min())
    digits = 2 if kept >= 0.1 or kept <= 0 else min(6, 1 - floor(log10(kept)))
    if len(found.smallest) > 1:
        return _(
            "{who} have the lowest regret: no stakeholder's first choice has a score more than {regret} better than theirs.",
            who=names([labels[i] for i in found.smallest]),
            regret=number(ceil(kept * 10**digits - 1e-9) / 10**digits, digits),
        )
    chosen = found.smallest[0]
    if kept <= 0:
        return _("{who} is the first choice of every stakeholder: no regret.", who=labels[chosen])
    own = found.regrets[found.worst_for[chosen]]
    return _(
        "{who} has the lowest regret: for {member}, whom it suits least, its score is {regret} behind that of {best}; every other "
        "candidate is further behind some stakeholder's first choice.",
        who=labels[chosen],
        member=members[found.worst_for[chosen]],
        regret=number(kept, digits),
        best=labels[int(own.argmin())],
    )
