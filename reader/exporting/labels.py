"""What a file says beside the words of gazettes and of the user: headings and labels, in the program's language.

Citations, numbers, dates and addresses stay as Chinese documents are cited (GB/T 7714, GB/T 9704).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.model.annotation import DEFAULT_STYLES, AnchorState, Style
from reader.wording import sentences, word

_KNOWN = {style.name: style.label for style in DEFAULT_STYLES}


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language, `zh` or `en`; they stand in resources/messages."""

    language: str = "zh"

    def __call__(self, name: str, /, **facts: str | int) -> str:
        """A heading or label. KeyError: there is none of that name."""
        return word(f"exported.{name}", facts, self.language)

    def state(self, state: AnchorState) -> str:
        """How sure a place is."""
        return self(f"state_{state.value}")

    def columns(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The heads of columns."""
        return tuple(self(f"column_{name}") for name in names)

    def style(self, style: Style) -> Style:
        """A style as it is called; one that the user has named keeps that name."""
        if _KNOWN.get(style.name) != style.label:
            return style
        label = sentences(self.language)[f"exported_style.{style.name}"]
        return style if label == style.label else replace(style, label=label)


CHINESE = Labels("zh")
