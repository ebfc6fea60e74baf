"""All actions of the window: text, picture, shortcut and tip of each, in menus, toolbar and context menus alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Style
from ui.panels.style_swatch import swatch
from ui.shortcuts import sequences, shown
from ui.theme import icon

PARAGRAPH_KINDS = (
    *(f"correct_heading_{level}" for level in range(1, 5)),
    "correct_paragraph",
    "correct_addressee",
    "correct_signature",
    "correct_date",
    "correct_issued_title",
    "correct_attachment_label",
    "correct_attachment_title",
    "correct_table",
)
"""The actions that say what a paragraph is, in the order of their menu."""


class Spec(NamedTuple):
    """An action as written down. `in_text`: its shortcut works only while the text pane has the focus, because it is a
    plain letter or digit that elsewhere is typed."""

    name: str
    text: str
    shortcut: str = ""
    picture: str = ""
    tip: str = ""
    in_text: bool = False
    checkable: bool = False


def plain(text: str) -> str:
    """The text of an action without its mnemonic and its dots."""
    return text.replace("…", "").split("(&")[0].replace("&", "")


class Actions(QObject):
    """The actions by name. `text_pane` owns those whose shortcuts work in the text only."""

    def __init__(self, window: QWidget, text_pane: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._text_panes = [text_pane]
        self._actions: dict[str, QAction] = {}
        self._styles: tuple[Style, ...] = ()
        self._specs: dict[str, Spec] = {}
        self._custom: dict[str, str] = {}
        for spec in self._written_down():
            self._add(spec)
        themes = QActionGroup(self)
        for name in ("system", "light", "sepia", "dark"):
            themes.addAction(self["theme_" + name])
        orders = QActionGroup(self)
        for name in ("reading", "date", "number", "title"):
            orders.addAction(self["order_" + name])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all actions, in the order in which they are written down."""
        return tuple(self._actions)

    def title(self, name: str) -> str:
        """What an action is called outside a menu; that of undo does not name the change that is next."""
        return self._actions[name].iconText()

    def spec(self, name: str) -> Spec:
        """An action as it was written down."""
        return self._specs[name]

    def keys(self, name: str) -> str:
        """The shortcuts of an action in effect, in portable form, apart by spaces."""
        return " ".join(key.toString() for key in self._actions[name].shortcuts())

    def set_shortcuts(self, custom: Mapping[str, str]) -> None:
        """Give actions other shortcuts than they came with; those not named get back their own.

        Args:
            custom: name of the action → shortcuts in portable form, apart by spaces, "" for none; names that do not
                exist are passed over. The keys of colours are the colours' own.
        """
        self._custom = {name: keys for name, keys in custom.items() if name in self._actions}
        for name in self._actions:
            if not name.startswith("style_"):
                self._put_on_keys(name)

    def add_text_pane(self, pane: QWidget) -> None:
        """Let the plain letters and digits work in another text pane, too."""
        for action in self._text_panes[0].actions():
            pane.addAction(action)
        self._text_panes.append(pane)

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Say what each action does.

        Raises:
            KeyError: an action that does not exist.
        """
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _=False, do=slot: do())

    def set_styles(self, styles: Sequence[Style], chosen: Callable[[str], object]) -> None:
        """Make the actions `style_1` … of the colours, or bring them up to date.

        Args:
            styles: in the user's order; none that was there may be missing.
            chosen: called with a style's name; the first time's stays.
        """
        self._styles = tuple(styles)
        for number, style in enumerate(styles, 1):
            name = f"style_{number}"
            if name not in self._actions:
                self._add(Spec(name, style.label, str(style.shortcut or ""), in_text=True))
                self._actions[name].triggered.connect(lambda _=False, at=number - 1: chosen(self._styles[at].name))
            action = self._actions[name]
            action.setText(style.label)
            action.setIconText(style.label)
            action.setShortcuts([QKeySequence(str(style.shortcut))] if style.shortcut else [])
            tip = self.tr("标注为“{style}”（按 {key}）") if style.shortcut else self.tr("标注为“{style}”")
            action.setToolTip(tip.format(style=style.label, key=style.shortcut))
        self.refresh_icons()

    @property
    def style_actions(self) -> list[QAction]:
        """The actions of the colours, in their order."""
        return [self._actions[f"style_{number}"] for number in range(1, len(self._styles) + 1)]

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        for action in self:
            picture = action.property("picture")
            if picture:
                action.setIcon(icon(str(picture)))
        for action, style in zip(self.style_actions, self._styles, strict=True):
            action.setIcon(swatch(style))

    def retranslate(self) -> None:
        """Put on the words of another language; those of the colours come with `set_styles`."""
        for spec in self._written_down():
            self._specs[spec.name] = spec
            self._actions[spec.name].setText(spec.text)
            self._actions[spec.name].setIconText(plain(spec.text))
            self._put_on_keys(spec.name)

    def _written_down(self) -> Iterator[Spec]:
        first = (self._file, self._edit, self._mark, self._correct)
        for group in (*first, self._library, self._go, self._view, self._help):
            yield from group()

    def _add(self, spec: Spec) -> None:
        action = QAction(spec.text, self._window)
        action.setObjectName(f"action_{spec.name}")
        action.setCheckable(spec.checkable)
        # A mark in the menu tells more than a picture in another colour.
        action.setIconVisibleInMenu(not spec.checkable)
        if spec.picture:
            action.setProperty("picture", spec.picture)
            action.setIcon(icon(spec.picture))
        action.setIconText(plain(spec.text))
        if spec.in_text:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for pane in self._text_panes:
                pane.addAction(action)
        else:
            self._window.addAction(action)
        self._actions[spec.name] = action
        self._specs[spec.name] = spec
        self._put_on_keys(spec.name)

    def _put_on_keys(self, name: str) -> None:
        spec, action = self._specs[name], self._actions[name]
        action.setShortcuts(sequences(self._custom.get(name, spec.shortcut)))
        keys = shown(action.shortcuts()[:1])
        tip = spec.tip or plain(spec.text)
        action.setToolTip(self.tr("{tip}（{key}）").format(tip=tip, key=keys) if keys else tip)

    def _file(self) -> list[Spec]:
        return [
            Spec("import_files", self.tr("导入文件(&I)…"), "Ctrl+O", "import", self.tr("导入公报文件")),
            Spec("import_folder", self.tr("导入文件夹(&D)…"), "Ctrl+Shift+O", "folder", self.tr("导入文件夹里的公报")),
            Spec("import_sample", self.tr("导入示例公报(&G)"), "", "sample"),
            Spec("export", self.tr("导出标注(&E)…"), "Ctrl+Shift+E", "export", self.tr("把标注或公文导出为文件")),
            Spec("export_document", self.tr("导出本篇公文(&X)…"), "", "", self.tr("把打开的公文全文存成 Word、PDF 等")),
            Spec("print", self.tr("打印(&P)…"), "Ctrl+P", "print", self.tr("打印打开的公文")),
            Spec("print_preview", self.tr("打印预览(&V)…"), "Ctrl+Shift+P", "", self.tr("看打开的公文打印出来的样子")),
            Spec(
                "import_annotations",
                self.tr("导入同事的批注(&A)…"),
                "",
                "",
                self.tr("W3C 批注文件；同一条不会重复导入"),
            ),
            Spec("export_exchange", self.tr("导出批注给同事(&L)…")),
            Spec("styles", self.tr("颜色和样式(&C)…")),
            Spec("tags", self.tr("标签管理(&M)…")),
            Spec("review", self.tr("核对标注的位置(&P)…"), "", "", self.tr("原文变动后，逐条核对标注的位置")),
            Spec("trash", self.tr("标注回收站(&H)…"), "", "", self.tr("三十天内删除的标注可以恢复")),
            Spec("backups", self.tr("从备份恢复(&U)…")),
            Spec("preferences", self.tr("设置(&S)…"), "Ctrl+,", "settings"),
            Spec("shortcuts", self.tr("快捷键(&Y)…"), "", "", self.tr("查看和更改快捷键")),
            Spec("watch", self.tr("监视文件夹(&H)…"), "", "", self.tr("文件夹里有新公报时提示导入")),
            Spec("look_watched", self.tr("检查监视的文件夹(&K)"), "", "", self.tr("现在就看有没有新公报")),
            Spec("backup", self.tr("备份标注(&B)…"), "", "", self.tr("把标注和批注存成一个备份文件")),
            Spec("close_tab", self.tr("关闭标签页(&W)"), "Ctrl+W"),
            Spec("close_other_tabs", self.tr("关闭其他标签页(&O)")),
            Spec("quit", self.tr("退出(&Q)"), "Ctrl+Q"),
        ]

    def _edit(self) -> list[Spec]:
        return [
            Spec("undo", self.tr("撤销(&U)"), "Ctrl+Z", "undo"),
            Spec("redo", self.tr("重做(&R)"), "Ctrl+Shift+Z Ctrl+Y", "redo"),
            Spec("copy", self.tr("复制(&C)"), "Ctrl+C", "copy", in_text=True),
            Spec("copy_cited", self.tr("连同出处复制(&W)"), "Ctrl+Shift+C", "cite", self.tr("复制选中文字，后附出处")),
            Spec("cite_official", self.tr("出处（公文格式）(&F)"), "", "", self.tr("《办法》（文号）第几条")),
            Spec("cite_source", self.tr("出处，并附公报期次(&I)"), "", "", self.tr("后附载于哪一期公报第几页")),
            Spec("cite_short", self.tr("简称（文号和条款）(&S)"), "", "", self.tr("前文已引全称时用")),
            Spec("cite_gbt7714", self.tr("参考文献（GB/T 7714）(&R)")),
            Spec("cite_csl", self.tr("CSL-JSON（文献管理软件）(&C)")),
            Spec("find", self.tr("在本文中查找(&F)…"), "Ctrl+F", "find"),
            Spec("find_next", self.tr("下一处(&N)"), "F3"),
            Spec("find_previous", self.tr("上一处(&P)"), "Shift+F3"),
            Spec("clear_hits", self.tr("取消命中标记(&H)"), "Esc", in_text=True),
            Spec("search", self.tr("检索全库(&S)…"), "Ctrl+Shift+F", "library-search"),
        ]

    def _mark(self) -> list[Spec]:
        return [
            Spec("underline", self.tr("下划线(&U)"), "U", "underline", in_text=True),
            Spec("note", self.tr("写批注(&N)"), "N", "note", in_text=True),
            Spec(
                "tag", self.tr("加标签(&T)"), "T", "tag", self.tr("给选中文字、当前标注或所在条款加标签"), in_text=True
            ),
            Spec(
                "change_range",
                self.tr("调整标注范围(&R)"),
                "R",
                tip=self.tr("改为选中的文字或用键盘移动"),
                in_text=True,
            ),
            Spec("note_document", self.tr("给全文写批注(&W)"), "", "document"),
            Spec("delete", self.tr("删除标注(&D)"), "Del", "delete", in_text=True),
        ]

    def _correct(self) -> list[Spec]:
        return [
            Spec(
                "correct_split", self.tr("从这一段起另成一篇(&B)"), "", "", self.tr("光标所在的段落是另一篇公文的开头")
            ),
            Spec("correct_merge", self.tr("并入上一篇(&J)"), "", "", self.tr("这不是单独的一篇，属于上一篇公文")),
            Spec("correct_start", self.tr("本篇从这一段开始(&S)"), "", "", self.tr("前面的段落属于上一篇")),
            Spec("correct_next", self.tr("下一篇从这一段开始(&N)"), "", "", self.tr("从这一段起属于下一篇")),
            Spec("correct_facts", self.tr("更正标题、文号等(&T)…"), "F2"),
            Spec("correct_heading_1", self.tr("一级标题(&1)")),
            Spec("correct_heading_2", self.tr("二级标题(&2)")),
            Spec("correct_heading_3", self.tr("三级标题(&3)")),
            Spec("correct_heading_4", self.tr("四级标题(&4)")),
            Spec("correct_paragraph", self.tr("正文(&B)")),
            Spec("correct_addressee", self.tr("主送机关(&A)")),
            Spec("correct_signature", self.tr("落款（发文机关署名）(&S)")),
            Spec("correct_date", self.tr("成文日期(&D)")),
            Spec("correct_issued_title", self.tr("所印发文件的标题(&I)")),
            Spec("correct_attachment_label", self.tr("附件序号(&L)")),
            Spec("correct_attachment_title", self.tr("附件标题(&T)")),
            Spec("correct_table", self.tr("表格(&E)")),
            Spec(
                "report",
                self.tr("对照原文检查(&C)…"),
                "F8",
                "report",
                self.tr("导入报告：疑点、更正、修复和删去的内容"),
            ),
        ]

    def _library(self) -> list[Spec]:
        return [
            Spec("only_unread", self.tr("只看未读(&U)"), tip=self.tr("公报库里只列还没有读过的公文"), checkable=True),
            Spec("only_noted", self.tr("只看有标注的(&A)"), tip=self.tr("公报库里只列有标注的公文"), checkable=True),
            Spec("show_all", self.tr("显示全部(&S)"), tip=self.tr("取消公报库的筛选")),
            Spec("order_reading", self.tr("按目录顺序(&O)"), tip=self.tr("每期公文按目录和栏目排列"), checkable=True),
            Spec("order_date", self.tr("按成文日期(&D)"), tip=self.tr("每期公文按成文日期排列"), checkable=True),
            Spec("order_number", self.tr("按发文字号(&N)"), tip=self.tr("每期公文按发文字号排列"), checkable=True),
            Spec("order_title", self.tr("按标题(&T)"), tip=self.tr("每期公文按标题排列"), checkable=True),
            Spec("newest_first", self.tr("新的在前(&F)"), tip=self.tr("新的年份和期次排在前面"), checkable=True),
            Spec(
                "publishers_by_count", self.tr("机关按篇数排(&C)"), tip=self.tr("篇数多的机关排在前面"), checkable=True
            ),
            Spec("mark_read", self.tr("标为已读(&R)"), tip=self.tr("公报库里选中的公文标为已读")),
            Spec("mark_unread", self.tr("标为未读(&M)"), tip=self.tr("公报库里选中的公文标为未读")),
            Spec("export_chosen", self.tr("导出选中的公文(&E)…"), tip=self.tr("把公报库里选中的公文存成 Word、PDF 等")),
            Spec("correct_issue", self.tr("更正期次信息(&C)…"), tip=self.tr("更正这一期的机关、年份、期号、日期")),
            Spec("gaps", self.tr("缺漏的期号和文号(&G)…"), tip=self.tr("已收的期次和文号之间，还缺哪些")),
            Spec(
                "remove_issues", self.tr("从公报库移除(&V)…"), tip=self.tr("移除选中的期次；原件和标注都保留，可以撤销")
            ),
        ]

    def _go(self) -> list[Spec]:
        return [
            Spec("back", self.tr("后退(&B)"), "Alt+Left", "back"),
            Spec("forward", self.tr("前进(&F)"), "Alt+Right", "forward"),
            Spec("go_to", self.tr("转到条款或文号(&G)…"), "Ctrl+G", "goto"),
            Spec("validity", self.tr("效力和依据(&V)…"), tip=self.tr("何时施行、何时失效，本库里哪句话写明")),
            Spec("duties", self.tr("责任分工(&D)…"), tip=self.tr("本篇写明的责任单位、配合单位和时限，列成一张表")),
            Spec("next_tab", self.tr("下一个标签页(&T)"), "Ctrl+Tab"),
            Spec("previous_tab", self.tr("上一个标签页(&A)"), "Ctrl+Shift+Tab"),
            Spec("reopen_tab", self.tr("重新打开关闭的标签页(&R)"), "Ctrl+Shift+T"),
            Spec("other_side", self.tr("转到另一侧(&S)"), "F6"),
            Spec("previous_document", self.tr("上一篇(&P)"), "Ctrl+PgUp", "up"),
            Spec("next_document", self.tr("下一篇(&N)"), "Ctrl+PgDown", "down"),
            Spec("previous_annotation", self.tr("上一条标注(&U)"), "Alt+Up"),
            Spec("next_annotation", self.tr("下一条标注(&X)"), "Alt+Down"),
            Spec("bookmark", self.tr("加书签或取消书签(&A)"), "Ctrl+D", "bookmark"),
            Spec("filter", self.tr("筛选公报库(&F)"), "Ctrl+L", "filter"),
        ]

    def _view(self) -> list[Spec]:
        return [
            Spec(
                "show_library", self.tr("公报库(&L)"), "F9", "sidebar-left", self.tr("显示或隐藏公报库"), checkable=True
            ),
            Spec("show_outline", self.tr("大纲(&O)"), "Ctrl+T", "outline", checkable=True),
            Spec("show_annotations", self.tr("批注(&A)"), "Ctrl+H", "annotations", checkable=True),
            Spec("show_search", self.tr("检索结果(&R)"), "", "library-search", checkable=True),
            Spec("split", self.tr("并排(&P)"), "Ctrl+\\", "split", self.tr("左右并排看两篇公文"), checkable=True),
            Spec("open_beside", self.tr("本篇在另一侧打开(&D)")),
            Spec(
                "scroll_together",
                self.tr("两侧同步滚动(&H)"),
                tip=self.tr("另一侧随着滚到同一条款"),
                checkable=True,
            ),
            Spec("compare_sides", self.tr("比较左右两篇(&M)…"), tip=self.tr("逐段比较并排的两篇公文，列出差异")),
            Spec(
                "show_source",
                self.tr("在旁边对照原文(&Y)"),
                "Shift+F8",
                "source",
                tip=self.tr("在旁边显示原文，跟着正文走"),
                checkable=True,
            ),
            Spec("zoom_in", self.tr("放大(&Z)"), "Ctrl++ Ctrl+=", "zoom-in"),
            Spec("zoom_out", self.tr("缩小(&U)"), "Ctrl+-", "zoom-out"),
            Spec("zoom_reset", self.tr("原大小(&C)"), "Ctrl+0", "zoom"),
            Spec("theme_system", self.tr("跟随系统(&Y)"), checkable=True),
            Spec("theme_light", self.tr("明亮(&L)"), checkable=True),
            Spec("theme_sepia", self.tr("米黄(&S)"), checkable=True),
            Spec("theme_dark", self.tr("夜间(&D)"), checkable=True),
            Spec("open_table", self.tr("放大查看表格(&T)"), "F4", "enlarge", self.tr("单独打开光标所在的表格")),
            Spec("full_screen", self.tr("全屏(&F)"), "F11", checkable=True),
        ]

    def _help(self) -> list[Spec]:
        return [
            Spec("palette", self.tr("命令面板(&K)…"), "Ctrl+K", "search", self.tr("打几个字，找任何命令、公文或标签")),
            Spec("help", self.tr("使用说明和快捷键(&G)"), "F1", "help"),
            Spec("about", self.tr("关于邸报(&A)"), "", "info"),
        ]
