"""Which entries of a termbase wait for a review, in order."""

from __future__ import annotations

from cli.review.queue import Filter, Order, ordered
from termbase.headlines import documents, first_places, headlines
from termbase.reading import Reading

__all__ = ["queue_of"]


def queue_of(reading: Reading, wanted: Filter, order: Order) -> list[int]:
    """The numbers of the entries to review, in order."""
    places = None
    if wanted.document:
        places = first_places(reading, documents(reading, wanted.document))
    elif order is Order.DOCUMENT:
        places = first_places(reading)
    return ordered(headlines(reading, wanted.status), wanted, order, places)
