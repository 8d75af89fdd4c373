"""Every page in a real browser: searched, filtered, printed, by keyboard, offline, and with hostile texts in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader  # noqa: TID251 - to read what was printed, page by page

from termbase.chronicle import Chronicle
from termbase.extract.candidate import Occurrence
from termbase.extract.preparation import Preparation, Sighted
from termbase.formats import html, pages
from termbase.model import Concept, ConceptType, Context, Item, Language, Source, Status, Term, Tier, Usage
from termbase.periods import Step
from tests.browser import CHROMIUM, Page, opened
from tests.golden import GLOSSARY
from tm.checking.run import Tally
from tm.checks.model import Finding, Severity
from tm.model import Segment
from tm.report.contests import contests
from tm.report.corpus_page import Corpus, corpus_page
from tm.report.findings_page import findings_page
from tm.report.preparation_page import preparation_page

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: no page is opened"),
]

EVIL = """</script><img src=x onerror="window.hacked=1">'">]]><!--<script>window.hacked=1</script>\u202e"""
SOURCE = Source("Xinhua", "八八战略", "https://example.com/1", "2021-06", Tier.AGENCY)
STRATEGY = Concept(
    ConceptType.STRATEGY,
    (
        Term(Language.ZH_HANS, "八八战略", pinyin="Bābā Zhànlüè"),
        Term(Language.ZH_HANT, "八八戰略", Usage.ADMITTED),
        Term(Language.EN, "Double-Eight Strategy", source=SOURCE),
        Term(
            Language.EN, "Eight-Eight Strategy", Usage.ADMITTED, source=Source("A", url="javascript:window.hacked=1")
        ),
        Term(Language.EN, "88 Strategy", Usage.FORBIDDEN),
    ),
    id=1,
    definition_en="Eight advantages and eight measures.",
    items=(Item("发挥体制机制优势", "the system"), Item("发挥区位优势")),
    contexts=(
        Context("a.zh.txt", "𠮷，八八战略很好。", Language.ZH_HANS, 0, 2, 6, "The Double-Eight Strategy is good."),
    ),
    frequency=9,
)
OPEN = Concept(ConceptType.PERSON, (Term(Language.EN, "Ruan Fude", status=Status.PROPOSED),), 2, Status.PROPOSED)
HOSTILE = Concept(
    ConceptType.OTHER,
    (
        Term(Language.ZH_HANS, EVIL, pinyin=EVIL, source=Source(EVIL, EVIL, "https://example.com/" + EVIL)),
        Term(Language.EN, EVIL),
    ),
    subject=EVIL,
    note=EVIL,
    definition_zh=EVIL,
    items=(Item(EVIL, EVIL),),
    contexts=(Context(EVIL, EVIL, Language.EN, 0, 3, 9, EVIL),),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with opened() as page:
        yield page


@pytest.fixture
def shown(browser: Page, tmp_path: Path):
    """Open a page; it must run without an error and ask for nothing but itself."""

    def show(pieces: Iterable[str]) -> Page:
        path = tmp_path / "page.html"
        path.write_text("".join(pieces), encoding="utf-8")
        browser.open(path)
        return browser

    yield show
    assert browser.errors == []
    assert [address for address in browser.requests[1:] if not address.startswith("data:")] == []
    assert browser.run("window.hacked") is None


def titles(page: Page) -> list[str]:
    return page.run("[...document.querySelectorAll('article h2')].map((one) => one.firstChild.textContent)")


def search(page: Page, words: str) -> list[str]:
    page.run("document.getElementById('words').value = ''")
    page.run("document.getElementById('words').focus()")
    page.type(words)
    return titles(page)


def choose(page: Page, name: str, label: str) -> list[str]:
    page.run(
        f"(() => {{ const one = document.getElementById({name!r});"
        f"one.value = [...one.options].find((option) => option.text.startsWith({label!r})).value;"
        "one.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    return titles(page)


def count(page: Page) -> str:
    return str(page.run("document.getElementById('shown').value"))


def places(number: int) -> list[Concept]:
    return [
        Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, f"地{n}"), Term(Language.EN, f"Place {n:04}")))
        for n in range(number)
    ]


@pytest.mark.parametrize(
    "query",
    ["八八战略", "八八戰略", "戰略", "double eight", "strategy 88", "Bābā Zhànlüè", "baba zhanlue", "babazhanlve", "babazhanlue",
     "“八八”战略", "‘double-eight’", "ＢＢＺＬ", "ba1ba1 zhan4lüe4", "bbzl", "BBZL", "advantages", "区位", "  八八战略  "],
)  # fmt: skip
def test_an_entry_is_found_in_every_way(shown, query: str) -> None:
    page = shown(html.write([*GLOSSARY, STRATEGY, *places(60)]))
    assert search(page, query) == ["八八战略"]
    assert count(page) == "1 of 64"


@pytest.mark.parametrize("query", ["两山理念", "“两山”", "two mountain theory", "lǐniàn", "liang shan"])
def test_quotation_marks_and_hyphens_hide_no_entry(shown, query: str) -> None:
    page = shown(html.write([*GLOSSARY, STRATEGY]))
    assert search(page, query) == ["“两山”理念"]


def test_the_form_itself_comes_before_longer_ones_and_definitions(shown) -> None:
    def place(zh: str, note: str = "") -> Concept:
        return Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, zh),), note=note)

    page = shown(html.write([place("宁波", "港"), place("海港城"), place("港口"), place("港")]))
    assert search(page, "港") == ["港", "港口", "海港城", "宁波"]
    assert search(page, "qqq") == []
    assert count(page) == "0 of 4"


def test_filters_go_together_and_tell_how_many(shown) -> None:
    page = shown(html.write([*GLOSSARY, STRATEGY, OPEN]))
    assert choose(page, "status", "proposed") == ["Ruan Fude"]
    assert choose(page, "type", "strategy") == []
    choose(page, "status", "all")
    assert choose(page, "usage", "with forbidden forms") == ["八八战略", "“两山”理念"]
    assert choose(page, "tier", "agency") == ["八八战略", "“两山”理念"]
    assert search(page, "eight") == ["八八战略"]
    options = page.run("[...document.getElementById('type').options].map((one) => one.text)")
    assert options == ["all", "person (2)", "place (1)", "strategy (2)"]


def test_the_order_may_be_that_of_the_english(shown) -> None:
    page = shown(html.write([*GLOSSARY, STRATEGY]))
    assert choose(page, "order", "English") == ["八八战略", "Ruan Fude", "“两山”理念", "义乌"]
    assert choose(page, "order", "most seen")[0] == "八八战略"
    assert choose(page, "order", "pinyin")[0] == "八八战略"


def test_it_is_driven_by_the_keyboard(shown) -> None:
    page = shown(html.write([*GLOSSARY, STRATEGY]))
    page.press("/")
    assert page.run("document.activeElement.id") == "words"
    page.type("bbzl")
    assert titles(page) == ["八八战略"]
    page.press("/")  # in the field it is a sign like any other
    assert page.run("document.getElementById('words').value") == "bbzl/"
    page.press("Escape")
    assert count(page) == "4 of 4"
    outline = page.run("getComputedStyle(document.getElementById('words')).outlineWidth")
    assert outline == "3px"


def test_every_language_is_marked_for_screen_readers(shown) -> None:
    page = shown(html.write([STRATEGY]))
    marked = page.run(
        "[...document.querySelectorAll('article [lang]')].map((one) => one.lang + ' ' + one.textContent)"
    )
    assert "zh-Hans 八八战略" in marked
    assert "zh-Hant 八八戰略" in marked
    assert "zh-Latn-pinyin Bābā Zhànlüè" in marked
    assert "en Double-Eight Strategy" in marked
    assert page.run("document.documentElement.lang") == "en"
    assert page.run("document.getElementById('shown').getAttribute('aria-live')") == "polite"


def test_an_example_marks_the_term_also_after_a_rare_character(shown) -> None:
    page = shown(html.write([STRATEGY]))
    assert page.run("document.querySelector('article mark').textContent") == "八八战略"


def test_only_web_addresses_are_links(shown) -> None:
    page = shown(html.write([STRATEGY, HOSTILE]))
    links = page.run("[...document.querySelectorAll('a')].map((one) => one.protocol + one.hostname)")
    assert links == ["https:example.com"] * 2
    assert "javascript:window.hacked=1" in page.run("document.querySelector('main').textContent")


def test_hostile_texts_are_shown_as_they_are(shown) -> None:
    page = shown(html.write([HOSTILE]))
    assert titles(page) == [EVIL]
    assert page.run("document.querySelectorAll('main img, main script').length") == 0


def test_rows_are_made_as_they_come_into_view(shown) -> None:
    page = shown(html.write(places(400)))
    at_first = page.run("document.querySelectorAll('article').length")
    assert at_first <= 100
    page.run("document.querySelector('.more').scrollIntoView()")
    page.wait(f"document.querySelectorAll('article').length > {at_first}")
    page.run("for (let n = 0; n < 8; n++) document.querySelector('.more').click()")
    assert page.run("document.querySelectorAll('article').length") == 400
    assert page.run("document.querySelector('.more').hidden")


def test_what_is_filtered_is_printed_and_nothing_else(shown) -> None:
    page = shown(html.write(places(300)))
    search(page, "Place 00")
    printed = PdfReader(BytesIO(page.printed()))
    text = "\n".join(sheet.extract_text() for sheet in printed.pages)
    assert [number for number in range(300) if f"Place {number:04}" in text] == [*range(101), 200]
    assert "102 of 300" in text


def test_large_data_are_packed_and_read(shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_PLAIN", 0)
    page = shown(html.write([STRATEGY, HOSTILE]))
    page.wait("document.querySelectorAll('article').length === 2")
    assert search(page, "bbzl") == ["八八战略"]


def chronicle() -> Chronicle:
    known, hostile = Counter({"2024-03-05": 2, "2024-05-16": 5}), Counter({"2024-04-01": 9})
    found = Chronicle(Counter({"2024-03-05": 1, "2024-04-01": 1, "2024-05-16": 2}), 1)
    found.concepts.update({1: STRATEGY, 3: HOSTILE})
    found.counts.update({1: known, 3: hostile})
    found.texts.update({1: 3, 3: 1})
    return found


def corpus() -> Corpus:
    periods = ["2024-03", "2024-04", "2024-05"]
    counts = {
        1: {"Double-Eight Strategy": Counter({"2024-03-05": 2}), "88 Strategy": Counter({"2024-05-16": 1, "": 1})}
    }
    return Corpus(chronicle(), Step.MONTH, periods, [], 90, contests(counts, [STRATEGY], periods, Step.MONTH))


def test_terms_of_a_corpus_are_searched_and_ordered(shown) -> None:
    page = shown(corpus_page(corpus()))
    heads = "[...document.querySelectorAll('#terms th span:first-child')].map((one) => one.textContent)"
    assert page.run(heads) == [EVIL, "八八战略"]
    choose(page, "order", "newest")
    assert page.run(heads) == [EVIL, "八八战略"]
    search(page, "bbzl")
    assert page.run(heads) == ["八八战略"]
    course = page.run("document.querySelector('#terms svg').getAttribute('aria-label')")
    assert course == "2024-03: 2, 2024-05: 5"


def test_pictures_have_words_and_tables_have_heads(shown) -> None:
    page = shown(corpus_page(corpus()))
    assert page.run("document.querySelectorAll('svg[role=img]:not([aria-label])').length") == 0
    assert page.run("document.querySelectorAll('th:not([scope])').length") == 0
    heights = page.run(
        "[...document.querySelectorAll('article .chart rect')].map((one) => one.getAttribute('height'))"
    )
    assert heights == ["100.00", "50.00"]


def test_findings_are_filtered_by_check_and_words(shown) -> None:
    def finding(check: str, text: str) -> Finding:
        segment = Segment("港口。", text, "a.xlf", 1)
        return Finding(check, Severity.ERROR, segment, EVIL, None, None, None, False)

    tally = Tally(segments=2, files={"a.xlf"})
    tally.by_check["number", Severity.ERROR] = tally.by_check["unit", Severity.ERROR] = 1
    page = shown(findings_page([finding("number", "one Port"), finding("unit", EVIL)], tally))
    visible = "[...document.querySelectorAll('article:not([hidden]) .check')].map((one) => one.textContent)"
    assert page.run(visible) == ["number", "unit"]
    search(page, "port")
    assert page.run(visible) == ["number"]
    page.run("document.querySelector('input[data-check=number]').click()")
    assert page.run(visible) == []


def test_a_preparation_sheet_is_searched(shown) -> None:
    place = (Occurrence(0, 0, 4),)
    known = tuple(Sighted(one, place, (form,)) for one, form in ((STRATEGY, "八八战略"), (HOSTILE, EVIL)))
    page = shown(preparation_page(Preparation(EVIL, Language.ZH_HANS, (EVIL,), known, ())))
    assert count(page) == "2 of 2"
    search(page, "double-eight")
    assert count(page) == "1 of 2"
    assert page.run("document.querySelector('.never').textContent") == "88 Strategy"


@pytest.mark.parametrize("width", [400, 1100])
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_is_wider_than_the_screen(shown, tmp_path: Path, width: int, dark: bool) -> None:
    for pieces in (html.write([STRATEGY, OPEN]), corpus_page(corpus())):
        page = shown(pieces)
        page.screenshot(tmp_path / "page.png", width, 800, dark=dark)
        assert page.run("document.documentElement.scrollWidth") <= width
