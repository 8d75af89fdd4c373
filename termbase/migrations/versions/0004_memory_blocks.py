"""All places of a unit that came more than once; an index of fewer, larger blocks."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table; take the blocks apart, so that opening the memory makes new ones of their segments."""
    op.create_table(
        "unit_context",
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("unit_id", "previous", "following")),
        sa.PrimaryKeyConstraint("unit_id", "previous", "following"),
        sqlite_with_rowid=False,
    )
    # a negative number is that of a segment in no block, an odd one that of a Chinese segment
    op.execute(
        "UPDATE segment SET id = -(unit_id * 2 + "
        "(SELECT CASE WHEN chinese THEN 1 ELSE 0 END FROM block WHERE block.id = segment.id >> 14)) WHERE id > 0"
    )
    op.execute("DELETE FROM posting")
    op.execute("DELETE FROM block")
    op.execute("UPDATE memory_word SET frequency = 0")
