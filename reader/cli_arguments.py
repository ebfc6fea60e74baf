"""The arguments of the command line."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import NoReturn

from reader.model.annotation import AnchorState

VERSION = "0.1.0"

_CHINESE = {
    "usage: ": "用法：", "options": "选项", "positional arguments": "参数", "subcommands": "命令",
    "show this help message and exit": "显示这份说明",
    "the following arguments are required: %s": "缺少：%s", "unrecognized arguments: %s": "不认识：%s",
    "expected one argument": "后面要有一个值", "expected at least one argument": "后面至少要有一个值",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这一项，可用：%(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r 不是数", "not allowed with argument %s": "不能与 %s 同用",
    "ignored explicit argument %r": "后面不带值：%r",
}
"""The sentences of argparse that our users can meet; it asks gettext for each, and has no Chinese of its own."""
# argparse offers no other way in than the name it looks its translator up by.
argparse._ = lambda sentence: _CHINESE.get(sentence, sentence)  # type: ignore[attr-defined]  # see above
PROGRAM = "dibao"

EXPORT_FORMATS = ("md", "html", "docx", "pdf", "xlsx", "csv", "jsonld", "csl")


CITATION_FORMS = ("official", "source", "short", "gbt7714", "csl")


class WrongUsage(Exception):
    """The arguments make no command; the text says why, with the usage."""


class _Parser(argparse.ArgumentParser):
    """Leaves it to the caller to say what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(f"{self.format_usage()}{self.prog}：用法不对：{message}")


def parser() -> argparse.ArgumentParser:
    """The whole grammar. Without a command, `command` is None: then the window is meant."""
    whole = _Parser(prog=PROGRAM, description="邸报：政府公报离线阅读与批注。不带命令时打开窗口。", allow_abbrev=False)
    _common(whole, library=None, json=False)
    whole.add_argument("--version", action="store_true", help="显示版本")
    # The same options after the command's name: they must not set back what stood before it.
    common = _Parser(add_help=False, allow_abbrev=False)
    _common(common, library=argparse.SUPPRESS, json=argparse.SUPPRESS)
    commands = whole.add_subparsers(dest="command", metavar="命令", parser_class=_Parser)

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text, description=help_text, parents=[common], allow_abbrev=False)

    one = command("import", "导入公报文件或文件夹")
    one.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command("documents", "列出公报和文件")
    one = command("show", "显示一份文件或一期公报")
    one.add_argument("id", metavar="ID")
    one.add_argument("--format", choices=("text", "markdown", "html", "json"))
    one = command("report", "显示一期公报的导入记录")
    one.add_argument("id", metavar="ISSUE_ID")
    one = command("remove", "把期次移出公报库；原件和批注都保留，重新导入即可恢复")
    one.add_argument("ids", nargs="+", metavar="ISSUE_ID")
    one = command("search", "检索全库")
    one.add_argument("query", metavar="QUERY")
    one.add_argument("--limit", type=_count, default=50, metavar="N")
    one.add_argument("--offset", type=_count, default=0, metavar="N")
    one = command("annotate", "给一份文件加批注")
    one.add_argument("id", metavar="ID")
    one.add_argument("--quote", metavar="TEXT", help="要标记的原文")
    one.add_argument("--occurrence", type=_ordinal, metavar="N", help="第几处，从 1 数起")
    one.add_argument("--range", type=_range, metavar="A:B", help="字数范围，从 0 数起，不含止处")
    one.add_argument("--style", default="重点", metavar="NAME")
    one.add_argument("--note", default="", metavar="TEXT")
    one.add_argument("--tag", action="append", default=[], metavar="TAG")
    one.add_argument("--author", default="", metavar="NAME")
    _filters(command("annotations", "列出批注"))
    one = command("cite", "给出引用写法")
    one.add_argument("id", metavar="ID")
    one.add_argument("--range", type=_range, metavar="A:B")
    one.add_argument("--form", choices=CITATION_FORMS, default=CITATION_FORMS[0],
                     help="official 公文格式，source 附公报出处，short 简称，gbt7714 参考文献，csl CSL-JSON")
    one = command("export", "导出批注")
    one.add_argument("--format", choices=EXPORT_FORMATS, default="md")
    one.add_argument("--content", choices=("annotations", "documents"), default="annotations",
                     help="annotations 批注摘录，documents 文件全文（由 --document 指定，或有所选批注的文件）")
    one.add_argument("--order", choices=("text", "tag", "style", "date"), default="text", help="批注的排列")
    one.add_argument("--template", default="", metavar="NAME|FILE", help="按模板导出批注，见 templates 命令")
    one.add_argument("--without-marks", action="store_true", help="文件全文不带标注和批注")
    one.add_argument("--without-sources", action="store_true", help="docx、pdf 的批注摘录末尾不列引用文件")
    _filters(one)
    one.add_argument("--out", required=True, type=Path, metavar="FILE")
    command("templates", "列出导出模板")
    one = command("import-annotations", "导入他人的批注（W3C JSON）")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--conflicts", choices=("newer", "mine", "theirs"), default="newer",
                     help="两边都改过的批注保留哪一份：较新的（默认）、我的、对方的")
    command("reindex", "重建检索索引")
    command("check", "检查公报库是否完好")
    one = command("backup", "备份批注")
    one.add_argument("--out", type=Path, metavar="FILE")
    one = command("restore", "从备份恢复批注")
    one.add_argument("file", type=Path, metavar="FILE")
    return whole


def _common(one: argparse.ArgumentParser, *, library: object, json: object) -> None:
    one.add_argument("--library", type=Path, metavar="DIR", default=library, help="公报库文件夹")
    one.add_argument("--json", action="store_true", default=json, help="在标准输出给出一个 JSON 值")


def _filters(one: argparse.ArgumentParser) -> None:
    one.add_argument("--tag", action="append", default=[], metavar="T")
    one.add_argument("--style", action="append", default=[], metavar="S")
    one.add_argument("--document", action="append", default=[], metavar="ID")
    one.add_argument("--state", action="append", default=[], choices=[state.value for state in AnchorState])
    one.add_argument("--author", action="append", default=[], metavar="NAME", help="署这个名的；空字符串是未署名的")
    one.add_argument("--since", type=_day, metavar="DATE", help="最后修改不早于这一天，如 2025-03-01")
    one.add_argument("--until", type=_day, metavar="DATE", help="最后修改不晚于这一天")


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError("请写成 2025-03-01") from None


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("不能小于 0")
    return number


def _ordinal(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("从 1 数起")
    return number


def _range(text: str) -> tuple[int, int]:
    first, colon, last = text.partition(":")
    if not colon or not first.strip().isdigit() or not last.strip().isdigit():
        raise argparse.ArgumentTypeError("请写成 起:止")
    return int(first), int(last)
