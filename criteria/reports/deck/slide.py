"""One slide: a title that fits, a body of texts and tables, and the foot that every slide carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Length, Pt

from criteria.charts.palette import PRINT_COLOURS
from criteria.explain.face import Face
from criteria.explain.story import Part
from criteria.reports.fit import fitting_size, row_heights
from criteria.translation import language_code
from criteria.translation import translate as _

WIDTH, HEIGHT = 960.0, 540.0  # points: 13 1/3 by 7 1/2 inches
LEFT, RIGHT, TOP, BOTTOM = 36.0, 924.0, 118.0, 496.0
_TITLE_SIZES = (28, 26, 24, 22, 20, 18, 16, 14, 12, 11, 10)
_TEXT_SIZES = (16, 15, 14, 13, 12, 11, 10, 9, 8)
_TABLE_SIZES = (12, 11, 10, 9, 8)
_CELL_PAD = 6.0
_BOLD = 1.15  # how much wider bold letters are
_SPELLING = {"en": "en-GB"}  # the spelling that a presentation program checks by


def office(web: str) -> RGBColor:
    """Return a colour of the palette as PowerPoint writes it."""
    return RGBColor.from_string(web.lstrip("#").upper())


INK, QUIET, LINE_COLOUR, HEAD, PAPER = (
    office(PRINT_COLOURS[name]) for name in ("ink", "quiet", "rule", "head", "paper")
)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


def add_slide(deck: Presentation, title: str, face: Face) -> Slide:
    """Return a new slide with its title and foot."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    holder = slide.shapes.title
    assert holder is not None
    _place(holder, Box(LEFT, 24, RIGHT - LEFT, 86))
    _write(
        holder.text_frame,
        [title],
        fitting_size(title, (RIGHT - LEFT - 16) / _BOLD, 78, _TITLE_SIZES),
        bold=True,
    )
    holder.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    foot = slide.shapes.add_textbox(Pt(LEFT), Pt(508), Pt(RIGHT - LEFT), Pt(24))
    size = fitting_size(face.foot + _("Open this scenario"), RIGHT - LEFT - 30, 22, (10, 9, 8, 7, 6))
    _write(foot.text_frame, [face.foot + "  "], size, colour=QUIET)
    run = foot.text_frame.paragraphs[0].add_run()
    run.text = _("Open this scenario")
    run.font.size = Pt(size)
    if face.link.startswith(("https://", "http://")):  # of our own making, and whole
        run.hyperlink.address = face.link
    else:
        run.text = ""
    add_notes(slide, (face.foot, *(f"{name}: {value}" for name, value in face.settings)))
    return slide


def add_notes(slide: Slide, lines: Sequence[str]) -> None:
    """Write lines into the notes of a slide, below what stands there."""
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    before = [notes.text] if notes.text else []
    notes.text = "\n".join((*before, *lines))


def add_text(slide: Slide, box: Box, sentences: Sequence[str]) -> None:
    """Write sentences into a box, one paragraph each, as large as fits."""
    if not sentences:
        return
    shape = slide.shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    size = fitting_size(
        "\n".join(sentences), box.width - 16, box.height - 8 - 6 * len(sentences), _TEXT_SIZES
    )
    _write(shape.text_frame, sentences, size)


def add_table(slide: Slide, box: Box, part: Part, shares: Sequence[float]) -> None:
    """Write the table of a part into a box: as large as fits, and with a last row that counts what has no room.

    shares: of the width, for each column.
    """
    widths = [box.width * share for share in shares]
    inner = [width - 12 for width in widths]
    size, rows = fitting_rows(part.rows, part.heads, inner, box.height)
    heights = row_heights([part.heads, *rows], inner, size, _CELL_PAD)
    frame = slide.shapes.add_table(
        len(rows) + 1, len(part.heads), Pt(box.left), Pt(box.top), Pt(box.width), Pt(sum(heights))
    )
    _fill(frame.table._tbl, [part.heads, *rows], widths, heights, size)


def _fill(
    table: BaseOxmlElement,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    heights: Sequence[float],
    size: float,
) -> None:
    """Put rows into a table, the first one as heading. Written as XML at once: cell by cell takes twenty times as long."""
    for old in list(table):
        if not old.tag.endswith("}tblPr"):
            table.remove(old)
    columns = "".join(f'<a:gridCol w="{Pt(width)}"/>' for width in widths)
    lines = "".join(
        f'<a:tr h="{Pt(height)}">{_cell(size, head=k == 0) * len(row)}</a:tr>'
        for k, (row, height) in enumerate(zip(rows, heights, strict=True))
    )
    made = parse_xml(f"<a:tbl {nsdecls('a')}><a:tblGrid>{columns}</a:tblGrid>{lines}</a:tbl>")
    cells = [words for row in rows for words in row]
    for place, words in zip(made.iter(qn("a:t")), cells, strict=True):
        # An empty cell holds a space of its size: without it the row would be as high as the default font.
        place.text = " ".join(words.split()) or "\u00a0"
    for element in list(made):
        table.append(element)


def _cell(size: float, *, head: bool) -> str:
    pad, half, code = Pt(5), Pt(_CELL_PAD / 2), language_code()
    ground = HEAD if head else PAPER
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="{_SPELLING.get(code, code)}" sz="{round(size * 100)}" b="{int(head)}">'
        f'<a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:rPr><a:t/></a:r>'
        f'</a:p></a:txBody><a:tcPr marL="{pad}" marR="{pad}" marT="{half}" marB="{half}" anchor="ctr">'
        f'<a:solidFill><a:srgbClr val="{ground}"/></a:solidFill></a:tcPr></a:tc>'
    )


def fitting_rows(
    rows: Sequence[Sequence[str]], heads: Sequence[str], widths: Sequence[float], height: float
) -> tuple[float, list[Sequence[str]]]:
    """Return the size at which a table fits, and its rows; where none does, the smallest with as many rows as fit and one that counts the rest."""
    for size in _TABLE_SIZES:
        if sum(row_heights([heads, *rows], widths, size, _CELL_PAD)) <= height:
            return size, list(rows)
    size = _TABLE_SIZES[-1]
    kept = list(rows)
    while len(kept) > 1:
        kept.pop()
        more = _("{count} more in the workbook", count=len(rows) - len(kept))
        last = [more, *[""] * (len(heads) - 1)]
        if sum(row_heights([heads, *kept, last], widths, size, _CELL_PAD)) <= height:
            return size, [*kept, last]
    return size, kept


def _place(shape: Shape, box: Box) -> None:
    shape.left, shape.top = Length(Pt(box.left)), Length(Pt(box.top))
    shape.width, shape.height = Length(Pt(box.width)), Length(Pt(box.height))


def _write(
    frame: TextFrame, paragraphs: Sequence[str], size: float, *, bold: bool = False, colour: RGBColor = INK
) -> None:
    """Write paragraphs as text; nothing in them is read as mark-up."""
    frame.word_wrap = True
    frame.clear()
    for k, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(6 if k < len(paragraphs) - 1 else 0)
        run = paragraph.add_run()
        run.text = " ".join(words.split("\n"))
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = colour
