"""Answers about the children of a node as a few signs, by position, and back: one pair of functions for each way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from criteria.links.items import number_in, whole_in
from criteria.model.judgements import Answers, Judgement
from criteria.model.number import exact

# A level of the two-sided scale is one sign: 1 to 9 the first of the pair, b to i (2 to 9) the second, _ not judged.
_BLANK = "_"
_LETTERS = "bcdefghi"
_SIGNS = re.compile(r"[1-9b-i_]|\([^()]{1,24}\)")


def _sign(value: float | None, *, second: bool = False) -> str:
    """Return the sign of a ratio of at least 1; second: it is the second of the pair that is so many times as important."""
    if value is None:
        return _BLANK
    if value in range(1, 10):
        return _LETTERS[int(value) - 2] if second and value > 1 else str(int(value))
    return f"(/{exact(value)})" if second else f"({exact(value)})"


def _value(sign: str) -> float | None:
    if sign == _BLANK:
        return None
    if sign.startswith("("):
        return number_in(sign[1:-1])
    return float(sign) if sign in "123456789" else 1.0 / (_LETTERS.index(sign) + 2)


def _pairs_said(items: Sequence[str], answers: Answers) -> str:
    given = {(j.first, j.second): j.value for j in answers.judgements}
    return "".join(
        _sign(given[one, other]) if (one, other) in given else _sign(given.get((other, one)), second=True)
        for one, other in combinations(items, 2)
    )


def _ends_said(items: Sequence[str], answers: Answers) -> str:
    ends = [next(iter(answers.values(question)), "") for question in ("best", "worst")]
    rows = [
        "".join(_sign(answers.values(question).get(item)) for item in items)
        for question in ("best-to", "to-worst")
    ]
    return ".".join([*(str(items.index(end)) if end else "" for end in ends), *rows])


def _numbers_said(question: str) -> Callable[[Sequence[str], Answers], str]:
    def said(items: Sequence[str], answers: Answers) -> str:
        given = answers.values(question)
        return "-".join(exact(given[item]) if item in given else "" for item in items)

    return said


SAID: Mapping[str, Callable[[Sequence[str], Answers], str]] = MappingProxyType(
    {
        "direct": _numbers_said("points"),
        "ahp": _pairs_said,
        "best_worst": _ends_said,
        "swing": _numbers_said("points"),
        "rank_order": _numbers_said("rank"),
        "ordered_candidates": _numbers_said("place"),
    }
)


def _pairs_read(items: Sequence[str], text: str) -> list[Judgement]:
    signs, pairs = _signs(text), list(combinations(items, 2))
    return [
        _ratio(one, other, sign) for (one, other), sign in zip(pairs, signs, strict=True) if sign != _BLANK
    ]


def _ratio(one: str, other: str, sign: str) -> Judgement:
    if sign.startswith("(/"):  # turned here, so that the number stays the one that was written
        return Judgement("ratio", other, one, number_in(sign[2:-1]))
    value = _value(sign)
    assert value is not None
    return Judgement("ratio", one, other, value)


def _signs(text: str) -> list[str]:
    signs = _SIGNS.findall(text)
    if "".join(signs) != text:
        raise ValueError(text)
    return signs


def _ends_read(items: Sequence[str], text: str) -> list[Judgement]:
    best, worst, over, under = _split_rows(text)
    found = [Judgement(q, items[whole_in(p)], "", 1.0) for q, p in (("best", best), ("worst", worst)) if p]
    for question, row in (("best-to", over), ("to-worst", under)):
        found += [
            Judgement(question, item, "", value)
            for item, sign in zip(items, _signs(row), strict=True)
            if (value := _value(sign)) is not None
        ]
    return found


def _split_rows(text: str) -> tuple[str, str, str, str]:
    """Return the four fields, which points part; numbers in brackets may hold points of their own."""
    fields = re.fullmatch(r"([0-9]*)\.([0-9]*)\.((?:[^.(]|\([^()]*\))*)\.((?:[^.(]|\([^()]*\))*)", text)
    if not fields:
        raise ValueError(text)
    one, two, three, four = fields.groups()
    return one, two, three, four


def _numbers_read(question: str) -> Callable[[Sequence[str], str], list[Judgement]]:
    def read(items: Sequence[str], text: str) -> list[Judgement]:
        numbers = text.replace("e-", "e~").split("-")
        return [
            Judgement(question, item, "", number_in(number.replace("e~", "e-")))
            for item, number in zip(items, numbers, strict=True)
            if number
        ]

    return read


READ: Mapping[str, Callable[[Sequence[str], str], list[Judgement]]] = MappingProxyType(
    {
        "direct": _numbers_read("points"),
        "ahp": _pairs_read,
        "best_worst": _ends_read,
        "swing": _numbers_read("points"),
        "rank_order": _numbers_read("rank"),
        "ordered_candidates": _numbers_read("place"),
    }
)
