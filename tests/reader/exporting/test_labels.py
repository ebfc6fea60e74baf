"""Files in the program's language: no word of ours is left in the other, and none of gazette or user is changed."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace

import pytest

from reader.exporting.formats import ANNOTATION_FORMATS, DOCUMENT_FORMATS, JSONLD, PDF, Content, Material, write
from reader.exporting.labels import CHINESE, Labels
from reader.model.annotation import DEFAULT_STYLES, AnchorState
from reader.wording import sentences
from tests.reader.exporting.fictional import ENTRY

ENGLISH = Labels("en")
OURS = [text for code, text in sentences("zh").items() if code.startswith("exported.")]
DATA = {JSONLD, "csl"}
SHOWN = [(Content.ANNOTATIONS, name) for name in ANNOTATION_FORMATS if name not in {PDF, *DATA}] + [
    (Content.DOCUMENTS, name) for name in DOCUMENT_FORMATS if name != PDF]


def material(content: Content, labels: Labels) -> Material:
    return Material([ENTRY], content, styles=tuple(map(labels.style, DEFAULT_STYLES)), labels=labels)


def text_of(name: str, data: bytes) -> str:
    """All characters of a file, of each file in an archive."""
    if name not in {"docx", "xlsx"}:
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [archive.read(one).decode() for one in archive.namelist()
                 if re.fullmatch(r"(word/(document|comments)|xl/(sharedStrings|workbook)|xl/worksheets/.*)\.xml", one)]
    named = (re.sub(r'name="([^"]*)"', r">\1<", one) for one in files)
    return html.unescape(re.sub(r"<[^>]*>", " ", "\n".join(named)))


@pytest.mark.parametrize(("content", "name"), SHOWN)
def test_english_file_says_nothing_of_its_own_in_chinese(content: Content, name: str) -> None:
    text = text_of(name, write(name, material(content, ENGLISH)))
    chinese = text_of(name, write(name, material(content, CHINESE)))
    ours = {re.sub(r"\{\w+\}", "", one).strip() for one in OURS}
    # Words of two characters stand in gazettes too.
    assert {one for one in ours if len(one) > 2 and one in text} == set()
    assert text != chinese


@pytest.mark.parametrize("labels", [CHINESE, ENGLISH])
@pytest.mark.parametrize(("content", "name"), SHOWN)
def test_words_of_gazette_and_user_stay(content: Content, name: str, labels: Labels) -> None:
    text = "".join(text_of(name, write(name, material(content, labels))).split())
    for wanted in ("制定本办法", "整份文件的批注", "安全/责任", "安政办发〔2023〕7号"):
        assert wanted in text


@pytest.mark.parametrize("name", sorted(DATA))
def test_data_for_other_programs_is_the_same_in_either_language(name: str) -> None:
    assert write(name, material(Content.ANNOTATIONS, ENGLISH)) == write(name, material(Content.ANNOTATIONS, CHINESE))


def test_style_that_the_user_named_keeps_its_name() -> None:
    mine = replace(DEFAULT_STYLES[0], label="要害")
    assert ENGLISH.style(mine) == mine
    assert ENGLISH.style(DEFAULT_STYLES[0]).label == "Key point"
    assert CHINESE.style(DEFAULT_STYLES[0]) is DEFAULT_STYLES[0]


@pytest.mark.parametrize("labels", [CHINESE, ENGLISH])
def test_every_state_and_style_has_words(labels: Labels) -> None:
    assert len({labels.state(state) for state in AnchorState}) == len(AnchorState)
    assert len({labels.style(style).label for style in DEFAULT_STYLES}) == len(DEFAULT_STYLES)
