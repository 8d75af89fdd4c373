"""The translation memory: units, and the index that finds the nearest."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# In the order of code points on a server too, whatever its language: the search keys are asked for by their beginning
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
# As SQLite has all its numbers
_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; frozen as of this version, whatever `schema` says later."""
    op.create_table(
        "unit",
        _id(),
        *(_text(name) for name in ("zh", "en", "zh_language", "en_language", "document")),
        *(_text(name) for name in ("created", "created_by", "changed", "changed_by")),
        sa.Column("confidence", sa.Float, nullable=False),
        *(_text(name) for name in ("properties", "zh_markup", "en_markup")),
        *(_number(name) for name in ("previous", "following")),
        sa.Column("digest", _LONG, nullable=False),
    )
    op.create_index("unit_digest", "unit", ["digest"], unique=True)
    op.create_table("segment", _id(_LONG), _number("unit_id"), _text("key"))
    op.create_table(
        "block",
        _id(),
        sa.Column("chinese", sa.Boolean, nullable=False),
        *(_number(name) for name in ("size", "shortest", "longest")),
    )
    op.create_table("posting", _id(_LONG), sa.Column("members", sa.LargeBinary, nullable=False))
    if op.get_context().dialect.name == "postgresql":
        # 4 KB at most: to press them together and put them aside takes longer than to read them
        op.execute("ALTER TABLE posting ALTER members SET STORAGE PLAIN")
    op.create_table(
        "memory_word",
        sa.Column("chinese", sa.Boolean, nullable=False),
        _text("word"),
        _number("number"),
        _number("frequency"),
        sa.PrimaryKeyConstraint("chinese", "word"),
        sqlite_with_rowid=False,
    )


def _id(type_: type[sa.Integer] | sa.types.TypeEngine[int] = sa.Integer) -> sa.Column[int]:
    return sa.Column("id", type_, primary_key=True, autoincrement=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, _TEXT, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
