"""What several people said in words."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]
FORM = (
    "Respondent,Preis [A],Preis [B],Qualität [A],Qualität [B]\nAnn,{},{},hoch,mittel\nBob,{},{},{},mittel\n"
)


def ratings(reading: Reading) -> list[list[tuple[float, float, float]]]:
    problem = reading.with_directions(minimize=["Preis"], maximize=["Qualität"]).problem
    assert problem is not None
    return [[(cell.low, cell.likely, cell.high) for cell in row] for row in problem.performances]


def test_words_on_one_scale_are_put_together_by_their_levels(reading: Read) -> None:
    found = reading(FORM.format("hoch", "-", "mittel", "niedrig", "niedrig")).with_answer("people:", "mean")
    assert ratings(found) == [[(2, 2.5, 3), (1, 2, 3)], [(1, 1, 1), (2, 2, 2)]]
    assert any("'Preis': the words are read as an ordered scale: niedrig = 1" in note for note in found.notes)


def test_words_of_several_scales_are_asked_once_as_they_stand_there(reading: Read) -> None:
    found = reading(FORM.format(3, 4, 5, 4, "gut")).with_answers({"people:": "mean"})
    (question,) = [q for q in found.open if q.kind == "order"]
    assert question.about == "Qualität"
    assert "('hoch', 'gut', 'mittel')" in question.text
    assert found.with_directions(maximize=["Qualität"], minimize=["Preis"]).open == (question,)
    answered = found.with_answer("order:Qualität", "mittel < gut = hoch")
    assert ratings(answered) == [[(3, 4, 5), (2, 2, 2)], [(4, 4, 4), (1, 1, 1)]]
    left = found.with_answer("order:Qualität", "left out").with_directions(minimize=["Preis"]).problem
    assert left is not None
    assert [criterion.name for criterion in left.criteria] == ["Preis"]


def test_a_slip_in_a_word_is_asked(reading: Read) -> None:
    found = reading(FORM.format("hoch", "niedrig", "mittel", "niedirg", "hoch")).with_answer(
        "people:", "mean"
    )
    assert "order:Preis" in [q.id for q in found.open]


def test_remarks_stay_texts(reading: Read) -> None:
    found = reading(FORM.format("see mail", "call", "later", "never", "hoch")).with_answer("people:", "mean")
    assert not [q for q in found.open if q.kind == "order"]
