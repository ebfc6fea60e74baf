"""A web archive (MHTML) becomes lines: its page is taken out and read as HTML."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from reader.importing.formats.html import read_page
from reader.importing.source import Source
from reader.model.errors import UserError


def read(data: bytes, name: str) -> Source:
    """Read the first page of a web archive (RFC 2557).

    Raises:
        UserError: file.broken when no page is in it; as `html.read` for the page itself.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            return read_page(payload, name, declared=part.get_content_charset("") or "", form="mht")
    raise UserError("file.broken", path=name)
