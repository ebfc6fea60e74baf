"""What Qt reads of the translation is made of its source, and only where that is newer."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.scripts import ROOT, script

translations = script("translations")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "dibao_en.ts"
    shutil.copy(ROOT / "resources/translations/dibao_en.ts", copy)
    monkeypatch.setattr(translations, "SOURCE", copy)
    monkeypatch.setattr(translations, "COMPILED", copy.with_suffix(".qm"))
    return copy


def test_it_is_made_once_and_anew_when_the_source_changes(source: Path) -> None:
    made = source.with_suffix(".qm")
    translations.release()
    first = made.stat().st_mtime_ns
    translations.release()
    assert made.stat().st_mtime_ns == first
    os.utime(source, ns=(first + 1, first + 1))
    os.utime(made, ns=(first, first))
    translations.release()
    assert made.stat().st_mtime_ns > first
    assert [path.name for path in source.parent.iterdir() if path.suffix == ".new"] == []


def test_what_has_no_english_is_told(source: Path) -> None:
    assert translations.unfinished() == []
    text = source.read_text(encoding="utf-8")
    text = re.sub("<translation>[^<]+</translation>", '<translation type="unfinished"></translation>', text, count=1)
    source.write_text(text, encoding="utf-8")
    assert len(translations.unfinished()) == 1


def test_the_built_program_has_the_translations() -> None:
    spec = (ROOT / "packaging/dibao.spec").read_text(encoding="utf-8")
    assert '(str(ROOT / "resources"), "resources")' in spec
    unused = re.search(r"PySide6/Qt/translations/\(\?!(.*?)\)\)", spec)
    assert unused is not None
    assert re.match(unused[1] + ")", "qtbase_zh_CN.qm")
    assert re.match(unused[1] + ")", "qtbase_en.qm")
    assert "translations.release()" in (ROOT / "packaging/build.py").read_text(encoding="utf-8")
