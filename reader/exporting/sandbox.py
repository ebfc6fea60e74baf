"""The sandbox in which templates run: plain values in, text out, in bounded time and memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

LONGEST = 10.0
"""Seconds a template may take: a thousand annotations take a tenth of one."""
LARGEST = 50_000_000
"""Characters a template may write in all, what it writes into variables included."""
LONGEST_VALUE = 1_000_000
"""Characters or items of one value, and the greatest number a template may hand to anything."""
FILTERS = frozenset({
    "abs", "capitalize", "count", "default", "d", "dictsort", "e", "escape", "first", "groupby", "int", "items", "join",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round",
    "select", "selectattr", "sort", "string", "striptags", "sum", "title", "trim", "truncate", "unique", "upper",
    "wordcount",
})
"""Of Jinja's filters those that look at plain values only."""
METHODS = frozenset({
    "startswith", "endswith", "strip", "lstrip", "rstrip", "split", "splitlines", "partition", "rpartition",
    "removeprefix", "removesuffix", "upper", "lower", "title", "find", "isdigit", "count", "index", "get", "items",
    "keys", "values",
})
"""Methods of strings, lists and dictionaries that a template may call."""
_LOADING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_TICK, _JOINED = "_tick", "_joined"


class TooMuch(Exception):
    """A template took too long, or wrote too much."""


class Forbidden(Exception):
    """A template wants to load another. `line`: where it says so."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Watch:
    """Counts what a template does.

    Args:
        check: called now and then; what it raises ends the work.
    """

    def __init__(self, check: Callable[[], None]) -> None:
        self._check = check
        self._end = time.monotonic() + LONGEST
        self._turns = 0
        self._written = 0

    def tick(self) -> str:
        """Once a turn of each loop and each call of a macro, which write this: nothing."""
        self._turns += 1
        if self._turns % 256 == 0:
            self._check()
            if time.monotonic() > self._end:
                raise TooMuch
        return ""

    def written(self, value: Any) -> Any:
        """A value that is written, if it is not too long."""
        length = len(value) if isinstance(value, str) else len(str(value))
        self._written += length
        if length > LONGEST_VALUE or self._written > LARGEST:
            raise TooMuch
        self.tick()
        return value


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, narrowed to what templates of texts need.

    Args:
        html: whether what is inserted is escaped for HTML.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, watch: Watch, *, html: bool) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=html, trim_blocks=True, lstrip_blocks=True,
                         cache_size=0, finalize=watch.written)
        self._watch = watch
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters["replace"], self.filters["join"] = _replace(self.filters["replace"]), _join(self.filters["join"])
        self.globals = {name: self.globals[name] for name in ("range", "dict", "namespace")}
        self.globals |= {_TICK: watch.tick, _JOINED: _joined}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Values are reached by their keys; of attributes only the methods named above, what a
        template put into a namespace, and what tells of a loop."""
        if isinstance(obj, Namespace) or type(obj).__module__ == "jinja2.runtime":
            return bool(super().is_safe_attribute(obj, attr, value))
        return attr in METHODS and bool(super().is_safe_attribute(obj, attr, value))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ARG002 - of the class above
        """Jinja's sandbox lets str.format through, carefully; its widths could be anything, so here it is a method like
        the others."""
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon as long as nothing grows without measure."""
        if operator == "%" and not isinstance(left, int | float):
            raise SecurityError("formatting by %")
        if operator == "+" and _length(left) + _length(right) > LONGEST_VALUE:
            raise TooMuch
        if operator == "*" and _length(left) * _length(right) > LONGEST_VALUE:
            raise TooMuch
        if operator == "**" and (abs(left) > LONGEST_VALUE or abs(right) > 8):
            raise TooMuch
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, object_: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call what may be called, with numbers of a human size."""
        if any(isinstance(one, int) and abs(one) > LONGEST_VALUE for one in (*arguments, *named.values())):
            raise TooMuch
        return super().call(context, object_, *arguments, **named)

    def compiled(self, text: str, name: str, file: str) -> Template:
        """A template that looks at the clock in each loop and macro.

        Args:
            file: by which frames of the template are known in a traceback.

        Raises:
            TemplateSyntaxError, Forbidden.
        """
        tree = self.parse(text, name=name, filename=file)
        for node in tree.find_all(_LOADING):
            raise Forbidden(node.lineno)
        for loop in tree.find_all((nodes.For, nodes.Macro, nodes.CallBlock)):
            if isinstance(loop, nodes.For | nodes.Macro | nodes.CallBlock):
                loop.body.insert(0, self._tick(loop.lineno))
        _Joins().visit(tree)
        code = self.compile(tree, name=name, filename=file)
        return self.template_class.from_code(self, code, dict(self.globals))

    def _tick(self, line: int) -> nodes.Output:
        call = nodes.Output([nodes.Call(nodes.Name(_TICK, "load"), [], [], None, None)])
        call.set_lineno(line)
        call.set_environment(self)
        return call


class _Joins(NodeTransformer):
    """Puts a function of ours in the place of ~, which Jinja lets nobody look into."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:
        """`a ~ b` becomes a call."""
        self.generic_visit(node)
        call = nodes.Call(nodes.Name(_JOINED, "load"), node.nodes, [], None, None)
        call.set_lineno(node.lineno)
        if node.environment is not None:
            call.set_environment(node.environment)
        return call


def _joined(*parts: Any) -> str:
    if sum(len(str(part)) for part in parts) > LONGEST_VALUE:
        raise TooMuch
    return markup_join(parts) if any(hasattr(part, "__html__") for part in parts) else str_join(parts)


def _replace(filter_: Callable[..., Any]) -> Callable[..., Any]:
    def replace(context: Any, value: Any, old: str, new: str, count: int | None = None) -> Any:
        text = str(value)
        times = text.count(str(old)) if str(old) else len(text) + 1
        if len(text) + times * len(str(new)) > LONGEST_VALUE:
            raise TooMuch
        return filter_(context, value, old, new, count)

    replace.jinja_pass_arg = filter_.jinja_pass_arg  # type: ignore[attr-defined]  # how Jinja marks what it passes
    return replace


def _join(filter_: Callable[..., Any]) -> Callable[..., Any]:
    def join(context: Any, value: Any, between: str = "", attribute: str | int | None = None) -> Any:
        items = list(value)
        if len(items) * len(str(between)) > LONGEST_VALUE:
            raise TooMuch
        return filter_(context, items, between, attribute)

    join.jinja_pass_arg = filter_.jinja_pass_arg  # type: ignore[attr-defined]  # likewise
    return join


def _length(value: Any) -> int:
    """How much there is of a value: characters, items, or the number itself."""
    if isinstance(value, str | list | tuple | dict):
        return max(len(value), 1)
    return abs(value) if isinstance(value, int) else 1
