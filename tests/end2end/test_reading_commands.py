"""The commands that import, list, show, search and cite, on the sample issue: JSON forms and exit statuses."""

from __future__ import annotations

import html.parser
import itertools
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.command import Program, documents, first, ink, passage


def test_import_reports_each_file(program: Program, sample: Path) -> None:
    report = program.json("import", sample)
    (file,) = report["files"]
    assert set(file) >= {"path", "sha256", "status", "error", "issue_id", "documents", "characters", "removed",
                         "repairs", "doubts", "seconds"}
    assert (file["path"], file["status"], file["error"], file["documents"]) == (str(sample), "imported", None, 3)
    assert all(set(doubt) == {"code", "message", "line"} for doubt in file["doubts"])
    assert program.json("import", sample)["files"][0]["status"] == "unchanged"


def test_import_names_the_twin_of_a_file(program: Program, sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "副本.txt"
    copy.write_bytes(sample.read_bytes())
    done = program.run("import", sample, copy)
    assert f"与 {sample.name} 相同　{copy}" in done.out


def test_documents_lists_the_issue_with_its_documents(stocked: Program) -> None:
    (issue,) = stocked.json("documents")["issues"]
    assert set(issue) >= {"id", "publisher", "title", "year", "number", "total", "date", "source", "documents"}
    assert (issue["publisher"], issue["year"], issue["number"]) == ("云汀市人民政府", 2025, 3)
    assert issue["source"] == "云汀市人民政府公报2025年第3期.txt"
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


def test_a_question_may_begin_with_a_minus(stocked: Program) -> None:
    everything = {document["id"] for document in documents(stocked)}
    holding = {hit["document_id"] for hit in stocked.json("search", '"电梯"')["hits"]}
    assert holding
    assert {hit["document_id"] for hit in stocked.json("search", "-电梯")["hits"]} == everything - holding


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
    whole = stocked.json("search", "云汀市")
    pages = [stocked.json("search", "云汀市", "--limit", "1", "--offset", str(page))["hits"] for page in range(4)]
    assert [hit["document_id"] for hit in itertools.chain(*pages)] == [hit["document_id"] for hit in whole["hits"]]
    assert whole["total"] == 3
    assert pages[3] == []


def test_a_number_in_any_form_finds_its_document_first(stocked: Program) -> None:
    document = next(found for found in documents(stocked) if found["number"])
    prefix, _, rest = document["number"].partition("〔")
    year, _, sequence = rest.partition("〕")
    for typed in (document["number"], f"{prefix}[{year}]{sequence.rstrip('号')}", f"{prefix} {sequence} {year}"):
        assert stocked.json("search", typed)["hits"][0]["document_id"] == document["id"]


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


def test_validity_is_told_with_the_words_that_say_so(stocked: Program) -> None:
    document = next(found for found in documents(stocked) if "三年行动" in found["title"])
    found = stocked.json("validity", document["id"])
    text = stocked.json("show", document["id"], "--format", "json")["text"]
    start, end = found["ends"]["range"]
    assert (found["ends"]["date"], found["ends"]["counted"], found["repealed"]) == ("2027-12-31", False, None)
    assert found["begins"]["date"] == document["date"]
    assert "".join(text[start:end].split()) == "".join(found["ends"]["evidence"].split())
    shown = stocked.run("validity", document["id"]).out
    assert "依据本库推定" in shown
    assert found["ends"]["evidence"] in shown
    silent = next(found for found in documents(stocked) if "任免职" in found["title"])
    assert stocked.json("validity", silent["id"])["standing"] == "unknown"


def test_duties_are_listed_with_their_clauses(stocked: Program) -> None:
    document = next(found for found in documents(stocked) if "三年行动" in found["title"])
    found = stocked.json("duties", document["id"])["duties"]
    text = stocked.json("show", document["id"], "--format", "json")["text"]
    canteens = next(row for row in found if "社区食堂" in row["task"])
    assert (canteens["address"], canteens["units"]) == ("第二部分第（二）项第2点", ["市民政局", "市商务局"])
    assert "社区食堂" in text[slice(*canteens["range"])]
    assert "市商务局" in stocked.run("duties", document["id"]).out
    silent = next(found for found in documents(stocked) if "任免职" in found["title"])
    assert stocked.json("duties", silent["id"])["duties"] == []


def test_gaps_between_what_is_held_are_listed(program: Program, tmp_path: Path) -> None:
    notice = ("云汀市人民政府\n关于修桥的通知\n云政发〔2025〕{0}号\n\n各县：\n请修好第{0}桥。\n\n"
              "云汀市人民政府\n2025年3月{0}日\n")
    folder = tmp_path / "issues"
    folder.mkdir()
    for number in (1, 2, 5):
        (folder / f"{number}.txt").write_text(notice.format(number), encoding="utf-8")
    assert program.run("import", folder).status == 0
    found = program.json("gaps")
    assert found["numbers"] == [
        {"prefix": "云政发", "year": 2025, "held": 3, "first": 1, "last": 5, "missing": [[3, 4]]}]
    assert "3—4" in program.run("gaps").out


def _articles(program: Program, document_id: str) -> list[dict[str, Any]]:
    blocks = program.json("show", document_id, "--format", "json")["blocks"]
    return [block for block in blocks if block["label"].startswith("第") and block["label"].endswith("条")]


def test_reindex_counts_documents_and_search_goes_on(program: Program, sample: Path) -> None:
    program.json("import", sample)
    assert program.json("reindex")["documents"] == 3
    assert program.json("search", "云汀市")["total"] == 3


def test_search_finds_everything_without_an_index(program: Program, sample: Path) -> None:
    import shutil

    program.json("import", sample)
    shutil.rmtree(program.library / "index")
    assert program.json("search", "云汀市")["total"] == 3
    check = program.run("check", "--json")
    assert check.status == 3
    assert {finding["code"] for finding in check.json["findings"]} >= {"check.step"}
    program.json("reindex")
    assert program.json("check") == {"ok": True, "findings": []}


def test_an_issue_is_removed_and_comes_back_by_another_import(stocked: Program, sample: Path) -> None:
    (issue,) = stocked.json("documents")["issues"]
    stocked.json("annotate", issue["documents"][0]["id"], "--note", "留着")
    assert stocked.json("remove", issue["id"]) == {"removed": [issue["id"]], "annotations_without_text": 1}
    assert stocked.json("documents")["issues"] == []
    assert stocked.json("annotations")["annotations"][0]["state"] == "orphan"
    assert stocked.json("import", sample)["files"][0]["status"] == "imported"
    assert stocked.json("documents")["issues"] == [issue]
    assert stocked.json("annotations")["annotations"][0]["state"] == "exact"


def test_removing_what_is_not_there_fails_as_a_whole(stocked: Program) -> None:
    (issue,) = stocked.json("documents")["issues"]
    done = stocked.run("remove", issue["id"], "inobody", "--json")
    assert (done.status, done.json["error"]) == (2, "issue.unknown")
    assert len(stocked.json("documents")["issues"]) == 1
