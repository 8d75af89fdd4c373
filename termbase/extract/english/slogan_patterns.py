"""The shapes of English slogans that stand without quotation marks, as regular expressions with an example each."""

from __future__ import annotations

import re

__all__ = [
    "ANNOUNCED",
    "COUNTED_LIST",
    "GIVEN_EPITHET",
    "LIST_OF_THOUSANDS",
    "NAMED_PRINCIPLE",
    "NUMBERED_THING",
    "NUMBERS",
    "OWNED_EPITHET",
    "PRINCIPLES",
    "SERIES_OF_ACTS",
]

_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|hundreds of|thousand|thousands of|ten thousand"
)
_WORD = r"(?!(?:and|or|but|is|are|was|were|has|have|in|on|at|of|to|for|with|by|from|which|that|as)\b)[a-z][a-z-]+"
_ITEM = rf"(?:{_NUMBER}) (?:{_WORD} ){{0,2}}{_WORD}"
NUMBERS = frozenset(_NUMBER.replace("|", " ").split()) - {"of"}
COUNTED_LIST = re.compile(rf"(?<![\w-])({_ITEM})((?:, (?!and ){_ITEM})+(?:,? and {_ITEM})?)(?![\w-])", re.IGNORECASE)
"""seven mountains, one river, and two parts farmland; one body, two wings"""
_ROUND_NUMBER = "an? hundred|an? thousand|ten thousand|hundreds of|thousands of"
_MANY = rf"(?:{_WORD} ){{0,2}}(?:{_ROUND_NUMBER}) [a-z-]+(?: and [a-z-]+)??"
LIST_OF_THOUSANDS = re.compile(rf"(?<![\w-]){_MANY}(?:(?:,|,? and) (?!and ){_MANY}){{2,}}(?![\w-])", re.IGNORECASE)
"""cross a thousand mountains and rivers, speak a thousand words, try a thousand ways"""
_ACT = rf"{_WORD} (?:{_WORD} )?{_WORD}"
SERIES_OF_ACTS = re.compile(rf"(?<=\bto )(?P<what>{_ACT}(?:, {_ACT}){{2,}},? and {_ACT})(?![\w-])")
"""to treat sewage, prevent floods, secure supply, and save water"""
NUMBERED_THING = re.compile(
    rf"(?<![\w-])(?P<act>[a-z-]+) of the (?P<what>(?:{_NUMBER}) (?:[a-z-]+ )?[a-z-]+s)(?![\w-])", re.IGNORECASE
)
"""coordination of the four ports"""
ANNOUNCED = re.compile(
    rf"(?<![\w-])(?:its|the|these|their) (?P<what>(?:{_NUMBER}) (?:[a-z-]+ )?[a-z-]+s)(?= ?[(（:：—]| of [“\"])",
    re.IGNORECASE,
)
"""its five functions (…), the three major initiatives of “…”"""
OWNED_EPITHET = re.compile(
    r"(?<![\w-])(?P<what>(?:world|nation|country|province|[A-Z]\w+)['’]s (?P<head>[a-z]+) "
    r"(?:of|for) (?:[a-z-]+ ){0,2}[a-z-]+)"
)
"""world's capital of small commodities"""
GIVEN_EPITHET = re.compile(
    r"(?:known|dubbed|hailed|nicknamed|renowned|reputed|crowned|billed|called)(?: as)? (?:an?|the) "
    r"(?P<what>(?P<head>[a-z]+) of (?:[a-z-]+ ){0,4}[a-z-]+)"
)
"""dubbed the land of fish and rice"""
PRINCIPLES = frozenset(
    f"{noun}{ending}"
    for noun in ("concept", "principle", "philosophy", "idea", "vision", "slogan", "motto", "notion", "spirit")
    for ending in ("", "s")
)
NAMED_PRINCIPLE = re.compile(
    r"(?<![\w-])(?:concept|principle|philosophy|idea|vision|slogan|motto|notion|spirit)s?"
    r" (?:of|that|:) ?(?P<what>(?!the |an? |its? |this )[a-z][a-z-]*(?:,? [a-z][a-z-]*){1,11})(?=[.,;:!?)]|$)"
)
"""the principles of patience, shared work, and open books"""
