"""Word and Excel files opened by LibreOffice where it is installed: another reader than the library that wrote them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from reader.exporting.formats import Content, Material, write
from reader.exporting.labels import CHINESE
from reader.exporting.rows import COLUMNS, rows
from tests.reader.exporting.fictional import DOCUMENT, ENTRY, FACTS

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
MATERIAL = Material([ENTRY])


def converted(name: str, material: Material, folder: Path, target: str) -> Path:
    """What LibreOffice makes of an export."""
    source = folder / f"export.{name}"
    source.write_bytes(write(name, material))
    words = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target,
             "--outdir", str(folder), str(source)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return folder / f"export.{target.partition(':')[0]}"


def words_of(path: Path) -> str:
    file = pypdfium2.PdfDocument(path)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in file)


@pytest.mark.parametrize("content", Content)
def test_word_files_hold_quotes_and_citations(tmp_path: Path, content: Content) -> None:
    found = words_of(converted("docx", replace(MATERIAL, content=content), tmp_path, "pdf"))
    assert FACTS.title in found
    assert found.index("现印发给你们") < found.index("制定本办法") < found.index("药品<有效期>不得少于6个月")
    if content is Content.DOCUMENTS:
        assert "".join(DOCUMENT.text.split())[:150] in found.replace("—1—", "")


def test_notes_are_comments_in_word_files(tmp_path: Path) -> None:
    text = converted("docx", MATERIAL, tmp_path, "odt")
    shutil.unpack_archive(text, tmp_path / "odt", "zip")
    content = (tmp_path / "odt" / "content.xml").read_text(encoding="utf-8")
    assert content.count("<office:annotation ") == 5
    assert "整份文件的批注" in content


def test_cells_of_the_workbook_are_what_they_were(tmp_path: Path) -> None:
    # 44,34,76: commas, quotation marks, UTF-8.
    table = converted("xlsx", MATERIAL, tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76")
    with table.open(encoding="utf-8", newline="") as file:
        found = [tuple(cell.replace("\t", " ") for cell in row) for row in csv.reader(file)]
    assert found[0] == CHINESE.columns(COLUMNS)
    assert found[1:] == [*(tuple(cell.replace("\t", " ") for cell in row) for row in rows([ENTRY]))]
