"""Saving the open problem: what a plain table loses is said, and nothing is said to be lost that is not."""

from __future__ import annotations

from criteria.model.problem import Problem
from criteria.ui.components.own_table.save import loss_markup


def test_the_loss_of_a_plain_table_is_said(case: Problem, suppliers: Problem) -> None:
    assert "Must-haves are left out." in loss_markup(case)
    assert "reads back to the same numbers" in loss_markup(suppliers)
