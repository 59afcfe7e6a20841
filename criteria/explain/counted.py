"""How many candidates and criteria there are, in words."""

from __future__ import annotations

from criteria.translation import translate_count


def candidates(count: int) -> str:
    """Return "1 candidate", "2 candidates"."""
    return translate_count("{count} candidate", "{count} candidates", count)


def criteria(count: int) -> str:
    """Return "1 criterion", "2 criteria"."""
    return translate_count("{count} criterion", "{count} criteria", count)


def candidates_drawn(count: int, total: int) -> str:
    """Return that a chart has room for so many of all candidates only."""
    return translate_count(
        "The chart shows the first candidate of {total}.",
        "The chart shows the first {count} of {total} candidates.",
        count,
        total=total,
    )


def candidates_in_workbook(count: int) -> str:
    """Return that so many candidates more than a page or a slide has room for are in the workbook."""
    return translate_count(
        "{count} more candidate is in the workbook.", "{count} more candidates are in the workbook.", count
    )
