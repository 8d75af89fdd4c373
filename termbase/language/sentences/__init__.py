"""Where a sentence ends: paragraphs of either language into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termbase.language.script import is_chinese
from termbase.language.sentences.chinese import chinese_ends
from termbase.language.sentences.english import english_ends

if TYPE_CHECKING:
    from termbase.language.documents import Document

__all__ = ["Sentence", "split_document", "split_paragraph"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document; a heading is a sentence of its own."""

    text: str
    """Without white space around it."""
    position: int
    """Number of the sentence in its document, from 0."""
    paragraph: int
    """Number of its paragraph in the document, from 0."""


def split_document(document: Document, *, semicolons: bool = False) -> list[Sentence]:
    """The sentences of a document; each paragraph is split by the rules of its own language.

    With `semicolons`, a Chinese ； also ends a sentence.

    >>> from termbase.language.documents import Document
    >>> from termbase.model import Language
    >>> article = Document("a.txt", Language.ZH_HANS, ("义乌", "去年增长。今年很好。"), "")
    >>> [(sentence.text, sentence.position, sentence.paragraph) for sentence in split_document(article)]
    [('义乌', 0, 0), ('去年增长。', 1, 1), ('今年很好。', 2, 1)]
    """
    pieces = [
        (piece, number)
        for number, paragraph in enumerate(document.paragraphs)
        for piece in split_paragraph(paragraph, chinese=is_chinese(paragraph), semicolons=semicolons)
    ]
    return [Sentence(piece, position, number) for position, (piece, number) in enumerate(pieces)]


def split_paragraph(text: str, *, chinese: bool, semicolons: bool = False) -> list[str]:
    """The sentences of one paragraph, without white space around them; joined, they are the paragraph again.

    The sentences of a quotation are sentences too, so that both languages are cut alike. With `semicolons`, a Chinese
    ； also ends a sentence.

    >>> split_paragraph("他说：“我们来了。”然后走了……真的？好。", chinese=True)
    ['他说：“我们来了。”', '然后走了……真的？', '好。']
    >>> split_paragraph("Geely Co., Ltd. grew in the U.S. market. “Is it so?” she asked.", chinese=False)
    ['Geely Co., Ltd. grew in the U.S. market.', '“Is it so?” she asked.']
    """
    ends = chinese_ends(text, semicolons=semicolons) if chinese else english_ends(text)
    pieces, start = [], 0
    for end in (*ends, len(text)):
        pieces.append(text[start:end].strip())
        start = end
    return [piece for piece in pieces if piece]
