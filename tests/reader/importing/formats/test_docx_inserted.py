"""What hangs in a Word document besides its paragraphs is read or told: inserted files, objects, diagrams, notes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reader.importing.formats.docx import read
from reader.importing.source import Source, kept
from reader.model.errors import UserError

from .conservation import leak, texts
from .test_docx import repacked, written

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_parts(document: Document, parts: dict[str, tuple[str, bytes]], body: str) -> bytes:
    """A document with raw XML at its end that refers to parts: name → (kind of relation, content)."""
    spaces = (f'{nsdecls("w", "wp", "a", "r")} xmlns:o="urn:schemas-microsoft-com:office:office"'
              ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"')
    for element in parse_xml(f"<w:x {spaces}>{body}</w:x>"):
        document.element.body.insert(-1, element)
    data = written(document)
    path = "word/_rels/document.xml.rels"
    relations = member(data, path).decode()
    for number, (name, (kind, _)) in enumerate(parts.items()):
        relations = relations.replace("</Relationships>", f'<Relationship Id="rIdX{number}" Target="{name}" '
                                      f'Type="{RELATIONS}/{kind}"/></Relationships>')
    changes = {f"word/{name}": content for name, (_, content) in parts.items()}
    return repacked(data, {path: relations.encode()} | changes)


def member(data: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(path)


def inserted(name: str, content: bytes) -> Source:
    document = docx.Document()
    document.add_paragraph("前文。")
    source = read(with_parts(document, {name: ("aFChunk", content)}, '<w:altChunk r:id="rIdX0"/>'), "文.docx")
    assert not leak(source)
    return source


def test_an_inserted_web_page_is_read_where_it_stands() -> None:
    page = "<html><meta charset=utf-8><p>附件</p><table><tr><td>学校</td><td>片区</td></tr>"
    source = inserted("chunk1.htm", f"{page}<tr><td>一小</td><td>路东</td></tr></table></html>".encode())
    assert texts(source) == ["前文。", "附件"]
    assert kept(source.lines).endswith("学校片区一小路东")
    assert source.doubts == ()


def test_an_inserted_document_is_read_in_its_own_numbering() -> None:
    inner = docx.Document()
    inner.add_paragraph("后文。")
    source = inserted("chunk1.docx", written(inner))
    assert [(line.text, line.line) for line in source.lines] == [("前文。", 1), ("后文。", 2)]


def test_an_inserted_file_that_cannot_be_read_is_told() -> None:
    source = inserted("chunk1.rtf", b"{\\rtf1 abc}")
    assert [(doubt.code, doubt.facts) for doubt in source.doubts] == [("docx.inserted", {"name": "chunk1.rtf"})]


def test_documents_inserted_in_themselves_come_to_an_end() -> None:
    data = written(docx.Document())
    for _ in range(6):
        document = docx.Document()
        document.add_paragraph("层。")
        data = with_parts(document, {"a.docx": ("aFChunk", data)}, '<w:altChunk r:id="rIdX0"/>')
    source = read(data, "文.docx")
    assert 2 <= len(texts(source)) < 6
    assert [doubt.code for doubt in source.doubts] == ["docx.inserted"]


def test_the_texts_of_a_diagram_are_read() -> None:
    diagram = (f'<dgm:dataModel {nsdecls("a")} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
               "<dgm:pt><dgm:t><a:p><a:r><a:t>指挥</a:t></a:r><a:r><a:t>部</a:t></a:r></a:p></dgm:t></dgm:pt>"
               "<dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt></dgm:dataModel>")
    body = '<w:p><w:r><w:drawing><wp:inline><dgm:relIds r:dm="rIdX0"/></wp:inline></w:drawing></w:r></w:p>'
    document = docx.Document()
    source = read(with_parts(document, {"diagrams/data1.xml": ("diagramData", diagram.encode())}, body), "文.docx")
    assert texts(source) == ["指挥部"]
    assert not leak(source)


def test_embedded_objects_and_large_pictures_are_told() -> None:
    body = ('<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rIdX0"/></w:object></w:r></w:p>'
            '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="7000000" cy="9000000"/><a:blip/></wp:inline></w:drawing>'
            '</w:r></w:p>'
            '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="700000" cy="900000"/><a:blip/></wp:inline></w:drawing>'
            '</w:r></w:p>')
    document = docx.Document()
    document.add_paragraph("正文。")
    source = read(with_parts(document, {"embeddings/表.xlsx": ("package", b"x")}, body), "文.docx")
    assert [(doubt.code, doubt.facts) for doubt in source.doubts] == [
        ("docx.embedded", {"name": "表.xlsx"}), ("docx.picture", {})]


NOTES = """<w:footnotes {ns}><w:footnote w:id="2"><w:p><w:r><w:t>没有引用的注。</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def test_a_note_nothing_refers_to_is_a_named_removal_and_a_doubt() -> None:
    document = docx.Document()
    document.add_paragraph("正文。")
    source = read(with_parts(document, {"footnotes.xml": ("footnotes", NOTES.format(ns=nsdecls("w")).encode())}, ""),
                  "文.docx")
    assert texts(source) == ["正文。"]
    assert [(one.kind, one.text) for one in source.removals] == [("hidden_text", "没有引用的注。")]
    assert [doubt.code for doubt in source.doubts] == ["docx.note"]
    assert not leak(source)


def test_the_note_of_a_deleted_reference_is_deleted_too() -> None:
    document = docx.Document()
    body = ('<w:p><w:r><w:t>正文。</w:t></w:r><w:del w:id="9" w:author="a"><w:r><w:footnoteReference w:id="2"/></w:r>'
            "</w:del></w:p>")
    source = read(with_parts(document, {"footnotes.xml": ("footnotes", NOTES.format(ns=nsdecls("w")).encode())}, body),
                  "文.docx")
    assert [(one.kind, one.text) for one in source.removals] == [("tracked_deletion", "没有引用的注。")]
    assert source.doubts == ()


def test_the_frame_of_a_red_head_is_no_table() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "临川市人民政府文件"
    table.cell(1, 0).text, table.cell(1, 1).text = "临政发〔2021〕7号", "签发人：王　平"
    row = document.add_table(1, 2)
    row.cell(0, 1).text = "临川市人民政府"
    source = read(written(document), "文.docx")
    assert texts(source) == ["临川市人民政府文件", "临政发〔2021〕7号", "签发人：王　平", "临川市人民政府"]
    assert all(line.table is None for line in source.lines)


def test_signatures_side_by_side_are_no_table() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "临川市财政局", "临川市民政局"
    table.cell(1, 1).text = "2021年3月1日"
    assert texts(read(written(document), "文.docx")) == ["临川市财政局", "临川市民政局", "2021年3月1日"]


def test_a_document_of_pictures_alone_is_told() -> None:
    with pytest.raises(UserError) as told:
        read(repacked(written(docx.Document()), {"word/media/1.png": b"x", "word/media/2.png": b"x"}), "文.docx")
    assert (told.value.code, told.value.facts["count"]) == ("file.pictures", 2)
