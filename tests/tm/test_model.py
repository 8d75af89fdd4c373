"""Units made fast are units like all others."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given

from tests.tm.formats.unit_samples import coded
from tm.model import Unit, unit_of_values


@given(coded())
def test_a_unit_of_values_is_the_same_unit(unit: Unit) -> None:
    made = unit_of_values(*(getattr(unit, name) for name in Unit.__slots__))
    assert type(made) is Unit
    assert made == unit
    assert hash(made) == hash(unit)
    assert repr(made) == repr(unit)
    assert pickle.loads(pickle.dumps(made)) == unit
    assert replace(made, zh="义乌").zh == "义乌"


def test_it_cannot_be_changed_either_and_has_the_same_defaults() -> None:
    made = unit_of_values("义乌", "Yiwu")
    assert made == Unit("义乌", "Yiwu")
    with pytest.raises(FrozenInstanceError):
        made.zh = "杭州"  # type: ignore[misc]
    with pytest.raises(TypeError, match="positional argument"):
        unit_of_values("义乌")
