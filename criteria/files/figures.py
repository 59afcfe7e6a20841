"""The data behind each chart of the robustness page as tables, ready for CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from criteria.explain.method_clusters import cluster_letter
from criteria.files.inputs import hand_code
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.agreement import Agreement
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.flip import Flip
from criteria.robustness.method_clusters import method_clusters
from criteria.robustness.path import PathToFirst
from criteria.robustness.rank_reversal import Change
from criteria.robustness.regret import Regret
from criteria.robustness.sobol import SobolIndices
from criteria.robustness.sweep import Sweep
from criteria.robustness.tornado import Tornado

if TYPE_CHECKING:
    import pandas as pd


def _names(evaluation: Evaluation) -> list[str]:
    return [alternative.name for alternative in evaluation.alternatives]


def sweep_table(evaluation: Evaluation, sweep: Sweep) -> pd.DataFrame:
    """Return one row for each weight and candidate: score and rank."""
    import pandas as pd

    names = _names(evaluation)
    return pd.DataFrame(
        {
            "weight": np.repeat(sweep.shares, len(names)),
            "candidate": names * len(sweep.shares),
            "score": sweep.scores.ravel(),
            "rank": sweep.ranks.ravel(),
        }
    )


def intervals_table(evaluation: Evaluation, best: FloatArray, ranking: FloatArray) -> pd.DataFrame:
    """Return one row for each criterion: its weight, and how far it may move for leader and order to stay."""
    import pandas as pd

    return pd.DataFrame(
        {
            "criterion": [leaf.name for leaf in evaluation.problem.leaves],
            "weight": evaluation.weights,
            "leader_stays_from": best[:, 0],
            "leader_stays_to": best[:, 1],
            "order_stays_from": ranking[:, 0],
            "order_stays_to": ranking[:, 1],
        }
    )


def flip_table(evaluation: Evaluation, flip: Flip | None) -> pd.DataFrame:
    """Return one row for each criterion: weight now and at the smallest flip."""
    import pandas as pd

    return pd.DataFrame(
        {
            "criterion": [leaf.name for leaf in evaluation.problem.leaves],
            "weight": evaluation.weights,
            "weight_at_flip": np.full(len(evaluation.weights), np.nan) if flip is None else flip.weights,
            "exact": flip is not None and flip.exact,
            "challenger": "" if flip is None else _names(evaluation)[flip.challenger],
        }
    )


def tornado_table(tornado: Tornado, names: list[str]) -> pd.DataFrame:
    """Return one row for each range: the lead at both its ends, and for ratings whether the leader then fails a must-have."""
    import pandas as pd

    table = pd.DataFrame(
        {
            "what": names,
            "lead_now": tornado.present,
            "lead_at_low": tornado.leads[: len(names), 0],
            "lead_at_high": tornado.leads[: len(names), 1],
        }
    )
    if np.any(tornado.rows[:, 0] >= 0):  # a weight sets nobody apart
        table["leader_fails_must_have_at_low"] = tornado.out[: len(names), 0]
        table["leader_fails_must_have_at_high"] = tornado.out[: len(names), 1]
    return table


def shares_table(evaluation: Evaluation, found: Acceptability) -> pd.DataFrame:
    """Return one row for each candidate: the share of draws at each rank, central weights and confidence."""
    import pandas as pd

    table = pd.DataFrame(
        {"candidate": _names(evaluation), "draws": found.draws, "error": found.error, "proved": found.proved}
    )
    for rank in range(found.ranks.shape[1]):
        table[f"rank_{rank + 1}"] = found.ranks[:, rank]
        if (
            rank == 0
        ):  # what pages print beside the share of first places; `error` holds for the least certain share of all
            table["rank_1_error"] = found.first_error
    for j, leaf in enumerate(evaluation.problem.leaves):
        table[f"central_weight_{leaf.id}"] = found.central_weights[:, j]
    table["confidence_factor"] = found.confidence_factor
    table["confidence_error"] = found.confidence_error
    return table


def map_table(evaluation: Evaluation, found: DecisionMap, groups: list[str]) -> pd.DataFrame:
    """Return one row for each point of the triangle: three shares and who leads there."""
    import pandas as pd

    names = _names(evaluation)
    table = pd.DataFrame({group: found.points[:, g] for g, group in enumerate(groups)})
    table["leader"] = [names[int(i)] for i in found.leaders]
    table["area"] = found.point_areas
    return table


def agreement_table(evaluation: Evaluation, found: Agreement) -> pd.DataFrame:
    """Return one row for each candidate: how many families of methods put it first and which, Borda and Copeland, its ranks.

    votes_of: how many votes there are.  first_under: the families, their methods joined by +.
    """
    import pandas as pd

    names = _names(evaluation)
    table = pd.DataFrame({"candidate": names, "votes": found.votes, "votes_of": len(found.families)})
    table["first_under"] = [
        " ".join("+".join(family) for family in found.for_first(i)) for i in range(len(names))
    ]
    table["borda"], table["copeland"] = found.borda, found.copeland
    for key, ranks in zip(found.methods, found.ranks, strict=True):
        table[f"rank_{key}"] = ranks
    return table


def alike_table(evaluation: Evaluation, found: Agreement) -> pd.DataFrame:
    """Return one row for each method: the letter of its cluster, A that of the method in use, and its Kendall τ-b with every method."""
    import pandas as pd

    clusters = method_clusters(found, evaluation.scenario.method)
    letters = {key: cluster_letter(k) for k, cluster in enumerate(clusters) for key in cluster}
    table = pd.DataFrame({"method": list(found.methods), "cluster": [letters[key] for key in found.methods]})
    return pd.concat([table, pd.DataFrame(found.kendall, columns=list(found.methods))], axis=1)


def reversal_table(evaluation: Evaluation, changes: tuple[Change, ...]) -> pd.DataFrame:
    """Return one row for each change tried."""
    import pandas as pd

    names = _names(evaluation)
    return pd.DataFrame(
        [
            {
                "change": change.kind,
                "candidate": names[change.alternative] if change.alternative >= 0 else "",
                "others_reordered": change.reversed,
                "first_place_changed": change.leader_changed,
                "ranks_before": " ".join(map(str, change.before)),
                "ranks_after": " ".join(map(str, change.after)),
                "not_tried_because": change.reason,
            }
            for change in changes
        ]
    )


def evidence_table(evaluation: Evaluation, found: EvidenceValue) -> pd.DataFrame:
    """Return one row for each uncertain cell: what knowing it is worth, with what is known of it now."""
    import pandas as pd

    rows = []
    for (i, j), value, error, switch, switch_error in zip(
        found.cells, found.value, found.value_error, found.switch, found.switch_error, strict=True
    ):
        alternative, leaf = evaluation.alternatives[int(i)], evaluation.problem.leaves[int(j)]
        cell = evaluation.performance(alternative.id, leaf.id)
        rows.append(
            {
                "candidate": alternative.name,
                "criterion": leaf.name,
                "value": float(value),
                "error": float(error),
                "told_by_draws": bool(value > error),
                "switch": float(switch),
                "switch_error": float(switch_error),
                "low": cell.low,
                "likely": cell.likely,
                "high": cell.high,
                "confidence": cell.confidence,
                "source": cell.source,
                "set_by_hand": hand_code(evaluation, alternative.id, leaf.id),
            }
        )
    return pd.DataFrame(rows)


def path_table(evaluation: Evaluation, position: int, found: PathToFirst) -> pd.DataFrame:
    """Return one row for each criterion: value now, alone enough, and in the combined change."""
    import pandas as pd

    return pd.DataFrame(
        {
            "candidate": _names(evaluation)[position],
            "criterion": [leaf.name for leaf in evaluation.problem.leaves],
            "value": evaluation.performances[position],
            "set_by_hand": [
                hand_code(evaluation, evaluation.alternatives[position].id, leaf.id)
                for leaf in evaluation.problem.leaves
            ],
            "alone_enough": found.single,
            "combined": np.nan if found.combined is None else found.combined,
        }
    )


def sobol_table(evaluation: Evaluation, found: SobolIndices) -> pd.DataFrame:
    """Return one row for each uncertain cell: its shares of the lead's variance."""
    import pandas as pd

    return pd.DataFrame(
        {
            "candidate": [evaluation.alternatives[int(i)].name for i, _j in found.cells],
            "criterion": [evaluation.problem.leaves[int(j)].name for _i, j in found.cells],
            "set_by_hand": [
                hand_code(
                    evaluation,
                    evaluation.alternatives[int(i)].id,
                    evaluation.problem.leaves[int(j)].id,
                )
                for i, j in found.cells
            ],
            "first_order": found.first,
            "first_order_error": found.first_error,
            "total": found.total,
            "total_error": found.total_error,
        }
    )


def regret_table(evaluation: Evaluation, found: Regret, members: Sequence[str]) -> pd.DataFrame:
    """Return one row for each candidate, the smallest largest regret first: that, whose it is, and the regret for every member."""
    import pandas as pd

    table = pd.DataFrame(
        {
            "candidate": _names(evaluation),
            "largest_regret": found.largest,
            "largest_for": [members[k] for k in found.worst_for],
            "lowest": [i in found.smallest for i in range(len(found.largest))],
        }
        | {f"regret_for_{member}": found.regrets[k] for k, member in enumerate(members)}
    )
    return table.sort_values("largest_regret", kind="stable", ignore_index=True)
