"""Examples printed with the papers, as pymcdm quotes them."""

from __future__ import annotations

import numpy as np

from criteria.ranking.score import score


def test_rim_equals_the_example_of_cables_lamata_verdegay_2016() -> None:
    matrix = [
        [30, 0, 2, 3, 3, 2],
        [40, 9, 1, 3, 2, 2],
        [25, 0, 3, 1, 3, 2],
        [27, 0, 5, 3, 3, 1],
        [45, 15, 2, 2, 3, 4],
    ]
    found = score(
        "rim",
        matrix,
        [0.2262, 0.2143, 0.1786, 0.1429, 0.1190, 0.1190],
        [True, True, False, True, True, True],
        scales=[[23, 60], [0, 15], [0, 10], [1, 3], [1, 3], [1, 5]],
        ref_ideals=[[30, 35], [10, 15], [0, 0], [3, 3], [3, 3], [4, 5]],
    )
    np.testing.assert_allclose(found.values, [0.5866, 0.7558, 0.3716, 0.4666, 0.7401], atol=5.1e-5)
    assert found.ranks.tolist() == [3, 1, 5, 4, 2]


def test_probid_equals_the_example_of_wang_rangaiah_wang_2021() -> None:
    matrix = [
        [1.679e6, 1.525e-7, 3.747e-5, 0.251, 2.917],
        [2.213e6, 1.304e-7, 3.250e-5, 0.218, 6.633],
        [2.461e6, 1.445e-7, 3.854e-5, 0.259, 0.553],
        [2.854e6, 1.540e-7, 3.970e-5, 0.266, 1.597],
        [3.107e6, 1.522e-7, 3.779e-5, 0.254, 2.905],
        [3.574e6, 1.469e-7, 3.297e-5, 0.221, 6.378],
        [3.932e6, 1.977e-7, 3.129e-5, 0.210, 11.381],
        [4.383e6, 1.292e-7, 3.142e-5, 0.211, 9.929],
        [4.988e6, 1.690e-7, 3.767e-5, 0.253, 8.459],
        [5.497e6, 5.703e-7, 3.012e-5, 0.200, 18.918],
        [5.751e6, 4.653e-7, 3.017e-5, 0.201, 17.517],
    ]
    found = score(
        "probid", matrix, [0.1819, 0.2131, 0.1838, 0.1832, 0.2379], [True, False, False, False, False]
    )
    expected = [0.8568, 0.7826, 0.9362, 0.9369, 0.9379, 0.8716, 0.5489, 0.7231, 0.7792, 0.3331, 0.3387]
    np.testing.assert_allclose(found.values, expected, atol=6e-5)


def test_ervd_equals_the_example_of_shyur_and_others_2015() -> None:
    # Published with x / Σx, and a reference point of 80 in the units of each criterion.
    matrix = [
        [80, 70, 87, 77, 76, 80, 75],
        [85, 65, 76, 80, 75, 65, 75],
        [78, 90, 72, 80, 85, 90, 85],
        [75, 84, 69, 85, 65, 65, 70],
        [84, 67, 60, 75, 85, 75, 80],
        [85, 78, 82, 81, 79, 80, 80],
        [77, 83, 74, 70, 71, 65, 70],
        [78, 82, 72, 80, 78, 70, 60],
        [85, 90, 80, 88, 90, 80, 85],
        [89, 75, 79, 67, 77, 70, 75],
        [65, 55, 68, 62, 70, 50, 60],
        [70, 64, 65, 65, 60, 60, 65],
        [95, 80, 70, 75, 70, 75, 75],
        [70, 80, 79, 80, 85, 80, 70],
        [60, 78, 87, 70, 66, 70, 65],
        [92, 85, 88, 90, 85, 90, 95],
        [86, 87, 80, 70, 72, 80, 85],
    ]
    weights = [0.066, 0.196, 0.066, 0.130, 0.130, 0.216, 0.196]
    found = score("ervd", matrix, weights, [True] * 7, reference_points=[80] * 7)
    expected = [
        0.66,
        0.503,
        0.885,
        0.521,
        0.61,
        0.796,
        0.498,
        0.549,
        0.908,
        0.565,
        0.07,
        0.199,
        0.632,
        0.716,
        0.438,
        0.972,
        0.767,
    ]
    np.testing.assert_allclose(found.values, expected, atol=5.1e-4)
    assert found.ranks.tolist() == [7, 13, 3, 12, 9, 4, 14, 11, 2, 10, 17, 16, 8, 6, 15, 1, 5]
