"""ELECTRE III: how credible it is that one candidate is at least as good as another, and two distillations of that.

Sources: Roy (1978); Roy & Bouyssou (1993), ch. 6; Figueira, Mousseau & Roy (2005) for the formulas and the distillation.
"""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Details
from criteria.ranking.methods.electre import check_pairs
from criteria.scaling.checks import per_criterion
from criteria.translation import translate as _

_ROUNDING = 1e-9
# The discrimination threshold s(credibility) = 0.30 - 0.15 credibility (Roy & Bouyssou 1993).
_INTERCEPT, _SLOPE = 0.30, 0.15

Classes = tuple[tuple[int, ...], ...]


def ranks_of_distillations(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "none",
    q: object = 0.0,
    p: object = 0.0,
    v: object = None,
) -> tuple[FloatArray, Details]:
    """Return the mean of the ranks (m,) in the descending and in the ascending distillation; lower is better.

    q, p, v: indifference, preference and veto thresholds in the criterion's unit, for all criteria or for each, q ≤ p ≤ v; v None
    or nan for no veto. A criterion without weight has no veto. Details: concordance and credibility (m, m) with 1 on the
    diagonal; discordance (m, m, n); descending: sets of indices in the order they are taken out, best first; ascending: worst
    first; descending_ranks and ascending_ranks (m,).
    """
    m, n = performances.shape
    check_pairs(m, n, "ELECTRE III")
    indifference, preference = _threshold(q, n, "q"), _threshold(p, n, "p")
    veto = np.full(n, np.nan) if v is None else _threshold(v, n, "v", blanks=True)
    if np.any(indifference > preference) or np.any(preference > veto):
        raise MethodError(_("ELECTRE III needs 0 ≤ q ≤ p ≤ v for every criterion."))
    signed = np.where(maximized, performances, -performances)
    behind = signed[None, :, :] - signed[:, None, :]  # how far i is behind k
    rounding = _ROUNDING * np.abs(performances).max(axis=0)
    agreeing = _falling(behind, indifference, preference, rounding)
    concordance = agreeing @ weights
    opposing = np.where(
        np.isnan(veto) | (weights == 0), 0.0, 1.0 - _falling(behind, preference, veto, rounding)
    )
    credible = credibility(concordance, opposing)
    descending, ascending = distillation(credible, best_first=True), distillation(credible, best_first=False)
    from_top = _ranks(descending, len(credible))
    from_bottom = _ranks(tuple(reversed(ascending)), len(credible))
    return (from_top + from_bottom) / 2.0, {
        "concordance": concordance,
        "discordance": opposing,
        "credibility": credible,
        "descending": descending,
        "ascending": ascending,
        "descending_ranks": from_top.astype(np.int64),
        "ascending_ranks": from_bottom.astype(np.int64),
    }


def _threshold(given: object, n: int, name: str, *, blanks: bool = False) -> FloatArray:
    values = per_criterion(given, (n,), name, one_for_all=True, blanks=True)
    if not np.all((np.isfinite(values) & (values >= 0)) | (np.isnan(values) & blanks)):
        raise MethodError(
            _(
                "ELECTRE III: '{name}' must be a number of at least 0, for all criteria or for each of the {n}.",
                name=name,
                n=n,
            )
        )
    return values


def _falling(behind: FloatArray, start: FloatArray, end: FloatArray, rounding: FloatArray) -> FloatArray:
    """Return 1 up to `start`, 0 from `end` on, and a straight line between; a step just after where both are equal."""
    width = end - start
    with np.errstate(invalid="ignore"):
        line = np.clip(np.divide(end - behind, width, out=np.zeros_like(behind), where=width > 0), 0.0, 1.0)
        return np.where(behind <= start + rounding, 1.0, line)


def credibility(concordance: FloatArray, opposing: FloatArray) -> FloatArray:
    """Return the credibility (m, m) that the row is at least as good as the column: concordance, weakened by strong objections.

    Each objection d above the concordance c takes the factor (1 - d) / (1 - c). opposing: (m, m, n), 0 to 1.
    """
    room = 1.0 - concordance[:, :, None]
    # Where everybody agrees there is no objection above it, and nothing to divide by.
    factors = np.divide(
        1.0 - opposing,
        room,
        out=np.ones_like(opposing),
        where=(opposing > concordance[:, :, None]) & (room > 0),
    )
    found: FloatArray = concordance * factors.prod(axis=2)
    np.fill_diagonal(found, 1.0)
    return found


def distillation(credible: FloatArray, *, best_first: bool) -> Classes:
    """Return sets of indices in the order in which they are taken out: from the best down, or from the worst up."""
    left = list(range(len(credible)))
    found = []
    while left:
        taken = _distilled(credible, left, best_first=best_first)
        found.append(tuple(taken))
        left = [i for i in left if i not in taken]
    return tuple(found)


def _distilled(credible: FloatArray, members: list[int], *, best_first: bool) -> list[int]:
    """Return those with the best (or worst) qualification, told apart at ever lower levels of credibility."""
    level: float | None = None
    while len(members) > 1:
        inner = credible[np.ix_(members, members)]
        off = inner[~np.eye(len(members), dtype=np.bool_)]
        level = float(off.max()) if level is None else level
        lower = off[off < level - _discrimination(level) - _ROUNDING]
        level = float(lower.max()) if len(lower) else 0.0
        outranks = (inner > level + _ROUNDING) & (inner > inner.T + _discrimination(inner) + _ROUNDING)
        np.fill_diagonal(outranks, False)
        qualification = outranks.sum(axis=1) - outranks.sum(axis=0)
        chosen = qualification.max() if best_first else qualification.min()
        members = [member for member, own in zip(members, qualification, strict=True) if own == chosen]
        if level <= 0:
            break
    return members


def _discrimination(level: FloatArray | float) -> FloatArray | float:
    return _INTERCEPT - _SLOPE * level


def _ranks(classes: Classes, m: int) -> FloatArray:
    """Return competition ranks (m,) of classes, best first."""
    position = np.empty(m)
    for number, members in enumerate(classes):
        position[list(members)] = number
    return competition_ranks(position, higher_is_better=False).astype(np.float64)
