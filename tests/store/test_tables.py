"""The tables that the code expects are those that the migrations make."""

from __future__ import annotations

from sqlalchemy import inspect

from criteria.store.connect import Store
from criteria.store.tables import metadata


def test_the_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    found = inspect(store.engine)
    for table in metadata.sorted_tables:
        present = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        assert present == {column.name: column.nullable for column in table.columns}
        assert found.get_pk_constraint(table.name)["constrained_columns"] == [
            c.name for c in table.primary_key
        ]
