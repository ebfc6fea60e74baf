"""Narrowing the list of annotations by when they were changed, and by whom."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit

from reader.services import annotate
from ui.controllers.desk import Desk
from ui.models.spans import Since
from ui.panels.annotations_panel import AnnotationsPanel


def mark(desk: Desk, words: str, day: datetime.date, author: str = "") -> str:
    """Mark words of the open document as if on a day; the annotation's id."""
    current = desk.reading.current
    assert current is not None
    start = current.document.text.index(words)
    made = annotate.create(desk.library, current.facts.id, start=start, end=start + len(words), author=author)
    noon = datetime.datetime.combine(day, datetime.time(12)).astimezone(datetime.UTC)
    moment = noon.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    annotate.save(desk.library, dataclasses.replace(made.annotation, modified=moment))
    return made.annotation.id


@pytest.fixture
def panel(desk: Desk) -> AnnotationsPanel:
    """The panel with an annotation of today, one of last week, and one of last year by another hand."""
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday())
    mark(desk, "汛期", today, "张三")
    mark(desk, "古桥", monday - datetime.timedelta(days=3), "张三")
    mark(desk, "总体要求", today - datetime.timedelta(days=400))
    desk.annotating.changed.emit("")
    desk.window.show_panel("annotations")
    panel = desk.window.side.annotations
    panel.filters.more.setChecked(True)
    return panel


def shown(panel: AnnotationsPanel) -> set[str]:
    return {str(panel.model.index(row).data()) for row in range(panel.model.rowCount())}


def choose(panel: AnnotationsPanel, since: Since) -> None:
    panel.filters.since_box.setCurrentIndex(panel.filters.since_box.findData(str(since)))


def test_the_notes_of_last_week_are_found(panel: AnnotationsPanel) -> None:
    assert shown(panel) == {"汛期", "古桥", "总体要求"}
    choose(panel, Since.LAST_WEEK)
    assert shown(panel) == {"古桥"}
    choose(panel, Since.TODAY)
    assert shown(panel) == {"汛期"}


def test_days_of_ones_own_are_typed(panel: AnnotationsPanel) -> None:
    filters = panel.filters
    assert not filters.first_day.isVisible()
    choose(panel, Since.CHOSEN)
    assert filters.first_day.isVisible()
    day = QDate.currentDate().addDays(-400)
    for edit in (filters.first_day, filters.last_day):
        edit.setSelectedSection(QDateTimeEdit.Section.YearSection)  # as Tab does
        QTest.keyClicks(edit, day.toString("yyyyMMdd"))
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert shown(panel) == {"总体要求"}


def test_annotations_of_one_author_are_found(panel: AnnotationsPanel) -> None:
    box = panel.filters.author_box
    assert [box.itemText(row) for row in range(box.count())] == ["作者：全部", "（未署名）", "张三"]
    box.setCurrentIndex(2)
    assert shown(panel) == {"汛期", "古桥"}
    box.setCurrentIndex(1)
    assert shown(panel) == {"总体要求"}


def test_hiding_the_filters_shows_everything_again(panel: AnnotationsPanel) -> None:
    choose(panel, Since.CHOSEN)
    panel.filters.author_box.setCurrentIndex(1)
    panel.filters.more.setChecked(False)
    assert shown(panel) == {"汛期", "古桥", "总体要求"}
