"""How the user exported last, kept in a file beside the preferences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The choices.

    Attributes:
        content: annotations or documents, as `reader.exporting.formats.Content` has them.
        format: see `reader.services.export.formats`.
        order: of annotations.
        template: name of a template, "" for none.
        marks: whether documents come with what is marked and noted in them.
        sources: whether annotations on pages end with a list of the documents cited.
        print_marks: the same for printing.
        folder: where the last file was saved, "" for the user's documents.
    """

    content: str = "annotations"
    format: str = "html"
    order: str = "text"
    template: str = ""
    marks: bool = True
    sources: bool = True
    print_marks: bool = True
    folder: str = ""
