"""The names of what the importer removes, repairs and is told by corrections."""

from __future__ import annotations

from reader import wording
from reader.model.correction import Correction, CorrectionKind
from reader.model.document import BlockKind
from reader.model.report import Doubt
from ui import locales
from ui.i18n import language, translate
from ui.models.report_entries import Words


def words() -> Words:
    """The words in the language of the window."""
    return Words(doubt_text, correction_text, repair_name, removal_name, unlisted_text)


def doubt_text(doubt: Doubt) -> str:
    """The sentence of a doubt."""
    return wording.word(doubt.code, doubt.facts, language())


def removal_name(kind: str) -> str:
    """What a removal is called; a kind without a name of its own is some other removal."""
    names = {
        "markup": translate("ReportWords", "排版标记"),
        "running_head": translate("ReportWords", "书眉"),
        "running_foot": translate("ReportWords", "页下文字"),
        "header": translate("ReportWords", "页眉"),
        "footer": translate("ReportWords", "页脚"),
        "page_number": translate("ReportWords", "页码"),
        "page_furniture": translate("ReportWords", "网页导航等"),
        "page_markup": translate("ReportWords", "网页标签和脚本"),
        "doubled_bold": translate("ReportWords", "重影字"),
        "repeated_header": translate("ReportWords", "重复的表头"),
        "repeated_body": translate("ReportWords", "重复的正文"),
        "continuation_mark": translate("ReportWords", "续表标记"),
        "hidden_text": translate("ReportWords", "隐藏文字"),
        "tracked_deletion": translate("ReportWords", "修订中删去的文字"),
        "tracked_move": translate("ReportWords", "修订中移走的文字"),
        "comment": translate("ReportWords", "文件里的批注"),
        "ruby": translate("ReportWords", "注音"),
    }
    return names.get(kind, translate("ReportWords", "其他"))


def unlisted_text(count: int) -> str:
    """What stands for characters that are told in sum."""
    return translate("ReportWords", "共 {count} 个字符，不逐一列出").format(count=locales.number(count))


def repair_name(kind: str) -> str:
    """What a repair is called."""
    names = {
        "ocr": translate("ReportWords", "识别错字"),
        "entity": translate("ReportWords", "转义字符"),
        "latex": translate("ReportWords", "公式记号"),
        "kangxi_radical": translate("ReportWords", "部首字形"),
        "control": translate("ReportWords", "控制字符"),
        "list_number": translate("ReportWords", "自动编号"),
        "tag": translate("ReportWords", "网页标记"),
        "space": translate("ReportWords", "空格"),
        "note_mark": translate("ReportWords", "注释的序号"),
        "subscript": translate("ReportWords", "下标"),
        "superscript": translate("ReportWords", "上标"),
    }
    return names.get(kind, translate("ReportWords", "其他"))


def fact_name(field: str) -> str:
    """What a fact of a document is called."""
    return {
        "title": translate("ReportWords", "标题"),
        "number": translate("ReportWords", "发文字号"),
        "issuers": translate("ReportWords", "发文机关"),
        "date": translate("ReportWords", "成文日期"),
        "section": translate("ReportWords", "栏目"),
        "kind": translate("ReportWords", "文种"),
    }.get(field, field)


def issue_fact_name(field: str) -> str:
    """What a fact of an issue is called."""
    return {
        "title": translate("ReportWords", "公报名称"),
        "publisher": translate("ReportWords", "公报的机关"),
        "year": translate("ReportWords", "年份"),
        "number": translate("ReportWords", "期号"),
        "total": translate("ReportWords", "总期号"),
        "date": translate("ReportWords", "出版日期"),
    }.get(field, field)


def correction_text(correction: Correction) -> str:
    """What a correction says."""
    if correction.kind is CorrectionKind.START:
        return translate("ReportWords", "从这里另起一篇")
    if correction.kind is CorrectionKind.NO_START:
        return translate("ReportWords", "这里不另起一篇，并入上一篇")
    if correction.kind is CorrectionKind.BLOCK:
        return translate("ReportWords", "这一段是{kind}").format(kind=block_name(correction.field, correction.value))
    value = correction.value.replace("\t", " ") or translate("ReportWords", "（无）")
    name = issue_fact_name if correction.kind is CorrectionKind.ISSUE else fact_name
    return translate("ReportWords", "{fact}改为“{value}”").format(fact=name(correction.field), value=value)


def block_name(kind: str, level: str = "") -> str:
    """What a paragraph can be marked as."""
    if kind == BlockKind.HEADING:
        return (
            translate("ReportWords", "一级标题"),
            translate("ReportWords", "二级标题"),
            translate("ReportWords", "三级标题"),
            translate("ReportWords", "四级标题"),
            translate("ReportWords", "五级标题"),
            translate("ReportWords", "六级标题"),
        )[min(int(level or 1), 6) - 1]
    return {
        BlockKind.TABLE.value: translate("ReportWords", "表格"),
        BlockKind.PARAGRAPH.value: translate("ReportWords", "正文"),
        BlockKind.ADDRESSEE.value: translate("ReportWords", "主送机关"),
        BlockKind.SIGNATURE.value: translate("ReportWords", "落款"),
        BlockKind.DATE.value: translate("ReportWords", "成文日期"),
        BlockKind.ISSUED_TITLE.value: translate("ReportWords", "所印发文件的标题"),
        BlockKind.ATTACHMENT_LABEL.value: translate("ReportWords", "附件序号"),
        BlockKind.ATTACHMENT_TITLE.value: translate("ReportWords", "附件标题"),
    }.get(kind, kind)
