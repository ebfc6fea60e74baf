"""Documents as bibliographic references after GB/T 7714—2015, for papers and reports.

Sources of the rules:
- §4.4 and appendix A.8: a part of a serial is 责任者. 题名[J]. 刊名, 年, 卷(期): 页码; a 政府公报 is a serial;
- §4.1: what stands in no serial is 责任者. 题名[Z]. 日期; Z (other) of table B.1 is what a 公文 is; the year of its
  number where it gives no date;
- §8.1.2: up to three responsible bodies, of more the first three and 等;
- §8.2.3: the number of a document is other information on the title, set behind it after a colon, as those of
  standards and reports are;
- §8.8.3: behind the name of the serial stand year, volume, number and page; without volumes year(number);
- §7: the marks between the items are half-width and followed by a space.
"""

from __future__ import annotations

from reader.exporting.citations import cited_title, number_beside
from reader.model.document import DocumentFacts, IssueFacts

MOST_BODIES = 3


def gbt7714(issue: IssueFacts, document: DocumentFacts, *, title: str = "") -> str:
    """The reference to a document: 某市人民政府. 某办法: 某政发〔2021〕13号[J]. 某市人民政府公报, 2021(2): 15.

    References are to documents; clauses are named where the text cites them (§10), not here.

    Args:
        title: what to name instead of the issued text's title.
    """
    name = (title or cited_title(document)).strip()
    if document.number is not None:
        name += f": {number_beside(name, document.number)}"
    serial = _serial(issue)
    kind = "J" if serial else "Z"
    items = [_bodies(document.issuers), f"{name}[{kind}]"]
    if serial:
        items.append(serial + (f": {document.page}" if document.page else ""))
    elif document.date:
        items.append(document.date)
    elif document.number is not None and document.number.year:
        items.append(str(document.number.year))
    return ". ".join(item for item in items if item) + "."


def _bodies(issuers: tuple[str, ...]) -> str:
    return ", ".join((*issuers[:MOST_BODIES], "等") if len(issuers) > MOST_BODIES else issuers)


def _serial(issue: IssueFacts) -> str:
    """刊名, 年(期); "" for a file that is no issue of a gazette."""
    number = str(issue.number) if issue.number else f"总{issue.total}" if issue.total else ""
    if not issue.year and not number:
        return ""
    year = str(issue.year) if issue.year else ""
    return f"{issue.title}, {year}" + (f"({number})" if number else "")
