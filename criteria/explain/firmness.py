"""How firm a lead is, in words: shares of first place, the methods' vote, the nearest change that dethrones the leader."""

from __future__ import annotations

from criteria.explain.numbers import in_full, percent, plain, points_up, share_with_error
from criteria.model.evaluation import Evaluation
from criteria.model.importance import slider_top
from criteria.model.number import grouped
from criteria.model.uncertainty import Uncertainty
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.sampling import least_share
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

# A lead is called firm where the lower end of its share's 95 % interval reaches 0.9, open where it falls below 0.6.
FIRM = 0.9
OPEN = 0.6


def firmness_word(robustness: Robustness) -> tuple[str, bool]:
    """Return a word or two for the badge, and whether it calls for care; where weights were varied less than usual, how far."""
    if robustness.spread == 0:
        assert robustness.evidence is not None  # something was varied
        words = {
            "firm": _("firm on evidence, weights not varied"),
            "leaning": _("leaning on evidence, weights not varied"),
            "open": _("open on evidence, weights not varied"),
        }
        return words[_level(robustness.evidence, robustness.leader)], True
    word, careful = _word(robustness)
    if robustness.spread < Uncertainty().spread and _level(robustness.weights, robustness.leader) == "firm":
        return _("{word}, weights within ±{spread}", word=word, spread=percent(robustness.spread)), careful
    return word, careful


def _word(robustness: Robustness) -> tuple[str, bool]:
    weights = _level(robustness.weights, robustness.leader)
    if robustness.evidence is None:
        words = {"firm": _("firm on weights"), "leaning": _("leaning"), "open": _("too close to call")}
        return words[weights], weights != "firm"
    evidence = _level(robustness.evidence, robustness.leader)
    if weights == evidence:
        words = {"firm": _("firm"), "leaning": _("leaning"), "open": _("too close to call")}
        return words[weights], weights != "firm"
    pairs = {
        ("firm", "leaning"): _("firm on weights, leaning on evidence"),
        ("firm", "open"): _("firm on weights, open on evidence"),
        ("leaning", "firm"): _("leaning on weights, firm on evidence"),
        ("leaning", "open"): _("leaning on weights, open on evidence"),
        ("open", "firm"): _("open on weights, firm on evidence"),
        ("open", "leaning"): _("open on weights, leaning on evidence"),
    }
    return pairs[weights, evidence], True


def _level(found: Acceptability, leader: int) -> str:
    """Return the word that the whole 95 % interval of the leader's share earns; where it straddles a limit, the weaker one."""
    if found.proved[leader] > 0:
        return "firm"
    low = least_share(float(found.first[leader]), found.draws)
    return "firm" if low >= FIRM else "leaning" if low >= OPEN else "open"


def firmness(evaluation: Evaluation, robustness: Robustness) -> list[str]:
    """Return the sentences that say how firm the lead is and what would change it."""
    settings = evaluation.scenario.uncertainty
    values = {
        "leader": evaluation.alternatives[robustness.leader].label,
        "weights": "" if settings.spread == 0 else _first_share(robustness.weights, robustness.leader),
        "spread": percent(settings.spread),
        "agreed": _agreed(evaluation, robustness),
    }
    if robustness.evidence is None:
        first = _(
            "{leader} is first in {weights} of weightings within ±{spread}, and {agreed}.",
            **values,
        )
    elif settings.spread == 0:
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
        "spread": percent(evaluation.scenario.uncertainty.spread),
        "error": points_up(robustness.weights.error),
    }
    if robustness.evidence is None:
        return _("{draws} weightings drawn, each weight within ±{spread} (to ±{error}).", **values)
    values["evidence_draws"] = grouped(robustness.evidence.draws)
    values["evidence_error"] = points_up(robustness.evidence.error)
    if robustness.spread == 0:
        return _(
            "{evidence_draws} sets of ratings between low and high drawn (to ±{evidence_error}); weights are not varied.",
            **values,
        )
    return _(
        "{draws} weightings drawn, each weight within ±{spread} (to ±{error}), and {evidence_draws} sets of ratings between low "
        "and high (to ±{evidence_error}).",
        **values,
    )
