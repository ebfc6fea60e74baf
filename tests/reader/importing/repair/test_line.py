"""Lines of a source become printed lines: blank ones leave a count and the page break that stood on them."""

from __future__ import annotations

from reader.importing.repair.line import PAGE, from_source
from reader.importing.source import SourceLine


def test_a_page_break_on_a_blank_line_is_that_of_the_line_after_it() -> None:
    source = [SourceLine("甲", 1), SourceLine("", 2, page_break=True), SourceLine("乙", 3), SourceLine("丙", 4)]
    lines = from_source(source)
    assert [(line.text, line.broken, line.blank) for line in lines] == [("甲", 0, 0), ("乙", PAGE, 1), ("丙", 0, 0)]
