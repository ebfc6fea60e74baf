"""What stands side by side on a PDF page: signatures, lists of persons, names of the gazette, headings that wrap."""

from __future__ import annotations

from reader.importing.formats.pdf import read
from reader.importing.formats.pdf_lines import line_text
from reader.importing.formats.pdf_page import Glyph
from reader.importing.source import Source

from .conservation import leak, texts
from .pdf_maker import PdfMaker, set_lines, wrapped

AIM = "为了加强城市供水管理，保障城市生活、生产用水和其他各项建设用水，维护用户和供水企业的合法权益，制定本办法。"


def shown(maker: PdfMaker) -> list[str]:
    source = source_of(maker)
    return texts(source)


def source_of(maker: PdfMaker) -> Source:
    source = read(maker.made(), "公报.pdf")
    assert not leak(source)
    return source


def test_signatures_at_the_right_are_no_second_column() -> None:
    maker = PdfMaker()
    maker.page()
    y = 760
    for line, x in [
        ("附件：1．指挥部组成名单", 90), ("2．成员单位职责分工方案", 90), ("云汀市人民政府办公室", 346),
        ("二〇三一年四月十五日", 346), ("附件1指挥部组成人员名单", 90), ("张小三云汀市气象局局长", 90),
        ("李小四云汀市教育局局长", 90), ("王小五云汀市公安局局长", 90), ("赵小六云汀市民政局局长", 90),
        ("二〇三一年四月十六日印发", 346),
    ]:
        maker.text(x, y, line, 14)
        y -= 30
    assert shown(maker)[2:5] == ["云汀市人民政府办公室", "二〇三一年四月十五日", "附件1指挥部组成人员名单"]


def test_a_list_of_persons_is_no_table() -> None:
    maker = PdfMaker()
    maker.page()
    set_lines(maker, wrapped(AIM, 27), 80, 760)
    for row, (name, post) in enumerate(
        [("组　长：吴清华", "副市长"), ("副组长：赵　平", "市政府副秘书长"), ("　　　　陈小鸣", "市教育局局长"),
         ("　　　　周国平", "市公安局局长")]
    ):
        maker.text(112, 600 - 28 * row, name, 16)
        maker.text(300, 600 - 28 * row, post, 16)
    assert not any("\t" in line for line in shown(maker))


def test_the_name_of_the_gazette_over_two_pages_is_furniture() -> None:
    maker = PdfMaker()
    for _ in range(2):
        maker.page()
        maker.text(200, 800, "临川市人民政府公报　2031年第3期", 16)
        set_lines(maker, wrapped(AIM * 4, 27), 80, 740)
    source = source_of(maker)
    assert not any("公报" in line.text for line in source.lines)
    assert [removal.kind for removal in source.removals] == ["running_head", "running_head"]


def test_a_short_centred_line_ends_the_heading_over_it() -> None:
    maker = PdfMaker()
    maker.page()
    set_lines(maker, wrapped(AIM * 3, 27), 80, 760)
    heading = wrapped("三、确保按时完成二〇三一年度全市城市供水工程各项建设任务的措施", 27, indent=0)
    maker.text(80, 460, heading[0], 16)
    maker.text(80 + 8 * (27 - len(heading[1])), 432, heading[1], 16)
    set_lines(maker, wrapped(AIM, 27), 80, 404)
    assert "".join(heading) in shown(maker)


def test_both_halves_of_a_dash_stay_though_they_share_a_place() -> None:
    glyphs = [Glyph(char, 10.0 + 20 * (place > 1), 0.0, 30.0 + 20 * (place > 1), 10.0, place)
              for place, char in enumerate("——在")]
    assert line_text(glyphs, tabs=False).text == "——在"


def test_a_line_ends_early_where_what_follows_cannot_be_parted() -> None:
    maker = PdfMaker()
    maker.page()
    y = set_lines(maker, wrapped(AIM * 3, 27), 80, 760)
    lines = ["　　一、支持全市城市供水管理基础设施高标准农田建", "设。2031年新建高标准农田四十万亩，由财政予以补助。"]
    set_lines(maker, [*lines, *wrapped(AIM, 27)], 80, y)
    assert "".join(lines).strip() in shown(maker)


def test_leaders_with_the_page_behind_them_belong_to_the_entry_over_them() -> None:
    maker = PdfMaker()
    maker.page()
    y = set_lines(maker, [
        "关于做好全市供水工作的通知（临政发〔2031〕9号）", "…………………………（1）",
        "关于加强全市供水管理工作的决定…………………………",
        "（17）", *wrapped(AIM, 27)], 80, 760)
    set_lines(maker, wrapped(AIM, 27), 80, y)
    assert shown(maker)[:2] == ["关于做好全市供水工作的通知（临政发〔2031〕9号）…………………………（1）",
                                "关于加强全市供水管理工作的决定…………………………（17）"]


def test_an_entry_that_ends_with_its_page_goes_not_on() -> None:
    maker = PdfMaker()
    maker.page()
    entries = ["甲乙两国政府关于文化教育体育科学合作交流的协定（453）", "国务院任免工作人员名单（454）"]
    set_lines(maker, [*entries, *wrapped(AIM, 27), *wrapped(AIM, 27)], 80, 760)
    assert shown(maker)[:2] == entries


def test_headings_begin_afresh_though_the_line_over_them_is_full() -> None:
    maker = PdfMaker()
    maker.page()
    full = "　　" + "甲" * 24 + "。"
    set_lines(maker, [*wrapped(AIM * 2, 27), full, "3 附则", full, "目　录", *wrapped(AIM, 27)], 80, 760)
    assert shown(maker)[1:5] == [full.strip(), "3 附则", full.strip(), "目　录"]


def test_a_date_torn_over_two_centred_lines_is_joined() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(80, 760, "1997年第12期（总第156期）" + "\u3000" * 14 + "6", 16)
    maker.text(256, 732, "月20日出版", 16)
    set_lines(maker, wrapped(AIM * 3, 27), 80, 704)
    assert any(text.endswith("6月20日出版") for text in shown(maker))


def test_columns_of_short_lines_are_columns_when_equally_wide() -> None:
    maker = PdfMaker()
    maker.page()
    short = ["　　任命：", "　　甲某为局长；", "　　乙某为副局长；", "　　丙某为科长。", "　　免去：",
             "　　丁某的局长职务；"]
    left = [*wrapped("根据工作需要，经市人民政府第十二次常务会议研究，决定任免下列人员的职务。", 13), *short, *short]
    right = ["　　己某的处长职务。", *wrapped("以上人员的任职时间从通知之日起计算，试用期为一年。", 13)]
    set_lines(maker, left, 80, 760)
    set_lines(maker, right, 80 + 16 * 14, 760)
    maker.text(285, 40, "— 3 —", 14)
    found = shown(maker)
    assert found[0].endswith("决定任免下列人员的职务。")
    assert found[-2:] == ["己某的处长职务。", "以上人员的任职时间从通知之日起计算，试用期为一年。"]


def test_titles_across_both_columns_part_what_stands_over_and_under_them() -> None:
    maker = PdfMaker()
    maker.page()
    y = 780.0
    expected: list[str] = []
    for town in ("东湖镇", "西山镇", "南溪镇"):
        title = f"关于同意{town}调整行政区划有关事项的批复"
        maker.text(300 - 8 * len(title), y, title, 16)
        left = wrapped(f"你镇的请示收悉。经研究，同意{town}调整行政区划，请抓紧办理有关事项。", 13)
        set_lines(maker, left, 80, y - 28)
        right = wrapped("有关部门要加强指导，及时协调解决问题，确保平稳。", 13)
        set_lines(maker, right, 80 + 16 * 14, y - 28)
        y -= 28 * (len(left) + 2)
        expected += [title, "".join(left).strip(), "".join(right).strip()]
    assert shown(maker) == expected


def test_rows_of_a_table_without_rules_are_no_columns_of_text() -> None:
    maker = PdfMaker()
    maker.page()
    cells = ["甲", "供水", "建成", "通过"]
    for row in range(14):
        for column, cell in enumerate(cells):
            maker.text(80 + 116 * column + (0, 0, -8, -8)[column], 780 - 28 * row, f"{cell}{row}", 16)
    assert all(text.count("\t") == 3 for text in shown(maker))


def test_what_a_browser_prints_in_the_margins_is_furniture() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(40, 820, "2023/5/8 10:22　国务院关于同意设立新区的批复_政府网", 9)
    set_lines(maker, [*wrapped(AIM, 27), *wrapped(AIM, 27)], 80, 760)
    maker.text(40, 20, "https://www.gov.example/content/2023-05/08/content_1.htm 1/2", 9)
    source = source_of(maker)
    assert [removal.kind for removal in source.removals] == ["running_head", "running_head"]
    assert shown(maker) == [AIM, AIM]
