"""Several people's ratings of one candidate."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]
BY_ROW = "Vendor,Rater,Price (min),Quality (max)\nAcme,Ann,4,3\nAcme,Bob,5,\nBolt,Ann,3,5\nBolt,Bob,2,4\n"
BY_HEAD = "Criterion,Direction,Acme,,,Bolt,,\n,,Ann,Bob,Avg,Ann,Bob,Avg\nPrice,min,4,5,4.5,3,2,2.5\nQuality,max,3,3,3,5,4,4.5\n"


def test_raters_in_rows_are_asked_and_put_together(reading: Read) -> None:
    found = reading(BY_ROW)
    assert [q.kind for q in found.open] == ["people"]
    problem = found.with_answer("people:", "mean").problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["Acme", "Bolt"]
    rows = [[(c.low, c.likely, c.high) for c in row] for row in problem.performances]
    assert rows == [[(4, 4.5, 5), (3, 3, 3)], [(2, 2.5, 3), (4, 4.5, 5)]]


def test_raters_under_heads_are_put_together_and_averages_left_out(reading: Read) -> None:
    found = reading(BY_HEAD).with_answer("people:", "mean")
    assert found.problem is not None
    assert [a.name for a in found.problem.alternatives] == ["Acme", "Bolt"]
    assert [[c.likely for c in row] for row in found.problem.performances] == [[4.5, 3], [2.5, 4.5]]
    assert sum("average" in note for note in found.notes) == 2


def test_they_may_be_candidates_of_their_own(reading: Read) -> None:
    apart = reading(BY_ROW).with_answer("people:", "apart").problem
    assert apart is not None
    assert [a.name for a in apart.alternatives] == ["Acme (Ann)", "Acme (Bob)", "Bolt (Ann)", "Bolt (Bob)"]


def test_the_same_name_twice_without_a_rater_is_a_finding(reading: Read) -> None:
    found = reading("Vendor,Price (min)\nAcme,4\nAcme,5\nBolt,2\nBolt,3\n")
    assert any("more than once" in text for text in found.findings)
