"""Text from strangers on its way to the screen: the one place that makes it harmless, and tells equal names apart in menus."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

from criteria.model.text import cut, cut_in_the_middle
from criteria.translation import translate as _

_SPACE = re.compile(r"[^\S\u202f]+")
Key = TypeVar("Key", bound=Hashable)


def web_address(url: str) -> str:
    """Return the address if it leads to a web page; the empty text for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def option(value: str, limit: int = 60) -> str:
    """Return the value for a menu: one line, cut with an ellipsis; the narrow space that sets thousands apart stays."""
    return cut(_one_line(value), limit)


def _one_line(value: str) -> str:
    return _SPACE.sub(" ", value).strip()


def told_apart(
    names: Mapping[Key, str],
    hints: Mapping[Key, str] | None = None,
    limit: int = 60,
    *,
    numbered: bool = False,
) -> dict[Key, str]:
    """Return the text of each option of a menu, in the order given; no two are alike, however equal the names are.

    Streamlit knows an option by its text: of two equal ones it would choose the other. Long names are cut in the middle where
    they differ only at the end; equal names carry their hint (by default the key), and a number where even that is equal;
    numbered: the number alone, from the second on.
    """
    texts = {key: option(name, limit) for key, name in names.items()}
    texts = {key: shown or str(key) for key, shown in texts.items()}
    for key in _equal(texts):
        texts[key] = cut_in_the_middle(_one_line(names[key]), limit) or texts[key]
    for key in _equal(texts) if not numbered else ():
        hint = option((hints or {}).get(key, "") or str(key), 60)
        texts[key] = f"{texts[key]} · {hint}"
    taken: set[str] = set()
    for key, shown in texts.items():
        number, unlike = 1, shown
        while _looks(unlike) in taken:
            number += 1
            unlike = _("{name} ({number})", name=shown, number=number)
        texts[key] = unlike
        taken.add(_looks(unlike))
    return texts


def _equal(texts: Mapping[Key, str]) -> list[Key]:
    """Return the keys whose texts look like another one's."""
    count = Counter(_looks(shown) for shown in texts.values())
    return [key for key, shown in texts.items() if count[_looks(shown)] > 1]


def _looks(shown: str) -> str:
    """Return what is the same for texts that look the same, or differ in upper and lower case alone."""
    return unicodedata.normalize("NFKC", shown).casefold()


_JOINER = "\u2060"  # a word joiner: nothing to be seen, but no Markdown either
_HAIR = "\u200a"  # a hair space: a sign between two of them can begin and end nothing
_STARTS_A_BLOCK = re.compile(r"[#>+\-=|]|\d+[.)]")


def label(value: str, limit: int = 160) -> str:
    """Return the value for the label of a widget, where Streamlit reads Markdown: it is read letter by letter.

    No links, images, icons, colours, formulas, slanted or struck text, arrows and lists: an invisible sign is put where such
    things begin; dollar and backtick are signs that look alike.
    """
    return plain_label(option(value, limit))


def plain_label(shown: str) -> str:
    """Return a text of any length likewise."""
    for sign in (":", "@", "]", "!", "<", "&", "\\"):
        shown = shown.replace(sign, sign + _JOINER)
    shown = shown.replace("_", f"{_JOINER}_{_JOINER}")
    shown = re.sub(r"([*~])", rf"{_HAIR}\1{_HAIR}", shown).replace(_HAIR * 2, _HAIR)
    shown = re.sub(r"([-~])(?=[->=])", rf"\1{_JOINER}", shown).replace(">=", f">{_JOINER}=")
    shown = re.sub(r"(?i)(www)\.", rf"\1{_JOINER}.", shown).replace("$", "\uff04").replace("`", "\u02cb")
    return _JOINER + shown if _STARTS_A_BLOCK.match(shown) else shown
