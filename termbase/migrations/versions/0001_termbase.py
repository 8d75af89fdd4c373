"""The termbase: concepts, terms, sources, contexts, their search keys and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# In the order of code points on a server too, whatever its language: the search keys are asked for by their beginning
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; frozen as of this version, whatever `schema` says later."""
    _concepts()
    _terms()
    _belongings()
    _history()
    _words()


def _words() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.create_table(
            "term_words",
            sa.Column("row_id", sa.BigInteger, nullable=False),
            _text("word"),
            sa.PrimaryKeyConstraint("row_id", "word"),
        )
        op.create_index("term_words_found", "term_words", ["word", "row_id"])
        return
    # Tokens are ours and separated by spaces. `ascii` takes every other character as part of a token, where
    # `unicode61` would cut at Han characters newer than its Unicode tables (extension E and later). No positions and
    # no sizes: the order of the rows is the rank.
    op.execute(
        "CREATE VIRTUAL TABLE term_words USING fts5("
        "words, tokenize = \"ascii tokenchars ''''\", prefix = '1', detail = none, columnsize = 0)"
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, _TEXT, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=False)


def _given_id() -> sa.Column[int]:
    """A number that the database gives where none is named, as SQLite always does."""
    return sa.Column("id", sa.Integer, sa.Identity(), primary_key=True)


def _owner(table: str = "concept") -> sa.Column[int]:
    return sa.Column(f"{table}_id", sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _concepts() -> None:
    op.create_table(
        "concept",
        _id(),
        *(_text(name) for name in ("type", "status", "subject", "definition_zh", "definition_en", "note")),
        sa.Column("score", sa.Float, nullable=False),
        _text("reason"),
        _number("version"),
    )
    op.create_index("concept_status", "concept", ["status"])
    op.create_table(
        "source",
        _id(),
        *(_text(name) for name in ("issuer", "title", "url", "date", "tier")),
        sa.UniqueConstraint("issuer", "title", "url", "date", "tier", name="source_unique"),
    )


def _terms() -> None:
    op.create_table(
        "term",
        _id(),
        _owner(),
        _number("position"),
        *(
            _text(name)
            for name in ("language", "text", "key", "usage", "kind", "status", "pinyin", "origin", "reason")
        ),
        sa.Column("source_id", sa.Integer, sa.ForeignKey("source.id")),
        _text("valid_from"),
        _text("valid_until"),
        sa.Column("exact_case", sa.Boolean, nullable=False),
        sa.Column("inflect", sa.Boolean, nullable=False),
    )
    op.create_index("term_concept", "term", ["concept_id"])
    op.create_table(
        "search_key",
        _owner("term"),
        _text("kind"),
        _text("key"),
        sa.PrimaryKeyConstraint("term_id", "kind", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("search_key_found", "search_key", ["kind", "key"])
    op.create_table(
        "word",
        sa.Column("word", _TEXT, primary_key=True),
        _text("backwards"),
        sqlite_with_rowid=False,
    )
    op.create_index("word_backwards", "word", ["backwards"])


def _belongings() -> None:
    op.create_table(
        "context",
        _given_id(),
        _owner(),
        *(_text(name) for name in ("document", "sentence", "language")),
        *(_number(name) for name in ("position", "start", "end")),
        _text("translation"),
    )
    op.create_index("context_concept", "context", ["concept_id", "document"])
    op.create_table(
        "occurrence",
        _owner(),
        _text("document"),
        _number("frequency"),
        sa.PrimaryKeyConstraint("concept_id", "document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "item",
        _owner(),
        _number("position"),
        _text("zh"),
        _text("en"),
        sa.PrimaryKeyConstraint("concept_id", "position"),
        sqlite_with_rowid=False,
    )


def _history() -> None:
    op.create_table("run", _given_id(), _text("at"), _text("who"), _text("command"))
    op.create_table(
        "history",
        _given_id(),
        sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        _number("concept_id"),
        _text("action"),
        _text("before"),
        _text("after"),
    )
    op.create_index("history_concept", "history", ["concept_id"])
    op.create_index("history_run", "history", ["run_id"])
