"""Every code has a sentence in both languages, with the same facts."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from reader.wording import LANGUAGES, sentences, word

ROOT = Path(__file__).resolve().parent.parent.parent


def facts_named(sentence: str) -> set[str]:
    """The facts a sentence names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def raised_codes() -> set[str]:
    """Codes given to `UserError(…)` and `Doubt(…)` as plain strings anywhere in the program."""
    codes: set[str] = set()
    for top in ("reader", "index", "ui"):
        for module in (ROOT / top).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("UserError", "Doubt") and node.args:
                    codes.update(constant.value for constant in ast.walk(node.args[0])
                                 if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
                                 and "." in constant.value)
    return codes


def test_both_languages_have_the_same_codes() -> None:
    assert sentences("zh").keys() == sentences("en").keys()


def test_both_languages_name_the_same_facts() -> None:
    differing = [code for code in sentences("zh")
                 if facts_named(sentences("zh")[code]) != facts_named(sentences("en")[code])]
    assert differing == []


def test_every_code_the_program_raises_has_a_sentence() -> None:
    assert raised_codes() - sentences("zh").keys() == set()


def test_chinese_sentences_are_chinese() -> None:
    # What only arranges facts has no word of its own.
    assert [code for code, text in sentences("zh").items()
            if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text)) and not re.search("[\u4e00-\u9fff]", text)] == []


def test_english_sentences_are_english() -> None:
    chinese = {code for code, text in sentences("en").items() if re.search("[\u4e00-\u9fff\uff00-\uff60]", text)}
    assert chinese == {"doubt.ocr_name"}  # names the character that stands where a space should


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_filled_in(language: str) -> None:
    assert "甲.txt" in word("file.empty", {"path": "甲.txt"}, language)


def test_an_unknown_code_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        word("no.such_code", {})
