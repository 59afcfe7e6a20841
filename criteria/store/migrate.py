"""Bring the tables of a database to what this version needs, whoever of several servers comes first."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from criteria.store.errors import StoreError
from criteria.translation import translate as _

LOCK = 4_108_207_311  # any number, the same for all servers of one database


def upgrade(engine: Engine) -> None:
    """Apply the migrations that are missing, in one transaction; raise StoreError if a newer version made the tables."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    known = ScriptDirectory.from_config(config)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        present = MigrationContext.configure(connection).get_current_revision()
        if present == known.get_current_head():
            return
        if present is not None and present not in {script.revision for script in known.walk_revisions()}:
            raise StoreError(
                _(
                    "The database was made by a newer version of this software; upgrade the software, or use another database."
                )
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
