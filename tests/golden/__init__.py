"""Golden files: what each format looks like, byte by byte, and the values that are written there."""

from __future__ import annotations

from pathlib import Path

from termbase.model import (
    Concept,
    ConceptType,
    Context,
    Item,
    Kind,
    Language,
    Origin,
    Source,
    Term,
    Tier,
    Usage,
)
from tm.model import Unit

FOLDER = Path(__file__).parent


def golden(name: str) -> str:
    """The text of a golden file, its line ends as they are."""
    return (FOLDER / name).read_bytes().decode("utf-8")


def zh(text: str, pinyin: str, usage: Usage = Usage.PREFERRED, kind: Kind = Kind.FULL_FORM) -> Term:
    return Term(Language.ZH_HANS, text, usage, kind, pinyin=pinyin, origin=Origin.IMPORT)


def en(text: str, usage: Usage = Usage.PREFERRED, source: Source | None = None) -> Term:
    return Term(Language.EN, text, usage, origin=Origin.IMPORT, source=source)


SPIRIT = Concept(
    ConceptType.STRATEGY,
    (
        zh("“两山”理念", "“Liǎng Shān” lǐniàn"),
        zh("两山论", "Liǎng Shān lùn", Usage.ADMITTED, Kind.ABBREVIATION),
        en(
            "Two Mountains concept",
            source=Source(
                "Xinhua", "Green hills: a story", "https://example.com/a_(1)?b=1&c=2", "2021-06", Tier.AGENCY
            ),
        ),
        en("Two-Mountain theory", Usage.ADMITTED),
        en('the "two mountains"', Usage.SUPERSEDED),
        en("2 mounts", Usage.FORBIDDEN),
    ),
    subject="environment",
    definition_en="Lucid waters and lush mountains\nare invaluable assets.",
    definition_zh="绿水青山就是金山银山。",
    note="capitals only in the *name*",
    items=(Item("绿水青山", "lucid waters and lush mountains"), Item("金山银山")),
    contexts=(
        Context(
            "valley.txt",
            "“两山”理念改变了这里。",
            Language.ZH_HANS,
            3,
            0,
            6,
            "The Two Mountains concept changed <it> all.",
        ),
        Context("valley.txt", "两山论", Language.ZH_HANS, 4, 0, 3),
    ),
)
CITY = Concept(
    ConceptType.PLACE,
    (
        zh("义乌", "Yìwū"),
        zh("义乌市", "Yìwū Shì", Usage.ADMITTED, Kind.VARIANT),
        zh("义鸟", "Yìniǎo", Usage.FORBIDDEN, Kind.VARIANT),
        en("Yiwu"),
        en("=Yiwu, city", Usage.ADMITTED, Source("professional knowledge", tier=Tier.KNOWLEDGE)),
    ),
)
OPEN = Concept(ConceptType.PERSON, (en("Ruan Fude"),), id=42, note="characters unknown")

GLOSSARY = (SPIRIT, CITY, OPEN)
UNITS = (
    Unit("研发投入增长<3%。", "R&D spending rose < 3 percent.", "tech.txt", 0.875),
    Unit("义乌", "Yiwu", properties=(("type", "term"), ("usage", "preferred"), ("note", "a city, not a bird"))),
)
