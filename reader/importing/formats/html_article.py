"""Tells the article of a web page from its furniture: navigation, breadcrumbs, share bars, footers.

No page is known by name. Evidence: tags and the words in class and id attributes that site builders use, how much
running text an element holds, how much of it is links, and a few set phrases of government sites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

CODE_TAGS = frozenset({"script", "style", "head"})
SKIPPED_TAGS = CODE_TAGS | {"template", "noframes", "object", "applet", "svg"}
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "header", "button", "select", "textarea", "noscript", "iframe"})
_FURNITURE_NAMES = (
    "nav navbar navi navigation menu submenu header head top foot footer bottom breadcrumb breadcrumbs crumb crumbs "
    "bread position location path share sharing bdsharebuttonbox bshare social toolbar tool tools noprint sidebar side "
    "aside related relate relation recommend hot search login register copyright banner logo ad ads advert advertise "
    "qrcode ewm erweima links friendlink pager pagination prevnext comment comments fontsize floatbox gotop totop "
    "weizhi dqwz daohang fenxiang yejiao dibu xgwz xgyd xglj xgjd skip accessible wza toptool"
)
_FURNITURE_WORDS = frozenset(_FURNITURE_NAMES.split())
_ARTICLE_NAMES = (
    "ucap trs editor ueditor article articles content contents zoom conzoom detail text txt zw zhengwen vsb wzy xl "
    "entry post main maincontent"
)
_ARTICLE_WORDS = frozenset(_ARTICLE_NAMES.split())
_CONTAINERS = frozenset({"div", "td", "tr", "tbody", "table", "section", "article", "main", "form", "center", "body",
                         "ul", "dl", "dd", "blockquote", "ucapcontent", "span", "font"})
_DESCEND_SHARE = 0.7  # of the running text which a child must hold to be the article rather than its parent
_DATA_SHARE = 0.5  # of the text of a table which no cell of a data table holds
_NEVER_HIDDEN_SHARE = 0.6  # of the running text; an element of more is not hidden for good
_NEVER_FURNITURE_SHARE = 0.4  # of the running text; a container of more is misnamed

_SENTENCE = re.compile(r"[。；，、：！？]")
_SITE = re.compile(r"ICP备|公网安备|版权所有|网站标识码|网站地图|技术支持|政府网站找错|Copyright|©"
                   r"|轻点两下|微信扫一扫|预览时标签不可点", re.IGNORECASE)
_PHRASE = re.compile(
    r"[【\[\s]*(?:打印|打印本页|打印文章|打印此页|关闭|关闭窗口|关闭本页|打印\s*关闭(?:窗口)?|收藏|分享|分享到|保存"
    r"|纠错|我要纠错|返回|返回顶部|返回首页"
    r"|返回上一页|回到顶部|顶部|加入收藏|设为首页|无障碍(?:阅读|浏览)?|适老版|长者模式|关怀版|繁体(?:版|中文)?|简体(?:版|中文)?|English|登录|注册"
    r"|放大|缩小|大|中|小|默认|朗读|语音播报|播报|微信|微博|QQ空间|更多|下载|全文下载|扫一扫.{0,25}|手机(?:扫码|版|浏览).{0,15}"
    r"|相关(?:链接|新闻|文件|文章|阅读|解读|信息|文档|稿件|报道|政策)|(?:政策)?(?:图解|解读)(?:链接|文件)?|附件下载|延伸阅读|热点推荐|推荐阅读)"
    r"[】\]\s:：]*"
    r"|[【\[(（]?\s*(?:字体|字号|文字大小|字体大小)\s*[:：]?[\s【】\[\]()（）大中小特+\-AT默认|/]*"
    r"|(?:(?:【\s*)?(?:打印|关闭|收藏|分享|关闭窗口|打印本页|返回)(?:\s*】)?[\s|·/]*){2,}"
    r"|(?:您|当前|现在|所在)(?:的|当前|现在|所在)*位置\s*(?:是)?[:：].*|位置\s*[:：].*[>＞»›].*|您现在的位置.*|首页\s*(?:>|＞|»|›|→|/|-).*"
    r"|(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇)\s*[:：].*"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?\s*[:：]?\s*\d*\s*次?"
    r"|(?:责任|值班|微信)?(?:编辑|审核|校对|校审|初审|复审|终审|监制|编审)\s*[:：][^。；]{0,20}|原标题\s*[:：].{0,80}"
    r"|(?:长按|点击|扫描|识别).{0,20}(?:关注|订阅|二维码).{0,12}|\s*(?:信息)?来源\s*[:：].{0,40}(?:时间|日期|编辑|作者|浏览|点击|次数|字体|字号).*"
    r"|(?:发布|发表|更新|录入)?(?:时间|日期)\s*[:：]\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}.{0,80}"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?|.{0,30}(?:来源|点击|浏览|阅读|字号|字体)).{0,60}"
    r"|(?:信息|稿件|文章)来源\s*[:：].{0,40}")
_OUTSIDE_PHRASE = re.compile(
    r"(?:主办|主办单位|承办|承办单位|协办|运行维护|维护单位|联系电话|电话|地址|邮编|邮箱|联系我们|关于我们|技术支持|浏览器|建议使用|为确保最佳浏览).*")
_NUMBER = re.compile(r"[〔\[［﹝【（(]\s*(?:19|20)\d\d\s*[〕\]］﹞】）)]\s*第?\s*\d+\s*号|第\s*\d+\s*号$")
_NUMBER_LINE = re.compile(r"[（(]?[\u4e00-\u9fff]{2,12}[〔\[［﹝【（(](?:19|20)\d\d[〕\]］﹞】）)]第?\d+号[)）]?")
_LEAST_DOCUMENT = 20.0
"""Of running text, in characters, that a document holds."""
_METADATA_NAMES = (
    "索引号 索引码 主题分类 信息分类 组配分类 体裁分类 分类 发文机关 发文机构 发布机构 发布单位 "
    "制发机关 公开主体 成文日期 生成日期 发文日期 发布日期 公开日期 公布日期 标题 名称 文件名称 "
    "信息名称 发文字号 文号 文件编号 主题词 关键词 有效性 效力状态 时效性 文件状态 有效期 公开类别 "
    "公开方式 公开范围 公开属性 公开形式 公开程序 公开时限 废止日期 生效日期 失效日期 施行日期 "
    "统一编号 登记号 规范性文件登记号 内容概述 信息索引"
)
METADATA_LABELS = frozenset(_METADATA_NAMES.split())
_LABEL = re.compile(r"\s*([\u4e00-\u9fff][\u4e00-\u9fff\s\u3000\xa0]{0,14})\s*[:：]\s*")


@dataclass(frozen=True, slots=True)
class Regions:
    """The element that holds the article, and the elements that hold furniture."""

    article: _Element
    furniture: frozenset[_Element]


def find_regions(body: _Element) -> Regions:
    """Find the article and the furniture of a page by its elements."""
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    linked = {inner for element in elements if element.tag == "a" for inner in element.iter()}
    own = {element: 0.0 if element in linked else _weight(element.text) + sum(_weight(child.tail) for child in element)
           for element in elements}
    unshown = {element for element in elements if element.tag in SKIPPED_TAGS}
    everything = _sums(elements, own, unshown)
    # A page whose article is hidden shows it by a script, when all is loaded.
    hidden = {element for element in elements
              if is_hidden(element) and everything[element] <= _NEVER_HIDDEN_SHARE * everything[body]}
    weights = _sums(elements, own, unshown | hidden)
    most = weights[body] * _NEVER_FURNITURE_SHARE
    furniture = {element for element in elements
                 if element is not body and weights[element] <= most and (element in hidden or _is_furniture(element))}
    return Regions(_descend(body, _sums(elements, own, unshown | hidden | furniture)), frozenset(furniture))


def _sums(elements: list[_Element], own: dict[_Element, float], left_out: set[_Element]) -> dict[_Element, float]:
    """The weight of each element with all it holds, without the elements left out. `elements` in document order."""
    sums = dict(own)
    for element in reversed(elements):
        if element in left_out:
            sums[element] = 0.0
        parent = element.getparent()
        if parent is not None and parent in sums:
            sums[parent] += sums[element]
    return sums


def _weight(text: str | None) -> float:
    """How much a piece of text speaks for running text: sentences count in full, labels a little."""
    if not text:
        return 0.0
    length = len("".join(text.split()))
    if not length or _SITE.search(text):
        return 0.0
    return length if _SENTENCE.search(text) or length >= 25 else 0.3 * length


def _words(element: _Element) -> set[str]:
    """The words in an element's class and id: article-content, newsContent, bread_crumb."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", names)} | {
        word.lower() for word in re.findall(r"[A-Za-z]+", names)}


def _is_furniture(element: _Element) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return element.tag != "header" or not _has_heading(element)
    words = _words(element) & _FURNITURE_WORDS
    if not words or element.tag in ("body", "html", "h1", "h2", "h3"):
        return False
    if words <= {"head", "header", "top", "bottom", "path", "side", "tool", "tools", "hot"}:
        # Such names also stand on the head of an article itself.
        return not _has_heading(element) and not _words(element) & _ARTICLE_WORDS
    return True


def _has_heading(element: _Element) -> bool:
    return any(True for _ in element.iter("h1", "h2", "h3"))


def is_hidden(element: _Element) -> bool:
    """Whether a page hides an element for good."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _descend(body: _Element, weights: dict[_Element, float]) -> _Element:
    """Go down to the smallest container that still holds most of the running text."""
    here = body
    while True:
        best, most = None, 0.0
        for child in here:
            if child.tag not in _CONTAINERS or not weights[child]:
                continue
            worth = weights[child] * (1.4 if _words(child) & _ARTICLE_WORDS else 1.0)
            if worth > most:
                best, most = child, worth
        if best is None or most < weights[here] * _DESCEND_SHARE or not _holds_lines(best) or _is_data(best, weights):
            return here
        if _is_one_of_several(best, weights):
            return here
        here = best


def _is_data(element: _Element, weights: dict[_Element, float]) -> bool:
    """Whether a table holds data: no cell holds most of its text, as the cell around an article does."""
    if element.tag != "table":
        return False
    largest = max((weights.get(cell, 0.0) for cell in element.iter("td", "th")), default=0.0)
    return largest < _DATA_SHARE * weights[element]


def _is_one_of_several(element: _Element, weights: dict[_Element, float]) -> bool:
    """Whether the elements beside it hold documents too: named like it and with text, or with a number on a line."""
    parent = element.getparent()
    for other in parent if parent is not None else ():
        if other is element or weights.get(other, 0.0) < _LEAST_DOCUMENT:
            continue
        if other.tag == element.tag and element.get("class") and other.get("class") == element.get("class"):
            return True
        if any(_NUMBER_LINE.fullmatch("".join(str(text) for text in line.itertext()).replace(" ", ""))
               for line in other.iter("p", "h4")):
            return True
    return False


def _holds_lines(element: _Element) -> bool:
    """Whether an element holds several lines (or leads to one that does) and is no single paragraph."""
    lines = 0
    for inner in element.iter("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "dd", "section"):
        if inner is not element:
            lines += 1
        if lines >= 2:
            return True
    return False


def is_phrase(text: str) -> bool:
    """Whether a line is a set phrase of web pages: 打印本页, 您当前的位置：…, 上一篇：…, 浏览次数：12次."""
    stripped = text.strip()
    return len(stripped) <= 200 and _PHRASE.fullmatch(stripped) is not None


def is_outside_furniture(text: str, links: int) -> bool:
    """Whether a line outside the article is furniture.

    Args:
        text: the line.
        links: how many of its visible characters are links.
    """
    visible = "".join(text.split())
    if links * 2 > len(visible):
        return True
    if _NUMBER.search(visible):
        return False
    if _SITE.search(text) or _OUTSIDE_PHRASE.fullmatch(text.strip()):
        return True
    return len(visible) < 25 or not _SENTENCE.search(visible)


def metadata_label(text: str, *, bare: bool = False) -> str:
    """The label at the beginning of a line of a page's own record of a document (发文字号：…), "" for none.

    Args:
        text: a line, or with `bare` a cell of a table, whose label may stand without a colon.
    """
    match = _LABEL.match(text if not bare or re.search(r"[:：]", text) else f"{text}：")
    if match is None:
        return ""
    label = "".join(match[1].split())
    return label if label in METADATA_LABELS else ""
