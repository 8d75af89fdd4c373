"""How much a memory holds."""

from __future__ import annotations

from tm.memory.blocks import SLOT_BITS
from tm.memory.reading import MemoryReader

__all__ = ["statistics"]


def statistics(memory: MemoryReader) -> dict[str, int | str | dict[str, int]]:
    """Units, different sources, characters and words, languages, the ten largest documents, first and last date."""
    ((units, zh, en, characters, first, last),) = memory.rows(
        "SELECT count(*), count(DISTINCT zh), count(DISTINCT en), coalesce(sum(length(zh)), 0), "
        "coalesce(min(nullif(created, '')), ''), "
        "coalesce(max(CASE WHEN created < changed THEN changed ELSE created END), '') FROM unit"
    )
    ((words,),) = memory.rows(
        "SELECT coalesce(sum(length(key)), 0) "
        f"FROM segment LEFT JOIN block ON block.id = (segment.id >> {SLOT_BITS}) "
        "WHERE CASE WHEN segment.id < 0 THEN (segment.id & 1) = 0 ELSE NOT chinese END",
    )
    return {
        "units": units,
        "unique_zh": zh,
        "unique_en": en,
        "zh_chars": characters,
        "en_words": words,
        "languages": dict(
            memory.rows(
                "SELECT coalesce(nullif(zh_language, ''), 'zh') || ' – ' || coalesce(nullif(en_language, ''), 'en') "
                "AS pair, count(*) FROM unit GROUP BY pair ORDER BY 2 DESC, 1"
            )
        ),
        "documents": dict(
            memory.rows(
                "SELECT document, count(*) FROM unit WHERE document <> '' "
                "GROUP BY document ORDER BY 2 DESC, 1 LIMIT 10"
            )
        ),
        "first": first,
        "last": last,
    }
