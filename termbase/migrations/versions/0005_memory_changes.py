"""What a run did to the memory, so that it can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# In the order of code points on a server too
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; frozen as of this version, whatever `schema` says later."""
    op.create_table(
        "memory_change",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("first", "last")),
        sa.Column("content", _TEXT, nullable=False),
    )
    op.create_index("memory_change_run", "memory_change", ["run_id"])
