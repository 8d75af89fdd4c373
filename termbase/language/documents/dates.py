"""Which day a text is of: the date line near its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from termbase.language.script import has_han

__all__ = ["date_of", "find_date", "is_date_line"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        rf"(?<![a-z]){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)

# Title, subtitle, source, author, date, counter: the date line is one of the first six.
_EARLY = 6
# What else a date line may hold: time and weekday, labels, and the name of the source.
_LONGEST = 100
_SENTENCE_END = re.compile(r"[.!?。！？；;][”\"’')）]*$")
_BESIDE = re.compile(
    r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*[ap]\.?m\.?)?|[(（]?(?:星期|周)[一二三四五六日天][)）]?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:beijing time|北京时间|gmt|utc|[ap]\.?m\.?)(?!\w)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"[^\s:：]{1,6}[:：]\s*[^\s。！？]*|(?:date|dated|published|posted|updated|source|by|on|at)(?!\w):?",
    re.IGNORECASE,
)
_CHINESE_SOURCE = re.compile(r"\S{0,20}(?:网|报|社|台|局|厅|委|办|部|府|院|号|端|讯|刊|志)")
# Beside a label also names of persons and sizes of type: 作者：张三 李四, 字号：[ 大 中 小 ].
_LABELLED_WORD = re.compile(rf"{_CHINESE_SOURCE.pattern}|\S{{1,4}}")
_CAPITALISED = re.compile(r"(?:[^\W_a-z]\S*|of|the|and|for|on|at|by|in)")


def date_of(paragraphs: Sequence[str]) -> str:
    """The date of a text from its date line, as ISO 8601; empty when no line near the beginning is one.

    >>> date_of(["Huzhou Turns to the Lake", "发布日期:2022-06-28 浏览次数:"])
    '2022-06-28'
    >>> date_of(["Zhejiang opens up", "The port was opened on June 13, 2023 by Li Qiang."])
    ''
    """
    return next((find_date(line) for line in paragraphs[:_EARLY] if is_date_line(line)), "")


def find_date(text: str) -> str:
    """The first full date in a text, as ISO 8601; empty when there is none.

    >>> [find_date(text) for text in ("2022年6月28日电", "10:17, March 5, 2024", "28 Sept. 2022", "2022-13-01")]
    ['2022-06-28', '2024-03-05', '2022-09-28', '']
    """
    return next((found for found, _, _ in sorted(_dates(text), key=lambda row: row[1])), "")


def is_date_line(line: str) -> bool:
    """Whether a line says when a text was published, and beside it the source at most.

    >>> is_date_line("People's Daily Online) 10:17, March 5, 2024")
    True
    >>> is_date_line("2024年5月16日 08:30　来源：样例日报"), is_date_line("2022年6月28日，会议在义乌召开")
    (True, False)
    """
    if len(line) > _LONGEST or _SENTENCE_END.search(line):
        return False
    return any(_is_source(line[:start] + " " + line[end:]) for _, start, end in _dates(line))


def _is_source(rest: str) -> bool:
    """Whether what stands beside the date names no more than time and source."""
    words = re.split(r"[\s|｜,，;·.()（）\[\]【】\-—]+", _LABELLED.sub(" ", _BESIDE.sub(" ", rest)))
    chinese = _LABELLED_WORD if re.search("[:：]", rest) else _CHINESE_SOURCE
    return all((chinese if has_han(word) else _CAPITALISED).fullmatch(word) for word in words if word)


def _dates(text: str) -> Iterator[tuple[str, int, int]]:
    """Each real date: ISO 8601, start, end."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = int(groups["month"]) if "month" in groups else _MONTHS.index(groups["name"][:3].lower()) + 1
            try:
                day = date(int(groups["year"]), month, int(groups["day"]))
            except ValueError:
                continue
            yield day.isoformat(), match.start(), match.end()
