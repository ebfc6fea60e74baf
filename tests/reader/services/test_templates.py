"""The templates there are, and exporting by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, export, import_files, templates
from reader.services.export import Wish
from reader.services.library import Library


def put(library: Library, name: str, text: str) -> Path:
    folder = templates.own_folder(library)
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture
def filled(library: Library, gazette: Path, simple_importer: None) -> Library:  # noqa: ARG001 - a fixture
    """One annotation."""
    import_files.import_paths(library, [gazette], SilentJob())
    document = catalogue.issues(library)[0].documents[0]
    annotate.create(library, document.id, start=0, end=8, note="好")
    return library


def test_gallery_has_four_in_both_formats(library: Library) -> None:
    found = {(one.name, one.format) for one in templates.templates(library)}
    names = ("摘录", "按标签汇编", "依据清单", "责任分工表")
    assert found == {(name, format_) for name in names for format_ in ("md", "html")}


def test_the_users_own_come_first_and_hide_those_of_their_name(library: Library) -> None:
    put(library, "摘录.md", "x")
    put(library, "会签.html", "x")
    put(library, "说明.txt", "x")
    found = templates.templates(library)
    assert [(one.name, one.format) for one in found if one.own] == [("会签", "html"), ("摘录", "md")]
    assert len(found) == 9


@pytest.mark.parametrize(("wanted", "format_", "expected"), [
    ("摘录", "md", "摘录.md"), ("摘录", "html", "摘录.html"), ("摘录.html", "md", "摘录.html"),
    ("摘录", "docx", "摘录.html"),
])
def test_a_template_is_found_by_name(library: Library, wanted: str, format_: str, expected: str) -> None:
    assert templates.find(library, wanted, format_).path.name == expected


def test_a_template_is_found_by_path(library: Library, tmp_path: Path) -> None:
    (tmp_path / "别处.MD").write_text("x", encoding="utf-8")
    assert templates.find(library, str(tmp_path / "别处.MD")).format == "md"


@pytest.mark.parametrize("wanted", ["没有", "/etc/passwd", "没有.md"])
def test_what_is_no_template_is_told(library: Library, wanted: str) -> None:
    with pytest.raises(UserError) as told:
        templates.find(library, wanted)
    assert told.value.code == "template.missing"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8", b"x" * (templates.LARGEST + 1)])
def test_what_cannot_be_read_is_told(library: Library, data: bytes) -> None:
    put(library, "坏.md", "").write_bytes(data)
    with pytest.raises(UserError) as told:
        templates.read(templates.find(library, "坏"))
    assert told.value.code == "template.unreadable"


def test_export_by_a_template(filled: Library, tmp_path: Path) -> None:
    put(filled, "短.md", "\ufeff# {{ title }}\n{% for one in annotations %}{{ one.quote }}：{{ one.note }}{% endfor %}")
    assert export.export(filled, None, Wish("md", template="短"), tmp_path / "out.md") == 1
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "# 短\n云汀市人民政府关：好\n"


def test_a_broken_template_leaves_the_old_file(filled: Library, tmp_path: Path) -> None:
    put(filled, "坏.md", "好\n{{ nope }}")
    out = tmp_path / "out.md"
    out.write_text("旧", encoding="utf-8")
    with pytest.raises(UserError) as told:
        export.export(filled, None, Wish("md", template="坏"), out)
    assert (told.value.code, told.value.facts["line"]) == ("template.unknown_name", 2)
    assert out.read_text(encoding="utf-8") == "旧"
