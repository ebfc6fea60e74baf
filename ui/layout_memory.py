"""What the window looks like, as a value: kept in the settings for each size of screen, or handed to another window."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QByteArray, QSettings, QSize


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """Places and sizes. Byte arrays are what Qt's own `saveState` gives; empty ones are not known.

    Attributes:
        geometry: of the window.
        splitter: widths of library, middle and side.
        annotations: heights of list and editor in the panel of annotations.
        panel: which panel of the side is in front, one of `ui.panels.side_panel.NAMES`; "" for the first.
        library, side: whether they are shown.
    """

    geometry: QByteArray = dataclasses.field(default_factory=QByteArray)
    splitter: QByteArray = dataclasses.field(default_factory=QByteArray)
    annotations: QByteArray = dataclasses.field(default_factory=QByteArray)
    panel: str = ""
    library: bool = True
    side: bool = True


def load(settings: QSettings, screen: QSize) -> Layout:
    """The layout last used on a screen of this size; where there is none, the last of any, without its widths."""
    own = _read(settings, _group(screen))
    if own.geometry.isEmpty():
        return dataclasses.replace(_read(settings, "window"), geometry=QByteArray(), splitter=QByteArray())
    return own


def save(settings: QSettings, screen: QSize, layout: Layout) -> None:
    """Keep a layout for a screen of this size."""
    for group in (_group(screen), "window"):
        for field in dataclasses.fields(Layout):
            settings.setValue(f"{group}/{field.name}", getattr(layout, field.name))
    settings.sync()


def _group(screen: QSize) -> str:
    return f"window-{screen.width()}x{screen.height()}"


def _read(settings: QSettings, group: str) -> Layout:
    values: dict[str, QByteArray | str | bool] = {}
    for field in dataclasses.fields(Layout):
        value = settings.value(f"{group}/{field.name}")
        if isinstance(value, QByteArray):
            values[field.name] = value
        elif isinstance(value, (str, bool)):
            # An INI file knows no truth values, only their names.
            text = str(value)
            values[field.name] = text if field.name == "panel" else text.lower() == "true"
    return dataclasses.replace(Layout(), **values)  # type: ignore[arg-type]  # each by the name of its field
