"""The rules of each format; every rule is a value with its readers, its verdict and its source."""

from __future__ import annotations

from tm.lint.model import Rule
from tm.lint.rules import memoq, omegat, tbx, tmx, xliff, xml

__all__ = ["RULES"]

RULES: dict[str, Rule] = {
    rule.id: rule
    for family in (xml.RULES, tmx.RULES, tbx.RULES, xliff.RULES, omegat.RULES, memoq.RULES)
    for rule in family
}
"""All rules by id, in the order in which they are shown."""
