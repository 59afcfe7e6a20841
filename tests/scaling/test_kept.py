"""Scaled performances are computed once for equal performances and settings, and nobody can change what is kept."""

from __future__ import annotations

import weakref

import numpy as np
import pytest

from criteria.model.arrays import FloatArray
from criteria.scaling import kept as module
from criteria.scaling.kept import kept
from criteria.scaling.normalization import minmax


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[FloatArray]:
    monkeypatch.setattr(module, "_kept", module._Kept())
    return []


def doubled(calls: list[FloatArray]):  # type: ignore[no-untyped-def]
    @kept
    def found(performances: FloatArray, factor: object) -> FloatArray:
        calls.append(performances)
        return performances * np.asarray(factor)

    return found


def test_equal_performances_and_settings_are_scaled_once(counted: list[FloatArray]) -> None:
    found, one = doubled(counted), np.arange(6.0).reshape(2, 3)
    assert np.array_equal(found(one, np.array([2.0, 2, 2])), 2 * one)
    assert np.array_equal(found(one.copy(), np.array([2.0, 2, 2])), 2 * one)
    assert len(counted) == 1
    assert np.array_equal(found(one, np.array([2.0, 2, 3])), one * [2, 2, 3])
    assert np.array_equal(found(one.reshape(3, 2), 2.0), 2 * one.reshape(3, 2))
    assert len(counted) == 3


def test_a_changed_array_is_scaled_anew(counted: list[FloatArray]) -> None:
    found, one = doubled(counted), np.ones((2, 2))
    assert found(one, 2.0).sum() == 8
    one[0, 0] = 5
    assert found(one, 2.0).sum() == 16


def test_small_performances_are_not_held(counted: list[FloatArray]) -> None:
    whole = np.ones((1_000, 2))
    gone = weakref.ref(whole)
    kept(lambda performances: performances * 2)(whole[:2])
    del whole
    assert gone() is None
    assert len(module._kept) == 1


def test_large_performances_are_kept_only_where_nobody_can_write_to_them(counted: list[FloatArray]) -> None:
    found, large = doubled(counted), np.ones((module.SMALL // 8 + 1, 1))
    found(large, 2.0)
    found(large, 2.0)
    assert len(counted) == 2
    large.setflags(write=False)
    assert found(large, 2.0) is found(large, 2.0)
    assert len(counted) == 3
    found(large[:], 2.0)  # a view: somebody may hold the array behind it
    assert len(counted) == 4


def test_what_is_kept_cannot_be_changed_and_stays_within_its_limit(
    counted: list[FloatArray], monkeypatch: pytest.MonkeyPatch
) -> None:
    scaled = minmax(np.array([[1.0, 2], [3, 1]]), np.array([True, False]))
    with pytest.raises(ValueError, match="read-only"):
        scaled[0, 0] = 9
    monkeypatch.setattr(module, "_MOST", 1_000)
    found = doubled(counted)
    for i in range(50):
        found(np.full((2, 2), float(i)), 2.0)
        assert module._kept.size == 64 * len(module._kept) <= 1_000
    assert len(module._kept) > 5
