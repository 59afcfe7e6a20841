"""What scikit-criteria says of a ranking, in a sentence."""

from __future__ import annotations

from criteria.model.evaluation import Evaluation
from criteria.ranking.second_opinion import SecondOpinion
from criteria.translation import translate as _

_AT_MOST = 3  # candidates of another rank that are named


def second_opinion_text(evaluation: Evaluation, opinion: SecondOpinion) -> str:
    """Return whether scikit-criteria ranks alike and how far the scores are apart; where its way differs, how."""
    difference = f"{opinion.largest_difference:.0e}" if opinion.largest_difference else "0"
    if opinion.same_order:
        said = _(
            "Computed independently by scikit-criteria {version}: same order, largest difference of a score {difference}.",
            version=opinion.version,
            difference=difference,
        )
    else:
        moved = [
            _(
                "{candidate} {here} → {there}",
                candidate=evaluation.alternatives[i].label,
                here=int(evaluation.ranks[i]),
                there=int(opinion.ranks[i]),
            )
            for i in evaluation.order
            if evaluation.ranks[i] != opinion.ranks[i]
        ]
        named = ", ".join([*moved[:_AT_MOST], *(["…"] if len(moved) > _AT_MOST else [])])
        said = _(
            "Computed independently by scikit-criteria {version}: another order ({ranks}), largest difference of a score {difference:.2g}.",
            version=opinion.version,
            ranks=named,
            difference=opinion.largest_difference,
        )
    return " ".join([said, *(_(convention) for convention in opinion.conventions)])
