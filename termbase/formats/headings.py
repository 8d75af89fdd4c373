"""Which column of a glossary table holds what, told by the names that people and tools give their columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from termbase.language.script import has_han, to_simplified

__all__ = ["COLUMNS", "TRADITIONAL", "Headings", "recognise"]

COLUMNS = (
    "concept",
    "zh",
    "en",
    "pinyin",
    "type",
    "usage",
    "kind",
    "status",
    "subject",
    "definition",
    "note",
    "items",
    "source",
    "url",
    "date",
    "tier",
)
"""The columns of a glossary table, in the order in which they are written."""

# Other names of the columns, as met in glossaries of MateCat, memoQ, MultiTerm, OmegaT users and Chinese agencies.
# Case, width, brackets, hyphens and underscores are folded before the comparison (see _folded).
_NAMES = {
    "concept": "concept id|entry id|概念|概念编号",
    "zh": "zh cn|zh hans|zh hans cn|zh sg|zh tw|zh hk|zh mo|zh hant|zh hant tw|zh hant hk"
    "|chi|zho|cn|chinese|chinese prc|chinese simplified"
    "|chinese simplified prc|chinese china|chinese simplified china|simplified chinese|chinese traditional"
    "|traditional chinese|chinese taiwan|chinese term"
    "|中文|汉语|中文术语|中文名|中文名称|中文词条|简体中文|中文简体|繁体中文|中文繁体",
    "en": "en us|en gb|eng|english|english us|english united states|english uk|english united kingdom|english term"
    "|english translation|英文|英语|英译|英文名|英文名称|英文术语|英文译文|英文翻译",
    "pinyin": "py|hanyu pinyin|romanization|romanisation|拼音|汉语拼音",
    "type": "term type|concept type|category|类型|类别|分类",
    "usage": "usage status|term status|用法|使用状态",
    "forbidden": "forbidden term|禁用|禁用词",
    "kind": "form|term form|词形|形式",
    "status": "state|review|review status|状态|审核状态",
    "subject": "subject field|domain|field|领域|主题|学科|专业",
    "definition": "definitions|meaning|explanation|定义|释义|解释",
    "note": "notes|remark|remarks|comment|comments|备注|注释|说明|注",
    "items": "item|内容|具体内容",
    "source": "sources|reference|references|来源|出处",
    "url": "link|web|website|source url|网址|链接",
    "date": "source date|日期|时间",
    "tier": "source tier|authority|来源级别",
    # Which language these two are in shows only in the cells; `term` and `translation`.
    "term": "terms|source term|source text|source language|术语|源语|源文|原文|原语|词条",
    "translation": "translations|target|target term|target text|target language|译文|译名|译语|目标语|翻译|目标语言",
}
TRADITIONAL = "zh-Hant"
"""The column of traditional forms, in a table that has one for simplified ones too."""
_IS_TRADITIONAL = re.compile(r"\b(tw|hk|mo|hant|traditional|taiwan|hong|macao)\b|繁")
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in (column, *names.split("|"))}


@dataclass(frozen=True, slots=True)
class Headings:
    """What was recognised in the heading row of a table."""

    found: tuple[str, ...]
    """The headings of the file, as they stand, from left to right."""
    columns: tuple[str, ...]
    """For each heading the column it names, `zh-Hant` beside `zh` for a second Chinese one; empty for one ignored."""
    line: int = 1
    """Number of the line in which the heading row begins, from 1."""
    delimiter: str = ","

    @property
    def matched(self) -> tuple[tuple[str, str], ...]:
        """Pairs (heading, column)."""
        return tuple((name, column) for name, column in zip(self.found, self.columns, strict=True) if column)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings that name nothing we know, or something already named by a column on their left."""
        return tuple(name for name, column in zip(self.found, self.columns, strict=True) if not column)

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of the two sides of a term have no column; empty when the table can be read."""
        if {"term", "translation"} <= set(self.columns):
            return ()
        return tuple(side for side in ("zh", "en") if side not in self.columns)


def recognise(cells: Sequence[str], *, line: int = 1, delimiter: str = ",") -> Headings:
    """The columns that the cells of a heading row name; of one named twice the one further left, but all notes.

    >>> recognise(["Chinese (PRC)", "en_US", "备注", "Grammar"]).columns
    ('zh', 'en', 'note', '')
    >>> recognise(["zh-TW", "zh-CN", "en"]).columns, recognise(["繁體中文", "en"]).columns
    (('zh-Hant', 'zh', 'en'), ('zh', 'en'))
    >>> recognise(["术语", "译文"]).columns, recognise(["源语", "English"]).columns
    (('term', 'translation'), ('zh', 'en'))
    """
    columns: list[str] = []
    for cell in cells:
        name = _folded(cell)
        # traditional headings (備註, 術語) are the simplified ones
        column = _COLUMN_OF.get(name) or (_COLUMN_OF.get(to_simplified(name), "") if has_han(name) else "")
        columns.append(TRADITIONAL if column == "zh" and _IS_TRADITIONAL.search(name) else column)
    return Headings(tuple(cells), tuple(_sides(_once(columns))), line, delimiter)


def _once(columns: list[str]) -> list[str]:
    """Each column where it is named first, notes everywhere; traditional Chinese is the Chinese where no other is."""
    if "zh" not in columns:
        columns = ["zh" if column == TRADITIONAL else column for column in columns]
    firsts = {column: place for place, column in reversed(list(enumerate(columns)))}
    return [column if place == firsts[column] or column == "note" else "" for place, column in enumerate(columns)]


def _sides(columns: list[str]) -> list[str]:
    """`term` and `translation` stay together; beside a column whose language is named each is the other language."""
    named = {"zh", "en"} & set(columns)
    general = {"term", "translation"} & set(columns)
    if not named:
        return columns
    if len(named) == len(general) == 1:
        (other,) = {"zh", "en"} - named
        return [other if column in general else column for column in columns]
    return ["" if column in general else column for column in columns]


def _folded(heading: str) -> str:
    """A heading as words: `Chinese_(PRC)` and `chinese prc` are one."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", heading).casefold()))
