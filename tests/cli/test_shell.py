"""The shell: lines through a pipe, and at a prompt that is typed at."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent  # noqa: TID251 - to type at it
from prompt_toolkit.document import Document  # noqa: TID251 - to type at it
from prompt_toolkit.input import create_pipe_input  # noqa: TID251 - to type at it
from prompt_toolkit.output import DummyOutput  # noqa: TID251 - to type at it
from rich.cells import cell_len

from cli.shell.commands import COMMANDS, pair_of, parse
from cli.shell.prompt import TermCompleter, converse, history_file
from cli.shell.session import Session
from termbase.errors import InputError
from termbase.model import Concept, ConceptType, Language, Term
from termbase.store import Store
from tests.cli.conftest import Result, Zhterm

ROOT = Path(__file__).parents[2]
Piped = Callable[..., Result]


@pytest.fixture
def database(two_terms: Zhterm, tmp_path: Path) -> Path:
    memory = tmp_path / "memory.tsv"
    memory.write_text(
        "zh\ten\n推动高质量发展\tpromote high-quality development\n港口很大\tthe port is big\n", encoding="utf-8"
    )
    assert two_terms("tm", "import", memory).code == 0
    return tmp_path / "zhterm.db"


@pytest.fixture
def piped(database: Path, zhterm: Zhterm, monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Run the shell on lines that come through a pipe."""

    def call(lines: str | bytes, *arguments: str) -> Result:
        data = lines if isinstance(lines, bytes) else lines.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        return zhterm("shell", *arguments)

    return call


class TestThroughAPipe:
    @pytest.mark.parametrize(
        "query", ["八八战略", "babazhanlve", "bbzl", "double eight", "lookup 八八", ":lookup 八八"]
    )
    def test_a_line_is_looked_up_in_every_way(self, piped: Piped, query: str) -> None:
        result = piped(f"{query}\n")
        assert (result.code, result.err) == (0, "")
        assert "Double-Eight Strategy" in result.out

    def test_each_line_is_answered_by_one_object(self, piped: Piped) -> None:
        result = piped("八八战略\n\nbbzl\ntm 推动高质量的发展\nconc port\nshow 2\nlongnan\n", "--json")
        kinds = [(one["command"], len(one["results"])) for one in result.json]
        assert kinds == [("lookup", 1), ("lookup", 1), ("tm", 1), ("conc", 1), ("show", 1), ("lookup", 0)]
        assert result.json[0]["line"] == "八八战略"
        assert {"match", "terms"} <= set(result.json[0]["results"][0])
        assert result.json[2]["results"][0]["target"] == "promote high-quality development"
        assert result.json[3]["results"][0]["keyword"] == "port"
        assert result.json[4]["results"][0]["en"] == "Yixin'ou"

    def test_answers_stand_apart_and_fit_80_columns(self, piped: Piped) -> None:
        out = piped("八八战略\ntm 推动高质量的发展\nconc 港口\nhelp\n").out
        assert all(cell_len(line) <= 80 for line in out.split("\n"))
        assert out.count("\n\n") == 3
        assert all(command.name in out for command in COMMANDS.values())

    def test_an_entry_that_is_added_is_found_by_the_next_line(self, piped: Piped, zhterm: Zhterm) -> None:
        result = piped("双循环\nadd 双循环＝dual circulation\n双循环\nadd 双循环 = x\n", "--json")
        assert [len(one["results"]) for one in result.json] == [0, 1, 1, 0]
        assert result.json[1]["results"][0]["status"] == "approved"
        assert "entry 3 has “双循环” already" in result.json[3]["error"]
        assert zhterm("term", "history", "3", "--json").json[0]["action"] == "add"

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("show first", "lookup show first"),
            ("add 双循环 dual circulation", "add ZH = EN"),
            ("add = x", "add ZH = EN"),
            ("tm", "write: tm TEXT"),
            ("conc ", "write: conc WORD"),
            ("/foo", "show N"),
            ("show 99", "no entry has the number 99"),
        ],
    )
    def test_what_is_no_command_is_told_with_what_to_write(self, piped: Piped, line: str, told: str) -> None:
        result = piped(f"八八战略\n{line}\n")
        assert result.code == 2
        assert result.err.startswith("zhterm: line 2: ")
        assert told in result.err
        assert result.err.count("\n") == 1

    def test_a_command_that_is_mistyped_is_looked_up_and_the_right_ones_named(self, piped: Piped) -> None:
        result = piped("shwo 2\n")
        assert result.code == 1
        assert "did you mean show?" in result.err
        assert "tm TEXT" in result.err

    def test_words_that_only_begin_like_a_command_are_looked_up(self, piped: Piped, zhterm: Zhterm) -> None:
        zhterm("term", "add", "--zh", "求助台", "--en", "help desk")
        assert "求助台" in piped("help desk\n").out

    def test_nothing_found_at_all_is_exit_code_1(self, piped: Piped) -> None:
        assert piped("qqqqqqqq\n龘靐\n").code == 1
        assert piped("qqqqqqqq\n八八战略\n").code == 0
        assert piped("").code == 0

    def test_quit_ends_the_reading(self, piped: Piped) -> None:
        assert piped("八八战略\nquit\nnever read\n").err == ""

    def test_a_line_that_is_not_utf_8_is_told_and_the_others_answered(self, piped: Piped) -> None:
        result = piped(b"\xef\xbb\xbf\xe5\x85\xab\xe5\x85\xab\r\n\xb0\xcb\xb0\xcb\nbbzl\n", "--json")
        assert [len(one["results"]) for one in result.json] == [1, 0, 1]
        assert "line 2: this is not UTF-8" in result.err
        assert result.code == 2

    @given(st.lists(st.text(max_size=30), max_size=6))
    def test_no_line_breaks_the_shell(self, tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
        with _session(tmp_path_factory) as session:
            for line in lines:
                try:
                    answer = session.answer(line)
                except InputError as error:
                    assert "\n" not in str(error)
                    continue
                assert answer.line.command in COMMANDS

    def test_a_missing_termbase_is_told(self, zhterm: Zhterm) -> None:
        result = zhterm("shell")
        assert result.code == 2
        assert "zhterm import --starter" in result.err

    def test_each_answer_comes_before_the_next_line_and_others_are_seen(self, database: Path) -> None:
        """As a program talks to it: a line out, a line back, while another process files an entry."""
        environment = os.environ | {"ZHTERM_DB": str(database), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [sys.executable, "-m", "cli", "shell", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=ROOT,
        )
        assert process.stdin
        assert process.stdout

        def ask(line: str) -> Any:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{line}\n".encode())
            process.stdin.flush()
            return json.loads(process.stdout.readline())["results"]

        assert ask("新质生产力") == []
        assert ask("tm 市场很大") == []
        other = ["term", "add", "--zh", "新质生产力", "--en", "new quality productive forces"]
        subprocess.run(
            [sys.executable, "-m", "cli", *other], env=environment, cwd=ROOT, check=True, capture_output=True
        )
        tsv = database.with_name("more.tsv")
        tsv.write_text("zh\ten\n市场很大\ta big market\n", encoding="utf-8")
        more = ["tm", "import", str(tsv)]
        subprocess.run(
            [sys.executable, "-m", "cli", *more], env=environment, cwd=ROOT, check=True, capture_output=True
        )
        assert ask("新质生产力")[0]["en"] == "new quality productive forces"
        assert ask("tm 市场很大")[0]["target"] == "a big market"
        process.stdin.close()
        process.stdout.close()
        assert process.wait(30) == 0


_SESSIONS: dict[str, Path] = {}


def _session(factory: pytest.TempPathFactory) -> Session:
    if "file" not in _SESSIONS:
        path = factory.mktemp("shell") / "zhterm.db"
        terms = (
            Term(Language.ZH_HANS, "八八战略", pinyin="Bābā Zhànlüè"),
            Term(Language.EN, "Double-Eight Strategy"),
        )
        with Store.open(path, who="test") as store:
            store.add(Concept(ConceptType.STRATEGY, terms))
        _SESSIONS["file"] = path
    return Session(_SESSIONS["file"], limit=5)


@pytest.fixture
def typed(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Type at the prompt of a session."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))

    def call(*keys: str) -> None:
        with create_pipe_input() as source, Session(database, limit=5, brief=True) as session:
            source.send_text(keys[0])
            # completion is shown some moments later
            for place, more in enumerate(keys[1:], 1):
                Timer(0.5 * place, source.send_text, [more]).start()
            converse(session, source=source, target=DummyOutput())

    yield call


ENTER, TAB, CTRL_C, CTRL_D, UP = "\r", "\t", "\x03", "\x04", "\x1b[A"


class TestAtThePrompt:
    def test_chinese_is_typed_and_answered_and_ctrl_d_leaves(
        self, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed(f"八八战略{ENTER}{CTRL_D}")
        shown = capsys.readouterr()
        assert "Double-Eight Strategy" in shown.out
        assert "Ctrl-D" in shown.err

    def test_ctrl_c_cancels_the_line_only(
        self, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed(f"yixinou{CTRL_C}bbzl{ENTER}quit{ENTER}")
        shown = capsys.readouterr().out
        assert "Double-Eight" in shown
        assert "Yixin'ou" not in shown

    def test_tab_completes_pinyin_to_the_term(
        self, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed("babaz", TAB, f"{ENTER}{CTRL_D}")
        assert "Double-Eight" in capsys.readouterr().out
        assert "+八八战略" in history_file().read_text(encoding="utf-8")

    def test_the_line_of_the_last_session_comes_back(
        self, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed(f"bbzl{ENTER}{CTRL_D}")
        capsys.readouterr()
        typed(f"{UP}{ENTER}{CTRL_D}")
        assert "Double-Eight" in capsys.readouterr().out

    def test_an_error_is_told_and_the_next_line_asked(
        self, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed(f"show x{ENTER}qqqqqqq{ENTER}{ENTER}yixinou{ENTER}{CTRL_D}")
        shown = capsys.readouterr()
        assert "lookup show x" in shown.err
        assert "add it with: add ZH = EN" in shown.err
        assert "Yixin'ou" in shown.out

    def test_where_nothing_can_be_kept_there_is_no_history(
        self, typed: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
        typed(f"bbzl{ENTER}{CTRL_D}")
        assert "Double-Eight" in capsys.readouterr().out

    def test_a_long_entry_is_begun_and_says_how_to_see_the_rest(
        self, typed: Callable[..., None], zhterm: Zhterm, capsys: pytest.CaptureFixture[str]
    ) -> None:
        zhterm("term", "edit", "1", "--note", "long " * 400)
        typed(f"bbzl{ENTER}{CTRL_D}")
        assert "more lines: show 1" in capsys.readouterr().out

    def test_an_answer_can_be_interrupted(self, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        class Slow(Session):
            def answer(self, text: str) -> Any:
                raise KeyboardInterrupt

        with create_pipe_input() as source, Slow(database, limit=5) as session:
            source.send_text(f"bbzl{ENTER}{CTRL_D}")
            converse(session, source=source, target=DummyOutput())
        assert "interrupted" in capsys.readouterr().err


class TestCompletion:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("八", ["八八战略"]),
            ("babaz", ["八八战略"]),
            ("bbz", ["八八战略"]),
            ("Doub", ["Double-Eight Strategy"]),
            ("conc 义", ["义新欧"]),
            ("tm yix", ["Yixin'ou", "义新欧"]),
            ("sho", ["show "]),
            ("show 1", []),
            ("add 八", []),
            ("", []),
        ],
    )
    def test_a_line_is_completed_to_terms_and_commands(self, database: Path, text: str, expected: list[str]) -> None:
        with Session(database, limit=5) as session:
            completer = TermCompleter(session.reader)
            found = list(completer.get_completions(Document(text), CompleteEvent()))
        assert [one.text for one in found] == expected

    def test_each_offer_has_pinyin_and_counterpart(self, database: Path) -> None:
        with Session(database, limit=5) as session:
            (offer,) = TermCompleter(session.reader).get_completions(Document("lookup bab"), CompleteEvent())
        assert offer.display_meta_text == "Bābā Zhànlüè  Double-Eight Strategy"
        assert offer.start_position == -3

    def test_a_damaged_file_does_not_stop_the_typing(self, database: Path) -> None:
        with Session(database, limit=5) as session:
            session.close()
            completer = TermCompleter(session.reader)
            assert list(completer.get_completions(Document("八"), CompleteEvent())) == []


@given(st.text(max_size=40))
def test_every_text_is_a_line_or_an_error_of_one_line(text: str) -> None:
    try:
        line = parse(text)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert line.command in COMMANDS


@given(st.text(max_size=40))
def test_a_pair_has_two_sides(text: str) -> None:
    try:
        zh, en = pair_of(text)
    except InputError:
        return
    assert zh
    assert en


def test_an_answer_is_quick_in_a_small_file(database: Path) -> None:
    with Session(database, limit=5) as session:
        session.answer("bbzl")
        started = time.process_time()
        for _ in range(20):
            session.answer("bbzl")
        assert time.process_time() - started < 20 * 0.03
