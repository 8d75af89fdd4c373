"""The dates of documents, so that one can ask what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# In the order of code points on a server too, whatever its language: the search keys are asked for by their beginning
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; frozen as of this version, whatever `schema` says later."""
    op.create_table(
        "document",
        sa.Column("name", _TEXT, primary_key=True),
        sa.Column("date", _TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
