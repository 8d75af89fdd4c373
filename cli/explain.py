"""`zhterm extract --explain TERM`: how a candidate of an article, or of a corpus, gets its score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.corpus import Corpus
    from termbase.extract.explanation import Explanation

__all__ = ["explain", "explained", "explained_in_corpus"]


def explained(paths: Sequence[Path], term: str) -> Iterator[tuple[str, Explanation]]:
    """The explanations of a term in each article, with the name of the article; below the limit of proposals too."""
    from termbase.extract.chinese.candidates import chinese_candidates
    from termbase.extract.english.candidates import english_candidates
    from termbase.extract.explanation import explanations
    from termbase.language.documents import read_document
    from termbase.language.sentences import split_document

    for path in paths:
        document = read_document(path)
        sentences = split_document(document)
        chinese = document.language.is_chinese
        candidates = chinese_candidates(sentences) if chinese else english_candidates(sentences, least=0.0)
        for explanation in explanations(term, candidates):
            yield document.name, explanation


def explained_in_corpus(corpus: Corpus, term: str) -> Iterator[tuple[str, Explanation]]:
    """The explanations of a term among the candidates of a corpus, with the number of its articles."""
    from termbase.extract.candidate import Candidate
    from termbase.extract.explanation import explanations

    candidates = [
        Candidate(one.text, one.type, (), one.score, one.reason, one.kind, one.variants, components=one.components)
        for one in corpus.candidates()
    ]
    for explanation in explanations(term, candidates):
        yield f"{corpus.read} articles together", explanation


def explain(explanations: Iterable[tuple[str, Explanation]], term: str, *, as_json: bool) -> int:
    """Print the explanations, each with where it is from; the exit code, 1 for none."""
    from cli.contract import print_json
    from cli.terminal import bold, note, plain, write

    found = 0
    for name, explanation in explanations:
        found += 1
        if as_json:
            print_json(_row(name, explanation))
            continue
        candidate = explanation.candidate
        write(bold(plain(f"{candidate.text} · {candidate.type.value} · {name}")))
        for line in explanation.lines():
            write(plain(line))
        write(plain(f"{'reason':<11} {candidate.reason}"))
        write("")
    if not found:
        note(f"“{term}” is no candidate: no finder takes it for a term")
    return 0 if found else 1


def _row(name: str, explanation: Explanation) -> dict[str, object]:
    candidate = explanation.candidate
    return {
        "document": name,
        "text": candidate.text,
        "type": candidate.type.value,
        "score": candidate.score,
        "reason": candidate.reason,
        "variants": list(candidate.variants),
        "components": [
            {
                "name": part.name,
                "value": part.value,
                "constant": part.constant,
                "effect": part.effect.value,
                "amount": round(part.amount, 4),
            }
            for part in explanation.components
        ],
    }
