"""Records of delimited text keep their cells and know their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.formats.records import Record, parse, quoted

cells = st.lists(st.text('甲,;"\n\t a=', max_size=6), min_size=1, max_size=4).filter(
    lambda row: any(cell.strip() for cell in row)
)


@given(st.lists(cells, max_size=5), st.sampled_from(",;\t"))
def test_what_is_quoted_is_parsed_back(rows: list[list[str]], delimiter: str) -> None:
    text = "".join(quoted(row, delimiter) for row in rows)
    assert [list(record.cells) for record in parse(text, delimiter)] == rows


def test_a_record_knows_the_line_on_which_it_begins() -> None:
    text = 'zh,en\n\n"第一行\r\n第二行\r第三行",x\r\n,\n杭州,Hangzhou'
    assert list(parse(text, ",")) == [
        Record(1, ("zh", "en")),
        Record(3, ("第一行\n第二行\n第三行", "x")),
        Record(7, ("杭州", "Hangzhou")),
    ]


def test_separators_that_python_takes_for_line_ends_are_text() -> None:
    [record] = parse("a\u2028b\x85c\x1cd,e\n", ",")
    assert record.cells == ("a\u2028b\x85c\x1cd", "e")
