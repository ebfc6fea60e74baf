"""A zip file opened with limits: against bombs, broken entries and passwords."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING

from reader.model.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1 << 20
MOST_MEMBERS = 20_000
MOST_XML = 32 * MEGABYTE
"""Of one part; a whole year of a gazette has less, and each byte takes several of memory as a tree."""


class Package:
    """The members of a zip file by name.

    Args:
        data: the whole file; name: its name, for messages.
        limit: bytes that all members together may have when unpacked.

    Raises:
        UserError: file.broken, file.too_large, file.encrypted — also from `read`.
    """

    def __init__(self, data: bytes, name: str, limit: int) -> None:
        self._name = name
        self._limit = limit
        self._left = limit
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise UserError("file.broken", path=name) from error
        self.members = self._zip.infolist()
        if len(self.members) > MOST_MEMBERS or sum(member.file_size for member in self.members) > limit:
            raise UserError("file.too_large", path=name, limit=limit // MEGABYTE)

    @property
    def left(self) -> int:
        """Bytes that may still be unpacked."""
        return self._left

    def has(self, member: str) -> bool:
        """Whether there is a member of that name."""
        return member in self._zip.NameToInfo

    def read(self, member: zipfile.ZipInfo | str) -> bytes:
        """The bytes of a member. The size is counted while unpacking: the directory of a bomb may lie."""
        info = self._zip.getinfo(member) if isinstance(member, str) else member
        if info.flag_bits & 1:
            raise UserError("file.encrypted", path=self._name)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
                lzma.LZMAError) as error:
            raise UserError("file.broken", path=self._name) from error
        self.spend(len(data))
        return data

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked from a member (an archive in this archive) against the limit."""
        self._left -= size
        if self._left < 0:
            raise UserError("file.too_large", path=self._name, limit=self._limit // MEGABYTE)

    def xml(self, member: str) -> _Element | None:
        """The tree of an XML member; None when there is no such member.

        Raises:
            UserError: file.broken, file.encrypted, file.too_large; file.unfolds when it is larger than any gazette's.
        """
        if not self.has(member):
            return None
        if self._zip.getinfo(member).file_size > MOST_XML:
            raise UserError("file.unfolds", path=self._name)
        # Strict OOXML differs from what everybody writes by the name space alone.
        data = self.read(member).replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                                         b"http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        from lxml import etree  # the window asks this module for endings of names alone, when it starts

        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UserError("file.broken", path=self._name) from error
