"""A Chinese text in one way of writing numbers, each character in its place."""

from __future__ import annotations

__all__ = ["DIGITS", "MULTIPLIERS", "plainly_written"]

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
"""Digits after `plainly_written`."""

MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
"""兆 is a million million, as Taiwan and Japan count; mainland texts have it only in units: 兆瓦, 兆赫."""

# Full width, traditional, roman.
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)}
_SIGNS = "％．～－＋／﹣−　ＫｋＭ＄￥﹪\xa0\u2009\u202f"
_PLAIN_SIGNS = "%.~-+/-- KkM$¥%   "
_TRADITIONAL = (
    "萬億兩點負餘幾雙對個隻倆貳參陸後來間歲歐圓鎊約過達時長國億週兩擔頓畝頃裡層戶條項種張萬輛隊"
    "臺屆從於紀號題噸里這為歷該場員點鐘盧佔錢塊"
)
_SIMPLIFIED = (
    "万亿两点负余几双对个只俩贰叁陆后来间岁欧圆镑约过达时长国亿周两担顿亩顷里层户条项种张万辆队"
    "台届从于纪号题吨里这为历该场员点钟卢占钱块"
)
_TABLE = str.maketrans(_SIGNS + _TRADITIONAL + "〇○ⅠⅡⅢⅣⅤⅥⅦⅧⅨ", _PLAIN_SIGNS + _SIMPLIFIED + "零零123456789") | _WIDE


def plainly_written(text: str) -> str:
    """The text with ASCII digits and signs and simplified numerals; every character stays in its place.

    >>> plainly_written("２０２２年增長１．５％，達兩萬億圓")
    '2022年增长1.5%，达两万亿圆'
    """
    return text.translate(_TABLE)
