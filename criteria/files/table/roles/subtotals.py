"""Subtotals among lines of numbers: a line that is the sum of those just before it, or of those just after a section's own line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from criteria.files.table.roles.arithmetic import WIDEST_SLACK, Sums, follows_from
from criteria.files.table.values.lexicon import SUM_WORDS, folded
from criteria.model.arrays import FloatArray

_LEAST = 2  # lines that a subtotal adds up
_LONGEST = 300  # lines among which sections without a telling name are looked for
_FURTHEST = 40  # lines below a section's own that may belong to it
_FIRST_LOOK = 32  # numbers that show of most lines that they are no sum
_NUMBERS = 3  # numbers that must agree where no name says that it is a subtotal


def names_subtotal(label: str) -> bool:
    """Whether a name begins or ends with a word for a sum: Subtotal commercial, Total technical, Summe Technik."""
    words = folded(label).split()
    return bool(words) and (words[0] in SUM_WORDS or words[-1] in SUM_WORDS)


def subtotals(
    lines: Sequence[FloatArray], labels: Sequence[str], slack: Callable[[int], float]
) -> dict[int, bool]:
    """Return the lines that are sums of their section, each with whether its name says so too.

    lines: in the order of the sheet, nan where no number stands.  slack: the rounding of a line.  A named one adds up all lines since
    the last one; one without such a name stands above or below at least two lines that it adds up in three numbers or more.
    """
    found: dict[int, bool] = {}
    named = [names_subtotal(label) for label in labels]
    width = len(lines[0]) if lines else 0
    section = Sums.none(width)
    for k, line in enumerate(lines if any(named) else ()):
        if named[k] and section.lines >= _LEAST and follows_from(line, section, slack(k)) == "sum":
            found[k], section = True, Sums.none(width)
        else:
            section = section.plus(line)
    for k, line in enumerate(lines if len(lines) <= _LONGEST else ()):
        if k in found or int(np.isfinite(line).sum()) < _NUMBERS or not np.any(np.nan_to_num(line)):
            continue
        # Most lines are no sum of those below, whatever their digits show: these need no look.
        if not _section(line, lines[k + 1 :], WIDEST_SLACK):
            continue
        if length := _section(line, lines[k + 1 :], slack(k)):
            # Further sections of the same kind, one at least, show that the first was no coincidence.
            rest = k + 1 + length
            if rest < len(lines) and _section(lines[rest], lines[rest + 1 :], slack(rest)):
                found |= {k: False, rest: False}
    return found


def _section(line: FloatArray, after: Sequence[FloatArray], slack: float) -> int:
    """Return how many lines below a line it is the sum of, 0 where it is none."""
    known = np.flatnonzero(np.isfinite(line))
    if len(known) > _FIRST_LOOK and not _section(
        line[known[:_FIRST_LOOK]], [a[known[:_FIRST_LOOK]] for a in after[:_FURTHEST]], slack
    ):
        return 0
    given, total = line[known], np.zeros(len(known))
    for count, other in enumerate(after[:_FURTHEST], 1):
        with np.errstate(over="ignore"):
            total = total + np.nan_to_num(other[known])
        if count >= _LEAST and bool(np.all(np.abs(given - total) <= slack + 1e-6 * np.abs(total) + 1e-12)):
            return count
    return 0
