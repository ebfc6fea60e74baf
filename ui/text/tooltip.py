"""What a tooltip says of an annotation."""

from __future__ import annotations

from html import escape

from ui.text.marks import Shown

_LONGEST = 280  # characters of a note


def text(mark: Shown, *, note: str, uncertain: str) -> str:
    """Style, tags and note as rich text.

    Args:
        mark: the annotation.
        note: the word for a note, in the user's language.
        uncertain: the words for an uncertain place, in the user's language.
    """
    annotation = mark.placed.annotation
    head = f"<b>{escape(mark.label)}</b>"
    if mark.uncertain:
        head += f" · {escape(uncertain)}"
    if annotation.tags:
        head += " · " + " ".join("#" + escape(tag) for tag in annotation.tags)
    if not annotation.note:
        return f"<p>{head}</p>"
    body = annotation.note if len(annotation.note) <= _LONGEST else annotation.note[:_LONGEST] + "……"
    return f"<p>{head}</p><p><i>{escape(note)}</i> {escape(body).replace(chr(10), '<br>')}</p>"
