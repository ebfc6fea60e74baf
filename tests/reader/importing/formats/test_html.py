"""Web pages become lines: the article whole, the furniture removed and named, tables as tables."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from reader.importing.formats import html_ledger
from reader.importing.formats.html import read
from reader.importing.source import Source, visible
from reader.model.errors import UserError

from .conservation import leak, texts

BODY = """
<p>各县、区人民政府，市直各有关单位：</p>
<p>&nbsp;&nbsp;现将《临川市城市供水管理办法》印发给你们，请认真贯彻执行。</p>
<p style="text-align: right">临川市人民政府</p><p align="right">2021年3月1日</p>
<p style="text-align:center"><strong>临川市城市供水管理办法</strong></p>
<p>　　第一条　为了加强城市供水管理，保障生活、生产用水，制定本办法。</p>
<p>　　第二条　日供水能力不低于5万m<sup>3</sup>，水温不高于25℃的，适用本办法。</p>
"""
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="临川市人民政府关于印发城市供水管理办法的通知">
<title>临川市人民政府关于印发城市供水管理办法的通知_临川市人民政府</title>
<style>p {{ color: red }}</style><script>var a = "脚本，不是正文。";</script></head><body>
<div class="header"><img src="logo.png"><a href="/">临川市人民政府门户网站</a></div>
<ul class="nav"><li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li><li><a href="/c">互动交流</a></li></ul>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<table class="xxgk"><tr><td>索 引 号：</td><td>000123/2021-00012</td><td>主题分类：</td><td>城乡建设</td></tr>
<tr><td>发文机关：</td><td>临川市人民政府</td><td>成文日期：</td><td>2021年3月1日</td></tr>
<tr><td>发文字号：</td><td>临政发〔2021〕7号</td><td>有 效 性：</td><td>有效</td></tr></table>
<h1>临川市人民政府关于印发城市供水管理办法的通知</h1>
<div class="info">发布时间：2021-03-05　来源：市政府办公室　浏览次数：12 <span>字体：大 中 小</span></div>
<div class="share">分享到：<a href="#">微信</a></div>
<div class="TRS_Editor">{BODY}</div>
<p><a href="javascript:print()">打印本页</a> <a href="#">关闭窗口</a></p>
<p>上一篇：<a href="/1">临川市人民政府关于表彰先进的决定</a></p>
<div class="related"><h3>相关链接</h3><ul><li><a href="/2">《临川市城市供水管理办法》解读</a></li></ul></div>
<div class="footer">主办：临川市人民政府办公室　联系电话：0000-0000000
<br>临ICP备00000000号-1　网站标识码：0000000001</div>
</body></html>"""


class _Text(HTMLParser):
    """The text of a page by the standard library: the title, and all outside script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.silent = self.silent or tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text.append(data)


def listed(source: Source) -> list[str]:
    """The texts removed, without what is told in sum."""
    return [removal.text for removal in source.removals if not removal.unlisted]


def page(body: str, head: str = "") -> Source:
    return read(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), "页.html")


def test_the_article_stays_and_the_furniture_goes() -> None:
    source = read(PAGE.encode(), "a.html")
    assert texts(source) == [
        "索 引 号： 000123/2021-00012", "主题分类： 城乡建设", "发文机关： 临川市人民政府", "成文日期： 2021年3月1日",
        "发文字号： 临政发〔2021〕7号", "有 效 性： 有效", "临川市人民政府关于印发城市供水管理办法的通知",
        "各县、区人民政府，市直各有关单位：", "现将《临川市城市供水管理办法》印发给你们，请认真贯彻执行。",
        "临川市人民政府", "2021年3月1日", "临川市城市供水管理办法",
        "第一条　为了加强城市供水管理，保障生活、生产用水，制定本办法。",
        "第二条　日供水能力不低于5万m³，水温不高于25℃的，适用本办法。"]


def test_every_character_of_the_page_is_kept_or_named() -> None:
    source = read(PAGE.encode(), "a.html")
    parser = _Text()
    parser.feed(PAGE)
    assert sorted(visible("".join(parser.text))) == sorted(visible(source.decoded))
    assert not leak(source)
    assert {removal.kind for removal in source.removals} == {"page_furniture", "page_markup"}
    assert any("ICP备" in removal.text for removal in source.removals)


def test_the_format_says_what_it_knows_of_a_line() -> None:
    lines = {line.text.strip(): line for line in read(PAGE.encode(), "a.html").lines}
    title = lines["临川市人民政府关于印发城市供水管理办法的通知"]
    assert (title.heading, title.whole) == (1, True)
    assert lines["临川市人民政府"].right
    inner = lines["临川市城市供水管理办法"]
    assert (inner.centered, inner.bold, inner.right) == (True, True, False)
    assert lines["发文字号： 临政发〔2021〕7号"].marked == "metadata"
    assert lines["第一条　为了加强城市供水管理，保障生活、生产用水，制定本办法。"].text.startswith("　　第一条")


def test_lines_are_lines_of_the_decoded_text() -> None:
    source = read(PAGE.encode(), "a.html")
    decoded = source.decoded.split("\n")
    for line in source.lines:
        if not line.table and not source.repairs:
            assert visible(decoded[line.line - 1]) == visible(line.text)
    assert [line.line for line in source.lines] == sorted({line.line for line in source.lines})


def test_raised_digits_are_recorded() -> None:
    source = read(PAGE.encode(), "a.html")
    assert [(repair.kind, repair.before, repair.after) for repair in source.repairs] == [("superscript", "3", "³")]


@pytest.mark.parametrize(("encoding", "label"), [("gb18030", "gb2312"), ("gb18030", "gbk"), ("utf-8", "utf-8"),
                                                 ("utf-8", "gb2312"), ("gb18030", "utf-8")])
def test_the_declared_encoding_helps_and_may_lie(encoding: str, label: str) -> None:
    data = PAGE.replace('charset="utf-8"', f'charset="{label}"').replace("m<sup>3", "立方米<sup>3").encode(encoding)
    assert "第一条　为了加强城市供水管理，保障生活、生产用水，制定本办法。" in texts(read(data, "a.html"))


def test_a_page_laid_out_with_tables_is_no_table() -> None:
    source = page("<table><tr><td><a href=/>首页</a></td><td><a href=/>新闻</a></td></tr><tr><td colspan=2>"
                  f"<table><tr><td>"
                  f"{BODY}</td></tr></table></td></tr><tr><td>版权所有：临川市人民政府</td></tr></table>")
    assert all(line.table is None for line in source.lines)
    assert texts(source)[0] == "各县、区人民政府，市直各有关单位："
    assert not leak(source)


def test_a_plain_export_keeps_everything() -> None:
    source = page("<p>临川市人民政府公报</p><p>2021年第3期</p>"
                  "<p>目录</p><p>关于供水的通知……1</p><p>主办：临川市人民政府办公室</p>" + BODY)
    assert texts(source)[:5] == ["临川市人民政府公报", "2021年第3期", "目录", "关于供水的通知……1",
                                 "主办：临川市人民政府办公室"]
    assert listed(source) == []


def test_a_short_appointment_is_found_among_much_furniture() -> None:
    article = "<div class=content><p>经研究决定：</p><p>任命李明为市财政局局长。</p></div>"
    links = "".join(f"<li><a href=/{n}>政务公开栏目第{n}号</a></li>" for n in range(80))
    source = page(f"<ul>{links}</ul><h2>关于李明任职的通知</h2>{article}"
                  "<div id=foot>地址：建设路1号，邮编：000000。临ICP备1号</div>")
    assert texts(source) == ["关于李明任职的通知", "经研究决定：", "任命李明为市财政局局长。"]
    assert not leak(source)


def test_an_article_in_a_container_with_a_misleading_name_is_kept() -> None:
    source = page(f"<div class=side><a href=/>首页</a></div><div class='bottom-links'>{BODY * 3}</div>")
    assert len(texts(source)) == 7 * 3


def test_text_outside_the_container_that_runs_on_is_kept() -> None:
    source = page(f"<div><div class=content>{BODY * 3}</div><div><p>"
                  "附则说明：本办法由市水务局负责解释，自公布之日起施行，"
                  "原办法同时废止。</p></div></div>")
    assert "附则说明：本办法由市水务局负责解释，自公布之日起施行，原办法同时废止。" in texts(source)


def test_a_title_that_the_article_repeats_is_kept_once() -> None:
    title = "临川市人民政府关于加强供水管理工作的通知"
    source = page(f"<h1>{title}</h1><div class=content><p>临川市人民政府关于</p><p>加强供水管理工作的通知</p>"
                  f"{BODY}</div>")
    assert texts(source)[:2] == ["临川市人民政府关于", "加强供水管理工作的通知"]
    assert not leak(source)


def test_signatures_side_by_side_are_no_table() -> None:
    source = page(f"{BODY}<table><tr><td>临川市财政局</td><td>临川市民政局</td></tr>"
                  "<tr><td></td><td>2021年3月1日</td></tr></table>")
    assert texts(source)[-3:] == ["临川市财政局", "临川市民政局", "2021年3月1日"]
    assert all(line.table is None for line in source.lines)


def test_a_data_table_keeps_its_spans() -> None:
    source = page(BODY + "<table border=1><caption>任务分解表</caption><tr><th rowspan=2>序号<th colspan=2>任务</tr>"
                  "<tr><td>名称<td>面积（m<sup>2</sup>）</tr><tr><td>1<td>供水<br>管网<td>&nbsp;</tr></table>")
    table = next(line.table for line in source.lines if line.table)
    assert [[(cell.text, cell.row_span, cell.column_span, cell.header) for cell in row] for row in table.rows] == [
        [("序号", 2, 1, True), ("任务", 1, 2, True)], [("名称", 1, 1, False), ("面积（m²）", 1, 1, False)],
        [("1", 1, 1, False), ("供水 管网", 1, 1, False), ("", 1, 1, False)]]
    assert "任务分解表" in texts(source)
    assert not leak(source)


def test_text_between_the_cells_of_a_table_is_not_lost() -> None:
    source = page("<table><tr>散落的文字<td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>")
    assert "".join(texts(source)) == "散落的文字甲乙丙丁"


def test_breaks_part_lines_and_source_wraps_do_not() -> None:
    source = page("<div>　　第一条　总\n   则。<br>　　第二条　分\n则。<br/><br/>Part A\nof B</div>")
    assert [line.text.rstrip() for line in source.lines] == ["　　第一条　总则。", "　　第二条　分则。", "",
                                                             "Part A of B"]


def test_numbers_of_ordered_lists_become_text() -> None:
    source = page("<p>分工如下，请遵照执行。</p><ol start=3><li>供水<li>排水</ol><ul><li>其他</ul>")
    assert texts(source) == ["分工如下，请遵照执行。", "3.供水", "4.排水", "其他"]
    assert [(repair.kind, repair.before, repair.after) for repair in source.repairs] == [
        ("list_number", "", "3."), ("list_number", "", "4.")]
    assert [line.bullet for line in source.lines] == [False, True, True, True]
    assert not leak(source)


@pytest.mark.parametrize(("attributes", "shown"), [
    ("style='list-style-type: cjk-ideographic'", ["一、供水", "二、排水"]), ("class='custom_cn2 list-paddingleft-1'", [
        "（一）供水", "（二）排水"]), ("type=I", ["I.供水", "II.排水"]), ("style='list-style:none'", ["供水", "排水"])])
def test_lists_are_numbered_as_their_page_asks(attributes: str, shown: list[str]) -> None:
    source = page(f"<p>分工如下，请遵照执行。</p><ol {attributes}><li><p>供水</p></li><li><p>排水</p></li></ol>")
    assert texts(source)[1:] == shown
    assert not leak(source)


def test_numbers_that_a_page_prints_itself_are_not_set_twice() -> None:
    source = page("<p>分工如下，请遵照执行。</p><ol><li>1、供水</li><li>（二）排水</li><li>3月供气</li></ol>")
    assert texts(source)[1:] == ["1、供水", "（二）排水", "3.3月供气"]


def test_headings_hint_their_level() -> None:
    source = page(f"<h2>一、总体要求</h2>{BODY}<h3>（一）指导思想</h3>")
    assert [line.heading for line in source.lines if line.heading] == [2, 3]


def test_hidden_text_is_named() -> None:
    source = page(f"{BODY}<div style='display: none'>隐藏的文字，不应出现。</div>")
    assert not any("隐藏" in text for text in texts(source))
    assert listed(source) == ["隐藏的文字，不应出现。"]


def test_a_page_that_is_mostly_furniture_is_doubted() -> None:
    links = "".join(f"<li><a href=/{n}>栏目名称第{n}号</a></li>" for n in range(60))
    source = page(f"<ul class=nav>{links}</ul><p>正文只有一句话。</p>")
    assert [doubt.code for doubt in source.doubts] == ["page.furniture"]


def test_a_page_of_nothing_but_links_is_kept() -> None:
    source = page("<ul class=nav><li><a href=/>临川市人民政府公报2021年第1期</a></li></ul>")
    assert texts(source) == ["临川市人民政府公报2021年第1期"]


@pytest.mark.parametrize("data",
                         [b"<html><body></body></html>", b"<html><body><p>&nbsp;</p><!-- x --></body></html>"])
def test_a_page_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(UserError) as raised:
        read(data, "a.html")
    assert raised.value.code == "file.empty"


def test_tags_that_are_never_closed_lose_nothing() -> None:
    source = page("".join(f"<font><div>第{number}条　总则。" for number in range(5000)))
    assert texts(source) == [f"第{number}条　总则。" for number in range(5000)]


def test_deep_nesting_is_no_limit() -> None:
    source = page("<div>" * 1500 + "深处的文字。" + "</div>" * 1500)
    assert texts(source) == ["深处的文字。"]


@pytest.mark.parametrize("line", [
    "2003-5-6 10:00:00　来源：政府办　点击：123次", "发布时间：2021-03-05　来源：市政府办公室", "【打印】【关闭】",
    "打印本页 关闭窗口",
    "您当前的位置：首页 > 政务公开", "上一篇：关于表彰先进的决定", "浏览次数：12次", "字体：[大 中 小]",
    "责任编辑：王小明",
    "扫一扫在手机打开当前页", "相关链接："])
def test_set_phrases_of_sites_are_furniture(line: str) -> None:
    source = page(f"<div>{BODY}<p>{line}</p></div>")
    assert [text.split() for text in listed(source)] == [line.split()]


@pytest.mark.parametrize("line", [
    "2021年3月1日", "发文字号：临政发〔2021〕7号", "来源：不明的资金应当上缴。",
    "打印机等办公设备的采购，按照本办法执行。",
    "附件：1.城市供水工程表.docx", "位置：建设路1号", "主办单位：临川市人民政府办公室"])
def test_lines_of_documents_are_no_furniture(line: str) -> None:
    assert listed(page(f"<div>{BODY}<p>{line}</p></div>")) == []


FRAGMENTS = ["<p>", "</p>", "<div class=nav>", "<div class=content>", "</div>", "<table>", "<tr>", "<td>",
             "<td rowspan=2>",
             "</table>", "<br>", "<a href=x>", "</a>", "<ol>", "<li>", "</ol>", "<sup>", "</sup>", "2", "<h1>",
             "</h1>", "<ul>",
             "</ul>", "第一条　总则，分则。", "首页", "&lt;", "&nbsp;", "a<3", "<!-- x -->", "<b>", "</b>", "<pre>",
             "</pre>", "\n", " ",
             "<caption>", "<select><option>", "<title>", "发文字号：", "<style>p{}</style>"]


@seed(9704)
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_no_mixture_of_tags_loses_a_character(body: str) -> None:
    source = page("<p>正文在此。</p>" + body)
    assert not leak(source)


def test_a_large_table_is_not_taken_for_the_article_around_it() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>云汀市第{number}号公园</td></tr>" for number in range(200))
    text = ["云汀市人民政府关于公布公园名录的通知", "云政发〔2031〕5号", "各县：", "2031年5月6日"]
    body = "".join(f"<p>{line}</p>" for line in text[:3]) + f"<table>{rows}</table><p>{text[3]}</p>"
    source = read(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert [line.text for line in source.lines if line.table is None] == text


def test_short_documents_beside_a_long_one_are_no_furniture() -> None:
    def document(number: int, paragraphs: int) -> str:
        text = "<p>为加强公园管理，保障群众休憩，根据有关规定，现将有关事项通知如下，请遵照执行。</p>" * paragraphs
        return f"<div class='doc'><p>云汀市关于第{number}号事项的通知</p><p>云政发〔2031〕{number}号</p>{text}</div>"

    source = page("<h1>公报</h1>" + "".join(document(number, count) for number, count in enumerate((1, 40, 1), 1)))
    assert [text for text in texts(source) if "事项的通知" in text] == [
        f"云汀市关于第{number}号事项的通知" for number in (1, 2, 3)]


def test_markup_is_told_in_sum_and_adds_up_with_the_text() -> None:
    source = read(PAGE.encode(), "a.html")
    told = sum(removal.unlisted for removal in source.removals)
    text = html_ledger.take(PAGE).text
    assert sorted(visible(text)) == sorted(visible(source.decoded))
    assert told + len(visible(text)) == len(visible(html.unescape(PAGE)))


def test_characters_that_the_layout_lacks_are_counted() -> None:
    ledger = html_ledger.take("<p>甲乙丙丁戊己</p>")
    assert ledger.missing("甲乙") == 4
    assert ledger.missing("甲乙丙丁戊己") == 0


def test_an_article_that_a_script_would_show_is_no_hidden_text() -> None:
    source = page(f'<div id="js_content" style="visibility: hidden; opacity: 0">{BODY}</div>'
                  "<div style='display:none'>扫一扫关注</div>")
    assert "各县、区人民政府，市直各有关单位：" in texts(source)
    assert "扫一扫关注" not in texts(source)
    assert not leak(source)


def test_the_title_over_the_article_is_kept_though_the_page_does_not_name_it() -> None:
    source = page("<table align=center><tr><td><a href=/>首页</a> | <a href=/>公报</a></td></tr></table><b>栏目导航</b>"
                  "<table><tr><td>临川市人民政府关于做好防汛工作的通知</td></tr><tr><td>阅读：33次</td></tr>"
                  f"<tr><td><div>{BODY}</div></td></tr></table>")
    assert texts(source)[0] == "临川市人民政府关于做好防汛工作的通知"
    assert source.lines[0].heading == 1
    assert "栏目导航" not in texts(source)


def test_the_place_of_a_table_is_not_that_of_its_text() -> None:
    source = page(f"<table align=center width=778><tr><td>{BODY}</td></tr></table>")
    assert [line.text for line in source.lines if line.centered] == ["临川市城市供水管理办法"]


@pytest.mark.parametrize("body", [
    "<noscript>本网站需要脚本</noscript><div id=app></div><script src=app.js></script>",
    "<iframe src=main.htm></iframe>"])
def test_a_page_without_text_of_its_own_is_told(body: str) -> None:
    with pytest.raises(UserError) as told:
        page(body, "<title>某市政府公报</title>")
    assert told.value.code == "file.hollow"


def test_a_frameset_is_told() -> None:
    with pytest.raises(UserError) as told:
        read("<html><head><title>公报</title></head><frameset><frame src=a.htm>"
             "<noframes>您的浏览器不支持框架</noframes></frameset></html>".encode(), "a.html")
    assert told.value.code == "file.hollow"


def test_what_browsers_do_not_show_is_named() -> None:
    source = page(f"{BODY}<object data=a.swf>请安装播放器</object>")
    assert any(removal.text == "请安装播放器" for removal in source.removals)
    assert not leak(source)
