"""The ratings of a problem as the shortest JSON has them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from criteria.model.alternative import Alternative
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem

_TEXTS = ("confidence", "rationale", "source", "basis", "confidence_note")


def short_cells(problem: Problem, *, told_alone: bool = False) -> str:
    """Return the list of cells of which something is known, each by its fields that say more than their default, as JSON on one line.

    told_alone: those of candidates alone of whom more than numbers is known.

    Most cells of a large table hold one number: these are written at once, and a million of them take two seconds.
    """
    leaves = [json.dumps(leaf.id, ensure_ascii=False) for leaf in problem.leaves]
    lines = []
    for alternative, numbers, told in told_rows(problem):
        head = f'{{"alternative":{json.dumps(alternative.id, ensure_ascii=False)},"criterion":'
        if told:
            known = map(_known, numbers, zip(*told, strict=True))
        elif told_alone:
            continue
        else:
            known = map(_number, *zip(*numbers, strict=True))
        lines += [
            f'{head}{leaf},"performance":{{{text}}}}}'
            for leaf, text in zip(leaves, known, strict=True)
            if text
        ]
    return f"[{','.join(lines)}]"


def told_rows(
    problem: Problem,
) -> Iterator[tuple[Alternative, list[tuple[float, float, float]], tuple[Sequence[str], ...]]]:
    """Yield each candidate with low, likely and high of its cells (nan: unknown), and their texts by field; no texts where none says anything."""
    table = problem.performances
    for i, (alternative, numbers, confidence) in enumerate(
        zip(problem.alternatives, _rows(table), table.confidence.tolist(), strict=True)
    ):
        told = (confidence, table.rationales[i], table.sources[i], table.bases[i], table.confidence_notes[i])
        yield alternative, numbers, told if any(map(any, told)) else ()


def fields_of(numbers: tuple[float, float, float], texts: Sequence[str] = ()) -> dict[str, object]:
    """Return what is known of a cell by field, in the order in which JSON has it: numbers that say more than the likely one, then texts."""
    low, likely, high = numbers
    found: dict[str, object] = {}
    if likely == likely:
        ends = {"low": low, "likely": likely, "high": high}
        found = {name: end for name, end in ends.items() if name == "likely" or end != likely}
    return found | {name: text for name, text in zip(_TEXTS, texts, strict=False) if text}


def _rows(table: PerformanceTable) -> Iterator[list[tuple[float, float, float]]]:
    for ends in zip(table.low.tolist(), table.likely.tolist(), table.high.tolist(), strict=True):
        yield list(zip(*ends, strict=True))


def _number(low: float, likely: float, high: float) -> str:
    """Return what is known of a cell's number, the empty text where it is nan."""
    if low == likely == high:
        return f'"likely":{likely!r}'
    if likely != likely:
        return ""
    ends = {"low": low, "likely": likely, "high": high}
    return _fields({name: end for name, end in ends.items() if name == "likely" or end != likely})


def _known(numbers: tuple[float, float, float], texts: tuple[str, ...]) -> str:
    written = _fields({name: text for name, text in zip(_TEXTS, texts, strict=True) if text})
    return ",".join(part for part in (_number(*numbers), written) if part)


def _fields(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)[1:-1]
