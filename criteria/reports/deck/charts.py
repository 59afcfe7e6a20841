"""The deck's charts: PowerPoint's own, whose figures stand in a workbook inside and can be changed there."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.slide import Slide
from pptx.util import Pt

from criteria.charts.palette import UNSPLIT, group_colour
from criteria.reports.deck.slide import INK, LINE_COLOUR, QUIET, Box, office
from criteria.reports.fit import text_width, told_apart

NAMES_HERE = "\u00a0"  # the place of a chart of slopes where names stand
_BEYOND = 1.2  # of the longest negative bar: the axis with room for its figure
NAME_WIDTH = 22.0  # font sizes that a name gets at the end of a line; the table has it whole
_NAMES_SHARE, _WIDEST = (
    0.4,
    30.0,
)  # of a chart of bars for the names beside them, and at most so many font sizes

Series = tuple[str, Sequence[float | None]]


def add_bars(
    slide: Slide,
    box: Box,
    names: Sequence[str],
    series: Sequence[Series],
    alt: str,
    *,
    stacked: bool,
    form: str,
    ranks: Sequence[str] = (),
    names_share: float = _NAMES_SHARE,
) -> None:
    """Draw bars to the right, the first name on top.  series: name and a value for each; form: how numbers are written.

    ranks: what stands before each name.  names_share: of the width, for the names at most.
    """
    kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    size = 9 if len(names) > 12 else 11
    before = [f"{rank}  " for rank in ranks] or [""] * len(names)
    room = min(box.width * names_share / size, _WIDEST) - max(map(text_width, before), default=0.0)
    told = [rank + name for rank, name in zip(before, told_apart(names, room), strict=True)]
    chart = _chart(slide, kind, box, told, series, alt, form)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100 if stacked else -5
    for k, drawn in enumerate(plot.series):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = office(group_colour(k) if len(series) > 1 else UNSPLIT)
        drawn.invert_if_negative = False
    _axes(chart, size=size, form=form)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _legend(chart, len(series))
    if form == "0%":
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 1
        chart.value_axis.major_unit = 0.25
    if len(series) == 1:
        _labels(plot, form)
        _room_for_labels(chart, [value for value in series[0][1] if value is not None])


def add_slopes(
    slide: Slide, box: Box, ends: tuple[str, str], series: Sequence[Series], last: int, alt: str
) -> None:
    """Draw a line for each name between two ranks, 1 on top, with the name at its right end.  last: the lowest rank.

    A third place without a value gives the names their room.
    """
    drawn_to = [(name, [*values, None]) for name, values in series]
    chart = _chart(slide, XL_CHART_TYPE.LINE_MARKERS, box, [*ends, NAMES_HERE], drawn_to, alt, "0")
    axis = chart.value_axis
    axis.reverse_order, axis.minimum_scale, axis.maximum_scale, axis.major_unit = True, 1, max(last, 2), 1
    _axes(chart, size=10, form="0")
    axis.has_major_gridlines = False
    # The line of this axis lies at rank 1 and would run through the name of the leader.
    chart.category_axis.format.line.fill.background()
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.has_legend = False
    told = end_labels(series)
    for k, drawn in enumerate(chart.plots[0].series):
        colour = office(group_colour(k))
        drawn.smooth = False
        drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2)
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        drawn.marker.format.line.color.rgb = colour
        if not told[k]:
            continue
        label = drawn.points[1].data_label
        label.position = XL_LABEL_POSITION.RIGHT
        frame = label.text_frame
        frame.text = f"\u2003{told[k]}"  # beside the heading of the place, not under it
        frame.word_wrap = False  # two lines would run into those of the next rank
        frame.paragraphs[0].runs[0].font.size = Pt(9)
        frame.paragraphs[0].runs[0].font.color.rgb = INK


def end_labels(series: Sequence[Series]) -> list[str]:
    """Return what stands at the right end of each line: of lines that end in one place the first has all names, the others none."""
    names = [name for name, _values in series]
    at: dict[float | None, list[int]] = {}
    for k, (_name, values) in enumerate(series):
        at.setdefault(values[-1], []).append(k)
    labels = [""] * len(series)
    for here in at.values():
        short = told_apart(names, NAME_WIDTH / len(here))
        labels[here[0]] = ", ".join(short[k] for k in here)
    return labels


def _chart(
    slide: Slide,
    kind: XL_CHART_TYPE,
    box: Box,
    names: Sequence[str],
    series: Sequence[Series],
    alt: str,
    form: str,
) -> Chart:
    data = CategoryChartData(number_format=form)
    data.categories = list(names)
    for name, values in series:
        data.add_series(name, list(values))
    frame = slide.shapes.add_chart(kind, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    # The library would write a name that begins with = as a formula, and an address as a link.
    chart.part.chart_workbook.update_from_xlsx_blob(_figures(names, series))
    chart.font.color.rgb = INK
    chart.has_title = False
    return chart


def _figures(names: Sequence[str], series: Sequence[Series]) -> bytes:
    """Return the figures of a chart as the workbook that its formulas refer to, every name as text."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        for i, name in enumerate(names):
            sheet.write_string(1 + i, 0, name)
        for j, (name, values) in enumerate(series, start=1):
            sheet.write_string(0, j, name)
            for i, value in enumerate(values):
                if value is not None:
                    sheet.write_number(1 + i, j, value)
    return buffer.getvalue()


def _axes(chart: Chart, *, size: float, form: str) -> None:
    for axis in (chart.category_axis, chart.value_axis):
        axis.tick_labels.font.size = Pt(size)
        axis.format.line.color.rgb = LINE_COLOUR
    chart.value_axis.tick_labels.number_format = form
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.major_gridlines.format.line.color.rgb = LINE_COLOUR
    chart.category_axis.has_major_gridlines = False


def _legend(chart: Chart, series: int) -> None:
    chart.has_legend = series > 1
    if series > 1:
        legend = chart.legend
        assert legend is not None
        legend.position, legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        legend.font.size = Pt(10)


def _room_for_labels(chart: Chart, values: Sequence[float]) -> None:
    """Let the axis reach beyond negative bars, in whole steps: their figures would run into the names beside them."""
    if min(values, default=0.0) >= 0:
        return
    step = 10.0 ** math.floor(math.log10(max(map(abs, values))))
    ends = [
        side * math.ceil(max(side * v for v in (*values, 0.0)) * _BEYOND / step) * step for side in (-1, 1)
    ]
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = ends


def _labels(plot: object, form: str) -> None:
    plot.has_data_labels = True  # type: ignore[attr-defined]
    labels = plot.data_labels  # type: ignore[attr-defined]
    labels.number_format, labels.number_format_is_linked = form, False
    labels.font.size = Pt(10)
    labels.font.color.rgb = QUIET
