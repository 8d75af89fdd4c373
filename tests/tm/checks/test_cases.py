"""Every check finds what its cases mark, and is silent on the others."""

from __future__ import annotations

import pytest

from tests.cases import read_cases
from tests.tm.checks.jobs import Rows, fixed, found_in, jobs_of, marked
from tm.checks import CHECKS
from tm.checks.model import Severity

JOBS = [(check, name, rows) for check in CHECKS for name, rows in jobs_of(check)]


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_cases_it_marks_and_cases_it_leaves(check: str) -> None:
    found = [bool(case["marked"]) for case in read_cases(f"checks/{check}")]
    assert any(found)
    assert not all(found)


@pytest.mark.parametrize(("check", "name", "rows"), JOBS, ids=[name for _, name, _ in JOBS])
def test_a_check_marks_what_is_wrong_and_nothing_else(check: str, name: str, rows: Rows) -> None:
    found = found_in(check, rows)
    assert all(remark.message for remarks in found for remark in remarks)
    usual = CHECKS[check].severity
    for row, remarks in zip(rows, found, strict=True):
        notes = [one for one in remarks if (one.severity or usual) is Severity.NOTE and "notes" in row]
        assert marked(row, [one for one in remarks if one not in notes]) == row["marked"]
        assert marked(row, notes) == row.get("notes", "")
        if row.get("fixed"):
            assert fixed(row, remarks) == row["fixed"]
