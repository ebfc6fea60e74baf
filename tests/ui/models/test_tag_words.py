"""Tags as lists offer them."""

from __future__ import annotations

from ui.models.tag_words import offered


def test_levels_that_are_no_tags_themselves_are_offered_before_what_is_below_them() -> None:
    assert offered((("安全/责任", 2), ("安全", 1), ("夜市/收市/时间", 3))) == [
        ("夜市（含下级）", "夜市"), ("夜市/收市（含下级）", "夜市/收市"), ("夜市/收市/时间（3）", "夜市/收市/时间"),
        ("安全（1）", "安全"), ("安全/责任（2）", "安全/责任"),
    ]
