"""Why not the runner-up, and what would change the verdict."""

from __future__ import annotations

from criteria.explain.firmness import drawn, nearest_change
from criteria.explain.head_to_head import head_to_head
from criteria.explain.numbers import share_with_error
from criteria.explain.places import ranks_text
from criteria.explain.story.part import Part
from criteria.explain.strengths import standings
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.places import places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

NAMED = 3  # strengths of the runner-up that are named


def runner_up_part(evaluation: Evaluation, _robustness: Robustness | None) -> Part:
    """Return why the first is ahead of the second; rows and values: how much each group of criteria adds, in the first one's favour."""
    order = evaluation.order
    if len(order) < 2:
        return Part("runner-up", _("There is no runner-up: one candidate is left"))
    first, second = (evaluation.alternatives[i] for i in order[:2])
    found = head_to_head(evaluation, first.id, second.id)
    strong = [
        standing.criterion.label
        for standing in standings(evaluation, second.id)[:NAMED]
        if standing.effect > 0
    ]
    sentences = (
        (_("What favours most {name}: {listed}.", name=second.label, listed=", ".join(strong)),)
        if strong
        else ()
    )
    return Part(
        "runner-up",
        found.sentence.removesuffix("."),
        sentences,
        (_("Group of criteria"), _("{one} over {other}", one=first.label, other=second.label)),
        tuple((difference.group.label, difference.text) for difference in found.groups),
        tuple((difference.difference,) for difference in found.groups),
    )


def change_part(evaluation: Evaluation, robustness: Robustness | None) -> Part:
    """Return what would change the leader; rows and values: in which shares each candidate is first.  Rows only: its ranks in 90 % of the draws."""
    if robustness is None:
        return Part("change", _untested(evaluation))
    tried = list(robustness.drawn.values())
    names = {"weights": _("First in weightings"), "evidence": _("First in the evidence's range")}
    heads = [_("Candidate"), *(names[name] for name in robustness.drawn)]
    heads.append(_("First under families of methods"))
    places = places_of(robustness)
    heads += [_("Ranks in 90% of draws")] if places else []
    rows, values = [], []
    for i in evaluation.order:
        shares = [share_with_error(float(t.first[i]), t.draws, int(t.proved[i])) for t in tried]
        votes = _("{count} of {all}", count=robustness.first_under[i], all=robustness.methods)
        numbers = [*(float(t.first[i]) for t in tried), robustness.first_under[i] / robustness.methods]
        if any(numbers):
            ranks = [ranks_text(places[i])] if places else []
            rows.append((evaluation.alternatives[i].label, *shares, votes, *ranks))
            values.append(tuple(numbers))
    title = nearest_change(evaluation, robustness).removesuffix(".")
    return Part("change", title, (drawn(evaluation, robustness),), tuple(heads), tuple(rows), tuple(values))


def _untested(evaluation: Evaluation) -> str:
    values = {"method": evaluation.method_name}
    if len(evaluation.ranked) < 2:
        return _("With one candidate left there is no lead that could change")
    if evaluation.order_published != "complete":
        return _("{method} publishes no complete order: there is no lead to test", **values)
    return _("How firm this lead by {method} is has not been tested", **values)
