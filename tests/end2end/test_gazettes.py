"""The shared gazettes by the command line: every document, nothing lost, two editions of one document."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.command import Program

pytestmark = pytest.mark.corpus

COUNTS = {"000": 8, "001": 1, "003": 7, "004": 16}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, gazettes: Path) -> tuple[Program, dict[str, Any]]:
    """The four files imported: program and report."""
    program = Program(tmp_path_factory.mktemp("library") / "library", tmp_path_factory.mktemp("home"))
    report = program.json("import", *sorted(gazettes.glob("*.txt")))
    return program, report


def test_all_documents_are_there(archive: tuple[Program, dict[str, Any]]) -> None:
    program, report = archive
    assert {Path(file["path"]).name[:3]: file["documents"] for file in report["files"]} == COUNTS
    issues = program.json("documents")["issues"]
    assert {issue["source"][:3]: len(issue["documents"]) for issue in issues} == COUNTS


def test_titles_and_numbers_are_those_of_the_truth(archive: tuple[Program, dict[str, Any]],
                                                   gazettes: Path) -> None:
    program = archive[0]
    found = {issue["source"]: issue for issue in program.json("documents")["issues"]}
    for path in sorted((gazettes / "truth").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        listed = [(document["title"], document["number"]) for document in found[truth["file"]]["documents"]]
        assert listed == [(document["title"], document["number"]) for document in truth["documents"]]


def test_nothing_of_a_source_is_lost(archive: tuple[Program, dict[str, Any]], gazettes: Path) -> None:
    program, report = archive
    for file in report["files"]:
        expected = ink(Path(file["path"]).read_text(encoding="utf-8"))
        told = program.json("report", file["issue_id"])
        for removal in told["removals"]:
            expected.subtract(ink(removal["text"]))
        for repair in told["repairs"]:
            expected.subtract(ink(repair["before"]))
            expected.update(ink(repair["after"]))
        assert all(count >= 0 for count in expected.values())
        assert +expected == ink(program.run("show", file["issue_id"]).out)
    assert gazettes.is_dir()


def ink(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def test_the_library_checks_out(archive: tuple[Program, dict[str, Any]]) -> None:
    assert archive[0].json("check") == {"ok": True, "findings": []}


def test_one_document_in_two_files_is_two_editions_of_one_key(archive: tuple[Program, dict[str, Any]]) -> None:
    program = archive[0]
    keys = Counter(document["key"] for issue in program.json("documents")["issues"] for document in issue["documents"])
    assert [key for key, count in keys.items() if count == 2] == ["长政发〔2022〕56号"]


def test_a_file_that_is_no_issue_has_no_publisher(archive: tuple[Program, dict[str, Any]]) -> None:
    issue = next(found for found in archive[0].json("documents")["issues"] if found["source"].startswith("001"))
    assert (issue["publisher"], issue["year"], issue["number"]) == (None, None, None)
