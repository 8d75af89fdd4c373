"""TMX for each reader: tags, encoding, codes and facts as that reader wants them, and what goes is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from termbase.errors import InputError
from tests.tm.formats.test_round_trips import bytes_of
from tm.formats.losses import KINDS, told
from tm.formats.profiles import PROFILES, pair_for, profile_of, written
from tm.formats.scripts import script_of
from tm.formats.tmx_codes import is_standard
from tm.model import Unit

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FULL = Unit(
    "港口开放。",
    "The port opens.",
    "port.txt",
    0.5,
    (("client", "a port"), ("usage", "preferred"), ("note", "headline")),
    "zh-CN",
    "en-GB",
    "20240506T070809Z",
    "ann",
    "20240507T000000Z",
    "bob",
    "港口<ph>{0}</ph>开放。",
    "",
)


def export(
    name: str, *units: Unit, languages: tuple[str, str] | None = None
) -> tuple[ElementTree.Element, list[str]]:
    """The root of what is written for a reader, and what was told to be lost."""
    lost: Counter[str] = Counter()
    profile = PROFILES[name]
    pair = pair_for(profile, "zh-Hans", languages)
    data = bytes_of(written(units, profile, pair, one_pair=languages is not None, lost=lost))
    return ElementTree.fromstring(data), told(lost)


def tags(root: ElementTree.Element) -> list[str | None]:
    return [root[0].get("srclang"), *(variant.get(XML_LANG) for variant in root.iter("tuv"))]


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("omegat", "zh-CN", "en-US"),
        ("trados", "zh-CN", "en-US"),
        ("memoq", "zh-CN", "en-US"),
        ("weblate", "zh-Hans", "en"),
    ],
)
def test_every_unit_of_a_file_has_the_one_pair_of_its_reader(name: str, zh: str, en: str) -> None:
    units = (FULL, Unit("杭州", "Hangzhou", zh_language="zh_SG"), Unit("宁波", "Ningbo"))
    root, lost = export(name, *units)
    assert tags(root) == [zh, *[zh, en] * 3]
    assert f"the tag en-GB, now {en} (1)" in lost
    assert f"the tag zh_SG, now {zh} (1)" in lost


def test_a_file_for_any_reader_keeps_the_tags_of_its_units() -> None:
    root, lost = export("generic", FULL, Unit("宁波", "Ningbo"))
    assert tags(root) == ["zh-CN", "zh-CN", "en-GB", "zh-CN", "en-US"]
    assert lost == []


@pytest.mark.parametrize("name", PROFILES)
def test_the_pair_that_is_asked_for_is_that_of_every_unit(name: str) -> None:
    root, lost = export(name, FULL, Unit("宁波", "Ningbo"), languages=("en-GB", "zh-CN"))
    assert tags(root) == ["en-GB", "en-GB", "zh-CN", "en-GB", "zh-CN"]
    assert not any(", now " in one for one in lost)


@pytest.mark.parametrize(
    ("script", "languages", "pair"),
    [
        ("zh-Hant", None, ("zh-TW", "en-US")),
        ("zh-Hant", ("en", "zh-HK"), ("en", "zh-HK")),
        ("zh-Hans", ("en", "zh-HK"), ("en", "zh-CN")),
        ("zh-Hans", ("zh", "en-AU"), ("zh", "en-AU")),
        ("zh-Hant", ("zh", "en-AU"), ("zh-TW", "en-AU")),
    ],
)
def test_a_chinese_tag_is_for_its_own_script(
    script: str, languages: tuple[str, str] | None, pair: tuple[str, str]
) -> None:
    assert pair_for(PROFILES["trados"], script, languages) == pair


def test_properties_have_the_names_that_their_reader_knows() -> None:
    def names(reader: str) -> list[str | None]:
        return [prop.get("type") for prop in export(reader, FULL)[0].iter("prop")]

    assert names("memoq") == ["x-document", "x-confidence", "client", "x-usage"]
    assert names("trados") == names("omegat") == ["x-document", "x-confidence", "x-client", "x-usage"]
    assert names("weblate") == []


def test_memoq_gets_utf_16_with_a_byte_order_mark_and_all_others_utf_8_without_one() -> None:
    for name, profile in PROFILES.items():
        pieces = written([FULL], profile, pair_for(profile, "zh-Hans"), one_pair=False, lost=Counter())
        data = bytes_of(pieces)
        if name == "memoq":
            assert data.startswith(b"\xff\xfe<\0?\0")
            assert 'encoding="UTF-16"?>' in data.decode("utf-16")
        else:
            assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')


def test_what_weblate_does_not_keep_is_told() -> None:
    root, lost = export("weblate", FULL, Unit("宁波", "Ningbo"))
    assert lost == [
        "documents (1)",
        "confidence (1)",
        "properties (1)",
        "notes (1)",
        "dates and persons (1)",
        "inline codes (1)",
        "the tag en-GB, now en (1)",
    ]
    assert [child.tag for child in root[1][0]] == ["tuv", "tuv"]
    assert root[1][0].attrib == {}


@pytest.mark.parametrize(
    ("markup", "allowed"),
    [
        ('<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>义<ept i="1"/>', True),
        ('<it pos="begin">{</it><hi type="b">义<ph assoc="p"/></hi><ut x="1">}</ut>', True),
        ("<ph>a<sub>义<hi>b</hi></sub></ph>", True),
        ("", True),
        ("<bpt>a</bpt>义", False),
        ('<ept i="1" type="bold"/>义', False),
        ('<it pos="middle"/>义', False),
        ("<sub>义</sub>", False),
        ("<ph><ph/></ph>义", False),
        ('<g id="1">义</g>', False),
        ('<ph id="1"/>义', False),
    ],
)
def test_codes_that_the_standard_does_not_have_are_known(markup: str, allowed: bool) -> None:
    assert is_standard(markup) is allowed


def test_a_code_for_which_omegat_would_refuse_the_file_stays_out_of_it() -> None:
    foreign = replace(FULL, zh_markup='港口<g id="1"/>开放。')
    root, lost = export("omegat", FULL, foreign)
    assert [len(seg) for seg in root.iter("seg")] == [1, 0, 0, 0]
    assert "inline codes that TMX 1.4 does not have (1)" in lost
    assert len(list(export("generic", foreign)[0].iter("g"))) == 1


def test_every_row_says_what_it_goes_by_and_names_known_losses() -> None:
    for name, profile in PROFILES.items():
        assert profile.name == name
        assert profile.reader and profile.because
        assert set(profile.drops) <= set(KINDS)


def test_an_unknown_reader_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        InputError, match="no profile for 'word'; choose one of generic, omegat, trados, memoq, weblate"
    ):
        profile_of("word")


@pytest.mark.parametrize(
    ("zh", "tag", "script"),
    [
        ("港口增長了", "", "zh-Hant"),
        ("港口增长了", "", "zh-Hans"),
        ("港口增長了", "zh", "zh-Hant"),
        ("港口增長了", "zh-CN", "zh-Hans"),
        ("人民", "zh-MO", "zh-Hant"),
        ("人民", "ZH_hant", "zh-Hant"),
        ("2023", "", "zh-Hans"),
    ],
)
def test_the_script_is_told_by_the_tag_and_by_the_text_where_the_tag_is_silent(
    zh: str, tag: str, script: str
) -> None:
    assert script_of(Unit(zh, "x", zh_language=tag)) == script
