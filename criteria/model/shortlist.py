"""The shortlist as a tidy table: one row for each candidate, ranked ones first, those set apart after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from criteria.model.evaluation import Evaluation, SetApart
from criteria.model.gates import GateStatus
from criteria.model.scenario import cells_of
from criteria.translation import translate as _


def shortlist(evaluation: Evaluation) -> pd.DataFrame:
    """Return one row for each candidate of the problem.

    Columns: rank (missing where set apart), rank_if_added_back (only where set apart), candidate_id, candidate, score,
    gate_status (pass, to check, warning, conditional, waived, fail, set aside), gate_reason, rank_in_base_case, rank_change (positive: up),
    contribution_<group> (adding up to the score), rank_<method>, share_of_unknown_cells (0 to 1), incomplete,
    cells_confidence_A, _B, _C.
    """
    rows = [*_ranked_rows(evaluation), *_set_apart_rows(evaluation)]
    table = pd.DataFrame(rows)
    whole = [c for c in table.columns if c.startswith("rank") or c.startswith("cells_")]
    return table.astype(dict.fromkeys(whole, "Int64"))


def _ranked_rows(evaluation: Evaluation) -> Iterator[dict[str, object]]:
    for position in evaluation.order:
        alternative = evaluation.alternatives[position]
        status, reason = gate_standing(evaluation, alternative.id)
        row: dict[str, object] = {
            "rank": int(evaluation.ranks[position]),
            "rank_if_added_back": None,
            "candidate_id": alternative.id,
            "candidate": alternative.name,
            "score": float(evaluation.scores[position]),
            "gate_status": status,
            "gate_reason": reason,
            "rank_in_base_case": int(evaluation.base_ranks[position]) or None,
            "rank_change": evaluation.rank_change(position),
        }
        for g, group in enumerate(evaluation.groups):
            shares = evaluation.contributions
            row[f"contribution_{group.id}"] = None if shares is None else float(shares[position, g])
        row |= {f"rank_{method}": int(ranks[position]) for method, ranks in evaluation.method_ranks.items()}
        yield row | _evidence(evaluation, alternative.id)


def _set_apart_rows(evaluation: Evaluation) -> Iterator[dict[str, object]]:
    for apart in sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank)):
        status, reason = gate_standing(evaluation, apart.alternative)
        row: dict[str, object] = {
            "rank": None,
            "rank_if_added_back": apart.rank,
            "candidate_id": apart.alternative,
            "candidate": evaluation.problem.alternatives[evaluation.problem.row(apart.alternative)].name,
            "score": apart.score,
            "gate_status": _("set aside") if apart.by_hand else status,
            "gate_reason": reason_set_apart(apart) or reason,
        }
        yield row | _evidence(evaluation, apart.alternative)


def reason_set_apart(apart: SetApart) -> str:
    """Return why a candidate is not ranked, in sentences."""
    sentences = [_("Set aside by hand.")] if apart.by_hand else []
    return " ".join([*sentences, *(result.reason for result in apart.failed)])


def gate_standing(evaluation: Evaluation, alternative: str) -> tuple[str, str]:
    """Return the worst status of a candidate at the gates in force, and the reasons for anything but a pass."""
    results = evaluation.results_of(alternative)
    open_points = [result for result in results if result.status is not GateStatus.PASS]
    reasons = " ".join(
        _("{reason} (waived)", reason=result.reason) if result.waived else result.reason
        for result in open_points
    )
    in_force = {(result.gate.hard, result.status) for result in open_points if not result.waived}
    if (True, GateStatus.FAIL) in in_force:
        return _("fail"), reasons
    if (True, GateStatus.CONDITIONAL) in in_force:
        return _("conditional"), reasons
    if (False, GateStatus.FAIL) in in_force:
        return _("warning"), reasons
    if any(result.waived and result.gate.hard for result in open_points):
        return _("waived"), reasons
    return (_("to check"), reasons) if in_force else (_("pass"), reasons)


def _evidence(evaluation: Evaluation, alternative: str) -> dict[str, object]:
    cells = cells_of(evaluation.problem, evaluation.scenario)[evaluation.problem.row(alternative)]
    unknown = sum(not cell.known for cell in cells)
    grades = Counter(cell.confidence for cell in cells if cell.known)
    return {
        "share_of_unknown_cells": unknown / len(cells),
        "incomplete": unknown > 0,
        **{f"cells_confidence_{grade}": grades[grade] for grade in "ABC"},
    }
