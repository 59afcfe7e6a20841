"""The six slides, one function each; their titles and tables are the parts of the story."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from criteria.charts.parts import amounts_of, parts_of
from criteria.explain import counted
from criteria.explain.lead import shown_digits
from criteria.explain.story import STORY, Part
from criteria.model.text import cut
from criteria.reports.deck.charts import add_bars, add_slopes
from criteria.reports.deck.slide import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Box,
    add_notes,
    add_slide,
    add_table,
    add_text,
)
from criteria.reports.leaving import Leaving
from criteria.translation import translate as _

BARS = 16  # candidates in a chart of bars
NOTED = 60  # candidates whose figures stand in the notes
SLOPES = 8  # lines in a chart of slopes: as many as there are colours
HEIGHT = 540.0
PROPERTY_LIMIT = 255  # characters of a property of the file, by the format
_MIDDLE = 560.0
_SHARES = 376.0  # for the bars of shares: the table beside them needs its longest heading whole


def deck(leaving: Leaving) -> bytes:
    """Return the deck of an evaluation as the bytes of a PPTX file."""
    slides: Deck = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    properties = slides.core_properties
    properties.title, properties.subject, properties.comments = (
        cut(text, PROPERTY_LIMIT) for text in (leaving.face.title, leaving.face.said, leaving.face.foot)
    )
    properties.author = ""
    for key, part in STORY.items():
        told = part(leaving.evaluation, leaving.robustness)
        slide = add_slide(slides, told.title, leaving.face)
        DRAWN[key](slide, leaving, told)
    buffer = io.BytesIO()
    slides.save(buffer)
    return buffer.getvalue()


def _verdict(slide: Slide, leaving: Leaving, part: Part) -> None:
    evaluation = leaving.evaluation
    rows, values = part.rows[:BARS], part.values[:BARS]
    ranks, names = [row[0] for row in rows], [row[1] for row in rows]
    form = "0." + "0" * shown_digits(evaluation) if shown_digits(evaluation) else "0"
    drawn = parts_of(evaluation)  # as on the page: no colour stands for two groups
    amounts = amounts_of(evaluation, drawn, evaluation.order[:BARS])
    stacked = len(drawn) > 1 and float(amounts.min(initial=0)) >= 0
    chart = Box(LEFT - 6, TOP, _MIDDLE, BOTTOM - TOP)
    if stacked:
        series = [(one.label, amounts[:, p].tolist()) for p, one in enumerate(drawn)]
    else:
        series = [(_(evaluation.score_name), [value[0] for value in values])]
    add_bars(slide, chart, names, series, part.title, stacked=stacked, form=form, ranks=ranks)
    beside = Box(LEFT + _MIDDLE + 6, TOP, RIGHT - LEFT - _MIDDLE - 6, BOTTOM - TOP)
    more = len(part.rows) - len(rows)
    sentences = [*part.sentences, _("Weights: {weights}.", weights=leaving.face.weights)]
    if more > 0:
        sentences.append(counted.candidates_in_workbook(more))
    add_text(slide, beside, sentences)
    add_notes(slide, _figures(part))


def _figures(part: Part) -> list[str]:
    """Return the figures of each candidate on one line: what the slides show of some stands in the notes for all."""
    lines = [
        _("{name}: {value}", name=row[1], value=" · ".join(_paired(part.heads, row)))
        for row in part.rows[:NOTED]
    ]
    more = len(part.rows) - len(lines)
    return lines if more <= 0 else [*lines, counted.candidates_in_workbook(more)]


def _paired(heads: Sequence[str], row: Sequence[str]) -> list[str]:
    """Return each figure of a candidate behind its heading; its name and what is empty left out."""
    return [
        f"{head} {cell}" for k, (head, cell) in enumerate(zip(heads, row, strict=True)) if cell and k != 1
    ]


def _moves(slide: Slide, _leaving: Leaving, part: Part) -> None:
    ranked_before = [k for k, (before, _now) in enumerate(part.values) if before]
    lines = [(part.rows[k][0], part.values[k]) for k in ranked_before[:SLOPES]]
    left = Box(LEFT - 6, TOP, 430, BOTTOM - TOP)
    right = Box(LEFT + 440, TOP + 62, RIGHT - LEFT - 440, BOTTOM - TOP - 62)
    told = [*part.sentences]
    if len(lines) < len(part.rows):
        told.append(counted.candidates_drawn(len(lines), len(part.rows)))
    add_text(slide, Box(LEFT + 440, TOP, RIGHT - LEFT - 440, 58), told)
    if lines:
        last = int(max(max(values) for _name, values in lines))
        add_slopes(slide, left, (_("Base case"), _("Now")), lines, last, part.title)
    add_table(slide, right, part, (0.49, 0.2, 0.15, 0.16))


def _runner_up(slide: Slide, leaving: Leaving, part: Part) -> None:
    add_text(slide, Box(LEFT, TOP, RIGHT - LEFT, 50), part.sentences)
    if not part.rows:
        return
    digits = shown_digits(leaving.evaluation) + 1
    series = [(part.heads[1], [value for (value,) in part.values])]
    box = Box(LEFT - 6, TOP + 54, RIGHT - LEFT, BOTTOM - TOP - 54)
    form = f"+0.{'0' * digits};\u22120.{'0' * digits};0"
    add_bars(slide, box, [row[0] for row in part.rows], series, part.title, stacked=False, form=form)


def _change(slide: Slide, leaving: Leaving, part: Part) -> None:
    if not part.rows:
        add_text(slide, Box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP), leaving.face.sentences)
        return
    add_text(slide, Box(LEFT, TOP, RIGHT - LEFT, 44), part.sentences)
    names = [row[0] for row in part.rows][:SLOPES]
    values = part.values[:SLOPES]
    series = [(part.heads[1 + k], list(drawn)) for k, drawn in enumerate(zip(*values, strict=True))]
    add_bars(
        slide,
        Box(LEFT - 6, TOP + 48, _SHARES, BOTTOM - TOP - 48),
        names,
        series,
        part.title,
        stacked=False,
        form="0%",
        names_share=0.48,  # a narrow chart
    )
    first = 0.27
    shares = (first, *[(1 - first) / (len(part.heads) - 1)] * (len(part.heads) - 1))
    beside = LEFT + _SHARES + 6
    add_table(slide, Box(beside, TOP + 52, RIGHT - beside, BOTTOM - TOP - 52), part, shares)


def _gates(slide: Slide, _leaving: Leaving, part: Part) -> None:
    above = 30 if part.sentences else 0
    add_text(slide, Box(LEFT, TOP, RIGHT - LEFT, above), part.sentences)
    if part.rows:
        box = Box(LEFT, TOP + above, RIGHT - LEFT, BOTTOM - TOP - above)
        add_table(slide, box, part, (0.22, 0.11, 0.11, 0.56))


def _next(slide: Slide, _leaving: Leaving, part: Part) -> None:
    above = 30 if part.sentences else 0
    add_text(slide, Box(LEFT, TOP, RIGHT - LEFT, above), part.sentences)
    if part.rows:
        box = Box(LEFT, TOP + above, RIGHT - LEFT, BOTTOM - TOP - above)
        add_table(slide, box, part, (0.34, 0.26, 0.2, 0.2))


DRAWN: Mapping[str, Callable[[Slide, Leaving, Part], None]] = MappingProxyType(
    {
        "verdict": _verdict,
        "moves": _moves,
        "runner-up": _runner_up,
        "change": _change,
        "gates": _gates,
        "next": _next,
    }
)
