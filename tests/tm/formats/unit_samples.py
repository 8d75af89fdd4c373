"""Units as hypothesis makes them: every text that XML can hold, every kind of inline code, every field."""

from __future__ import annotations

from hypothesis import strategies as st

from tm.model import Unit

__all__ = ["DIFFICULT", "coded", "held", "segments", "units", "with_codes"]

DIFFICULT = [
    "“两山”",
    "R&D <3%>",
    '"city"',
    "a\nb\tc",
    "=1+2",
    "😀",
    "𠮷野",
    "\u200f\u202e义",
    "'",
    "&amp;",
    "]]>",
    "100%",
    "\\n",
    "\r",
]
"""What has been seen to break a writer or a reader: marks of XML and CSV, formulas, planes above the first, directions."""

_XML = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
)
held = st.text(_XML, max_size=12) | st.lists(st.sampled_from(DIFFICULT), max_size=3).map("".join)
segments = held.filter(lambda text: text.strip() != "")

_names = held.filter(lambda name: name not in {"document", "confidence", "note"} and not name.startswith("x-"))
_properties = st.lists(st.tuples(_names, held), max_size=2)
_notes = st.lists(st.tuples(st.just("note"), held), max_size=2)


def _written(text: str, *, quotes: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;") if quotes else text


def _element(name: str, inner: str, **given: str) -> str:
    written = "".join(f' {key}="{_written(value, quotes=True)}"' for key, value in given.items())
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


_numbers = st.integers(1, 3).map(str)
_native = held.map(_written)
_codes = st.one_of(
    st.builds(lambda native, x: _element("ph", native, x=x), _native, _numbers),
    st.builds(lambda native: _element("ph", native), _native),
    st.builds(lambda native, i: _element("bpt", native, i=i, x=i, type="bold"), _native, _numbers),
    st.builds(lambda native, i: _element("ept", native, i=i), _native, _numbers),
    st.builds(lambda native, pos: _element("it", native, pos=pos), _native, st.sampled_from(["begin", "end"])),
    st.builds(lambda native: _element("ut", native), _native),
)


def _joined(pieces: list[tuple[str, str]]) -> tuple[str, str]:
    """The text and the segment as XML; without a code there is no XML."""
    text, markup = ("".join(some) for some in zip(*pieces, strict=True))
    return text, markup if any(written != _written(plain) for plain, written in pieces) else ""


_pieces = held.map(lambda text: (text, _written(text))) | _codes.map(lambda code: ("", code))
_enclosed = held.map(lambda text: (text, _element("hi", _written(text), type="b")))
with_codes = (
    st.lists(_pieces | _enclosed, min_size=1, max_size=5).map(_joined).filter(lambda found: found[0].strip() != "")
)
"""A text and the same with inline codes, as the XML inside TMX `seg`."""


@st.composite
def units(draw: st.DrawFn, zh: st.SearchStrategy[str] = segments, en: st.SearchStrategy[str] = segments) -> Unit:
    """A unit without inline codes, with any of its fields."""
    return Unit(
        draw(zh),
        draw(en),
        draw(held),
        draw(st.integers(0, 10_000)) / 10_000,
        (*draw(_properties), *draw(_notes)),
        draw(st.sampled_from(["", "zh-CN", "zh_cn", "zh-SG"])),
        draw(st.sampled_from(["", "en-US", "EN-us", "en-GB"])),
        draw(held),
        draw(held),
        draw(held),
        draw(held),
    )


@st.composite
def coded(draw: st.DrawFn) -> Unit:
    """A unit with inline codes on one side or on both."""
    from dataclasses import replace

    (zh, zh_markup), (en, en_markup) = draw(with_codes), draw(with_codes)
    return replace(draw(units()), zh=zh, en=en, zh_markup=zh_markup, en_markup=en_markup)
