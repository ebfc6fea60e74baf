"""The files in a zip archive, with names in GBK or UTF-8, without the litter of operating systems, within limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.importing.formats.package import MEGABYTE, Package
from reader.model.errors import UserError

LIMIT = 1024 * MEGABYTE  # all members together, unpacked
_DEPTH = 3  # archives in archives
_LITTER = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".svn"})
PAGE_ENDINGS = (".html", ".htm", ".shtml", ".xhtml")
_BESIDE_PAGE = re.compile(r"(.+)(?:_files|\.files|_文件)")  # folders that browsers write beside a page
_UTF8_NAME = 0x800  # general purpose flag 11: the name is UTF-8
_PARTS = {"[Content_Types].xml", "OFD.xml", "mimetype"}  # of documents that are zip files themselves


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. `name` is its path in the archive, with `/`; of a nested archive `inner.zip/a.txt`."""

    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive of files, and no document that only uses the format (docx, OFD, xlsx)."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        package = Package(data, "", LIMIT)
    except UserError:
        return True  # the reason is told when it is opened
    return not any(package.has(part) for part in _PARTS)


def members(data: bytes, name: str) -> Iterator[Member]:
    """The files of a zip archive in its order, unpacked one at a time.

    Args:
        data: the whole archive; name: its name, for messages.

    Raises:
        UserError: file.broken, file.encrypted, file.too_large, file.no_members.
    """
    any_found = False
    for member in _unpacked(data, name, "", LIMIT, _DEPTH):
        any_found = True
        yield member
    if not any_found:
        raise UserError("file.no_members", path=name)


def belongs_to_page(folder: str, names: Iterable[str]) -> bool:
    """Whether a folder holds what a browser saved along with a page: 公报_files beside 公报.html.

    Args:
        folder: its name; names: of the files beside it.
    """
    page = _BESIDE_PAGE.fullmatch(folder)
    return page is not None and any(PurePosixPath(name).stem == page[1]
                                    and PurePosixPath(name).suffix.lower() in PAGE_ENDINGS for name in names)


def _unpacked(data: bytes, name: str, folder: str, limit: int, depth: int) -> Iterator[Member]:
    package = Package(data, name, limit)
    beside: dict[str, list[str]] = {}  # the names in each folder
    for info in package.members:
        if (path := _path(info)) is not None:
            beside.setdefault(path.rpartition("/")[0], []).append(path.rpartition("/")[2])
    for info in package.members:
        path = _path(info)
        if info.is_dir() or path is None:
            continue
        above = path.split("/")[:-1]
        if any(belongs_to_page(part, beside.get("/".join(above[:level]), ())) for level, part in enumerate(above)):
            continue
        content = package.read(info)
        inner = f"{folder}{path}"
        if is_archive(content) and depth > 1:
            for member in _unpacked(content, name, f"{inner}/", package.left, depth - 1):
                package.spend(len(member.data))
                yield member
        else:
            yield Member(inner, content)


def _path(info: zipfile.ZipInfo) -> str | None:
    """The path of a member; None for litter. Older Chinese tools write names in GBK without saying so."""
    text = info.filename
    if not info.flag_bits & _UTF8_NAME:
        raw = text.encode("cp437", "replace")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("gb18030", "replace")
    parts = [part for part in PurePosixPath(text.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts or any(part in _LITTER for part in parts) or parts[-1].startswith(("._", "~$")):
        return None
    return "/".join(parts)
