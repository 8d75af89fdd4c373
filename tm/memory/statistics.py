"""How much a memory holds."""

from __future__ import annotations

from tm.memory.reading import MemoryReader

__all__ = ["statistics"]


def statistics(memory: MemoryReader) -> dict[str, int | str | dict[str, int]]:
    """Units, different sources, characters and words, languages, the ten largest documents, first and last date."""
    ((units, zh, en, characters, first, last),) = memory.rows(
        "SELECT count(*), count(DISTINCT zh), count(DISTINCT en), coalesce(sum(length(zh)), 0), "
        "coalesce(min(nullif(created, '')), ''), coalesce(max(max(created, changed)), '') FROM unit"
    )
    ((words,),) = memory.rows("SELECT coalesce(sum(frequency), 0) FROM memory_word WHERE NOT chinese")
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
