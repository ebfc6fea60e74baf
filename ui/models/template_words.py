"""What the templates that come with the program are called in the language of the window."""

from __future__ import annotations

from ui.i18n import translate


def template_name(name: str) -> str:
    """The name to show for a template that comes with the program, by the name of its file."""
    return {
        "依据清单": translate("TemplateWords", "依据清单"),
        "按标签汇编": translate("TemplateWords", "按标签汇编"),
        "摘录": translate("TemplateWords", "摘录"),
        "责任分工表": translate("TemplateWords", "责任分工表"),
    }.get(name, name)
