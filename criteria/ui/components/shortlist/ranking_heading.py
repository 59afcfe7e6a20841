"""What stands over the bars: the question that they answer, how to read them, and the legend."""

from __future__ import annotations

from criteria.charts.parts import FIRST, drawn_first, parts_of
from criteria.charts.reach import drawn_from_last
from criteria.explain.lead import shown_digits
from criteria.explain.numbers import number, score_digits
from criteria.model.evaluation import Evaluation
from criteria.model.text import capitalized
from criteria.ranking.catalogue import METHODS
from criteria.ranking.contributions import too_many_to_split
from criteria.translation import translate as _
from criteria.ui.components.common import blocks
from criteria.ui.components.shortlist.bar_rows import pulled_down
from criteria.ui.markup import Markup


def ranking_heading(evaluation: Evaluation) -> Markup:
    """Return the question that the bars answer, how to read them, and the legend."""
    score_name = _(evaluation.score_name)
    score_name = capitalized(score_name)
    sentence = _bars_show(evaluation, score_name)
    if pulled_down(evaluation).any():
        sentence = _("{sentence} Where a group pulls down, ◇ marks the score.", sentence=sentence)
    if evaluation.scenario.changed:
        sentence = _("{sentence} ✎ marks candidates with ratings set by hand.", sentence=sentence)
    split = evaluation.split.of(drawn_first(evaluation))
    if split is not None and split.error > 0:
        sentence = _(
            "{sentence} The parts are estimated, each to ±{error}.",
            sentence=sentence,
            error=number(split.error, score_digits(evaluation.scores) + 2),
        )
    parts = parts_of(evaluation)
    if len(parts) < len(evaluation.groups) and parts:
        sentence = _few_drawn(evaluation, sentence, len(parts) - 1)
    return blocks.heading(_("Who is ahead, and what carries them?"), sentence, parts)


def _few_drawn(evaluation: Evaluation, sentence: str, count: int) -> str:
    """Return the sentence with which of the groups are drawn."""
    if len(evaluation.ranked) <= FIRST + 1:
        return _(
            "{sentence} Only the {count} that set the candidates furthest apart are drawn; the CSV and the comparison criterion by criterion have all.",
            sentence=sentence,
            count=count,
        )
    return _(
        "{sentence} Only the {count} that set the first {first} candidates and the last furthest apart are drawn; the CSV and the comparison criterion by criterion have all.",
        sentence=sentence,
        count=count,
        first=FIRST,
    )


def _bars_show(evaluation: Evaluation, score: str) -> str:
    """Return what the length of a bar is: the score from zero, or how much better than the last."""
    split = evaluation.split.of(drawn_first(evaluation)) is not None
    if drawn_from_last(evaluation):
        last = float(evaluation.scores[evaluation.order[-1]])
        values = {"score": score, "last": number(last, shown_digits(evaluation))}
        if split:
            return _(
                "{score}: bars begin at the last candidate's {last} and are split by criteria group, longer is better.",
                **values,
            )
        if _too_many(evaluation):
            return _(
                "{score}: bars begin at the last candidate's {last}, longer is better; with so many candidates this score is not split by criteria group.",
                **values,
            )
        return _(
            "{score}: bars begin at the last candidate's {last}, longer is better; this score cannot be split by criteria group.",
            **values,
        )
    if split:
        return _("{score} split by criteria group, longer is better.", score=score)
    if _too_many(evaluation):
        return _(
            "{score}, longer is better; with so many candidates this score is not split by criteria group.",
            score=score,
        )
    return _("{score}, longer is better; this score cannot be split by criteria group.", score=score)


def _too_many(evaluation: Evaluation) -> bool:
    """Whether there are too many candidates for the method's score to be split while somebody waits."""
    row = METHODS[evaluation.scenario.method]
    return row.splits and too_many_to_split(row, len(evaluation.ranked), len(evaluation.groups))
