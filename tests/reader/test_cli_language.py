"""The command line speaks as typed, else as chosen for the window, else as the computer does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import cli_arguments, cli_text, wording
from reader.cli_language import chosen
from reader.model.document import IssueFacts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    wording.speak("zh")


@pytest.mark.parametrize(("environment", "language"), [
    ({}, "zh"), ({"LANG": "C.UTF-8"}, "zh"), ({"LANG": "POSIX"}, "zh"), ({"LANG": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "en_US.UTF-8"}, "en"), ({"LANG": "de_DE.UTF-8"}, "en"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"), ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en")])
def test_the_computer_is_asked_last(tmp_path: Path, environment: dict[str, str], language: str) -> None:
    assert chosen(["documents"], tmp_path / "preferences.toml", environment) == language


@pytest.mark.parametrize(("text", "language"), [
    ('language = "en"', "en"), ('language = "zh"', "zh"), ('language = "system"', "zh"), ('language = 3', "zh"),
    ("broken", "zh"), ("", "zh")])
def test_the_choice_for_the_window_counts(tmp_path: Path, text: str, language: str) -> None:
    (tmp_path / "preferences.toml").write_text(text, encoding="utf-8")
    assert chosen([], tmp_path / "preferences.toml", {}) == language


@pytest.mark.parametrize("words", [["--lang", "en", "documents"], ["documents", "--lang=en"]])
def test_what_is_typed_counts_most(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "preferences.toml").write_text('language = "zh"', encoding="utf-8")
    assert chosen(words, tmp_path / "preferences.toml", {"LANG": "zh_CN.UTF-8"}) == "en"


def test_help_and_usage_are_in_the_language() -> None:
    wording.speak("en")
    shown = cli_arguments.parser().format_help()
    assert "search the library" in shown
    assert re.findall("[\u4e00-\u9fff]", shown) == []
    with pytest.raises(cli_arguments.WrongUsage, match=r"wrong usage: the following arguments are required"):
        cli_arguments.parser().parse_args(["show"])


def test_issues_are_named_in_the_language() -> None:
    facts = IssueFacts("云汀市人民政府公报", year=2025, number=3)
    assert cli_text.issue_name(facts) == "云汀市人民政府公报 2025年第3期"
    wording.speak("en")
    assert cli_text.issue_name(facts) == "云汀市人民政府公报 2025, issue 3"


@pytest.mark.parametrize("module", ["cli", "cli_text"])
def test_no_sentence_stands_in_the_code(module: str) -> None:
    tree = ast.parse((ROOT / "reader" / f"{module}.py").read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    chinese = [node.value for node in ast.walk(tree)
               if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
               and re.search("[\u4e00-\u9fff\uff00-\uff60]", node.value)]
    assert chinese == []
