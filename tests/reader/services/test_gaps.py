"""What is missing between what the library holds."""

from __future__ import annotations

from pathlib import Path

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.gaps import Series, issue_gaps, number_gaps, ranges_text
from reader.services.library import Library

ISSUE = """云汀市人民政府公报
2025年第{issue}期
云汀市人民政府办公室主办

目录
{contents}

{documents}
"""
DOCUMENT = """云汀市人民政府
关于修缮第{number}渡口的通知
云政发〔2025〕{number}号

各县（市、区）人民政府：
第{number}渡口年久失修，请于年底前修好。

云汀市人民政府
2025年3月{number}日
"""


def bring_in(library: Library, folder: Path, issue: int, numbers: list[int]) -> None:
    path = folder / f"{issue}.txt"
    contents = "\n".join(f"云汀市人民政府关于修缮第{one}渡口的通知（云政发〔2025〕{one}号）\t{at}"
                         for at, one in enumerate(numbers, 1))
    documents = "\n".join(DOCUMENT.format(number=one) for one in numbers)
    path.write_text(ISSUE.format(issue=issue, contents=contents, documents=documents), encoding="utf-8")
    file, = import_files.import_paths(library, [path], SilentJob()).files
    assert (file.error, file.documents) == (None, len(numbers))


def test_missing_issues_and_numbers_are_told_between_what_is_held(library: Library, tmp_path: Path) -> None:
    bring_in(library, tmp_path, 1, [2, 3])
    bring_in(library, tmp_path, 4, [5, 9])
    assert issue_gaps(library) == (Series("云汀市人民政府", 2025, 2, 1, 4, ((2, 3),)),)
    assert number_gaps(library) == (Series("云政发", 2025, 4, 2, 9, ((4, 4), (6, 8))),)


def test_what_is_complete_or_too_little_is_not_told(library: Library, tmp_path: Path) -> None:
    bring_in(library, tmp_path, 1, [2])
    bring_in(library, tmp_path, 2, [9])
    assert issue_gaps(library) == ()
    assert number_gaps(library) == ()


def test_ranges_in_words() -> None:
    assert ranges_text(((4, 4), (6, 8)), "、") == "4、6—8"
