"""What the panes say, in one voice: controllers listen here, whichever side of a split view has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance

from ui.panels.document_area import DocumentArea, DocumentSide

DEEDS = ("annotationActivated", "annotationMenuRequested", "contextMenuRequested", "linkActivated",
         "clauseTagRequested", "placeRequested", "documentNumberRequested", "rangeChangeRequested")  # fmt: skip
"""Signals of a view by which the user does something: they give its side the focus first."""

STATES = ("selectionChanged", "offsetChanged", "hitChanged")
"""Signals of a view that tell how it is: those of the side without the focus concern nobody here."""

HEAD_DEEDS = ("doubtsWanted", "correctionsWanted", "editionWanted", "comparisonWanted", "validityPlaceWanted")
"""The same of a head."""


class ActivePane(QObject):
    """The signals of the view and the head that have the focus (`ui.text.view`, `ui.panels.document_head`).

    Signals:
        findChanged: what is typed into the find bar.
        offsetBeside: a side without the focus was scrolled: its number and the offset.
    """

    selectionChanged = Signal(object)
    annotationActivated = Signal(str)
    annotationMenuRequested = Signal(str, QPoint)
    contextMenuRequested = Signal(QPoint)
    offsetChanged = Signal(int)
    linkActivated = Signal(object, object)
    hitChanged = Signal(int, int)
    clauseTagRequested = Signal(int, int, str)
    placeRequested = Signal(int, int)
    documentNumberRequested = Signal(str)
    rangeChangeRequested = Signal(str, int, int)
    doubtsWanted = Signal()
    correctionsWanted = Signal()
    editionWanted = Signal(str)
    comparisonWanted = Signal(str)
    validityPlaceWanted = Signal(str, int, int)
    findChanged = Signal(str)
    offsetBeside = Signal(int, int)

    def __init__(self, area: DocumentArea) -> None:
        super().__init__(area)
        self._area = area
        for side in area.sides:
            self._listen(side)
        area.sideAdded.connect(self._listen)

    def _listen(self, side: DocumentSide) -> None:
        at = self._area.sides.index(side)
        for name in DEEDS:
            self._connect(at, getattr(side.pane.view, name), getattr(self, name), deed=True)
        for name in HEAD_DEEDS:
            self._connect(at, getattr(side.pane.head, name), getattr(self, name), deed=True)
        for name in STATES:
            self._connect(at, getattr(side.pane.view, name), getattr(self, name), deed=False)
        self._connect(at, side.pane.find_bar.text.textChanged, self.findChanged, deed=False)
        side.pane.view.offsetChanged.connect(lambda offset: self._on_offset(at, offset))

    def _connect(self, at: int, source: SignalInstance, target: SignalInstance, *, deed: bool) -> None:
        def pass_on(*values: object) -> None:
            if deed:
                self._area.activate(at)
            if at == self._area.active:
                target.emit(*values)

        source.connect(pass_on)

    def _on_offset(self, at: int, offset: int) -> None:
        if at != self._area.active:
            self.offsetBeside.emit(at, offset)
