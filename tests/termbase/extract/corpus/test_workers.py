from __future__ import annotations

from collections.abc import Iterator

import pytest

from termbase.extract.corpus.workers import Workers


@pytest.mark.parametrize("processes", [1, 2])
def test_what_comes_back_is_in_the_order_of_what_was_given(processes: int) -> None:
    with Workers(processes) as workers:
        assert list(workers.map(len, ["义", "义乌", "义乌市"] * 5)) == [1, 2, 3] * 5
        assert list(workers.map(len, [])) == []


def test_only_a_few_are_taken_ahead() -> None:
    taken = []

    def given() -> Iterator[str]:
        for number in range(50):
            taken.append(number)
            yield "义乌"

    with Workers(2) as workers:
        made = workers.map(len, given())
        assert next(made) == 2
        assert len(taken) < 10


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_a_process_is_an_error_here(processes: int) -> None:
    with Workers(processes) as workers, pytest.raises(ValueError, match="湖"):
        list(workers.map(int, ["1", "湖"]))
