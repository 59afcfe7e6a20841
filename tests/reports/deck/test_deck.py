"""Six slides whose titles are our sentences: nothing cut, nothing over anything else, figures as the engine has them."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from by_hand import BASE, PROBLEM
from flat_problems import flat
from left import LINK, hostile_case, left
from pptx import Presentation

from criteria.charts.parts import parts_of
from criteria.explain.story import story
from criteria.model.text import cut
from criteria.ranking.catalogue import METHODS
from criteria.reports.deck import deck
from criteria.reports.leaving import Leaving


def slides_of(leaving: Leaving):
    return Presentation(io.BytesIO(deck(leaving)))


def charts(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_the_titles_are_the_sentences_of_the_story_and_every_foot_opens_the_scenario() -> None:
    leaving = left()
    found = list(slides_of(leaving).slides)
    told = story(leaving.evaluation, leaving.robustness)
    assert [slide.shapes.title.text_frame.text for slide in found] == [part.title for part in told]
    for slide in found:
        runs = [
            run for s in slide.shapes if s.has_text_frame for p in s.text_frame.paragraphs for run in p.runs
        ]
        assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [LINK]
        assert any(leaving.face.foot in run.text for run in runs)
        assert LINK in slide.notes_slide.notes_text_frame.text


def test_a_link_that_is_not_whole_is_no_link() -> None:
    found = slides_of(left(link="?v=1"))
    runs = [
        r
        for s in found.slides
        for x in s.shapes
        if x.has_text_frame
        for p in x.text_frame.paragraphs
        for r in p.runs
    ]
    assert not any(run.hyperlink.address for run in runs)


def test_the_charts_have_the_engines_figures_and_say_what_they_show() -> None:
    leaving = left(scenario=BASE.with_importance("price", 40))
    verdict, moves, runner_up, change, _gates, _next = slides_of(leaving).slides
    evaluation = leaving.evaluation
    stacks = charts(verdict)[0].plots[0]
    assert [c.split()[-1] for c in stacks.categories] == [
        evaluation.alternatives[i].label for i in evaluation.order
    ]
    for row, position in enumerate(evaluation.order):
        assert sum(series.values[row] for series in stacks.series) == pytest.approx(
            float(evaluation.scores[position])
        )
    assert [list(series.values) for series in charts(moves)[0].plots[0].series] == [
        [1, 1, None],
        [3, 2, None],
        [2, 3, None],
    ]
    parts = [values[0] for values in story(evaluation, leaving.robustness)[2].values]
    assert list(charts(runner_up)[0].plots[0].series[0].values) == pytest.approx(parts)
    assert leaving.robustness is not None
    first = charts(change)[0].plots[0].series[0].values
    assert max(first) == pytest.approx(float(max(leaving.robustness.weights.first)))
    for slide in (verdict, moves, runner_up, change):
        frame = next(shape for shape in slide.shapes if shape.has_chart)
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == slide.shapes.title.text_frame.text


def test_of_more_groups_than_colours_those_on_the_page_are_drawn_each_in_a_colour_of_its_own() -> None:
    rng = np.random.default_rng(2)
    problem = flat(rng.random((4, 11)).tolist(), scale=(0, 1))
    leaving = left(problem, problem.base_scenario().with_method("wsm"))
    plot = charts(slides_of(leaving).slides[0])[0].plots[0]
    assert [series.name for series in plot.series] == [one.label for one in parts_of(leaving.evaluation)]
    colours = [str(series.format.fill.fore_color.rgb) for series in plot.series]
    assert len(set(colours)) == len(colours) == 8
    for row, position in enumerate(leaving.evaluation.order):
        assert sum(series.values[row] for series in plot.series) == pytest.approx(
            float(leaving.evaluation.scores[position])
        )


@pytest.mark.parametrize("case", ["small", "hostile"])
def test_nothing_leaves_the_slide_and_nothing_lies_over_anything_else(case: str) -> None:
    leaving = left() if case == "small" else left(problem := hostile_case(), problem.base_scenario())
    found = slides_of(leaving)
    for slide in found.slides:
        boxes = [
            (s.left, s.top, s.left + s.width, s.top + s.height)
            for s in slide.shapes
            if s.has_chart or s.has_table or s.text_frame.text.strip()
        ]
        for left_, top, right, bottom in boxes:
            assert 0 <= left_ < right <= found.slide_width
            assert 0 <= top < bottom <= found.slide_height
        for k, one in enumerate(boxes):
            for other in boxes[k + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (slide.shapes.title.text_frame.text, one, other)


def test_names_from_strangers_are_text_in_slides_and_in_the_charts_workbooks() -> None:
    from openpyxl import load_workbook

    problem = hostile_case()
    found = slides_of(left(problem, problem.base_scenario()))
    texts = [
        shape.text_frame.text for slide in found.slides for shape in slide.shapes if shape.has_text_frame
    ]
    assert any("=HYPERLINK" in text for text in texts)
    for slide in found.slides:
        links = [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]
        assert set(links) <= {LINK}
        for chart in charts(slide):
            book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
            assert {cell.data_type for cell in cells} <= {"s", "n"}
            assert all(cell.hyperlink is None for cell in cells)


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_deck(method: str) -> None:
    assert len(slides_of(left(scenario=BASE.with_method(method))).slides) == 6


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Impress is not installed")
def test_libreoffice_opens_the_deck_with_long_and_japanese_names(tmp_path: Path) -> None:
    problem = hostile_case()
    (tmp_path / "deck.pptx").write_bytes(deck(left(problem, problem.base_scenario())))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(words, check=True, timeout=240, capture_output=True)
    assert (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page/") == 6


def test_the_slide_on_moves_says_how_many_candidates_its_chart_leaves_out() -> None:
    rng = np.random.default_rng(4)
    problem = flat(rng.random((11, 3)).tolist(), scale=(0, 1))
    found = slides_of(left(problem, problem.base_scenario().with_method("wsm"))).slides[1]
    said = " ".join(shape.text_frame.text for shape in found.shapes if shape.has_text_frame)
    assert len(charts(found)[0].plots[0].series) == 8
    assert "The chart shows the first 8 of 11 candidates." in said


def test_names_as_long_as_they_may_be_fit_into_the_properties_of_the_file() -> None:
    long = tuple(
        replace(a, short_name="", name=(f"Name {i} " * 30)[:120]) for i, a in enumerate(PROBLEM.alternatives)
    )
    found = left(replace(PROBLEM, alternatives=long, title="T" * 120))
    assert len(found.face.said) > 255
    properties = slides_of(found).core_properties
    assert properties.subject == cut(found.face.said, 255)


def test_names_with_one_beginning_are_told_apart_in_every_chart_and_stand_in_one_line() -> None:
    places = ["North", "South", "East", "West"]
    renamed = tuple(
        replace(one, short_name="", name=f"International Consortium for Car Platforms, {place} Division")
        for one, place in zip(PROBLEM.alternatives, places, strict=True)
    )
    named = replace(PROBLEM, alternatives=renamed)
    found = slides_of(left(named, named.base_scenario().with_importance("price", 90))).slides
    (bars,), (slopes,), (shares,) = (charts(found[k]) for k in (0, 1, 3))
    ends = [one.points[1].data_label for one in slopes.plots[0].series]
    frames = [end.text_frame for end in ends if end.has_text_frame]
    for drawn in (bars.plots[0].categories, shares.plots[0].categories, [frame.text for frame in frames]):
        told = [place for name in drawn for place in places if place in name]
        assert len(told) == len(set(told)) == len(list(drawn)) > 1
    assert [frame.word_wrap for frame in frames] == [False] * len(frames)
