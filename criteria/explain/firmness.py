"""How firm a lead is, in words: shares of first place, the methods' vote, the nearest change that dethrones the leader."""

from __future__ import annotations

from collections.abc import Mapping

from criteria.explain.lead import names
from criteria.explain.numbers import in_full, percent, plain, points_up, share_with_error, spread_text
from criteria.model.evaluation import Evaluation
from criteria.model.importance import slider_top
from criteria.model.number import grouped
from criteria.model.uncertainty import Uncertainty
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.sampling import least_share
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

# A lead is called firm where the lower end of its share's 95 % interval reaches 0.9, open where it falls below 0.6; of methods the share of votes.
FIRM = 0.9
OPEN = 0.6


def firmness_word(robustness: Robustness) -> tuple[str, bool]:
    """Return the words of the badge, which speak of weights, evidence and methods, and whether they call for care.

    Weights that were varied less than usual say how far, and those that were not varied at all say so and make nothing firm.
    """
    levels = firmness_levels(robustness)
    careful = robustness.fixed or set(levels.values()) != {"firm"}
    word = _joined(levels, whole="evidence" in levels and not robustness.fixed)
    if robustness.fixed:
        return _("{word}, weights not varied", word=word), careful
    if (robustness.ranged or robustness.spread < Uncertainty().spread) and levels["weights"] == "firm":
        spread = spread_text(robustness.spread, ranged=robustness.ranged)
        return _("{word}, weights within ±{spread}", word=word, spread=spread), careful
    return word, careful


def firmness_levels(robustness: Robustness) -> dict[str, str]:
    """Return how firm the lead is by each thing that was varied: "firm", "leaning" or "open"."""
    found = {what: _level(kind, robustness.leader) for what, kind in robustness.drawn.items()}
    if robustness.methods > 1:  # all votes are counted: there is no sampling error
        found["methods"] = level_of_share(robustness.agreeing / robustness.methods)
    return found


def _joined(levels: Mapping[str, str], *, whole: bool) -> str:
    """Return the levels in words, one word where they are all alike, or where all that was drawn is open.

    whole: whether everything was varied that can be.
    """
    words = level_words()
    alike = set(levels.values())
    if {level for what, level in levels.items() if what != "methods"} == {"open"} and "weights" in levels:
        return words["open"]
    if len(alike) == 1 and (whole or alike != {"firm"}):
        return words[alike.pop()]
    named = {"weights": _("weights"), "evidence": _("evidence"), "methods": _("methods")}
    told = {
        level: names([named[what] for what, found in levels.items() if found == level])
        for level in words
        if level in levels.values()
    }
    parts = {
        "firm": _("firm on {parts}", parts=told.get("firm", "")),
        "leaning": _("fairly stable to {parts}", parts=told.get("leaning", "")),
        "open": _("uncertain on {parts}", parts=told.get("open", "")),
    }
    return ", ".join(parts[level] for level in told)


def level_words() -> Mapping[str, str]:
    """Return the words for how firm a lead is, by level, the firmest first."""
    return {"firm": _("firm"), "leaning": _("fairly stable"), "open": _("too close to call")}


def level_explained(level: str) -> str:
    """Return what the word of a level means."""
    limits = {"firm": percent(FIRM), "open": percent(OPEN)}
    return {
        "firm": _(
            "Firm: the leader stays first in at least {firm} of the cases, the whole sampling error included.",
            **limits,
        ),
        "leaning": _(
            "Fairly stable: the leader stays first in at least {open} of the cases, but not surely in {firm}.",
            **limits,
        ),
        "open": _(
            "Too close to call, or uncertain: the leader may stay first in less than {open} of the cases.",
            **limits,
        ),
    }[level]


def words_explained(robustness: Robustness) -> str:
    """Return what each word of the badge means, the firmest first."""
    found = set(firmness_levels(robustness).values())
    return " ".join(level_explained(level) for level in level_words() if level in found)


def _level(found: Acceptability, leader: int) -> str:
    """Return the word that the whole 95 % interval of the leader's share earns; where it straddles a limit, the weaker one."""
    if found.proved[leader] > 0:
        return "firm"
    return level_of_share(least_share(float(found.first[leader]), found.draws))


def level_of_share(share: float) -> str:
    """Return how firm a leader is that stays first in this share of cases, all of which were counted."""
    return "firm" if share >= FIRM else "leaning" if share >= OPEN else "open"


def firmness(evaluation: Evaluation, robustness: Robustness) -> list[str]:
    """Return the sentences that say how firm the lead is and what would change it."""
    values = {
        "leader": evaluation.alternatives[robustness.leader].label,
        "weights": "" if robustness.fixed else _first_share(robustness.weights, robustness.leader),
        "spread": spread_text(robustness.spread, ranged=robustness.ranged),
        "agreed": _agreed(evaluation, robustness),
    }
    if robustness.evidence is None:
        first = _(
            "{leader} is first in {weights} of weightings within ±{spread}, and {agreed}.",
            **values,
        )
    elif robustness.fixed:
        values["evidence"] = _first_share(robustness.evidence, robustness.leader)
        first = _(
            "{leader} is first in {evidence} of the evidence's range, and {agreed}; weights are not varied.",
            **values,
        )
    else:
        values["evidence"] = _first_share(robustness.evidence, robustness.leader)
        first = _(
            "{leader} is first in {weights} of weightings within ±{spread}, in {evidence} of the evidence's range, and {agreed}.",
            **values,
        )
    return [first, nearest_change(evaluation, robustness)]


def _first_share(found: Acceptability, leader: int) -> str:
    return share_with_error(float(found.first[leader]), found.draws, int(found.proved[leader]))


def _agreed(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return under how many families of methods the leader is first, and who is first under more of them, if anybody."""
    most = max(range(len(robustness.first_under)), key=robustness.first_under.__getitem__)
    values = {
        "agreeing": robustness.agreeing,
        "methods": robustness.methods,
        "name": evaluation.alternatives[most].label,
        "count": robustness.first_under[most],
    }
    if robustness.first_under[most] <= robustness.agreeing:
        return _("under {agreeing} of {methods} families of methods", **values)
    if robustness.agreeing + robustness.first_under[most] > robustness.methods:
        return _(
            "under {agreeing} of {methods} families of methods, where {name} is first under {count} (ties count for both)",
            **values,
        )
    return _(
        "under {agreeing} of {methods} families of methods, where {name} is first under {count}", **values
    )


def agreed_about(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return of what the count of methods is one, and who is first under more families than the leader, if anybody."""
    most = max(range(len(robustness.first_under)), key=robustness.first_under.__getitem__)
    if robustness.first_under[most] <= robustness.agreeing:
        return _("families of methods put it first")
    return _(
        "families of methods put it first; {name} under {count}",
        name=evaluation.alternatives[most].label,
        count=robustness.first_under[most],
    )


def nearest_change(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return the least move of one importance slider that puts another candidate first, in words; it holds as printed."""
    change = robustness.change
    if change is None:
        return _(
            "No importance, moved alone between 0 and {top}, puts another candidate first.",
            top=plain(slider_top(evaluation.problem, evaluation.scenario)),
        )
    values = {
        "criterion": evaluation.problem.criterion(change.criterion).label,
        "now": plain(change.now),
        "then": in_full(change.then),
        "challenger": evaluation.alternatives[change.challenger].label,
    }
    if change.then >= change.now:
        return _(
            "Raising the importance of {criterion} from {now} to {then}, all others unchanged, puts {challenger} first.",
            **values,
        )
    return _(
        "Lowering the importance of {criterion} from {now} to {then}, all others unchanged, puts {challenger} first.",
        **values,
    )


def drawn(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return what was drawn behind the shares, with the sampling error."""
    values = {
        "draws": grouped(robustness.weights.draws),
        "spread": spread_text(evaluation.scenario.uncertainty.spread, ranged=robustness.ranged),
        "error": points_up(robustness.weights.error),
    }
    if robustness.evidence is None:
        return _("{draws} weightings drawn, each weight within ±{spread} (to ±{error}).", **values)
    values["evidence_draws"] = grouped(robustness.evidence.draws)
    values["evidence_error"] = points_up(robustness.evidence.error)
    if robustness.fixed:
        return _(
            "{evidence_draws} sets of ratings between low and high drawn (to ±{evidence_error}); weights are not varied.",
            **values,
        )
    return _(
        "{draws} weightings drawn, each weight within ±{spread} (to ±{error}), and {evidence_draws} sets of ratings between low "
        "and high (to ±{evidence_error}).",
        **values,
    )
