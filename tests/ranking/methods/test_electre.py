"""ELECTRE I and II: what objects, what is left out, and who is alike."""

from __future__ import annotations

import numpy as np

from criteria.ranking.methods.electre import all_alike, concordance_and_discordance

BENEFITS = np.array([True, True])


def test_concordance_adds_the_weights_that_agree_and_discordance_is_the_strongest_objection() -> None:
    table = np.array([[8.0, 1.0], [6.0, 5.0]])
    agreeing, opposing = concordance_and_discordance(table, np.array([0.7, 0.3]), BENEFITS, "none")
    np.testing.assert_allclose(agreeing, [[np.nan, 0.7], [0.3, np.nan]], rtol=1e-12)
    np.testing.assert_allclose(opposing, [[np.nan, 1.0], [0.5, np.nan]], rtol=1e-12)  # 4 of 4, and 2 of 4
    turned = concordance_and_discordance(table, np.array([0.7, 0.3]), np.array([False, True]), "none")
    np.testing.assert_allclose(turned[0], [[np.nan, 0.0], [1.0, np.nan]], rtol=1e-12)


def test_a_criterion_without_weight_neither_agrees_nor_objects_nor_sets_the_range() -> None:
    table = np.array([[8.0, 1.0, 0.0], [6.0, 5.0, 900.0]])
    three = concordance_and_discordance(table, np.array([0.7, 0.3, 0.0]), np.array([True] * 3), "none")
    two = concordance_and_discordance(table[:, :2], np.array([0.7, 0.3]), BENEFITS, "none")
    for found, expected in zip(three, two, strict=True):
        np.testing.assert_array_equal(found, expected)


def test_values_that_are_one_share_of_the_sum_object_by_nothing() -> None:
    one = 0.1
    table = np.array([[one], [np.nextafter(one, 1)], [one]])
    agreeing, opposing = concordance_and_discordance(table, np.array([1.0]), np.array([True]))
    off = ~np.eye(3, dtype=bool)
    assert np.all(np.isfinite(agreeing[off]))
    assert np.all(np.isfinite(opposing[off]))


def test_alike_are_those_that_no_weighted_criterion_tells_apart() -> None:
    table = np.array([[1.0, 2.0], [1.0, 3.0]])
    assert all_alike(table, np.array([1.0, 0.0]))
    assert not all_alike(table, np.array([0.9, 0.1]))
