"""What stands outside the documents of an issue: front matter, section heads between documents, back matter."""

from __future__ import annotations

import re

from reader.importing.grammar import labels
from reader.importing.repair.line import Line, Record
from reader.importing.structure import tables
from reader.importing.structure.assembling import Text
from reader.importing.structure.contents import SECTION, SECTION_KIND, UNNUMBERED, Contents, section_name
from reader.importing.structure.items import Item
from reader.model.document import BlockKind, Matter

_FIELDS = (
    "编印单位|承印单位|承印|印刷单位|印刷|发送对象|发送范围|发送单位|印刷册数|印刷份数|印制份数|印数|主办单位|主办|主管单位|主管|协办|"
    "编辑出版|编辑单位|编辑部|编辑|编审|出版单位|出版日期|出版|责任编辑|执行编辑|美术编辑|责任校对|校对|主编|副主编|总编|编委|地址|邮政编码|邮编|"
    "邮发代号|联系电话|电话|传真|网址|网站|电子邮箱|电子信箱|邮箱|准印证|准印证号|刊号|国内统一刊号|定价|发行范围|发行单位|发行|订阅|工本费|"
    "投稿邮箱|编者|设计|制作"
)
_FIELD = re.compile(rf"[（(《]?[^。；，]{{0,20}}?(?:{_FIELDS})\s*[:：].*")
_PHRASE = re.compile(
    r"内部资料|免费(?:交流|赠阅|发放|赠送)|传达政令|宣传政策|指导工作|服务(?:社会|大局|群众|人民|基层)|政务公开|公开政务"
    r"|准印证|刊号|ISSN|CN\d|邮发代号|E-?mail|https?://|www\.|[\w.]+@[\w.]+|标准文本|同等(?:法律)?效力|公众号|二维码|欢迎(?:订阅|投稿|赐稿)|每[月季]\d+日出版|扫一扫.{0,4}手机|打印(?:本页|本文)|关闭(?:窗口|本页)|政府公报.{0,10}(?:赠阅|查阅)点"
)
_SLOGAN = re.compile(
    r"[\u4e00-\u9fff]{2}\s*[\u4e00-\u9fff]{2}(?:[\s　、,，·]+[\u4e00-\u9fff]{2}\s*[\u4e00-\u9fff]{2}){0,5}"
)
_SURE = re.compile(
    r"(?:[省市县区州盟旗镇]|国务院|本[省市县区])?(?:委|政府|人民政府|人大|部门|直属)?(?:办公[厅室]|办|各?部门|机构|工作部门)?"
    r"(?:规范性)?(?:文件|规章|法规|法规规章)|人事任免|人事信息|人事|大事记|政策解读|领导讲话|重要讲话|会议纪要|政务动态|统计资料"
)
"""Names that are those of sections wherever they stand alone."""
_ISSUE = re.compile(r"[（(]?[12][09]\d\d年?[第·.．]?\d{1,3}[期号]?[）)]?(?:[（(]总.{1,10}[）)])?")
_COUNTED = re.compile(r"^[一二三四五六七八九十壹貳參肆伍陸]{1,2}、")
"""貳、專載 of the contents is printed 專載 over its documents."""
_LONGEST = 110


def back_start(paragraphs: list[Line], first: int) -> int:
    """The paragraph at which the back matter begins, not before `first`; where there is none their number."""
    size = len(paragraphs)
    start = size
    strong = 0
    for index in range(size - 1, first, -1):
        text = paragraphs[index].text
        if (
            paragraphs[index].kind in ("row", "table")
            or len(text) > _LONGEST
            or ("《" in text and "公报》" not in text)
        ):
            break
        if labels.label(text) is not None or (text[-1] == "。" and "公报" not in text):
            break
        if _is_back(text):
            strong += 1
            start = index
        elif (
            _SLOGAN.fullmatch(text)
            or (text[0] in "（(" and text[-1] in "）)")
            or (len(text) <= 24 and text[-1] not in "。；" and not paragraphs[index].kind)
        ):
            if index < size - 40:
                break
        else:
            break
    if not strong:
        return size
    # Slogans right over the first line that is certainly back matter belong to it.
    while start - 1 > first and _SLOGAN.fullmatch(paragraphs[start - 1].text) and not paragraphs[start - 1].kind:
        start -= 1
    return start


def _is_back(text: str) -> bool:
    dense = "".join(text.split())
    return _PHRASE.search(dense) is not None or (len(dense) <= 80 and _FIELD.fullmatch(dense) is not None)


def section_heads(paragraphs: list[Line], first: int, contents: Contents, known: frozenset[str]) -> int:
    """How many paragraphs right before `first` are section heads of the issue."""
    count = 0
    listed = {*contents.sections, *(_COUNTED.sub("", section) for section in contents.sections)}
    while count < 3 and first - count - 1 >= 0:
        line = paragraphs[first - count - 1]
        name = section_name(line.text)
        if line.kind == "attachment" and name in contents.sections:
            count += 1  # 附录 of the issue
            continue
        short = len(name) < 2 and not SECTION_KIND.fullmatch(name)
        if line.kind or short or len(name) > 26 or "。" in line.text or _ISSUE.fullmatch(name):
            break
        if name in listed or name in known:
            count += 1
            continue
        ornamented = name != "".join(line.text.split())
        # In bare text blank lines set it off, above and below, or the end of what stands before it.
        blank = line.blank and paragraphs[first - count].blank
        sure = _SURE.fullmatch(name) or SECTION_KIND.fullmatch(name) or UNNUMBERED.fullmatch(name)
        apart = (blank or _has_ended(paragraphs, first - count - 2)) and sure
        alone = bool(line.heading or line.centered or line.broken or line.bold or ornamented or apart)
        if (SECTION.fullmatch(name) or sure) and alone and len(name) <= 16:
            count += 1
            continue
        break
    return count


def _has_ended(paragraphs: list[Line], index: int) -> bool:
    """Whether a text ends with the paragraph at `index`; before the first one all has ended."""
    if index < 0:
        return True
    line = paragraphs[index]
    return line.kind in ("date", "publicity", "imprint", "row", "table") or line.text.endswith(("。", "）", ")"))


def front(paragraphs: list[Line], contents: Contents, record: Record) -> Matter | None:
    """The matter before the first document."""
    if not paragraphs:
        return None
    items: list[Item] = []
    for index, line in enumerate(paragraphs):
        kind = BlockKind.CONTENTS if index in contents.members or line.kind == "contents" else BlockKind.MASTHEAD
        if kind is BlockKind.CONTENTS and section_name(line.text) in contents.sections:
            kind = BlockKind.SECTION
        items.append(Item(kind, line.text, line))
    return _matter(items, record)


def plain(paragraphs: list[Line], kind: BlockKind, record: Record) -> Matter | None:
    """Matter of one kind: section heads, back matter, or a file without documents."""
    if not paragraphs:
        return None
    collected = tables.collect(paragraphs, record)
    return _matter(
        [Item(BlockKind.TABLE if line.grid is not None else kind, line.text, line) for line in collected], record
    )


def _matter(items: list[Item], record: Record) -> Matter:
    text = Text()
    for item in items:
        source = item.source
        if source.table is not None and item.grid is None:
            for piece in tables.collect([source], record):
                text.add(Item(BlockKind.TABLE if piece.grid is not None else item.kind, piece.text, piece))
            continue
        text.add(item)
    return Matter(text.text, tuple(text.blocks))
