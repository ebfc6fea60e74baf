"""What kinds of documents are called in the language of the window; in the library they are as the gazette has them."""

from __future__ import annotations

from ui.i18n import translate


def document_kind(kind: str) -> str:
    """The name to show for a kind; one that only its gazette knows stays as it is."""
    return {
        "通知": translate("KindWords", "通知"),
        "批复": translate("KindWords", "批复"),
        "意见": translate("KindWords", "意见"),
        "决定": translate("KindWords", "决定"),
        "决议": translate("KindWords", "决议"),
        "公告": translate("KindWords", "公告"),
        "通告": translate("KindWords", "通告"),
        "通报": translate("KindWords", "通报"),
        "报告": translate("KindWords", "报告"),
        "请示": translate("KindWords", "请示"),
        "复函": translate("KindWords", "复函"),
        "函": translate("KindWords", "函"),
        "纪要": translate("KindWords", "纪要"),
        "命令": translate("KindWords", "命令"),
        "令": translate("KindWords", "令"),
        "公报": translate("KindWords", "公报"),
        "统计公报": translate("KindWords", "统计公报"),
        "方案": translate("KindWords", "方案"),
        "办法": translate("KindWords", "办法"),
        "条例": translate("KindWords", "条例"),
        "规定": translate("KindWords", "规定"),
        "细则": translate("KindWords", "细则"),
        "计划": translate("KindWords", "计划"),
        "规划": translate("KindWords", "规划"),
        "要点": translate("KindWords", "要点"),
        "议案": translate("KindWords", "议案"),
        "答复": translate("KindWords", "答复"),
        "预案": translate("KindWords", "预案"),
        "解读": translate("KindWords", "解读"),
        "讲话": translate("KindWords", "讲话"),
        "措施": translate("KindWords", "措施"),
        "政策": translate("KindWords", "政策"),
        "说明": translate("KindWords", "说明"),
        "名单": translate("KindWords", "名单"),
        "目录": translate("KindWords", "目录"),
        "清单": translate("KindWords", "清单"),
        "规则": translate("KindWords", "规则"),
        "章程": translate("KindWords", "章程"),
        "指南": translate("KindWords", "指南"),
        "规范": translate("KindWords", "规范"),
        "标准": translate("KindWords", "标准"),
        "布告": translate("KindWords", "布告"),
        "人事任免": translate("KindWords", "人事任免"),
        "大事记": translate("KindWords", "大事记"),
    }.get(kind, kind)
