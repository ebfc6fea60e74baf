"""Rows of the list of annotations: what is read out, and rows that come and go one by one."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, Anchor, AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.document import DocumentFacts
from ui.models.annotation_groups import Group
from ui.models.annotations_model import AnnotationsModel

DAY = "2025-06-15T04:00:00.000Z"
DOCUMENTS = {"d": DocumentFacts("k", "关于修桥的通知")}


def placed(name: str, note: str = "") -> PlacedAnnotation:
    anchor = Anchor(0, 4, "修好古桥", address="第三条第二款")
    one = Annotation(name, "k", "", anchor, "期限", DAY, DAY, note=note, tags=("安全/桥",))
    return PlacedAnnotation(one, "d", Placement(AnchorState.UNCERTAIN, 0, 4))


def shown(model: AnnotationsModel) -> list[str]:
    rows = (model.placed(model.index(row)) for row in range(model.rowCount()))
    return [one.annotation.id if one is not None else "#" for one in rows]


def test_a_row_is_read_out_in_words(qtbot: QtBot) -> None:  # noqa: ARG001 - there must be an application
    model = AnnotationsModel()
    model.show([Group("六月", (placed("a", "年底以前"),))], DEFAULT_STYLES, DOCUMENTS)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "六月，1 条"
    assert str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)).split("\n") == [
        "期限", "关于修桥的通知", "第三条第二款", "修好古桥", "年底以前", "#安全/桥", "位置待确认，请核对"]


@pytest.mark.parametrize("seed", range(8))
def test_rows_come_and_go_as_qt_demands(qtbot: QtBot, seed: int) -> None:  # noqa: ARG001 - there must be an application
    model = AnnotationsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rng = random.Random(seed)
    names = [str(number) for number in range(30)]
    for _ in range(20):
        chosen = sorted(rng.sample(names, rng.randrange(len(names))), key=int)
        model.show([Group("", tuple(placed(name) for name in chosen))], DEFAULT_STYLES, DOCUMENTS)
        assert shown(model) == chosen
        assert [model.index_of(name).row() for name in chosen] == list(range(len(chosen)))


def test_a_row_that_comes_leaves_the_others_where_they_are(qtbot: QtBot) -> None:
    model = AnnotationsModel()
    model.show([Group("", (placed("a"), placed("c")))], DEFAULT_STYLES, DOCUMENTS)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as came:
        model.show([Group("", (placed("a"), placed("b"), placed("c")))], DEFAULT_STYLES, DOCUMENTS)
    assert came.args[1:] == [1, 1]
