"""Abbreviations that readers of economic news know without their full form."""

from __future__ import annotations

__all__ = ["KNOWN_ABBREVIATIONS"]

KNOWN_ABBREVIATIONS = frozenset(
    "AD AI AIDS AM APEC APP AR ASEAN ATM BBC BC BMW BRICS CBD CCTV CD CEO CFO CIA CNN CNY COO CPC CPI CTO DC DNA DVD ETF"
    " EU EUR EV FAQ FBI FIFA GB GDP GNP GPS HIV HK HKD HR IBM ICU ID IMF IOC IP IPO IQ IT IV KFC KM LED LNG LPG MBA MP"
    " MPA MV NASA NATO NBA NFL NGO NHL NPC OECD OK OPEC PC PDF PE PGA PLA PM PMI PPI PPP PR QR RMB RNA SARS SIM SMS SUV TB"
    " TV UAE UEFA UFO UK UN UNESCO UNICEF US USA USB USD VAT VIP VR WB WHO WTO XI XII XIV XVI XX GMT BST EST PST II III".split()
)
"""Chicago 10.3 leaves out the full form of what readers are sure to know; chosen from those that at least two of three
dictionaries of English have as words of their own, and the currencies and bodies of this field."""
