from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.corpus.partitions import PARTITIONS, read_partition, write_partitions
from termbase.extract.corpus.runs import merged, most_frequent, write_run
from termbase.extract.corpus.tally import MOST_NEIGHBOURS, MOST_PLACES, Tally, neighbours, written_places

FORMS = st.text(alphabet="八战略𠮷，\t\n\x01 x", min_size=1, max_size=3)
NEIGHBOURS = st.lists(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=12)
CONTROL = frozenset(map(chr, range(32)))


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    count = draw(st.integers(1, 9))
    places = [(draw(st.integers(0, 5)), 0, place, place + 2) for place in range(min(count, MOST_PLACES))]
    return Tally(
        draw(FORMS), count=count, documents=1, left=neighbours(draw(NEIGHBOURS)), right=neighbours(draw(NEIGHBOURS)),
        weight=draw(st.floats(0, 1)), places_written=written_places(places),
    )  # fmt: skip


def by_text(run: list[Tally]) -> dict[str, Tally]:
    return {tally.text: tally for tally in run}


@given(st.lists(st.lists(tallies(), max_size=6), max_size=4))
def test_runs_merged_are_the_sum_of_a_slow_obvious_count(runs: list[list[Tally]]) -> None:
    distinct = [by_text(run) for run in runs]
    counts: Counter[str] = Counter()
    for run in distinct:
        counts.update({text: tally.count for text, tally in run.items() if CONTROL.isdisjoint(text)})
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / str(number) for number in range(len(distinct))]
        for path, run in zip(paths, distinct, strict=True):
            write_run(path, run.values())
        found = [Tally.of_line(line) for number in range(PARTITIONS) for line in merged(paths, number)]
        frequent = list(most_frequent(paths, most=2, folder=Path(name)))
    assert {tally.text: tally.count for tally in found} == counts
    assert len(found) == len(counts)
    for tally in found:
        assert len(tally.places) <= MOST_PLACES
        assert len(tally.left) <= MOST_NEIGHBOURS
        assert tally.weight == max(run[tally.text].weight for run in distinct if tally.text in run)
    assert len(frequent) <= 2
    left_out = [count for text, count in counts.items() if text not in by_text(frequent)]
    assert all(tally.count > max(left_out, default=0) for tally in frequent)


def test_the_surest_finder_gives_type_and_reason() -> None:
    whole = Tally("苇湖", count=1, documents=1, weight=0.6, type="place", reason="after 湖州市")
    whole += Tally("苇湖", "苇 湖", "CN", count=2, documents=1, weight=0.9, type="company", reason="ends with 公司")
    assert (whole.type, whole.reason, whole.words, whole.count, whole.documents) == (
        "company",
        "ends with 公司",
        "苇 湖",
        3,
        2,
    )


def test_counts_of_many_runs_add_up_in_the_order_of_the_documents(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(7)]
    for number, path in enumerate(paths):
        write_run(
            path,
            [Tally("苇湖", count=1, documents=1, places_written=f"{number},0,0,2"), Tally(f"苇{number}", count=1)],
        )
    found = by_text(list(most_frequent(paths, most=100, folder=tmp_path)))
    assert found["苇湖"].count == found["苇湖"].documents == 7
    assert [number for number, _ in found["苇湖"].places] == [0, 1, 2, 3, 4]
    assert len(found) == 8


def test_forms_seen_once_are_left_out_where_they_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "run"
    write_run(path, [Tally("苇湖", count=2), Tally("清湖", count=1), Tally("白湖", count=1)])
    assert {tally.text for tally in most_frequent([path], most=2, folder=tmp_path)} == {"苇湖"}
    assert {tally.text for tally in most_frequent([path], most=3, folder=tmp_path)} == {"苇湖", "清湖", "白湖"}


def test_forms_may_be_read_again_and_again(tmp_path: Path) -> None:
    write_run(tmp_path / "run", [Tally("苇湖", count=2)])
    forms = most_frequent([tmp_path / "run"], most=2, folder=tmp_path)
    assert [[tally.text for tally in forms] for _ in range(2)] == [["苇湖"], ["苇湖"]]


def test_no_runs_have_no_forms(tmp_path: Path) -> None:
    assert list(most_frequent([], most=10, folder=tmp_path)) == []


@given(
    st.lists(
        st.lists(st.tuples(st.text(alphabet="八战略𠮷", min_size=1, max_size=3), st.text("湖12\r \u2028"))),
        max_size=3,
    )
)
def test_all_lines_of_a_key_lie_in_one_partition_and_none_is_lost(files: list[list[tuple[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / str(number) for number in range(len(files))]
        for path, rows in zip(paths, files, strict=True):
            write_partitions(path, [(key, f"{key} {line}") for key, line in rows])
        parts = [read_partition(paths, number) for number in range(PARTITIONS)]
    assert Counter(line for part in parts for line in part) == Counter(
        f"{key} {line}" for rows in files for key, line in rows
    )
    for key in {key for rows in files for key, _ in rows}:
        assert sum(any(line.startswith(f"{key} ") for line in part) for part in parts) == 1
