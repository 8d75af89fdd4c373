"""Which addresses a page or a file may point to."""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["is_web"]


def is_web(url: str) -> bool:
    """Whether an address is one of the web, as links and references of TBX want it; `javascript:` and paths are not.

    >>> is_web("https://zhejiang.example/八八战略"), is_web("javascript:alert(1)"), is_web("//[")
    (True, False, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
