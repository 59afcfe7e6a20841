"""Every value of the package that holds arrays or mappings is frozen to the bottom; what a caller hands in is left alone."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import MappingProxyType

import numpy as np
import pytest

import criteria
from criteria.model.frozen import frozen, frozen_inside

# Values that are made step by step, or hold what the session changes; and those that freeze what they hold themselves.
WORKING = ("criteria.files.table.", "criteria.ui.", "criteria.files.csv_rows")
FREEZE_THEMSELVES = {"Problem", "PerformanceTable", "CriteriaTree"}
HOLDING = ("Array", "Mapping", "dict[", "list[", "Details", "Settings", "set[")


def dataclasses_of_the_package() -> Iterator[type]:
    for found in pkgutil.walk_packages(criteria.__path__, "criteria."):
        if found.name.endswith("__main__") or ".ui" in found.name or ".migrations" in found.name:
            continue
        module = importlib.import_module(found.name)
        for _name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ == found.name and dataclasses.is_dataclass(cls):
                yield cls


CLASSES = [c for c in dataclasses_of_the_package() if not f"{c.__module__}.".startswith(WORKING)]
HOLDERS = [
    c
    for c in CLASSES
    if any(
        any(kind in str(f.type) for kind in HOLDING) and "Callable" not in str(f.type)
        for f in dataclasses.fields(c)
    )
]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: f"{c.__module__}.{c.__name__}")
def test_every_value_is_frozen(cls: type) -> None:
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("cls", HOLDERS, ids=lambda c: f"{c.__module__}.{c.__name__}")
def test_every_value_that_holds_arrays_or_mappings_is_frozen_inside(cls: type) -> None:
    assert cls.__name__ in FREEZE_THEMSELVES or getattr(cls, "is_frozen_inside", False)


def test_arrays_mappings_and_lists_are_frozen_at_any_depth() -> None:
    mine = np.array([1.0, 2.0])
    value = frozen({"a": [mine, {"b": mine}], "c": {1, 2}})
    assert isinstance(value, MappingProxyType)
    first, inner = value["a"]
    for array in (first, inner["b"]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 9
    with pytest.raises(TypeError):
        inner["b"] = 1
    assert value["c"] == frozenset({1, 2})
    mine[0] = 7.0  # the caller's own stays writable, and is no part of the value
    assert first[0] == 1.0


def test_a_read_only_view_of_an_array_that_is_written_to_is_copied() -> None:
    mine = np.zeros(3)
    view = mine[:]
    view.setflags(write=False)
    kept = frozen(view)
    mine[0] = 5.0
    assert kept[0] == 0.0  # type: ignore[index]
    assert frozen(kept) is kept


def test_a_value_made_from_arrays_cannot_be_changed_through_them() -> None:
    @frozen_inside
    @dataclasses.dataclass(frozen=True, slots=True)
    class Result:
        values: np.ndarray
        names: dict[str, list[int]]

    values, names = np.ones(2), {"a": [1]}
    result = Result(values, names)
    values[0], names["a"] = 5.0, []
    assert result.values.tolist() == [1.0, 1.0]
    assert dict(result.names) == {"a": (1,)}
    assert dataclasses.replace(result, values=np.zeros(1)).values.flags.writeable is False


def test_weights_and_performances_handed_to_an_engine_stay_writable() -> None:
    performances, weights = np.array([[1.0, 2.0], [3.0, 1.0]]), np.array([0.4, 0.6])
    sense = np.array([True, True])
    given = {"weights": weights, "maximized": sense}
    criteria.score("wsm", performances, **given)  # type: ignore[arg-type]
    criteria.robustness.agreement(performances, methods=("wsm", "topsis"), **given)  # type: ignore[arg-type]
    criteria.robustness.smallest_flip("wsm", performances, **given)  # type: ignore[arg-type]
    criteria.weighting.swing(weights)
    assert performances.flags.writeable
    assert weights.flags.writeable
    assert sense.flags.writeable
