"""A script of one's own: which terms of a text the termbase knows, and what its nearest earlier translation is.

python docs/example.py zhterm.db article.zh.txt
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from termbase.language.documents import read_document
from termbase.lookup import find
from termbase.model import Usage
from termbase.reading import open_reader
from termbase.recognise import Recogniser
from tm.memory.reading import open_memory
from tm.memory.search import search


def main(database: str, article: str) -> None:
    """Print what the termbase and the memory in a database file know of an article."""
    document = read_document(Path(article))
    chinese = document.language.is_chinese
    with open_reader(database) as reader:
        recogniser = Recogniser(reader.terms())
        mentions = (recogniser.find(paragraph, chinese=chinese) for paragraph in document.paragraphs)
        counts = Counter(mention.concept_id for found in mentions for mention in found)
        for concept_id, count in counts.most_common(10):
            concept = reader.concept(concept_id)
            preferred = [term.text for term in concept.terms if term.usage is Usage.PREFERRED]
            print(f"{count:4} × {' = '.join(preferred)}")
        for hit in find(reader, "babazhanlve", limit=1):
            print(f"babazhanlve: concept {hit.concept.id}, by {hit.match.field}")
    with open_memory(database) as memory:
        for match in search(memory, document.paragraphs[0], minimum=0.5, limit=1):
            print(f"{match.score:.2f} {match.target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
