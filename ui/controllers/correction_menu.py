"""The menus and dialogs by which the user corrects what the importer found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.model.document import BlockKind, Document, DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.library import Library
from ui.actions import PARAGRAPH_KINDS
from ui.controllers.correcting import Correcting
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow

HEADING_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a document: where a menu was opened, or the caret is. `offset`: code points on its text."""

    document: Document
    offset: int

    @property
    def at_start(self) -> bool:
        """Whether it is the document's first paragraph."""
        return not self.document.blocks or self.offset < self.document.blocks[0].end


class CorrectionMenu(QObject):
    """Offers what can be corrected at a spot; the window's actions are about the caret of the text pane."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        correcting: Correcting,
        reading: Reading,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._correcting = correcting
        self._reading = reading
        self._messages = messages
        self._connect_actions()
        window.correction_menu.aboutToShow.connect(self.enable)
        reading.opened.connect(lambda *_: self.enable())
        reading.closed.connect(self.enable)
        correcting.busyChanged.connect(lambda _: self.enable())
        self.enable()

    def enable(self) -> None:
        """Offer in the menus what can be done where the caret is."""
        spot = self._here()
        for name, possible in self._possible(spot).items():
            self._window.actions_[name].setEnabled(possible)
        self._window.actions_["report"].setEnabled(spot is not None)

    def add_actions(self, menu: QMenu) -> None:
        """Add a menu of corrections at the caret of the text pane."""
        self.enable()
        below = menu.addMenu(self.tr("更正"))
        actions = self._window.actions_
        for name in ("correct_split", "correct_merge", "correct_start", "correct_next"):
            below.addAction(actions[name])
        below.addSeparator()
        below.addAction(actions["correct_facts"])
        below.addMenu(self._window.block_menu(below))
        below.addSeparator()
        below.addAction(actions["report"])

    def fill(self, menu: QMenu, document_id: str, offset: int) -> None:
        """Add what can be corrected at a spot of any document."""
        try:
            spot = Spot(catalogue.document(self._library, document_id), offset)
        except UserError as error:
            self._messages.tell(error)
            return
        possible = self._possible(spot)
        actions = self._window.actions_
        for name, do in self._verbs(lambda: spot).items():
            if name in PARAGRAPH_KINDS:
                continue
            action = menu.addAction(actions[name].text(), do)
            action.setEnabled(possible[name])
        below = menu.addMenu(self.tr("这一段是"))
        verbs = self._verbs(lambda: spot)
        for name in PARAGRAPH_KINDS:
            below.addAction(actions[name].text(), verbs[name]).setEnabled(possible[name])

    def fill_for_document(self, menu: QMenu, facts: DocumentFacts) -> None:
        """Add what can be corrected about a document as a whole, without reading its text first."""
        actions = self._window.actions_

        def later(name: str) -> Callable[[], None]:
            def do() -> None:
                try:
                    spot = Spot(catalogue.document(self._library, facts.id), 0)
                except UserError as error:
                    self._messages.tell(error)
                    return
                self._verbs(lambda: spot)[name]()

            return do

        menu.addAction(actions["correct_facts"].text(), later("correct_facts")).setEnabled(not self._correcting.busy)
        merge = menu.addAction(actions["correct_merge"].text(), later("correct_merge"))
        merge.setEnabled(facts.ordinal > 0 and not self._correcting.busy)

    def correct_facts(self, document_id: str) -> None:
        """Ask for the facts of any document."""
        if self._correcting.busy or self._library.texts_read_only:
            return
        try:
            self._ask_facts(Spot(catalogue.document(self._library, document_id), 0))
        except UserError as error:
            self._messages.tell(error)

    def correct_issue(self, issue: IssueFacts, publishers: Sequence[str]) -> None:
        """Ask for the facts of an issue. `publishers`: those of the library, to choose from."""
        from ui.dialogs.issue_facts import IssueFactsDialog

        if self._correcting.busy or self._library.texts_read_only:
            return
        dialog = IssueFactsDialog(issue, publishers, self._window)
        dialog.wanted.connect(partial(self._correcting.set_issue_facts, issue.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect_actions(self) -> None:
        self._window.actions_.connect_all(dict(self._verbs(self._here)))

    def _here(self) -> Spot | None:
        current = self._reading.current
        return Spot(current.document, self._window.pane.view.caret()) if current is not None else None

    def _possible(self, spot: Spot | None) -> dict[str, bool]:
        """Which verbs make sense at a spot."""
        free = spot is not None and not self._correcting.busy and not self._library.texts_read_only
        inside = free and spot is not None and not spot.at_start
        names = self._verbs(lambda: spot)
        possible = dict.fromkeys(names, free)
        possible["correct_split"] = possible["correct_start"] = inside
        possible["correct_merge"] = free and spot is not None and spot.document.facts.ordinal > 0
        possible["correct_next"] = inside and spot is not None and self._next(spot) is not None
        return possible

    def _verbs(self, spot_of: Callable[[], Spot | None]) -> dict[str, Callable[[], None]]:
        """What each action does, at the spot asked for when it does it."""

        def at(do: Callable[[Spot], None]) -> Callable[[], None]:
            def run() -> None:
                spot = spot_of()
                if spot is not None:
                    do(spot)

            return run

        def block(kind: BlockKind, level: int = 0) -> Callable[[], None]:
            return at(lambda spot: self._correcting.set_block(spot.document, spot.offset, kind, level))

        headings = {
            f"correct_heading_{level}": block(BlockKind.HEADING, level) for level in range(1, HEADING_LEVELS + 1)
        }
        return {
            "correct_split": at(lambda spot: self._correcting.split(spot.document, spot.offset)),
            "correct_merge": at(lambda spot: self._correcting.merge_with_previous(spot.document)),
            "correct_start": at(self._move_own_start),
            "correct_next": at(self._move_next_start),
            "correct_facts": at(self._ask_facts),
            **headings,
            "correct_paragraph": block(BlockKind.PARAGRAPH),
            "correct_addressee": block(BlockKind.ADDRESSEE),
            "correct_signature": block(BlockKind.SIGNATURE),
            "correct_date": block(BlockKind.DATE),
            "correct_issued_title": block(BlockKind.ISSUED_TITLE),
            "correct_attachment_label": block(BlockKind.ATTACHMENT_LABEL),
            "correct_attachment_title": block(BlockKind.ATTACHMENT_TITLE),
            "correct_table": block(BlockKind.TABLE),
        }

    def _move_own_start(self, spot: Spot) -> None:
        self._correcting.move_start(spot.document.facts.id, spot.document, spot.offset)

    def _move_next_start(self, spot: Spot) -> None:
        following = self._next(spot)
        if following is not None:
            self._correcting.move_start(following.id, spot.document, spot.offset)

    def _next(self, spot: Spot) -> DocumentFacts | None:
        """The document after the spot's in the same issue."""
        own = spot.document.facts
        siblings = catalogue.documents_of(self._library, own.issue_id)
        return next((one for one in siblings if one.ordinal == own.ordinal + 1), None)

    def _ask_facts(self, spot: Spot) -> None:
        from ui.dialogs.facts import FactsDialog

        siblings = catalogue.documents_of(self._library, spot.document.facts.issue_id)
        sections = [one.section for one in siblings if one.section]
        dialog = FactsDialog(spot.document.facts, sections, self._window)
        dialog.wanted.connect(partial(self._correcting.set_facts, spot.document))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
