"""Paragraphs are set by what stands round them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.model.document import BlockKind, Document
from ui.text.lines import width
from ui.text.neighbours import Neighbourhood
from ui.text.plan import plan
from ui.text.typography import LOOKS, Look

K = BlockKind


@pytest.fixture
def looks(make: Callable[..., Document]) -> Callable[..., list[Look]]:
    def of(*pieces: tuple[object, ...]) -> list[Look]:
        made = plan(make(pieces))
        items, neighbourhood = made.items, Neighbourhood(made.items, 40, made.boxes)
        return [neighbourhood.look(index) for index in range(len(items))]
    return of


def centre(look: Look, text: str) -> float:
    """How far the middle of a line set to the right is from the edge, in ems."""
    return look.right + width(text) / 2


def test_signature_is_centred_over_its_date(looks: Callable[..., list[Look]]) -> None:
    signature, date = looks((K.SIGNATURE, "云汀市人民政府"), (K.DATE, "2025年3月18日"))
    assert centre(signature, "云汀市人民政府") == pytest.approx(centre(date, "2025年3月18日"))
    assert date.right == pytest.approx(4)


def test_long_signature_keeps_two_characters_from_the_edge(looks: Callable[..., list[Look]]) -> None:
    name = "云汀市住房和城乡建设局直属公积金管理中心"
    signature, date = looks((K.SIGNATURE, name), (K.DATE, "2025年3月18日"))
    assert signature.right == pytest.approx(2)
    assert centre(date, "2025年3月18日") == pytest.approx(centre(signature, name))


def test_signature_without_a_date(looks: Callable[..., list[Look]]) -> None:
    assert looks((K.SIGNATURE, "云汀市人民政府"))[0].right == pytest.approx(2)


def test_names_of_attachments_stand_under_one_another(looks: Callable[..., list[Look]]) -> None:
    first, second = looks((K.ATTACHMENT_NOTE, "附件：1. 名录"), (K.ATTACHMENT_NOTE, "2. 流程"))
    assert first.left == pytest.approx(second.left)
    assert first.left + first.indent == pytest.approx(2)
    assert second.left + second.indent == pytest.approx(2 + width("附件："))


def test_names_of_persons_stand_under_one_another(looks: Callable[..., list[Look]]) -> None:
    texts = ("组 长：王立群 市长", "副组长：李小明 副市长", "陈一一 秘书长")
    starts = [look.left + look.indent + width(text[:text.find("：") + 1])
              for look, text in zip(looks(*((K.LIST_ITEM, text) for text in texts)), texts, strict=True)]
    assert starts == pytest.approx([starts[0]] * 3)


def test_numbered_items_are_set_like_paragraphs(looks: Callable[..., list[Look]]) -> None:
    assert looks((K.LIST_ITEM, "（一）营业执照；", 0, "（一）")) == [LOOKS[K.PARAGRAPH]]


def test_second_line_of_a_title_follows_closely(looks: Callable[..., list[Look]]) -> None:
    first, second = looks((K.TITLE, "云汀市人民政府"), (K.TITLE, "关于安全生产的通知"))
    assert first.above > 0 == second.above


def test_groups_end_at_another_kind(looks: Callable[..., list[Look]]) -> None:
    near, _, far = looks((K.LIST_ITEM, "办公室主任：甲"), (K.PARAGRAPH, "中"), (K.LIST_ITEM, "组长：乙"))
    assert near.left > far.left


def test_text_in_a_box_keeps_off_its_frame(looks: Callable[..., list[Look]]) -> None:
    outside, title, inside, heading, after = looks(
        (K.PARAGRAPH, "规划期内渡口安全形势稳定。"), (K.BOX_TITLE, "专栏1 渡口工程"), (K.PARAGRAPH, "渡口改造工程。"),
        (K.HEADING, "二、保障措施", 1, "二、"), (K.PARAGRAPH, "加强领导。"))
    assert (inside.left, inside.right) == (outside.left + 1, outside.right + 1)
    assert (title.left, heading.left, after.left) == (0, 0, 0)
