"""Abbreviations that readers of economic news know without their full form."""

from __future__ import annotations

__all__ = ["KNOWN_ABBREVIATIONS"]

_KNOWN = """
    AD AI AIDS AM APEC APP AR ASEAN ATM BBC BC BMW BRICS BST CBD CCTV CD CEO CFO CIA CNN CNY COO CPC CPI CTO
    DC DNA DVD EST ETF EU EUR EV FAQ FBI FIFA GB GDP GMT GNP GPS HIV HK HKD HR IBM ICU ID II III IMF IOC IP
    IPO IQ IT IV KFC KM LED LNG LPG MBA MP MPA MV NASA NATO NBA NFL NGO NHL NPC OECD OK OPEC PC PDF PE PGA
    PLA PM PMI PPI PPP PR PST QR RMB RNA SARS SIM SMS SUV TB TV UAE UEFA UFO UK UN UNESCO UNICEF US USA USB
    USD VAT VIP VR WB WHO WTO XI XII XIV XVI XX
"""

KNOWN_ABBREVIATIONS = frozenset(_KNOWN.split())
"""Chicago 10.3 leaves out the full form of what readers are sure to know; chosen from professional knowledge of the
field. A profile adds those of its own."""
