"""The tables of the termbase, for writing; `reading` has the statements that read them. And those of the memory.

The word index `term_words` is another in each kind of database (`word_index`): the first migration makes it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "block",
    "concept",
    "context",
    "document",
    "history",
    "item",
    "memory_change",
    "memory_word",
    "metadata",
    "occurrence",
    "posting",
    "run",
    "search_key",
    "segment",
    "source",
    "term",
    "unit",
    "unit_context",
    "word",
]

metadata = MetaData()

# In the order of code points everywhere, whatever the language of a server
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
# Beyond 32 bits, as SQLite has all its numbers
_LONG = BigInteger().with_variant(Integer(), "sqlite")


def _text(name: str) -> Column[str]:
    return Column(name, _TEXT, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _owner(table: str = "concept") -> Column[int]:
    return Column(f"{table}_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


concept = Table(
    "concept",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("type"),
    _text("status"),
    _text("subject"),
    _text("definition_zh"),
    _text("definition_en"),
    _text("note"),
    Column("score", Float, nullable=False),
    _text("reason"),
    # counts the changes, so that a stale edit can be refused
    _number("version"),
    Index("concept_status", "status"),
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("issuer"),
    _text("title"),
    _text("url"),
    _text("date"),
    _text("tier"),
    UniqueConstraint("issuer", "title", "url", "date", "tier", name="source_unique"),
)

term = Table(
    "term",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _owner(),
    _number("position"),
    _text("language"),
    _text("text"),
    _text("key"),
    _text("usage"),
    _text("kind"),
    _text("status"),
    _text("pinyin"),
    _text("origin"),
    _text("reason"),
    Column("source_id", Integer, ForeignKey("source.id")),
    _text("valid_from"),
    _text("valid_until"),
    Column("exact_case", Boolean, nullable=False),
    Column("inflect", Boolean, nullable=False),
    Index("term_concept", "concept_id"),
)

# Filed by term, so that a term's keys go with it and a bulk load appends; found by (kind, key).
search_key = Table(
    "search_key",
    metadata,
    _owner("term"),
    _text("kind"),
    _text("key"),
    PrimaryKeyConstraint("term_id", "kind", "key"),
    Index("search_key_found", "kind", "key"),
    sqlite_with_rowid=False,
)

# Every English word of the index, for the correction of typing errors; a word outlives its last term.
word = Table(
    "word",
    metadata,
    Column("word", _TEXT, primary_key=True),
    _text("backwards"),
    Index("word_backwards", "backwards"),
    sqlite_with_rowid=False,
)

context = Table(
    "context",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    _owner(),
    _text("document"),
    _text("sentence"),
    _text("language"),
    _number("position"),
    _number("start"),
    _number("end"),
    _text("translation"),
    Index("context_concept", "concept_id", "document"),
)

# only documents whose date is known
document = Table(
    "document",
    metadata,
    Column("name", _TEXT, primary_key=True),
    _text("date"),
    sqlite_with_rowid=False,
)

occurrence = Table(
    "occurrence",
    metadata,
    _owner(),
    _text("document"),
    _number("frequency"),
    PrimaryKeyConstraint("concept_id", "document"),
    sqlite_with_rowid=False,
)

item = Table(
    "item",
    metadata,
    _owner(),
    _number("position"),
    _text("zh"),
    _text("en"),
    PrimaryKeyConstraint("concept_id", "position"),
    sqlite_with_rowid=False,
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    _text("at"),
    _text("who"),
    _text("command"),
)

# No foreign key to the concept: its history survives it.
history = Table(
    "history",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    _number("concept_id"),
    _text("action"),
    _text("before"),
    _text("after"),
    Index("history_concept", "concept_id"),
    Index("history_run", "run_id"),
)

# What a run did to the memory: `tm.memory.journal` has the kinds
memory_change = Table(
    "memory_change",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    _text("kind"),
    # the first and the last of units in a row
    _number("first"),
    _number("last"),
    _text("content"),
    Index("memory_change_run", "run_id"),
)

# The translation memory; `tm.memory` fills and asks it by the driver alone.
unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("zh"),
    _text("en"),
    _text("zh_language"),
    _text("en_language"),
    _text("document"),
    _text("created"),
    _text("created_by"),
    _text("changed"),
    _text("changed_by"),
    Column("confidence", Float, nullable=False),
    _text("properties"),
    _text("zh_markup"),
    _text("en_markup"),
    # the units before and after it in its document, for context matches; 0 for none
    _number("previous"),
    _number("following"),
    Column("digest", _LONG, nullable=False),
    Index("unit_digest", "digest", unique=True),
)

# Where else the same unit stood: `unit` itself has the first place
unit_context = Table(
    "unit_context",
    metadata,
    _number("unit_id"),
    _number("previous"),
    _number("following"),
    PrimaryKeyConstraint("unit_id", "previous", "following"),
    sqlite_with_rowid=False,
)

# A side of a unit as it is compared. The number tells block and slot; a negative one belongs to no block yet.
segment = Table(
    "segment",
    metadata,
    Column("id", _LONG, primary_key=True, autoincrement=False),
    _number("unit_id"),
    _text("key"),
)

# Segments of one language and of like length that are indexed together
block = Table(
    "block",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("chinese", Boolean, nullable=False),
    _number("size"),
    _number("shortest"),
    _number("longest"),
)

# Which slots of a block have a token so many times; the number tells all three.
posting = Table(
    "posting",
    metadata,
    Column("id", _LONG, primary_key=True, autoincrement=False),
    Column("members", LargeBinary, nullable=False),
)

memory_word = Table(
    "memory_word",
    metadata,
    Column("chinese", Boolean, nullable=False),
    _text("word"),
    _number("number"),
    _number("frequency"),
    PrimaryKeyConstraint("chinese", "word"),
    sqlite_with_rowid=False,
)
