"""The shape of a document's title: 机关 + 关于 + 事由 + 文种 (GB/T 9704—2012 §7.3.1), and its kindred."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORGAN_ENDS = (
    "人民政府|政府|办公室|办公厅|委员会|常委会|常务委员会|代表大会|人大常委会|领导小组|指挥部|联席会议|总局|管理局|监督局|公安局|局|厅|部"
    "|国务院|法院|检察院|研究院|科学院|学院|医院|设计院|党组|军区|军分区|警备区|人武部|人民武装部|人民委员会|革命委员会|总队|支队|总工会|工会|共青团|团委|妇联|残联|科协|文联|工商联|红十字会|供销社|供销合作社"
    "|委|署|总署|海关|人民银行|银行|中心支行|分行|税务总局|协会|学会|基金会|管委会|管理处|中心|总公司|集团公司|公司|大学|中学|委办|市委|省委|区委|县委|党委|纪委"
    "|监委|政协|工委|档案馆|图书馆|气象台|邮政局|烟草专卖局|总社|出版社|编辑部|街道办事处|办事处|行署|公署|秘书处|秘书局|证监会|银监会|保监会|银保监会|电监会|国资委"
    "|计委|经委|建委|教委|体委|科委|农委|经贸委|计生委|民委|爱卫会|安委会|防指|调查队|普查办|公證處|處|局|廳|會|署|館|委員會|管理處|消防救援局|审计署|外汇局|移民局|文物局|铁道部|交通部|军委|中共中央|中央|建设兵团|兵团"
    "|综合司|规划司|管理司|监管司|监督司|法规司|财务司|政策司|教育司|服务司|发展司|保障司|合作司|市场司|主席团"
)
_PLACE = r"[\u4e00-\u9fff·]"
_ALONE = "国务院|中共中央|党中央|中央军委|全国人大常委会|最高人民法院|最高人民检察院"
ORGANS = re.compile(
    rf"(?:{_ALONE}|{_PLACE}{{1,28}}?(?:{_ORGAN_ENDS}))(?:[\s、，]+(?:{_ALONE}|{_PLACE}{{1,28}}?(?:{_ORGAN_ENDS})))*(?:[\s、]*等[\u4e00-\u9fff\d一二三四五六七八九十]{{1,6}}(?:部门|单位|部委|机关))?"
)
"""One body or several, with nothing else."""
OTHERS = re.compile(r"等[\u4e00-\u9fff\d]{0,6}(?:部门|单位|部委|机关)")
AND_OTHERS = re.compile(OTHERS.pattern + "$")
"""甲局等4部门: the others sign."""
_NO_NAME = re.compile(
    r"关于|文件|印发|转发|批转|公布|颁布|任命|任免|按照|根据|负责|加强|做好|推进|提高|落实|促进|实施|开展|建立|[的了是为将由被把]|^[各本该其你我]"
    r"|(?:全|内|外|东|西|南|北|中|干|局|大|一|首|顶|底)部(?=$|[\s、，])|(?:格|布|结|大|全|新|开|破|当|残)局(?=$|[\s、，])|[大客餐]厅(?=$|[\s、，])"
)
"""What the name of a body never holds, and words that only end like one."""
KINDS = (
    "国民经济和社会发展统计公报", "统计公报", "实施意见", "指导意见", "若干意见", "暂行办法", "管理办法",
    "实施办法", "实施细则", "实施方案", "行动方案", "工作方案", "行动计划", "工作要点", "工作规则",
    "政府工作报告", "任免名单", "任职名单", "人事任免", "大事记", "会议纪要", "通知", "意见", "决定", "决议",
    "公告", "通告", "通报", "报告", "汇报", "请示", "批复", "复函", "函", "纪要", "命令", "令", "条例", "规定", "办法",
    "细则", "方案", "规划", "计划", "纲要", "要点", "规则", "章程", "制度", "标准", "目录", "名单", "清单",
    "公报", "解读", "说明", "讲话", "预案", "规程", "规范", "指南", "指引", "措施", "政策", "安排", "议案",
    "答复", "公约", "协定", "声明", "倡议书", "启事", "布告", "指示", "补充规定", "任免", "议定书", "建议",
    "口径", "法", "解释", "要求", "准则", "责任书", "承诺书", "简介", "述评", "综述", "摘要", "法案", "批示",
    "嘉奖令", "任命", "名录", "情况表", "一览表", "明细表", "汇总表", "统计表", "分解表", "表", "分工", "体系",
    "答记者问", "意见书", "贺信", "贺电", "慰问信", "公开信", "文告",
)  # fmt: skip
_SUFFIX = r"(?:\s*[（(〔\[][^（）()]{1,24}[）)〕\]])*"
_KIND = "|".join(sorted(KINDS, key=len, reverse=True)).replace("|表|", "|(?<!代)表|")
ENDS_WITH_KIND = re.compile(rf".*?(?P<kind>{_KIND}){_SUFFIX}\s*[》〉”]?\s*", re.DOTALL)
_OFFICIAL = (
    "通知|意见|决定|决议|公告|通告|通报|报告|汇报|请示|批复|复函|函|纪要|命令|令|规定|办法|"
    "实施意见|方案|指示|议案|布告|说明|细则|条例|计划|规划|要点|补充通知|紧急通知|公报|"
    "答复|措施|政策|安排|建议|若干政策|若干措施|解释|制度|规则|任免|讲话|工作要点|解读|"
    "声明|任职|免职|职务|工作"
)
ABOUT = re.compile(
    rf"(?P<issuer>[^，。；：《》]{{0,80}}?)\s*关于(?P<matter>.{{2,220}}?)(?:的)?\s*(?P<kind>{_OFFICIAL}){_SUFFIX}",
    re.DOTALL,
)
_RELAY_VERB = "印发|转发|批转|公布|发布|颁布|颁发|下发|批准|转批|修改|修订|废止"
RELAY = re.compile(
    rf"(?P<issuer>[^，。；：《》]{{2,80}}?)\s*(?:关于)?\s*(?P<verb>{_RELAY_VERB})(?P<matter>.{{2,220}}?)(?:的)?\s*(?P<kind>通知|函|命令|令|决定|公告|意见){_SUFFIX}",
    re.DOTALL,
)
"""国务院批转国家计委关于…报告的通知: no 关于 of its own."""
_RELAY_OLD = re.compile(
    r"(?P<issuer>[^，。；：《》]{2,60}?)\s*(?P<verb>批转|转发)(?P<matter>.{2,160}?(?P<kind>报告|请示|意见|办法|规定|方案|计划|总结|纪要))"
)
"""国务院批转粮食部关于…的报告: the gazettes of the fifties leave 的通知 out."""
NEWS = re.compile(
    r"(?P<issuer>[^，。；：《》]{2,80}?)\s*(?P<kind>印发|发布|公布|转发|出台)\s*《(?P<matter>[^《》]{4,120})》",
    re.DOTALL,
)
"""中共中央办公厅 国务院办公厅印发《关于…的意见》: how gazettes title what two offices issue together."""
_SHAPES = (("about", ABOUT, 0.9), ("relay", RELAY, 0.8), ("news", NEWS, 0.8), ("relay", _RELAY_OLD, 0.7))
_VERBS = re.compile(_RELAY_VERB)
_ORDER = re.compile(r"(?:中华人民共和国)?[\u4e00-\u9fff、\s]{0,60}(?:令|公告|通告|命令|布告)(?:\s*[（(].{1,16}[）)])?")
_DECISION = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,24}?)(?:行政处罚|行政处理|行政复议|行政裁决|市场禁入|处罚|复议)+(?P<kind>决定书)(?:[（(].{1,40}[)）])?"
)
"""某局行政处罚决定书（某公司）: a decision on one case."""
_ANNOUNCED = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,20}?(?:人民政府|办公室|办公厅|委员会|局|厅))"
    r"(?P<matter>[\u4e00-\u9fff“”]{2,24}?)(?P<kind>公告|通告|公示)"
)
"""某区人民政府征收土地预公告: no 关于."""
_RULING = re.compile(
    r"第\s*\d{1,4}/\d{4}\s*[號号](?:[\u4e00-\u9fff]{2,20}?)?(?P<kind>批示|行政法規|行政命令|法律|通告|公告)"
)
"""第45/2019號行政長官批示: Macau's rulings are called by their numbers."""
_OWN = re.compile(r"([部局署委])\1$")
"""某部 over 部令: the body is named twice."""
_CHRONICLE = re.compile(
    r".{0,24}?(?:(?:[12]\d{3}\s*年)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:[-—–－~～至、]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?\s*月(?:份)?)?.{0,12}?(?:政务)?大\s*事\s*记.{0,20}"
)
_LAW = re.compile(
    r"(?:中华人民共和国|[\u4e00-\u9fff]{2,9}(?:省|市|区|州|县))[\u4e00-\u9fff、（）]{1,40}(?:法|条例|规定|办法|细则|规则|决定)(?:\s*[（(].{1,12}[）)])?"
)
_TREATY = re.compile(
    r"[\u4e00-\u9fff·]{2,30}(?:政府|共和国|王国|联邦|联盟|国)(?:和|与|同|、)[\u4e00-\u9fff·]{2,40}?(?:政府|共和国|王国|联邦|国)"
    r"[\u4e00-\u9fff·、（）()\d]{0,60}(?P<kind>协定|议定书|公约|条约|联合声明|联合公报|谅解备忘录|换文)"
)
_APPOINTMENT = re.compile(
    r"(?P<issuer>[^，。；：]{0,40}?)(?:决定|关于)?(?:任免|任职|免职|任命)(?:[^，。；：、]{0,8}(?:人员|干部|名单|事项|通知|决定))?"
)
_PERIOD = re.compile(r"[12]\d{3}年.{0,12}$")
_SPACES = re.compile(r"\s+")
_LATIN = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")
_SENTENCE = re.compile(r"[。；！？]|，[^，]{0,80}，[^，]{0,80}，[^，]{0,80}，")


@dataclass(frozen=True, slots=True)
class Title:
    """What the shape of a title says.

    Attributes:
        text: the title, joined, without spaces.
        issuers: the bodies it begins with.
        kind: 通知, 意见, 令, 大事记 …
        form: "about" (机关关于…的文种), "relay" (印发, 转发 …), "order" (令, 公告),
            "news" (两办印发《…》), "appointment" (任免), "chronicle", "law", "treaty", "other".
        weight: how surely this shape is a title, 0–1.
    """

    text: str
    issuers: tuple[str, ...]
    kind: str
    form: str
    weight: float


def join(pieces: list[str]) -> str:
    """The title as one string: the spaces and breaks of line wraps gone, those between Latin words kept."""
    text = "\n".join(pieces)
    kept = _LATIN.sub("\0", text)
    return _SPACES.sub("", kept).replace("\0", " ")


def is_organ(text: str) -> bool:
    """Whether a line names one or several bodies and nothing else."""
    return 2 < len(text) <= 120 and ORGANS.fullmatch(text) is not None and _NO_NAME.search(text) is None


def names_organ(text: str) -> bool:
    """Whether a line over a title names a body, gaps of recognition in its name or not: 云汀 市人民 政府."""
    return is_organ(text) or (" " in text and is_organ(_SPACES.sub("", text)))


def ends_like_title(text: str) -> bool:
    """Whether a line ends as titles end: with a kind of document, perhaps （试行）, and holds no sentence."""
    if len(text) > 160 or _SENTENCE.search(text):
        return False
    return ENDS_WITH_KIND.fullmatch(_SPACES.sub("", text)) is not None


def read(pieces: list[str]) -> Title | None:
    """Read the lines of a possible title.

    Args:
        pieces: its printed lines, in order.

    Returns:
        None where the lines cannot be a title.
    """
    text = join(pieces)
    if not 3 <= len(text) <= 260 or _SENTENCE.search(text) or text.count("》") > text.count("《"):
        return None
    for form, expression, weight in _SHAPES:
        match = expression.fullmatch(text)
        if match:
            issuers = issuers_of(pieces, match["issuer"])
            if match["issuer"] and not issuers and form != "about":
                continue
            if match["issuer"] and not issuers and _VERBS.search(match["issuer"]):
                continue  # 国务院批转国家计委关于…: the body stands before the verb
            sure = weight if issuers or not match["issuer"] else weight - 0.3
            if not match["issuer"]:
                sure -= 0.15
            return Title(text, issuers, match["kind"], form, sure)
    if _CHRONICLE.fullmatch(text) and len(text) <= 40:
        head = text.split("大事记")[0]
        return Title(text, (), "大事记", "chronicle", 0.8 if head and not head.isspace() else 0.5)
    if _ORDER.fullmatch(text) and len(text) <= 60:
        kind = next(kind for kind in ("公告", "通告", "命令", "布告", "令") if kind in text)
        head = _OWN.sub(r"\1", text[: text.rindex(kind)])
        organ = issuers_of(pieces, head)
        if organ or not head or head.endswith(("主席", "總統")):
            return Title(text, organ, kind, "order", 0.6 if head else 0.2)
    ruling = _RULING.fullmatch(text)
    if ruling:
        return Title(text, (), ruling["kind"], "order", 0.9)
    announced = _ANNOUNCED.fullmatch(text)
    if announced and is_organ(announced["issuer"]):
        return Title(text, (announced["issuer"],), announced["kind"], "about", 0.5)
    decision = _DECISION.fullmatch(text)
    if decision:
        return Title(text, issuers_of(pieces, decision["issuer"]), decision["kind"], "order", 0.6)
    treaty = _TREATY.fullmatch(text)
    if treaty:
        return Title(text, (), treaty["kind"], "treaty", 0.45)
    if _LAW.fullmatch(text):
        return Title(text, (), "", "law", 0.45)
    match = _APPOINTMENT.fullmatch(text)
    if match:
        head = match["issuer"]
        named = _PERIOD.sub("", head)  # 某市人民政府2030年2—3月份任免; 市政府 alone names nobody
        return Title(text, issuers_of(pieces, named if len(named) > 4 else head), "人事任免", "appointment", 0.4)
    match = ENDS_WITH_KIND.fullmatch(text)
    if match:
        return Title(text, (), match["kind"], "other", 0.3)
    return None


_HEADS = re.compile(
    r"关于|文件|印发|转发|批转|公布|发布|颁布|颁发|下发|批准|任免|任命|表彰|授予|追授|对|给予|严格|同意|调整|成立"
)
_SEPARATORS = re.compile(r"[\s、，]+")
_GAPS = re.compile(r"(\s+)")


def issuers_of(pieces: list[str], head: str) -> tuple[str, ...]:
    """The bodies a title begins with.

    Args:
        pieces: the printed lines of the title; joint bodies are printed apart, by space or line.
        head: the joined text before 关于 or the verb.
    """
    if not head:
        return ()
    printed = "\n".join(pieces)
    # Walk the printed text until the letters of `head` are used up, to find its separators again.
    taken: list[str] = []
    count = 0
    for char in printed:
        if count == len(head):
            break
        taken.append(char)
        if not char.isspace():
            count += 1
    lines = [unspaced(line) for line in "".join(taken).strip().split("\n")]
    names = [name for name in _SEPARATORS.split("\n".join(lines)) if name]
    joined: list[str] = []
    for name in names:
        if joined and not is_organ(joined[-1]):
            joined[-1] += name  # a name that was wrapped
        else:
            joined.append(name)
    if joined and joined[-1].startswith("等") and len(joined) > 1:
        joined[-2:] = [joined[-2] + joined[-1]]
    if not all(map(is_organ, joined)):
        joined = [_SPACES.sub("", "".join(taken))]  # 云汀市人民政府 办 公室: gaps of recognition part no bodies
    return tuple(part for name in joined for part in _parted(name)) if is_organ(joined[0]) else ()


_AFRESH = re.compile(r"国务院|国家|中共|中国|最高人民|全国|中央军委")


_OF_STATE = (
    r"(?:国家[\u4e00-\u9fff]{2,9}?(?:委员会|委|总局|局|署)|中国[\u4e00-\u9fff]{2,9}?(?:会|行|总局)|最高人民(?:法|检察)院"
    r"|海关总署|审计署|国务院|中共中央(?=国务院|办公厅|$)|(?:中共)?中央[\u4e00-\u9fff]{2,6}?[部办]|[^国中总省市县区州][\u4e00-\u9fff]{1,8}?部)(?:办公厅)?"
)
_OF_THE_STATE = re.compile(f"(?:{_OF_STATE}){{2,}}")
_ONE_OF_STATE = re.compile(_OF_STATE)


def _parted(name: str) -> list[str]:
    """Bodies whose names are printed without a gap: 财政部国家税务总局, 中共甲市委办公室甲市人民政府办公室."""
    if _OF_THE_STATE.fullmatch(name):
        parts = [match[0] for match in _ONE_OF_STATE.finditer(name)]
        if "".join(parts) == name and all(map(is_organ, parts)):
            return parts
    place = name[0] if name[0] in "省市县区州" else name.removeprefix("中共")[:2]
    for at in range(3, len(name) - 2):
        national = name.startswith(("全国", "国家", "中国")) and _ONE_OF_STATE.fullmatch(name, at)
        afresh = national or _AFRESH.match(name, at) or (name.startswith(place, at) and place not in ("国家", "中国"))
        if afresh and is_organ(name[:at]) and is_organ(name[at:]):
            return [name[:at], *_parted(name[at:])]
    return [name]


_LABELLED = re.compile(r"(?P<issuer>[^，。；：]{3,40}?)[\s　]*(?P<kind>令|函|書函|公告|開會通知單|公示送達公告)")


def labelled(text: str) -> Title | None:
    """The title of an official document of Taiwan, whose labelled lines bear it out: 某縣政府　函."""
    match = _LABELLED.fullmatch(text.strip())
    if match is None:
        return None
    return Title(join([text]), issuers_of([text], join([match["issuer"]])), match["kind"], "order", 0.9)


def unspaced(line: str) -> str:
    """A line with letter-spaced names, spaces left between the names only: 财 政 部    水 利 部 → 财政部 水利部."""
    parts = _GAPS.split(line.strip())
    words, gaps = parts[::2], parts[1::2]
    if len(words) < 3 or sum(len(word) == 1 for word in words) * 2 < len(words):
        return line
    unit = min(map(_gap_width, gaps))
    pieces = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append((" " if _gap_width(gap) > unit else "") + word)
    return "".join(pieces)


def _gap_width(gap: str) -> int:
    return sum(2 if char == "\u3000" else 1 for char in gap)


_RELAYED = re.compile(
    r"(?:关于|对)?\s*(?:重新|修订|修改并|联合|再次)?(?P<verb>印发|转发|批转|公布|发布|颁布|颁发|下发|批准发布|施行|实施|批准)(?P<inner>.{2,200}?)(?:的)?(?:补充|紧急)?(?:通知|函|命令|令|决定|公告|批复|意见)"
    + _SUFFIX
    + "$"
)


_PUBLISHING = ("公布", "发布", "批准", "施行", "实施", "批准发布")


def relayed(title: str) -> str:
    """The text a title says it issues: 关于印发《甲办法》的通知 → 甲办法; "" where it issues none."""
    news = NEWS.fullmatch(title)
    if news:
        return news["matter"]
    old = _RELAY_OLD.fullmatch(title)
    if old and is_organ(old["issuer"]):
        return unquote(old["matter"])
    match = _RELAYED.search(title)
    if not match or match.end() != len(title):
        return ""
    inner = match["inner"].removesuffix("的")
    if match["verb"] in ("颁发", "下发") and inner.endswith(("奖", "证书", "奖章", "称号", "资金", "经费")):
        return ""
    if match["verb"] in _PUBLISHING and ("《" not in inner or "》等" in inner):
        return ""  # 公布一批…目录: a list is made known, no text is issued
    return unquote(inner)


def unquote(text: str) -> str:
    """Take off a pair of 《》 that encloses a whole title; 《甲》乙 keeps its marks."""
    if text.startswith("《") and text.endswith("》") and text.count("《") == 1:
        return text[1:-1]
    return text
