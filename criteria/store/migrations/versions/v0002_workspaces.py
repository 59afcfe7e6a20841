"""Let what is kept belong to a workspace; what was kept before belongs to none, and to whoever holds its token."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the workspace."""
    op.add_column("items", sa.Column("workspace", sa.String(120), nullable=False, server_default=""))
    op.create_index("items_of_a_workspace", "items", ["workspace", "kind"])
