"""The two tables: what is kept, and its versions. A migration in `migrations/versions` makes each change to them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

items = Table(
    "items",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("about", String(120), nullable=False, server_default=""),
    # A digest of the key that its maker holds: a copy of the database does not let anybody list another's items.
    Column("owner", String(64), nullable=False),
    Column("name", String(120), nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("workspace", String(120), nullable=False, server_default=""),  # empty: kept without sign-in
    Index("items_of_an_owner", "owner", "kind"),
    Index("items_of_a_workspace", "workspace", "kind"),
)

versions = Table(
    "versions",
    metadata,
    Column("token", String(64), ForeignKey("items.token"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("author", String(120), nullable=False),
    Column("note", Text, nullable=False),
    Column("fingerprint", String(20), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("document", Text, nullable=False),
)
