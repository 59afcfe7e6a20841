"""What the store hands out is frozen."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from criteria.store.connect import Store
from criteria.store.items import keep, open_version


def test_nothing_that_the_store_hands_out_can_be_changed(store: Store) -> None:
    saved = keep(store, "problem", "x", name="n", owner="k")
    item, version, _document = open_version(store, "problem", saved.token)
    for value, field in ((saved, "token"), (item, "name"), (version, "note")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field, "other")
