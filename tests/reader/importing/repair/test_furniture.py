"""Running heads and page numbers go, figures and names in the text stay."""

from __future__ import annotations

from reader.importing.repair.furniture import remove_furniture
from reader.importing.repair.line import PAGE, Line, Record

BODY = "为加强公园管理，提升城市品质，现就有关事项通知如下，请认真贯彻执行。"


def cleaned(*texts: str) -> tuple[list[str], list[tuple[str, str]]]:
    lines = [Line(text, number) for number, text in enumerate(texts, 1)]
    record = Record()
    kept = remove_furniture(lines, record)
    return [line.text for line in kept], [(removal.kind, removal.text) for removal in record.removals]


def test_takes_out_page_numbers_and_running_heads_beside_them() -> None:
    kept, removed = cleaned(BODY, "·· 16", "3", "云汀市人民政府公报（2030. 2） 市人民政府文件", BODY)
    assert kept == [BODY, BODY]
    assert removed == [
        ("page_number", "·· 16"),
        ("page_number", "3"),
        ("running_head", "云汀市人民政府公报（2030. 2） 市人民政府文件"),
    ]


def test_the_line_after_furniture_begins_a_page() -> None:
    kept = remove_furniture([Line(BODY, 1), Line("— 12 —", 2), Line(BODY, 3)], Record())
    assert [line.broken for line in kept] == [0, PAGE]


def test_takes_out_heads_that_repeat_at_page_ends() -> None:
    page = [BODY, "部门文件", "- 7 -"]
    kept, removed = cleaned(*page, *page, *page, *page)
    assert kept == [BODY] * 4
    assert [text for kind, text in removed if kind == "running_head"] == ["部门文件"] * 4


def test_leaves_a_lone_figure_and_the_name_on_the_cover() -> None:
    texts = ("云汀市人民政府公报", "2030年第2期", BODY, "25", BODY)
    assert cleaned(*texts)[0] == list(texts)


def test_labels_of_attachments_at_the_top_of_pages_are_no_heads() -> None:
    texts = [text for number in (1, 2, 3) for text in (f"附件{number}", BODY, f"— {number} —")]
    kept, removed = cleaned(BODY, "— 0 —", *texts)
    assert [text for text in kept if text.startswith("附件")] == ["附件1", "附件2", "附件3"]
    assert {kind for kind, _ in removed} == {"page_number"}


def test_the_bare_name_of_the_gazette_beside_a_page_number_is_a_head() -> None:
    cover = ["云汀市人民政府公报", "2030年第4期"]
    kept, removed = cleaned(*cover, BODY, BODY, "7", "云汀市人民政府公报", BODY)
    assert kept == [*cover, BODY, BODY, BODY]
    assert removed == [("page_number", "7"), ("running_head", "云汀市人民政府公报")]


def test_a_page_that_dots_lead_to_stays_in_the_contents() -> None:
    lines = ["目录", "云汀市人民政府关于公园的通知（云政发〔2030〕4号）…", "………4", "云汀市人民政府公告……………………9"]
    assert cleaned(*lines) == (lines, [])


def test_a_number_between_signer_and_date_is_a_page_number() -> None:
    kept, removed = cleaned(BODY, "云汀市人民政府", "2", "2030年4月2日")
    assert kept == [BODY, "云汀市人民政府", "2030年4月2日"]
    assert removed == [("page_number", "2")]
