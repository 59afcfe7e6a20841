"""A ranking, and how firm it is, as plain text and as data, for the command line."""

from __future__ import annotations

from criteria.explain.firmness import drawn
from criteria.explain.lead import rank_texts, shown_digits
from criteria.explain.numbers import adding_up, number, percent, percent_inside, share_with_error, signed
from criteria.explain.places import ranks_text, separation_text
from criteria.explain.verdict import verdict, with_caution
from criteria.explain.voters import votes_table
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, gate_standing
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.sampling import share_error
from criteria.robustness.evaluated.figures import weight_intervals_of
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.places import places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import later
from criteria.translation import translate as _


def robustness_text(evaluation: Evaluation, robustness: Robustness | Unbeaten) -> str:
    """Return headline, shares of first place by candidate, and the room of each weight, as lines; for a partial order, who is unbeaten."""
    said = verdict(evaluation, robustness)
    lines = [with_caution(said), *said.sentences]
    if isinstance(robustness, Unbeaten):
        return "\n".join([*lines, "", *_unbeaten_rows(evaluation, robustness)])
    lines += [drawn(evaluation, robustness), ""]
    heads = [_("Candidate"), *map(_, first_heads(robustness)), _("Ranks in 90% of draws"), ""]
    rows, places = [], places_of(robustness)
    for i in evaluation.order:
        shares = first_texts(robustness, i)
        separated = separation_text(places[i], leads=i == robustness.leader)
        rows.append([evaluation.alternatives[i].label, *shares, ranks_text(places[i]), separated])
    lines += [*_columns(heads, rows, left={heads[0], ""}), ""]
    weights = []
    for leaf, now, room in zip(
        evaluation.problem.leaves, evaluation.weights, weight_intervals_of(evaluation, "best"), strict=True
    ):
        inside = percent_inside(float(room[0]), float(room[1]), float(now))
        weights.append([leaf.label, percent(float(now)), *inside])
    lines += _columns([_("Criterion"), _("Weight"), _("Leader stays from"), _("to")], weights)
    return "\n".join(lines)


def first_heads(robustness: Robustness) -> list[str]:
    """Return the headings, in English, of the shares of first place: of what was varied."""
    heads = {"weights": later("First by weights"), "evidence": later("First by evidence")}
    return [heads[name] for name in robustness.drawn]


def first_texts(robustness: Robustness, i: int) -> list[str]:
    """Return the shares of the draws in which a candidate is first, as everywhere printed, under `first_heads`.  i: its position."""
    return [
        share_with_error(float(kind.first[i]), kind.draws, int(kind.proved[i]))
        for kind in robustness.drawn.values()
    ]


def _unbeaten_rows(evaluation: Evaluation, found: Unbeaten) -> list[str]:
    shares = [(_("Unbeaten by weights"), found.weights)]
    shares += [] if found.evidence is None else [(_("Unbeaten by evidence"), found.evidence)]
    rows = [
        [
            evaluation.alternatives[i].label,
            *(share_with_error(float(kind[i]), found.draws) for _head, kind in shares),
        ]
        for i in evaluation.order
    ]
    return _columns([_("Candidate"), *(head for head, _kind in shares)], rows)


def robustness_data(evaluation: Evaluation, robustness: Robustness | Unbeaten) -> dict[str, object]:
    """Return the same as plain values: names, shares, intervals, nearest change; numbers in full.

    methods, methods_agreeing: votes, one a family of methods that give one order; voters: each of them.
    """
    if isinstance(robustness, Unbeaten):
        return _unbeaten_data(evaluation, robustness)
    said, change = verdict(evaluation, robustness), robustness.change
    settings, room = evaluation.scenario.uncertainty, weight_intervals_of(evaluation, "best")
    places, varied = places_of(robustness), "weights" in robustness.drawn
    return {
        "headline": said.headline,
        "firmness": said.caution,
        "sentences": list(said.sentences),
        "spread": settings.spread,
        "ranges": [{"id": name, "low": low, "high": high} for name, low, high in evaluation.scenario.ranges],
        "seed": settings.seed,
        "distribution": settings.distribution,
        "shared": settings.shared,
        "by_source": settings.by_source,
        "weight_draws": robustness.weights.draws if varied else 0,
        "weight_error": robustness.weights.error if varied else None,
        "evidence_error": robustness.evidence.error if robustness.evidence else None,
        "evidence_draws": robustness.evidence.draws if robustness.evidence else 0,
        "methods": robustness.methods,
        "methods_agreeing": robustness.agreeing,
        "voters": [
            {"methods": list(vote.methods), "first": [evaluation.alternatives[i].id for i in vote.first]}
            for vote in robustness.votes
        ],
        "candidates": [
            {
                "id": evaluation.alternatives[i].id,
                "rank": int(evaluation.ranks[i]),
                "first_by_weights": float(robustness.weights.first[i]) if varied else None,
                "first_by_weights_error": _error(robustness.weights, i) if varied else None,
                "first_by_evidence": float(robustness.evidence.first[i]) if robustness.evidence else None,
                "first_by_evidence_error": _error(robustness.evidence, i) if robustness.evidence else None,
                "rank_low": places[i].low,
                "rank_high": places[i].high,
                "separated_from_first": None if i == robustness.leader else places[i].separated,
            }
            for i in evaluation.order
        ],
        "weights": [
            {
                "id": leaf.id,
                "weight": float(evaluation.weights[j]),
                "leader_stays_from": float(room[j, 0]),
                "leader_stays_to": float(room[j, 1]),
            }
            for j, leaf in enumerate(evaluation.problem.leaves)
        ],
        "nearest_change": None
        if change is None
        else {
            "criterion": change.criterion,
            "importance_from": change.now,
            "importance_to": change.then,
            "challenger": evaluation.alternatives[change.challenger].id,
        },
    }


def _unbeaten_data(evaluation: Evaluation, found: Unbeaten) -> dict[str, object]:
    said, settings = verdict(evaluation, found), evaluation.scenario.uncertainty
    return {
        "headline": said.headline,
        "firmness": said.caution,
        "sentences": list(said.sentences),
        "spread": settings.spread,
        "ranges": [{"id": name, "low": low, "high": high} for name, low, high in evaluation.scenario.ranges],
        "seed": settings.seed,
        "distribution": settings.distribution,
        "shared": settings.shared,
        "by_source": settings.by_source,
        "weight_draws": found.draws,
        "evidence_draws": 0 if found.evidence is None else found.draws,
        "candidates": [
            {
                "id": evaluation.alternatives[i].id,
                "unbeaten_by_weights": float(found.weights[i]),
                "unbeaten_by_evidence": None if found.evidence is None else float(found.evidence[i]),
            }
            for i in evaluation.order
        ],
    }


def _error(found: Acceptability, i: int) -> float:
    return share_error(float(found.first[i]), found.draws, int(found.proved[i]))


def untested() -> str:
    """Return why there is nothing to say on how firm a ranking is."""
    return _("There is nothing to compare: only one candidate is left.")


def voters_text(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return one line for each vote: the family's methods, and whom it puts first."""
    heads = [_("Family of methods, one vote each"), _("First")]
    return "\n".join(_columns(heads, votes_table(evaluation, robustness.votes), left=set(heads)))


def ranking_text(evaluation: Evaluation, robustness: Robustness | None) -> str:
    """Return the ranking as a table for a terminal, with the verdict above and those set apart below.

    robustness: None where it is not tested.
    """
    digits = shown_digits(evaluation)
    said, places = verdict(evaluation, robustness), places_of(robustness) if robustness else ()
    ranks = rank_texts(evaluation)
    rows = []
    for position in evaluation.order:
        alternative = evaluation.alternatives[position]
        change = evaluation.rank_change(position)
        row = {"#": ranks[position], _("Candidate"): alternative.label}
        row[_("Score")] = number(float(evaluation.scores[position]), digits)
        row[_("Change")] = "" if not change else signed(change, 0)
        if robustness is not None:
            row |= zip(map(_, first_heads(robustness)), first_texts(robustness, position), strict=True)
            row[_("Ranks in 90% of draws")] = ranks_text(places[position])
            row[_("Against the first")] = separation_text(
                places[position], leads=position == robustness.leader
            )
        if evaluation.contributions is not None:
            shown = adding_up(evaluation.contributions[position], float(evaluation.scores[position]), digits)
            row |= {
                group.label: number(part, digits)
                for group, part in zip(evaluation.groups, shown, strict=True)
            }
        row[_("Must-haves")] = _(STANDING_WORDS[gate_standing(evaluation.results_of(alternative.id))[0]])
        rows.append(row)
    lines = [
        said.headline + (f" ({said.caution})" if said.caution else ""),
        *said.sentences,
        "",
        *_columns(
            list(rows[0]),
            [list(row.values()) for row in rows],
            left={_("Candidate"), _("Against the first"), _("Must-haves")},
        ),
    ]
    if evaluation.set_apart:
        lines += ["", _("Set aside:")]
        for apart in evaluation.set_apart:
            name = evaluation.problem.alternatives[evaluation.problem.row(apart.alternative)].label
            rank_then = "–" if apart.rank is None else apart.rank
            lines.append(
                _(
                    "  {name} (would rank {rank}). {reason}",
                    name=name,
                    rank=rank_then,
                    reason=apart.reason,
                )
            )
    lines += ["", *evaluation.problem.notes[:1]]
    return "\n".join(lines).rstrip()


def _columns(
    heads: list[str], rows: list[list[str]], *, left: frozenset[str] | set[str] = frozenset()
) -> list[str]:
    """Return a table as lines; the first column, or those named, to the left, the others to the right."""
    aligned = left or {heads[0]}
    widths = [max(len(row[k]) for row in [heads, *rows]) for k in range(len(heads))]
    return [
        "  ".join(
            cell.ljust(width) if head in aligned else cell.rjust(width)
            for head, cell, width in zip(heads, row, widths, strict=True)
        ).rstrip()
        for row in [heads, *rows]
    ]
