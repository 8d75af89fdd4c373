from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.language.folding import fold
from termbase.language.keys import english_key, english_words
from termbase.model import Language, Term
from termbase.recognise import Mention, Recogniser
from tests.cases import parametrized

ZH_ALPHABET = "浙江省会戰战略四千精神𠮷𠀀“”‘’《》— ·Ａa1，。"
EN_WORDS = [
    "free",
    "Free",
    "trade",
    "zones",
    "zone",
    "city",
    "cities",
    "US",
    "us",
    "the",
    "a",
    "port’s",
    "ports",
    "Ｚone",
]
EN_GAPS = [" ", "-", ", ", ". ", "  ", "–", "/", "\n"]


def zh_term(text: str) -> Term:
    return Term(Language.ZH_HANS, text)


def en_term(text: str) -> Term:
    """`=` at the end marks exact case, `~` no inflection."""
    bare = text.rstrip("=~")
    return Term(Language.EN, bare, exact_case=text.endswith("="), inflect=not text.endswith("~"))


def ids(mentions: list[Mention]) -> list[int]:
    return [mention.concept_id for mention in mentions]


@parametrized("recognise")
def test_a_term_is_found_where_it_stands_and_nowhere_else(case: dict[str, str]) -> None:
    chinese = case["language"] == "zh"
    term = zh_term(case["term"]) if chinese else en_term(case["term"])
    text = case["text"].replace("\\u0308", "\u0308")
    mentions = Recogniser([(1, term)]).find(text, chinese=chinese)
    forms = [text[mention.start : mention.end] for mention in mentions]
    assert [form.replace("u\u0308", "ü") for form in forms] == (case["found"].split("|") if case["found"] else [])


def by_brute_force(terms: list[str], text: str, *, chinese: bool) -> list[tuple[int, int]]:
    """Spans, leftmost longest, by trying every slice of the text with a recogniser of no automaton: the key alone."""
    keys = {fold(term).text if chinese else english_key(term) for term in terms} - {""}
    found: list[tuple[int, int]] = []
    position = 0
    for start in range(len(text)):
        if start < position:
            continue
        for end in range(len(text), start, -1):
            if _stands_alone(text, start, end, chinese=chinese) and _key(text[start:end], chinese=chinese) in keys:
                found.append((start, end))
                position = end
                break
    return found


def _key(form: str, *, chinese: bool) -> str:
    return fold(form).text if chinese else " ".join(english_key("x " + form).split()[1:])


def _stands_alone(text: str, start: int, end: int, *, chinese: bool) -> bool:
    """Whether the slice begins and ends with a character of a term, at the borders of a word."""
    whole, before, after = fold(text).text, fold(text[:start]).text, fold(text[end:]).text
    edges = (text[start], text[end - 1])
    return chinese and all(fold(edge).text for edge in edges) and before + fold(text[start:end]).text + after == whole


@settings(deadline=None)  # the first example loads dictionaries
@given(
    st.lists(st.text(alphabet="浙江省会戰战略四千𠮷𠀀“”", min_size=1, max_size=4), max_size=6),
    st.text(alphabet="浙江省会戰战略四千𠮷𠀀“”‘，", max_size=14),
)
def test_chinese_mentions_are_those_of_a_slow_obvious_search(terms: list[str], text: str) -> None:
    # marks at the edge of a key cannot stand in an oracle that tries slices: they are dropped from the terms
    plain = ["".join(character for character in term if character not in "“”") for term in terms]
    expected = by_brute_force(plain, text, chinese=True)
    mentions = Recogniser(enumerate(map(zh_term, plain))).find(text, chinese=True)
    inner = [_without_partner(text, mention) for mention in mentions]
    assert sorted(set(inner)) == expected


def _without_partner(text: str, mention: Mention) -> tuple[int, int]:
    start, end = mention.start, mention.end
    return start + (text[start] in "“‘"), end - (text[end - 1] in "”’")


@settings(deadline=None)  # the first example loads dictionaries
@given(
    st.lists(st.text(alphabet=ZH_ALPHABET, min_size=1, max_size=4), max_size=8),
    st.text(alphabet=ZH_ALPHABET, max_size=40),
)
def test_a_chinese_mention_has_the_key_of_its_term(terms: list[str], text: str) -> None:
    recogniser = Recogniser(enumerate(map(zh_term, terms)))
    previous = (0, 0)
    for mention in recogniser.find(text, chinese=True):
        form = text[mention.start : mention.end]
        assert fold(form).text == fold(mention.term.text).text.strip("“”‘’《》—")
        assert (mention.start, mention.end) == previous or mention.start >= previous[1]
        assert mention.concept_id in recogniser.knows(form, chinese=True)
        previous = (mention.start, mention.end)


@settings(deadline=None)  # the first example loads dictionaries
@given(st.text(alphabet=ZH_ALPHABET))
def test_folding_leads_back_to_the_original(text: str) -> None:
    folded = fold(text)
    for position, character in enumerate(folded.text):
        original = text[folded.original(position)]
        assert fold(original).text in (character, "")
    assert len(folded.text) + len(folded.dropped) == len(text)


def english_texts(most: int) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(st.sampled_from(EN_WORDS), st.sampled_from(EN_GAPS)), min_size=1, max_size=most)
    return pairs.map(lambda drawn: "".join(itertools.chain.from_iterable(drawn)).strip())


def english_by_brute_force(terms: list[str], text: str) -> list[tuple[int, int]]:
    """Spans, leftmost longest, by comparing every run of words and marks with every term."""
    pieces = [(match[0], match.start(), match.end()) for match in PIECE.finditer(text)]
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(pieces):
        ends = [
            end for end in range(len(pieces), first, -1) if any(_is_term(term, pieces[first:end]) for term in terms)
        ]
        if ends:
            start, end = pieces[first][1], pieces[ends[0] - 1][2]
            found.append((start, end - 2 * text[start:end].endswith("’s")))
        first = ends[0] if ends else first + 1
    return found


PIECE = re.compile(r"\w+(?:’\w+)?|[,./]")


def _is_term(term: str, pieces: list[tuple[str, int, int]]) -> bool:
    own = PIECE.findall(term)
    while own and own[-1] in ",./":
        own.pop()
    if len([piece for piece in own if piece not in ",./"]) > 1 and own[0].lower() in ("the", "a"):
        own = own[1:]
    while own and own[0] in ",./":
        own = own[1:]
    here = [piece for piece, _, _ in pieces]
    if not own or here[0] in ",./" or here[-1] in ",./" or (term == "US" and here != ["US"]):
        return False
    ways = (own, [piece for piece in own if piece not in ",./"])
    return any(list(map(_folded, here)) == list(map(_folded, way)) for way in ways)


def _folded(piece: str) -> str:
    return " ".join(english_words(piece)) or piece


@settings(deadline=None)  # the first example loads dictionaries
@given(st.lists(english_texts(3), max_size=8), english_texts(14))
def test_english_mentions_are_those_of_a_slow_obvious_search(terms: list[str], text: str) -> None:
    mentions = Recogniser(enumerate(map(en_term, terms))).find(text, chinese=False)
    assert list(dict.fromkeys((mention.start, mention.end) for mention in mentions)) == english_by_brute_force(
        terms, text
    )


def test_of_nested_terms_the_longest_is_found() -> None:
    recogniser = Recogniser([(1, zh_term("浙江")), (2, zh_term("浙江自贸试验区")), (3, zh_term("试验区"))])
    assert ids(recogniser.find("浙江自贸试验区在浙江，是试验区", chinese=True)) == [2, 1, 3]


def test_of_overlapping_terms_the_leftmost_is_found() -> None:
    recogniser = Recogniser([(1, zh_term("舟山港")), (2, zh_term("宁波舟山"))])
    assert ids(recogniser.find("宁波舟山港", chinese=True)) == [2]


def test_a_term_refused_by_its_case_leaves_room_for_those_inside() -> None:
    recogniser = Recogniser([(1, en_term("Free Trade=")), (2, en_term("trade zone")), (3, en_term("free"))])
    assert ids(recogniser.find("Free Trade zone", chinese=False)) == [1]
    assert ids(recogniser.find("a free trade zone", chinese=False)) == [3, 2]


def test_each_concept_with_the_form_is_mentioned_once_with_its_nearest_term() -> None:
    entries = [(1, en_term("belt and road")), (1, en_term("Belt and Road")), (2, en_term("Belt and Road"))]
    mentions = Recogniser(entries).find("the Belt and Road", chinese=False)
    assert [(mention.concept_id, mention.term.text) for mention in mentions] == [
        (1, "Belt and Road"),
        (2, "Belt and Road"),
    ]


def test_a_concept_is_known_by_its_key() -> None:
    recogniser = Recogniser(
        [(1, zh_term("八八战略")), (2, en_term("the Free Trade Zone")), (3, en_term("free-trade zones"))]
    )
    assert recogniser.knows("“八八戰略”", chinese=True) == (1,)
    assert recogniser.knows("Free Trade Zones", chinese=False) == (2, 3)
    assert recogniser.knows("a free trade zone", chinese=False) == (2, 3)
    assert recogniser.knows("trade", chinese=False) == recogniser.knows("八八", chinese=True) == ()


@pytest.mark.parametrize("chinese", [True, False])
def test_no_terms_and_terms_of_marks_alone_find_nothing(chinese: bool) -> None:
    recogniser = Recogniser([(1, zh_term("“”")), (2, en_term("--"))])
    assert recogniser.find("“”——-- nothing", chinese=chinese) == Recogniser([]).find("x", chinese=chinese) == []
    assert recogniser.knows("“”", chinese=True) == ()
    assert recogniser.knows("--", chinese=False) == ()


def test_a_text_of_many_words_does_not_fill_the_memory() -> None:
    recogniser = Recogniser([(1, en_term("harbour"))])
    text = " ".join(f"word{number}" for number in range(200_001))
    assert recogniser.find(text, chinese=False) == []
    assert ids(recogniser.find("the harbours", chinese=False)) == [1]
