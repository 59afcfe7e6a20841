"""The one door to scikit-criteria, for the methods that have no kernel here.

It guards what was observed with scikit-criteria 0.10: weights are not normalized, blanks and zeros reach divisions,
ties are broken by an order taken for ranks, some methods refuse costs, MARCOS prints, and the library takes seconds to
import. Each function takes one set of weights that sum to 1; `batched` makes a kernel of it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import cache
from threading import Lock
from types import MappingProxyType, ModuleType
from typing import Protocol

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details, DetailsFunction, Kernel, Setting
from criteria.ranking.normalization import (
    benefits,
    checked_bounds,
    minmax,
    per_criterion,
    refuse_negative,
    share_of_sum,
    signs,
    vector,
)
from criteria.translation import translate as _

_importing = Lock()
_warnings = Lock()  # the filters of `warnings` belong to the whole process


class Evaluation(Protocol):
    """Performances (m, n), weights (n,), maximized (n,) and settings to the score (m,) and the intermediates."""

    def __call__(
        self, performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
    ) -> tuple[FloatArray, Details]: ...


@cache
def _library(name: str) -> ModuleType:
    """Return a module of scikit-criteria's aggregators, imported at first use."""
    import importlib  # noqa: PLC0415 - the import takes seconds and most sessions never need it

    with _importing:
        module = importlib.import_module(f"skcriteria.agg.{name}")
        if name == "marcos":
            # MARCOS prints its scores; a module's own name shadows the builtin, in this module only.
            module.__dict__["print"] = lambda *_args, **_options: None
    return module


def _run(
    module: str,
    class_name: str,
    values: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    options: Mapping[str, object] = MappingProxyType({}),
    inputs: Mapping[str, object] = MappingProxyType({}),
) -> Mapping[str, FloatArray]:
    """Return what scikit-criteria computed, by its own names; its complaints become a MethodError."""
    import skcriteria  # noqa: PLC0415

    library = _library(module)
    matrix = skcriteria.mkdm(values, np.where(maximized, 1, -1), weights=weights)
    try:
        with _warnings, warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result = getattr(library, class_name)(**options).evaluate(matrix, **inputs)
    except (ValueError, TypeError, ArithmeticError) as error:
        # With validated input these are all divisions by zero that the library noticed only when ranking their result.
        raise MethodError(_no_score(class_name)) from error
    found: Mapping[str, FloatArray] = result.e_
    return found


def _finite(method: str, score: FloatArray) -> FloatArray:
    score = np.asarray(score, dtype=np.float64)
    if not np.all(np.isfinite(score)):
        raise MethodError(_no_score(method))
    return score


def _no_score(method: str) -> str:
    return _(
        "{method} divides by zero on these performances: somebody is best everywhere or worst everywhere, or values are 0. "
        "Choose another normalization or another method.",
        method=method,
    )


def all_alike(performances: FloatArray) -> bool:
    """Whether no criterion tells any two alternatives apart."""
    return bool(np.all(performances == performances[0]))


def batched(evaluation: Evaluation) -> tuple[Kernel, DetailsFunction]:
    """Return a kernel that evaluates one row of weights at a time, and its details (for a single row)."""

    def kernel(
        performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
    ) -> FloatArray:
        rows = weights.reshape(-1, weights.shape[-1])
        scores = [_weighted_only(evaluation, performances, row, maximized, settings)[0] for row in rows]
        return np.array(scores).reshape((*weights.shape[:-1], len(performances)))

    def details(
        performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
    ) -> Details:
        if weights.ndim != 1:
            return {}
        return _weighted_only(evaluation, performances, weights, maximized, settings)[1]

    return kernel, details


def _weighted_only(
    evaluation: Evaluation,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    settings: Mapping[str, Setting],
) -> tuple[FloatArray, Details]:
    """Evaluate without the criteria of weight 0: CoCoSo would count v⁰ = 1 for them, ELECTRE let them object."""
    counts = weights > 0
    if np.all(counts):
        return evaluation(performances, weights, maximized, **settings)
    kept = {
        name: np.asarray(value)[counts] if name in _PER_CRITERION and value is not None else value
        for name, value in settings.items()
    }
    return evaluation(performances[:, counts], weights[counts], maximized[counts], **kept)


_PER_CRITERION = ("scales", "reference_points", "ref_ideals")


def codas(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
    scales: object = None,
    tau: float = 0.02,
) -> tuple[FloatArray, Details]:
    """Return the summed relative assessment; higher is better; 0 for all where all are alike."""
    values = benefits(performances, maximized, normalization, scales)
    found = _run("codas", "CODAS", values, weights, np.ones_like(maximized), options={"tau": tau})
    return _finite("CODAS", found["score"]), {}


def cocoso(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    lambda_: float = 0.5,
) -> tuple[FloatArray, Details]:
    """Return the combined compromise score, positive; higher is better."""
    values = benefits(performances, maximized, normalization, scales)
    found = _run("cocoso", "CoCoSo", values, weights, np.ones_like(maximized), options={"lambda_value": lambda_})
    return _finite("CoCoSo", found["score"]), {name: found[name] for name in ("k_a", "k_b", "k_c")}


def marcos(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "linear"
) -> tuple[FloatArray, Details]:
    """Return the utility function f(K), positive; higher is better. Performances must be positive."""
    refuse_zero_or_negative(performances, "MARCOS")
    found = _run("marcos", "MARCOS", performances, weights, maximized)
    return _finite("MARCOS", found["utility_scores"]), {name: found[name] for name in ("K_minus", "K_plus")}


def ram(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> tuple[FloatArray, Details]:
    """Return the root assessment score, from ∛2 to √3; higher is better."""
    found = _run("ram", "RAM", share_of_sum(performances), weights, maximized)
    return _finite("RAM", found["score"]), {name: found[name] for name in ("sum_benefit", "sum_cost")}


def mairca(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
) -> tuple[FloatArray, Details]:
    """Return the summed gap between theoretical and real assessment, 0 to 1/m; lower is better.

    The method looks at min-max positions only, so they are handed over plus 1: the library refuses zeros.
    """
    positions = minmax(performances, maximized) + 1.0
    found = _run("mairca", "MAIRCA", positions, weights, np.ones_like(maximized))
    return _finite("MAIRCA", found["values"]), {}


def ocra(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "none"
) -> tuple[FloatArray, Details]:
    """Return the operational competitiveness, at least 0; higher is better. Performances must be positive."""
    refuse_zero_or_negative(performances, "OCRA")
    found = _run("ocra", "OCRA", performances, weights, maximized)
    return _finite("OCRA", found["performance"]), {
        name: found[name] for name in ("input_performance", "output_performance")
    }


def probid(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "vector"
) -> tuple[FloatArray, Details]:
    """Return the ratio of distances to the tiers of ideals plus the distance to the average; higher is better.

    0.5 for all where all are alike. Costs are handed over negated: distances are the same.
    """
    if all_alike(performances):
        return np.full(len(performances), 0.5), {}
    values = vector(performances) * signs(maximized)
    found = _run("probid", "PROBID", values, weights, np.ones_like(maximized))
    return _finite("PROBID", found["score"]), {}


def simplified_probid(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "vector"
) -> tuple[FloatArray, Details]:
    """Return the distance to the worst quarter over the distance to the best quarter; higher is better; 1 where all are alike."""
    if all_alike(performances):
        return np.ones(len(performances)), {}
    values = vector(performances) * signs(maximized)
    found = _run("probid", "SimplifiedPROBID", values, weights, np.ones_like(maximized))
    return _finite("PROBID (simplified)", found["score"]), {}


def ervd(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    reference_points: object = None,
    alpha: float = 0.88,
    lambda_: float = 2.25,
) -> tuple[FloatArray, Details]:
    """Return the relative value distance, 0 to 1; higher is better; 0.5 for all where all are alike.

    reference_points: (n,), on the normalized scale; by default the average of each column.
    """
    values = benefits(performances, maximized, normalization, scales)
    if all_alike(values[:, weights > 0]):
        return np.full(len(performances), 0.5), {}
    points = values.mean(axis=0)
    if reference_points is not None:
        points = per_criterion(reference_points, (values.shape[1],), "reference_points")
    found = _run(
        "ervd",
        "ERVD",
        values,
        weights,
        np.ones_like(maximized),
        options={"alpha_value": alpha, "lambda_value": lambda_},
        inputs={"reference_points": points},
    )
    return _finite("ERVD", found["similarity"]), {name: found[name] for name in ("s_plus", "s_minus")}


def rim(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "scale",
    scales: object = None,
    ref_ideals: object = None,
) -> tuple[FloatArray, Details]:
    """Return the closeness to the reference ideal, 0 to 1; higher is better.

    scales: (n, 2), the range of each criterion, by default that of the data.  ref_ideals: (n, 2), by default its best end.
    """
    low, high = performances.min(axis=0), performances.max(axis=0)
    ranges = np.column_stack([low, high]) if scales is None else checked_bounds(performances, scales, "scales")
    best = np.where(maximized, ranges[:, 1], ranges[:, 0])
    ideals = np.column_stack([best, best])
    if ref_ideals is not None:
        ideals = per_criterion(ref_ideals, ranges.shape, "ref_ideals")
        inside = (ranges[:, 0] <= ideals[:, 0]) & (ideals[:, 0] <= ideals[:, 1]) & (ideals[:, 1] <= ranges[:, 1])
        if not np.all(inside):
            raise MethodError(
                _("'{name}': criterion {j} must hold an interval inside its range.", name="ref_ideals", j=int(np.argmin(inside)) + 1)
            )
    pairs = {"ref_ideals": [tuple(row) for row in ideals], "ranges": [tuple(row) for row in ranges]}
    found = _run("rim", "RIM", performances, weights, maximized, inputs=pairs)
    return _finite("RIM", found["score"]), {name: found[name] for name in ("i_plus", "i_minus")}


def refuse_zero_or_negative(performances: FloatArray, method: str) -> None:
    """Raise MethodError, naming the first place, for a value that the method would divide by or take a ratio of."""
    refuse_negative(performances, method)
    if np.any(performances == 0):
        i, j = (int(index) for index in np.argwhere(performances == 0)[0])
        raise MethodError(
            _(
                "Alternative {i}, criterion {j} is 0, and {method} takes ratios of values. Choose another method, or give a "
                "small positive value.",
                i=i + 1,
                j=j + 1,
                method=method,
            )
        )


def _outranking(
    class_name: str,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    options: Mapping[str, object],
) -> Mapping[str, FloatArray]:
    return _run("electre", class_name, share_of_sum(performances), weights, maximized, options=options)


def electre_i(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    p: float = 0.65,
    q: float = 0.35,
) -> tuple[FloatArray, Details]:
    """Return how many alternatives strictly outrank each (outrank it and are not outranked by it); lower is better.

    p, q: concordance and discordance thresholds, 0 to 1. Details: concordance, discordance, outranking, kernel.
    The kernel holds those whom nobody outranks, and everybody where all are alike; it can be empty.
    """
    m = len(performances)
    if all_alike(performances):
        agreeing, opposing = _off_diagonal(np.ones((m, m))), _off_diagonal(np.zeros((m, m)))
        kernel, outranks = np.arange(m), ~np.eye(m, dtype=np.bool_)
    else:
        found = _outranking("ELECTRE1", performances, weights, maximized, {"p": p, "q": q})
        agreeing, opposing = found["matrix_concordance"], found["matrix_discordance"]
        # Sums of weights such as 0.1 + 0.2 + 0.35 stand a rounding error away from a threshold that they equal.
        with np.errstate(invalid="ignore"):
            outranks = (agreeing >= p - 1e-9) & (opposing <= q + 1e-9)
        kernel = np.flatnonzero(~outranks.any(axis=0))
    strict = outranks & ~outranks.T
    return strict.sum(axis=0).astype(np.float64), {
        "concordance": agreeing,
        "discordance": opposing,
        "outranking": outranks,
        "kernel": kernel,
    }


def electre_ii(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    p0: float = 0.65,
    p1: float = 0.5,
    p2: float = 0.35,
    q0: float = 0.65,
    q1: float = 0.35,
) -> tuple[FloatArray, Details]:
    """Return the mean of the direct and the inverted rank; lower is better; 1 for all where all are alike.

    p0 ≥ p1 ≥ p2: concordance thresholds; q0 ≥ q1: discordance thresholds (strong relation: p0 with q0 or p1 with q1; weak:
    p2 with q0).
    """
    if not (1 >= p0 >= p1 >= p2 >= 0 and 1 >= q0 >= q1 >= 0):
        raise MethodError(_("ELECTRE II needs 1 ≥ p0 ≥ p1 ≥ p2 ≥ 0 and 1 ≥ q0 ≥ q1 ≥ 0."))
    if all_alike(performances):
        return np.ones(len(performances)), {}
    # A sum of weights that equals a threshold may stand a rounding error away from it; thresholds give way a little.
    thresholds = {name: max(0.0, value - 1e-9) for name, value in (("p0", p0), ("p1", p1), ("p2", p2))}
    thresholds |= {name: min(1.0, value + 1e-9) for name, value in (("q0", q0), ("q1", q1))}
    found = _outranking("ELECTRE2", performances, weights, maximized, thresholds)
    names = {"matrix_concordance": "concordance", "matrix_discordance": "discordance"}
    return _finite("ELECTRE II", found["score"]), {ours: found[theirs] for theirs, ours in names.items()}


def _off_diagonal(matrix: FloatArray) -> FloatArray:
    np.fill_diagonal(matrix, np.nan)
    return matrix


LIBRARY_METHODS: Mapping[str, Callable[..., tuple[FloatArray, Details]]] = MappingProxyType(
    {
        "codas": codas,
        "cocoso": cocoso,
        "marcos": marcos,
        "ram": ram,
        "mairca": mairca,
        "ocra": ocra,
        "probid": probid,
        "simplified_probid": simplified_probid,
        "ervd": ervd,
        "rim": rim,
        "electre_i": electre_i,
        "electre_ii": electre_ii,
    }
)
