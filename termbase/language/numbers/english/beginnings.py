"""Where a number may begin in an English text, what stands behind it, and what is passed over."""

from __future__ import annotations

import re

from termbase.language.numbers.english.number_words import NUMBER_WORDS, SCALES
from termbase.language.numbers.english.ordinals import ORDINAL
from termbase.language.numbers.units import ENGLISH_UNITS, alternatives

__all__ = ["CURRENCY", "NUMBER_BEGINS", "TIMES", "UNIT_BEHIND"]

_SIGNS = [word for word in ENGLISH_UNITS if word[-1] in "$€£¥"]
_CODES = """RMB CNY USD HKD EUR GBP JPY AUD CAD SGD NZD TWD NTD KRW THB RUB INR BRL CHF MYR ZAR SEK NOK DKK""".split()  # noqa: SIM905
CURRENCY = re.compile(rf"(?:{alternatives([*_SIGNS, '$', *_CODES])})", re.IGNORECASE)
"""A currency before its number."""

_WORD_UNITS = [word for word in ENGLISH_UNITS if word[-1] not in "$€£¥" and (word.isascii() or word[-1] in "²³")]
_WORDS = alternatives([word for word in _WORD_UNITS if word[0] not in "%°‰℃℉"]).replace("\\ ", "[ -]")
_SIGN_UNITS = "%|°[CcFf]?|℃|℉|‰"
UNIT_BEHIND = re.compile(
    rf"(?P<gap>[ \u00a0]?-?[ \u00a0]?| of an? )(?P<unit>{_SIGN_UNITS}|(?:{_WORDS})(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
"""The unit behind a number."""

TIMES = re.compile(
    r"[ -]?fold(?![A-Za-z])|[ -]times(?![A-Za-z])(?P<more> (?:more|higher|larger|greater|bigger|faster|as))?",
    re.IGNORECASE,
)
"""What makes a number a multiple."""

_SEVERAL = "tens|dozens|scores|hundreds|thousands|millions|billions|trillions"
_PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
_HALVED = "year|month|week|day|hour|minute|decade|century|mile|million|billion|trillion|dozen"
_SCALE = "|".join(SCALES)
# The first two letters of every word below, looked at first: it spares trying each kind at every word.
_FIRST = (
    r"(?=[-0-9$€£¥.½¼¾⅓⅔]|[Tt](?:h[iro]|w|r|en)|[Oo]ne|[Ff](?:our|ort|if|ir|iv|ew)|[Ss](?:e[vc]|i|pl|co|qu)|[Ee](?:[il]|ver)"
    r"|[Nn](?:i|o\.|O\.|os\.|um|eg)|[Hh](?:un|al)|[Aa](?:[ -]|n[ -]|rt)|[LlPp]as|[Nn]ext|[Tt]his|[Pp]re"
    r"|[Mm](?:i[ln]|any)|[Bb]il|[Zz]e|[Dd]o[uz]|[Cc](?:ha|la)"
    r"|[Pp](?:ar|er)|[Qq]u|[Rr]u|[Ii]te|[A-Za-z]{1,2}\$|[A-Za-z]{3}\s?[0-9]|[A-Z][A-Za-z]{0,11}-?[0-9])"
)
NUMBER_BEGINS = re.compile(
    rf"""
    (?<![A-Za-z0-9]){_FIRST}(?:
    (?P<code>(?!(?i:{"|".join(_CODES)}|us|hk|long|mid|pre|post|non|under|over|top|the|c
      |circa)-?[0-9])[A-Z][A-Za-z]{{0,11}}-?[0-9]+[A-Za-z0-9]*(?:[.,][0-9]+)*
      |[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?\.[0-9]+
      |[0-9]{{1,2}}[GKDPV](?![A-Za-z0-9])|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]{{3,4}}-[0-9]{{7,8}}(?![0-9])|[0-9]{{25,}})
    |(?P<article>(?:(?i:article|section|chapter|paragraph|clause|item|rule|number)|No\.?|Nos\.?|NO\.?)\s?(?=[0-9]))
    |(?P<half>(?i:(?:one[- ])?half(?P<of>[- ]an?[- ]|[- ]of[- ]an?[- ]
      |[- ])?(?P<scale>(?:{_SCALE})\b)?)(?![A-Za-z-]*time))
    |(?P<skip>(?i:second\ to\ none|double\ (?:11|12|eleven|twelve)|11\.11|12\.12|(?:a|per|every
      |split)[ -]second|square\ one|one-on-one|face\ to\ face)\b)
    |(?P<several>(?i:(?P<size>{_SEVERAL})(?:\s+of\s+(?P<size2>{_SEVERAL}))?\b
      |(?:several|(?:a\ |the\ last\ |the\ past\ )?few|a\ couple\ of|many)\s+(?P<size3>{_SCALE})s?\b))
    |(?P<among>(?i:(?P<top>(?:one|1)(?=\ in|\ out)|(?:[0-9]{{1,3}}|{NUMBER_WORDS})(?=\ in))\ (?:in
      |out\ of)\ (?:every\ )?(?P<bottom>[0-9]{{1,3}}|an?\ hundred|an?\ thousand|an?\ million|{NUMBER_WORDS})\b))
    |(?P<span>(?i:(?:an?|one|last|past|next|this|previous)[ ](?:(?P<long>decade|century)
      |(?P<halved>{_HALVED})[ ]and[ ]a[ ]half))\b)
    |(?P<part>(?i:an?[- ](?P<name>{_PARTS})(?=\s+of\b)))
    |(?P<multiple>(?i:(?P<how>doubl|tripl|trebl|quadrupl|quintupl)(?:e|ed|es|ing)\b|(?P<how2>twice|thrice)\b))
    |(?P<ordinal>{ORDINAL})
    |(?P<number>(?P<minus>(?<![A-Za-z0-9)%])-|(?i:minus|negative)\ )?(?i:{CURRENCY.pattern})?\s?
      (?=[0-9]|\.[0-9]|(?i:(?:{NUMBER_WORDS}|an?[- ](?:{_SCALE}))(?:\b|(?=fold)))))
    |(?P<sign>[½¼¾⅓⅔])
    )""",
    re.VERBOSE | re.ASCII,
)
"""The first place where something begins; the group says what."""
