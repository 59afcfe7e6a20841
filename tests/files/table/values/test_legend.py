"""What sheets say about the ends of their scales."""

from __future__ import annotations

import pytest

from criteria.files.table.values.legend import Legend, legend_of, legend_of_rows


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Sicherheit (1 = sehr gut, 6 = ungenügend)", (1, 6, True)),
        ("Scale: 1 = excellent ... 5 = poor", (1, 5, True)),
        ("Legend: 1 (worst) to 10 (best)", (1, 10, False)),
        ("Notes : 1 = insuffisant / 4 = très bien", (1, 4, False)),
        ("Escala: 1: muy malo, 2: malo, 5: excelente", (1, 5, False)),
    ],
)
def test_the_words_for_its_ends_tell_which_is_the_best(text: str, ends: tuple[int, int, bool]) -> None:
    assert legend_of(text) == Legend(*ends)


@pytest.mark.parametrize(
    "text", ["Price 2026: 120", "Phase 1 = pilot, 2 = rollout", "1 = good", "Score (1-5)", "=" * 999]
)
def test_what_explains_no_scale_is_none(text: str) -> None:
    assert legend_of(text) is None


def test_a_legend_in_rows_is_read() -> None:
    assert legend_of_rows([("1", "very poor", ""), ("", "", ""), (5.0, "excellent")]) == Legend(1, 5, False)
    assert legend_of_rows([("Alpha", "1", "2"), ("1", "Berlin")]) is None
