"""Reading figures back out of what leaves: CSV, page table, record, deck and one-page PDF."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from html import unescape

from pptx.chart.chart import Chart
from pptx.slide import Slide
from pypdf import PdfReader

from criteria.reports.leaving import Leaving
from criteria.ui.components.shortlist.ranking_table import ranking_table


def rows_of_csv(content: bytes) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(content.decode().removeprefix("\ufeff")))
    return {row.get("candidate_id") or row["id"]: row for row in rows}


def rows_of_page(found: Leaving) -> dict[str, list[str]]:
    """Return the cells of the page's table by the candidate's name."""
    table = str(ranking_table(found.evaluation, found.robustness))
    rows = re.findall(r"<tr>(.*?)</tr>", table)[1:]
    cells = [
        [unescape(re.sub(r"<[^>]*>", "", c)).strip() for c in re.findall(r"<td.*?>(.*?)</td>", row)]
        for row in rows
    ]
    return {row[1].removesuffix(" incomplete"): row for row in cells}


def rows_of_record(content: bytes) -> dict[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read("decision.md").decode()
    lines = [
        re.sub(r"\\(.)", r"\1", line) for line in text.splitlines() if re.match(r"\| (=)?\\?=?\d+ \|", line)
    ]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[1]: row for row in rows}


def text_of_record(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return re.sub(r"\\(.)", r"\1", package.read("decision.md").decode())


def tables_of(slides: Iterable[Slide]) -> list[list[list[str]]]:
    """Return the cells of every table of the slides, row by row."""
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    return [[[cell.text.strip("\u00a0") for cell in row.cells] for row in table.rows] for table in tables]


def charts_of(slides: Iterable[Slide]) -> list[Chart]:
    """Return every chart of the slides."""
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def figures_in_notes(slide: Slide) -> dict[str, list[str]]:
    """Return the figures in the notes of a slide, each behind its heading, by the candidate's name."""
    frame = slide.notes_slide.notes_text_frame
    lines = [line.partition(": ") for line in frame.text.splitlines()] if frame else []
    return {name: told.split(" · ") for name, _colon, told in lines}


def text_of_pdf(content: bytes) -> str:
    """Return the words of a page with one space between them, as they are laid out: row by row."""
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(text.replace("\u200b", "").split())
