"""Which reader a file needs: by its first bytes, then by the ending of its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.importing.formats.archive import PAGE_ENDINGS, is_archive
from reader.importing.formats.decode import decode
from reader.importing.formats.package import MEGABYTE, Package
from reader.importing.source import Source
from reader.model.errors import UserError

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml",
                     ".docx",
                     ".docm", ".pdf"})
"""Endings of names that a search of a folder should take; archives (.zip) besides."""

_OFFICE_ENDINGS = (".docx", ".docm", ".pdf")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                   re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(rb"<(?:p|div|br|body|table|span|h[1-6])\b[^>]*>", re.IGNORECASE)
_MIME = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*(?:multipart/related|text/html)",
                   re.IGNORECASE)
_PARTS_LIMIT = 1024 * MEGABYTE

Read = Callable[[bytes, str], Source]


def reader_for(name: str, data: bytes) -> Read:
    """The function that reads a file of these bytes.

    Readers are imported when first needed: PDF and XML libraries take time to load.

    Raises:
        UserError: file.ofd, file.spreadsheet, file.binary for formats which are recognised and cannot be read. A zip
            archive of files is none that can be read as one: see `archive.members`.
    """
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        from reader.importing.formats import pdf

        return pdf.read
    if data.startswith(b"PK\x03\x04"):
        return _zipped(name, data)
    ending = name[name.rfind("."):].lower() if "." in name else ""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _MIME.match(plain.lstrip().replace(b"\r\n", b"\n")):
        from reader.importing.formats import mht

        return mht.read
    if _PAGE.match(plain) or (ending in PAGE_ENDINGS and _TAGS.search(data[:65536])):
        from reader.importing.formats import html

        return html.read
    return _read_damaged if ending in _OFFICE_ENDINGS else _read_text


def read(data: bytes, name: str) -> Source:
    """Read a file of any format. Raises `UserError` as `reader_for` and as the reader it finds."""
    return reader_for(name, data)(data, name)


def _read_text(data: bytes, name: str) -> Source:
    from reader.importing.formats import text

    return text.read(decode(data, name), name)


def _read_damaged(data: bytes, name: str) -> Source:
    """Refuse what is called a Word document or PDF and is none: a download cut short, or an error page in its place.

    Raises:
        UserError: file.broken, or what `decode` says of formats it knows (file.old_word, file.rtf, file.empty …).
    """
    try:
        decode(data, name)
    except UserError as error:
        if error.code not in ("file.binary", "file.encoding"):
            raise
    raise UserError("file.broken", path=name)


def _zipped(name: str, data: bytes) -> Read:
    package = Package(data, name, _PARTS_LIMIT)
    names = [member.filename for member in package.members]
    if any(part.startswith("word/") for part in names):
        from reader.importing.formats import docx

        return docx.read
    if "OFD.xml" in names:
        raise UserError("file.ofd", path=name)
    if any(part.startswith(("xl/", "ppt/")) for part in names):
        raise UserError("file.spreadsheet", path=name)
    raise UserError("file.no_members" if is_archive(data) and not names else "file.binary", path=name)
