"""The texts of a job in sentences: one article, or the two sides of a pair with what links them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cli.jobs import Job
from termbase.errors import InputError
from termbase.extract.pairs.beads import Bead
from termbase.extract.text import sentences_of
from termbase.language.documents import Document, read_document
from termbase.language.sentences import Sentence
from termbase.model import Language
from termbase.recognise import Recogniser

__all__ = ["Side", "beads_between", "sides_of"]


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a job."""

    name: str
    language: Language
    sentences: list[Sentence]
    date: str = ""
    """The date that it tells; of a pair, that either side tells."""
    aligned: bool = False
    """Whether its sentences are segments, each with its translation at the same place of the other side."""


def sides_of(job: Job) -> list[Side]:
    """One side, or the Chinese and the English one; raises InputError where a pair is of other languages."""
    if len(job.paths) == 1 and _is_bitext(job.paths[0]):
        return _segments(job.paths[0])
    documents = [read_document(path) for path in job.paths]
    if len(documents) == 2:
        _require_languages(*documents)
    # the two sides are one article: a date that only one of them tells is the date of both
    date = next((document.date for document in reversed(documents) if document.date), "")
    return [Side(document.name, document.language, sentences_of(document), date) for document in documents]


def beads_between(zh: Side, en: Side, recogniser: Recogniser) -> list[Bead]:
    """Which sentences translate one another."""
    if zh.aligned:
        return [((number,), (number,)) for number in range(len(zh.sentences))]
    from termbase.language.lexicon import default_lexicon
    from tm.align import align

    links = align(
        [sentence.text for sentence in zh.sentences],
        [sentence.text for sentence in en.sentences],
        lexicon=default_lexicon().english_of,
        recogniser=recogniser,
        paragraphs=(
            [sentence.paragraph for sentence in zh.sentences],
            [sentence.paragraph for sentence in en.sentences],
        ),
    )
    return [(link.zh_index, link.en_index) for link in links]


def _is_bitext(path: Path) -> bool:
    from tm.formats import BITEXTS

    return any(path.suffix.lower() in format_.suffixes for format_ in BITEXTS.values())


def _segments(path: Path) -> list[Side]:
    from tm.formats import bitext_of

    read = bitext_of(path, can="read").read
    assert read is not None, "bitext_of gives a format that can be read"
    units = list(read(path))
    return [
        Side(
            path.as_posix(),
            language,
            [Sentence(text, number, number) for number, text in enumerate(texts)],
            aligned=True,
        )
        for language, texts in (
            (Language.ZH_HANS, [unit.zh for unit in units]),
            (Language.EN, [unit.en for unit in units]),
        )
    ]


def _require_languages(zh: Document, en: Document) -> None:
    if not zh.language.is_chinese:
        raise InputError(
            "the Chinese side of the pair is English", path=zh.name, remedy="give the Chinese file first"
        )
    if en.language.is_chinese:
        raise InputError(
            "the English side of the pair is Chinese", path=en.name, remedy="give the English file second"
        )
