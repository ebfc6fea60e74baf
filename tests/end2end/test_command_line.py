"""What all commands have in common: options, exit statuses, nothing but the answer on standard output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.end2end.command import Program, first


def test_check_is_content_with_a_whole_library(stocked: Program) -> None:
    assert stocked.json("check") == {"ok": True, "findings": []}
    assert "完好" in stocked.run("check").out


def test_version(program: Program) -> None:
    assert program.json("--version")["name"] == "dibao"
    assert program.run("--version").out.startswith("dibao ")


@pytest.mark.parametrize("words", [
    ("--json", "--library", "LIBRARY", "documents"), ("documents", "--json", "--library", "LIBRARY"),
    ("--library", "LIBRARY", "documents", "--json"), ("--json", "documents", "--library", "LIBRARY")])
def test_options_stand_before_or_after_the_command(stocked: Program, tmp_path: Path, words: tuple[str, ...]) -> None:
    elsewhere = Program(tmp_path / "other", tmp_path)
    done = elsewhere.run(*(str(stocked.library) if word == "LIBRARY" else word for word in words))
    assert done.status == 0
    assert len(json.loads(done.out)["issues"]) == 1
    assert not (tmp_path / "other").exists()


def test_a_reader_that_has_had_enough_is_no_fault(stocked: Program) -> None:
    issue_id = stocked.json("documents")["issues"][0]["id"]
    process = stocked.start("show", issue_id, "--format", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 0


def test_an_empty_library_has_no_issues(program: Program) -> None:
    assert program.json("documents") == {"issues": []}
    assert program.json("annotations") == {"annotations": []}
    assert program.json("search", "桥")["total"] == 0


def test_plain_output_is_chinese_and_names_what_it_shows(stocked: Program) -> None:
    listed = stocked.run("documents").out
    assert "云汀市人民政府公报 2025年第3期" in listed
    assert first(stocked)["id"] in listed
    assert "没有符合条件的批注" in stocked.run("annotations").out


def test_it_speaks_english_when_asked(stocked: Program) -> None:
    assert "issue 3" in stocked.run("documents", "--lang", "en").out
    assert stocked.run("annotations", "--lang", "en").out == "No annotations match.\n"
    assert "There is no document" in stocked.run("--lang", "en", "show", "d0").err
    assert stocked.json("documents", "--lang", "en") == stocked.json("documents")


@pytest.mark.parametrize(("words", "code"), [
    (("show", "d0"), "document.unknown"), (("show", "i0"), "issue.unknown"), (("report", "x"), "issue.unknown"),
    (("cite", "d0"), "document.unknown"), (("validity", "d0"), "document.unknown"),
    (("annotate", "d0", "--note", "x"), "document.unknown"),
    (("annotations", "--document", "d0"), "document.unknown"), (("annotations", "--style", "无此"), "style.unknown"),
    (("export", "--style", "无此", "--out", "x.md"), "style.unknown"), (("search", " "), "search.empty"),
    (("restore", "no-such-file"), "file.missing")])
def test_what_is_not_there_is_wrong_usage(stocked: Program, words: tuple[str, ...], code: str) -> None:
    done = stocked.run(*words, "--json")
    assert (done.status, done.json["error"]) == (2, code)
    assert done.json["message"] in done.err


@pytest.mark.parametrize("words", [
    ("nonsense",), ("import",), ("show",), ("annotate", "d0", "--range", "5"), ("export", "--format", "doc"),
    ("search", "x", "--limit", "-1"), ("annotations", "--state", "lost")])
def test_wrong_usage_is_told_and_has_status_2(program: Program, words: tuple[str, ...]) -> None:
    done = program.run(*words, "--json")
    assert (done.status, done.json["error"]) == (2, "usage")
    assert "用法不对" in done.err
    assert not re.search("required|argument|invalid|expected|usage|choose", done.err)
    plain = program.run(*words)
    assert (plain.status, plain.out) == (2, "")


def test_json_without_a_command_is_wrong_usage(program: Program) -> None:
    done = program.run("--json")
    assert (done.status, done.json["error"]) == (2, "usage")
    assert "--json" in done.err
