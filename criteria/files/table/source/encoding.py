"""The text of a file in whatever encoding it was saved."""

from __future__ import annotations

import unicodedata

from criteria.errors import FileError
from criteria.translation import translate as _

# What spreadsheets and editors save besides Unicode, the commonest first.
_USUAL = ("cp932", "cp1252", "euc_jp", "gb18030", "euc_kr", "mac_roman", "cp1250", "cp1251", "iso8859_15")
_SHOWN = {"cp932": "Shift-JIS", "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "euc_jp": "EUC-JP", "gb18030": "GB 18030", "euc_kr": "EUC-KR", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "iso8859_15": "ISO 8859-15"}  # fmt: skip
_SAMPLE = 200_000
_PAGES = 2_000  # bytes beyond ASCII


def decoded(file: str, content: bytes) -> tuple[str, str]:
    """Return the text, and the name of its encoding where it is not Unicode; raise FileError where it is no text."""
    if content[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return _checked(file, content, "utf-32"), ""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _checked(file, content, "utf-16"), ""
    if encoding := _wide(content):
        return _checked(file, content, encoding), ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(file, content)
    return _without_nulls(file, text), ""


def _wide(content: bytes) -> str:
    """Return UTF-16's name where every second byte of the beginning is 0, as in English text without a mark."""
    head = content[:400]
    if len(head) < 8:
        return ""
    for encoding, zeros, letters in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if zeros.count(0) > 0.7 * len(zeros) and letters.count(0) < 0.1 * len(letters) and min(letters) > 8:
            return encoding
    return ""


def _checked(file: str, content: bytes, encoding: str) -> str:
    try:
        return _without_nulls(file, content.decode(encoding))
    except UnicodeDecodeError as error:
        raise FileError([_no_text(file)]) from error


def _guessed(file: str, content: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    if sample.count(0) or sum(byte < 9 or 13 < byte < 32 for byte in sample) > 0.02 * len(sample):
        raise FileError([_no_text(file)])
    best: tuple[float, int, str, str] | None = None
    # The library is right on pages of text and wrong on many short tables; there the letters themselves decide.
    long = sum(byte > 127 for byte in sample) > _PAGES
    match = from_bytes(sample, cp_isolation=list(_USUAL)).best() if long else None
    likely = match.encoding if match else ""
    for order, encoding in enumerate(_USUAL):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        oddity = _oddity(text[:_SAMPLE]) - (0.25 if encoding == likely else 0.0)
        if best is None or (oddity, order) < best[:2]:
            best = (oddity, order, encoding, text)
    if best is None:
        raise FileError([_no_text(file)])
    return _without_nulls(file, best[3]), _SHOWN[best[2]]


def _oddity(text: str) -> float:
    """Return how unlikely the letters beyond ASCII are: 0 for words of one script, 1 and more for noise."""
    foreign = [(i, c) for i, c in enumerate(text) if c > "\x7f"]
    if not foreign:
        return 0.0
    odd = 0.0
    for i, character in foreign:
        kind = unicodedata.category(character)
        near = text[max(i - 1, 0) : i] + text[i + 1 : i + 2]
        name = unicodedata.name(character, "")
        if kind in ("Cc", "Cn", "Co"):
            odd += 3
        elif kind[0] == "L":
            latin = name.startswith("LATIN")
            if latin and (kind == "Lo" or (kind == "Lu" and near[:1].islower())):
                odd += 2
            elif latin and not any(c.isalpha() and c < "\x7f" for c in near):
                odd += 1
            elif not latin and any(c.isalpha() and c < "\x7f" for c in near):
                odd += 1.5  # ﾃ between Latin letters
            elif name.startswith("HALFWIDTH"):
                odd += 0.2 if any("\uff61" <= c <= "\uff9f" for c in near) else 0.8
            elif name.startswith("HANGUL"):
                odd += 0.3 if not any("\u3400" <= c <= "\u9fff" for c in near) else 0.8
            elif "CJK" in name and not any(c > "\u2e80" for c in near):
                odd += 0.7
            elif "CJK" in name and "\u3400" <= character <= "\u9fff" and not _common(character):
                odd += 0.6
        elif "\uff61" <= character <= "\uff9f":
            odd += 0.2 if any("\uff61" <= c <= "\uff9f" for c in near) else 0.8
        elif (
            kind in ("So", "Sm", "Sk", "Po", "Pi", "Pf", "Ps", "Pe")
            and any(c.isalpha() for c in near)
            and character not in "’‘“”–—…・（）、。「」％"
        ):
            odd += 1.2
    return odd / len(foreign)


def _common(character: str) -> bool:
    """Whether a Chinese character is in the first level of the Japanese or Chinese standard: the ones that people use."""
    for encoding, limit in (("shift_jis", 0x989F), ("gb2312", 0xD8A1)):
        try:
            code = character.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(code) == 2 and int.from_bytes(code, "big") < limit:
            return True
    return False


def _without_nulls(file: str, text: str) -> str:
    if "\x00" in text:
        raise FileError([_no_text(file)])
    return text.removeprefix("\ufeff")


def _no_text(file: str) -> str:
    return _(
        "{file} is not a text file that can be read: save it as 'CSV UTF-8' or as a workbook (XLSX, ODS) and try again.",
        file=file,
    )
