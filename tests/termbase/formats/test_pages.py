"""What all pages share: data that ends no element, whatever is in it, and colours that can be read."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from termbase.formats import pages
from termbase.formats.pages import embedded

STYLE = Path(pages.__file__).with_name("page.css").read_text(encoding="utf-8")
HOSTILE = st.lists(
    st.sampled_from(
        ["<script>", "</script>", "</SCRIPT ", "<!--", "-->", "]]>", '"', "'", "\\", "\u2028", "\u202e", "&lt;", "义"]
    )
).map("".join)


@given(st.one_of(HOSTILE, st.text(st.characters(exclude_categories=("Cs",)))))
def test_data_comes_back_from_the_page_as_it_was(text: str) -> None:
    document = html.document_fromstring(f"<body>{embedded({'text': text})}<p>after</p>")
    (script,) = document.iter("script")
    assert json.loads(script.text) == {"text": text}
    assert document.findtext(".//p") == "after"


def test_much_data_is_packed() -> None:
    texts = ["</script>义乌" * 100] * 4000
    (script,) = html.document_fromstring(f"<body>{embedded(texts)}").iter("script")
    assert script.get("type") == "text/plain"
    assert json.loads(zlib.decompress(base64.b64decode(script.text))) == texts
    assert len(script.text) < 100_000


def test_a_file_name_that_is_no_text_does_not_break_the_page() -> None:
    facts = {"facts": ["\udcff.txt"], "counts": [], "files": [], "findings": [], "left_out": 0}
    "".join(pages.render("tm.report", "findings", **facts)).encode("utf-8")


def colours(scheme: int) -> dict[str, str]:
    """The colours of the light (0) or the dark (1) page by their names."""
    block = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[scheme]
    return dict(re.findall(r"--(\w+): #(\w+)", block))


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    full = colour if len(colour) == 6 else "".join(sign * 2 for sign in colour)
    parts = [int(full[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "card"])
@pytest.mark.parametrize("ink", ["ink", "faint", "accent", "error", "warning", "note", "good"])
def test_every_colour_of_text_can_be_read(scheme: int, ground: str, ink: str) -> None:
    values = colours(scheme)
    one, other = sorted((luminance(values[ground]), luminance(values[ink])))
    assert (other + 0.05) / (one + 0.05) >= 4.5
    marked = sorted((luminance(values["mark"]), luminance(values["ink"])))
    assert (marked[1] + 0.05) / (marked[0] + 0.05) >= 4.5
