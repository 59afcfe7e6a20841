"""One cell taken apart: blank, unknown, a number or a range with its unit, a date, an error, or text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from criteria.files.table.values.about import known_unit
from criteria.files.table.values.marks import readings
from criteria.files.table.values.units import CURRENCIES
from criteria.files.table.values.words import ERRORS, UNKNOWN, stars

Value = str | float | bool | date | time | timedelta  # a cell as found; the empty text is a blank

_SIGNS = str.maketrans(
    {
        **{chr(0xFF10 + d): str(d) for d in range(10)},
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
        **dict.fromkeys("−﹣－", "-"),
        **dict.fromkeys("’‘ʼ´`＇", "'"),
        "，": ",", "．": ".", "％": "%", "＋": "+", "／": "/", "（": "(", "）": ")", "〜": "~", "～": "~", "٫": ".", "٬": ",",
    }
)  # fmt: skip
_LENGTH = 80  # longer text is a remark, no number
_CORE = r"(?:\d+(?:[.,' ]\d+)*\.?|[.,]\d+)(?:[eE][+-]?\d{1,3}(?!\d))?"
_UNIT = r"[^\d\s+,.<>=()][^\d<>=()]{0,19}?(?:²|³|(?<=[A-Za-z])\d)?"
_PLAIN = re.compile(r"[+-]?(?:\d+|\d+\.(?:\d{1,2}|\d{4,}))(?:[eE][+-]?\d{1,3})?")
_MARKED = re.compile(r"[+-]?\d+[.,]\d+")  # a number that needs no closer look, but its mark does
_SINGLE = re.compile(
    rf"(?P<pre>[^\d\s+\-.,'()<>=~≈±]{{1,4}}\.?)?\s*(?P<sign>[+-])?\s*(?P<pre2>[$€£¥₹])?\s*(?P<core>{_CORE})\s*(?P<unit>{_UNIT})?"
)
_BETWEEN = re.compile(
    rf"(?P<pre>[^\d\s+\-.,'()<>=~≈±]{{1,4}})?\s*(?P<s1>-)?(?P<a>{_CORE})\s*(?P<u1>{_UNIT})??\s*"
    rf"(?:-|–|—|~|…|\.{{2,3}}|\bto\b|\bbis\b|\bà\b|\ba\b|\bund\b|\band\b|から)\s*(?P<pre2>[$€£¥₹])?(?P<s2>-)?(?P<b>{_CORE})\s*(?P<unit>{_UNIT})?"
)
_AROUND = re.compile(
    rf"(?P<pre>[$€£¥₹])?\s*(?P<s1>-)?(?P<a>{_CORE})\s*(?:±|\+/-|\+-|\+\\-)\s*(?P<b>{_CORE})\s*(?P<unit>{_UNIT})?"
)
_LIKELY = re.compile(
    rf"(?P<pre>[$€£¥₹])?\s*(?P<s>-)?(?P<c>{_CORE})\s*(?P<u1>{_UNIT})??\s*[(\[]\s*(?P<s1>-)?(?P<a>{_CORE})\s*"
    rf"(?:-|–|—|…|\.{{2,3}}|to|bis|à|~|,\s)\s*(?P<s2>-)?(?P<b>{_CORE})\s*(?P<u2>{_UNIT})?[)\]]\s*(?P<unit>{_UNIT})?"
)
_OUT_OF = re.compile(
    rf"(?P<a>{_CORE})\s*(?:/|\bout of\b|\bof\b|\bvon\b|\bsur\b|\bde\b)\s*(?P<b>{_CORE})\s*(?P<unit>{_UNIT})?"
)
_BOUND = re.compile(
    r"(?:[<>≤≥]=?|at least|at most|up to|more than|less than|min\.|max\.|mind\.|über|unter|bis zu|jusqu'à|plus de|moins de|más de|menos de|hasta)\s*(.*)",
    re.I,
)
_AFTER_BOUND = re.compile(r"(.*\d\s*[^\d+]*)(?:\+|以上|以下|未満)")
_ABOUT = re.compile(
    r"(?:~|≈|ca\.?|c\.|approx\.?|approximately|circa|about|around|etwa|rund|env\.?|environ|aprox\.?|unos|約|およそ)\s*(?=[\d$€£¥-])",
    re.I,
)
# Ledgers write the minus behind the number; "2-" alone may be a school mark.
_BEHIND = re.compile(rf"(?P<pre>[$€£¥₹])?\s*(?P<core>(?=\d{{3}}|\d+[.,]\d){_CORE})\s?-")
_ACCOUNTING = re.compile(
    rf"(?P<before>[$€£¥₹])?\s*\(\s*(?P<pre>[$€£¥₹])?\s*(?P<core>{_CORE})\s*(?P<unit>%)?\s*\)"
)
_FOOTNOTE = re.compile(r"(?<=[\d%])\s*(?:\*+|†+|‡+|\[\d{1,2}\]|[¹²³](?=$))$")
_EVEN = re.compile(
    r"(?<=\d)[.,]\s?[-–—]{1,2}(?=\s*(?:[^\d\s]{1,4})?$)"
)  # 1.250,- and 15.– are how prices without cents are written
_MONTHS = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|mars|avr|juin|juil|août|sept|déc|ene|abr|ago|dic)[a-zûé]*\.?"
_ASIDE = re.compile(
    r"(?P<number>[^()\[\]（）]*\d[^()\[\]（）]*?)\s*[(\[（](?P<beside>[^()\[\]（）\d]{1,60})[)\]）]"
)
_PARTS = "¼½¾⅓⅔⅕⅛⅜⅝⅞"
_HALF = re.compile(rf"(?P<sign>[+-])?(?P<whole>\d{{1,9}})? ?(?P<part>[{_PARTS}])(?:\s*(?P<unit>{_UNIT}))?")
_DATE = re.compile(
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:[T ]\d{{1,2}}:\d{{2}}.*)?|\d{{1,2}}([/.-])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})|\d{{1,2}}\.?[ -]{_MONTHS}(?:[ -]\d{{2,4}})?"
    rf"|{_MONTHS}[ -]\d{{1,2}}(?:,? \d{{4}})?|{_MONTHS}[ -]\d{{2,4}}|q[1-4][ /-]?\d{{2,4}}|\d{{4}}[ -/]?q[1-4]|h[12][ /-]\d{{4}}|\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|(?:令和|平成).{{1,12}}",
    re.I,
)  # fmt: skip
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?", re.I)


class Cell(NamedTuple):
    """What a cell holds. kind: blank, unknown, error, date, number, range, bound, outof, stars or text.

    parts: the texts of its numbers: one; low and high (range); low, likely, high (likely); middle and half width (around).
    value: the number where it needs no knowledge of marks. unit: as written; currency: a code or empty.
    point, comma: what a number with nothing beside it says where this mark is that of decimals; None where it cannot be read so, and
    both None in cells with more than a number.
    """

    kind: str
    parts: tuple[str, ...] = ()
    value: float | None = None
    unit: str = ""
    currency: str = ""
    text: str = ""
    form: str = ""
    point: float | None = None
    comma: float | None = None

    @property
    def bare(self) -> bool:
        """Whether the cell holds a number and nothing beside it, as most do."""
        return self.point is not None or self.comma is not None


BLANK = Cell("blank")
UNKNOWN_CELL = Cell("unknown")


class CellReader:
    """Takes cells apart, each different one once."""

    def __init__(self) -> None:
        self._known = _Known()

    def row(self, values: Sequence[Value]) -> list[Cell]:
        """Return what each cell of a row holds."""
        if bool in set(map(type, values)):
            return [self(value) for value in values]
        return list(map(self._known.__getitem__, values))

    def __call__(self, value: Value) -> Cell:
        """Return what the cell holds."""
        if isinstance(value, bool):  # equal to 0 and 1, which are numbers
            return Cell("text", text="Yes" if value else "No")
        return self._known[value]


class _Known(dict[Value, Cell]):
    """What each different cell holds, worked out when it is first asked for."""

    def __missing__(self, value: Value) -> Cell:
        """Work out what a cell holds that was not asked for before."""
        if isinstance(value, str):
            found = cell_of(value) if value else BLANK
        elif isinstance(value, float):
            found = (
                Cell("number", (), value, point=value, comma=value)
                if -1e308 <= value <= 1e308
                else Cell("text", text=str(value))
            )
        else:
            found = Cell("date", text=str(value))
        self[value] = found
        return found


def text_of(value: Value) -> str:
    """Return a cell as a name: whole numbers without a decimal point."""
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)


def cell_of(text: str) -> Cell:
    """Return what a text holds."""
    plain = text if text.isascii() and "`" not in text and "\t" not in text else text.translate(_SIGNS)
    plain = plain.strip()
    if _PLAIN.fullmatch(plain):
        number = float(plain)
        if abs(number) == float("inf"):
            return Cell("text", text=text)
        return Cell("number", (plain,), number, point=number, comma=None if "." in plain else number)
    if len(plain) <= _LENGTH and _MARKED.fullmatch(plain):
        ways = dict(readings(plain))
        return Cell("number", (plain,), text=text, point=ways.get("."), comma=ways.get(","))
    folded = plain.casefold()
    if folded in UNKNOWN:
        return UNKNOWN_CELL._replace(text=text)
    if folded in ERRORS or folded.startswith("err:"):
        return Cell("error", text=text)
    if plain.startswith("=") and len(plain) > 1:
        return Cell("error", text=text, form="formula")
    if len(plain) > _LENGTH:
        return Cell("text", text=text)
    count = stars(plain)
    if count is not None:
        return Cell("stars", (), float(count), text=text)
    if not any(character.isdigit() or character in _PARTS for character in plain) or "_" in plain:
        return Cell("text", text=text)
    if _DATE.fullmatch(plain) or _TIME.fullmatch(plain):
        return Cell("date", text=text)
    return _number(plain, text) or Cell("text", text=text)


def _number(plain: str, text: str) -> Cell | None:
    if half := _HALF.fullmatch(plain):
        unit, currency = _unit(half["unit"] or "", "")
        size = float(half["whole"] or 0) + unicodedata.numeric(half["part"])
        return Cell("number", (), -size if half["sign"] == "-" else size, unit, currency, text)
    if aside := _ASIDE.fullmatch(plain):
        # 15 (estimate) is 15; 1100 (EUR) is an amount of money, and 5 (kg) has a unit.
        beside = aside["beside"].strip()
        if known_unit(beside) or beside.casefold() in CURRENCIES:
            return _number(f"{aside['number']} {beside}", text)
        found = _number(aside["number"], text)
        return found and found._replace(form="aside")
    approximate = _ABOUT.match(plain)
    if approximate:
        plain = plain[approximate.end() :]
    plain = _EVEN.sub("", _FOOTNOTE.sub("", plain))
    if bound := (_BOUND.fullmatch(plain) or _AFTER_BOUND.fullmatch(plain)):
        inner = _single(bound[1].strip(), text)
        return inner._replace(kind="bound") if inner else None
    found = _single(plain, text)
    if found is None:
        for form, pattern in (
            ("likely", _LIKELY),
            ("around", _AROUND),
            ("between", _BETWEEN),
            ("outof", _OUT_OF),
        ):
            if match := pattern.fullmatch(plain):
                found = _several(form, match, text)
                break
    return found._replace(form="about") if found and approximate and found.kind == "number" else found


def _single(plain: str, text: str) -> Cell | None:
    if match := _ACCOUNTING.fullmatch(plain):
        unit, currency = _unit(match["unit"] or "", match["before"] or match["pre"] or "")
        return Cell("number", ("-" + match["core"],), None, unit, currency, text, "accounting")
    if match := _BEHIND.fullmatch(plain):
        unit, currency = _unit("", match["pre"] or "")
        return Cell("number", ("-" + match["core"],), None, unit, currency, text, "accounting")
    match = _SINGLE.fullmatch(plain)
    if not match:
        return None
    before = (match["pre"] or "") + (match["pre2"] or "")
    after = match["unit"] or ""
    if before and before.casefold().strip(". ") not in CURRENCIES and before.casefold() not in CURRENCIES:
        return None  # Q31, Depot 17: a name with a number, not a number with a unit before it
    if match["core"].endswith(".") and after in ("-", "–", "—"):
        after = ""  # 15.– is how the Swiss write a price
    if re.search(r"[\d)]-|-[\d(]", after) or after == "-":
        return None
    unit, currency = _unit(after, before)
    return Cell("number", ((match["sign"] or "") + match["core"],), None, unit, currency, text)


def _several(form: str, match: re.Match[str], text: str) -> Cell | None:
    groups = match.groupdict()
    before = groups.get("pre") or groups.get("pre2") or ""
    if before and before.casefold() not in CURRENCIES:
        return None
    unit, currency = _unit(groups.get("unit") or groups.get("u2") or groups.get("u1") or "", before)
    first = (groups.get("s1") or "") + match["a"]
    second = (groups.get("s2") or "") + match["b"]
    parts = (first, (groups.get("s") or "") + match["c"], second) if form == "likely" else (first, second)
    return Cell("outof" if form == "outof" else "range", parts, None, unit, currency, text, form)


def _unit(after: str, before: str) -> tuple[str, str]:
    """Return the unit behind a number and the currency before or behind it."""
    currency = CURRENCIES.get(before.casefold(), "") or CURRENCIES.get(before.casefold().strip(". "), "")
    unit = after.strip()
    head, _slash, rest = unit.partition("/")
    words = head.split()
    if not currency and words and words[-1].casefold() in CURRENCIES:
        currency = CURRENCIES[words[-1].casefold()]
        unit = " ".join(words[:-1]) + (f"/{rest}" if rest else "")
    elif not currency and words and words[0].casefold() in CURRENCIES:
        currency = CURRENCIES[words[0].casefold()]
        unit = unit[len(words[0]) :].strip()
    return unit.strip(), currency
