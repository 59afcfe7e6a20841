"""What a table given as text is understood as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading, read_table


@pytest.fixture
def reading() -> Callable[[str], Reading]:
    """Return a function that reads a table given as text."""
    return lambda text: read_table(text.encode(), name="t.csv")
