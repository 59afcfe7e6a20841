"""The zip of a record, written and read back: what no longer agrees with its digest is said, what is broken is a sentence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from criteria.errors import CriteriaError, FileError
from criteria.explain.face import Face
from criteria.explain.verdict import said_in_one_line, verdict
from criteria.files.document import problem_from_document, scenario_from_document
from criteria.files.record.decision import Decision
from criteria.files.record.document import (
    PARTS,
    DecisionDocument,
    decision_schema,
    digest_of,
    digest_of_part,
    document_of,
    read_document,
)
from criteria.files.record.markdown import record_markdown
from criteria.files.record.sheets import RECORD_SHEET, record_in_workbook
from criteria.files.seal import Seal, seal_document, seal_from_document
from criteria.files.seal_check import check_seal
from criteria.files.shortlist import inputs_csv, shortlist_csv
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.ranking.evaluate import evaluate
from criteria.robustness.evaluated.summary import Robustness, live_robustness
from criteria.translation import later
from criteria.translation import translate as _

DOCUMENT, MARKDOWN = "decision.json", "decision.md"
SEAL = "seal.json"
SUMS = "SHA256SUMS"  # the digest of each file, as `sha256sum --check` reads them
RECORD = "record.zip"  # how the name of a record ends that lies in a board pack
_ZIP = b"PK"  # how every zip begins, workbooks too
_STAMP = (1980, 1, 1, 0, 0, 0)  # equal records are equal bytes; the day is inside
# What the parts are called where they no longer agree.
_NAMES = {
    "date": later("the date"),
    "verdict": later("the verdict"),
    "decision": later("the decision"),
    "problem": later("the problem"),
    "scenario": later("the scenario"),
}


@dataclass(frozen=True, slots=True)
class Reopened:
    """A record that was read back.

    verdict: the headline as it stood then.  notes: what the reader should know before trusting it.  sealed: the seal in it, if any.
    """

    problem: Problem
    scenario: Scenario
    decision: Decision
    name: str
    day: str
    verdict: str
    notes: tuple[str, ...]
    sealed: Seal | None = None

    @property
    def told(self) -> str:
        """What the record said when it was made, and when that was."""
        return _("Record of {day}: {verdict}.", day=self.day, verdict=self.verdict)


def record_zip(
    evaluation: Evaluation,
    robustness: Robustness | None,
    face: Face,
    decision: Decision | None = None,
    *,
    version: str,
    name: str = "",
    sealed: Seal | None = None,
) -> bytes:
    """Return the record of an evaluation as the bytes of a zip; the same bytes for the same values.

    sealed: the seal that was made before scores were seen; the record says what became of it, and holds it.
    """
    decision = decision or Decision()
    document = document_of(evaluation, face, decision, version=version, name=name)
    files = {
        "shortlist.csv": shortlist_csv(evaluation, robustness, face).encode(),
        "inputs.csv": inputs_csv(evaluation, version=version, link=face.link, face=face).encode(),
        "decision.schema.json": decision_schema().encode(),
    }
    if sealed is not None:
        files[SEAL] = seal_document(sealed).encode()
    document["files"] = {name: digest_of(content) for name, content in files.items()}
    content = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode()
    check = None if sealed is None else check_seal(sealed, evaluation.problem, evaluation.scenario)
    markdown = record_markdown(evaluation, robustness, face, decision, digest_of(content), check).encode()
    files = {MARKDOWN: markdown, DOCUMENT: content, **files}
    return packed(files | {SUMS: _sums(files)})


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{digest_of(content)}  {name}\n" for name, content in files.items()).encode()


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as the bytes of a zip, in order, without a time of their own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name, content in files.items():
            out.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def reopened(file: str, content: bytes) -> Reopened:
    """Return what a decision record, a board pack or a workbook holds; raise FileError with a sentence where it is none, or is broken.

    file: its name, for people.  What was changed by hand opens, with a note for each part or cell that no longer agrees.
    """
    from criteria.files.table.source.package import opened, part_bytes  # late: only who reads needs it

    if not content.startswith(_ZIP):
        raise FileError([_not_packed(file, content)])
    with opened(file, content, damaged=_damaged) as package:
        names = package.namelist()
        if "xl/workbook.xml" in names:
            inside, changed = record_in_workbook(file, content)
            return _opened(inside, lambda document, values: (*_changed_parts(document, values), *changed))
        records = [name for name in names if name.endswith(RECORD)]
        if DOCUMENT in names or len(records) != 1:
            return _record(file, package)
        inside = part_bytes(file, package, records[0])
    with opened(records[0], inside, damaged=_damaged) as package:
        return _record(records[0], package)


def _not_packed(file: str, content: bytes) -> str:
    """Return the sentence for a file that is no package at all: empty, a table, a document, anything else."""
    if not content:
        return _("{file} is empty.", file=file)
    if content.lstrip()[:1] == b"{":
        return _(
            "{file} is a JSON document. What is opened here is the zip of a decision record, a board pack or a workbook; open a problem "
            "or a scenario on the page for one's own table.",
            file=file,
        )
    return _(
        "{file} is no decision record, board pack or workbook of this software: those are ZIP and XLSX files. A table (CSV) is opened "
        "on the page for one's own table, or by 'criteria rank'.",
        file=file,
    )


def _damaged(file: str) -> str:
    return _(
        "{file} is damaged: it begins as a ZIP or XLSX file and cannot be unpacked. Ask for it again, or download it again.",
        file=file,
    )


def _record(file: str, package: zipfile.ZipFile) -> Reopened:
    """Return what the package of a record holds; raise FileError where there is no document in it."""
    from criteria.files.table.source.package import part_bytes  # late, for the same reason

    names = set(package.namelist())
    if DOCUMENT not in names:
        raise FileError(
            [_("{file} is no decision record: there is no {name} in it.", file=file, name=DOCUMENT)]
        )
    inside = part_bytes(file, package, DOCUMENT)
    told = names & {*read_document(inside)[0].files, MARKDOWN, SUMS}
    others, broken = {}, []
    for name in sorted(told):
        try:
            others[name] = part_bytes(file, package, name)
        except FileError:  # the problem and the scenario are whole all the same
            broken.append(name)
    found = _opened(inside, lambda document, values: _disagreeing(document, values, inside, others, broken))
    return _with_seal(found, others[SEAL]) if SEAL in others else found


def _with_seal(found: Reopened, content: bytes) -> Reopened:
    """Return what was read with the seal that lies in the record, or a note that it cannot be used."""
    try:
        sealed, notes = seal_from_document(content)
    except FileError as error:
        return replace(found, notes=(*found.notes, str(error)))
    return replace(found, sealed=sealed, notes=(*found.notes, *notes))


def _opened(
    inside: bytes, notes_of: Callable[[DecisionDocument, Mapping[str, object]], Iterable[str]]
) -> Reopened:
    """Return what a document holds; notes_of: what to say of the rest of the file."""
    document, values = read_document(inside)
    problem = problem_from_document(json.dumps(values["problem"]))
    scenario, notes = scenario_from_document(problem, json.dumps(values["scenario"]))
    return Reopened(
        problem,
        scenario,
        document.decision,
        clean_text(document.name, 120),
        clean_text(document.date, 40),
        clean_text(document.verdict),
        (*notes, *notes_of(document, values), *_then_and_now(problem, scenario, document.verdict)),
    )


def problem_from_record(file: str, content: bytes) -> Problem | None:
    """Return the problem of a decision record, a board pack or a workbook, None where the file is another.

    Raises FileError where it is one and cannot be used.
    """
    from criteria.files.table.source.package import opened, part_bytes  # late, for the same reason

    with opened(file, content) as package:
        names = package.namelist()
        book = "xl/workbook.xml"
        if book in names:
            found = RECORD_SHEET.encode() in part_bytes(file, package, book)
        else:
            found = DOCUMENT in names or any(name.endswith(RECORD) for name in names)
    return reopened(file, content).problem if found else None


def _changed_parts(document: DecisionDocument, values: Mapping[str, object]) -> Iterator[str]:
    """Yield a note for each part of the document that no longer has the digest it was made with."""
    for part in PARTS:
        if document.parts.get(part) != digest_of_part(values.get(part)):
            yield _(
                "Changed since the record was made: {name} no longer matches its digest.",
                name=_(_NAMES[part]),
            )


def _disagreeing(
    document: DecisionDocument,
    values: Mapping[str, object],
    inside: bytes,
    others: Mapping[str, bytes],
    broken: Sequence[str],
) -> Iterator[str]:
    """Yield a note for each part and each file that is not what it was when the record was made.  broken: what cannot be unpacked."""
    changed = list(_changed_parts(document, values))
    yield from changed
    for name in broken:
        yield _("Damaged in the record: {name} cannot be unpacked.", name=clean_text(name, 60))
    for name, digest in document.files.items():
        if name in broken:
            continue
        if name not in others:
            yield _("Missing from the record: {name}.", name=clean_text(name, 60))
        elif digest_of(others[name]) != digest:
            yield _(
                "Changed since the record was made: {name} no longer matches its digest.",
                name=clean_text(name, 60),
            )
    if MARKDOWN in broken:
        return
    if MARKDOWN not in others:
        yield _("Missing from the record: {name}.", name=MARKDOWN)
    elif digest_of(inside).encode() not in others[MARKDOWN] and not changed:
        yield _(
            "decision.md and decision.json do not belong together: the digest in decision.md is a different one."
        )
    elif SUMS not in others:
        yield _("It is not known whether {name} was changed: {sums} is missing.", name=MARKDOWN, sums=SUMS)
    elif f"{digest_of(others[MARKDOWN])}  {MARKDOWN}\n".encode() not in others[SUMS]:
        yield _("Changed since the record was made: {name} no longer matches its digest.", name=MARKDOWN)


def _then_and_now(problem: Problem, scenario: Scenario, then: str) -> Iterator[str]:
    """Yield a note where the headline of the record is not the one that follows today from what the record holds."""
    try:
        evaluation = evaluate(problem, scenario, methods=())
        live = live_robustness(evaluation)
        now = said_in_one_line(evaluation, live)
        if live is None and then.startswith(verdict(evaluation).headline):
            return  # how firm it is was tested on request then, or was not
    except CriteriaError as error:
        yield _("What the record holds gives no ranking any more: {reason}", reason=error)
        return
    if now != then:
        yield _(
            "The record says “{then}”; computed from what it holds, this version says “{now}”.",
            then=clean_text(then, 400),
            now=now,
        )
