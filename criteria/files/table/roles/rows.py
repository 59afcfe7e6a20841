"""What each row below the header is: a candidate, or something about the criteria, or something that takes no part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np

from criteria.files.table.question import ABOUT
from criteria.files.table.roles.arithmetic import is_beyond
from criteria.files.table.roles.doubtful_rows import doubtful_rows
from criteria.files.table.roles.result_rows import CANDIDATE, LEFT, result_rows
from criteria.files.table.roles.weights import TIMES
from criteria.files.table.table import Table
from criteria.files.table.values.about import about_label, unit_cells
from criteria.files.table.values.cells import Cell, text_of
from criteria.files.table.values.column import NUMERIC
from criteria.files.table.values.lexicon import (
    MUST_LABELS,
    PRIORITY_LABELS,
    REMARK_WORDS,
    direction_word,
    folded,
    has_stem,
)
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.model.text import capitalized
from criteria.translation import translate as _

_POINTS = ("point", "pts", "punkt", "score", "puntos", "puntuación", "note max", "満点", "配点")
_RULE = re.compile(r"[-=_:–—|+ ]{2,}")  # below the head of a table in Markdown
_LETTERS = {"q": "indifference", "p": "preference", "v": "veto"}
ABOUT_KINDS = (
    "direction",
    "weight",
    "unit",
    "scale_low",
    "scale_high",
    "scale",
    "indifference",
    "preference",
    "veto",
)


def said_rows(table: Table, work: Work) -> dict[str, int]:
    """Return the rows whose label and cells say something about the criteria, by what they say; marks come later."""
    found: dict[str, int] = {}
    for i, label in enumerate(table.labels):
        kind = _said(table, i, label)
        answer = work.answer("role", label)
        if answer in ABOUT_KINDS:
            kind = answer
        if kind and kind not in found and answer not in (CANDIDATE, LEFT):
            found[kind] = i
    return found


def _said(table: Table, i: int, label: str) -> str:
    cells = table.cells[i]
    kind = about_label(label)
    if not kind and (_multipliers(cells) or _priorities(label, cells)):
        return "weight"
    if not kind and any(cell.kind in NUMERIC for cell in cells):
        return ""
    filled = [(j, cell) for j, cell in enumerate(cells) if cell.kind != "blank"]
    numbers = sum(cell.kind in NUMERIC for _j, cell in filled)
    texts = [text_of(table.raw(i, j)) for j, _cell in filled]
    told = sum(direction_word(text) is not None for text in texts)
    if kind == "direction":
        return kind if told * 2 >= len(texts) or (numbers == 0 and told > 0) else ""
    if kind == "weight":
        return kind
    if kind == "unit":
        return kind if numbers == 0 or numbers * 3 < len(filled) else ""
    if kind:
        return kind if numbers else ""
    if filled and told == len(filled) and numbers == 0 and (len(filled) > 1 or not label):
        return "direction"
    if not label and texts and numbers == 0 and unit_cells(texts):
        return "unit"
    return ""


def _multipliers(cells: Sequence[Cell]) -> bool:
    """Whether a row holds nothing but weights as x3, x2, x1."""
    given = (cell for cell in cells if cell.kind != "blank")
    first = next(given, None)
    return first is not None and all(TIMES.fullmatch(cell.text.strip()) for cell in chain([first], given))


def _priorities(label: str, cells: Sequence[Cell]) -> bool:
    """Whether a row says in words how important each criterion is: Priority with Must and Should, or High and Low."""
    return folded(label) in PRIORITY_LABELS and all(cell.kind in ("blank", "text") for cell in cells)


def classify_rows(table: Table, said: dict[str, int], values: FloatArray, work: Work) -> list[int]:
    """Return the candidates' rows; what the others are is noted, or asked.

    said: rows about the criteria, to which weights and thresholds named by one letter are added.
    values: (rows, columns), nan where no number stands.
    """
    doubtful_rows(table, said, values, work)
    out = {role.place for role in work.roles if role.role == "weight"}
    open_rows = [
        i for i in range(len(table.labels)) if i not in said.values() and table.row_place(i) not in out
    ]
    candidates = []
    headings = set()
    for i in open_rows:
        kind = work.answer("role", table.labels[i])
        if kind == CANDIDATE:
            candidates.append(i)
        elif kind == LEFT:
            work.leave_out(table.row_place(i), table.labels[i], "left out", _("as answered"))
        elif reason := _no_candidate(table, i):
            headings.add(i)
            work.leave_out(table.row_place(i), table.labels[i], "heading", reason)
        else:
            candidates.append(i)
    _letters(table, said, candidates, values, work)
    results = result_rows(table, candidates, values, work)
    candidates = [i for i in candidates if i not in results]
    hidden = [i for i in candidates if i in table.grid.hidden_rows]
    if len(hidden) < len(candidates):
        for i in hidden:
            work.leave_out(table.row_place(i), table.labels[i], "hidden", _("it is hidden in the sheet"))
        candidates = [i for i in candidates if i not in hidden]
    for kind, i in said.items():
        work.role(table.row_place(i), table.labels[i], kind, _("says something about every criterion"), ABOUT)
    return candidates


def _no_candidate(table: Table, i: int) -> str:
    """Return why a row is no candidate by what stands in it, the empty text where it may be one."""
    cells, label = table.cells[i], folded(table.labels[i])
    if all(cell.kind == "blank" for cell in cells):
        return _("it has no data (a heading or a remark)")
    if _RULE.fullmatch(table.labels[i]) and all(
        cell.kind in ("blank", "unknown") or _RULE.fullmatch(cell.text) for cell in cells
    ):
        return _("it draws a line")
    if label == folded(table.corner):
        heads = [(folded(name), j) for j, name in enumerate(table.names) if cells[j].kind != "blank"]
        if any(head for head, _j in heads) and all(folded(text_of(table.raw(i, j))) == h for h, j in heads):
            return _("it repeats the header")
    if label in MUST_LABELS and not any(cell.kind in NUMERIC for cell in cells):
        return _("it says which criteria are must-haves: set these on the page of the evidence")
    if label in REMARK_WORDS and not any(cell.kind in NUMERIC for cell in cells):
        return _("it holds remarks")
    return ""


def _letters(
    table: Table, said: dict[str, int], candidates: list[int], values: FloatArray, work: Work
) -> None:
    """Take rows named w, q, p, v as weights and thresholds where their numbers agree and no candidate has such a name."""
    single = [i for i in candidates if len(folded(table.labels[i])) == 1]
    # A candidate called A makes no Q suspect, nor does it make w a candidate.
    small = {table.labels[i].islower() for i in single if folded(table.labels[i]) in "wqpv"}
    others = [
        i for i in single if folded(table.labels[i]) not in "wqpv" and table.labels[i].islower() in small
    ]
    if others or not small or all(folded(table.labels[i]) in "wqpv" for i in candidates):
        return
    rows = {folded(table.labels[i]): i for i in single if folded(table.labels[i]) in "wqpv"}
    if "w" in rows and "weight" not in said:
        total = float(np.nansum(values[rows["w"]]))
        if (
            any(abs(total - whole) <= 0.011 * whole for whole in (1, 100))
            and np.nanmin(values[rows["w"]]) >= 0
        ):
            said["weight"] = rows["w"]
            candidates.remove(rows["w"])
            work.notes.append(
                _(
                    "{place} 'w' is read as the weights: its numbers add up to {total:g}.",
                    place=table.row_place(rows["w"]).capitalize(),
                    total=total,
                )
            )
    ordered = [values[rows[letter]] for letter in "qpv" if letter in rows]
    growing = all(bool(np.all(np.nan_to_num(b - a) >= 0)) for a, b in pairwise(ordered))
    positive = all(bool(np.all(np.nan_to_num(line) >= 0)) for line in ordered)
    for letter in "qpv":
        if letter in rows and (len(ordered) > 1 or "weight" in said) and growing and positive:
            said[_LETTERS[letter]] = rows[letter]
            candidates.remove(rows[letter])
            work.notes.append(
                _(
                    "{place} '{letter}' is read as a threshold of outranking methods, not as a candidate.",
                    place=table.row_place(rows[letter]).capitalize(),
                    letter=table.labels[rows[letter]],
                )
            )


def scale_ends(
    table: Table, said: dict[str, int], candidates: list[int], values: FloatArray, work: Work
) -> None:
    """Drop an upper end of a scale that has no lower one: as best possible row it is left out, otherwise half a scale."""
    for kind, other in (("scale_high", "scale_low"), ("scale_low", "scale_high")):
        if kind in said and other not in said:
            i = said[kind]
            declared = folded(table.labels[i]).startswith(("scale", "skala", "échelle", "escala"))
            if not declared and kind == "scale_high" and is_beyond(values[i], values[candidates]):
                del said[kind]
                if (
                    "weight" not in said
                    and has_stem(table.labels[i], _POINTS)
                    and len(set(values[i][np.isfinite(values[i])])) > 1
                ):
                    said |= {"weight": i, "points": i}
                    work.added_up = _("its numbers are points")
                    work.role(
                        table.row_place(i),
                        table.labels[i],
                        "weight",
                        _("so many points are to be won, which are scale and weight"),
                        ABOUT,
                    )
                    work.notes.append(
                        _(
                            "{place} '{name}' says how many points are to be won: they are read as the weights, and the scale of each criterion runs up to them.",
                            place=capitalized(table.row_place(i)),
                            name=shown(table.labels[i]),
                        )
                    )
                    continue
                work.leave_out(
                    table.row_place(i), table.labels[i], "scale", _("it holds the best possible values")
                )
            elif not declared:
                del said[kind]
                candidates.append(i)
                candidates.sort()
