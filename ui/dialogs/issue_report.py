"""The import report of one issue as a window of its own: what to look at, the text that was made, and the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.correction import Correction
from reader.model.document import BlockKind, Document, DocumentFacts, Issue, Matter
from ui.models.report_entries import Group, ReportEntry, counts
from ui.models.report_model import ReportModel
from ui.models.source_places import SourcePlace, lines_of_offset, part_of, place_of_line
from ui.panels.clamped_label import ClampedLabel
from ui.panels.report_delegate import ReportDelegate
from ui.panels.source_view import SourceView
from ui.text.view import DocumentView

WIDTHS = (330, 500, 480)


@dataclass(frozen=True, slots=True)
class IssueReport:
    """What the window shows: an issue, the entries of its report, the lines of its original ((): it is gone), and the
    corrections made in it."""

    issue: Issue
    entries: tuple[ReportEntry, ...]
    lines: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()


class IssueReportWindow(QDialog):
    """Not modal: one reads on, corrects, and comes back.

    Signals:
        openWanted: document id, start, end: show this place in the main window.
        withdrawWanted: id of the issue and a tuple of its corrections.
        menuRequested: an empty menu to fill, document id, offset: what can be corrected there.
    """

    openWanted = Signal(str, int, int)
    withdrawWanted = Signal(str, object)
    menuRequested = Signal(object, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issueReport")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("导入报告"))
        self.resize(1310, 690)
        self.model = ReportModel(self)
        self._report: IssueReport | None = None
        self._part = -1
        self._place: SourcePlace | None = None
        self._build()
        self._lay_out()

    # What is shown

    @property
    def issue_id(self) -> str:
        """Id of the issue shown, "" before there is one."""
        return self._report.issue.facts.id if self._report is not None else ""

    @property
    def document_id(self) -> str:
        """Id of the document in the middle, "" for what stands between documents."""
        part = self._report.issue.parts[self._part] if self._report is not None and self._part >= 0 else None
        return part.facts.id if isinstance(part, Document) else ""

    def show_report(self, report: IssueReport, group: Group | None = None) -> None:
        """Show a report; of the issue shown already, the place stays.

        Args:
            group: entries to show first; None leaves the choice as it is.
        """
        again = self._report is not None and report.issue.facts.id == self.issue_id
        line = self.source.line
        self._report = report
        facts = report.issue.facts
        self.setWindowTitle(self.tr("导入报告：{name}").format(name=facts.source_name))
        number = self.tr(" {year}年第{number}期").format(year=facts.year, number=facts.number) if facts.number else ""
        documents = self.tr("{count} 篇公文").format(count=len(report.issue.documents))
        self.about.setText(f"{facts.title}{number}　{documents}")
        if report.lines:
            self.source_title.set_parts((self.tr("原文　{name}").format(name=facts.source_name),))
        else:
            self.source_title.set_parts((self.tr("原文不在了；把原文件再导入一次即可补上"),))
        self.source_title.setToolTip(facts.source_name)
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show(report.entries)
        self._tell_counts(report.entries)
        self.source.show_lines(report.lines)
        self._part = -1
        if group is not None:
            self._buttons[group].setChecked(True)
            self._on_group()
        if again and line:
            self.show_line(line)
        elif self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        elif report.issue.parts:
            self._show_place(SourcePlace(0, 0, 0))
        self._tell_empty()

    def show_document(self, document_id: str, offset: int = 0) -> None:
        """Show a place of a document (code points) and where it comes from."""
        part = part_of(self._report.issue, document_id) if self._report is not None else -1
        if part >= 0 and self._report is not None:
            self._show_place(SourcePlace(part, offset, offset))
            self.source.show_line(*lines_of_offset(self._report.issue.parts[part].blocks, offset))

    def choose_line(self, line: int) -> None:
        """Choose the first entry of a line of the source; without one, show the line."""
        row = self.model.row_of_line(line)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.show_line(line)

    def show_line(self, line: int, wanted: str = "") -> None:
        """Show a line of the source and what came of it."""
        place = place_of_line(self._report.issue, line, wanted) if self._report is not None else None
        last = line
        if place is not None and self._report is not None:
            first, end = lines_of_offset(self._report.issue.parts[place.part].blocks, place.start)
            last = end if first == line else line
            self._show_place(place)
        self.source.show_line(line, last)

    def _show_place(self, place: SourcePlace) -> None:
        if self._report is None:
            return
        self._place = place
        part = self._report.issue.parts[place.part]
        if place.part != self._part:
            self._part = place.part
            document = part if isinstance(part, Document) else self._as_document(part)
            self.view.show_document(document)
            self.view_title.set_parts((self.tr("识别结果　{title}").format(title=document.facts.title),))
            self.view_title.setToolTip(document.facts.title)
            self.open_button.setEnabled(isinstance(part, Document))
        marked = place.end > place.start
        self.view.set_hits([(place.start, place.end)] if marked else [])
        self.view.goto(place.start, place.end if marked else None, flash=False)

    def _as_document(self, matter: Matter) -> Document:
        kinds = {block.kind for block in matter.blocks}
        if BlockKind.CONTENTS in kinds:
            title = self.tr("（目录）")
        elif BlockKind.BACK in kinds:
            title = self.tr("（封底）")
        elif BlockKind.SECTION in kinds:
            title = self.tr("（栏目名）")
        else:
            title = self.tr("（封面和编辑信息）")
        return Document(DocumentFacts("", title), matter.text, matter.blocks)

    # Widgets

    def _build(self) -> None:
        self.about = QLabel(self)
        self.about.setObjectName("reportAbout")
        self.about.setWordWrap(True)
        font = self.about.font()
        font.setBold(True)
        self.about.setFont(font)
        self._group = QButtonGroup(self)
        self._buttons: dict[Group | None, QToolButton] = {}
        for group in (None, *Group):
            button = QToolButton(self)
            button.setObjectName(f"reportGroup_{group.value if group is not None else 'all'}")
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[group] = button
        self._buttons[None].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self._on_group())
        self.list = QListView(self)
        self.list.setObjectName("reportList")
        self.list.setAccessibleName(self.tr("报告条目"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReportDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(200)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_list_menu)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_current)
        self.list.activated.connect(lambda _: self._open())
        self.empty = QLabel(self)
        self.empty.setObjectName("reportEmpty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("muted", True)
        self.empty.setMargin(20)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.withdraw = QPushButton(self.tr("撤回这条更正(&W)"), self)
        self.withdraw.setObjectName("reportWithdraw")
        self.withdraw.setAutoDefault(False)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.withdraw.hide()
        self.view_title = ClampedLabel(1, "reportViewTitle", self)
        self.open_button = QPushButton(self.tr("在主窗口打开(&O)"), self)
        self.open_button.setObjectName("reportOpen")
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        self.view = DocumentView(self)
        self.view.setAccessibleName(self.tr("识别结果"))
        self.view.contextMenuRequested.connect(self._on_text_menu)
        self.source_title = ClampedLabel(1, "reportSourceTitle", self)
        self.source = SourceView(self)
        self.source.lineChosen.connect(self.show_line)
        QShortcut(QKeySequence("F3"), self, lambda: self._step(1))
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self._step(-1))

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.about)
        groups = QGridLayout()
        groups.setSpacing(2)
        for number, button in enumerate(self._buttons.values()):
            groups.addWidget(button, 0, number)
        groups.setColumnStretch(len(self._buttons), 1)
        column.addLayout(groups)
        column.addWidget(self.stack, 1)
        column.addWidget(self.withdraw)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._titled(self.view_title, self.view, self.open_button))
        self.splitter.addWidget(self._titled(self.source_title, self.source))
        self.splitter.setSizes(list(WIDTHS))
        for number in range(3):
            self.splitter.setCollapsible(number, False)
            self.splitter.setStretchFactor(number, int(number > 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.splitter)
        self.list.setFocus()

    def _titled(self, title: ClampedLabel, below: QWidget, *beside: QWidget) -> QWidget:
        pane = QWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addStrut(self.open_button.sizeHint().height())
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in beside:
            row.addWidget(widget)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(below, 1)
        return pane

    def _tell_counts(self, found: Sequence[ReportEntry]) -> None:
        number = counts(found)
        texts = {
            None: self.tr("全部 {count}"),
            Group.DOUBT: self.tr("疑点 {count}"),
            Group.CORRECTION: self.tr("更正 {count}"),
            Group.REPAIR: self.tr("修复 {count}"),
            Group.REMOVAL: self.tr("删去 {count}"),
        }
        for group, button in self._buttons.items():
            button.setText(texts[group].format(count=len(found) if group is None else number[group]))

    def _tell_empty(self) -> None:
        texts = {
            None: self.tr("这期公报识别顺利：没有疑点，也没有删改过一个字。"),
            Group.DOUBT: self.tr("没有疑点。"),
            Group.CORRECTION: self.tr("还没有更正。\n\n在中间的识别结果里点右键，可以拆分、合并、改标题。"),
            Group.REPAIR: self.tr("没有修复过文字。"),
            Group.REMOVAL: self.tr("没有删去任何文字。"),
        }
        self.empty.setText(texts[self._chosen()])
        self.stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)

    def _chosen(self) -> Group | None:
        return next(group for group, button in self._buttons.items() if button.isChecked())

    # What the user does

    def _on_group(self) -> None:
        chosen = self._chosen()
        self.model.set_groups(frozenset(Group) if chosen is None else frozenset((chosen,)))
        self._tell_empty()
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.withdraw.setVisible(self._correction() != "")

    def _on_current(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is not None:
            self.show_line(entry.line, entry.wanted)
        self.withdraw.setVisible(self._correction() != "")

    def _correction(self) -> str:
        entry = self.model.entry(self.list.currentIndex())
        return entry.correction if entry is not None else ""

    def _on_withdraw(self) -> None:
        chosen = self._correction()
        if chosen and self._report is not None:
            found = tuple(one for one in self._report.corrections if one.id == chosen)
            self.withdrawWanted.emit(self.issue_id, found)

    def _on_list_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        entry = self.model.entry(index)
        if entry is None:
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.correction:
            menu.addAction(self.tr("撤回这条更正(&W)"), self._on_withdraw)
        elif self.document_id and self._place is not None:
            self.menuRequested.emit(menu, self.document_id, self._place.start)
        if not menu.isEmpty():
            menu.addSeparator()
        if self.document_id:
            menu.addAction(self.tr("在主窗口打开(&O)"), self._open)
        if not menu.isEmpty():
            menu.popup(self.list.viewport().mapToGlobal(point))

    def _on_text_menu(self, point: QPoint) -> None:
        if not self.document_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menuRequested.emit(menu, self.document_id, self.view.caret())
        menu.addSeparator()
        menu.addAction(self.tr("对照原文"), self._show_source)
        menu.popup(point)

    def _show_source(self) -> None:
        if self._report is not None and self._part >= 0:
            blocks = self._report.issue.parts[self._part].blocks
            self.source.show_line(*lines_of_offset(blocks, self.view.caret()))

    def _open(self) -> None:
        if self.document_id and self._place is not None:
            self.openWanted.emit(self.document_id, self._place.start, max(self._place.end, self._place.start))

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
