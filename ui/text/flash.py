"""The tint that shows for a moment where one has been taken to."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation

from ui.text.page import Page

FLASH_MS = 1_500


class Flash(QVariantAnimation):
    """Lets a range of the page light up and fade.

    Args:
        page: paints it.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._range = (0, 0)
        self.setDuration(FLASH_MS)
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.setEasingCurve(QEasingCurve.Type.InQuad)
        self.valueChanged.connect(self._fade)
        self.finished.connect(self.end)

    def show(self, start: int, end: int) -> None:
        """Tint [start, end), code points, from now on."""
        self.stop()
        self._range = (start, end)
        self._page.set_flash((start, end, 1.0))
        self.start()

    def end(self) -> None:
        """Tint nothing any more."""
        self.stop()
        self._page.set_flash(None)

    def _fade(self, strength: object) -> None:
        if isinstance(strength, float):
            self._page.set_flash((*self._range, strength))
