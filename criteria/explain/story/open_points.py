"""Must-haves and near misses, and what to check next."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from criteria.errors import CriteriaError
from criteria.explain.answers import tornado_answer
from criteria.explain.lead import shown_digits
from criteria.explain.numbers import plain, signed
from criteria.explain.story.part import Part
from criteria.explain.strengths import standings
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, Standing, gate_standing
from criteria.robustness.evaluated.figures import evidence_tornado_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _
from criteria.translation import translate_count

CHECKED = 6  # ratings that are named
WEAKEST = 8  # candidates whose weakest points are told where no must-have is open
NEAR = 3  # a candidate set aside is a near miss where it would be among so many first


def gates_part(evaluation: Evaluation, _robustness: Robustness | None) -> Part:
    """Return who fails a must-have or is set aside, and who is open; near misses first.  rows: candidate, standing, rank, reason.

    Where nothing is open, the first candidates with their weakest points: what a must-have would have to ask about.
    """
    rows: list[tuple[str, ...]] = []
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    near = 0
    for entry in apart:
        missed = entry.rank is not None and entry.rank <= NEAR
        near += missed
        rank = "" if entry.rank is None else _("would rank {rank}", rank=entry.rank)
        word = Standing.SET_ASIDE if entry.by_hand else Standing.FAIL
        rows.append((_label(evaluation, entry.alternative), _(STANDING_WORDS[word]), rank, entry.reason))
    open_ones = 0
    for position in evaluation.order:
        alternative = evaluation.alternatives[position]
        standing, reason = gate_standing(evaluation.results_of(alternative.id))
        if standing is not Standing.PASS:
            open_ones += 1
            rank = _("ranks {rank}", rank=int(evaluation.ranks[position]))
            rows.append((alternative.label, _(STANDING_WORDS[standing]), rank, reason))
    sentences = []
    if near:
        sentences.append(
            translate_count(
                "{count} candidate set aside would be among the first three.",
                "{count} candidates set aside would be among the first three.",
                near,
            )
        )
    title = _gates_title(evaluation, len(apart), open_ones)
    if not rows:
        return _weakest_part(evaluation, title)
    heads = (_("Candidate"), _("Must-haves"), _("Rank"), _("Reason"))
    return Part("gates", title, tuple(sentences), heads, tuple(rows))


def _weakest_part(evaluation: Evaluation, title: str) -> Part:
    """Return where the first candidates are weakest, for a decision that no must-have limits."""
    standing = _("pass") if evaluation.problem.gates else "–"
    rows = [
        (
            evaluation.alternatives[position].label,
            standing,
            _("ranks {rank}", rank=int(evaluation.ranks[position])),
            _weakest(evaluation, position),
        )
        for position in evaluation.order[:WEAKEST]
    ]
    if evaluation.problem.gates:
        told = _("No candidate is near a must-have that it could miss by its range.")
    else:
        told = _(
            "A must-have rules a candidate out whatever its score; without one, only the ranking counts."
        )
    heads = (_("Candidate"), _("Must-haves"), _("Rank"), _("Weakest points (place among those ranked)"))
    return Part("gates", title, (told,), heads, tuple(rows))


def _weakest(evaluation: Evaluation, position: int) -> str:
    """Return under which criteria a candidate loses most against the average of the field, with its ratings."""
    alternative = evaluation.alternatives[position].id
    worst = [one for one in reversed(standings(evaluation, alternative)) if one.effect < 0][:NEAR]
    return "; ".join(
        _(
            "{criterion}: {rating} ({place} of {count})",
            criterion=one.criterion.label,
            rating=_rating(evaluation, position, evaluation.problem.column(one.criterion.id)),
            place=one.place,
            count=len(evaluation.ranked),
        )
        for one in worst
    ) or _("nowhere below the average of the field")


def _gates_title(evaluation: Evaluation, apart: int, open_ones: int) -> str:
    if not evaluation.problem.gates and not apart:
        return _("No must-haves are set, and no candidate is set aside")
    if not apart and not open_ones:
        return _("Every candidate meets every must-have")
    clean = len(evaluation.ranked) - open_ones
    values = {"clean": clean, "all": len(evaluation.problem.alternatives), "apart": apart, "open": open_ones}
    if not open_ones:
        return _("{clean} of {all} candidates meet every must-have; {apart} set aside", **values)
    if not apart:
        return _("{clean} of {all} candidates meet every must-have; {open} to be settled", **values)
    return _(
        "{clean} of {all} candidates meet every must-have; {apart} set aside, {open} to be settled", **values
    )


def next_part(evaluation: Evaluation, robustness: Robustness | None) -> Part:
    """Return the ratings that move the lead most, each alone over its range, and what the leader leaves open; the last column is for people.

    Where nothing has a range and nothing is open: the ratings of the first two that weigh most, for which ranges are worth asking first.
    """
    found = None if robustness is None else lead_tornado(evaluation)
    rows = [*_open_points(evaluation), *(() if found is None else _ratings(evaluation, found))]
    heads = (_("Check"), _("Now"), _("Lead over its range"), _("By whom (to be filled in)"))
    if found is not None and len(found.rows):
        names = [rating_place(evaluation, *map(int, found.rows[0]))]
        title = tornado_answer(found, names).removesuffix(".")
    elif rows:
        title = _("What is not settled about the leader comes first")
    else:
        return _unranged_part(evaluation, heads)
    return Part("next", title, (), heads, tuple(rows), people=3)


def _unranged_part(evaluation: Evaluation, heads: tuple[str, ...]) -> Part:
    """Return the ratings that weigh most, where no range says which one moves the lead."""
    ranged = bool(np.any(evaluation.cells.low < evaluation.cells.high))
    heaviest = np.argsort(-evaluation.weights, kind="stable")[: CHECKED // 2]
    rows = [
        (
            rating_place(evaluation, position, j),
            _rating(evaluation, position, j),
            _("not tested") if ranged else _("no range is given"),
            "",
        )
        for j in heaviest.tolist()
        for position in evaluation.order[:2]
    ]
    if ranged:
        title = _("Which rating moves the lead most was not tested under this method")
    else:
        title = _("No rating comes with a range: the data do not show which one to check first")
    told = _(
        "Of the first two, the ratings that weigh most; give each its lowest and highest plausible value."
    )
    return Part("next", title, (told,), heads, tuple(rows), people=3)


def _open_points(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """Yield what is open about those in front: must-haves that are not met for sure, and ratings that are missing."""
    for position in evaluation.leaders:
        alternative = evaluation.alternatives[position]
        standing, reason = gate_standing(evaluation.results_of(alternative.id))
        if standing is not Standing.PASS:
            subject = _("Must-have of {name}", name=alternative.label)
            yield (subject, reason, _(STANDING_WORDS[standing]), "")
        missing = next((b for b in evaluation.incomplete if b.alternative == alternative.id), None)
        for leaf in missing.criteria if missing else ():
            criterion = evaluation.problem.criterion(leaf).label
            yield (
                _("{criterion} of {name}", criterion=criterion, name=alternative.label),
                _("unknown"),
                "",
                "",
            )


def _ratings(evaluation: Evaluation, found: Tornado) -> Iterator[tuple[str, ...]]:
    digits = shown_digits(evaluation) + 1  # a lead that is just lost must not read 0
    for (i, j), (at_low, at_high) in list(zip(found.rows.tolist(), found.leads.tolist(), strict=True))[
        :CHECKED
    ]:
        low, high = sorted((at_low, at_high))
        yield (rating_place(evaluation, i, j), _rating(evaluation, i, j), _span(low, high, digits), "")


def _rating(evaluation: Evaluation, i: int, j: int) -> str:
    cell = evaluation.cells.cell(evaluation.ranked[i], j)
    if cell.low is None or cell.likely is None or cell.high is None:
        return _("unknown")
    if cell.low == cell.high:
        return plain(cell.likely)
    return _(
        "{likely} ({low} to {high})", likely=plain(cell.likely), low=plain(cell.low), high=plain(cell.high)
    )


def _span(low: float, high: float, digits: int) -> str:
    return _("{low} to {high}", low=signed(low, digits), high=signed(high, digits))


def rating_place(evaluation: Evaluation, i: int, j: int) -> str:
    """Return what a rating is called: its criterion and its candidate, by position among the ranked."""
    return _(
        "{criterion} of {name}",
        criterion=evaluation.problem.leaves[j].label,
        name=evaluation.alternatives[i].label,
    )


def lead_tornado(evaluation: Evaluation) -> Tornado | None:
    """Return what each rating does to the lead over its range; None where nothing comes with a range, or some end has no score."""
    try:
        return evidence_tornado_of(evaluation)
    except CriteriaError:  # the method has no score at some end of a range
        return None


def _label(evaluation: Evaluation, alternative: str) -> str:
    return evaluation.problem.alternatives[evaluation.problem.row(alternative)].label
