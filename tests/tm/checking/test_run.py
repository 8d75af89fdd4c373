"""A run finds, silences, knows again and counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError
from termbase.language.patterns import Pattern
from tm.checking.baseline import Baseline, baseline_lines, fingerprint, read_baseline
from tm.checking.direction import direction_of
from tm.checking.own_rules import OwnRule
from tm.checking.profile import Profile
from tm.checking.run import Run, chosen
from tm.checking.silence import Silence
from tm.checking.spool import Spool
from tm.checks import CHECKS
from tm.checks.model import Direction, Finding, Severity
from tm.checks.terms import Terms
from tm.model import Segment
from tm.report.sarif import sarif

SLIP = Segment("港口增长。", "The port grew grew.", "job/a.xlf", 3, id="u3", line=17)
FINE = Segment("港口增长。", "The port grew.", "job/a.xlf", 4)
DOUBLED = [CHECKS["doubled-word"]]


def run(profile: Profile | None = None, baseline: Baseline | None = None) -> Run:
    rules = profile or Profile()
    return Run(
        rules, Terms(()), [*DOUBLED, *(one for one in chosen(rules) if one.id not in CHECKS)], baseline=baseline
    )


def found(segments: Sequence[Segment], profile: Profile | None = None) -> list[Finding]:
    return list(run(profile).findings(segments))


def test_a_finding_says_where_and_what_would_be_right() -> None:
    (finding,) = found([SLIP, FINE])
    assert finding.segment == SLIP
    assert SLIP.target[slice(*finding.target_span or ())] == "grew grew"
    assert (finding.suggestion, finding.safe, finding.severity) == ("grew", True, Severity.WARNING)


def test_the_profile_sets_the_severity() -> None:
    (finding,) = found([SLIP], Profile(severities={"doubled-word": Severity.NOTE}))
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    "silence",
    [
        Silence(check="doubled-word"),
        Silence(file="*.xlf"),
        Silence(file="job/a.xlf"),
        Silence(segment="3"),
        Silence(segment="u3"),
        Silence(term="grew"),
        Silence(term="Grew Grew"),
    ],
)
def test_what_is_silenced_is_counted_and_not_shown(silence: Silence) -> None:
    started = run(Profile(silences=(silence,)))
    assert not list(started.findings([SLIP]))
    assert started.tally.silenced == 1


@pytest.mark.parametrize(
    "silence",
    [
        Silence(check="number"),
        Silence(file="*.tmx"),
        Silence(segment="30"),
        Silence(term="port"),
        Silence("", "", "u4"),
    ],
)
def test_a_silence_for_something_else_leaves_a_finding(silence: Silence) -> None:
    assert found([SLIP], Profile(silences=(silence,)))


@pytest.mark.parametrize(
    "note", ["zhterm: ignore", "a song. zhterm:ignore doubled-word", "Zhterm: ignore number, doubled-word"]
)
def test_a_note_beside_the_segment_silences(note: str) -> None:
    assert not found([replace(SLIP, note=note)])


@pytest.mark.parametrize("note", ["ignore", "zhterm: ignore number", "zhterm: ignored by all"])
def test_another_note_does_not_silence(note: str) -> None:
    assert found([replace(SLIP, note=note)])


def test_a_baseline_takes_each_finding_once(tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_text("".join(baseline_lines(fingerprint(one) for one in found([SLIP]))), encoding="utf-8")
    started = run(baseline=read_baseline(path))
    moved = replace(SLIP, number=9)
    assert [one.segment.number for one in started.findings([moved, replace(moved, number=10)])] == [10]
    assert started.tally.known == 1


@pytest.mark.parametrize(("text", "line"), [("", 1), ('{"zhterm baseline": 1}\nxyz\n', 2), ("[]", 1)])
def test_what_is_no_baseline_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "known.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        read_baseline(path)
    assert caught.value.line == line


def test_a_baseline_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    for name in ("none", "bytes"):
        with pytest.raises(InputError, match="cannot be read"):
            read_baseline(tmp_path / name)


def test_only_and_skip_choose_and_an_unknown_check_is_refused() -> None:
    assert [one.id for one in chosen(Profile(), only=["doubled-word"])] == ["doubled-word"]
    assert "doubled-word" not in [one.id for one in chosen(Profile(), skip=["doubled-word"])]
    assert "doubled-word" not in [one.id for one in chosen(Profile(skip=("doubled-word",)))]
    assert [one.id for one in chosen(Profile(skip=("doubled-word",)), only=["doubled-word"])] == ["doubled-word"]
    with pytest.raises(InputError, match="there is no check 'x'"):
        chosen(Profile(), only=["x"])


RULES = [
    # the rule, source, target, what is marked in the target (None: a finding without a place)
    (OwnRule("r", target="esteemed"), "尊敬的来宾", "Esteemed guests", ["Esteemed"]),
    (OwnRule("r", target="esteemed"), "尊敬的来宾", "Self-esteemedness", []),
    (OwnRule("r", target="hoge"), "一", "hogepoge", []),
    (OwnRule("r", source="党中央", target="CPC Central Committee"), "党中央决定", "The Party centre decided", [None]),
    (
        OwnRule("r", source="党中央", target="CPC Central Committee"),
        "党中央决定",
        "the CPC Central Committee decided",
        [],
    ),
    (OwnRule("r", source="党中央", target="CPC Central Committee"), "政府决定", "The government decided", []),
    (OwnRule("r", source="农民", target="peasant", forbidden=True), "农民增收", "Peasant incomes", ["Peasant"]),
    (OwnRule("r", source="农民", target="peasant", forbidden=True), "历史", "The peasant war", []),
    (OwnRule("r", target_pattern=r"\bper cent\b"), "一", "3 per cent, 4 per cent", ["per cent", "per cent"]),
    (OwnRule("r", source_pattern="第.届", target_pattern=r"\d+(st|nd|rd|th)"), "第三届", "the third", [None]),
]


@pytest.mark.parametrize(("rule", "source", "target", "marked"), RULES)
def test_a_rule_of_the_desk_is_kept(rule: OwnRule, source: str, target: str, marked: list[str | None]) -> None:
    findings = found([Segment(source, target, "a.tsv", 1)], Profile(rules=(rule,)))
    spans = [one.target_span for one in findings]
    assert [target[slice(*span)] if span else None for span in spans] == marked


def test_rules_hold_from_english_to_chinese_and_those_without_a_source_for_english_alone() -> None:
    rule = OwnRule("r", target="二山")
    (finding,) = found([Segment("the two mountains", "二山", "a.tsv", 1)], Profile(rules=(rule,)))
    assert finding.target_span == (0, 2)
    alone = Profile(rules=(OwnRule("r", target="esteemed"), OwnRule("s", source="一", target="x")))
    assert [one.check for one in found([Segment("", "Esteemed guests", "a.txt", 1)], alone)] == ["r"]


def test_a_pattern_that_would_run_for_ever_is_named() -> None:
    with pytest.raises(InputError, match=r"\(a\|aa\)\+\$.* takes over 1 s"):
        list(Pattern("(a|aa)+$").find("a" * 200 + "b"))


@pytest.mark.parametrize(
    ("segment", "direction"),
    [
        (Segment("长三角", "the delta", "a", 1), Direction.ZH_EN),
        (Segment("the delta", "长三角", "a", 1), Direction.EN_ZH),
        (Segment("", "the delta", "a", 1), Direction.EN),
        (Segment("2022", "2022", "a", 1, source_language="zh_CN"), Direction.ZH_EN),
        (Segment("2022", "2022", "a", 1, target_language="zh-TW"), Direction.EN_ZH),
        (Segment("2022", "", "a", 1, target_language="EN-us"), Direction.ZH_EN),
        (Segment("", "", "a", 1, source_language="zh"), Direction.ZH_EN),
    ],
)
def test_the_direction_is_told_by_tags_or_text(segment: Segment, direction: Direction) -> None:
    assert direction_of(segment) is direction


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [("en", "en-GB", "both English"), ("zh", "zh-TW", "both Chinese"), ("de", "en", "segment 1 is in de")],
)
def test_other_languages_are_said(source: str, target: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        direction_of(Segment("a", "b", "a", 1, source_language=source, target_language=target))


TEXTS = st.text(max_size=20)


@given(
    st.lists(
        st.builds(
            Finding,
            TEXTS,
            st.sampled_from(Severity),
            st.builds(Segment, TEXTS, TEXTS, TEXTS, st.integers(1), source_codes=st.lists(TEXTS).map(tuple)),
            TEXTS,
            st.none() | st.tuples(st.integers(0), st.integers(0)),
            st.none() | st.tuples(st.integers(0), st.integers(0)),
            st.none() | TEXTS,
            st.booleans(),
        ),
        max_size=4,
    )
)
def test_findings_laid_by_come_back_as_they_were(findings: list[Finding]) -> None:
    spool = Spool(findings)
    assert list(spool) == findings
    assert list(spool) == findings
    spool.close()


def test_sarif_names_the_rule_the_file_and_the_line() -> None:
    log = json.loads("".join(sarif(found([SLIP, SLIP]), DOUBLED, "1.2")))
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    assert [rule["id"] for rule in one["tool"]["driver"]["rules"]] == ["doubled-word"]
    result = one["results"][0]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("doubled-word", 0, "warning")
    (place,) = result["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "job/a.xlf"}, "region": {"startLine": 17}}
    assert place["logicalLocations"] == [{"name": "segment 3", "fullyQualifiedName": "u3"}]
    assert len(one["results"]) == 2


def test_sarif_of_nothing_is_whole() -> None:
    assert json.loads("".join(sarif([], DOUBLED, "1.2")))["runs"][0]["results"] == []
