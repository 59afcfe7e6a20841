"""All that leaves with a scenario, one row each, and the pack that holds all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from types import MappingProxyType

from criteria.files.record import Decision, record_zip
from criteria.files.record.package import packed
from criteria.files.shortlist import inputs_csv, shortlist_csv
from criteria.reports.leaving import Leaving
from criteria.translation import later


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that leaves: its name behind the problem's, what it is called, its media type, and what makes it.

    packed: whether it is part of the pack.
    """

    name: str
    title: str
    media: str
    make: Callable[[Leaving, Decision], bytes]
    packed: bool = True


def _deck(leaving: Leaving, _decision: Decision) -> bytes:
    from criteria.reports.deck import (
        deck,  # late: the library takes a third of a second, and most never need it
    )

    return deck(leaving)


def _page(paper: str) -> Callable[[Leaving, Decision], bytes]:
    def page(leaving: Leaving, _decision: Decision) -> bytes:
        from criteria.reports.page import one_page  # late, for the same reason

        return one_page(leaving, paper=paper)

    return page


def _workbook(leaving: Leaving, _decision: Decision) -> bytes:
    from criteria.reports.workbook import workbook

    return workbook(
        leaving.evaluation, leaving.face, leaving.robustness, version=leaving.version, name=leaving.name
    )


def _record(leaving: Leaving, decision: Decision) -> bytes:
    return record_zip(
        leaving.evaluation,
        leaving.robustness,
        leaving.face,
        decision,
        version=leaving.version,
        name=leaving.name,
        sealed=leaving.sealed,
    )


def _shortlist(leaving: Leaving, _decision: Decision) -> bytes:
    return shortlist_csv(leaving.evaluation, leaving.robustness, leaving.face).encode()


def _inputs(leaving: Leaving, _decision: Decision) -> bytes:
    face = leaving.face
    return inputs_csv(leaving.evaluation, version=leaving.version, link=face.link, face=face).encode()


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILES: Mapping[str, FileRow] = MappingProxyType(
    {
        "deck": FileRow("deck.pptx", later("Deck"), f"{_OFFICE}presentationml.presentation", _deck),
        "page": FileRow("page.pdf", later("One page (A4)"), "application/pdf", _page("a4")),
        "poster": FileRow("page-a3.pdf", later("One page (A3)"), "application/pdf", _page("a3"), False),
        "workbook": FileRow("workbook.xlsx", later("Workbook"), f"{_OFFICE}spreadsheetml.sheet", _workbook),
        "record": FileRow("record.zip", later("Decision record"), "application/zip", _record),
        "shortlist": FileRow("shortlist.csv", later("Shortlist (CSV)"), "text/csv", _shortlist),
        "inputs": FileRow("inputs.csv", later("Inputs (CSV)"), "text/csv", _inputs),
    }
)


def _nobody(_title: str) -> None:
    """Take notice of nothing."""


def pack(leaving: Leaving, decision: Decision | None = None, begun: Callable[[str], None] = _nobody) -> bytes:
    """Return deck, page, workbook, record, shortlist and inputs as the bytes of one zip.  begun: is told, in English, which file is being made."""
    said = decision or Decision()
    rows = {key: row for key, row in FILES.items() if row.packed}
    with ThreadPoolExecutor(1) as beside:
        # Typst sets the page without holding Python up: the other files are written meanwhile, on another processor.
        page = beside.submit(copy_context().run, rows["page"].make, leaving, said)
        made = {}
        for key, row in rows.items():
            if key != "page":
                begun(row.title)
                made[key] = row.make(leaving, said)
        begun(rows["page"].title)
        made["page"] = page.result()
    return packed({file_name(leaving, row.name): made[key] for key, row in rows.items()})


def file_name(leaving: Leaving, name: str) -> str:
    """Return the name of a file: problem, day, and what it is."""
    return f"{leaving.problem.id}-{leaving.face.day}-{name}"
