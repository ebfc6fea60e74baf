"""What a template can say, and where the user's own are put."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget


class TemplateHelp(QDialog):
    """The names and filters of templates, with examples.

    Signals:
        folderWanted: open the folder of the user's templates.
    """

    folderWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateHelp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("模板说明"))
        self.resize(680, 560)
        self.text = QTextBrowser(self)
        self.text.setObjectName("templateHelpText")
        self.text.setAccessibleName(self.tr("模板说明"))
        self.text.setMarkdown(self._words())
        self.text.document().setDocumentMargin(12)
        buttons = QDialogButtonBox(self)
        folder = buttons.addButton(self.tr("打开模板文件夹(&O)"), QDialogButtonBox.ButtonRole.ActionRole)
        folder.setObjectName("templateFolder")
        folder.setAutoDefault(False)
        folder.clicked.connect(self.folderWanted)
        buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _words(self) -> str:
        rows = "\n".join(f"| `{name}` | {text} |" for name, text in self._names())
        return self.tr(
            """## 自己的模板

把扩展名为 .md（Markdown）或 .html（网页）的 UTF-8 文本文件放进模板文件夹，就能在“模板”里选用。

与自带模板同名的，以自己的为准。

写法是 Jinja 模板语言：`{{ … }}` 处填入内容，`{% for … %}` 逐条重复，`{# … #}` 是说明，不输出。

```
{% for one in annotations %}
{{ loop.index }}. {{ one.quote|md }}（{{ one.citation|md }}）
{% endfor %}
```

网页模板里填入的文字自动转义；Markdown 模板里请在后面加 `|md`。

模板不能读取文件、引用其他模板或运行程序；写错时会指出第几行。

## 可用的名称

| 名称 | 内容 |
| --- | --- |
{rows}
"""
        ).replace("{rows}", rows)

    def _names(self) -> list[tuple[str, str]]:
        """The names of `reader.exporting.template_values` in words."""
        return [
            ("title", self.tr("标题，即模板的名称")),
            ("today", self.tr("今天的日期")),
            ("annotations", self.tr("全部标注，依正文顺序")),
            ("documents", self.tr("有标注的公文，各有 annotations")),
            ("tags, styles, dates", self.tr("按标签、颜色、日期分的组，各有 name 和 annotations")),
            ("one.quote, one.lines", self.tr("原文；原文各段")),
            ("one.note, one.note_html", self.tr("批注（Markdown）；批注（网页用）")),
            ("one.tags, one.style, one.colour", self.tr("标签；颜色的名称；颜色值")),
            ("one.address, one.headings", self.tr("条款；所在的各级标题")),
            ("one.citation, one.source", self.tr("引用写法；公报出处")),
            ("one.units, one.helpers, one.deadline", self.tr("原文写明的责任单位、配合单位、时限")),
            ("one.state, one.certain, one.whole", self.tr("位置状态；位置是否确定；是否针对整份文件")),
            ("one.created, one.modified, one.author", self.tr("批注日期；修改日期；作者")),
            ("one.document", self.tr("所在的公文")),
            ("document.title, document.cited_title", self.tr("公文标题；引用时用的标题")),
            ("document.number, document.date", self.tr("文号；成文日期")),
            ("document.issuer, document.publisher", self.tr("发文机关；公报的发布机关")),
            ("document.gazette, document.issue, document.page", self.tr("公报名；期次；页码")),
            ("document.citation, document.short, document.gbt7714", self.tr("附出处的引用；简称；GB/T 7714 参考文献")),
            ("document.repealed", self.tr("本库载明已失效")),
        ]
