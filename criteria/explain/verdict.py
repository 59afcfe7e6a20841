"""Who leads, by how much, and what that is worth: the headline of the page."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.explain.by_hand import hand_sentence
from criteria.explain.firmness import firmness, firmness_word, words_explained
from criteria.explain.lead import apart, lead_sentence, lead_word
from criteria.explain.lead import names as names
from criteria.explain.numbers import percent
from criteria.explain.staying_unbeaten import unbeaten_sentences
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.model.scenario import BLANK_RULES
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.slider import SliderChange
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Verdict:
    """A headline, sentences under it, and a word for the badge (empty where there is nothing to add).

    careful: whether that word is one of caution.  tested: False where there is a leader and nobody looked how firm it is.  change: the move of one slider that the sentences offer, None where there is none.
    explained: what the words of the badge mean, empty without figures.  caveats: those of the sentences that speak neither of firmness nor of scores: what must not be overlooked.
    """

    headline: str
    sentences: tuple[str, ...]
    caution: str
    careful: bool = True
    tested: bool = True
    change: SliderChange | None = None
    caveats: tuple[str, ...] = ()
    explained: str = ""


def verdict(evaluation: Evaluation, robustness: Robustness | Unbeaten | None = None) -> Verdict:
    """Return the headline of an evaluation and the sentences that keep it honest.

    robustness: what is known of how firm the lead is; without it, the word speaks of the size of the lead alone and says "not tested".
    """
    headline = _with_set_aside(evaluation, lead_sentence(evaluation))
    by_hand = list(filter(None, [hand_sentence(evaluation)]))
    if isinstance(robustness, Robustness) and len(evaluation.leaders) == 1:
        word, careful = firmness_word(robustness)
        others = (*_compromise(evaluation), *_failing(evaluation), *_unknowns(evaluation))
        return Verdict(
            headline,
            (*by_hand, *firmness(evaluation, robustness), _method_sentence(evaluation), *others),
            word,
            careful=careful,
            change=robustness.change,
            caveats=(*by_hand, *others),
            explained=words_explained(robustness),
        )
    untested = _is_untested(evaluation, robustness)
    sentences = [
        *by_hand,
        *(unbeaten_sentences(evaluation, robustness) if isinstance(robustness, Unbeaten) else []),
        _method_sentence(evaluation),
        *_compromise(evaluation),
        *_failing(evaluation),
        *_unknowns(evaluation),
        *([] if robustness else _evidence(evaluation)),
        *([_untested(evaluation)] if untested else []),
    ]
    word = lead_word(evaluation)
    if untested:
        word = _("{word}, not tested", word=word) if word else _("not tested")
    caveats = (*by_hand, *_compromise(evaluation), *_failing(evaluation), *_unknowns(evaluation))
    return Verdict(headline, tuple(sentences), word, tested=not untested, caveats=caveats)


def said_in_one_line(evaluation: Evaluation, robustness: Robustness | None = None) -> str:
    """Return the headline with its word of caution, as every file prints it."""
    return with_caution(verdict(evaluation, robustness))


def with_caution(said: Verdict) -> str:
    """Return the headline of a verdict with its word of caution in brackets."""
    if not said.caution:
        return said.headline
    return _("{headline} ({word})", headline=said.headline, word=said.caution)


def _with_set_aside(evaluation: Evaluation, said: str) -> str:
    """Return the sentence with what it must not be read without: who was set aside by hand and would be first, whose failing is waived."""
    problem = evaluation.problem
    best = [entry.alternative for entry in evaluation.set_apart if entry.by_hand and entry.rank == 1]
    labels = [problem.alternatives[problem.row(alternative)].label for alternative in best]
    if len(labels) == 1:
        said = _("{said}; {name}, set aside by hand, would be first", said=said, name=labels[0])
    elif labels:
        said = _("{said}; {names}, set aside by hand, would each be first", said=said, names=names(labels))
    for i in evaluation.leaders:
        waived = [r for r in evaluation.results_of(evaluation.alternatives[i].id) if r.waived and r.gate.hard]
        failing = [r.subject for r in waived if r.status is GateStatus.FAIL]
        if failing:
            said = _(
                "{said}; {name} fails {gates}, which is waived",
                said=said,
                name=evaluation.alternatives[i].label,
                gates=names(failing),
            )
    return said


def _failing(evaluation: Evaluation) -> list[str]:
    """Return who fails a must-have and would otherwise be first."""
    problem = evaluation.problem
    return [
        _(
            "{name} would be first if it did not fail {gates}.",
            name=problem.alternatives[problem.row(entry.alternative)].label,
            gates=names([result.subject for result in entry.failed]),
        )
        for entry in evaluation.set_apart
        if not entry.by_hand and entry.rank == 1
    ]


def _is_untested(evaluation: Evaluation, robustness: Robustness | Unbeaten | None) -> bool:
    """Return whether somebody is in front whose firmness nobody looked at; a tie has nothing to test, and neither has a single candidate."""
    if robustness is not None or len(evaluation.ranked) < 2:
        return False
    return len(evaluation.leaders) == 1 or evaluation.order_published != "complete"


def _untested(evaluation: Evaluation) -> str:
    if not has_vote(METHODS[evaluation.scenario.method]):
        return _(
            "How firm this is has not been tested: by this method that takes some seconds. The pages Shortlist and Robustness do it on request."
        )
    return _("The stability of this lead has not been tested.")


def _method_sentence(evaluation: Evaluation) -> str:
    order = evaluation.order
    values = {"method": evaluation.method_name, "score": _(evaluation.score_name)}
    if evaluation.order_published != "complete" or len(order) < 2:
        return _("By {method}.", method=evaluation.method_name)
    found = apart(evaluation, order[0], order[1])
    values["first"], values["second"] = found.first, found.second
    if evaluation.higher_is_better:
        return _("{first} against {second}: {score} by {method}, higher is better.", **values)
    return _("{first} against {second}: {score} by {method}, lower is better.", **values)


def _compromise(evaluation: Evaluation) -> list[str]:
    members = evaluation.details.get("compromise_set")
    if members is None or len(members) < 2:  # type: ignore[arg-type]
        return []
    labels = [evaluation.alternatives[int(i)].label for i in members]  # type: ignore[attr-defined]
    return [
        _("By the method's own conditions {names} are equally acceptable compromises.", names=names(labels))
    ]


def _unknowns(evaluation: Evaluation) -> list[str]:
    """Return what the missing ratings of the leader, or of anybody, mean for the headline."""
    if not evaluation.incomplete:
        return []
    leaders = {evaluation.alternatives[i].id for i in evaluation.leaders}
    for blanks in evaluation.incomplete:
        if blanks.alternative in leaders and blanks.worst_rank and blanks.worst_rank > 1:
            return [
                _(
                    "The leader is incomplete: with its missing ratings at their worst, {name} would rank {rank}.",
                    name=evaluation.problem.alternatives[evaluation.problem.row(blanks.alternative)].label,
                    rank=blanks.worst_rank,
                )
            ]
    could = [
        evaluation.problem.alternatives[evaluation.problem.row(b.alternative)].label
        for b in evaluation.incomplete
        if b.alternative not in leaders and b.best_rank == 1
    ]
    rule = _(BLANK_RULES[evaluation.scenario.blanks])
    if len(could) > 1:
        return [
            _(
                "Missing ratings are set to {rule}; each with its own at their best, {names} would be first.",
                rule=rule,
                names=names(could),
            )
        ]
    if could:
        return [
            _(
                "Missing ratings are set to {rule}; at their best they would put {name} first.",
                rule=rule,
                name=could[0],
            )
        ]
    return [_("Missing ratings are set to {rule}.", rule=rule)]


def _evidence(evaluation: Evaluation) -> list[str]:
    """Return what the ranges of the ratings say of a small lead; nothing where only missing ratings could be others, of which something is said already."""
    ranked = list(evaluation.ranked)
    known, with_range = evaluation.cells.known[ranked].sum(), evaluation.cells.ranged[ranked].sum()
    ranged = float(with_range / known) if known else 0.0
    if ranged == 0:
        return (
            []
            if evaluation.incomplete
            else [_("The data give no ranges, so they do not show how firm the order is.")]
        )
    if ranged == 1:
        return [
            _(
                "Every rating is taken at its likely value, though each comes with a range: read a small lead as no lead."
            )
        ]
    return [
        _(
            "Every rating is taken at its likely value, though {share} of them come with a range: read a small lead as no lead.",
            share=percent(ranged),
        )
    ]
