"""The dates of documents, so that one can ask what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; frozen as of this version, whatever `schema` says later."""
    op.create_table(
        "document",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("date", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
