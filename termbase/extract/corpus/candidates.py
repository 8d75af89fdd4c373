"""Terms of a Chinese corpus: counted over all documents at once, in bounded memory and several processes."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termbase.extract.candidate import Occurrence
from termbase.extract.chinese.tables import type_of_form
from termbase.extract.components import Component, score_of
from termbase.extract.corpus.counts import PartCounts
from termbase.extract.corpus.runs import most_frequent, write_run
from termbase.extract.corpus.tally import Tally
from termbase.extract.corpus.termhood import components, termhood
from termbase.extract.corpus.whole import Corpus
from termbase.extract.corpus.word_counts import WordCounts, write_words
from termbase.extract.corpus.workers import Workers
from termbase.language.keys import zh_key
from termbase.language.sentences import Sentence
from termbase.model import ConceptType, Kind

__all__ = ["CorpusCandidate", "chinese_corpus_candidates"]

# Characters that one process counts before it writes: 200,000 distinct phrases, about 150 MB.
_BATCH = 200_000
_MOST_FORMS = 200_000
"""Forms scored at the end; a corpus with more loses its rarest."""

_MOST_NAMED = 4
"""Components named in a reason; `--explain` shows all."""

_Numbered = tuple[int, Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class CorpusCandidate:
    """A form that may be a term of a corpus."""

    text: str
    type: ConceptType
    kind: Kind
    score: float
    """Termhood from 0 to 1; comparable within one corpus."""
    reason: str
    frequency: int
    documents: int
    """How many documents have it."""
    places: tuple[tuple[int, Occurrence], ...]
    """The first few: number of the document, from 0 in the order given, and the place in it."""
    variants: tuple[str, ...]
    """Other spellings, most likely first."""
    components: tuple[Component, ...]
    """What the score is made of, the weightiest first."""


def chinese_corpus_candidates(
    documents: Iterable[Sequence[Sentence]], *, workers: Workers | None = None, most: int = 5_000
) -> list[CorpusCandidate]:
    """The best candidates of many documents, each given by its sentences; best first.

    Documents are read one after the other and never held together. Counts go to sorted runs in a temporary folder;
    memory holds a batch for each process, and in the end the most frequent forms. Unlike `chinese_candidates`, forms
    with verbs or 的, 及 inside and nested forms are weighed by their counts.

    >>> text = "金管局推出跨境支付系统，跨境支付系统运作畅顺。"
    >>> found = chinese_corpus_candidates([[Sentence(text, 0, 0)], [Sentence("跨境支付系统的效率", 0, 0)]])
    >>> [(one.text, one.frequency, one.documents) for one in found if one.text == "跨境支付系统"]
    [('跨境支付系统', 3, 2)]
    """
    share_out = map if workers is None else workers.map
    with tempfile.TemporaryDirectory(prefix="zhterm-corpus-") as name:
        folder = Path(name)
        runs = list(share_out(functools.partial(_count_batch, folder), _batches(documents)))
        forms = most_frequent(runs, most=_MOST_FORMS, folder=folder, share_out=share_out)
        words = {word for tally in forms for word in tally.words.split(" ")}
        corpus = Corpus.of(WordCounts.read([_words_of(run) for run in runs], words), forms)
        return _gathered(forms, corpus, most)


def _count_batch(folder: Path, batch: list[_Numbered]) -> Path:
    """Count documents in a file that is named after the first."""
    counts = PartCounts()
    for number, sentences in batch:
        counts.add(number, sentences)
    path = folder / f"run-{batch[0][0]:09}"
    write_run(path, counts.tallies())
    write_words(_words_of(path), counts.words())
    return path


def _words_of(run: Path) -> Path:
    return run.with_suffix(".words")


def _batches(documents: Iterable[Sequence[Sentence]]) -> Iterator[list[_Numbered]]:
    """Documents put together up to a size."""
    batch: list[_Numbered] = []
    size = 0
    for number, sentences in enumerate(documents):
        length = sum(len(sentence.text) for sentence in sentences)
        if batch and size + length > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append((number, sentences))
        size += length
    if batch:
        yield batch


def _gathered(forms: Iterable[Tally], corpus: Corpus, most: int) -> list[CorpusCandidate]:
    """One candidate for all spellings of a form, up to so many, best first."""
    best_first = sorted((-termhood(tally, corpus), -tally.count, tally.text) for tally in forms)
    spellings: dict[str, list[str]] = {}
    for _, _, text in best_first:
        key = zh_key(text)
        if key in spellings:
            spellings[key].append(text)
        elif len(spellings) < most:
            spellings[key] = [text]
    variants = {text: tuple(others) for text, *others in spellings.values()}
    found = {tally.text: _candidate(tally, corpus, variants[tally.text]) for tally in forms if tally.text in variants}
    return [found[text] for text in variants]


def _candidate(tally: Tally, corpus: Corpus, variants: tuple[str, ...]) -> CorpusCandidate:
    parts = components(tally, corpus)
    type_ = ConceptType(tally.type) if tally.type else type_of_form(tally.text)
    kind = Kind(tally.kind) if tally.kind else Kind.FULL_FORM
    speaking = [part.name.partition(":")[0] for part in parts[1:] if part.amount > 0]
    strongest = ", ".join(speaking[:_MOST_NAMED])
    reason = tally.reason or f"{tally.count} times in {tally.documents} documents; {strongest}"
    places = tuple(tally.places)
    return CorpusCandidate(
        tally.text,
        type_,
        kind,
        round(score_of(parts), 4),
        reason,
        tally.count,
        tally.documents,
        places,
        variants,
        parts,
    )
