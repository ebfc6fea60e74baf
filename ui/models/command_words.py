"""What commands are called elsewhere: users of Word, WPS and Zotero type those words into the palette."""

from __future__ import annotations

from ui.i18n import translate


def other_names() -> dict[str, str]:
    """Words by the name of the action, apart by spaces, in the language of the window."""
    return {
        "import_files": translate("CommandWords", "打开 添加 载入"),
        "import_folder": translate("CommandWords", "打开目录 批量导入"),
        "export": translate("CommandWords", "另存为 摘录 输出"),
        "export_document": translate("CommandWords", "另存为 全文"),
        "import_annotations": translate("CommandWords", "合并批注 接收"),
        "export_exchange": translate("CommandWords", "共享 发送 交换"),
        "styles": translate("CommandWords", "高亮 荧光笔"),
        "review": translate("CommandWords", "失效的标注 重新定位"),
        "trash": translate("CommandWords", "删除的标注 找回"),
        "backups": translate("CommandWords", "还原"),
        "preferences": translate("CommandWords", "选项 偏好 配置 语言 字体"),
        "shortcuts": translate("CommandWords", "热键 键盘"),
        "watch": translate("CommandWords", "自动导入 新到"),
        "quit": translate("CommandWords", "关闭程序"),
        "copy_cited": translate("CommandWords", "引用 引文"),
        "cite_official": translate("CommandWords", "引用 引文"),
        "cite_source": translate("CommandWords", "引用 引文"),
        "find": translate("CommandWords", "搜索"),
        "search": translate("CommandWords", "搜索 全文检索"),
        "note": translate("CommandWords", "评论 注释"),
        "note_document": translate("CommandWords", "评论 注释"),
        "correct_split": translate("CommandWords", "拆分 分开"),
        "correct_merge": translate("CommandWords", "合并"),
        "correct_facts": translate("CommandWords", "重命名 元数据"),
        "correct_issue": translate("CommandWords", "元数据"),
        "report": translate("CommandWords", "疑点 校对"),
        "remove_issues": translate("CommandWords", "删除公报"),
        "go_to": translate("CommandWords", "跳转 定位"),
        "bookmark": translate("CommandWords", "收藏"),
        "show_library": translate("CommandWords", "目录树 侧栏"),
        "show_outline": translate("CommandWords", "目录 导航"),
        "split": translate("CommandWords", "分屏 两栏"),
        "compare_sides": translate("CommandWords", "对比 对照 差异 修订"),
        "show_source": translate("CommandWords", "原件 原稿"),
        "zoom_in": translate("CommandWords", "字号 大字"),
        "zoom_out": translate("CommandWords", "字号 小字"),
        "theme_light": translate("CommandWords", "浅色 白色 主题"),
        "theme_sepia": translate("CommandWords", "护眼 主题"),
        "theme_dark": translate("CommandWords", "深色 黑色 主题"),
        "theme_system": translate("CommandWords", "主题"),
        "help": translate("CommandWords", "帮助 手册"),
        "about": translate("CommandWords", "版本 许可"),
    }
