"""Concepts with everything that glossaries must survive: for the properties of readers and writers."""

from __future__ import annotations

from hypothesis import strategies as st

from termbase.model import (
    Concept,
    ConceptType,
    Context,
    Item,
    Kind,
    Language,
    Origin,
    Source,
    Status,
    Term,
    Tier,
    Usage,
)

# Quotes, markup, what begins formulas, emoji, Han above the first plane, traditional, a mark from right to left
_CHARACTERS = "甲乙“”、，。；;:=+-@\"'<>&|#~éü3A…\u00a0\u2028\U00020000😀臺灣\u200f ]"
one_line = st.text(_CHARACTERS, max_size=20).map(str.strip)
some_text = one_line.filter(bool)
several_lines = st.lists(some_text, max_size=3).map("\n".join)
zh_texts = st.text("甲乙丙丁“”、，市省-A3\U00020000😀= ", min_size=1, max_size=6).map(str.strip).filter(bool)
en_texts = st.text("abc XYZ,;\"'=+-@éü’“3<>&\u200f😀", min_size=1, max_size=12).map(str.strip).filter(bool)
days = st.sampled_from(["", "2021", "2021-06-30"])
sources = st.builds(
    Source,
    issuer=some_text.filter(lambda text: ": " not in text and not text.startswith(":") and not text.endswith(":")),
    title=one_line,
    url=st.sampled_from(["", "https://example.com/a?b=1&c=“2”", "page 7"]),
    date=days,
    tier=st.sampled_from(Tier),
)


def terms_of(language: Language, texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[Term]]:
    term = st.builds(
        Term,
        st.just(language),
        texts,
        usage=st.sampled_from(Usage),
        kind=st.sampled_from(Kind),
        status=st.sampled_from([Status.APPROVED, Status.PROPOSED]),
        pinyin=one_line if language.is_chinese else st.just(""),
        origin=st.just(Origin.IMPORT),
        source=st.none() | sources,
        valid_from=days,
        valid_until=days,
        exact_case=st.booleans(),
        inflect=st.booleans(),
    )
    return st.lists(term, max_size=3, unique_by=lambda one: one.text)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Concepts whose terms stand in the order of their languages, as every writer puts them."""
    terms = [
        *draw(terms_of(Language.ZH_HANS, zh_texts)),
        *draw(terms_of(Language.ZH_HANT, zh_texts)),
        *draw(terms_of(Language.EN, en_texts)),
    ] or [Term(Language.EN, "x", origin=Origin.IMPORT)]
    items = st.builds(
        Item, st.sampled_from(["吃尽千辛", "千山", "A+B"]), st.sampled_from(["", "x = y", "hills, “all”"])
    )
    contexts = [
        Context(
            draw(one_line),
            draw(some_text),
            language,
            draw(st.integers(0, 99)),
            0,
            draw(st.integers(1, 9)),
            draw(one_line),
        )
        for language in dict.fromkeys(term.language for term in terms)
        if draw(st.booleans())
    ]
    return Concept(
        draw(st.sampled_from(ConceptType)),
        tuple(terms),
        status=draw(st.sampled_from([Status.APPROVED, Status.PROPOSED])),
        subject=draw(one_line),
        definition_zh=draw(st.just("") | st.sampled_from(["一种战略。\n第二行", "甲" * 10_000])),
        definition_en=draw(several_lines | st.just("a “strategy”, old")),
        note=draw(several_lines),
        items=tuple(draw(st.lists(items, max_size=3, unique=True))),
        contexts=tuple(contexts),
    )
