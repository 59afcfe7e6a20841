"""The answers about shares of draws: who is first how often, and between which ranks each is."""

from __future__ import annotations

import numpy as np

from criteria.explain.numbers import points_up, share_with_error, spread_text
from criteria.explain.verdict import names
from criteria.model.evaluation import Evaluation
from criteria.model.number import grouped
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.evaluated.figures import Varied
from criteria.robustness.evaluated.inputs import evidence_of
from criteria.translation import translate as _

_ROUNDED = 0.005  # how far a figure in whole per cent may be from its share


def drawn_words(evaluation: Evaluation, varied: Varied) -> str:
    """Return of what the draws are, to stand behind them; where nothing comes with a range, of both are those of the weights."""
    settings = evaluation.scenario.uncertainty
    spread = spread_text(settings.spread, ranged=bool(evaluation.scenario.ranges))
    if varied == "both" and evidence_of(evaluation) is None:
        varied = "around"
    return {
        "both": _("weights within ±{spread} and the evidence", spread=spread),
        "around": _("weights within ±{spread}", spread=spread),
        "any": _("any weights"),
        "order": _("weights in the present order of importance"),
        "members": _("weights between those of the stakeholders"),
        "evidence": _("the evidence"),
    }[varied]


def shares_answer(evaluation: Evaluation, found: Acceptability, varied: Varied) -> str:
    """Return who is first how often, and the error.  varied: what was drawn, since other figures of the page draw something else."""
    parts = [
        _(
            "{name} in {share}",
            name=evaluation.alternatives[i].label,
            share=share_with_error(float(found.first[i]), found.draws, int(found.proved[i])),
        )
        for i in np.argsort(-found.first, kind="stable")[:3].tolist()
        if found.first[i] > 0
    ]
    return _(
        "Ranked first: {parts} of {draws} draws of {what}.",
        parts=names(parts),
        draws=grouped(found.draws),
        what=drawn_words(evaluation, varied),
    )


def ranks_answer(evaluation: Evaluation, found: Acceptability) -> str:
    """Return between which ranks the first three are in nine draws of ten, and how sure the figures of the heat map are."""
    parts = []
    for i in evaluation.order[:3]:
        name, (best, worst) = evaluation.alternatives[i].label, found.rank_interval(i)
        if best == worst:
            parts.append(_("{name} at {rank}", name=name, rank=best))
        else:
            parts.append(_("{name} between {best} and {worst}", name=name, best=best, worst=worst))
    said = _(
        "In nine draws of ten the ranks are: {parts}. Figures are per cent of the draws.", parts=names(parts)
    )
    if found.error == 0:  # nothing was drawn at random
        return said
    error = points_up(found.error + _ROUNDED).removesuffix("%")
    return _(
        "{said} Each is within ±{error} points of the true share, in 95 cases of 100.", said=said, error=error
    )
