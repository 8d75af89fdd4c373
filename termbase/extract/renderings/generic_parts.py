"""English of the generic parts of Chinese names where CC-CEDICT gives other senses only."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["GENERIC_PARTS"]

GENERIC_PARTS: Mapping[str, tuple[str, ...]] = {
    "省": ("province", "provincial"),
    "市": ("city", "municipal"),
    "县": ("county",),
    "区": ("district", "zone", "area"),
    "厅": ("department",),
    "局": ("bureau", "administration"),
    "处": ("division", "office"),
    "科": ("section",),
    "部": ("ministry", "department"),
    "院": ("academy", "institute", "school"),
    "港": ("port",),
    "站": ("station",),
    "有限公司": ("co", "ltd", "company", "limited"),
    "集团": ("group",),
    "委员会": ("committee", "commission"),
    "支部": ("branch",),
    "分行": ("branch",),
    "片区": ("area",),
    "试验区": ("zone", "pilot"),
    "自贸": ("free", "trade", "ftz"),
}
"""Words of the usual official renderings of institutions and places, as on the portals of provinces."""
