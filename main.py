"""邸报 Dibao: opens the window, or carries out one command of the command line."""

from __future__ import annotations

import gc
import io
import logging
import multiprocessing
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.exporting.formats import Material, Step
    from reader.model.search import SearchEngine, TextOf


def open_engine(folder: Path, text_of: TextOf) -> SearchEngine:
    """The search engine, loaded only when somebody searches or imports."""
    from index.engine import open_engine as open_index

    return open_index(folder, text_of)


def write_pdf(material: Material, step: Step) -> bytes:
    """Pages set in type, by the fonts and the printing of Qt, loaded only when somebody wants a PDF file."""
    from ui.printing.without_window import write_pdf as write

    return write(material, step)


def main(typed: list[str] | None = None) -> int:
    """Run the program with the arguments typed; tells the exit status."""
    words = sys.argv[1:] if typed is None else typed
    _speak_utf8()
    from reader import cli_language, wording
    from reader.services import paths

    wording.speak(cli_language.chosen(words, paths.config() / "preferences.toml"))
    from reader.cli_arguments import WrongUsage, opening, parser

    if words == ["--self-test"]:
        return _self_test()
    try:
        wanted = opening(words)
        if wanted is not None:
            return _window(wanted.library, wanted.paths)
        arguments = parser().parse_args(words)
    except WrongUsage as wrong:
        from reader.cli import refuse

        return refuse(str(wrong), as_json="--json" in words)
    if arguments.command is None and not arguments.version:
        if arguments.json:
            from reader.cli import refuse

            return refuse(f"{parser().format_usage()}{wording.told('cli.json_alone')}", as_json=True)
        return _window(arguments.library)
    return _command(arguments)


def _window(library: Path | None, paths: Sequence[Path] = ()) -> int:
    # What is loaded is no garbage; `ui.interpreter` says when to look for some.
    gc.disable()
    from reader.cli_arguments import VERSION
    from ui.app import run

    return run(library, open_engine, paths=[path.absolute() for path in paths], version=VERSION)


def _self_test() -> int:
    """What packaging runs on the built program: a first day in a temporary library, told step by step."""
    import os

    from reader.model.errors import UserError
    from reader.services import selftest
    from reader.wording import word

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        for step in selftest.run(open_engine, _window_shown):
            print(f"{step.name}：{step.result}（{step.seconds:.2f} 秒）", flush=True)
    except selftest.SelfTestFailed as failed:
        print(f"自检没有通过：{failed}", file=sys.stderr)
        return 1
    except UserError as error:
        print(f"自检没有通过：{word(error.code, error.facts)}", file=sys.stderr)
        return 1
    print("自检通过")
    return 0


def _window_shown(library: Path) -> str:
    from ui.selftest import show

    return show(library, open_engine)


def _speak_utf8() -> None:
    """The same bytes on every system. A windowed program on Windows has no standard streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _command(arguments: argparse.Namespace) -> int:
    """One command of the command line; a fault of ours is logged without texts and told in the user's language."""
    from reader import cli
    from reader.services import logbook, paths

    log = logbook.keep(paths.logs())
    try:
        return cli.run(arguments, open_engine, write_pdf)
    except KeyboardInterrupt:
        return cli.INTERRUPTED
    except Exception as fault:
        logging.getLogger("dibao").exception("a command failed")
        return cli.own_fault(fault, paths.logs() / logbook.FILE, as_json=arguments.json)
    finally:
        if log is not None:
            logging.getLogger().removeHandler(log)
            log.close()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
