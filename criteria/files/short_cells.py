"""The ratings of a problem as the shortest JSON has them."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.model.problem import Problem

_TEXTS = ("confidence", "rationale", "source", "basis", "confidence_note")


def short_cells(problem: Problem) -> Iterator[dict[str, object]]:
    """Yield each cell of which something is known, by its fields that say more than their default; a million cells take seconds."""
    table, leaves = problem.performances, [leaf.id for leaf in problem.leaves]
    numbers, confidence = table.numbers(), table.confidence.tolist()
    for i, alternative in enumerate(problem.alternatives):
        told = zip(
            confidence[i],
            table.rationales[i],
            table.sources[i],
            table.bases[i],
            table.confidence_notes[i],
            strict=True,
        )
        for leaf, (low, likely, high), texts in zip(leaves, numbers[i], told, strict=True):
            known: dict[str, object] = {}
            if likely is not None:
                known = {"low": low, "likely": likely, "high": high}
                if low == likely:
                    del known["low"]
                if high == likely:
                    del known["high"]
            known |= {name: text for name, text in zip(_TEXTS, texts, strict=True) if text}
            if known:
                yield {"alternative": alternative.id, "criterion": leaf, "performance": known}
