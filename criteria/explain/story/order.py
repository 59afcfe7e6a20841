"""Verdict, and before and now: who leads, and who moved since the base case."""

from __future__ import annotations

from criteria.explain.differences import differences
from criteria.explain.lead import names, rank_texts, shown_digits
from criteria.explain.numbers import number, signed
from criteria.explain.places import ranks_text, separation_text
from criteria.explain.report import first_heads, first_texts
from criteria.explain.story.part import Part
from criteria.explain.verdict import verdict, with_caution
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, gate_standing
from criteria.robustness.evaluated.places import places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.translation import translate_count


def verdict_part(evaluation: Evaluation, robustness: Robustness | None) -> Part:
    """Return who leads and how firmly; rows: rank, candidate, score, must-haves, and how far the place is earned where that is known; best first. values: score, then one for each group."""
    said = verdict(evaluation, robustness)
    digits = shown_digits(evaluation)
    rows, values = [], []
    places = places_of(robustness) if robustness is not None else ()
    ranks = rank_texts(evaluation)
    for position in evaluation.order:
        alternative = evaluation.alternatives[position]
        standing = gate_standing(evaluation.results_of(alternative.id))[0]
        score = float(evaluation.scores[position])
        rows.append(
            (
                ranks[position],
                alternative.label,
                number(score, digits),
                _(STANDING_WORDS[standing]) if evaluation.problem.gates else "–",
                *([] if robustness is None else first_texts(robustness, position)),
                *([ranks_text(places[position])] if places else []),
                *(
                    [separation_text(places[position], leads=position == robustness.leader)]
                    if robustness
                    else []
                ),
            )
        )
        parts = () if evaluation.contributions is None else evaluation.contributions[position].tolist()
        values.append((score, *parts))
    heads = [_("Rank"), _("Candidate"), _(evaluation.score_name), _("Must-haves")]
    heads += [] if robustness is None else map(_, first_heads(robustness))
    heads += [_("Ranks in 90% of draws"), _("Against the first")] if places else []
    return Part("verdict", with_caution(said), said.sentences, tuple(heads), tuple(rows), tuple(values))


def moves_part(evaluation: Evaluation, _robustness: Robustness | None) -> Part:
    """Return who moved since the base case, and what differs from it; values: rank in the base case (0: not ranked) and now."""
    rows, values, moved = [], [], 0
    ranks = rank_texts(evaluation)
    for position in evaluation.order:
        before, change = int(evaluation.base_ranks[position]), evaluation.rank_change(position)
        moved += bool(change)
        rows.append(
            (
                evaluation.alternatives[position].label,
                str(before) if before else _("not ranked"),
                ranks[position],
                "" if not change else signed(change, 0),
            )
        )
        values.append((float(before), float(evaluation.ranks[position])))
    heads = (_("Candidate"), _("Base case"), _("Now"), _("Change"))
    told = differences(evaluation.problem, evaluation.scenario)
    return Part(
        "moves",
        _moved(evaluation, moved, bool(told)),
        (told or _("Nothing differs from the base case."),),
        heads,
        tuple(rows),
        tuple(values),
    )


def _moved(evaluation: Evaluation, moved: int, changed: bool) -> str:
    leaders = set(evaluation.leaders)
    before = {i for i, rank in enumerate(evaluation.base_ranks) if rank == 1}
    now = names([evaluation.alternatives[i].label for i in evaluation.leaders])
    if not changed:
        return _("This is the base case: {names} first, and no candidate has moved", names=now)
    if leaders == before:
        if not moved:
            return _("{names} first, as in the base case: no rank has changed", names=now)
        return translate_count(
            "{names} first, as in the base case; {count} rank has changed",
            "{names} first, as in the base case; {count} ranks have changed",
            moved,
            names=now,
        )
    if not before:
        return _("{names} first; who was first in the base case is not ranked any more", names=now)
    was = names([evaluation.alternatives[i].label for i in sorted(before)])
    return _("{names} first, where the base case has {was}", names=now, was=was)
