"""Files of other decision tools and programs: named, with the way to bring their table here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from criteria.translation import later
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is recognized and not read: its name, what tells it in the first bytes, what to do instead."""

    name: str
    told: re.Pattern[str]
    advice: str


_TABLE = later("copy its table of candidates and criteria into a spreadsheet and open that")
FOREIGN = (
    Foreign("JSMAA model", re.compile(r"<\s*(?:[\w.-]*jsmaa|JSMAA|SMAATRI-?model|SMAA-?2?-?model|smaa[\w-]*model|fi\.smaa)", re.I), _TABLE),
    Foreign("XMCDA document", re.compile(r"<\s*(?:\w+:)?XMCDA\b|decision-deck\.org", re.I), _TABLE),
    Foreign("DEXi model", re.compile(r"<\s*DEXi(?:Lib)?\b", re.I), _TABLE),
    Foreign("Super Decisions model", re.compile(r"super\s*decisions|<\s*(?:SDMod|ANPNetwork)\b|\bsdmod\b", re.I), _TABLE),
    Foreign("AHP-OS project", re.compile(r"AHP-?OS|bpmsg\.com|AHP hierarchy|AHP Priority Calculator", re.I), later("export its decision matrix or its weights as a table, and open that")),
    Foreign("Diviz workflow", re.compile(r"<\s*diviz\b", re.I), _TABLE),
    Foreign("Visual PROMETHEE project", re.compile(r"Visual ?PROMETHEE|<\s*promethee\b", re.I), _TABLE),
    Foreign("1000minds or other XML document", re.compile(r"\s*<\?xml\b|\s*<[a-z][\w:-]*[\s>]", re.I), _TABLE),
    Foreign("JSON document", re.compile(r"\s*[\[{]\s*(?:[\"{\[\]}]|$)"), later("save its table as CSV and open that")),
    Foreign("PDF", re.compile(r"\s*%PDF-"), _TABLE),
    Foreign("text in RTF", re.compile(r"\s*\{\\rtf"), later("save it as CSV or as a workbook and open that")),
)  # fmt: skip
_NAMED_BY_ENDING = {"sdmod": "Super Decisions model", "dxi": "DEXi model", "dexi": "DEXi model", "jsmaa": "JSMAA model", "xmcda": "XMCDA document", "vpg": "Visual PROMETHEE project"}  # fmt: skip
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM6")


def foreign_bytes(file: str, content: bytes) -> str:
    """Return what a file is where its first bytes tell that it is no table, the empty text otherwise."""
    ending = file.rpartition(".")[2].casefold()
    if ending in _NAMED_BY_ENDING:
        return _named(file, _NAMED_BY_ENDING[ending], _TABLE)
    if content.startswith(_OLD_WORKBOOK):
        return _(
            "{file} is a workbook of the old kind (XLS) or protected by a password: save it as XLSX without one and open that.",
            file=file,
        )
    if content.startswith(_PICTURES):
        return _(
            "{file} is a picture, not a table: type or paste the table into a spreadsheet and open that.",
            file=file,
        )
    if content.startswith(b"%PDF"):
        return _named(file, "PDF", _TABLE)
    return ""


def foreign_text(file: str, text: str) -> str:
    """Return what a text file is where its beginning tells that it is no table, the empty text otherwise."""
    head = text[:4_000].lstrip("\ufeff \t\r\n")
    markup = head[:1] in ("<", "{", "[", "%")
    for kind in FOREIGN:
        if (
            kind.told.match(head)
            if kind.name.startswith(("1000", "JSON", "PDF", "text"))
            else kind.told.search(head)
        ) and (
            markup
            or (kind.name in ("Super Decisions model", "AHP-OS project") and not _looks_like_a_table(head))
        ):
            name = "XML document" if kind.name.startswith("1000") else kind.name
            return _named(file, name, kind.advice)
    return ""


def _looks_like_a_table(head: str) -> bool:
    """Whether the first lines are cut by one separator into the same number of cells, two or more."""
    lines = [line for line in head.splitlines()[:12] if line.strip()]
    return any(
        len({line.count(mark) for line in lines[:-1] or lines}) == 1 and lines[0].count(mark) > 0
        for mark in (",", ";", "\t", "|")
    )


def _named(file: str, name: str, advice: str) -> str:
    return _(
        "{file}: this is a {name}, which is not read here; {advice}.", file=file, name=name, advice=_(advice)
    )
