"""PDFs become lines in reading order, wraps joined, furniture removed and named, tables as tables."""

from __future__ import annotations

import random
import time

import pytest

from reader.importing.formats.pdf import read
from reader.importing.formats.pdf_lines import line_text
from reader.importing.formats.pdf_page import Glyph
from reader.importing.formats.radicals import ORDINARY, table_for
from reader.importing.source import Source, SourceLine, visible
from reader.model.errors import UserError

from .conservation import leak, texts
from .pdf_maker import PdfMaker, set_lines, wrapped

AIM = ("为了加强城市供水管理，保障城市生活、生产用水和其他各项建设用水，维护用户和供水企业的合法权益，"
       "根据有关法律、法规，结合本市实际，制定本办法。")
SCOPE = "本市行政区域内从事城市供水工作和使用城市供水的单位和个人，必须遵守本办法。"
NUMERALS = "一二三四五六七八九十"
ARTICLES = [text for numeral in NUMERALS for text in (f"第{numeral}条　{AIM}", SCOPE)]


def source_of(maker: PdfMaker) -> Source:
    source = read(maker.made(), "公报.pdf")
    assert not leak(source)
    return source


def line_of(source: Source, text: str) -> SourceLine:
    return next(line for line in source.lines if text in line.text)


def issue(pages: int = 4, heads: bool = True) -> PdfMaker:
    """Pages of one column, the articles running on from page to page."""
    maker = PdfMaker()
    lines = [line for text in ARTICLES for line in wrapped(text, 27)]
    for number in range(pages):
        maker.page()
        if heads:
            maker.text(200, 800, "临川市人民政府公报　2021年第3期", 10.5)
            maker.text(280, 40, f"— {number + 1} —", 12)
        set_lines(maker, lines[number * 22:number * 22 + 22], 80, 740)
    return maker


def two_columns(pages: int = 3) -> PdfMaker:
    """Pages of two columns; a heading that spans both stands in the middle of each, printed last."""
    maker = PdfMaker()
    lines = [line for text in ARTICLES * pages for line in wrapped(text, 22)]
    place = 0
    for number in range(pages):
        maker.page()
        maker.text(270, 805, "临川市人民政府公报", 9)
        maker.text(290, 40, f"{number + 1}", 9)
        for top in (760, 400):
            for left in (50, 310):
                set_lines(maker, lines[place:place + 17], left, top, 10.5, 18)
                place += 17
        maker.text(189, 430, f"关于第{NUMERALS[number % 10]}项供水工程的通知", 18)
    return maker


def test_wrapped_lines_become_paragraphs_across_pages() -> None:
    source = source_of(issue())
    shown = texts(source)
    assert shown[:-1] == ARTICLES[:len(shown) - 1]
    assert len(shown) > 12
    assert all(line.whole for line in source.lines)


def test_running_heads_and_page_numbers_are_named() -> None:
    source = source_of(issue())
    assert [(removal.kind, visible(removal.text)) for removal in source.removals[:2]] == [
        ("running_head", "临川市人民政府公报2021年第3期"), ("page_number", "—1—")]
    assert len(source.removals) == 8


def test_what_is_repeated_inside_the_text_is_no_running_head() -> None:
    maker = PdfMaker()
    for number in range(4):
        maker.page()
        set_lines(maker, [f"附件{number + 1}", *wrapped(AIM, 27), *wrapped(SCOPE, 27)], 80, 760)
    assert texts(source_of(maker)) == [text for number in range(4) for text in (f"附件{number + 1}", AIM, SCOPE)]


def test_two_columns_are_read_one_after_the_other() -> None:
    source = source_of(two_columns())
    body = [text for text in texts(source) if "项供水工程" not in text]
    expected = "".join(visible(line) for text in ARTICLES * 3 for line in wrapped(text, 22))
    assert expected.startswith(visible("".join(body)))


def test_a_heading_that_spans_both_columns_stands_between_what_is_above_and_below() -> None:
    source = source_of(two_columns(1))
    order = [line.line for line in source.lines]
    title = line_of(source, "关于第一项供水工程的通知")
    assert order == sorted(order)
    assert (title.centered, title.heading) == (True, 1)
    # 17 lines in each of two columns stand above it, after the running head.
    assert title.line == 1 + 2 * 17 + 1


def test_the_next_pages_know_the_gutter_of_those_before() -> None:
    maker = two_columns(3)
    maker.page()
    set_lines(maker, wrapped(SCOPE, 22), 50, 760, 10.5, 18)
    set_lines(maker, ["　　特此通知。"], 310, 760, 10.5, 18)
    assert texts(source_of(maker))[-2:] == [SCOPE, "特此通知。"]


def test_titles_and_signatures_keep_their_place_on_the_line() -> None:
    maker = issue(2)
    maker.page()
    set_lines(maker, ["　　特此通知。"], 80, 740)
    maker.text(400, 650, "临川市人民政府", 16)
    maker.text(416, 622, "2021年3月1日", 16)
    maker.text(176, 560, "临川市城市供水管理办法", 22)
    source = source_of(maker)
    assert line_of(source, "2021年3月1日").right
    title = line_of(source, "供水管理办法")
    assert (title.centered, title.right, title.heading) == (True, False, 1)
    assert line_of(source, "特此通知").page_break


def test_a_ruled_table_keeps_its_cells_and_spans() -> None:
    maker = issue(1)
    maker.page()
    maker.grid(60, 700, [60, 200, 100], [20, 40, 20], [
        ["序号", "任务名称", "责任单位"], ["1", "城市供水管网改造工程建设及运行管\n理", "市住建局"], ["2", "",
                                                                       "市水务局"]])
    source = source_of(maker)
    table = source.lines[-1].table
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["序号", "任务名称", "责任单位"], ["1", "城市供水管网改造工程建设及运行管理", "市住建局"], ["2", "",
                                                                     "市水务局"]]


def test_merged_cells_of_a_ruled_table_become_spans() -> None:
    maker = PdfMaker()
    maker.page()
    for y, left in ((700, 60), (680, 120), (660, 60), (640, 60)):
        maker.rule(left, y, 360, y)
    for x, low, high in ((60, 640, 700), (120, 640, 700), (240, 640, 680), (360, 640, 700)):
        maker.rule(x, low, x, high)
    for x, y, text in ((63, 675, "序号"), (123, 687, "任务"), (123, 667, "名称"), (243, 667, "面积"), (63, 647, "1"),
                       (123, 647, "供水"), (243, 647, "3")):
        maker.text(x, y, text, 10)
    table = source_of(maker).lines[0].table
    assert table is not None
    assert [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in table.rows] == [
        [("序号", 2, 1), ("任务", 1, 2)], [("名称", 1, 1), ("面积", 1, 1)], [("1", 1, 1), ("供水", 1, 1), ("3", 1, 1)]]


def test_a_frame_around_text_is_no_table() -> None:
    maker = PdfMaker()
    maker.page()
    maker.box(60, 600, 400, 100)
    set_lines(maker, ["专栏1　重点工程", "1.供水工程。", "2.排水工程。"], 70, 680)
    source = source_of(maker)
    assert [(line.text.strip(), line.table) for line in source.lines] == [
        ("专栏1　重点工程", None), ("1.供水工程。", None), ("2.排水工程。", None)]


def test_rows_without_rules_are_set_apart_by_tabs() -> None:
    maker = PdfMaker()
    maker.page()
    for y, row in ((700, ("姓名", "职务", "单位")), (672, ("张三", "局长", "市住建局")), (644, ("李四", "主任",
                                                                                  "市水务局"))):
        for x, text in zip((80, 200, 320), row, strict=True):
            maker.text(x, y, text)
    assert texts(source_of(maker)) == ["姓名\t职务\t单位", "张三\t局长\t市住建局", "李四\t主任\t市水务局"]


def test_contents_entries_stay_apart_and_join_their_own_wraps() -> None:
    maker = PdfMaker()
    maker.page()
    entries = [f"关于第{numeral}项供水工程建设的通知" + "…" * 11 + f"{number}"
               for number, numeral in enumerate(NUMERALS, 1)]
    long = "临川市人民政府办公室关于进一步加强城市供水管理工作切实保障居民生活用水的实施意见…………3"
    set_lines(maker, [*entries, long[:27], long[27:], *wrapped(AIM, 27), *wrapped(SCOPE, 27)], 80, 740)
    assert texts(source_of(maker)) == [*entries, long, AIM, SCOPE]


def test_text_printed_twice_to_look_bold_is_kept_once() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(80, 700, "一、明确范围。")
    maker.text(80.4, 700.2, "一、明确范围。")
    assert texts(source_of(maker)) == ["一、明确范围。"]


def test_glyphs_printed_twice_are_a_named_part_of_the_line() -> None:
    glyphs = [Glyph(character, 10 * place + shift, 0, 10 * place + shift + 10, 10, place)
              for place, character in enumerate("明确。") for shift in (0, 1.5)]
    line = line_text(glyphs, tabs=False)
    assert (line.text, line.doubled) == ("明确。", "明确。")


def test_repeated_characters_are_no_doubled_bold() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(80, 700, "人人参与、步步落实，1100万元。")
    assert texts(source_of(maker)) == ["人人参与、步步落实，1100万元。"]


def test_radicals_become_ordinary_characters() -> None:
    glyphs = [Glyph(character, 10 * place, 0, 10 * place + 10, 10, place)
              for place, character in enumerate("⼈⺠⻋⼾〈⸺")]
    line = line_text(glyphs, tabs=False)
    assert (line.raw, line.text) == ("⼈⺠⻋⼾〈⸺", "人民车户〈——")
    assert line.repairs[:2] == [("kangxi_radical", "⼈", "人"), ("kangxi_radical", "⺠", "民")]


def test_radicals_follow_the_script_of_the_page() -> None:
    assert table_for("长治市人民政府关于印发")["⼾"] == "户"
    assert table_for("臺北市政府關於發布")["⼾"] == "戶"
    assert all(plain != radical for radical, plain in ORDINARY.items())


def test_raised_and_lowered_digits_are_set_right() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(80, 700, "面积3km")
    maker.text(80 + 3 * 16 + 16, 708, "2", 8)
    maker.text(80, 650, "PM")
    maker.text(96, 648, "2.5", 8)
    maker.text(110, 650, "浓度下降，")
    source = source_of(maker)
    assert texts(source) == ["面积3km²", "PM₂.₅浓度下降，"]
    assert {repair.kind for repair in source.repairs} == {"superscript", "subscript"}


def test_letter_spaced_text_is_closed_up_and_words_stay_apart() -> None:
    maker = PdfMaker()
    maker.page()
    maker.text(80, 700, "临川市人民政府文件", 20, spacing=12)
    maker.text(80, 650, "Gazette of Linchuan 2021")
    assert texts(source_of(maker)) == ["临川市人民政府文件", "Gazette of Linchuan 2021"]


@pytest.mark.parametrize(("extra", "matrix"), [("/Rotate 90", "0 1 -1 0"), ("", "0 1 -1 0"), ("/Rotate 270",
                                                                                              "0 -1 1 0"),
                                               ("/Rotate 180", "-1 0 0 -1")])
def test_turned_pages_are_read_upright(extra: str, matrix: str) -> None:
    maker = PdfMaker(842, 842)
    maker.page(extra)
    _, _, c, d = map(int, matrix.split())
    for number, text in enumerate(("第一条　总则。", "第二条　分则。", "第三条　附则。")):
        maker.text(400 - 28 * number * c, 400 - 28 * number * d, text, 16, matrix)
    assert texts(source_of(maker)) == ["第一条　总则。", "第二条　分则。", "第三条　附则。"]


def test_vertical_text_is_read_from_right_to_left() -> None:
    maker = PdfMaker()
    maker.page()
    columns = ["第一条この省令は公布の日から施行する。",
               "第二条改正前の規定による手続は改正後の規定による。",
               "附則この省令の施行に関し必要な事項は別に定める。"]
    for number, text in enumerate(columns):
        for place, character in enumerate(text):
            maker.text(400 - 30 * number, 700 - 17 * place, character)
    assert "".join(texts(source_of(maker))) == "".join(columns)


def test_a_watermark_set_askew_is_a_named_removal() -> None:
    maker = issue(1)
    maker.text(200, 300, "内部资料", 60, "0.7 0.7 -0.7 0.7")
    source = source_of(maker)
    assert not any("内部" in text for text in texts(source))
    assert [(removal.text) for removal in source.removals if removal.kind == "watermark"] == ["内部资料"]


def test_a_page_without_text_layer_is_doubted() -> None:
    maker = issue(2)
    maker.page()
    maker.picture(0, 0, 595, 842)
    doubts = source_of(maker).doubts
    assert [(doubt.code, doubt.facts) for doubt in doubts] == [("page.scan", {"page": 3})]


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as raised:
        read(data, "公报.pdf")
    return raised.value.code


def test_a_scan_is_told() -> None:
    maker = PdfMaker()
    for _ in range(3):
        maker.page()
        maker.picture(0, 0, 595, 842)
    assert code_of(maker.made()) == "file.scan"


def gibberish(maker: PdfMaker) -> None:
    """A page whose font tells numbers of glyphs instead of characters."""
    maker.page()
    set_lines(maker, ["".join(chr(1 + (7 * place + line) % 28) for place in range(20)) for line in range(5)], 80, 780)


def test_a_file_whose_fonts_do_not_tell_their_characters_is_refused() -> None:
    maker = PdfMaker()
    gibberish(maker)
    assert code_of(maker.made()) == "file.garbled"


def test_one_page_of_gibberish_is_doubted_and_holds_no_control_characters() -> None:
    maker = issue(3)
    gibberish(maker)
    source = source_of(maker)
    assert [(doubt.code, doubt.facts) for doubt in source.doubts] == [("page.garbled", {"page": 4})]
    assert not any(character < " " for character in source.decoded.replace("\n", "").replace("\t", ""))


def test_damaged_files_are_broken() -> None:
    assert code_of(b"%PDF-1.7\n") == "file.broken"
    assert code_of(b"%PDF-1.7\n" + bytes(random.Random(3).randbytes(3000))) == "file.broken"


def test_a_password_is_told() -> None:
    encrypt = (b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"28" * 32 + b">/U<" + b"31" * 32
               + b">>>/ID[<00><00>]/Size")
    assert code_of(issue(1).made().replace(b"trailer<</Size", encrypt)) == "file.encrypted"


def test_mutations_never_raise_anything_but_what_the_user_can_mend() -> None:
    chance = random.Random(9704)
    whole = two_columns(1).made()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[place] = chance.randrange(256)
            else:
                del data[place:place + chance.randrange(40)]
        code = ""
        try:
            source = read(bytes(data), "公报.pdf")
        except UserError as error:
            code = error.code
        else:
            assert not leak(source)
        assert code in ("", "file.broken", "file.scan", "file.encrypted", "file.garbled", "file.unfolds")


def test_lines_are_numbered_as_in_the_decoded_text() -> None:
    source = source_of(issue(2))
    decoded = source.decoded.split("\n")
    for line in source.lines:
        assert visible(line.text).startswith(visible(decoded[line.line - 1]))


def test_pages_are_read_at_a_good_pace() -> None:
    maker = two_columns(20)
    data = maker.made()
    start = time.perf_counter()
    read(data, "公报.pdf")
    assert time.perf_counter() - start < 4  # about 0.4 s on an idle core; a quadratic step would take far more
