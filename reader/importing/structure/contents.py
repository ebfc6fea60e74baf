"""The contents list of an issue (目录): its entries with title, number, page and section, wherever it stands.

Reads: paragraphs. Gives: which of them are contents, and the entries. An entry ends with a page after a tab or dots, or
with a number in brackets; entries may be wrapped; pseudo-rows (`--\\t---`) and section heads stand between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.importing.grammar import marks, numbers, numerals, titles
from reader.importing.repair.kinds import PAGE_FIRST
from reader.importing.repair.line import Line
from reader.importing.source import SourceTable
from reader.model.document import ContentsEntry

_PAGE = re.compile(
    r"^(?P<title>.*?)(?:[\s.．·•…⋯‥\-—_。]{2,}|…|(?<=\D)\s?[/／]\s?|\t+|(?<=[）)])\s*|\s+|(?=[（(]\s*\d{1,4}\s*[)）]\s*$))[（(]?\s*(?P<page>\d{1,4})\s*[)）]?\s*$"
    rf"|^(?P<before>.*?)[.．·•…⋯‥\-—_]{{2,}}\s*[（(]?\s*(?P<han>[{numerals.HAN}]{{1,5}})\s*[)）]?\s*$",
    re.DOTALL,
)
_PAGE_CELL = re.compile(r"[（(]?\s*[\d０-９]{1,4}\s*[)）]?")
_PAGE_LINE = re.compile(r"[\s.．·•…⋯‥\-—_]*[（(]?\s*(?P<page>[\d０-９]{1,4})\s*[)）]?")
_PSEUDO = re.compile(r"[-－—\s|.·…⋯]+")
_NUMBERED = re.compile(
    r"^(?P<title>.*?)\s*[（(\[]\s*(?P<number>[^（）()]*(?:[（(][^（）()]*[)）])?[^（）()]*?号)\s*[)）\]]?\s*$",
    re.DOTALL,
)
_SECTION_MARKS = re.compile(r"^[\s【\[〔（(·•●◆■▲★☆※>》〉\-—~=*+◎○]+|[\s】\]〕）)·•●◆■▲★☆※>》〉\-—~=*+◎○:：]+$")
_AUTHOR = re.compile(r"[.．·•…⋯‥]{2,}\s*[\u4e00-\u9fff·]{1,2}\s?[\u4e00-\u9fff·]{1,3}\s*$")
"""……孟海潮: who speaks."""
_SPEAKER = re.compile(
    r"(?<=讲话|报告|说明|发言|致辞)"
    r"(?:\s{2,}[\u4e00-\u9fff·]{1,2}\s{0,2}[\u4e00-\u9fff·]{1,3}|\s*[（(][\u4e00-\u9fff·]{2,4}[)）])\s*$"
)
"""政府工作报告  孟海潮, 在…会议上的讲话（孟海潮）"""
_ORDERS = re.compile(r"(?:令|公告|通告|布告)\s*$")
"""What a bare 第12号 in brackets numbers; （第一号） of a census communiqué belongs to its title."""
_BELOW_TITLE = re.compile(
    r"[（(]?\s*第\s*[\d一二三四五六七八九十百]{1,6}\s*号\s*[)）]?|[（(]\s*\d{1,4}\s*[)）]|\d{1,3}|\s*[—－–]{2}[^—－–].*",
    re.DOTALL,
)
"""（第5号） under 某市人民政府令, a page on a line of its own: the line above is no section."""
_NUMBER_FIRST = re.compile(r"[（(]?[\u4e00-\u9fff]{1,14}\s*[〔\[［﹝]\s*\d{4}\s*[〕\]］﹞]\s*\d{1,5}\s*号")
_SET_APART = re.compile(
    r"^(?P<title>.{4,}?)(?:\s*[.．·•…⋯‥_—－]{2,}\s*|(?:\s*[.．·•]){3,}\s*|\s{2,})"
    r"(?P<number>[^\s，。；]{0,14}[〔\[［﹝（(]\s*\d{4}\s*[〕\]］﹞）)]\s*第?\s*\d{1,5}\s*号)\s*$",
    re.DOTALL,
)
"""A number in a column of its own between title and page; dots may lead to both."""
_GLUED = re.compile(
    r"^(?P<title>.{6,}(?:通知|意见|决定|公告|通告|通报|批复|函|办法|报告|方案|规定|纪要|措施))\s?"
    r"(?P<number>[\u4e00-\u9fff]{0,10}[〔\[［﹝（(]\s*\d{4}\s*[〕\]］﹞）)]\s*第?\s*\d{1,5}\s*号)\s*$",
    re.DOTALL,
)
"""…的通知 某政发〔2014〕27号: nothing but the kind of document parts title and number."""
_OCCASION = re.compile(r"(?<=报告|讲话|说明|公报|号）)\s*[—－–]{1,3}\s*\S.*$", re.DOTALL)
"""政府工作报告——2030年2月22日在…会议上: what is printed on a line of its own under the title."""
_COUNT = re.compile(r"^\d{1,3}[.．、]\s*(?=[《\u4e00-\u9fff])")
"""3.某部关于…的通知: entries that are counted."""
_NUMBER_LEADS = re.compile(
    r"(?P<number>[\u4e00-\u9fff、\s]{2,40}(?:令|公告|通告)\s*(?:[〔\[［（(]?\s*\d{4}\s*[〕\]］）)年])?"
    r"\s*第?\s*\d{1,4}\s*号)[\s　]*"
    r"[（(]?(?P<title>[《\u4e00-\u9fff][^（）()]{3,}?)[)）]?",
    re.DOTALL,
)
"""某部公告2005年第12号　关于…的裁定, 某部令2005年第8号《某办法》."""
_ORDER_HEAD = re.compile(r"^[\u4e00-\u9fff]{2,24}令\s*[—－–]{1,3}\s*(?=\S{4})")
"""某部令 over ——某办法: the entry names what the order issues."""
_DATED = re.compile(
    r"[\s　]*[（(][^（）()〔〕号]{0,12}[12一二][\d一二三四五六七八九〇○零]{3}年[^（）()]{1,3}月[^（）()]{1,3}日"
    r"(?:[^（）()〔〕]{0,30}(?:公布|发布|通过|修订))?[)）]$"
)
"""（2030年2月9日某市人民政府令第45号公布）, （一九八三年四月五日） behind the title."""
_BULLET = re.compile(r"^[\s●○•·◆■▲★☆※►▶◎\-—]+")
SECTION = re.compile(
    r"[\u4e00-\u9fff、（）()“”\d]{0,24}?(?:文件|文|任免|大事记|政务|公报|公告|通告|解读|选登|选载|资料|统计|规章|法规|法規|法律|决定|决议|令|司法解释|案例|裁判文书|要闻|(?:重要|重大|领导|政务|公务)活动|动态|信息|讲话|报告|会议|批复|规范性文件|重要文件|事项|附录|专栏|专题|政策|人事|议程|名单|目录|条约|其他|其它|纪要|提案|公示|简讯|纪事|记事|特载|特稿|專載|文献|数据|县情|市情|区情|调研|法治|机构|经验交流|表彰|奖惩|批文|函件|指示|命令)"
)
SECTION_KIND = re.compile(r"(?:通知|意见|决定|批复|函|通报|通告|公告){1,2}")
"""Issues that sort their documents by kind head them so; as the first line of a title such a word never stands."""
UNNUMBERED = re.compile(
    r"统计(?:数据|资料|信息)|经济数据|数据发布|政务要闻|政务动态|要闻|政策解读|领导讲话|简讯"
)
"""Sections of what has no number: wherever such a name stands alone it is a section."""
_TOO_LONG = 200
_ISSUE_LINE = re.compile(
    r"[（(]?(?:[\d〇零○一二三四五六七八九]{4}年)?(?:总?第?[\d〇零○一二三四五六七八九十百]+期|"
    r"(?:双月|半月|月|季|旬|周|半年|年)刊[）)]?$)"
)
"""Year and number, or how often it appears, printed at the head of the list: no section."""
_FRONT = 150
_ANY_SECTION = re.compile(r"[\u4e00-\u9fff、]{2,8}|函")
_OPENS_ENTRY = re.compile(r"关于|令|印发|转发|批转|公告|通告|公报|决定书|裁定书")
"""税　收 over 财政部　税务总局关于…: a head says what the documents below are about, in any words."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list of an issue.

    Attributes:
        first, last: indices of its first and last paragraph (inclusive), -1 where there is none.
        entries: in printed order.
        sections: names of its sections in printed order.
        members: indices of the paragraphs that are entries, wraps of entries, section heads or pseudo-rows.
    """

    first: int
    last: int
    entries: tuple[ContentsEntry, ...]
    sections: tuple[str, ...]
    members: frozenset[int]
    lines: tuple[int, ...] = ()
    """The line of the source on which each entry begins."""


NONE = Contents(-1, -1, (), (), frozenset())


def section_name(text: str) -> str:
    """The name of a section head without its ornaments: 市政府文件 >>> → 市政府文件."""
    previous = None
    while previous != text:
        previous = text
        text = _SECTION_MARKS.sub("", text)
    return "".join(text.split())


def is_entry(line: Line) -> bool:
    """Whether a paragraph is a contents entry that ends with its page."""
    text = line.text
    if line.kind == "entry":
        return True
    if len(text) > _TOO_LONG or not text or (not text[-1].isdecimal() and text[-1] not in ")）"):
        return False
    if line.kind == "row":
        if text.count("\t") > 1 and "\t\t" not in text and "\t " not in text:
            return False  # more cells than two
        cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
        return len(cells) == 2 and _PAGE_CELL.fullmatch(cells[1]) is not None and len(cells[0]) >= 4
    return False


def expand_tables(paragraphs: list[Line]) -> list[Line]:
    """Set a contents list that is a ready-made table as rows of text: titles in one column, pages in the last."""
    if not any(line.table is not None for line in paragraphs[:_FRONT]):
        return paragraphs
    result: list[Line] = []
    for place, line in enumerate(paragraphs):
        if line.table is None or place >= _FRONT or not _is_contents_table(line.table):
            result.append(line)
            continue
        for cells in line.table.rows:
            row = Line("\t".join(cell.text for cell in cells if cell.text), line.line)
            row.kind = "row" if "\t" in row.text else ""
            if row.text:
                result.append(row)
    return result


def _is_contents_table(table: SourceTable) -> bool:
    rows = [[cell.text for cell in row if cell.text] for row in table.rows]
    rows = [row for row in rows if row]
    paged = [row for row in rows if len(row) == 2 and _PAGE_CELL.fullmatch(row[1]) and len(row[0]) >= 4]
    named = [row for row in paged if _names_document(row[0])]
    full = [row for row in rows if len(row) > 1]  # a row with one cell names a section
    return (
        len(paged) >= 2
        and len(paged) * 10 >= len(full) * 6
        and len(paged) * 2 >= len(rows)
        and len(named) * 2 >= len(paged)
    )


def find(paragraphs: list[Line]) -> Contents:
    """Find the contents list of an issue: the first cluster of entries that name documents."""
    cluster = _cluster(paragraphs)
    if not cluster:
        return NONE
    entries: list[ContentsEntry] = []
    lines: list[int] = []
    sections: list[str] = []
    members: set[int] = set()
    section = ""
    pending: list[str] = []
    held: list[int] = []
    led: list[str] = []
    first, last = cluster
    for index in range(first, last + 1):
        line = paragraphs[index]
        text = line.text
        if line.kind == "row" and _PSEUDO.fullmatch(text):
            members.add(index)
            continue
        if marks.REGISTRATION.fullmatch(text):
            members.add(index)
            continue
        ended = is_entry(line)
        alone = _PAGE_LINE.fullmatch(text)
        if alone and not pending and entries and entries[-1].page is None:
            # A number has closed the entry; its page was wrapped to a line of its own.
            entries[-1] = replace(entries[-1], page=int(alone["page"]))
            members.add(index)
            continue
        if pending and not ended and text[:1] in "【[" and _is_section(section_name(text), text):
            pending, held = [], []
        if not ended and line.kind == "row":
            continue
        if not ended and not pending:
            name = section_name(text)
            numbered = index < last and _BELOW_TITLE.fullmatch(paragraphs[index + 1].text) is not None
            known = _is_section(name, text) or _sets_section(paragraphs, index, last)
            if len(name) <= 24 and known and line.kind in ("", "attachment") and not numbered:  # 附录
                if not _ISSUE_LINE.match(name):
                    section = name
                    sections.append(name)
                members.add(index)
                continue
        if not ended and line.kind in ("contents", "date", "unit"):
            continue
        if led and not ended and entries:
            # Where pages stand first, what follows an entry is the rest of it.
            led.append(text)
            entries[-1] = _entry(led, section, True) or entries[-1]
            members.add(index)
            continue
        pending.append(text)
        held.append(index)
        entry = _entry(pending, section, ended)
        if entry:
            entries.append(entry)
            lines.append(paragraphs[held[0]].line)
            members.update(held)
            led = list(pending) if entry.page is not None and PAGE_FIRST.match(pending[0]) else []
            pending, held = [], []
        elif len(pending) > 3:
            pending, held = [], []
    return Contents(first, last, tuple(entries), tuple(sections), frozenset(members), tuple(lines))


def _sets_section(paragraphs: list[Line], index: int, last: int) -> bool:
    """Whether a short line between entries is a head of any name: set apart, or printed again over its documents."""
    line = paragraphs[index]
    name = section_name(line.text)
    if not _ANY_SECTION.fullmatch(name) or titles.is_organ(name) or index >= last:
        return False
    following = paragraphs[index + 1]
    if not _OPENS_ENTRY.search(following.text[:40]) or titles.is_organ(following.text):
        return False
    if line.blank or name != line.text or is_entry(following):
        return True
    return any(not other.kind and section_name(other.text) == name for other in paragraphs[last + 1 :])


def _is_section(name: str, text: str) -> bool:
    if titles.ABOUT.fullmatch(name) or name.count("（") > name.count("）"):
        return False  # 某办法（省人民政府令第204号）: its own bracket, no ornament
    return SECTION.fullmatch(name) is not None or name != "".join(text.split())


def _entry(pieces: list[str], section: str, ended: bool) -> ContentsEntry | None:
    # A number that begins a line of its own stays apart from the title above it.
    text = pieces[0] + "".join(("  " if _NUMBER_FIRST.match(piece) else " ") + piece for piece in pieces[1:])
    page = None
    if ended:
        leading = PAGE_FIRST.match(text)
        match = _PAGE.match(text)
        if leading and not match:
            page, text = int(leading["page"]), text[leading.start("title") :]
        elif match:
            page = int(match["page"]) if match["page"] else numerals.value(match["han"])
            text = match["title"] or match["before"] or ""
    text = _OCCASION.sub("", _SPEAKER.sub("", _AUTHOR.sub("", text)))
    text = _COUNT.sub("", text)
    number = ""
    led = _NUMBER_LEADS.fullmatch(text)
    if led:
        whole = titles.join([led["number"]])
        leading_number = numbers.order_number(whole) or numbers.line_number(whole)
        if leading_number:
            number, text = leading_number.normal, titles.unquote(led["title"].strip())
    text = _ORDER_HEAD.sub("", text)
    text = _DATED.sub("", _BULLET.sub("", text).rstrip(" \t.．·•…⋯‥—-_"))
    match = _NUMBERED.match(text) if not number else None
    if match:
        found = (
            numbers.line_number(match["number"])
            or numbers.order_number(match["number"])
            or (_ORDERS.search(match["title"]) and numbers.bare_number(match["number"], _announcer(match["title"])))
        )
        if found:
            number, text = found.normal, match["title"]
    apart = _SET_APART.match(text)
    if not apart and not number:
        apart = _GLUED.match(text)
        apart = apart if apart and titles.ends_like_title(apart["title"]) else None
    if apart and not number:
        found = numbers.line_number(apart["number"])
        number, text = found.normal if found else "", apart["title"]
    if not number:
        # 某局公告2030年第15号, 某行公告〔2008〕第12号: the number is the title.
        whole = titles.join([text])
        ordered = numbers.order_number(whole)
        if ordered is None and ("告" in whole or "令" in whole):
            ordered = numbers.line_number(whole)
        number = ordered.normal if ordered else ""
    if not ended and not number:
        return None
    title = titles.join([text]).rstrip(".．·•…⋯‥—-_")
    least = 2 if page is not None else 3  # 简讯
    return ContentsEntry(title, section, number, page) if len(title) >= least else None


def _announcer(title: str) -> str:
    """What a bare number under a title numbers: 某局公告, of 某局关于…的公告."""
    whole = titles.join([title])
    read = titles.read([title])
    return "".join(read.issuers) + read.kind if read is not None and read.form == "about" and read.issuers else whole


def _cluster(paragraphs: list[Line]) -> tuple[int, int] | None:
    """First and last paragraph of the list: entries at most a few paragraphs apart, more than one, naming documents."""
    marked = [index for index, line in enumerate(paragraphs) if is_entry(line)]
    heads = [index for index, line in enumerate(paragraphs) if line.kind == "contents"]
    runs: list[list[int]] = []
    for index in marked:
        if runs and index - runs[-1][-1] <= 6 and not _text_between(paragraphs, runs[-1][-1], index):
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        named = sum(1 for index in run if _names_document(paragraphs[index].text) or _ends_wrapped(paragraphs, index))
        if len(run) < 2 and not (heads and heads[0] < run[0]):
            continue
        if named * 3 < len(run) or not named:
            continue
        first = run[0]
        while (
            first > 0
            and run[0] - first < 3
            and (_may_lead(paragraphs[first - 1]) or (first == run[0] and _lacks_title(paragraphs, first)))
        ):
            first -= 1
        return first, run[-1]
    return None


def _ends_wrapped(paragraphs: list[Line], index: int) -> bool:
    """Whether an entry is the rest of a wrapped one whose title stands on the line above."""
    above = paragraphs[index - 1] if index else None
    return above is not None and not above.kind and not is_entry(above) and _names_document(above.text)


def _text_between(paragraphs: list[Line], left: int, right: int) -> bool:
    return any("。" in paragraphs[index].text or len(paragraphs[index].text) > 150 for index in range(left + 1, right))


_DOCUMENT_WORDS = re.compile(
    r"关于|通知|决定|公告|办法|条例|规定|意见|令|批复|大事记|公报|任免|方案|规划|條例|辦法|規定|規則|要點|計畫|訂定|修正|函轉|〔|讲话|报告|细则|解读|会议"
)


def _names_document(text: str) -> bool:
    return _DOCUMENT_WORDS.search(text) is not None


def _lacks_title(paragraphs: list[Line], index: int) -> bool:
    """Whether an entry is nothing but number and page, so that its title stands on the line over it."""
    above = paragraphs[index - 1]
    text = paragraphs[index].text
    bare = text[:1] in "（(" or _PAGE_LINE.fullmatch(text) is not None or _NUMBER_FIRST.match(text) is not None
    return bare and not above.kind and len(above.text) <= 80 and "。" not in above.text


def _may_lead(line: Line) -> bool:
    """Whether a paragraph may stand at the head of the first entry: its section, or its own first lines."""
    text = line.text
    if line.kind not in ("", "number") or len(text) > 80 or "。" in text or "：" in text or ":" in text:
        return False
    if _ORDERS.search(text.split("（")[0]) or marks.REGISTRATION.fullmatch(text):
        return True
    if line.kind:
        return False
    name = section_name(text)
    if len(name) <= 24 and _is_section(name, text):
        return True
    return "关于" in text or titles.is_organ(text) or _OCCASION.search(text) is not None
