"""What an import did: what it removed, repaired, and is not sure of. Lines are 1-based lines of the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.document import Issue


@dataclass(frozen=True, slots=True)
class Removal:
    """Characters of the source that are not in the text: markup, running_head, page_number, doubled_bold,
    repeated_header, continuation_mark, …

    Attributes:
        unlisted: characters that are told in sum, not one by one (`text` is "", `line` 0): the tags, scripts and
            comments of a web page, which are no part of the decoded source.
    """

    kind: str
    text: str
    line: int
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters of the source that stand otherwise in the text: entity, latex, ocr, kangxi_radical, …"""

    kind: str
    before: str
    after: str
    line: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at. `reader.wording` makes the sentence from code and facts."""

    code: str
    line: int
    facts: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParseReport:
    """The conservation record of one file.

    Non-white characters of the decoded source − removals − repairs' `before` + repairs' `after` = those of
    `Issue.text`, as a multiset.
    """

    removals: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What the importer makes of the bytes of one file. `encoding` is Python's name, "" for binary formats."""

    issue: Issue
    report: ParseReport
    format: str
    encoding: str


class FileStatus(StrEnum):
    """How the import of one file ended."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """The import of one file, as told to the user. `error` is a `UserError` code and `facts` its facts. `same_as` is
    the path of the file with the same content that came in by the same import, "" where there is none."""

    path: str
    status: FileStatus
    sha256: str = ""
    error: str | None = None
    facts: dict[str, str | int] = field(default_factory=dict)
    issue_id: str | None = None
    documents: int = 0
    characters: int = 0
    removed: int = 0
    repairs: int = 0
    doubts: tuple[Doubt, ...] = ()
    seconds: float = 0.0
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The import of many files. `cancelled`: the user stopped it; files before that are kept. `unindexed`: code of the
    reason why the index does not hold the new texts yet; it is brought in step later."""

    files: tuple[FileReport, ...]
    cancelled: bool = False
    unindexed: str | None = None

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that could not be imported."""
        return tuple(file for file in self.files if file.status is FileStatus.FAILED)
