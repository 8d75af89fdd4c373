"""TBX: what is written is read back and is what other readers accept; files in the wild are understood or refused."""

from __future__ import annotations

import tempfile
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import tbx as toolkit  # noqa: TID251 - the judge of what we write

from termbase.errors import FormatError, ZhtermError
from termbase.formats.tbx import describe, entries, read
from termbase.formats.tbx_writing import write, write_tbx3
from termbase.model import Concept, ConceptType, Context, Kind, Language, Origin, Source, Status, Term, Tier, Usage
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

WRITERS = [write, write_tbx3]
File = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "terms.tbx"
        path.write_bytes(text.encode(encoding))
        return path

    return made


def martif(body: str, head: str = "") -> str:
    return f'{head}<martif type="TBX"><text><body>{body}</body></text></martif>'


def entry(zh: str = "", en: str = "", more: str = "") -> str:
    sides = "".join(
        f'<langSet xml:lang="{tag}"><tig><term>{text}</term></tig></langSet>'
        for tag, text in (("zh-CN", zh), ("en-US", en))
        if text
    )
    return f"<termEntry>{more}{sides}</termEntry>"


def forms(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.language.value, term.text, term.usage.value) for term in concept.terms]


# --- round trips


@given(st.lists(concepts(), max_size=3), st.sampled_from(WRITERS))
def test_what_is_written_is_read_back_and_written_the_same(sample: list[Concept], writer) -> None:
    text = "".join(writer(sample))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.tbx"
        path.write_text(text, encoding="utf-8", newline="")
        found = list(read(path))
    assert found == sample
    assert "".join(writer(found)) == text


@pytest.mark.parametrize("writer", WRITERS)
def test_characters_that_xml_cannot_hold_are_left_out(writer, file: File) -> None:
    [concept] = read(file("".join(writer([Concept(ConceptType.OTHER, (Term(Language.EN, "R&D\x00 \ufffe<3%"),))]))))
    assert concept.terms[0].text == "R&D <3%"


def test_counts_scores_and_reasons_are_all_that_a_concept_loses(file: File) -> None:
    term = Term(Language.EN, "Yiwu", origin=Origin.IMPORT)
    concept = Concept(ConceptType.PLACE, (term,))
    told = replace(concept, frequency=3, score=0.5, reason="twice", terms=(replace(term, reason="a name"),))
    assert list(read(file("".join(write([told]))))) == [concept]


def test_a_note_that_looks_like_one_of_ours_is_still_a_note(file: File) -> None:
    concept = Concept(ConceptType.OTHER, (Term(Language.EN, "x", origin=Origin.IMPORT),), note="Pinyin: see below")
    assert list(read(file("".join(write([concept]))))) == [concept]


# --- what others make of it


def test_the_translate_toolkit_finds_every_pair_with_its_status_and_pinyin(file: File) -> None:
    with file("".join(write(GLOSSARY))).open("rb") as opened:
        units = toolkit.tbxfile(opened, sourcelanguage="zh-CN", targetlanguage="en-US").units
    assert [(unit.source, unit.target) for unit in units[:2]] == [
        ("“两山”理念", "Two Mountains concept"),
        ("义乌", "Yiwu"),
    ]
    targets = units[0].get_target_terms("en-US")
    assert [(term.text, term.deprecated) for term in targets] == [
        ("Two Mountains concept", False),
        ("Two-Mountain theory", False),
        ('the "two mountains"', False),
        ("2 mounts", True),
    ]
    assert "pinyin: Yìwū" in units[1].getnotes()


def test_version_2_has_the_order_of_elements_that_the_dtd_asks_for() -> None:
    root = etree.fromstring("".join(write(GLOSSARY)).encode())
    for tig in root.iter("tig"):
        names = [child.tag for child in tig]
        assert names[0] == "term"
        assert names == sorted(names, key=lambda name: 0 if name == "term" else 1 if name == "termNote" else 2)
    for one in root.iter("termEntry"):
        names = [child.tag == "langSet" for child in one]
        assert names == sorted(names)


def test_references_point_to_the_web_or_stand_in_a_note() -> None:
    source = Source("A", url="https://example.com/x y"), Source("B", url="page 7"), Source("C", url="http://[bad")
    terms = tuple(Term(Language.EN, f"t{number}", source=one) for number, one in enumerate(source))
    root = etree.fromstring("".join(write_tbx3([Concept(ConceptType.OTHER, terms)])).encode())
    assert [one.get("target") for one in root.iter("{*}xref")] == ["https://example.com/x y"]


# --- files of others


def test_version_3_is_read_in_both_styles(file: File) -> None:
    parts = (
        (
            "DCA",
            '<descrip type="subjectField">trade</descrip>',
            '<termNote type="administrativeStatus">{}</termNote>',
        ),
        (
            "DCT",
            "<min:subjectField>trade</min:subjectField>",
            "<min:administrativeStatus>{}</min:administrativeStatus>",
        ),
    )
    for style, subject, status in parts:
        forbidden = status.format("deprecatedTerm-admn-sts")
        [concept] = read(
            file(
                f'<tbx style="{style}" type="TBX-Min" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="urn:min"><text><body>'
                f'<conceptEntry id="c1">{subject}<langSec xml:lang="zh"><termSec><term>双循环</term></termSec></langSec>'
                f'<langSec xml:lang="en"><termSec><term>double cycle</term>{forbidden}</termSec></langSec>'
                "</conceptEntry></body></text></tbx>"
            )
        )
        assert concept.subject == "trade"
        assert forms(concept) == [("zh-Hans", "双循环", "preferred"), ("en", "double cycle", "forbidden")]


def test_terms_in_groups_are_read(file: File) -> None:
    own = '<ntig><termGrp><term>义乌</term><termNoteGrp><termNote type="termType">shortForm</termNote></termNoteGrp>'
    body = f'<termEntry><langSet xml:lang="zh-Hant-TW">{own}</termGrp></ntig></langSet></termEntry>'
    [concept] = read(file(martif(body)))
    assert concept.terms == (Term(Language.ZH_HANT, "义乌", kind=Kind.ABBREVIATION, origin=Origin.IMPORT),)


def test_without_a_status_the_first_term_is_preferred(file: File) -> None:
    tigs = "".join(f"<tig><term>{text}</term></tig>" for text in ("hub", "centre", " "))
    [concept] = read(file(martif(f'<termEntry><langSet lang="EN_gb">{tigs}</langSet></termEntry>')))
    assert forms(concept) == [("en", "hub", "preferred"), ("en", "centre", "admitted")]


def test_definitions_go_to_their_language_and_layout_is_no_text(file: File) -> None:
    more = (
        '<descrip type="definition">一种\n    理念</descrip><descrip type="definition" xml:lang="en">a port</descrip>'
        "<note>old</note>"
    )
    [concept] = read(file(martif(entry("港", "port", more))))
    assert (concept.definition_zh, concept.definition_en, concept.note) == ("一种 理念", "a port", "old")


def test_contexts_notes_and_sources_of_a_term_are_kept(file: File) -> None:
    own = (
        '<tig><term>Yiwu</term><descrip type="context">In Yiwu, trade rose.</descrip>'
        '<descripGrp><descrip type="context">No name here.</descrip><admin type="source">news.txt</admin></descripGrp>'
        '<descripGrp><descrip type="example">x</descrip></descripGrp>'
        '<admin type="source">Xinhua: Trade</admin><xref type="externalCrossReference" target="https://example.com"/>'
        "<note>never Yi Wu</note></tig>"
    )
    [concept] = read(file(martif(f'<termEntry><langSet xml:lang="en">{own}</langSet></termEntry>')))
    assert concept.note == "Yiwu: never Yi Wu"
    assert concept.terms[0].source == Source("Xinhua", "Trade", "https://example.com", tier=Tier.FOUND)
    assert concept.contexts == (
        Context("", "In Yiwu, trade rose.", Language.EN, 0, 3, 7),
        Context("news.txt", "No name here.", Language.EN, 0, 0, 4),
    )


def test_other_languages_are_passed_over_and_told(file: File) -> None:
    french = '<termEntry><langSet xml:lang="fr"><tig><term>port</term></tig></langSet></termEntry>'
    path = file(martif(french + entry("港", "port") + "<termEntry><langSet/></termEntry>"))
    assert len(list(entries(path))) == 3
    assert [forms(concept)[0][1] for concept in read(path)] == ["港"]
    assert list(describe(path)) == [
        "3 entries; languages: en-US (1), fr (1), zh-CN (1), no language (1)",
        "2 without Chinese and English are passed over",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_are_found(file: File, encoding: str) -> None:
    head = '<?xml version="1.0" encoding="GB18030"?>' if encoding == "gb18030" else ""
    [concept] = read(file(martif(entry("义乌", "Yiwu"), head), encoding))
    assert forms(concept)[0][1] == "义乌"


def test_a_doctype_is_not_fetched_and_its_entities_stay_as_they_are_written(file: File) -> None:
    head = '<!DOCTYPE martif SYSTEM "http://192.0.2.1/none.dtd">\n'
    [concept] = read(file(martif(entry(en="Yi&nbsp;wu"), head)))
    assert concept.terms[0].text == "Yi&nbsp;wu"


# --- what is refused

BOMB = '<!DOCTYPE martif [<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;">]>'
THIEF = '<!DOCTYPE martif [\n<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (martif(entry(en="&b;"), BOMB), 1, "declares the entity a"),
        (martif(entry(en="&a;"), THIEF), 2, "declares the entity a"),
        (martif(f"\n{entry('义乌')}\n<termEntry>"), 3, "the XML is broken: mismatched tag"),
        ("<tmx/>", 1, "the file is no TBX: its root is tmx"),
        ("", 1, "the XML is broken: no element found"),
        ("zh,en\n义乌,Yiwu\n", 1, "the XML is broken"),
        (martif("<x>" * 300 + "</x>" * 300), 1, "nested too deeply"),
        (martif('<termEntry><langSet xml:lang="de"/></termEntry>'), None, "the languages are de"),
    ],
    ids=["bomb", "thief", "open", "TMX", "empty", "CSV", "deep", "German"],
)
def test_a_broken_file_is_refused_with_its_line(file: File, text: str, line: int | None, says: str) -> None:
    path = file(text)
    with pytest.raises(FormatError) as raised:
        list(read(path))
    assert raised.value.line == line
    assert says in str(raised.value)
    assert raised.value.remedy


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(ZhtermError, match="no such file|is a folder"):
        list(read(tmp_path / "none.tbx"))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: martif(text).encode("utf-8", "replace")))
def test_any_bytes_give_concepts_or_an_error_with_advice(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.tbx"
        path.write_bytes(data)
        try:
            assert all(concept.terms for concept in read(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.tbx"
        with path.open("w", encoding="utf-8") as opened:
            terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "Yiwu", Usage.ADMITTED))
            opened.writelines(write(Concept(ConceptType.PLACE, terms, status=Status.PROPOSED) for _ in range(count)))
        tracemalloc.start()
        assert sum(1 for _ in read(path)) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(10)
    assert peak(8_000) < 1.5 * peak(2_000)
