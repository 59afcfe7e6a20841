"""Sentences that the engine proposes for a decision record; people keep, change or replace them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from criteria.explain import counted
from criteria.explain.firmness import nearest_change
from criteria.explain.head_to_head import head_to_head
from criteria.explain.lead import lead_sentence, names
from criteria.explain.numbers import percent, plain
from criteria.explain.story.open_points import lead_tornado, rating_place
from criteria.explain.strengths import Standing, standings
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

NAMED = 3


@dataclass(frozen=True, slots=True)
class Proposals:
    """Proposed sentences, by section of the record.  chosen: identifier of the candidate they speak of."""

    chosen: str
    context: str
    drivers: tuple[str, ...]
    because: str
    not_runner_up: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    confirmation: str
    revisit: tuple[str, ...]


def proposals(evaluation: Evaluation, robustness: Robustness | None, chosen: str = "") -> Proposals:
    """Return the sentences for a decision for one ranked candidate; chosen: its identifier, by default whoever is first."""
    order, problem = evaluation.order, evaluation.problem
    ranked = [evaluation.alternatives[i].id for i in order]
    chosen = chosen if chosen in ranked else ranked[0]
    position = order[ranked.index(chosen)]
    strong = standings(evaluation, chosen)
    best = [s for s in strong if s.effect > 0][:NAMED]
    worst = [s for s in reversed(strong) if s.effect < 0][:NAMED]
    return Proposals(
        chosen,
        _(
            "{title}: {candidates}, {criteria}, ranked by {method}.",
            title=problem.title,
            candidates=counted.candidates(len(problem.alternatives)),
            criteria=counted.criteria(len(problem.leaves)),
            method=evaluation.method_name,
        ),
        tuple(
            _("{name}: {share}", name=group.label, share=percent(evaluation.node_weights[group.id]))
            for group in sorted(evaluation.groups, key=lambda g: -evaluation.node_weights[g.id])
        ),
        _because(evaluation, position),
        _not_runner_up(evaluation, chosen),
        tuple(_standing(evaluation, s) for s in best),
        (*(_standing(evaluation, s) for s in worst), *_unsure(evaluation, chosen)),
        _(
            "The link and the files of this record lead to the same figures; the date and the data's fingerprint say when."
        ),
        tuple(_revisit(evaluation, robustness)),
    )


def _standing(evaluation: Evaluation, standing: Standing) -> str:
    values = {"criterion": standing.criterion.label, "place": standing.place, "all": len(evaluation.ranked)}
    return _("it has place {place} of {all} under {criterion}", **values)


def _because(evaluation: Evaluation, position: int) -> str:
    label, rank = evaluation.alternatives[position].label, int(evaluation.ranks[position])
    if rank == 1:
        return _("{lead} by {method}", lead=lead_sentence(evaluation), method=evaluation.method_name)
    return _(
        "{name} was chosen although it ranks {rank} by {method}",
        name=label,
        rank=rank,
        method=evaluation.method_name,
    )


def _not_runner_up(evaluation: Evaluation, chosen: str) -> str:
    others = [
        evaluation.alternatives[i].id for i in evaluation.order if evaluation.alternatives[i].id != chosen
    ]
    return head_to_head(evaluation, chosen, others[0]).sentence if others else ""


def _unsure(evaluation: Evaluation, chosen: str) -> Iterator[str]:
    for result in evaluation.results_of(chosen):
        if result.status is not GateStatus.PASS:
            yield _("{reason} (waived)", reason=result.reason) if result.waived else result.reason
    for blanks in evaluation.incomplete:
        if blanks.alternative == chosen:
            listed = names([evaluation.problem.criterion(leaf).label for leaf in blanks.criteria])
            yield _("Not known: {listed}", listed=listed)


def _revisit(evaluation: Evaluation, robustness: Robustness | None) -> Iterator[str]:
    """Yield observable conditions: what was found to change the leader, and what is open about somebody who could lead."""
    problem = evaluation.problem
    if robustness is not None and robustness.change is not None:
        yield nearest_change(evaluation, robustness)
    found = None if robustness is None else lead_tornado(evaluation)
    rows = [] if found is None else zip(found.rows.tolist(), found.leads, found.lost, strict=True)
    for (i, j), leads, lost in [row for row in rows if row[2].any()][:NAMED]:
        cell = evaluation.cells.cell(evaluation.ranked[i], j)
        end = cell.low if lost[0] and (leads[0] < leads[1] or not lost[1]) else cell.high
        if end is not None and cell.likely is not None:
            yield _(
                "{place} proves to be {end} instead of {likely}: another candidate is first.",
                place=rating_place(evaluation, i, j),
                end=plain(end),
                likely=plain(cell.likely),
            )
    leaders = {evaluation.alternatives[i].id for i in evaluation.leaders}
    for blanks in evaluation.incomplete:
        if blanks.best_rank == 1 and blanks.alternative not in leaders:
            listed = names([problem.criterion(leaf).label for leaf in blanks.criteria])
            yield _(
                "Ratings of {name} that are missing now become known ({listed}): at their best it would be first.",
                name=problem.alternatives[problem.row(blanks.alternative)].label,
                listed=listed,
            )
    for apart in evaluation.set_apart:
        if apart.rank == 1 and not apart.by_hand:
            yield _(
                "{name} meets {gates}: it would be first.",
                name=problem.alternatives[problem.row(apart.alternative)].label,
                gates=names([result.subject for result in apart.failed]),
            )
    if evaluation.scenario.waived:
        yield _("A must-have that was waived is enforced again.")
