"""The same ranking computed by scikit-criteria, and how far the two are apart.

The matrix is scaled here; what follows (weights, ideals, distances, sums) is the other library's, which is imported at first use
(2 to 3 s). It has 23 of our methods with complete orders as they are defined here. Its full multiplicative form and MULTIMOORA multiply by
weights and join the parts by another rule, its ELECTRE I publishes a selection, and SIMUS is not ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from types import MappingProxyType

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking import library_inputs as given
from criteria.ranking.library import run
from criteria.ranking.matrix import maximized, settings_from
from criteria.ranking.score import checked_settings, method_row, ranks_by
from criteria.translation import later
from criteria.translation import translate as _


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class SecondOpinion:
    """What scikit-criteria says of an evaluation.

    method: our key.  version: the library's.  scores, ranks: (ranked,), read-only, in our units and our way of counting.
    largest_difference: between its scores and ours.  same_order: whether all ranks agree.  conventions: where its way differs
    from ours and what was done about it, in sentences that are translated where they are shown; else empty.
    """

    method: str
    version: str
    scores: FloatArray
    ranks: IntArray
    largest_difference: float
    same_order: bool
    conventions: tuple[str, ...]


@frozen_inside
@dataclass(frozen=True, slots=True)
class _Row:
    """module, name: the class.  score: the key of its scores.  prepared: what it is given.  options: its name for our setting.

    fixed: options that are always set so.  inputs: what it takes beside the matrix, one entry for each criterion.
    published: from its scores to ours.  convention: where it differs.  on_scale: where it differs under declared scales.
    """

    module: str
    name: str
    score: str
    prepared: given.Prepared
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fixed: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    published: Callable[[FloatArray], FloatArray] = np.asarray
    inputs: given.Inputs | None = None
    convention: str = ""
    on_scale: str = ""


_LAMBDA = MappingProxyType({"lambda_value": "lambda_"})
_ROWS: Mapping[str, _Row] = MappingProxyType(
    {
        "wsm": _Row("simple", "WeightedSumModel", "score", given.scaled),
        "wpm": _Row(
            "simple",
            "WeightedProductModel",
            "score",
            given.ratios,
            published=lambda found: 10.0**found,
            convention=later(
                "scikit-criteria gives the logarithm of the product; it is compared as a product."
            ),
        ),
        "waspas": _Row("waspas", "WASPAS", "score", given.scaled, _LAMBDA),
        "mairca": _Row("mairca", "MAIRCA", "values", given.positions),
        "topsis": _Row("topsis", "TOPSIS", "similarity", given.distances),
        "vikor": _Row(
            "vikor",
            "VIKOR",
            "q_k",
            given.as_given,
            MappingProxyType({"v": "v"}),
            MappingProxyType({"use_compromise_set": False}),
            convention=later(
                "scikit-criteria ranks the whole compromise set first by default; here it ranks by Q."
            ),
            on_scale=later(
                "scikit-criteria measures regret over the range of the candidates present, not over the declared scale."
            ),
        ),
        "moora": _Row("moora", "RatioMOORA", "score", given.scaled),
        "moora_reference_point": _Row(
            "moora",
            "ReferencePointMOORA",
            "score",
            given.scaled,
            on_scale=later(
                "scikit-criteria measures from the best value present, not from the end of the declared scale."
            ),
        ),
        "mabac": _Row("mabac", "MABAC", "score", given.scaled),
        "edas": _Row("edas", "EDAS", "score", given.as_given),
        "codas": _Row("codas", "CODAS", "score", given.scaled, MappingProxyType({"tau": "tau"})),
        "probid": _Row("probid", "PROBID", "score", given.distances),
        "simplified_probid": _Row("probid", "SimplifiedPROBID", "score", given.distances),
        "copras": _Row(
            "copras",
            "COPRAS",
            "score",
            given.shares,
            published=lambda found: found / 100.0,
            convention=later("scikit-criteria counts in per cent of the best; it is compared as a share."),
        ),
        "cocoso": _Row("cocoso", "CoCoSo", "score", given.scaled, _LAMBDA),
        "marcos": _Row("marcos", "MARCOS", "utility_scores", given.as_given),
        "ram": _Row("ram", "RAM", "score", given.shares),
        "ocra": _Row("ocra", "OCRA", "performance", given.as_given),
        "aras": _Row(
            "aras",
            "ARAS",
            "utility",
            given.below_optimum,
            inputs=given.optimum,
            convention=later(
                "scikit-criteria's own scaling leaves the optimal alternative out of the column sums; it is given the paper's."
            ),
        ),
        "spotis": _Row("spotis", "SPOTIS", "score", given.as_given, inputs=given.bounds),
        "rim": _Row("rim", "RIM", "score", given.as_given, inputs=given.ideals),
        "ervd": _Row(
            "ervd",
            "ERVD",
            "similarity",
            given.prospects,
            MappingProxyType({"alpha_value": "alpha", "lambda_value": "lambda_"}),
            inputs=given.average,
        ),
        "electre_ii": _Row(
            "electre",
            "ELECTRE2",
            "score",
            given.shares,
            MappingProxyType({name: name for name in ("p0", "p1", "p2", "q0", "q1")}),
        ),
    }
)
COMPARED = tuple(_ROWS)


def second_opinion(evaluation: Evaluation) -> SecondOpinion:
    """Return the ranking of an evaluation as scikit-criteria computes it.

    Raises MethodError where it has no such method, or gives no score for these performances.
    """
    method = method_row(evaluation.scenario.method)
    row = _ROWS.get(method.key)
    if row is None:
        raise MethodError(
            _(
                "There is no second opinion on {method}: scikit-criteria does not define it as here.",
                method=method.name,
            )
        )
    settings = checked_settings(method, settings_from(evaluation.problem, method, evaluation.normalization))
    defaults = {parameter.name: parameter.default for parameter in method.parameters}
    raw, senses = np.array(evaluation.performances), maximized(evaluation.problem)
    values, flags = row.prepared(raw, senses, settings)
    inputs = row.inputs(raw, senses, settings) if row.inputs else {}
    options = {theirs: settings.get(ours, defaults[ours]) for theirs, ours in row.options.items()}
    options |= row.fixed
    try:
        found = run(row.module, row.name, values, evaluation.weights, flags, options=options, inputs=inputs)
    except MethodError as error:
        raise MethodError(
            _("scikit-criteria gives no score by {method} for these performances.", method=method.name)
        ) from error
    scores = np.array(row.published(np.asarray(found[row.score], dtype=np.float64)))
    if not np.all(np.isfinite(scores)):
        raise MethodError(_("scikit-criteria gives no finite score for these performances."))
    ranks = ranks_by(method, scores, {})
    conventions = (row.convention, row.on_scale if evaluation.normalization == "scale" else "")
    for array in (scores, ranks):
        array.setflags(write=False)
    return SecondOpinion(
        method=method.key,
        version=version("scikit-criteria"),
        scores=scores,
        ranks=ranks,
        largest_difference=float(np.max(np.abs(scores - evaluation.scores))),
        same_order=bool(np.array_equal(ranks, evaluation.ranks)),
        conventions=tuple(filter(None, conventions)),
    )
