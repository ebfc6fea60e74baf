"""The library tree: its shape, its filter, its titles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reader.model.document import DocumentFacts, IssueFacts
from reader.model.number import DocumentNumber
from ui.models.library_model import DETAIL_ROLE, LibraryModel
from ui.models.library_tree import NodeKind, short_title


def facts(number: int, title: str = "", section: str = "", issue: str = "i") -> DocumentFacts:
    return DocumentFacts(
        key=f"k{issue}-{number}",
        title=title or f"关于第{number}件事的通知",
        section=section,
        ordinal=number,
        id=f"d{issue}-{number}",
        issue_id=issue,
        number=DocumentNumber("云政发", 2025, str(number), f"云政发〔2025〕{number}号"),
        issuers=("云汀市人民政府",),
    )


def issue(
    name: str, year: int | None = 2025, number: int | None = 1, publisher: str | None = "云汀市人民政府"
) -> IssueFacts:
    return IssueFacts(title="公报", publisher=publisher, year=year, number=number, id=name, source_name=f"{name}.txt")


@pytest.fixture
def model(qapp: QApplication) -> LibraryModel:  # noqa: ARG001 - Qt must be there
    model = LibraryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_issues(
        [
            (issue("a", 2024, 6), [facts(1, section="市政府文件", issue="a"), facts(2, section="人事任免", issue="a")]),
            (issue("b", 2025, 1), [facts(3, issue="b")]),
            (issue("c", 2025, 2), [facts(4, "关于夜市的意见", "市政府文件", "c")]),
            (issue("d", None, None, None), [facts(5, "单篇的方案", issue="d")]),
        ]
    )
    return model


def rows(model: LibraryModel, parent: QModelIndex | None = None) -> list[object]:
    """The texts of the tree as nested lists."""
    above = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        below = rows(model, index)
        found.append([index.data(), *below] if below else index.data())
    return found


def test_issues_stand_under_publisher_and_year_newest_first(model: LibraryModel) -> None:
    assert rows(model) == [
        [
            "云汀市人民政府",
            ["2025年", ["第2期", ["市政府文件", "关于夜市的意见"]], ["第1期", "关于第3件事的通知"]],
            ["2024年", ["第6期", ["市政府文件", "关于第1件事的通知"], ["人事任免", "关于第2件事的通知"]]],
        ],
        # A file that is no issue and holds one document is that document.
        ["其他文件", "单篇的方案"],
    ]


def test_a_filter_keeps_documents_that_hold_all_words(model: LibraryModel) -> None:
    model.set_filter("意见 2025")
    assert rows(model) == [["云汀市人民政府", ["2025年", ["第2期", ["市政府文件", "关于夜市的意见"]]]]]
    model.set_filter("")
    assert model.document_count == 5


def test_a_filter_finds_numbers_as_printed(model: LibraryModel) -> None:
    model.set_filter("云政发〔2025〕3号")
    assert model.document_count == 1


def test_a_document_is_found_by_its_id_unless_the_filter_hides_it(model: LibraryModel) -> None:
    assert model.index_of("dc-4").data() == "关于夜市的意见"
    model.set_filter("通知")
    assert not model.index_of("dc-4").isValid()


def test_folders_tell_how_many_documents_they_hold(model: LibraryModel) -> None:
    assert model.node(model.index(0, 0)).count == 4
    assert model.node(model.index(0, 0)).kind is NodeKind.PUBLISHER


def test_a_document_shows_its_number(model: LibraryModel) -> None:
    assert model.index_of("dc-4").data(DETAIL_ROLE) == "云政发〔2025〕4号"
    assert "云政发〔2025〕4号" in model.index_of("dc-4").data(Qt.ItemDataRole.ToolTipRole)


def test_paths_name_nodes_across_reloads(model: LibraryModel) -> None:
    path = model.node(model.index(0, 0, model.index(0, 0))).path
    model.set_issues([(issue("z", 2025, 9), [facts(9, issue="z")])])
    assert [index.data() for index in model.indexes_of({path})] == ["2025年"]


@pytest.mark.usefixtures("qapp")
def test_fifteen_thousand_documents_are_listed_and_filtered() -> None:
    model = LibraryModel()
    model.set_issues(
        [(issue(str(n), 2000 + n % 25, n // 25), [facts(i, issue=str(n)) for i in range(15)]) for n in range(1000)]
    )
    assert model.document_count == 15_000
    model.set_filter("第7件")
    assert model.document_count == 1000


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("云汀市人民政府关于夜市的通知", "关于夜市的通知"),
        ("关于夜市的通知", "关于夜市的通知"),
        ("云汀市人民政府令", "云汀市人民政府令"),
    ],
)
def test_a_title_is_shown_without_its_issuer(title: str, short: str) -> None:
    assert short_title(facts(1, title)) == short
