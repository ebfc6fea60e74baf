"""A template as it is written; rendering it is for `templates`, which takes long to load."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("md", "html")
"""What a template can be of: the ending of its file's name."""


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template.

    Attributes:
        name: for people.
        format: one of `FORMATS`; in HTML what is inserted is escaped.
        text: its source.
    """

    name: str
    format: str
    text: str
