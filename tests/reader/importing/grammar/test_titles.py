"""The shape of titles and the names of bodies."""

from __future__ import annotations

import pytest

from reader.importing.grammar import titles


@pytest.mark.parametrize(
    ("pieces", "issuers", "kind"),
    [
        (["云汀市人民政府", "关于做好防汛工作的", "通 知"], ("云汀市人民政府",), "通知"),
        (["财政部 税务总局", "关于免税政策的公告"], ("财政部", "税务总局"), "公告"),
        (["云汀市教育局、云汀市财政局关于经费的意见"], ("云汀市教育局", "云汀市财政局"), "意见"),
        (["国务院批转国家计委关于物价问题的报告的通知"], ("国务院",), "通知"),
        (["云汀市人民政府关于印发公园管理办法（试行）的通知"], ("云汀市人民政府",), "通知"),
        (["财政部国家税务总局关于免税政策的通知"], ("财政部", "国家税务总局"), "通知"),
        (["国家发展改革委自然资源部关于用地的意见"], ("国家发展改革委", "自然资源部"), "意见"),
        (["云汀市人民政府云汀军分区关于双拥工作的决定"], ("云汀市人民政府", "云汀军分区"), "决定"),
        (["云汀 市人 民政府 办 公室", "关于防汛的通知"], ("云汀市人民政府办公室",), "通知"),
        (["国家税务总局云汀市税务局关于免税的通告"], ("国家税务总局云汀市税务局",), "通告"),
    ],
)
def test_reads_the_bodies_and_the_kind(pieces: list[str], issuers: tuple[str, ...], kind: str) -> None:
    found = titles.read(pieces)
    assert found is not None
    assert (found.issuers, found.kind) == (issuers, kind)


@pytest.mark.parametrize(
    ("title", "inner"),
    [
        ("云汀市人民政府关于印发云汀市公园管理办法的通知", "云汀市公园管理办法"),
        ("关于印发《云汀市公园管理办法》的通知", "云汀市公园管理办法"),
        ("关于印发《湖泊法》部分条款职责清单的通知", "《湖泊法》部分条款职责清单"),
        ("转发云川省人民政府关于防汛的通知的通知", "云川省人民政府关于防汛的通知"),
        ("关于公布一批废止文件目录的通知", ""),
        ("关于加强防汛工作的通知", ""),
        ("中共中央办公厅国务院办公厅印发《关于保护湖泊的意见》", "关于保护湖泊的意见"),
    ],
)
def test_names_the_text_a_title_issues(title: str, inner: str) -> None:
    assert titles.relayed(title) == inner


@pytest.mark.parametrize("text", ["云汀市人民政府", "国务院", "财政部 税务总局", "国家发展改革委"])
def test_knows_the_name_of_a_body(text: str) -> None:
    assert titles.is_organ(text)


@pytest.mark.parametrize("text", ["云汀 市人民 政府", "云汀 市财 政局"])
def test_gaps_of_recognition_do_not_hide_a_body_over_a_title(text: str) -> None:
    assert not titles.is_organ(text)
    assert titles.names_organ(text)


@pytest.mark.parametrize("text", ["抓好落实全部", "各县、区人民政府", "社会治理新格局", "关于会同有关部", "按照省政府"])
def test_takes_other_words_for_no_body(text: str) -> None:
    assert not titles.is_organ(text)


def test_drops_the_spaces_of_line_wraps_alone() -> None:
    assert titles.join(["关于 Open Data 平台", "建设的通 知"]) == "关于Open Data平台建设的通知"
