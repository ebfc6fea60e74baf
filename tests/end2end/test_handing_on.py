"""Handing on from the real window: the real clipboard, the export dialog, the print preview."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pypdfium2
import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import go_to_heading, open_document, open_sample, select
from tests.end2end.window import Window

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

WORDS = "优先安排点位，并免收三年场地使用费"


def test_a_passage_is_copied_exported_and_shown_for_print(desktop: Desktop, tmp_path: Path) -> None:
    out = tmp_path / "摘录.pdf"
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        open_sample(window)
        open_document(window, "云汀市", "2025", "第3期", "市政府办公室文件", "便民早餐点管理办法")
        go_to_heading(window, "经营规范")
        select(window, WORDS)

        desktop.key("ctrl+shift+c")
        plain = wait_until(lambda: WORDS in (text := desktop.clipboard()) and text, "the passage on the clipboard")
        assert plain.startswith(f"{WORDS}\n——《")
        assert "云政办发〔2025〕18号" in plain
        page = lxml.html.document_fromstring(desktop.clipboard("text/html"))
        passage, citation = (one.text_content() for one in page.iter("p"))
        assert f"{passage}\n{citation}" == plain

        desktop.key("5")
        wait_until(lambda: len(window.command("annotations")["annotations"]) == 1, "the highlight")
        desktop.key("ctrl+shift+e")
        window.window("导出标注")
        window.click("exportPdf")
        wait_until(lambda: "1 条" in window.widget("exportCount")["text"], "the count in the dialog")
        window.click("exportPath", times=3)
        desktop.paste(str(out))
        window.click("exportOk")
        wait_until(out.exists, "the exported file")
        file = pypdfium2.PdfDocument(out)
        words = "".join("".join(one.get_textpage().get_text_range().split()) for one in file)
        assert WORDS in words
        assert "云政办发〔2025〕18号" in words
        window.click("savedCopy")
        wait_until(lambda: desktop.clipboard("text/uri-list").strip() == out.as_uri(), "the file on the clipboard")

        desktop.key("ctrl+shift+p")
        window.window("打印预览")
        desktop.key("Escape")
        wait_until(lambda: window.ask("widget", name="printPreview") is None, "the preview to close")
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0
        assert "Traceback" not in window.log.read_text(encoding="utf-8")
