"""What scikit-criteria is given, by hand."""

from __future__ import annotations

import numpy as np

from criteria.ranking import library_inputs

VALUES = np.array([[2.0, 4.0], [6.0, 12.0]])
FLAGS = np.array([True, False])


def test_the_optimal_alternative_takes_part_in_the_column_sums() -> None:
    # Optimum (6, 4): 6 / (6 + 2 + 6), and of costs (1/4) / (1/4 + 1/4 + 1/12) = 3/7.
    assert np.allclose(library_inputs.optimum(VALUES, FLAGS, {})["ideal"], [6 / 14, 3 / 7])
    below, senses = library_inputs.below_optimum(VALUES, FLAGS, {})
    assert np.allclose(below, [[2 / 14, 3 / 7], [6 / 14, 1 / 7]])
    assert senses.all()


def test_ideals_and_expected_points_are_the_best_ends_of_the_declared_scale_or_of_the_data() -> None:
    declared = {"scales": [(0.0, 10.0), (1.0, 20.0)]}
    assert library_inputs.bounds(VALUES, FLAGS, declared)["isp"] == [10.0, 1.0]
    assert library_inputs.ideals(VALUES, FLAGS, {})["ref_ideals"] == [(6.0, 6.0), (4.0, 4.0)]
    assert library_inputs.ideals(VALUES, FLAGS, {})["ranges"] == [(2.0, 6.0), (4.0, 12.0)]


def test_the_reference_point_is_the_average_of_what_is_scaled() -> None:
    found = library_inputs.average(VALUES, FLAGS, {"normalization": "sum"})
    assert np.allclose(found["reference_points"], [0.5, 0.5])


def test_costs_are_inverted_for_products_and_negated_for_distances() -> None:
    ratios, _senses = library_inputs.ratios(VALUES, FLAGS, {"normalization": "none"})
    assert np.allclose(ratios, [[2.0, 1 / 4], [6.0, 1 / 12]])
    shares, _senses = library_inputs.distances(VALUES, FLAGS, {"normalization": "sum"})
    assert np.allclose(shares, [[0.25, -0.25], [0.75, -0.75]])


def test_positions_leave_no_zero() -> None:
    positions, _senses = library_inputs.positions(VALUES, FLAGS, {})
    assert positions.tolist() == [[1.0, 2.0], [2.0, 1.0]]
