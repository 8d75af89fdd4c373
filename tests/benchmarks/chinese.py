"""Chinese terms: HKMA years (precision = recall at N), recall on our own articles, speed, memory on a corpus."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from termbase.extract.chinese.candidates import chinese_candidates
from termbase.extract.corpus.candidates import chinese_corpus_candidates
from termbase.language.documents import read_document
from termbase.language.keys import zh_key
from termbase.language.script import to_simplified
from termbase.language.sentences import Sentence, split_document, split_paragraph
from termbase.language.words import cut
from tests.benchmarks.timing import ROOT, SHARED, peak_memory

__all__ = ["main"]

_DEVELOPED_ON = (2015, 2023)
_CORPUS_MEGABYTES = 10


def main() -> None:
    """Print the figures of each group apart."""
    _articles()
    if not (SHARED / "data" / "glossary" / "hkma").is_dir():
        print("the glossaries are not there: HKMA and speed not measured")
        return
    for path in sorted((SHARED / "data" / "glossary" / "hkma").glob("*.jsonl.gz")):
        year = int(path.name[:4])
        documents, gold = _year(path)
        read = [_sentences(document) for document in documents]
        corpus = [one.text for one in chinese_corpus_candidates(read)]
        together = [Sentence(one.text, number, 0) for number, one in enumerate(one for each in read for one in each)]
        article = [one.text for one in chinese_candidates(together)]
        group = "development" if year in _DEVELOPED_ON else "check"
        at_n = [len(gold.intersection(found[: len(gold)])) / len(gold) for found in (corpus, article)]
        print(
            f"HKMA {year} ({group}), N = {len(gold)}: corpus {at_n[0]:.3f}, "
            f"as one article {at_n[1]:.3f} (aim .45, plain C-value .19)"
        )
    _speed()


def _year(path: Path) -> tuple[list[str], set[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    documents = [to_simplified(row["zh"]) for row in rows]
    known = {
        to_simplified(target).strip() for row in rows for targets in row["proper"].values() for target in targets
    }
    whole = "\n".join(documents)
    return documents, {term for term in known if term and term in whole}


def _sentences(document: str) -> list[Sentence]:
    pieces = (piece for line in document.split("\n") for piece in split_paragraph(line, chinese=True))
    return [Sentence(piece, number, 0) for number, piece in enumerate(pieces)]


def _articles() -> None:
    folder = ROOT / "seeds" / "articles"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for name, kinds in expected.items():
        candidates = chinese_candidates(split_document(read_document(folder / f"{name}.zh.txt")))
        have = {zh_key(form) for one in candidates for form in (one.text, *one.variants)}
        for kind, rows in kinds.items():
            wanted[kind] += len(rows)
            found[kind] += sum(zh_key(row["zh"]) in have for row in rows)
    print("our own articles:", ", ".join(f"{kind} {found[kind]}/{wanted[kind]}" for kind in wanted))


def _news() -> Iterator[list[Sentence]]:
    for path in sorted((SHARED / "data" / "news").glob("*.zh")):
        lines = path.read_text(encoding="utf-8").strip("\n").split("\n")
        for first in range(0, len(lines), 20):
            yield [Sentence(line, number, 0) for number, line in enumerate(lines[first : first + 20])]


def _speed() -> None:
    articles = list(_news())[:100]
    size = sum(len(one.text.encode()) for article in articles for one in article) / 1024
    each, bare = _fastest_of_three(articles)
    started = time.process_time()
    chinese_corpus_candidates(articles)
    together = time.process_time() - started
    print(
        f"speed, CPU: articles {size / each:.0f} KB/s, corpus {size / together:.0f} KB/s in one process (aim 1,000); "
        f"bare cutting {size / bare:.0f} KB/s, articles take {each / bare:.1f} times as long"
    )
    _memory()


def _fastest_of_three(articles: list[list[Sentence]]) -> tuple[float, float]:
    """Seconds for the candidates of all articles, and for cutting them alone, with dictionaries and caches loaded."""
    each, bare = [], []
    for _ in range(4):
        started = time.process_time()
        for article in articles:
            chinese_candidates(article)
        each.append(time.process_time() - started)
        started = time.process_time()
        for article in articles:
            for sentence in article:
                cut(sentence.text)
        bare.append(time.process_time() - started)
    return min(each[1:]), min(bare[1:])


def _memory() -> None:
    """A corpus of news, repeated up to a size, through the command in processes of its own."""
    with tempfile.TemporaryDirectory() as name:
        files, size, number = [], 0, 0
        while size < _CORPUS_MEGABYTES * 1_000_000:
            for article in _news():
                path = Path(name) / f"{number}.zh.txt"
                number += 1
                # a number in each makes the repeated sentences differ
                text = "\n".join(f"{one.text}{number}" for one in article)
                path.write_text(text, encoding="utf-8")
                files.append(str(path))
                size += path.stat().st_size
                if size >= _CORPUS_MEGABYTES * 1_000_000:
                    break
        command = [sys.executable, "-m", "cli", "extract", "--corpus", "--dry-run", "--json", *files]
        seconds, memory = peak_memory(command)
    print(
        f"corpus of {size / 1e6:.0f} MB: {seconds:.0f} s, {memory:.0f} MB in the largest process; "
        f"100 MB: about {100e6 / size * seconds / 60:.0f} min"
    )


if __name__ == "__main__":
    main()
