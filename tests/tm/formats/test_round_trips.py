"""A memory written, read and written again: in every format and for every reader the same, but for what it tells to lose."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from tests.tm.formats.unit_samples import coded, units
from tm.formats import BITEXTS
from tm.formats.profiles import PROFILES, Profile, pair_for, written
from tm.formats.tmx import read
from tm.model import Unit

TAGS = ("zh-CN", "en-US")
DATE = re.compile(r'creationdate="[0-9TZ]*"')


def bytes_of(pieces: Iterable[str | bytes]) -> bytes:
    return b"".join(piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)


def tagged(unit: Unit) -> Unit:
    return replace(unit, zh_language=unit.zh_language or TAGS[0], en_language=unit.en_language or TAGS[1])


def there_and_back(name: str, sample: list[Unit], *, source: str = TAGS[0], target: str = TAGS[1]) -> list[Unit]:
    """The units read from what was written; what is written of these is the same again."""
    one = BITEXTS[name]
    assert one.read and one.write
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"memory{one.suffixes[0] if one.suffixes else '.xlf'}"
        first = bytes_of(one.write(sample, source=source, target=target))
        path.write_bytes(first)
        found = list(one.read(path))
        again = bytes_of(one.write(found, source=source, target=target))
    assert DATE.sub("", again.decode(), count=1) == DATE.sub("", first.decode(), count=1)
    return found


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
@given(sample=st.lists(units() | coded(), max_size=3), from_chinese=st.booleans())
def test_every_field_and_every_code_comes_back(name: str, sample: list[Unit], from_chinese: bool) -> None:
    source, target = TAGS if from_chinese else TAGS[::-1]
    assert there_and_back(name, sample, source=source, target=target) == [tagged(unit) for unit in sample]


# A table tells no language: the texts do
some_chinese = st.text("义乌市“”\"',=+😀𠮷\u200f &<>\n\t-'", max_size=8).map("义乌{}".format)
some_english = st.text("Yiwu\"',=+😀\u202b &<>\n\t-'", max_size=8).map("Yiwu is {}".format)


@pytest.mark.parametrize("name", ["tsv", "csv"])
@given(sample=st.lists(units(some_chinese, some_english), max_size=4))
def test_tables_keep_the_texts_and_nothing_else(name: str, sample: list[Unit]) -> None:
    def kept(text: str) -> str:
        return (re.sub(r"[\t\r\n]+", " ", text) if name == "tsv" else text).strip()

    found = there_and_back(name, [Unit(unit.zh, unit.en) for unit in sample])
    assert found == [Unit(kept(unit.zh), kept(unit.en), f"memory.{name}") for unit in sample]


def told_of(unit: Unit, profile: Profile) -> Unit:
    """What a reader gets of a unit."""
    zh, en = pair_for(profile, "zh-Hans")
    if profile.name == "generic":
        return tagged(unit)
    if profile.name == "weblate":
        return Unit(unit.zh, unit.en, zh_language=zh, en_language=en)
    return replace(unit, zh_language=zh, en_language=en)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@given(sample=st.lists(units() | coded(), max_size=3))
def test_each_reader_gets_what_its_profile_does_not_tell_to_lose(profile: Profile, sample: list[Unit]) -> None:
    def exported(some: list[Unit], lost: Counter[str]) -> bytes:
        return bytes_of(written(some, profile, pair_for(profile, "zh-Hans"), one_pair=False, lost=lost))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        lost: Counter[str] = Counter()
        first = exported(sample, lost)
        path.write_bytes(first)
        found = list(read(path))
        assert found == [told_of(unit, profile) for unit in sample]
        nothing: Counter[str] = Counter()
        second = exported(found, nothing)
    texts = [DATE.sub("", data.decode(profile.encoding), count=1) for data in (first, second)]
    assert texts[0] == texts[1]
    assert nothing.total() == 0
    others = [unit for unit in sample if profile.one_pair and unit.zh_language == "zh-SG"]
    assert lost[f"the tag zh-SG, now {profile.zh[0]}"] == len(others)


# A text of nothing but what is no character yet, or has no meaning, is taken for no text
some_text = st.text(st.characters(exclude_categories=["Cn", "Co"]))


@pytest.mark.parametrize("name", [name for name, one in BITEXTS.items() if one.write])
@given(text=some_text, other=some_text)
def test_any_text_gives_a_file_that_is_read(name: str, text: str, other: str) -> None:
    one = BITEXTS[name]
    assert one.read and one.write
    unit = Unit(
        f"义乌{text}", f"Yiwu {other}", text, 0.5, ((other, text), ("note", text)), created=other, changed_by=text
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"memory{one.suffixes[0] if one.suffixes else '.xlf'}"
        path.write_bytes(bytes_of(one.write([unit])))
        [found] = one.read(path)
    # where a table has no tags, the texts tell which is which
    assert {found.zh[:2], found.en[:2]} == {"义乌", "Yi"}


@pytest.mark.parametrize("name", [name for name, one in BITEXTS.items() if one.write])
def test_a_pair_of_other_languages_is_refused(name: str) -> None:
    write = BITEXTS[name].write
    assert write
    with pytest.raises(InputError, match="zh and fr are not Chinese and English"):
        "".join(map(str, write([], source="zh", target="fr")))
