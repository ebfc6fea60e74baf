"""Single lines that mark a place in a document: attachment labels, publicity notes, units, continuation, imprint."""

from __future__ import annotations

import re

TERMINAL = "。！？；：:;!?…"
"""Characters that end a sentence or a paragraph."""
ATTACHMENT_LABEL = re.compile(
    r"[【\[（(]?\s*附\s*(?:件|表|录|图|則|则)?\s*(?:之)?\s*(?P<number>[\d０-９]{1,2}(?:\s*[-－—]\s*\d{1,2})?|[一二三四五六七八九十]{1,3})?\s*[】\])）]?\s*[:：]?"
)
"""A line that is nothing but 附件, 附件 1, 附件２, 附表1, 附件一："""
ATTACHMENT_TITLED = re.compile(
    r"附\s*(?:件|表|录|图)\s*(?P<number>[\d０-９]{1,2}(?:[-－—]\d{1,2})?|[一二三四五六七八九十]{1,2})?(?:\s*[:：.．、]\s*|\s+)(?P<title>[^。；]{2,80})"
)
"""附件1：名单 on one line: a note under the body, or a heading over the attachment."""
ATTACHMENT_NOTE = re.compile(r"[【\[]?\s*附\s*(?:件|表|录|图)?\s*[】\]]?\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
"""附件：… under the body; the rest is the first name or empty."""
PUBLICITY = re.compile(
    r"[（(〔\[]\s*(?:此件|本件|此文|此文件|本文)[^）)]{0,6}(?:公开|发布|删减|密级|登报|见报)[^）)]{0,10}[）)〕\]]|[（(]\s*(?:主动公开|依申请公开|不予公开|发至[^）)]{1,12})\s*[)）]"
    r"|公开(?:方式|属性|类别)[:：]\s*\S{2,8}|信息公开(?:选项|属性)[:：]\s*\S{2,8}"
)
_NO_UNIT = r"(?!.{0,24}(?:局|厅|委|政府|部门|办公室|公司|中心))"
UNIT = re.compile(_NO_UNIT + r"[（(]?\s*(?:计量|金额|数量|面积)?\s*单\s*位\s*[:：]\s*[^。；，]{1,20}[)）]?")
"""单位：公顷 over a table."""
FIELD = re.compile(
    r"(?P<name>發\s*文\s*日\s*期|發\s*文\s*字\s*號|受\s*文\s*者|速\s*別|密\s*等[^:：]{0,14})\s*[:：]\s*(?P<value>.*)"
)
"""The labelled lines over the text of Taiwan's official documents (文書處理手冊: 令, 函, 公告)."""
SECTION_FIELD = re.compile(r"(?:主\s*旨|說\s*明|依\s*據|擬\s*辦|公\s*告\s*事\s*項|正\s*本|副\s*本)\s*[:：]")
"""What begins a part of their text."""
CONTINUED = re.compile(
    r"[（(【\[]?\s*(?:续\s*(?:上\s*)?表\s*[一二三四五六七八九十\d]{0,3}|(?:接上表|上接\S{0,6}|续\s*前\s*表|续\s*\d{0,2}))\s*[)）】\]]?(?:\s*[（(]续[)）])?"
)
IMPRINT = re.compile(
    r"主\s*题\s*词\s*[:：].*|(?:抄\s*送|抄\s*报|主\s*送|分\s*送|报\s*送)\s*[:：].*|\S{2,30}(?:办公室|办公厅|秘书处|秘书局)?\s{0,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发|印制|印|翻印)"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发|印制|翻印)|(?:校对|打字|共印)[:：].{0,20}|[（(]?共印\s*\d+\s*份[)）]?",
    re.DOTALL,
)
PUBLICATION = re.compile(
    r"(?=.{4,48}$)(?!.*(?:目录|索引)$)[^。；，]*(?:公报|公報|政报|文告|公告汇编|政府文件汇编|政务公开)[^。；，]*?"
    r"(?:[（(〔\[]?\s*(?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零]{3}(?=\s*年\s*第))\s*[年.．·-]?\s*(?:第\s*)?(?:\d{0,3}|[一二三四五六七八九十百]{1,4})\s*[期号]?|第\s*\d+\s*[期号])[^。；，]*"
)
"""The name of a gazette with year or number, as running heads print it."""
ISSUE_LINE = re.compile(r"[（(]?(?:(?:19|20)\d{2}\s*年?\s*)?第\s*[\d一二三四五六七八九十]{1,4}\s*期[^。；，]{0,24}")
"""2030年第3期 under the name of a gazette that is called 公告 or 通报."""
REGISTRATION = re.compile(r"[A-Z]{2,8}\s*[-—－–]{1,2}\s*\d{4}\s*[-—－–]{1,2}\s*\d{3,8}")
"""XYPR—2016—0010003: under what number a normative document is registered, over its title."""
CONTENTS_HEAD = re.compile(
    r"[【\[]?\s*(?:(?:本期)?(?:目\s*[录錄次]|要\s*目)|CONTENTS|Contents)\s*[】\]]?(?:\s*CONTENTS)?"
)
BOX = re.compile(
    r"[【\[]?\s*专栏\s*(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[】\]]?\s*[:：]?\s*(?P<title>[^。；]{0,50})"
)
BLANK_NUMBER = re.compile(
    r".{0,12}[〔\[［﹝【（(]\s*(?:20|19|2\d{2})?\s*年?\s*[〕\]］﹞】）)]\s*(?:第)?\s*[×xX＊*_]*\s*号"
)
"""The number line of a form left blank: 〔 年〕 第 号."""


def attachment_number(text: str | None) -> str:
    """The number of an attachment label in plain digits or as printed, "" for none."""
    if not text:
        return ""
    return "".join(text.split()).translate(_FULL_DIGITS)


_FULL_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
