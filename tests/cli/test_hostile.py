"""Terms and queries that want to be more than text: terminal codes, HTML, SQL, formulas, addresses."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.model import Concept, ConceptType, Context, Language, Source, Status, Term, Tier
from termbase.store import Store
from tests.cli.conftest import Zhterm

ESCAPES = ("\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x08", "\u202e")
SOURCE = Source("<b>Issuer</b>", "<i>title", "javascript:alert(1)", "2024-01-01", Tier.OFFICIAL)
TERMS = (
    ("公式", '=HYPERLINK("http://zhterm.example")'),
    ("引号'\"; DROP TABLE term; --", "100%_sure' OR 1=1"),
    ("标记", "[bold red]x[/] {{ 7 * 7 }}"),
    ("脚本", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
)
QUERIES = (
    "'",
    '"',
    "%",
    "_",
    "*",
    "NEAR(a b)",
    "a AND",
    "-- x",
    "公式'--",
    "term_words:a",
    "{a b}",
    "a^2",
    "\x1b[2J公式",
    "\x00",
)


@pytest.fixture
def hostile(zhterm: Zhterm, tmp_path: Path) -> Zhterm:
    """A termbase full of such terms, with contexts."""
    with Store.open(tmp_path / "zhterm.db", who="\x1b[31mwho") as store:
        for zh, en in TERMS:
            concept = Concept(
                ConceptType.OTHER,
                (Term(Language.ZH_HANS, zh, source=SOURCE), Term(Language.EN, en, source=SOURCE)),
                status=Status.APPROVED,
                subject="<u>",
                note="@SUM(1) \u202e",
                definition_en="</script><img src=x onerror=alert(1)>",
            )
            number = store.add(concept).id
            assert number is not None
            context = Context(
                "a<b>.txt\x1b[2J", f"句子{zh}。\x9b31m", Language.ZH_HANS, 0, 2, 2 + len(zh), f"<p>{en}\x08"
            )
            store.record(number, context.document, [context], 1)
    return zhterm


READING = (
    ["lookup", "公式"],
    ["lookup", "标记"],
    ["lookup", "script"],
    ["term", "list"],
    ["term", "show", "1"],
    ["term", "history", "1"],
    ["radar"],
    ["tm", "stats"],
)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_no_escape_code_of_a_term_reaches_the_terminal(hostile: Zhterm, arguments: list[str]) -> None:
    result = hostile(*arguments)
    assert result.code in {0, 1}
    assert [code for code in ESCAPES if code[0] in result.out + result.err] == []


@pytest.mark.parametrize("code", ESCAPES)
def test_a_term_with_an_escape_code_is_refused_or_kept_harmless(code: str, tmp_path: Path) -> None:
    concept = Concept(ConceptType.OTHER, (Term(Language.ZH_HANS, f"一{code}"),))
    with Store.open(tmp_path / "a.db") as store:
        if code == "\u202e":
            assert store.add(concept).id == 1
        else:
            with pytest.raises(InputError, match="control character"):
                store.add(concept)


@pytest.mark.parametrize("code", ["\x1b[2J", "\x9b31m", "\x08", "\x00"])
def test_a_note_with_an_escape_code_is_refused_and_one_of_two_lines_is_not(zhterm: Zhterm, code: str) -> None:
    refused = zhterm("term", "add", "--zh", "一", "--note", f"a{code}b")
    assert (refused.code, refused.out) == (2, "")
    assert "control character" in refused.err
    assert zhterm("term", "add", "--zh", "一", "--note", "a\nb\tc").code == 0


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_text_and_never_syntax(hostile: Zhterm, query: str) -> None:
    result = hostile("lookup", query)
    assert result.code in {0, 1, 2}
    assert "internal" not in result.err
    assert hostile("term", "list", "--json").json != []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_no_query_is_an_internal_error(hostile: Zhterm, query: str) -> None:
    assert hostile("lookup", "--json", "--", query).code in {0, 1, 2}


def test_a_page_holds_no_element_and_no_address_that_came_from_a_term(hostile: Zhterm, tmp_path: Path) -> None:
    hostile("export", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    tags = _Tags()
    tags.feed(page)
    assert [name for name, attributes in tags.found if {"onerror", "src"} & attributes.keys()] == []
    assert [attributes for _, attributes in tags.found if "javascript:" in str(attributes.get("href"))] == []
    assert page.count("<script") == len([name for name, _ in tags.found if name == "script"])
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert [text for kind, text in scripts if "alert(1)" in text and "json" not in kind] == []
    assert [text for kind, text in scripts if "json" in kind and "<" in text] == []


def test_a_formula_is_guarded_for_people_and_left_alone_for_tools(hostile: Zhterm, tmp_path: Path) -> None:
    hostile("export", tmp_path / "a.utf8")
    hostile("export", tmp_path / "a.csv")
    assert "公式\t=HYPERLINK(" in (tmp_path / "a.utf8").read_text(encoding="utf-8")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert '=HYPERLINK("http://zhterm.example")' in {row["en"].removeprefix("'") for row in rows}
    assert "0 added, 0 changed, 4 unchanged" in hostile("import", tmp_path / "a.csv").err


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
