"""A web archive (MHTML) becomes lines: its pages are taken out and read as HTML."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from reader.importing.formats.html import Page, lay_out, source_of
from reader.importing.source import Source, visible
from reader.model.errors import UserError

_LEAST_SHARE = 0.2  # of the text of the fullest page that another must have to be text too


def read(data: bytes, name: str) -> Source:
    """Read the pages of a web archive (RFC 2557): the one that was saved, and those of its frames.

    Frames that hold little beside the fullest page are menus and advertisements: furniture.

    Raises:
        UserError: file.broken when no page is in it; as `html.read` for the pages themselves.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    pages: list[Page] = []
    empty: UserError | None = None
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        try:
            pages.append(lay_out(payload, name, declared=part.get_content_charset("") or ""))
        except UserError as error:
            if error.code != "file.empty":
                raise
            empty = error
    if not pages:
        raise empty or UserError("file.broken", path=name)
    if all(page.hollow for page in pages):
        raise UserError("file.hollow", path=name)
    most = max(page.weight for page in pages if not page.hollow)
    for page in pages:
        if page.hollow or page.weight < _LEAST_SHARE * most:
            for line in page.lines:
                line.furniture = bool(visible(line.raw)) or line.furniture
    return source_of(pages, "mht")
