"""What holds for all tests: properties are judged by what they say, not by how busy the machine is; nothing is fetched."""

from __future__ import annotations

from hypothesis import settings

import tests.offline.sitecustomize  # noqa: F401 - from here on nothing reaches another machine

settings.register_profile("zhterm", deadline=None)
settings.load_profile("zhterm")
