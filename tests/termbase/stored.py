"""Termbases for tests: a new one without the price of its migrations, concepts in one line, and any concept at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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
from termbase.place import Place
from termbase.store import Store


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store.open(path).close()
        return path.read_bytes()


made_elsewhere: Callable[[], Place] | None = None
"""Makes new termbases on a server where tests run there (the fixture `on_each_database`)."""


def new_database(folder: Path, name: str = "terms.db") -> Path:
    """A file with an empty termbase."""
    path = folder / name
    path.write_bytes(_empty())
    return path


def new_place(folder: Path) -> Place:
    """An empty termbase in the kind of database that the tests are run on."""
    return made_elsewhere() if made_elsewhere else new_database(folder)


def argument(place: Place) -> str:
    """A place as a command takes it."""
    return str(place) if isinstance(place, Path) else place.url


def new_store(folder: Path, **options: str) -> Store:
    """An empty termbase, open."""
    return Store.open(new_place(folder), **options)


def entry(zh: str = "", pinyin: str = "", en: str = "", status: Status = Status.APPROVED) -> Concept:
    """A concept with a Chinese and an English term, or one of them."""
    terms = [Term(Language.ZH_HANS, zh, pinyin=pinyin)] if zh else []
    if en:
        terms.append(Term(Language.EN, en))
    return Concept(ConceptType.STRATEGY, tuple(terms), status=status)


EIGHT = entry("八八战略", "Bābā Zhànlüè", "Double-Eight Strategy")
BELT = entry("“一带一路”倡议", "Yī Dài Yī Lù Chàngyì", "Belt and Road Initiative")
YIWU = entry("义乌", "Yìwū", "Yiwu")

# What a term may not have: control characters, line separators, surrogates
_SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
_TERM_TEXT = st.one_of(
    st.text(st.sampled_from("八一二三战略国經濟臺灣龘𠮷（）“”·—的"), min_size=1, max_size=8),
    st.text(st.sampled_from("abcdeFG 'sé-5"), min_size=1, max_size=12),
    st.text(_SIGNS, min_size=1, max_size=6),
).filter(lambda text: bool(text.strip()))
# the store refuses what steers a terminal
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=8)
_SPELLINGS = st.one_of(
    st.just(""), st.sampled_from(["Bābā Zhànlüè", "Yìwū", "Xī'ān", "Yì-Xīn-Ōu", "lǜ", "shi4 yan4"]), _TEXT
)

terms = st.builds(
    Term,
    language=st.sampled_from(Language),
    text=_TERM_TEXT,
    usage=st.sampled_from(Usage),
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    pinyin=_SPELLINGS,
    origin=st.sampled_from(Origin),
    reason=_TEXT,
    source=st.none()
    | st.builds(Source, issuer=_TEXT, title=_TEXT, url=_TEXT, date=_TEXT, tier=st.sampled_from(Tier)),
    valid_from=_TEXT,
    valid_until=_TEXT,
    exact_case=st.booleans(),
    inflect=st.booleans(),
)
# what a server keeps; a larger one it refuses in one line
_NUMBERS = st.integers(0, 2**31 - 1)


def contexts(documents: st.SearchStrategy[str] = _TEXT) -> st.SearchStrategy[Context]:
    """Sentences in these documents."""
    return st.builds(
        Context,
        document=documents,
        sentence=_TEXT,
        language=st.sampled_from(Language),
        position=_NUMBERS,
        start=_NUMBERS,
        end=_NUMBERS,
        translation=_TEXT,
    )


concepts = st.builds(
    Concept,
    type=st.sampled_from(ConceptType),
    terms=st.lists(terms, min_size=1, max_size=4).map(tuple),
    status=st.sampled_from(Status),
    subject=_TEXT,
    definition_zh=_TEXT,
    definition_en=_TEXT,
    note=_TEXT,
    items=st.lists(st.builds(Item, zh=_TEXT, en=_TEXT), max_size=3).map(tuple),
    contexts=st.lists(contexts(), max_size=3).map(tuple),
    frequency=_NUMBERS,
    score=st.floats(0, 1),
    reason=_TEXT,
)
