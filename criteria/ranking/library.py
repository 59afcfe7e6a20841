"""The one door to scikit-criteria, for the second opinion; no ranking rests on it.

It guards what was observed with scikit-criteria 0.10: weights are not normalized, blanks and zeros reach divisions,
ties are broken by an order taken for ranks, some methods refuse costs, MARCOS prints, and the library takes seconds to
import. It takes one set of weights that sum to 1.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from threading import Lock
from types import MappingProxyType, ModuleType

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.translation import translate as _

_importing = Lock()
_warnings = Lock()  # the filters of `warnings` belong to the whole process


@cache
def _library(name: str) -> ModuleType:
    """Return a module of scikit-criteria's aggregators, imported at first use."""
    import importlib

    with _importing:
        module = importlib.import_module(f"skcriteria.agg.{name}")
        if name == "marcos":
            # MARCOS prints its scores; a module's own name shadows the builtin, in this module only.
            module.__dict__["print"] = lambda *_args, **_options: None
    return module


def run(
    module: str,
    class_name: str,
    values: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    options: Mapping[str, object] = MappingProxyType({}),
    inputs: Mapping[str, Sequence[object]] = MappingProxyType({}),
) -> Mapping[str, FloatArray]:
    """Return what scikit-criteria computed, by its own names; its complaints become a MethodError.

    Criteria of weight 0 are left out: CoCoSo would count v⁰ = 1 for them and ELECTRE let them object.
    inputs: what the method takes beside its options, each with one entry for each criterion.
    """
    import skcriteria

    library = _library(module)
    counts = weights > 0
    matrix = skcriteria.mkdm(values[:, counts], np.where(maximized, 1, -1)[counts], weights=weights[counts])
    kept = {
        name: [entry for entry, counted in zip(given, counts, strict=True) if counted]
        for name, given in inputs.items()
    }
    try:
        with _warnings, warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result = getattr(library, class_name)(**options).evaluate(matrix, **kept)
    except (ValueError, TypeError, ArithmeticError) as error:
        # With validated input these are all divisions by zero that the library noticed only when ranking their result.
        raise MethodError(_no_score(class_name)) from error
    found: Mapping[str, FloatArray] = result.e_
    return found


def _no_score(method: str) -> str:
    return _(
        "{method} divides by zero on these performances: one candidate is best everywhere or worst everywhere, or values are 0. "
        "Choose another normalization or another method.",
        method=method,
    )
