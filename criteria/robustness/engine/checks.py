"""Checks of what the questions about robustness are given beside numbers and weights: how many draws, which one, which generator."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.errors import CriteriaError
from criteria.translation import translate as _

DRAWS_LIMIT = 20_000_000


def checked_draws(draws: object) -> int:
    """Return the number of draws; raise CriteriaError if it is not a whole number that can be drawn."""
    if isinstance(draws, int | np.integer) and not isinstance(draws, bool) and 1 <= draws <= DRAWS_LIMIT:
        return int(draws)
    raise CriteriaError(
        _(
            "The number of draws is {draws}; give a whole number from 1 to {limit}.",
            draws=draws,
            limit=DRAWS_LIMIT,
        )
    )


def checked_index(index: object, count: int, what: str) -> int:
    """Return an index from 0 to count - 1, negative ones counted from the end; raise CriteriaError for anything else."""
    if isinstance(index, int | np.integer) and not isinstance(index, bool) and -count <= index < count:
        return int(index) % count
    raise CriteriaError(
        _("There is no {what} {index}: count from 0 to {last}.", what=what, index=index, last=count - 1)
    )


def checked_members(given: object, count: int) -> list[int]:
    """Return indices of criteria, at least one; raise CriteriaError for anything else."""
    if isinstance(given, int | np.integer):
        return [checked_index(given, count, _("criterion"))]
    if not isinstance(given, Sequence | np.ndarray) or isinstance(given, str) or len(given) == 0:
        raise CriteriaError(_("Criteria are counted from 0 to {last}.", last=count - 1))
    return [checked_index(member, count, _("criterion")) for member in given]


def generator(rng: object) -> np.random.Generator:
    """Return the generator itself, or one for a seed; raise CriteriaError for what is neither."""
    if isinstance(rng, np.random.Generator):
        return rng
    if isinstance(rng, int | np.integer) and rng >= 0:
        return np.random.default_rng(int(rng))
    raise CriteriaError(_("'rng' must be a generator of numpy or a whole number of at least 0."))
