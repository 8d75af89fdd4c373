"""What holds for all tests: properties are judged by what they say, not by how busy the machine is; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

import tests.offline.sitecustomize  # noqa: F401 - from here on nothing reaches another machine

settings.register_profile("zhterm", deadline=None)
settings.load_profile("zhterm")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def on_each_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The tests of a module on a file and on a server; what `tests.termbase.stored` makes is there."""
    from tests.termbase import stored

    with pytest.MonkeyPatch.context() as patch:
        if request.param == "postgres":
            from tests.postgres import new_termbase, server_url

            server_url()
            patch.setattr(stored, "made_elsewhere", new_termbase)
        yield request.param
