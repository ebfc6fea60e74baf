"""What all undo commands have in common: their change is made before they are pushed."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand


class Applied(QUndoCommand):
    """A change already made when it is pushed: a fault while making it must keep it out of the stack.

    A kind of command tells how the change is made `again` and, in `undo`, how it is taken back.

    Args:
        text: what the undo menu calls it.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._pushed = False

    def redo(self) -> None:
        # QUndoStack.push calls redo at once.
        if self._pushed:
            self.again()
        self._pushed = True

    def again(self) -> None:
        """Make the change anew after it was taken back."""
        raise NotImplementedError
