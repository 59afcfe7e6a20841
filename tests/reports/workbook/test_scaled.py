"""Each normalization as a formula gives what the engine's function gives, evaluated by the package `formulas`."""

from __future__ import annotations

import formulas
import numpy as np
import pytest

from criteria.ranking.catalogue import METHODS
from criteria.ranking.methods.topsis import comparable
from criteria.reports.workbook.scaled import SCALED
from criteria.scaling.normalization import benefits, inverted_costs

COLUMN = np.array([[3.0], [7.0], [4.5]])


def engine(method: str, normalization: str, maximized: bool) -> np.ndarray:
    flags, scales = np.array([maximized]), [(0.0, 10.0)]
    if method == "topsis":
        return comparable(COLUMN, flags, normalization, scales)
    if method == "wpm" and normalization == "none":
        return inverted_costs(COLUMN, flags, "none")
    return benefits(COLUMN, flags, normalization, scales)


@pytest.mark.parametrize(
    ("method", "normalization"), [(method, name) for method, names in SCALED.items() for name in names]
)
@pytest.mark.parametrize("maximized", [True, False])
def test_each_formula_is_the_engines_normalization(method: str, normalization: str, maximized: bool) -> None:
    formula = SCALED[method][normalization][0 if maximized else 1]("A2", "A1:A3", "B1", "B2")
    call = formulas.Parser().ast("=" + formula)[1].compile()
    given = {"A2": COLUMN[1:2], "A1:A3": COLUMN, "B1": np.array([[0.0]]), "B2": np.array([[10.0]])}
    found = float(np.asarray(call(*(given[str(name)] for name in call.inputs))).ravel()[0])
    assert found == pytest.approx(float(engine(method, normalization, maximized)[1, 0]), abs=1e-12)


def test_every_normalization_that_these_methods_offer_has_its_formulas() -> None:
    for method, formulas_of in SCALED.items():
        assert set(METHODS[method].normalizations) <= set(formulas_of)
