"""The texts a document issues: their names in title and first sentences, and where they begin."""

from __future__ import annotations

import re

from reader.importing.grammar import labels, titles
from reader.importing.repair.line import Line
from reader.importing.structure.similar import fold, similarity

_NAMED = re.compile(r"[《「]([^《》「」]{3,120}(?:〈[^〈〉]*〉[^《》]*)*)[》」]")
_ISSUES = re.compile(
    r"(?:现|予以|特此|予|并)?\s*(?:将|把)?[^。]{0,60}?(?:印发|下发|转发|公布|发布|颁布|颁发|施行|批转|訂定|修正|發布|公佈)"
)
_GROUP = re.compile(r"(?:[《「][^《》「」]{3,120}[》」](?:[（(][^（）()]{0,40}[)）])?[、，,和及与以及]*)+")
_BEFORE = re.compile(
    r"(?:将|把|制定的?了?|修订的?了?|编制的?了?|起草的?|拟定的?|通过的?|批准的?|訂定|修正|发布|發布|审议通过的?|^|[，。；]|了|现就|的|[局厅委办部院会室府]|现(?:予)?(?:公布|发布|颁布|印发))\s*$"
)
_AFTER = re.compile(
    r"。$|，並自|，?自|\s*(?:[（(][^（）()]{0,60}[)）])?\s*(?:已经|已于|业经|经|已由|已|印发|转发|下发|予以|现|公布|发布|颁布|批转|[^。；]{0,80}?(?:现印发|现予|现转发|现公布|印发给|予以公布|予以印发|予以发布|现将|审议通过))"
)
_ENACTED = re.compile(r"茲(?:制定|修正)(?P<name>[^，。《》]{2,40}?)，公布之")
"""茲制定濕地保育法，公布之: without marks."""
_MOST_PIECES = 4


def names(title: str, form: str, first: list[str]) -> tuple[str, ...]:
    """The titles of the texts a document issues.

    Args:
        title: the document's title, joined.
        form: the form of its title (`titles.Title.form`).
        first: its first paragraphs, addressee included.
    """
    inner = titles.relayed(title)
    if not inner and form != "order":
        return ()
    quoted: list[str] = []
    for text in first[:5]:
        if len(text) > 1500 or not _ISSUES.search(text):
            continue
        for group in _GROUP.finditer(text):
            if text.startswith("等", group.end()):
                continue  # 批准《甲》等2项标准: they are not printed
            if _BEFORE.search(text, 0, group.start()) and _AFTER.match(text, group.end()):
                quoted = [titles.join([name]) for name in _NAMED.findall(group[0])]
                break
        if quoted:
            break
    if form == "order":
        enacted = next((match["name"] for match in map(_ENACTED.match, first[:3]) if match), "")
        return tuple(quoted) or ((enacted,) if enacted else ())
    if len(quoted) > 1:
        return tuple(quoted)
    several = [titles.join([name]) for name in _NAMED.findall(inner)]
    if len(several) > 1 and re.fullmatch(r"(?:《[^《》]+》[、和及与等]*)+(?:等.{0,12})?", inner):
        return tuple(several)
    if len(quoted) == 1 and "《" not in inner:
        # 转发省监察厅等部门关于…意见的通知: the first sentence gives the title as it is printed.
        others = titles.OTHERS.search(inner)
        if others and similarity(fold(quoted[0]), fold(inner[others.end() :])) >= 0.85:
            return tuple(quoted)
    return (inner,)


def find(body: list[Line], wanted: tuple[str, ...], blocked: set[int]) -> list[tuple[int, int, str]]:
    """Where the issued texts begin: (first paragraph, paragraph after the title, title) each.

    Args:
        body: the paragraphs after title and number.
        wanted: the names from `names`.
        blocked: paragraphs that belong to notes and headings of attachments.
    """
    found: list[tuple[int, int, str]] = []
    at = 0
    folded = [fold(name) for name in wanted]
    for name, key in zip(wanted, folded, strict=True):
        place = _find_one(body, key, at, blocked)
        if place is None and 0 < name.find("关于") < len(name) - 8:
            # 批转国家计委关于…报告: the report's own title may begin with 关于.
            place = _find_one(body, fold(name[name.find("关于") :]), at, blocked)
        if place is None:
            continue
        found.append((place[0], place[1], name))
        at = place[1]
    if not found and wanted:
        place = _after_closing(body, blocked)
        if place is not None:
            found.append((place[0], place[1], titles.join([line.text for line in body[place[0] : place[1]]])))
    return found


def _find_one(body: list[Line], key: str, at: int, blocked: set[int]) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for index in range(at, len(body)):
        if index in blocked or not _is_piece(body[index]):
            continue
        head = fold(body[index].text)
        if not head or (head[:2] not in key and key[:3] not in head):
            continue
        pieces: list[str] = []
        for stop in range(index + 1, min(index + _MOST_PIECES, len(body)) + 1):
            if stop - 1 in blocked or not _is_piece(body[stop - 1]):
                break
            pieces.append(body[stop - 1].text)
            joined = fold("".join(pieces))
            if joined == key:
                return index, stop
            if len(joined) > len(key) + 12:
                break
            score = similarity(joined, key)
            if score >= 0.86 and (best is None or score > best[0]):
                best = (score, index, stop)
    return (best[1], best[2]) if best else None


def _is_piece(line: Line) -> bool:
    text = line.text
    return not line.kind and 0 < len(text) <= 120 and text[-1] not in "。；：:;，" and labels.label(text) is None


def _after_closing(body: list[Line], blocked: set[int]) -> tuple[int, int] | None:
    """The title-like paragraph right after signature and date (and publicity note)."""
    for index, line in enumerate(body[:-2]):
        if line.kind not in ("date", "publicity"):
            continue
        first = index + 1
        if body[first].kind == "publicity" or first in blocked:
            continue
        pieces: list[str] = []
        for stop in range(first + 1, min(first + 3, len(body) - 1) + 1):
            if stop - 1 in blocked or not _is_piece(body[stop - 1]):
                break
            pieces.append(body[stop - 1].text)
            joined = titles.join(pieces)
            if titles.ends_like_title(joined) and len(joined) <= 80 and not titles.is_organ(joined):
                return first, stop
    return None
