"""The ratings of a problem as the shortest JSON has them."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.model.problem import Problem


def short_cells(problem: Problem) -> Iterator[dict[str, object]]:
    """Yield each cell of which something is known, by its fields that say more than their default; a million cells take seconds."""
    table, leaves = problem.performances, [leaf.id for leaf in problem.leaves]
    numbers, confidence = table.numbers(), table.confidence.tolist()
    for i, alternative in enumerate(problem.alternatives):
        rows = (numbers[i], confidence[i], table.rationales[i], table.sources[i])
        for leaf, (low, likely, high), grade, rationale, source in zip(leaves, *rows, strict=True):
            known: dict[str, object] = {}
            if likely is not None:
                known = {"low": low, "likely": likely, "high": high}
                if low == likely:
                    del known["low"]
                if high == likely:
                    del known["high"]
            texts = {"confidence": grade, "rationale": rationale, "source": source}
            known |= {name: text for name, text in texts.items() if text}
            if known:
                yield {"alternative": alternative.id, "criterion": leaf, "performance": known}
