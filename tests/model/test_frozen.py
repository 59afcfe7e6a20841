"""Every value of the package is frozen to the bottom, by the types of its fields and as it is met in a whole evaluation."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import importlib
import inspect
import pkgutil
import re
import types
import typing
from collections.abc import Callable, Iterator
from types import MappingProxyType

import numpy as np
import pytest
from by_hand import CEDAR, evaluated, robust
from pydantic import BaseModel

import criteria
from criteria.model.frozen import frozen, frozen_inside
from criteria.robustness.evaluated import figures

# What is no value: a thing that is made step by step, the session, what runs in the background, a connection.
WORKING = {
    "criteria.files.table.roles.column.Column",
    "criteria.files.table.source.package.Extent",
    "criteria.files.table.table.Table",
    "criteria.files.table.settled.FirstPart",
    "criteria.files.table.settled.Numbers",
    "criteria.files.table.settled.Settled",
    "criteria.files.table.understood.Understood",
    "criteria.files.table.values.column.ColumnReading",
    "criteria.files.table.work.Work",
    "criteria.reports.workbook.sheet.Kept",
    "criteria.store.connect.Store",
    "criteria.ui.background.jobs.Job",
    "criteria.ui.background.question.Question",
    "criteria.ui.cache._Kept",
    "criteria.ui.components.common.steady.Resumed",
    "criteria.ui.components.common.weight_ranges.RangesLine",
    "criteria.ui.components.shortlist.drawer.Places",
    "criteria.ui.components.shortlist.layout.Slots",
    "criteria.ui.server.messages.Where",
    "criteria.ui.server.widget_states.TruthfulState",
    "criteria.ui.session.Session",
}
FREEZE_THEMSELVES = {"Problem", "PerformanceTable", "CriteriaTree"}  # met by the walk through an evaluation
PLAIN = (str, int, float, bool, bytes, type(None), tuple, frozenset, types.UnionType, re.Pattern)
PLAIN_BASES = (enum.Enum, datetime.date, datetime.time, datetime.timedelta, np.generic, np.dtype)


def dataclasses_of_the_package() -> Iterator[type]:
    for found in pkgutil.walk_packages(criteria.__path__, "criteria."):
        if found.name.endswith("__main__") or ".migrations" in found.name:
            continue
        module = importlib.import_module(found.name)
        for _name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ == found.name and dataclasses.is_dataclass(cls):
                yield cls


def is_working(cls: type) -> bool:
    return f"{cls.__module__}.{cls.__name__}" in WORKING


CLASSES = list(dataclasses_of_the_package())
VALUES = [cls for cls in CLASSES if not is_working(cls)]


def mutable_parts(kind: object) -> Iterator[object]:
    """Yield the types inside a field's type that could be written to."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal or "Callable" in str(origin):
        return
    inner = kind.__args__ if isinstance(kind, types.UnionType) else typing.get_args(kind)
    for part in inner:
        if part is not Ellipsis:
            yield from mutable_parts(part)
    held = origin or kind
    if isinstance(held, type) and issubclass(held, BaseModel) and held.model_config.get("frozen"):
        return  # checked by pydantic as it is made
    if held in PLAIN or is_value(held) or (isinstance(held, type) and issubclass(held, PLAIN_BASES)):
        return
    if held not in (typing.Any, Callable, typing.Union) or not inner:
        yield held


def is_value(kind: object) -> bool:
    return (
        isinstance(kind, type)
        and dataclasses.is_dataclass(kind)
        and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        and not is_working(kind)
    )


def not_frozen(cls: type) -> list[str]:
    """Return the fields of a value that could be written to, each with the type that allows it."""
    if not cls.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        return [f"{cls.__name__} itself"]
    if getattr(cls, "is_frozen_inside", False) or cls.__name__ in FREEZE_THEMSELVES:
        return []
    hints = typing.get_type_hints(cls)
    return [
        f"{field.name}: {part}"
        for field in dataclasses.fields(cls)
        for part in mutable_parts(hints[field.name])
    ]


@pytest.mark.parametrize("cls", VALUES, ids=lambda c: f"{c.__module__}.{c.__name__}")
def test_no_field_of_any_value_can_be_written_to(cls: type) -> None:
    assert not_frozen(cls) == []


def test_the_list_of_what_is_no_value_names_only_what_is_there() -> None:
    assert sum(map(is_working, CLASSES)) == len(WORKING)


@pytest.mark.parametrize(
    "kind",
    [list[int], "dict[str, int]", np.ndarray, tuple[np.ndarray, ...], object, set[str], "int | list[int]"],
)
def test_a_field_that_could_be_written_to_is_found(kind: object) -> None:
    planted = dataclasses.make_dataclass("Planted", [("sound", tuple[int, ...]), ("open", kind)], frozen=True)
    assert [found.split(":")[0] for found in not_frozen(planted)][:1] == ["open"]
    assert not_frozen(frozen_inside(planted)) == []


def open_places(value: object, path: str = "", seen: set[int] | None = None) -> Iterator[str]:
    """Yield where a value made by the package could be written to, down to its last array."""
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(
        value, (str, bytes, int, float, np.generic, enum.Enum, types.FunctionType)
    ):
        return
    seen.add(id(value))
    if isinstance(value, np.ndarray):
        if value.flags.writeable or (value.base is not None and value.base.flags.writeable):
            yield path
    elif isinstance(value, MappingProxyType):
        for key, inner in value.items():
            yield from open_places(inner, f"{path}[{key!r}]", seen)
    elif isinstance(value, (tuple, frozenset)):
        for i, inner in enumerate(value):
            yield from open_places(inner, f"{path}[{i}]", seen)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from open_places(getattr(value, field.name), f"{path}.{field.name}", seen)
    elif value is not None and not isinstance(value, (re.Pattern, datetime.date)) and not callable(value):
        yield f"{path} ({type(value).__name__})"


def test_an_evaluation_and_all_that_follows_from_it_is_frozen_to_the_last_array() -> None:
    evaluation = evaluated()
    found = {
        "evaluation": evaluation,
        "robustness": robust(),
        "methods": criteria.METHODS,
        "sweep": figures.weight_sweep_of(evaluation, "price"),
        "flip": figures.smallest_flip_of(evaluation, "l1"),
        "acceptability": figures.acceptability_of(evaluation, "both"),
        "evidence": figures.evidence_value_of(evaluation),
        "path": figures.path_to_first_of(evaluation, CEDAR),
        "reversal": figures.rank_reversal_of(evaluation),
        "second": criteria.second_opinion(evaluation),
        "score": criteria.score("topsis", [[1, 2], [3, 1]], [1, 1], [True, True]),
    }
    assert list(open_places(MappingProxyType(found))) == []
    assert list(open_places((np.ones(2), [1]))) == ["[0]", "[1] (list)"]


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
