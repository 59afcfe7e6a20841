"""Small blocks of HTML: our words as they are, others' as text."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.charts.parts import Part
from criteria.explain.verdict import Verdict
from criteria.ui.components.common.blocks import (
    caption,
    error,
    heading,
    notes,
    pill,
    verdict_card,
    with_range,
)


def test_the_verdict_is_whole_and_careful_where_it_has_to_be() -> None:
    said = verdict_card(Verdict("<A> leads", ("One.", "Two."), "tie"), "v=1&x=2")
    assert "<h1>&lt;A&gt; leads" in said
    assert "<p>One. Two.</p>" in said
    assert 'data-query="v=1&amp;x=2"' in said
    assert "c-verdict careful" in said
    assert "careful" not in verdict_card(Verdict("A", (), "firm", careful=False), "")
    untested = verdict_card(Verdict("A", (), "not tested", tested=False), "")
    assert "c-verdict untested" in untested
    assert "c-pill good" not in untested
    assert "c-pill" not in verdict_card(Verdict("A", (), ""), "")


def test_notes_headings_and_errors_are_text() -> None:
    assert notes(["<b>", "c"], "T&").count("<li>") == 2
    assert "&lt;b&gt;" in notes(["<b>"], "T")
    assert heading("Who?", "Me.", [Part("<x>", "#123456", (g,)) for g in range(3)]).count("<i style=") == 3
    assert "&lt;x&gt;" in error("<x>")
    assert caption("") == ""
    assert pill("<w>", "warn") == '<span class="c-pill warn">&lt;w&gt;</span>'


def test_a_range_is_shown_where_there_is_one() -> None:
    ash, _birch, cedar, _dogwood = PROBLEM.performances
    assert [with_range(cell) for cell in (*ash, cedar[1])] == ["8 (6–9)", "7", "40", "unknown"]
