"""Two texts side by side on one page, to look an alignment over: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from termbase.language.script import is_traditional
from tm.align.alignment import Alignment, is_doubtful
from tm.model import Link

__all__ = ["page"]

# n and p go to the next and the previous link to look at; without the script the links in the last column do.
_SCRIPT = """
const rows = [...document.querySelectorAll('tr[id]')];
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !['n', 'p'].includes(event.key)) return;
  const middle = row => row.getBoundingClientRect().top - innerHeight / 2;
  const here = rows.findIndex(row => '#' + row.id === location.hash);
  const step = event.key === 'n' ? 1 : -1;
  const next = here >= 0 ? rows[here + step]
    : step > 0 ? rows.find(row => middle(row) > -innerHeight / 2) : rows.findLast(row => middle(row) < 0);
  if (next) location.hash = next.id;
});
"""


def page(alignments: Sequence[Alignment]) -> Iterator[str]:
    """The HTML of a page with a table for each pair of texts, piece by piece; links to look at stand out.

    >>> both = Alignment("a", ("R&D。",), ("R&D.",), (Link((0,), (0,), 0.9),))
    >>> print([piece for piece in page([both]) if "R&amp;D" in piece][0], end="")
    <tr class="sure"><td class="number">1 = 1</td><td class="zh" lang="zh-Hans"><p>R&amp;D。</p></td>\
<td class="en"><p>R&amp;D.</p></td><td class="score">0.90</td></tr>
    """
    style = files(__package__).joinpath("side_by_side.css").read_text(encoding="utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Alignment: {escape(_title(alignments))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    yield from _head(alignments)
    last = sum(len(alignment.doubtful) for alignment in alignments)
    numbers = iter(range(1, last + 1))
    for alignment in alignments:
        yield from _table(alignment, numbers, last)
    yield f"<script>{_SCRIPT}</script>\n</body>\n</html>\n"


def _title(alignments: Sequence[Alignment]) -> str:
    return alignments[0].name if len(alignments) == 1 else f"{len(alignments)} pairs of texts"


def _head(alignments: Sequence[Alignment]) -> Iterator[str]:
    doubtful = sum(len(alignment.doubtful) for alignment in alignments)
    yield "<h1>Alignment to look over</h1>\n"
    yield (
        f'<div class="tools"><span>{doubtful} of {sum(len(one.links) for one in alignments)} links to look at</span>'
    )
    if doubtful:
        yield '<label><input type="checkbox" id="only"> show only these</label>'
        yield "<span><kbd>n</kbd> next, <kbd>p</kbd> previous</span>"
    yield "</div>\n"


def _table(alignment: Alignment, numbers: Iterator[int], last: int) -> Iterator[str]:
    """One pair; the rows to look at are numbered through the whole page."""
    yield f"<section>\n<h2>{escape(alignment.name)}</h2>\n"
    yield (
        f'<p class="faint">{len(alignment.zh)} Chinese and {len(alignment.en)} English sentences, '
        f"confidence {alignment.confidence:.2f}</p>\n"
    )
    if alignment.is_unrelated:
        yield '<p class="warning">These texts hardly translate each other: do they belong together?</p>\n'
    elif alignment.is_partial:
        yield '<p class="warning">Most sentences have no counterpart: are both texts whole?</p>\n'
    yield (
        '<table>\n<thead><tr><th scope="col" class="number">Sentences</th><th scope="col">Chinese</th>'
        '<th scope="col">English</th><th scope="col" class="score">Confidence</th></tr></thead>\n<tbody>\n'
    )
    language = "zh-Hant" if is_traditional("".join(alignment.zh[:200])) else "zh-Hans"
    for link in alignment.links:
        mark = next(numbers) if is_doubtful(link) else None
        following = mark + 1 if mark is not None and mark < last else None
        yield _row(alignment, link, language, mark, following)
    yield "</tbody>\n</table>\n</section>\n"


def _row(alignment: Alignment, link: Link, language: str, mark: int | None, following: int | None) -> str:
    sides = (link.zh_index, link.en_index)
    numbers = " = ".join("+".join(str(number + 1) for number in side) or "–" for side in sides)
    kind = "sure" if mark is None else "doubtful" if all(sides) else "alone"
    said = f"{link.score:.2f}" if all(sides) else "no counterpart"
    if mark is not None:
        said = f"? {said}" + (
            f' <a href="#link-{following}" aria-label="next link to look at">↓</a>' if following else ""
        )
    place = "" if mark is None else f' id="link-{mark}"'
    return (
        f'<tr class="{kind}"{place}><td class="number">{numbers}</td>'
        f'<td class="zh" lang="{language}">{_paragraphs(alignment.zh_of(link))}</td>'
        f'<td class="en">{_paragraphs(alignment.en_of(link))}</td><td class="score">{said}</td></tr>\n'
    )


def _paragraphs(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
