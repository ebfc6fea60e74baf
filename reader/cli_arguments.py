"""The arguments of the command line."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from reader.model.annotation import AnchorState
from reader.wording import LANGUAGES, spoken, told

VERSION = "0.1.0"

_CHINESE = {
    "usage: ": "用法：", "options": "选项", "positional arguments": "参数", "subcommands": told("help.command"),
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
argparse._ = lambda sentence: _CHINESE.get(sentence, sentence) if spoken() == "zh" else sentence  # type: ignore[attr-defined]  # see above
PROGRAM = "dibao"

EXPORT_FORMATS = ("md", "html", "docx", "pdf", "xlsx", "csv", "jsonld", "csl")


CITATION_FORMS = ("official", "source", "short", "gbt7714", "csl")


_OPTION = re.compile(r"--?[A-Za-z]")


class WrongUsage(Exception):
    """The arguments make no command; the text says why, with the usage."""


class _Parser(argparse.ArgumentParser):
    """Leaves it to the caller to say what is wrong. `commands`: names of the commands it knows."""

    commands: Collection[str] = ()

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(self.format_usage() + told("cli.wrong_usage", program=self.prog, message=message))

    def _parse_optional(self, arg_string: str) -> Any:
        # A question (-医药) or a quotation (-5℃) may begin with a minus; our options are letters.
        return super()._parse_optional(arg_string) if _OPTION.match(arg_string) else None


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window is to open: files and folders, in a library or, for None, in the usual one."""

    paths: tuple[Path, ...]
    library: Path | None


def opening(words: Sequence[str]) -> Opening | None:
    """What to open in the window when paths were given in the place of a command, as a desktop does; else None.

    Raises:
        WrongUsage: paths, and options that do not go with them.
    """
    first = _first_positional(words)
    if first is None or first in parser().commands or not _is_path(first):
        return None
    reader = _Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    reader.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    reader.add_argument("--library", type=Path, metavar="DIR")
    reader.add_argument("--lang", choices=LANGUAGES)
    arguments = reader.parse_args(list(words))
    return Opening(tuple(arguments.paths), arguments.library)


def _first_positional(words: Sequence[str]) -> str | None:
    value_next = False
    for word in words:
        if value_next:
            value_next = False
        elif word in ("--library", "--lang"):
            value_next = True
        elif not word.startswith("-"):
            return word
    return None


def _is_path(word: str) -> bool:
    """Whether a word means a file, also one that is no longer there: a command has neither folder nor ending."""
    path = Path(word)
    return path.exists() or path.name != word or bool(path.suffix)


def parser() -> _Parser:
    """The whole grammar. Without a command, `command` is None: then the window is meant."""
    whole = _Parser(prog=PROGRAM, description=told("help.program"), allow_abbrev=False)
    _common(whole, library=None, json=False)
    whole.add_argument("--version", action="store_true", help=told("help.version"))
    # The same options after the command's name: they must not set back what stood before it.
    common = _Parser(add_help=False, allow_abbrev=False)
    _common(common, library=argparse.SUPPRESS, json=argparse.SUPPRESS)
    commands = whole.add_subparsers(dest="command", metavar=told("help.command"), parser_class=_Parser)
    whole.commands = commands.choices

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text, description=help_text, parents=[common], allow_abbrev=False)

    one = command("import", told("help.import"))
    one.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command("documents", told("help.documents"))
    one = command("show", told("help.show"))
    one.add_argument("id", metavar="ID")
    one.add_argument("--format", choices=("text", "markdown", "html", "json"))
    one = command("report", told("help.report"))
    one.add_argument("id", metavar="ISSUE_ID")
    one = command("remove", told("help.remove"))
    one.add_argument("ids", nargs="+", metavar="ISSUE_ID")
    one = command("search", told("help.search"))
    one.add_argument("query", metavar="QUERY")
    one.add_argument("--limit", type=_count, default=50, metavar="N")
    one.add_argument("--offset", type=_count, default=0, metavar="N")
    one = command("annotate", told("help.annotate"))
    one.add_argument("id", metavar="ID")
    one.add_argument("--quote", metavar="TEXT", help=told("help.quote"))
    one.add_argument("--occurrence", type=_ordinal, metavar="N", help=told("help.occurrence"))
    one.add_argument("--range", type=_range, metavar="A:B", help=told("help.range"))
    one.add_argument("--style", default="重点", metavar="NAME")
    one.add_argument("--note", default="", metavar="TEXT")
    one.add_argument("--tag", action="append", default=[], metavar="TAG")
    one.add_argument("--author", default="", metavar="NAME")
    _filters(command("annotations", told("help.annotations")))
    one = command("cite", told("help.cite"))
    one.add_argument("id", metavar="ID")
    one.add_argument("--range", type=_range, metavar="A:B")
    one.add_argument("--form", choices=CITATION_FORMS, default=CITATION_FORMS[0],
                     help=told("help.form"))
    one = command("validity", told("help.validity"))
    one.add_argument("id", metavar="ID")
    one = command("duties", told("help.duties"))
    one.add_argument("id", metavar="ID")
    command("gaps", told("help.gaps"))
    one = command("export", told("help.export"))
    one.add_argument("--format", choices=EXPORT_FORMATS, default="md")
    one.add_argument("--content", choices=("annotations", "documents"), default="annotations",
                     help=told("help.content"))
    one.add_argument("--order", choices=("text", "tag", "style", "date"), default="text", help=told("help.order"))
    one.add_argument("--template", default="", metavar="NAME|FILE", help=told("help.template"))
    one.add_argument("--without-marks", action="store_true", help=told("help.without_marks"))
    one.add_argument("--without-sources", action="store_true", help=told("help.without_sources"))
    one.add_argument("--labels", choices=LANGUAGES, default="zh", help=told("help.labels"))
    _filters(one)
    one.add_argument("--out", required=True, type=Path, metavar="FILE")
    command("templates", told("help.templates"))
    one = command("import-annotations", told("help.import_annotations"))
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--conflicts", choices=("newer", "mine", "theirs"), default="newer",
                     help=told("help.conflicts"))
    command("reindex", told("help.reindex"))
    command("check", told("help.check"))
    one = command("backup", told("help.backup"))
    one.add_argument("--out", type=Path, metavar="FILE")
    one = command("restore", told("help.restore"))
    one.add_argument("file", type=Path, metavar="FILE")
    return whole


def _common(one: argparse.ArgumentParser, *, library: object, json: object) -> None:
    one.add_argument("--library", type=Path, metavar="DIR", default=library, help=told("help.library"))
    one.add_argument("--json", action="store_true", default=json, help=told("help.json"))
    # Read before all others by `reader.cli_language`: what is told about wrong arguments is in that language too.
    one.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=told("help.language"))


def _filters(one: argparse.ArgumentParser) -> None:
    one.add_argument("--tag", action="append", default=[], metavar="T")
    one.add_argument("--style", action="append", default=[], metavar="S")
    one.add_argument("--document", action="append", default=[], metavar="ID")
    one.add_argument("--state", action="append", default=[], choices=[state.value for state in AnchorState])
    one.add_argument("--author", action="append", default=[], metavar="NAME", help=told("help.author"))
    one.add_argument("--since", type=_day, metavar="DATE", help=told("help.since"))
    one.add_argument("--until", type=_day, metavar="DATE", help=told("help.until"))


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(told("help.write_date")) from None


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(told("help.not_negative"))
    return number


def _ordinal(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(told("help.from_one"))
    return number


def _range(text: str) -> tuple[int, int]:
    first, colon, last = text.partition(":")
    if not colon or not first.strip().isdigit() or not last.strip().isdigit():
        raise argparse.ArgumentTypeError(told("help.write_range"))
    return int(first), int(last)
