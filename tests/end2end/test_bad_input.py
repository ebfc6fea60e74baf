"""What goes wrong outside the program: bad files, libraries that cannot be used, full disks, kills."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from tests.end2end.command import Program


def fictional(number: int, paragraphs: int = 3) -> str:
    """An issue of a city that does not exist; each number gives another one."""
    words = random.Random(number)
    body = "".join(
        f"{words.choice('甲乙丙丁')}县应当在{words.randrange(1, 13)}月以前完成第{words.randrange(999)}项工作。\n"
        for _ in range(paragraphs))
    return (f"云汀市人民政府\n关于做好第{number}项工作的通知\n云政发〔2025〕{number}号\n\n各县（市、区）人民政府：\n"
            f"一、总体要求\n{body}\n云汀市人民政府\n2025年3月1日\n")


def write(folder: Path, name: str, content: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_with_bad_files_among_good_ones(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    good = [write(folder, f"good{number}.txt", fictional(number)) for number in (1, 2)]
    write(folder, "empty.txt", b"")
    write(folder, "blank.txt", " \r\n\t\n")
    write(folder, "binary.txt", bytes(range(256)) * 200)
    done = program.run("import", folder, "--json")
    assert done.status == 1
    files = {Path(file["path"]).name: file for file in done.json["files"]}
    assert {name: file["error"] for name, file in files.items()} == {
        "good1.txt": None, "good2.txt": None, "empty.txt": "file.empty", "blank.txt": "file.empty",
        "binary.txt": "file.binary"}
    assert all(file["message"] for file in files.values() if file["error"])
    assert len(program.json("documents")["issues"]) == len(good)
    plain = program.run("import", folder)
    assert plain.status == 1
    assert "empty.txt" in plain.out


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 500])
def test_a_bad_file_alone_fails(program: Program, tmp_path: Path, content: bytes) -> None:
    done = program.run("import", write(tmp_path / "x", "bad.txt", content), "--json")
    assert (done.status, done.json["files"][0]["status"]) == (1, "failed")


def test_a_folder_without_gazettes(program: Program, tmp_path: Path) -> None:
    write(tmp_path / "pictures", "a.png", b"\x89PNG")
    done = program.run("import", tmp_path / "pictures", "--json")
    assert (done.status, done.json["files"][0]["error"]) == (1, "folder.no_gazettes")


def test_a_path_that_is_not_there(program: Program, tmp_path: Path) -> None:
    done = program.run("import", tmp_path / "nothing.txt", "--json")
    assert (done.status, done.json["files"][0]["error"]) == (1, "file.missing")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; a unit test covers the message")
def test_an_unreadable_file(program: Program, tmp_path: Path) -> None:
    path = write(tmp_path / "x", "locked.txt", fictional(1))
    path.chmod(0)
    done = program.run("import", path, "--json")
    assert (done.status, done.json["files"][0]["error"]) == (1, "file.unreadable")


def test_a_folder_named_like_a_file_is_searched_through(program: Program, tmp_path: Path) -> None:
    write(tmp_path / "x.txt", "a.txt", fictional(1))
    assert len(program.json("import", tmp_path / "x.txt")["files"]) == 1


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_other_encodings_read_alike(program: Program, tmp_path: Path, encoding: str) -> None:
    text = fictional(7, paragraphs=40)
    program.json("import", write(tmp_path / "x", "a.txt", text.encode(encoding)))
    (issue,) = program.json("documents")["issues"]
    assert issue["documents"][0]["number"] == "云政发〔2025〕7号"
    shown = program.run("show", issue["id"]).out
    assert "".join(text.split()) == "".join(shown.split())


@pytest.mark.parametrize("name", ["library.db", "annotations.db"])
def test_a_library_of_a_newer_program(program: Program, sample: Path, name: str) -> None:
    program.json("import", sample)
    connection = sqlite3.connect(program.library / name)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (program.library / name).read_bytes()
    for words in (("documents",), ("import", sample), ("annotations",)):
        done = program.run(*words, "--json")
        assert (done.status, done.json["error"]) == (3, "library.newer")
        assert "99" in done.err
    assert (program.library / name).read_bytes() == before


def test_a_library_in_use(program: Program, sample: Path) -> None:
    from reader.services.library import Library
    from tests.building import FakeEngine

    program.json("import", sample)
    document_id = program.json("documents")["issues"][0]["documents"][0]["id"]
    with Library.open(program.library, FakeEngine):
        for words in (("import", sample), ("annotate", document_id, "--note", "x"), ("reindex",)):
            done = program.run(*words, "--json")
            assert (done.status, done.json["error"]) == (3, "library.in_use")
        assert len(program.json("documents")["issues"]) == 1
        assert program.json("search", "云汀市")["total"] == 3
    assert program.run("annotate", document_id, "--note", "x").status == 0


@pytest.mark.parametrize("name", ["library.db", "annotations.db"])
def test_a_broken_database(program: Program, sample: Path, name: str) -> None:
    program.json("import", sample)
    path = program.library / name
    path.write_bytes(b"\xff" * path.stat().st_size)
    for words in (("documents",), ("check",), ("annotations",)):
        done = program.run(*words, "--json")
        assert (done.status, done.json["error"]) == (3, "library.broken")
        assert name in done.err


def test_damage_inside_a_database_is_found_by_check(program: Program, sample: Path) -> None:
    program.json("import", sample)
    connection = sqlite3.connect(program.library / "library.db")
    connection.execute("UPDATE parts SET text = replace(text, '云汀', '临') WHERE document_id IS NOT NULL")
    connection.commit()
    connection.close()
    done = program.run("check", "--json")
    assert done.status == 3
    assert {"check.hash", "check.tiling", "check.conservation"} <= {found["code"] for found in done.json["findings"]}
    assert all(found["remedy"] for found in done.json["findings"])


def test_a_lost_original_is_found_by_check_and_mended_by_importing(program: Program, sample: Path) -> None:
    program.json("import", sample)
    for path in (program.library / "originals").rglob("*.txt"):
        path.unlink()
    done = program.run("check", "--json")
    assert (done.status, [found["code"] for found in done.json["findings"]]) == (3, ["original.missing"])
    program.json("import", sample)
    assert program.json("check")["ok"]


def test_a_path_where_no_folder_can_be(program: Program, tmp_path: Path) -> None:
    write(tmp_path / "x", "file", b"x")
    done = program.run("documents", "--library", tmp_path / "x" / "file" / "library", "--json")
    assert (done.status, done.json["error"]) == (3, "library.unreadable")


def no_large_files(size: int) -> None:
    """What a full disk does to a process: no file may grow beyond `size` bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_harms_nothing(program: Program, sample: Path, tmp_path: Path) -> None:
    program.json("import", sample)
    large = write(tmp_path / "x", "large.txt", fictional(8, paragraphs=10_000))
    done = program.run("import", large, "--json", before=lambda: no_large_files(400_000))
    assert (done.status, done.json["files"][0]["error"]) == (3, "disk.full")
    assert done.json["files"][0]["message"]
    assert len(program.json("documents")["issues"]) == 1
    assert not list(program.library.rglob("*.part"))
    assert program.json("check") == {"ok": True, "findings": []}
    assert program.json("import", large)["files"][0]["status"] == "imported"


def test_a_full_disk_keeps_the_export_that_was_there(program: Program, sample: Path, tmp_path: Path) -> None:
    program.json("import", sample)
    document_id = program.json("documents")["issues"][0]["documents"][0]["id"]
    program.json("annotate", document_id, "--note", "长" * 30_000)
    out = write(tmp_path / "x", "out.md", "以前的摘录")
    done = program.run("export", "--out", out, "--json", before=lambda: no_large_files(60_000))
    assert (done.status, done.json["error"]) == (3, "disk.full")
    assert [path.name for path in out.parent.iterdir()] == ["out.md"]
    assert out.read_text(encoding="utf-8") == "以前的摘录"


@pytest.mark.parametrize("delay", [0.25, 0.6, 1.0, 1.5])
def test_a_kill_during_import_leaves_a_library_that_opens(program: Program, tmp_path: Path, delay: float) -> None:
    folder = tmp_path / "issues"
    for number in range(1, 41):
        write(folder, f"{number:02}.txt", fictional(number, paragraphs=200))
    process = program.start("import", folder, "--json")
    # The moment matters, not an event: a kill comes when it comes.
    with pytest.raises(TimeoutError):
        wait_for_end(process.pid, delay)
    process.kill()
    # Its processes for parsing hold the other ends of the pipes: this returns when they too have ended.
    process.communicate(timeout=20)
    issues = program.json("documents")["issues"]
    assert all(program.run("show", issue["id"]).out for issue in issues)
    report = program.json("import", folder)
    assert sum(file["status"] == "unchanged" for file in report["files"]) == len(issues)
    assert {file["status"] for file in report["files"]} <= {"imported", "unchanged"}
    assert program.json("check") == {"ok": True, "findings": []}


def test_an_interrupted_import_keeps_what_is_finished_and_says_so(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    for number in range(1, 401):
        write(folder, f"{number:03}.txt", fictional(number, paragraphs=60))
    # Who runs the tests in the background of a shell has it ignored, and so have we.
    process = program.start("import", folder, "--json", before=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stderr is not None
    first = process.stderr.readline()  # the first progress: the import is under way
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1, first + err
    report = json.loads(out)
    assert report["cancelled"]
    assert len(report["files"]) < 400
    assert {file["status"] for file in report["files"]} <= {"imported"}
    assert len(program.json("documents")["issues"]) == len(report["files"])
    assert program.json("check")["ok"]


def wait_for_end(pid: int, seconds: float) -> None:
    """Wait until a child has ended, at most so long. Raises TimeoutError."""
    limit = time.monotonic() + seconds
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() > limit:
            raise TimeoutError
        os.sched_yield()
