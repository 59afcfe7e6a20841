"""The cells of scores.csv: in any order, unknown where there is no row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import criteria
from criteria.model.evidence import Performance

Folder = Callable[..., Path]
HEAD = "candidate,criterion,low,likely,high,confidence\n"


def test_a_cell_without_a_row_is_unknown(folder: Folder) -> None:
    problem = criteria.load_problem(folder(scores=HEAD + "a,x,1,2,3,A\nb,y,,4,,\n"))
    assert not problem.performance("b", "x").known
    assert problem.performance("b", "y") == Performance(4.0, 4.0, 4.0)


def test_columns_that_nobody_asked_for_are_ignored(folder: Folder) -> None:
    scores = "extra,candidate,criterion,likely\n9,a,x,2\n9,b,x,3\n9,a,y,1\n9,b,y,2\n"
    assert criteria.load_problem(folder(scores=scores)).performance("a", "x").likely == 2


def test_scores_may_come_in_any_order(folder: Folder) -> None:
    shuffled = "candidate,criterion,low,likely,high\nb,y,0,1,2\na,y,1,2,3\nb,x,2,3,4\na,x,1,2,3\n"
    place = folder()
    first = criteria.load_problem(place)
    (place / "scores.csv").write_text(shuffled, encoding="utf-8")
    assert criteria.load_problem(place) == first


def test_what_a_rating_rests_on_and_why_its_confidence_is_kept(folder: Folder) -> None:
    head = "candidate,criterion,likely,basis,confidence_note\n"
    rows = "a,x,2,judgement,source undated\nb,x,3,,\na,y,1,,\nb,y,2,,\n"
    cell = criteria.load_problem(folder(scores=head + rows)).performance("a", "x")
    assert (cell.basis, cell.confidence_note) == ("judgement", "source undated")
