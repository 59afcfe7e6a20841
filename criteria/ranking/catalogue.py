"""The ranking methods, one row each. Menus, documentation, tests and links loop over these rows.

A key is for ever: links contain it. To add a method: its file, its row in a family, a reference case, its page in
docs/methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from criteria.ranking.families import outranking, ratio, reference, value
from criteria.ranking.method import Method

METHODS: Mapping[str, Method] = MappingProxyType(
    {row.key: row for family in (value, reference, ratio, outranking) for row in family.ROWS}
)
