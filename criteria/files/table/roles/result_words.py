"""Columns of results: what their headings tell, and the words for how they follow from other columns."""

from __future__ import annotations

import re

from criteria.files.table.values.about import bare
from criteria.files.table.values.lexicon import (
    MEAN_WORDS,
    METHOD_NAMES,
    RANK_WORDS,
    SCORE_WORDS,
    SUM_WORDS,
    folded,
)
from criteria.translation import translate as _

_OUT_OF = re.compile(r"\s*(?:/|out of|sur|von|sobre)\s*\d{1,4}\s*$", re.I)  # Total /100


def result_name(name: str) -> str:
    """Return a heading as the words for results have it: without a remark in brackets or how many points there are."""
    return folded(_OUT_OF.sub("", bare(name)))


def kind_by_heading(name: str) -> str:
    """Return whether a heading alone is that of a rank, a score or a sum; 'Total cost' is none of them."""
    word = result_name(name)
    last = word.split()[-1] if word.split() else ""
    if word in RANK_WORDS or (last in ("rank", "ranking", "rang") and len(word.split()) <= 3):
        return "rank"
    if word in SCORE_WORDS or named_method(name):
        return "score"
    if (
        word in SUM_WORDS | MEAN_WORDS
        or last in ("total", "sum", "average")
        or word.partition(" ")[2] in ("points", "punkte")
    ):
        return "sum"
    return ""


def named_method(name: str) -> bool:
    """Return whether a heading names a method of ranking."""
    words = folded(name).replace("(", " ").replace(")", " ").split()
    return bool(words) and any(word in METHOD_NAMES for word in words)


def result_reason(how: str) -> str:
    """Return in words how a column follows from others: as their mean, product, section, weighted or plain sum."""
    if how == "mean":
        return _("it is the average of the other columns")
    if how == "product":
        return _("it is a product of other columns, which count already")
    if how == "section":
        return _("it is the sum of the lines below it")
    if how == "before":
        return _("it is the sum of columns before it, which would count twice")
    if how == "weighted":
        return _("it is the weighted sum of the other columns")
    return _("it is the sum of the other columns")
