"""What each reader of translation memories wants of a TMX file: one row per reader."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from termbase.errors import InputError
from termbase.language.tags import side_of
from tm.formats.languages import Pair, is_from_chinese, region_of
from tm.formats.losses import counted
from tm.formats.scripts import SCRIPTS, Script
from tm.formats.tmx import write
from tm.formats.tmx_codes import is_standard
from tm.model import Unit, unit_of_values

__all__ = ["PROFILES", "Profile", "of_one_pair", "pair_for", "profile_of", "written"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a TMX file is written for a reader."""

    name: str
    """As typed after `--for`."""
    reader: str
    because: str
    """What the row goes by: how the reader behaves, and where that is known from."""
    zh: tuple[str, str] = ("zh-CN", "zh-TW")
    """The tag of units in simplified and of those in traditional characters."""
    en: str = "en-US"
    one_pair: bool = True
    """Whether every unit gets these tags; else those that it came with stay."""
    encoding: str = "UTF-8"
    """UTF-8 is written without a byte order mark, UTF-16 little-endian with one."""
    known: frozenset[str] = frozenset()
    """Properties that the reader has under this very name; others get x- before theirs."""
    standard_codes: bool = True
    """Whether a segment with inline codes that TMX 1.4 does not allow goes without them."""
    drops: tuple[str, ...] = ()
    """What the reader passes over, as named in `losses.KINDS`; one that has a row here gets the texts alone."""


PROFILES: dict[str, Profile] = {
    one.name: one
    for one in (
        Profile(
            "generic",
            "any reader of TMX 1.4",
            "the DTD of TMX 1.4 (LISA, 2005); units keep the language tags they came with",
            one_pair=False,
            standard_codes=False,
        ),
        Profile(
            "omegat",
            "OmegaT",
            "validates against its tmx14.xsd and refuses the whole file for one thing that is not in it; takes zh-TW "
            "for zh-CN where nothing is nearer; shows properties and notes (sources of OmegaT, TMXReader2)",
        ),
        Profile(
            "trados",
            "Trados Studio",
            "imports nothing, without an error, where a pair is not that of its memory; fields need x- before their "
            "names (RWS, Importing TM content)",
        ),
        Profile(
            "memoq",
            "memoQ",
            "exports UTF-16 itself, with the fields client, project, domain and subject without x- (its own exports; "
            "memoQ, TMX import settings); matches the file's pair with that of the memory",
            encoding="UTF-16",
            known=frozenset({"client", "project", "domain", "subject", "corrected", "aligned"}),
        ),
        Profile(
            "weblate",
            "Weblate",
            "refuses the source language *all*; takes zh-Hans, zh-Hant and en for its own, but en-US for another "
            "language than en; reads nothing but the texts, native code among them (weblate.memory, import_tmx)",
            zh=SCRIPTS,
            en="en",
            drops=("documents", "confidence", "properties", "notes", "dates and persons", "inline codes"),
        ),
    )
}
"""The readers by name, in the order in which they are shown."""


def profile_of(name: str) -> Profile:
    """The profile of that name; raises InputError, which names those there are."""
    if name not in PROFILES:
        raise InputError(f"there is no profile for {name!r}", remedy=f"choose one of {', '.join(PROFILES)}")
    return PROFILES[name]


def pair_for(profile: Profile, script: Script, languages: Pair | None = None) -> Pair:
    """Source and target for the units of a script: from Chinese to English unless told otherwise.

    A Chinese tag counts for units of its script only (zh is simplified); others get that of the profile.

    >>> pair_for(PROFILES["trados"], "zh-Hant"), pair_for(PROFILES["trados"], "zh-Hant", ("en-GB", "zh-CN"))
    (('zh-TW', 'en-US'), ('en-GB', 'zh-TW'))
    """
    usual = profile.zh[SCRIPTS.index(script)]
    if languages is None:
        return usual, profile.en
    source, target = (tag if side_of(tag) in ("en", script) else usual for tag in languages)
    return source, target


def written(
    units: Iterable[Unit], profile: Profile, pair: Pair, *, one_pair: bool, lost: Counter[str]
) -> Iterator[str | bytes]:
    """The text or the bytes of a TMX file for a reader; what is not kept is counted.

    With `one_pair` every unit gets the tags of the pair.
    """
    if one_pair or profile.one_pair:
        units = of_one_pair(_kept(units, profile, lost), pair, lost)
    pieces = write(units, source=pair[0], target=pair[1], encoding=profile.encoding, known=profile.known)
    return pieces if profile.encoding == "UTF-8" else _as_utf16(pieces)


# `dataclasses.replace` takes four times as long
_BEFORE_TAGS = attrgetter("zh", "en", "document", "confidence", "properties")
_BEHIND_TAGS = attrgetter("created", "created_by", "changed", "changed_by", "zh_markup", "en_markup")


def of_one_pair(units: Iterable[Unit], pair: Pair, lost: Counter[str]) -> Iterator[Unit]:
    """The units with the tags of a pair; those are counted that had others."""
    zh, en = pair if is_from_chinese(*pair) else pair[::-1]
    for unit in units:
        if (unit.zh_language, unit.en_language) == (zh, en):
            yield unit
            continue
        for own, tag in ((unit.zh_language, zh), (unit.en_language, en)):
            if own and region_of(own) != region_of(tag):
                lost[f"the tag {own}, now {tag}"] += 1
        yield unit_of_values(*_BEFORE_TAGS(unit), zh, en, *_BEHIND_TAGS(unit))


def _kept(units: Iterable[Unit], profile: Profile, lost: Counter[str]) -> Iterator[Unit]:
    """The units with what the reader takes."""
    if profile.drops:
        for unit in counted(units, profile.drops, lost):
            yield Unit(unit.zh, unit.en, zh_language=unit.zh_language, en_language=unit.en_language)
        return
    for unit in units:
        coded = profile.standard_codes and (unit.zh_markup or unit.en_markup)
        if coded and not (is_standard(unit.zh_markup) and is_standard(unit.en_markup)):
            lost["inline codes that TMX 1.4 does not have"] += 1
            yield replace(unit, zh_markup="", en_markup="")
        else:
            yield unit


def _as_utf16(pieces: Iterable[str]) -> Iterator[bytes]:
    yield codecs.BOM_UTF16_LE
    for piece in pieces:
        yield piece.encode("utf-16-le")
