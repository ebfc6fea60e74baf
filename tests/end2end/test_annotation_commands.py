"""The commands that make, list, exchange, back up and restore annotations, on the sample issue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.end2end.command import Program, first, passage

FORM = {"id", "document_id", "key", "range", "quote", "state", "address", "style", "note", "tags", "created",
        "modified", "author"}


def test_annotate_marks_a_quote(program: Program, sample: Path) -> None:
    program.json("import", sample)
    document = first(program)
    quote = passage(program, document["id"])
    made = program.json("annotate", document["id"], "--quote", quote, "--style", "依据", "--note", "看这里",
                        "--tag", "甲", "--tag", "乙/丙")
    assert set(made) >= FORM
    text = program.json("show", document["id"])["text"]
    assert text[made["range"][0]:made["range"][1]] == made["quote"] == quote
    assert (made["document_id"], made["key"], made["state"]) == (document["id"], document["key"], "exact")
    assert (made["style"], made["note"], made["tags"]) == ("依据", "看这里", ["甲", "乙/丙"])


def test_annotate_takes_the_occurrence_asked_for(program: Program, sample: Path) -> None:
    program.json("import", sample)
    document_id = first(program)["id"]
    text = program.json("show", document_id)["text"]
    second = text.index("云汀", text.index("云汀") + 1)
    made = program.json("annotate", document_id, "--quote", "云汀", "--occurrence", "2")
    assert made["range"] == [second, second + 2]
    unspecified = program.run("annotate", document_id, "--quote", "云汀", "--json")
    assert unspecified.json["range"] == [text.index("云汀"), text.index("云汀") + 2]
    assert "多处" in unspecified.err


def test_annotate_without_a_place_is_a_note_on_the_document(program: Program, sample: Path) -> None:
    program.json("import", sample)
    made = program.json("annotate", first(program)["id"], "--note", "整份文件")
    assert (made["range"], made["quote"], made["state"]) == (None, None, "exact")


def test_annotations_come_in_text_order_and_narrowed(annotated: Program) -> None:
    everything = annotated.json("annotations")["annotations"]
    assert all(set(one) >= FORM for one in everything)
    assert [one["note"] for one in everything] == ["开头 **要紧**", "文末", ""]
    assert [one["note"] for one in annotated.json("annotations", "--tag", "安全")["annotations"]] == ["文末"]
    assert len(annotated.json("annotations", "--style", "重点")["annotations"]) == 2
    assert len(annotated.json("annotations", "--document", first(annotated)["id"])["annotations"]) == 2
    assert len(annotated.json("annotations", "--state", "exact")["annotations"]) == 3
    assert annotated.json("annotations", "--state", "orphan") == {"annotations": []}


def test_annotations_are_searched_too(annotated: Program) -> None:
    hits = annotated.json("search", "要紧")["hits"]
    assert [(hit["match"], hit["ranges"]) for hit in hits] == [("note", [[0, 6]])]
    assert annotated.json("search", "标签:人事")["total"] == 1


def test_annotations_stay_when_the_file_comes_again_with_more_text(annotated: Program, tmp_path: Path,
                                                                   sample: Path) -> None:
    changed = tmp_path / sample.name
    changed.write_text(sample.read_text(encoding="utf-8").replace("。", "。特此说明。", 1), encoding="utf-8")
    before = annotated.json("annotations")["annotations"]
    annotated.json("import", changed)
    assert [(one["id"], one["quote"]) for one in annotated.json("annotations")["annotations"]] == [
        (one["id"], one["quote"]) for one in before]


def test_a_colleague_takes_annotations_over(annotated: Program, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "批注.jsonld"
    annotated.json("export", "--format", "jsonld", "--out", file)
    (tmp_path / "colleague").mkdir()
    colleague = Program(tmp_path / "colleague" / "library", tmp_path / "colleague")
    colleague.json("import", sample)
    assert set(colleague.json("import-annotations", file)) >= {"imported", "duplicates", "failed"}
    assert colleague.json("annotations") == annotated.json("annotations")
    again = colleague.json("import-annotations", file)
    assert (again["imported"], again["duplicates"], again["failed"], again["conflicts"]) == (0, 3, 0, 0)
    file.write_text("{", encoding="utf-8")
    assert colleague.run("import-annotations", file, "--json").json["error"] == "annotations.not_json"

@pytest.mark.parametrize(("way", "kept", "notes"), [
    ("newer", "theirs", ["对方改的", "对方改的", "对方改的"]), ("mine", "mine", ["开头 **要紧**", "文末", ""])])
def test_conflicts_are_listed_and_decided_as_asked(
        annotated: Program, tmp_path: Path, way: str, kept: str, notes: list[str]) -> None:
    file = tmp_path / "批注.jsonld"
    annotated.json("export", "--format", "jsonld", "--out", file)
    content = json.loads(file.read_text(encoding="utf-8"))
    for item in content["first"]["items"]:
        item |= {"created": "2020-01-01T00:00:00.000Z", "modified": "2990-01-01T00:00:00.000Z",
                 "body": {"type": "TextualBody", "value": "对方改的"}}
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    done = annotated.json("import-annotations", file, "--conflicts", way)
    assert (done["imported"], done["updated"], done["duplicates"], done["conflicts"]) == (0, 0, 0, 3)
    assert [(one["kept"], one["theirs"]["note"]) for one in done["conflicting"]] == [(kept, "对方改的")] * 3
    assert [one["note"] for one in annotated.json("annotations")["annotations"]] == notes



def test_backup_and_restore_bring_annotations_back(annotated: Program, tmp_path: Path) -> None:
    before = annotated.json("annotations")
    refused = annotated.run("backup", "--out", tmp_path / "no" / "mine.db", "--json")
    assert (refused.status, refused.json["error"]) == (2, "export.no_folder")
    file = Path(annotated.json("backup", "--out", tmp_path / "mine.db")["file"])
    annotated.json("annotate", first(annotated)["id"], "--note", "后来的")
    restored = annotated.json("restore", file)
    assert annotated.json("annotations") == before
    replaced = Program(annotated.library, tmp_path / "home")
    assert replaced.json("restore", restored["replaced"])
    assert "后来的" in [one["note"] for one in annotated.json("annotations")["annotations"]]


def test_restore_mends_a_broken_annotations_file_and_keeps_it(annotated: Program, tmp_path: Path) -> None:
    before = annotated.json("annotations")
    annotated.json("backup", "--out", tmp_path / "mine.db")
    broken = b"\xff" * 20_000
    (annotated.library / "annotations.db").write_bytes(broken)
    told = annotated.run("annotations", "--json")
    assert (told.status, told.json["error"]) == (3, "library.broken")
    replaced = annotated.json("restore", tmp_path / "mine.db")["replaced"]
    assert Path(replaced).read_bytes() == broken
    assert annotated.json("annotations") == before


def test_a_quote_that_is_not_in_the_text_is_refused(stocked: Program) -> None:
    document_id = first(stocked)["id"]
    for words, code in ((("--quote", "原文里没有的话"), "quote.missing"), (("--quote", ""), "quote.missing"),
                        (("--quote", "云汀", "--occurrence", "9999"), "quote.missing"),
                        (("--quote", "云汀", "--range", "100:102"), "quote.differs"),
                        (("--range", "5:5"), "range.invalid"), (("--note", "x", "--style", "无"), "style.unknown"),
                        (("--quote", "云汀", "--style", "无"), "style.unknown"), ((), "annotation.empty"),
                        (("--note", " ", "--style", "重点"), "annotation.empty")):
        done = stocked.run("annotate", document_id, *words, "--json")
        assert (done.status, done.json["error"]) == (2, code)
        assert "已标记" not in done.err
    assert stocked.json("annotations") == {"annotations": []}


def test_a_wrong_file_is_no_backup(annotated: Program, sample: Path) -> None:
    before = annotated.json("annotations")
    done = annotated.run("restore", sample, "--json")
    assert (done.status, done.json["error"]) == (2, "backup.broken")
    assert annotated.json("annotations") == before
