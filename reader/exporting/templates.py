"""Templates of the user's own for Markdown and HTML, in Jinja's language, in a sandbox.

A template sees the values of `template_values` and nothing else: no files, no modules, no attribute that leads to
Python's own. It is stopped after some seconds or megabytes.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from reader.exporting.formats import Material
from reader.exporting.markdown import escaped
from reader.exporting.sandbox import Environment, Forbidden, TooMuch, Watch
from reader.exporting.template_source import TemplateSource
from reader.exporting.template_values import values
from reader.model.errors import UserError

_SHOWN = 80


def render_template(source: TemplateSource, material: Material, check: Callable[[], None] = lambda: None) -> str:
    """What a template makes of annotations.

    Args:
        check: called now and then; what it raises ends the work.

    Raises:
        UserError: template.syntax, template.unknown_name, template.forbidden, template.too_much, template.failed; each
            with the template's name, the line (0 where it is not known) and what stands in it.
    """
    found = values(material)  # before the clock starts to run
    environment = Environment(Watch(check), html=source.format == "html")
    environment.filters["md"] = _markdown
    try:
        template = environment.compiled(source.text, source.name, _file(source))
        return "".join(template.generate(found)).rstrip() + "\n"
    except TemplateSyntaxError as error:
        raise _told("template.syntax", source, error.lineno) from error
    except Forbidden as error:
        raise _told("template.forbidden", source, error.line) from error
    except (TooMuch, MemoryError) as error:
        raise _told("template.too_much", source, _line(error, source)) from error
    except SecurityError as error:
        raise _told("template.forbidden", source, _line(error, source)) from error
    except UndefinedError as error:
        raise _told("template.unknown_name", source, _line(error, source)) from error
    except _FAILURES as error:
        line = _line(error, source)
        if not line and not isinstance(error, TemplateError):
            raise  # not in the template: a fault of ours
        raise _told("template.failed", source, line) from error


_FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""How what a template does to plain values can fail."""


def _markdown(value: Any) -> str:
    """Text in which Markdown finds nothing to mark up, a cell of a table included."""
    return escaped(str(value)).replace("|", "&#124;")


def _file(source: TemplateSource) -> str:
    """How frames of a template are told apart from frames of ours."""
    return f"<template {source.name}>"


def _line(error: BaseException, source: TemplateSource) -> int:
    """The line of the template at which an error arose; 0 where it is not known."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == _file(source)), 0)


def _told(code: str, source: TemplateSource, line: int) -> UserError:
    lines = source.text.splitlines()
    words = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return UserError(code, name=source.name, line=line, text=words[:_SHOWN])
