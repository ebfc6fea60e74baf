"""Attachments: the note under a body that names them, and the headings over them.

Both look alike (附件, 附件：甲表, 附件1 乙表), so their place decides: a note stands before signature and date or among
the last lines, a heading has text under it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importing.grammar import labels, marks, titles
from reader.importing.grammar.labels import Rank
from reader.importing.repair.line import Line
from reader.importing.structure import tables
from reader.importing.structure.similar import fold, similarity
from reader.model.document import Attachment

_NUMBERED = re.compile(r"(?:^|[\s；;。])[（(]?(?P<number>\d{1,2})[)）]?\s*[.．、:：]\s*(?=\D|(?:19|20)\d\d\s?年)")
_LONGEST_NAME = 120
_MOST_TITLE_LINES = 4
_COUNT = re.compile(r"[（(]\s*(?:略|另发|附后|共\s*计?\s*\d+\s*[件份页项个家条张人种类]|见\S{0,12}|此略|从略)\s*[)）]$")
_FILE = re.compile(
    r"\s*\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|zip|rar|jpe?g|png)(?:\s*[（(][^（）()]{1,12}[)）])?$", re.I
)
"""The ending of a file a web page offers: 附件：名单.doc."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an attachment: paragraphs [first, stop) of a document's body.

    Attributes:
        label: 附件1 as printed without spaces.
        number: "1", "" for the only one.
        title: joined; "" where none is printed.
        title_from: index of the first paragraph of the title, `stop` where there is none or it stands in the label's.
    """

    first: int
    stop: int
    label: str
    number: str
    title: str
    title_from: int


@dataclass(frozen=True, slots=True)
class Note:
    """The note that names attachments: paragraphs [first, stop)."""

    first: int
    stop: int
    names: tuple[Attachment, ...]


def find(body: list[Line]) -> tuple[list[Note], list[Heading]]:
    """Notes and headings in the body of a document (what follows title and number), in order."""
    notes: list[Note] = []
    headings: list[Heading] = []
    index = 0
    while index < len(body):
        line = body[index]
        text = line.text
        if text[:1] not in ("附", "【", "[", "（", "(") or line.kind in ("table", "row") or "附" not in text[:4]:
            index += 1
            continue
        note = _note(body, index, bool(headings))
        if note is not None:
            notes.append(note)
            index = note.stop
            continue
        heading = _heading(body, index, [name for found in notes for name in found.names])
        if heading is not None:
            headings.append(heading)
            index = heading.stop
            continue
        index += 1
    return notes, headings


def _note(body: list[Line], index: int, after_heading: bool) -> Note | None:
    text = body[index].text
    match = marks.ATTACHMENT_NOTE.fullmatch(text)
    if match and match["rest"].strip():
        rest = match["rest"].strip()
        if "。" in rest.rstrip("。") or len(rest) > 600:
            return None
        names, stop = _names(body, index + 1, rest)
        if names and not (after_heading and len(names) == 1) and not _is_heading_with_title(body, index, stop, names):
            return Note(index, stop, names)
        return None
    if match or body[index].kind == "attachment":
        following = body[index + 1] if index + 1 < len(body) else None
        if following is None or following.kind in ("table", "row"):
            return None
        mark = labels.label(following.text)
        bare = not re.search(r"[\d０-９一二三四五六七八九十]", text)
        if (
            bare
            and mark is not None
            and mark.rank in (Rank.DIGIT, Rank.HAN)
            and mark.number == 1
            and _short(following.text)
        ):
            names, stop = _names(body, index + 1, "")
            if len(names) > 1 and (match or not _has_text_under(body, stop)):
                return Note(index, stop, names)
        if match and bare and not after_heading and _short(following.text) and mark is None and not following.kind:
            # 附件： with its only name on the next line, then signature or date.
            beyond = body[index + 2] if index + 2 < len(body) else None
            if beyond is None or beyond.kind in ("date", "publicity") or titles.is_organ(beyond.text):
                return Note(index, index + 2, (Attachment(_clean(following.text)),))
        return None
    titled = marks.ATTACHMENT_TITLED.fullmatch(text)
    if titled and titled["number"]:
        listed: list[Attachment] = []
        stop = index
        while stop < len(body):
            found = marks.ATTACHMENT_TITLED.fullmatch(body[stop].text)
            if not found or not found["number"]:
                break
            label = "附件" + marks.attachment_number(found["number"])
            listed.append(Attachment(_clean(found["title"]), label))
            stop += 1
        if len(listed) > 1 or (not after_heading and stop < len(body) and _closes(body[stop])):
            return Note(index, stop, tuple(listed))
    return None


def _is_heading_with_title(body: list[Line], index: int, stop: int, names: tuple[Attachment, ...]) -> bool:
    """附件：甲表 over its own text: nothing signs or ends the document after it."""
    if len(names) != 1:
        return False
    if re.match(r"附\s*[:：]", body[index].text):
        return _has_text_under(body, stop)
    before = body[index - 1] if index else None
    if before is None or before.kind not in ("date", "publicity"):
        return False
    return _has_text_under(body, stop)


def _has_text_under(body: list[Line], stop: int) -> bool:
    for line in body[stop : stop + 3]:
        if line.kind in ("date", "publicity", "attachment", "imprint") or titles.is_organ(line.text):
            return False
        if line.kind in ("table", "row") or len(line.text) > 40 or labels.label(line.text) is not None:
            return True
    return False


def _closes(line: Line) -> bool:
    return line.kind in ("date", "publicity", "imprint") or titles.is_organ(line.text)


def _short(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and "。" not in text.rstrip("。")


def _names(body: list[Line], index: int, rest: str) -> tuple[tuple[Attachment, ...], int]:
    """The names of a note: what follows the colon, then numbered lines. Also the paragraph after the note."""
    names: list[str] = _split(rest) if rest else []
    numbered = bool(rest) and _NUMBERED.match(rest) is not None
    while index < len(body):
        line = body[index]
        if line.kind or not _short(line.text):
            break
        mark = labels.label(line.text)
        if (
            mark is not None
            and mark.rank in (Rank.DIGIT, Rank.HAN, Rank.DIGIT_BRACKET)
            and mark.number == len(names) + 1
        ):
            if names and not numbered and rest:
                break
            names.append(line.text[mark.end :])
            numbered = True
        elif numbered and mark is None and names and _is_wrap(line, names[-1]):
            names[-1] += line.text
        else:
            break
        index += 1
    cleaned = [_clean(name) for name in names]
    several = len(cleaned) > 1 or numbered
    return (
        tuple(Attachment(name, f"附件{place}" if several else "附件") for place, name in enumerate(cleaned, 1) if name),
        index,
    )


def _is_wrap(line: Line, name: str) -> bool:
    """Whether an unnumbered line goes on with the name over it."""
    if len(line.text) > 40 or titles.is_organ("".join(line.text.split())):
        return False
    if line.text[0] in "（(" and not line.centered and titles.ends_like_title(line.text) and len(line.text) <= 20:
        return True
    open_bracket = name.count("（") > name.count("）") or name.count("《") > name.count("》")
    return open_bracket or (line.indent >= 4 and not line.blank) or name[-1:] in ("、", "，")


def _split(rest: str) -> list[str]:
    places = list(_NUMBERED.finditer(rest))
    if not places or places[0].start() > 1 or places[0]["number"] != "1":
        return [rest]
    kept = [places[0]]
    for match in places[1:]:
        if int(match["number"]) == int(kept[-1]["number"]) + 1:
            kept.append(match)
    ends = [match.start() for match in kept[1:]] + [len(rest)]
    return [rest[match.end() : end].strip() for match, end in zip(kept, ends, strict=True)]


def _clean(name: str) -> str:
    text = titles.join([name]).rstrip("。；;，,")
    text = _COUNT.sub("", _FILE.sub("", text))
    return titles.unquote(text)


def _heading(body: list[Line], index: int, names: list[Attachment]) -> Heading | None:
    line = body[index]
    text = line.text
    title = ""
    if line.kind == "attachment" or marks.ATTACHMENT_LABEL.fullmatch(text):
        match = marks.ATTACHMENT_LABEL.fullmatch(text)
        number = marks.attachment_number(match["number"]) if match else ""
    else:
        match = marks.ATTACHMENT_TITLED.fullmatch(text)
        if not match or len(text) > 90 or text[-1] in "。；，":
            return None
        number = marks.attachment_number(match["number"])
        title = _clean(match["title"])
        if not number and not re.match(r"附\s*(?:件|表|录)?\s*[:：\s]", text):
            return None
        if number == "" and re.match(r"附(?:件|表)[的中所]", text):
            return None
    label = (
        "".join(text[: len(text) - len(match["title"])].split()).rstrip(":：.．、")
        if title and match
        else "".join(text.split()).rstrip(":：")
    )
    label = label.strip("【】[]（）()")
    stop = index + 1
    title_from = stop
    if not title:
        wanted = _named(names, number)
        title, stop = _title(body, index + 1, wanted)
        if not title:
            title, title_from = wanted, stop
    return Heading(index, stop, label, number, title, title_from)


def _named(names: list[Attachment], number: str) -> str:
    for place, name in enumerate(names, 1):
        if number in (name.label.removeprefix("附件"), str(place)) or (not number and len(names) == 1):
            return name.title
    return ""


def _title(body: list[Line], index: int, wanted: str) -> tuple[str, int]:
    """The title under an attachment's label, and the paragraph after it."""
    pieces: list[str] = []
    best: tuple[float, int, str] = (0.0, index, "")
    name = fold(wanted)
    for stop in range(index + 1, min(index + _MOST_TITLE_LINES, len(body)) + 1):
        line = body[stop - 1]
        if line.kind or len(line.text) > 90 or line.text[-1:] in "。；：:;，" or labels.label(line.text) is not None:
            break
        pieces.append(line.text)
        joined = titles.join(pieces)
        if wanted:
            score = similarity(fold(joined), name)
            if score > best[0] + 0.01:
                best = (score, stop, joined)
    if best[0] >= 0.7:
        return best[2], best[1]
    # Nothing like the name in the note: the first title-like lines, unless they are the caption of a table below.
    for count in range(1, len(pieces) + 1):
        joined = titles.join(pieces[:count])
        under = body[index + count] if index + count < len(body) else None
        if under is not None and under.kind in ("table", "unit") and wanted and tables.is_caption(pieces[count - 1]):
            return "", index
        if titles.ends_like_title(joined) or count == len(pieces):
            if len(joined) <= 80 and (titles.ends_like_title(joined) or (count == 1 and len(joined) <= 40)):
                return joined, index + count
            break
    return (titles.join(pieces[:1]), index + 1) if pieces and len(pieces[0]) <= 40 else ("", index)
