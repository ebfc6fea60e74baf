"""The library tree: its shape, its filter, its order, what it says of documents."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reader.model.document import IssueFacts
from reader.services.shelf import Listed, Marks, Noted, Shelf
from ui.models.library_model import (
    CORRECTED_ROLE,
    COUNT_ROLE,
    DETAIL_ROLE,
    NOTED_ROLE,
    UNREAD_ROLE,
    LibraryModel,
)
from ui.models.library_order import Narrowing, TreeOrder, fold_shelf, without_issuer
from ui.models.library_tree import NodeKind

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def facts(number: int, title: str = "", section: str = "", issue: str = "i", date: str | None = None,
          corrected: bool = False) -> Listed:
    title = title or f"关于第{number}件事的通知"
    return Listed(f"d{issue}-{number}", issue, f"k{issue}-{number}", title, "云政发", 2025, str(number),
                  f"云政发〔2025〕{number}号", "云汀市人民政府", "", section, date, "通知", int(corrected))


def issue(name: str, year: int | None = 2025, number: int | None = 1,
          publisher: str | None = "云汀市人民政府") -> IssueFacts:
    return IssueFacts(title="公报", publisher=publisher, year=year, number=number, id=name, source_name=f"{name}.txt")


def shelf(*issues: tuple[IssueFacts, Sequence[Listed]], marks: Marks | None = None) -> Shelf:
    rows = {one.id: found for one, found in issues}
    everything = [one for _, found in issues for one in found]
    return Shelf(tuple(one for one, _ in issues), {name: [one.id for one in found] for name, found in rows.items()},
                 marks or Marks(), lambda name: everything if name is None else rows[name])


SHELF = shelf(
    (issue("a", 2024, 6), [facts(1, section="市政府文件", issue="a"), facts(2, section="人事任免", issue="a")]),
    (issue("b", 2025, 1), [facts(3, issue="b")]),
    (issue("c", 2025, 2), [facts(4, "关于夜市的意见", "市政府文件", "c")]),
    (issue("d", None, None, None), [facts(5, "单篇的方案", issue="d")]),
    (issue("e", 2025, None), [facts(6, issue="e"), facts(7, issue="e")]),
)


@pytest.fixture
def model(qapp: QApplication) -> LibraryModel:  # noqa: ARG001 - Qt must be there
    model = LibraryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_shelf(SHELF)
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
        # Nobody knows which issue this is.
        ["未识别期次", ["公报", "关于第6件事的通知", "关于第7件事的通知"]],
        # A file that is no issue and holds one document is that document.
        ["单篇文件", "单篇的方案"],
    ]


def test_issues_nobody_knows_say_what_to_do(model: LibraryModel) -> None:
    assert "更正期次信息" in model.index(1, 0).data(DETAIL_ROLE)


def test_what_is_inside_an_issue_is_made_when_somebody_looks(qapp: QApplication) -> None:  # noqa: ARG001
    model = LibraryModel()
    model.set_shelf(SHELF)
    top = model.index(0, 0)
    newest = model.index(0, 0, model.index(0, 0, top))
    assert (newest.data(), newest.data(COUNT_ROLE), model.hasChildren(newest)) == ("第2期", 1, True)
    assert model.node(newest).children == []
    assert model.rowCount(newest) == 1
    assert model.node(newest).children != []


def test_oldest_issues_come_first_where_that_is_wanted(model: LibraryModel) -> None:
    model.set_order(TreeOrder(newest_first=False))
    years = model.index(0, 0)
    assert [model.index(row, 0, years).data() for row in range(2)] == ["2024年", "2025年"]
    second = model.index(1, 0, years)
    assert [model.index(row, 0, second).data() for row in range(2)] == ["第1期", "第2期"]


def test_publishers_stand_by_name_or_by_count(model: LibraryModel) -> None:
    few = (issue("x", publisher="安澜市人民政府"), [facts(1, issue="x")])
    many = (issue("y", publisher="望海市人民政府"), [facts(n, issue="y") for n in range(3)])
    model.set_shelf(shelf(few, many))
    assert [model.index(row, 0).data() for row in range(2)] == ["安澜市人民政府", "望海市人民政府"]
    model.set_order(TreeOrder(publishers="count"))
    assert [model.index(row, 0).data() for row in range(2)] == ["望海市人民政府", "安澜市人民政府"]


@pytest.mark.parametrize(("order", "numbers"), [
    ("reading", [10, 2, 1]), ("date", [1, 10, 2]), ("number", [1, 2, 10]), ("title", [10, 1, 2])])
def test_documents_of_an_issue_stand_in_the_order_wished_for(
        model: LibraryModel, order: str, numbers: list[int]) -> None:
    inside = [facts(10, "关于丙的通知", "一", "i", "2025-02-01"), facts(1, "关于丁的通知", "二", "i", "2025-01-01"),
              facts(2, "关于乙的通知", "一", "i", None)]
    model.set_shelf(shelf((issue("i"), inside)))
    model.set_order(TreeOrder(documents=order))
    assert [int(one.rpartition("-")[2]) for one in model.shown_ids()] == numbers
    # Sections are an order too: beside another one they would tear it apart.
    assert isinstance(rows(model)[0][1][1][1], list) is (order == "reading")  # type: ignore[index]  # nested lists


def test_a_filter_keeps_documents_that_hold_all_words(model: LibraryModel) -> None:
    model.narrow(Narrowing("意见 2025"))
    assert rows(model) == [["云汀市人民政府", ["2025年", ["第2期", ["市政府文件", "关于夜市的意见"]]]]]
    model.narrow(Narrowing())
    assert model.document_count == 7


@pytest.mark.parametrize("typed", ["云政发〔2025〕3号", "云政发[2025]3号", "云政发 2025 3", "云政发3", "云政发3号"])
def test_a_filter_finds_numbers_with_any_brackets(model: LibraryModel, typed: str) -> None:
    model.narrow(Narrowing(typed))
    assert "db-3" in model.shown_ids()


def test_a_filter_finds_the_same_in_words_prepared_elsewhere(model: LibraryModel) -> None:
    model.set_folded(fold_shelf(SHELF))
    model.narrow(Narrowing("夜市"))
    assert model.shown_ids() == ["dc-4"]


def test_what_a_filter_found_outside_the_title_stands_in_the_second_line(model: LibraryModel) -> None:
    model.narrow(Narrowing("夜市"))
    assert model.index_of("dc-4").data(DETAIL_ROLE) == "云政发〔2025〕4号"
    model.narrow(Narrowing("夜市 市政府文件"))
    assert model.index_of("dc-4").data(DETAIL_ROLE) == "云政发〔2025〕4号 · 市政府文件"


def test_documents_are_narrowed_to_what_is_unread_noted_or_tagged(model: LibraryModel) -> None:
    model.set_marks(Marks(read=frozenset({"db-3"}), noted={
        "da-1": Noted(2, frozenset({"安全/责任"})), "da-2": Noted(1, frozenset({"期限"}))}))
    model.narrow(Narrowing(unread=True))
    assert "db-3" not in model.shown_ids()
    model.narrow(Narrowing(noted=True))
    assert model.shown_ids() == ["da-1", "da-2"]
    model.narrow(Narrowing(tag="安全"))
    assert model.shown_ids() == ["da-1"]


def test_a_document_is_found_by_its_id_unless_the_filter_hides_it(model: LibraryModel) -> None:
    assert model.index_of("dc-4").data() == "关于夜市的意见"
    model.narrow(Narrowing("通知"))
    assert not model.index_of("dc-4").isValid()


def test_folders_tell_how_many_documents_they_hold_and_how_many_are_unread(model: LibraryModel) -> None:
    top = model.index(0, 0)
    assert (top.data(COUNT_ROLE), top.data(UNREAD_ROLE)) == (4, 4)
    assert model.node(top).kind is NodeKind.PUBLISHER
    model.set_marks(Marks(read=frozenset({"dc-4", "da-1"})))
    assert (top.data(COUNT_ROLE), top.data(UNREAD_ROLE)) == (4, 2)
    assert model.index_of("dc-4").data(UNREAD_ROLE) == 0
    assert model.index_of("dc-4").parent().data(UNREAD_ROLE) == 0


def test_marks_that_change_are_told_to_every_view(model: LibraryModel) -> None:
    index = model.index_of("dc-4")
    told: list[tuple[QModelIndex, QModelIndex]] = []
    model.dataChanged.connect(lambda first, last, _: told.append((first, last)))
    model.set_marks(Marks(read=frozenset({"dc-4"})))
    assert any(first.parent() == index.parent() and first.row() <= index.row() <= last.row() for first, last in told)
    assert any(not first.parent().isValid() for first, last in told)


def test_annotations_and_corrections_are_marked(model: LibraryModel) -> None:
    model.set_marks(Marks(noted={"db-3": Noted(3, frozenset({"期限"}))}, corrected=frozenset({"b"})))
    index = model.index_of("db-3")
    assert (index.data(NOTED_ROLE), index.data(CORRECTED_ROLE)) == (3, False)
    assert index.parent().data(CORRECTED_ROLE)
    model.set_shelf(shelf((issue("b"), [facts(3, issue="b", corrected=True)])))
    assert model.index_of("db-3").data(CORRECTED_ROLE)


def test_a_screen_reader_is_told_kind_unread_and_counts(model: LibraryModel) -> None:
    model.set_marks(Marks(read=frozenset({"db-3"}), noted={"db-3": Noted(3, frozenset({"期限"}))}))
    assert model.index(0, 0).data(ACCESSIBLE) == "机关, 云汀市人民政府, 4 篇, 3 篇未读"
    assert model.index_of("dc-4").data(ACCESSIBLE).endswith("云汀市人民政府, 未读")
    told = model.index_of("db-3").data(ACCESSIBLE)
    assert told.startswith("公文, 关于第3件事的通知, 云政发〔2025〕3号")
    assert told.endswith("已读, 3 条标注, 标签：期限")


def test_a_document_shows_its_number(model: LibraryModel) -> None:
    assert model.index_of("dc-4").data(DETAIL_ROLE) == "云政发〔2025〕4号"
    assert "云政发〔2025〕4号" in model.index_of("dc-4").data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_chosen_is_counted_once_in_the_trees_order(model: LibraryModel) -> None:
    document, publisher = model.index_of("da-2"), model.index(0, 0)
    assert model.ids_under([document, publisher]) == ("dc-4", "db-3", "da-1", "da-2")
    assert model.ids_under([document, model.index_of("dc-4")]) == ("dc-4", "da-2")


def test_issues_are_chosen_by_themselves_or_from_above_but_not_by_a_document(model: LibraryModel) -> None:
    assert [one.id for one in model.issues_under([model.index(0, 0)])] == ["c", "b", "a"]
    assert [one.id for one in model.issues_under([model.index_of_issue("b"), model.index(0, 0)])] == ["b", "c", "a"]
    assert model.issues_under([model.index_of("dc-4"), model.index_of("dc-4").parent()]) == ()
    # A single file is both.
    assert [one.id for one in model.issues_under([model.index_of("dd-5")])] == ["d"]


def test_paths_name_nodes_across_reloads(model: LibraryModel) -> None:
    path = model.node(model.index(0, 0, model.index(0, 0))).path
    model.set_shelf(shelf((issue("z", 2025, 9), [facts(9, issue="z")])))
    assert [index.data() for index in model.indexes_of({path})] == ["2025年"]


def test_paths_lead_into_issues_nobody_has_looked_into(qapp: QApplication) -> None:  # noqa: ARG001
    model = LibraryModel()
    model.set_shelf(SHELF)
    index = model.index_of("dc-4").parent()
    paths = {model.node(found).path for found in (index, index.parent())}
    model.set_shelf(SHELF)
    assert [found.data() for found in model.indexes_of(paths)] == ["第2期", "市政府文件"]


@pytest.mark.usefixtures("qapp")
def test_fifteen_thousand_documents_are_listed_and_filtered() -> None:
    model = LibraryModel()
    model.set_shelf(shelf(*(
        (issue(str(n), 2000 + n % 25, n // 25 + 1), [facts(i, issue=str(n)) for i in range(15)]) for n in range(1000))))
    assert model.document_count == 15_000
    model.narrow(Narrowing("第7件"))
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
    assert without_issuer(title, ("云汀市人民政府",)) == short
