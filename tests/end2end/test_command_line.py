"""Every command of the contract on the sample issue: JSON forms, exit statuses, nothing else on standard output."""

from __future__ import annotations

import html.parser
import itertools
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.end2end.command import Program


def ink(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def documents(program: Program) -> list[dict[str, Any]]:
    return [document for issue in program.json("documents")["issues"] for document in issue["documents"]]


def first(program: Program) -> dict[str, Any]:
    return documents(program)[0]


def passage(program: Program, document_id: str) -> str:
    """A sentence of a document that stands in it once."""
    text = str(program.json("show", document_id)["text"])
    sentences = [line for line in text.splitlines()
                 if 15 <= len(line) <= 60 and text.count(line) == 1 and "\t" not in line]
    return sentences[-1]


def test_import_reports_each_file(program: Program, sample: Path) -> None:
    report = program.json("import", sample)
    (file,) = report["files"]
    assert set(file) >= {"path", "sha256", "status", "error", "issue_id", "documents", "characters", "removed",
                         "repairs", "doubts", "seconds"}
    assert (file["path"], file["status"], file["error"], file["documents"]) == (str(sample), "imported", None, 3)
    assert all(set(doubt) == {"code", "message", "line"} for doubt in file["doubts"])
    assert program.json("import", sample)["files"][0]["status"] == "unchanged"


def test_documents_lists_the_issue_with_its_documents(stocked: Program) -> None:
    (issue,) = stocked.json("documents")["issues"]
    assert set(issue) >= {"id", "publisher", "title", "year", "number", "total", "date", "source", "documents"}
    assert (issue["publisher"], issue["year"], issue["number"]) == ("临江市人民政府", 2025, 3)
    assert issue["source"] == "临江市人民政府公报2025年第3期.txt"
    assert len(issue["documents"]) == 3
    for document in issue["documents"]:
        assert set(document) >= {"id", "key", "title", "number", "issuer", "date", "section", "kind", "attachments",
                                 "headings", "articles", "tables", "characters"}
        assert all(set(heading) == {"level", "label", "text", "start"} for heading in document["headings"])
    assert sum(document["articles"] for document in issue["documents"]) > 0
    assert sum(document["tables"] for document in issue["documents"]) == 1


def test_headings_stand_where_they_say(stocked: Program) -> None:
    for document in documents(stocked):
        text = stocked.json("show", document["id"])["text"]
        for heading in document["headings"]:
            line = text[heading["start"]:].partition("\n")[0]
            assert line.strip().startswith(heading["label"])
            assert "".join(heading["text"].split()) in "".join(line.split())


def test_show_gives_the_text_exactly(stocked: Program) -> None:
    for document in documents(stocked):
        text = stocked.json("show", document["id"])["text"]
        assert stocked.run("show", document["id"]).out == text
        assert stocked.run("show", document["id"], "--format", "text").out == text
        assert stocked.json("show", document["id"], "--format", "text")["text"] == text
        assert len("".join(text.split())) == document["characters"]


def test_show_of_an_issue_and_its_report_prove_conservation(stocked: Program, sample: Path) -> None:
    issue_id = stocked.json("documents")["issues"][0]["id"]
    report = stocked.json("report", issue_id)
    assert set(report) == {"removals", "repairs", "doubts"}
    expected = ink(sample.read_text(encoding="utf-8"))
    for removal in report["removals"]:
        assert set(removal) == {"kind", "text", "line"}
        expected.subtract(ink(removal["text"]))
    for repair in report["repairs"]:
        assert set(repair) == {"kind", "before", "after", "line"}
        expected.subtract(ink(repair["before"]))
        expected.update(ink(repair["after"]))
    assert +expected == ink(stocked.run("show", issue_id).out)
    assert all(count >= 0 for count in expected.values())


class Tags(html.parser.HTMLParser):
    """The text of a page and the tags it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.text = ""
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        self._hidden = tag in {"style", "title"} or (self._hidden and tag != "body")
        assert not {name for name, _ in attrs} & {"src", "href"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text += data


def test_show_as_a_web_page_holds_every_character_and_tables_as_tables(stocked: Program) -> None:
    issue = stocked.json("documents")["issues"][0]
    page = Tags()
    page.feed(stocked.run("show", issue["id"], "--format", "html").out)
    assert ink(page.text) == ink(stocked.run("show", issue["id"]).out)
    assert page.seen["table"] == sum(document["tables"] for document in issue["documents"])
    assert page.seen["script"] == page.seen["link"] == 0


def test_show_as_markdown_holds_every_character_besides_its_marks(stocked: Program) -> None:
    issue = stocked.json("documents")["issues"][0]
    shown = ink(stocked.run("show", issue["id"], "--format", "markdown").out)
    assert not ink(stocked.run("show", issue["id"]).out) - shown
    assert set(shown - ink(stocked.run("show", issue["id"]).out)) <= set("#|-\\")


def test_show_as_json_tells_blocks_that_tile_the_text(stocked: Program) -> None:
    for document in documents(stocked):
        shown = stocked.json("show", document["id"], "--format", "json")
        ends = [0, *(block["end"] for block in shown["blocks"])]
        assert [block["start"] for block in shown["blocks"]] == ends[:-1]
        assert ends[-1] == len(shown["text"])


def test_search_finds_the_string_where_it_stands(stocked: Program) -> None:
    wanted = passage(stocked, first(stocked)["id"])[2:10]
    answer = stocked.json("search", wanted)
    assert set(answer) >= {"total", "took_ms", "hits"}
    hit = answer["hits"][0]
    assert set(hit) >= {"document_id", "key", "title", "number", "issue", "ranges", "snippet", "match"}
    assert hit["match"] == "exact"
    for start, end in hit["ranges"]:
        assert stocked.json("show", hit["document_id"])["text"][start:end] == wanted


def test_search_pages_through_the_answer(stocked: Program) -> None:
    whole = stocked.json("search", "临江市")
    pages = [stocked.json("search", "临江市", "--limit", "1", "--offset", str(page))["hits"] for page in range(4)]
    assert [hit["document_id"] for hit in itertools.chain(*pages)] == [hit["document_id"] for hit in whole["hits"]]
    assert whole["total"] == 3
    assert pages[3] == []


def test_a_number_in_any_form_finds_its_document_first(stocked: Program) -> None:
    document = next(found for found in documents(stocked) if found["number"])
    prefix, _, rest = document["number"].partition("〔")
    year, _, sequence = rest.partition("〕")
    for typed in (document["number"], f"{prefix}[{year}]{sequence.rstrip('号')}", f"{prefix} {sequence} {year}"):
        assert stocked.json("search", typed)["hits"][0]["document_id"] == document["id"]


FORM = {"id", "document_id", "key", "range", "quote", "state", "address", "style", "note", "tags", "created",
        "modified", "author"}


@pytest.fixture
def annotated(program: Program, sample: Path) -> Program:
    """The sample issue with three annotations, made in no order of the text."""
    program.json("import", sample)
    documents_ = documents(program)
    third, first_ = documents_[2]["id"], documents_[0]["id"]
    program.json("annotate", third, "--quote", passage(program, third), "--style", "期限", "--tag", "人事")
    text = program.json("show", first_)["text"]
    program.json("annotate", first_, "--range", f"{len(text) - 9}:{len(text) - 1}", "--note", "文末",
                 "--tag", "安全/桥")
    program.json("annotate", first_, "--quote", text[:6], "--note", "开头 **要紧**", "--author", "甲")
    return program


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
    second = text.index("临江", text.index("临江") + 1)
    made = program.json("annotate", document_id, "--quote", "临江", "--occurrence", "2")
    assert made["range"] == [second, second + 2]
    unspecified = program.run("annotate", document_id, "--quote", "临江", "--json")
    assert unspecified.json["range"] == [text.index("临江"), text.index("临江") + 2]
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


def test_cite_names_title_number_and_clause(stocked: Program) -> None:
    document = next(found for found in documents(stocked) if found["number"] and found["articles"])
    whole = stocked.json("cite", document["id"])["citation"]
    assert whole == stocked.run("cite", document["id"]).out.rstrip("\n")
    assert whole.startswith("《")
    assert document["number"] in whole
    article = _articles(stocked, document["id"])[0]
    place = f"{article['start']}:{article['start'] + 5}"
    assert article["label"] in stocked.json("cite", document["id"], "--range", place)["citation"]


@pytest.mark.parametrize("form", ["official", "source", "short", "gbt7714", "csl"])
def test_cite_takes_a_form(stocked: Program, form: str) -> None:
    document = next(found for found in documents(stocked) if found["number"])
    found = stocked.json("cite", document["id"], "--form", form)
    assert (found["form"], found["repealed"]) == (form, None)
    assert document["number"] in found["citation"]
    assert stocked.run("cite", document["id"], "--form", form).out.strip() == found["citation"].strip()


def _articles(program: Program, document_id: str) -> list[dict[str, Any]]:
    blocks = program.json("show", document_id, "--format", "json")["blocks"]
    return [block for block in blocks if block["label"].startswith("第") and block["label"].endswith("条")]


@pytest.mark.parametrize("name", ["md", "html"])
def test_export_holds_quote_note_tags_and_citation_in_text_order(annotated: Program, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out.{name}"
    assert annotated.json("export", "--format", name, "--out", out)["annotations"] == 3
    text = out.read_text(encoding="utf-8")
    places = [text.index(note) for note in ("开头", "文末")]
    assert places == sorted(places)
    for wanted in ("要紧", "安全/桥", "人事", "《"):
        assert wanted in text


@pytest.mark.parametrize("content", ["annotations", "documents"])
def test_export_writes_pdf_without_a_window(annotated: Program, tmp_path: Path, content: str) -> None:
    out = tmp_path / "out.pdf"
    made = annotated.json("export", "--format", "pdf", "--content", content, "--out", out)
    assert made[content] >= 1
    file = pypdfium2.PdfDocument(out)
    words = "".join("".join(page.get_textpage().get_text_range().split()) for page in file)
    for one in annotated.json("annotations")["annotations"]:
        assert "".join(one["quote"].split()) in words
    assert list(file.get_toc())


def test_export_writes_documents_without_marks(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    document = annotated.json("annotations")["annotations"][0]["document_id"]
    words = ("export", "--format", "html", "--content", "documents", "--document", document, "--out", out)
    assert annotated.json(*words)["documents"] == 1
    assert "<mark" in out.read_text(encoding="utf-8")
    annotated.json(*words, "--without-marks")
    assert "<mark" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["md", "html"])
def test_export_takes_a_template(annotated: Program, tmp_path: Path, format_: str) -> None:
    names = {one["name"] for one in annotated.json("templates")["templates"] if not one["own"]}
    assert names == {"摘录", "按标签汇编", "依据清单", "责任分工表"}
    out = tmp_path / f"out.{format_}"
    annotated.json("export", "--format", format_, "--template", "责任分工表", "--out", out)
    assert "责任单位" in out.read_text(encoding="utf-8")


def test_a_broken_template_shows_its_line(annotated: Program, tmp_path: Path) -> None:
    template = tmp_path / "坏.md"
    template.write_text("好\n{{ nope }}\n", encoding="utf-8")
    done = annotated.run("export", "--template", template, "--out", tmp_path / "out.md", "--json")
    assert (done.status, done.json["error"], done.json["facts"]["line"]) == (1, "template.unknown_name", 2)
    assert not (tmp_path / "out.md").exists()


def test_export_takes_the_filters(annotated: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert annotated.json("export", "--tag", "人事", "--out", out)["annotations"] == 1
    assert "文末" not in out.read_text(encoding="utf-8")


def test_nothing_to_export_writes_nothing(annotated: Program, tmp_path: Path) -> None:
    done = annotated.run("export", "--tag", "没有", "--out", tmp_path / "out.md", "--json")
    assert (done.status, done.json["error"]) == (1, "export.nothing")
    assert not (tmp_path / "out.md").exists()


def test_a_colleague_takes_annotations_over(annotated: Program, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "批注.jsonld"
    annotated.json("export", "--format", "jsonld", "--out", file)
    (tmp_path / "colleague").mkdir()
    colleague = Program(tmp_path / "colleague" / "library", tmp_path / "colleague")
    colleague.json("import", sample)
    assert set(colleague.json("import-annotations", file)) >= {"imported", "duplicates", "failed"}
    assert colleague.json("annotations") == annotated.json("annotations")
    again = colleague.json("import-annotations", file)
    assert (again["imported"], again["duplicates"], again["failed"]) == (0, 3, 0)
    file.write_text("{", encoding="utf-8")
    assert colleague.run("import-annotations", file, "--json").json["error"] == "annotations.not_json"


def test_backup_and_restore_bring_annotations_back(annotated: Program, tmp_path: Path) -> None:
    before = annotated.json("annotations")
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


def test_reindex_counts_documents_and_search_goes_on(program: Program, sample: Path) -> None:
    program.json("import", sample)
    assert program.json("reindex")["documents"] == 3
    assert program.json("search", "临江市")["total"] == 3


def test_search_finds_everything_without_an_index(program: Program, sample: Path) -> None:
    import shutil

    program.json("import", sample)
    shutil.rmtree(program.library / "index")
    assert program.json("search", "临江市")["total"] == 3
    check = program.run("check", "--json")
    assert check.status == 3
    assert {finding["code"] for finding in check.json["findings"]} >= {"check.step"}
    program.json("reindex")
    assert program.json("check") == {"ok": True, "findings": []}


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
    assert "临江市人民政府公报 2025年第3期" in listed
    assert first(stocked)["id"] in listed
    assert "没有符合条件的批注" in stocked.run("annotations").out


@pytest.mark.parametrize(("words", "code"), [
    (("show", "d0"), "document.unknown"), (("show", "i0"), "issue.unknown"), (("report", "x"), "issue.unknown"),
    (("cite", "d0"), "document.unknown"), (("annotate", "d0", "--note", "x"), "document.unknown"),
    (("annotations", "--document", "d0"), "document.unknown"), (("restore", "no-such-file"), "file.missing")])
def test_what_is_not_there_is_wrong_usage(stocked: Program, words: tuple[str, ...], code: str) -> None:
    done = stocked.run(*words, "--json")
    assert (done.status, done.json["error"]) == (2, code)
    assert done.json["message"] in done.err


def test_a_quote_that_is_not_in_the_text_is_refused(stocked: Program) -> None:
    document_id = first(stocked)["id"]
    for words, code in ((("--quote", "原文里没有的话"), "quote.missing"), (("--quote", ""), "quote.missing"),
                        (("--quote", "临江", "--occurrence", "9999"), "quote.missing"),
                        (("--quote", "临江", "--range", "100:102"), "quote.differs"),
                        (("--range", "5:5"), "range.invalid"), (("--note", "x", "--style", "无"), "style.unknown")):
        done = stocked.run("annotate", document_id, *words, "--json")
        assert (done.status, done.json["error"]) == (2, code)
    assert stocked.json("annotations") == {"annotations": []}


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
