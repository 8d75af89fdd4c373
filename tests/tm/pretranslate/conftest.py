"""A memory of a few units, and files filled from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tm.memory.reading import MemoryReader, open_memory
from tm.memory.store import Memory
from tm.model import Unit
from tm.pretranslate.files import pretranslated
from tm.pretranslate.filling import Filled, Filling

UNITS = (
    Unit("港口的第一期工程", "First phase of the port", "a.txt"),
    Unit("市场在增长。", "The market is growing.", "a.txt", created="20240506T070809Z", created_by="ann"),
    Unit("第3条 市场开放。", "Article 3 The market opens.", "law.txt"),
    Unit(
        "点击保存以继续。",
        "Click Save to continue.",
        zh_markup='点击<bpt i="1" x="1">&lt;b&gt;</bpt>保存<ept i="1">&lt;/b&gt;</ept>以继续<ph x="2"/>。',
        en_markup='Click <bpt i="1" x="1">&lt;b&gt;</bpt>Save<ept i="1">&lt;/b&gt;</ept> to continue<ph x="2"/>.',
    ),
    Unit("这一句没有对好。", "This one was badly aligned.", properties=(("review", "yes"),)),
    Unit("發展經濟與改善民生", "Growing the economy and improving lives"),
    Unit("研发&创新<加速>", "R&D <accelerates> & grows"),
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[MemoryReader]:
    path = tmp_path / "memory.db"
    with Memory.open(path, who="test") as store:
        store.add_all(UNITS)
    with open_memory(path) as reader:
        yield reader


Fill = Callable[..., tuple[str, list[Filled], Filling]]


@pytest.fixture
def fill(memory: MemoryReader, tmp_path: Path) -> Fill:
    """Fill a file of that text: what comes out, what was filled, and the account."""

    def run(text: str | bytes, name: str = "job.xlf", minimum: float = 0.75, **options: bool):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        done: list[Filled] = []
        filling = Filling(memory, minimum, report=done.append, **options)
        out = b"".join(pretranslated(path, None, filling))
        return (out if isinstance(text, bytes) else out.decode("utf-8")), done, filling

    return run
