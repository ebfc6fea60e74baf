"""Invented documents as bad extraction leaves them: breaks lost, wraps, furniture, columns, copies."""

from __future__ import annotations

from tests.reader.importing.layouts import Doc, Layout

_TITLE = "云汀市人民政府办公室关于印发云汀市公园管理办法的通知"
_DOC = Doc(
    _TITLE,
    "云政办发〔2030〕12号",
    "2030-04-06",
    "云汀市人民政府办公室",
    issued=("云汀市公园管理办法",),
    articles=4,
    headings=("第一章总则", "第二章管理"),
)
_BODY = (
    "各县、区人民政府，市直各单位：",
    "《云汀市公园管理办法》已经市政府同意，现印发给你们，请遵照执行。",
)
_RULES = (
    "第一章 总则",
    "第一条 为了加强公园管理，根据《云川省公园条例》等有关法律、法规，结合本市实际，制定本办法。",
    "第二条 本市行政区域内公园的规划、建设、保护和管理，适用本办法。",
    "第二章 管理",
    "第三条 公园管理单位应当履行下列职责：",
    "（一）建立健全管理制度；",
    "（二）保持园容整洁。",
    "第四条 违反本办法第三条规定的，由主管部门责令改正。",
)

ONE_LINE = Layout(
    "全文成一行",
    _TITLE
    + "云政办发〔2030〕12号"
    + "".join(_BODY)
    + "云汀市人民政府办公室2030年4月6日（此件公开发布）云汀市公园管理办法"
    + "".join(_RULES),
    (_DOC,),
)

IDEOGRAPHIC = Layout(
    "段落之间只剩全角空格",
    _TITLE
    + "　　云政办发〔2030〕12号　　"
    + "　　".join(_BODY)
    + "　　云汀市人民政府办公室　　2030年4月6日　　（此件公开发布）　　云汀市公园管理办法　　"
    + "　　".join(_RULES),
    (_DOC,),
)


def wrapped(paragraphs: list[str], width: int, indent: str, blank: bool) -> list[str]:
    """Paragraphs as printed lines of so many characters."""
    lines: list[str] = []
    for paragraph in paragraphs:
        first = width - 2
        lines.append(indent + paragraph[:first])
        for at in range(first, len(paragraph), width):
            lines.append(paragraph[at : at + width])
        if blank:
            lines.append("")
    return lines


_LONG = [
    "为深入贯彻落实省委、省政府关于城市公园建设的决策部署，持续改善人居环境，提升城市品质，不断增强人民群众的获得感、幸福感、安全感，结合我市实际，制定本方案。",
    "各县、区人民政府要切实加强对公园建设工作的组织领导，建立健全工作机制，明确责任分工，细化工作措施，统筹安排资金，确保各项任务按期完成，重要情况及时报告市人民政府。",
    "市住房和城乡建设局要会同市财政局、市自然资源和规划局等有关部门，加强对公园建设工作的指导和督促检查，对工作不力、进展缓慢的县区，要及时予以通报。",
    "各有关单位要充分利用报刊、广播、电视、网络等媒体，广泛宣传公园建设的重要意义，及时总结推广好经验、好做法，营造全社会共同关心、支持公园建设的良好氛围。",
]

_PLAN = (
    ["云汀市人民政府", "关于印发云汀市公园建设三年行动方案的通知", "", "云政发〔2030〕7号", ""],
    ["各县、区人民政府，市直各单位："],
    ["现将《云汀市公园建设三年行动方案》印发给你们，请结合实际，认真抓好贯彻落实。"],
    ["", "云汀市人民政府", "2030年3月2日", "", "云汀市公园建设三年行动方案", ""],
)


def plan(indent: str, blank: bool, furniture: bool) -> str:
    """A plan in wrapped lines; with furniture each page ends with a running head and a page number."""
    lines = list(_PLAN[0])
    lines += wrapped(_PLAN[1], 22, "", False) + wrapped(_PLAN[2], 22, indent, False) + _PLAN[3]
    body: list[str] = []
    for number, name in enumerate(("总体要求", "重点任务", "保障措施"), 1):
        body += [indent + "一二三"[number - 1] + "、" + name]
        if blank:
            body.append("")
        body += wrapped(_LONG, 22, indent, blank)
        body += wrapped([f"（一）加强领导。{_LONG[1]}", f"（二）强化宣传。{_LONG[3]}"], 22, indent, blank)
    if furniture:
        pages = [body[at : at + 15] for at in range(0, len(body), 15)]
        body = []
        for number, page in enumerate(pages, 12):
            body += [*page, f"— {number} —", "云汀市人民政府公报2030年第2期"]
        body = body[:-2]
    return "\n".join(lines + body) + "\n"


_PLAN_DOC = Doc(
    "云汀市人民政府关于印发云汀市公园建设三年行动方案的通知",
    "云政发〔2030〕7号",
    "2030-03-02",
    "云汀市人民政府",
    issued=("云汀市公园建设三年行动方案",),
    headings=("一、总体要求", "二、重点任务", "三、保障措施"),
)

WRAPPED_INDENTED = Layout("硬换行，首行缩进，无空行", plan("　　", False, False), (_PLAN_DOC,))
WRAPPED_BARE = Layout("硬换行，无缩进，无空行", plan("", False, False), (_PLAN_DOC,))
WRAPPED_BLANK = Layout("硬换行，段间空行", plan("", True, False), (_PLAN_DOC,))
WRAPPED_FURNITURE = Layout(
    "硬换行，页码与书眉混入正文", plan("　　", False, True), (_PLAN_DOC,), {"year": 2030, "number": 2}
)


def side_by_side(left: list[str], right: list[str]) -> list[str]:
    """Two columns of printed lines on one page, as a layout-keeping extractor gives them."""
    size = max(len(left), len(right))
    left, right = left + [""] * (size - len(left)), right + [""] * (size - len(right))
    pad = 44
    rows = []
    for one, other in zip(left, right, strict=True):
        used = sum(2 if ord(char) > 127 else 1 for char in one)
        rows.append((one + " " * (pad - used + 6) + other).rstrip())
    return rows


def _columns() -> str:
    head = ["云汀市人民政府", "关于印发云汀市公园建设三年行动方案的通知", "", "云政发〔2030〕7号", ""]
    first = wrapped(["各县、区人民政府，市直各单位："], 20, "", False)
    first += wrapped(_PLAN[2], 20, "　　", False)
    first += ["　　　　　　　　　　云汀市人民政府", "　　　　　　　　　　2030年3月2日", "云汀市公园建设三年行动方案"]
    body: list[str] = []
    for number, name in enumerate(("总体要求", "重点任务", "保障措施"), 1):
        body += ["　　" + "一二三"[number - 1] + "、" + name]
        body += wrapped(_LONG, 20, "　　", False)
    lines = first + body
    half = (len(lines) + 1) // 2
    return "\n".join(head + side_by_side(lines[:half], lines[half:])) + "\n"


TWO_COLUMNS = Layout("两栏并排", _columns(), (_PLAN_DOC,))

_SIGNED = ("云汀市人民政府办公室", "2030年4月6日", "云汀市公园管理办法")
_WHOLE = (_TITLE, "云政办发〔2030〕12号", *_BODY, *_SIGNED, *_RULES)
TWICE = Layout(
    "同一正文存了两遍",
    "\n\n".join(_WHOLE) + "\n\n" + "\n\n".join(_WHOLE),
    (_DOC,),
)

TAIWAN = Layout(
    "臺灣公報：公告、令、主旨、依據、公告事項",
    """雲川市政府公報　中華民國119年冬字第12期

目　錄

法規
修正「雲川市公園管理自治條例」……………………………………………2
公告
公告本市明月公園範圍………………………………………………………5

雲川市政府　令

中華民國119年3月5日
府法綜字第1193005678號

修正「雲川市公園管理自治條例」。
附修正「雲川市公園管理自治條例」

市長　方知遠

雲川市公園管理自治條例

第一條　為管理雲川市公園，特制定本自治條例。
第二條　本自治條例之主管機關為雲川市政府。

雲川市政府　公告

中華民國119年3月8日
府工公字第1193009876號

主旨：公告本市明月公園範圍。
依據：雲川市公園管理自治條例第二條。
公告事項：
一、範圍如附圖。
二、自公告日起生效。

市長　方知遠
""",
    (
        Doc("雲川市政府令", "府法綜字第1193005678号", "2030-03-05", "雲川市政府", articles=2),
        Doc("雲川市政府公告", "府工公字第1193009876号", "2030-03-08", "雲川市政府", kind="公告"),
    ),
)

DAMAGED = (
    ONE_LINE,
    IDEOGRAPHIC,
    WRAPPED_INDENTED,
    WRAPPED_BARE,
    WRAPPED_BLANK,
    WRAPPED_FURNITURE,
    TWO_COLUMNS,
    TWICE,
    TAIWAN,
)
PARAGRAPHS = tuple(_LONG)
