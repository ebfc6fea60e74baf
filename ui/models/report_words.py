"""The names of what the importer removes, repairs and is told by corrections."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader import wording
from reader.model.correction import Correction, CorrectionKind
from reader.model.document import BlockKind
from reader.model.report import Doubt
from ui.i18n import language
from ui.models.report_entries import Words


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportWords", text)


def words() -> Words:
    """The words in the language of the window."""
    return Words(doubt_text, correction_text, repair_name, removal_name)


def doubt_text(doubt: Doubt) -> str:
    """The sentence of a doubt."""
    return wording.word(doubt.code, doubt.facts, language())


def removal_name(kind: str) -> str:
    """What a removal is called; a kind without a name of its own is some other removal."""
    names = {
        "markup": _tr("排版标记"),
        "running_head": _tr("书眉"),
        "header": _tr("页眉"),
        "footer": _tr("页脚"),
        "page_number": _tr("页码"),
        "page_furniture": _tr("网页导航等"),
        "doubled_bold": _tr("重影字"),
        "repeated_header": _tr("重复的表头"),
        "repeated_body": _tr("重复的正文"),
        "continuation_mark": _tr("续表标记"),
        "hidden_text": _tr("隐藏文字"),
        "tracked_deletion": _tr("修订中删去的文字"),
        "tracked_move": _tr("修订中移走的文字"),
        "ruby": _tr("注音"),
    }
    return names.get(kind, _tr("其他"))


def repair_name(kind: str) -> str:
    """What a repair is called."""
    names = {
        "ocr": _tr("识别错字"),
        "entity": _tr("转义字符"),
        "latex": _tr("公式记号"),
        "kangxi_radical": _tr("部首字形"),
        "control": _tr("控制字符"),
        "list_number": _tr("自动编号"),
        "tag": _tr("网页标记"),
        "space": _tr("空格"),
        "subscript": _tr("下标"),
        "superscript": _tr("上标"),
    }
    return names.get(kind, _tr("其他"))


def fact_name(field: str) -> str:
    """What a fact of a document is called."""
    return {
        "title": _tr("标题"),
        "number": _tr("发文字号"),
        "issuers": _tr("发文机关"),
        "date": _tr("成文日期"),
        "section": _tr("栏目"),
        "kind": _tr("文种"),
    }.get(field, field)


def issue_fact_name(field: str) -> str:
    """What a fact of an issue is called."""
    return {
        "title": _tr("公报名称"),
        "publisher": _tr("公报的机关"),
        "year": _tr("年份"),
        "number": _tr("期号"),
        "total": _tr("总期号"),
        "date": _tr("出版日期"),
    }.get(field, field)


def correction_text(correction: Correction) -> str:
    """What a correction says."""
    if correction.kind is CorrectionKind.START:
        return _tr("从这里另起一篇")
    if correction.kind is CorrectionKind.NO_START:
        return _tr("这里不另起一篇，并入上一篇")
    if correction.kind is CorrectionKind.BLOCK:
        return _tr("这一段是{kind}").format(kind=block_name(correction.field, correction.value))
    value = correction.value.replace("\t", " ") or _tr("（无）")
    name = issue_fact_name if correction.kind is CorrectionKind.ISSUE else fact_name
    return _tr("{fact}改为“{value}”").format(fact=name(correction.field), value=value)


def block_name(kind: str, level: str = "") -> str:
    """What a paragraph can be marked as."""
    if kind == BlockKind.HEADING:
        return _tr("{level}级标题").format(level=" 一二三四五六"[min(int(level or 1), 6)])
    return {
        BlockKind.TABLE.value: _tr("表格"),
        BlockKind.PARAGRAPH.value: _tr("正文"),
        BlockKind.ADDRESSEE.value: _tr("主送机关"),
        BlockKind.SIGNATURE.value: _tr("落款"),
        BlockKind.DATE.value: _tr("成文日期"),
        BlockKind.ISSUED_TITLE.value: _tr("所印发文件的标题"),
        BlockKind.ATTACHMENT_LABEL.value: _tr("附件序号"),
        BlockKind.ATTACHMENT_TITLE.value: _tr("附件标题"),
    }.get(kind, kind)
