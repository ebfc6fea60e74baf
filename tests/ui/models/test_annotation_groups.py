"""Sorting, grouping and filtering a list of annotations."""

from __future__ import annotations

from reader.model.annotation import DEFAULT_STYLES, AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.document import DocumentFacts
from ui.models.annotation_groups import Order, Words, group, of_publisher

DOCUMENTS = {"d1": DocumentFacts("k1", "关于修桥的通知"), "d2": DocumentFacts("k2", "关于夜市的意见")}
WORDS = Words("没有标签", str)


def placed(name: str, document: str, style: str, day: str, *tags: str) -> PlacedAnnotation:
    moment = f"{day}T04:00:00.000Z"
    one = Annotation(name, "k", "", None, style, moment, moment, tags=tags)
    return PlacedAnnotation(one, document, Placement(AnchorState.EXACT))


LIST = (
    placed("a", "d1", "期限", "2025-06-15", "安全", "桥"),
    placed("b", "d1", "重点", "2025-06-01"),
    placed("c", "d2", "期限", "2025-06-14", "安全"),
    placed("d", "", "自定", "2024-12-31", "财政"),
)


def grouped(order: Order, *, by_document: bool = True) -> list[tuple[str, str]]:
    found = group(LIST, order, DEFAULT_STYLES, DOCUMENTS, WORDS, by_document=by_document)
    return [(one.heading, "".join(p.annotation.id for p in one.placed)) for one in found]


def test_text_order_is_grouped_by_document() -> None:
    assert grouped(Order.TEXT) == [("关于修桥的通知", "ab"), ("关于夜市的意见", "c"), ("k", "d")]


def test_one_document_needs_no_headings() -> None:
    assert grouped(Order.TEXT, by_document=False) == [("", "abcd")]
    assert group((), Order.TEXT, (), {}, WORDS, by_document=False) == ()


def test_dates_are_newest_first() -> None:
    assert [ids for _, ids in grouped(Order.DATE)] == ["a", "c", "b", "d"]


def test_an_annotation_stands_under_its_first_tag_and_those_without_come_last() -> None:
    assert grouped(Order.TAG) == [("安全", "ac"), ("财政", "d"), ("没有标签", "b")]


def test_styles_keep_the_users_order_and_unknown_ones_come_last() -> None:
    assert grouped(Order.STYLE) == [("重点", "b"), ("期限", "ac"), ("自定", "d")]


def test_two_documents_with_one_title_stay_apart() -> None:
    twins = {"d1": DOCUMENTS["d1"], "d2": DOCUMENTS["d1"]}
    found = group(LIST[:3], Order.TEXT, DEFAULT_STYLES, twins, WORDS, by_document=True)
    assert [len(one.placed) for one in found] == [2, 1]


def test_a_filter_by_publisher() -> None:
    publishers = {"d1": "云汀市人民政府", "d2": "青山县人民政府"}
    kept = of_publisher(LIST, publishers, "云汀市人民政府")
    assert [one.annotation.id for one in kept] == ["a", "b"]
    assert of_publisher(LIST, publishers, "") == LIST
