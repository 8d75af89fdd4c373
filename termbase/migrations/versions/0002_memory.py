"""The translation memory: units, and the index that finds the nearest."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; frozen as of this version, whatever `schema` says later."""
    op.create_table(
        "unit",
        _id(),
        *(_text(name) for name in ("zh", "en", "zh_language", "en_language", "document")),
        *(_text(name) for name in ("created", "created_by", "changed", "changed_by")),
        sa.Column("confidence", sa.Float, nullable=False),
        *(_text(name) for name in ("properties", "zh_markup", "en_markup")),
        *(_number(name) for name in ("previous", "following", "digest")),
    )
    op.create_index("unit_digest", "unit", ["digest"], unique=True)
    op.create_table("segment", _id(), _number("unit_id"), _text("key"))
    op.create_table(
        "block",
        _id(),
        sa.Column("chinese", sa.Boolean, nullable=False),
        *(_number(name) for name in ("size", "shortest", "longest")),
    )
    op.create_table("posting", _id(), sa.Column("members", sa.LargeBinary, nullable=False))
    op.create_table(
        "memory_word",
        sa.Column("chinese", sa.Boolean, nullable=False),
        _text("word"),
        _number("number"),
        _number("frequency"),
        sa.PrimaryKeyConstraint("chinese", "word"),
        sqlite_with_rowid=False,
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
