"""What is open, as sentences."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading
from criteria.files.table.sentences import open_sentences


def test_directions_are_one_sentence_with_the_way_to_answer(reading: Callable[[str], Reading]) -> None:
    (said,) = open_sentences(reading("Vendor,Price,Care\nA,1,2\nB,2,3\n"))
    assert "'Price', 'Care'" in said
    assert '--minimize "Price"' in said


def test_a_hundred_open_columns_are_a_few_lines(reading: Callable[[str], Reading]) -> None:
    head = ",".join(f"c{k}" for k in range(100))
    rows = "\n".join(f"V{i}," + ",".join("<5" for _k in range(100)) for i in range(3))
    assert len(open_sentences(reading(f"Vendor,{head}\n{rows}\n"))) <= 14


def test_nothing_open_is_nothing_said(reading: Callable[[str], Reading]) -> None:
    assert open_sentences(reading("Vendor,x\ndirection,max\nA,1\n")) == []
