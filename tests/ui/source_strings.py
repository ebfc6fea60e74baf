"""The Chinese strings of ui/ as its source has them: those that are translated, and those that are not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

@dataclass(frozen=True)
class Found:
    """A string with its place; `context` is that of its translation, "" where it has none."""

    text: str
    place: str
    context: str = ""


def modules() -> list[Path]:
    """The modules of the window."""
    return sorted((ROOT / "ui").rglob("*.py"))


def is_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return any("\u3400" <= sign <= "\u9fff" for sign in text)


def in_module(path: Path) -> tuple[list[Found], list[Found], list[str]]:
    """The translated strings, the Chinese ones that are not, and calls of `tr` that lupdate cannot read."""
    visitor = Visitor(path)
    visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
    return visitor.translated, visitor.bare, visitor.unreadable


class Visitor(ast.NodeVisitor):
    """Gathers them from a module's tree."""

    def __init__(self, path: Path) -> None:
        self._path = path.relative_to(ROOT)
        self._classes: list[str] = []
        self._in_format = 0
        self.translated: list[Found] = []
        self.bare: list[Found] = []
        self.unreadable: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Expr(self, node: ast.Expr) -> None:
        # A string alone is a docstring, of a constant too.
        if not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._in_format += 1
        self.generic_visit(node)
        self._in_format -= 1

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr":
            self._call(node, self._own_context(node), node.args[:1])
        elif name == "translate" and self._is_ours(node.func):
            context = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            self._call(node, context, node.args[1:2])
        else:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and is_chinese(node.value):
            self.bare.append(Found(node.value, self._place(node)))

    @staticmethod
    def _is_ours(function: ast.expr) -> bool:
        """Whether `translate` is not that of a painter."""
        return isinstance(function, ast.Name) or getattr(getattr(function, "value", None), "id", "") in (
            "i18n", "QCoreApplication")

    def _own_context(self, node: ast.Call) -> str | None:
        of_self = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "self"
        return self._classes[-1] if of_self and self._classes else None

    def _call(self, node: ast.Call, context: object, texts: list[ast.expr]) -> None:
        text = texts[0].value if texts and isinstance(texts[0], ast.Constant) else None
        if not isinstance(context, str) or not isinstance(text, str) or self._in_format:
            self.unreadable.append(f"{self._place(node)}: {ast.unparse(node)}")
        else:
            self.translated.append(Found(text, self._place(node), context))

    def _place(self, node: ast.AST) -> str:
        return f"{self._path}:{getattr(node, 'lineno', 0)}"


def everything() -> Iterator[tuple[list[Found], list[Found], list[str]]]:
    """`in_module` of all modules."""
    for path in modules():
        yield in_module(path)
