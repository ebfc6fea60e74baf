"""LaTeX formulas as OCR writes them become the characters they mean: PM_{2.5} → PM₂.₅, \\mu g/m^3 → μg/m³."""

from __future__ import annotations

import re
from collections.abc import Callable

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
    "varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)
_GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεεζηθικλμνξπρστυφφχψωΓΔΘΛΞΠΣΦΨΩ", strict=True))

SYMBOLS: dict[str, str] = {
    **_GREEK,
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "cdot": "·", "bullet": "•", "ast": "*", "star": "★",
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "lt": "<", "gt": ">",
    "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡", "sim": "～", "propto": "∝", "infty": "∞",
    "rightarrow": "→", "to": "→", "leftarrow": "←", "Rightarrow": "⇒", "uparrow": "↑", "downarrow": "↓",
    "circ": "°", "degree": "°", "prime": "′", "ldots": "…", "cdots": "…", "dots": "…", "sum": "∑", "prod": "∏",
    "triangle": "△", "square": "□", "checkmark": "✓", "angle": "∠", "perp": "⊥", "parallel": "∥", "in": "∈",
    "cap": "∩", "cup": "∪", "permil": "‰", "textperthousand": "‰", "celsius": "℃", "ell": "l",
}
_WRAPPER_NAMES = (
    "text mathrm mathbf mathit mathsf mathtt textbf textrm textit mbox hbox boldsymbol bm operatorname underline "
    "pmb rm bf it sf displaystyle textstyle mathop mathbin"
)
_WRAPPERS = frozenset(_WRAPPER_NAMES.split())
_SPACES = frozenset({"quad", "qquad", "enspace", "space", "hspace", "thinspace"})
_NOTHING = frozenset({"left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "limits", "nolimits"})

_SUPERSCRIPT = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPT = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_PLAIN_RAISED = re.compile(r"[①-⑳°′*＊\[\]〔〕\d]+|st|nd|rd|th")
_TOKEN = re.compile(r"\\([A-Za-z]+) ?|\\(.)|([\^_])|([{}])|(\s+)|(.)", re.DOTALL)
_WORD_GROUP = re.compile(r"\\(?:text|mathrm|mbox|textbf|textrm|mathbf)\s*\{[^{}]*\}")
_FOREIGN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff，。；：、（）《》“”]")
_PLAIN_FORMULA = re.compile(r"[A-Za-z0-9(\[+\-−][A-Za-z0-9.,+\-−=<>≤≥×÷/()\[\] %°']*(?<![ .,+\-−=<>×÷/])")


def superscript(text: str) -> str | None:
    """The text in superscript characters, or None when some of it has none."""
    raised = text.translate(_SUPERSCRIPT)
    return raised if all(a != b or a in "., " for a, b in zip(text, raised, strict=True)) else None


def subscript(text: str) -> str | None:
    """The text in subscript characters (points and commas stay as they are), or None when some of it has none."""
    lowered = text.translate(_SUBSCRIPT)
    return lowered if all(a != b or a in "., " for a, b in zip(text, lowered, strict=True)) else None


def is_formula(content: str, before: str, after: str) -> bool:
    """Whether what stands between two dollar signs is a formula and not the text between two amounts of money.

    Args:
        content: what stands between the signs.
        before, after: the character before the first sign and after the second, or "".
    """
    if _FOREIGN.search(_WORD_GROUP.sub("", content)):
        return False
    if re.search(r"\\[A-Za-z%]|[\^_]", content):
        return True
    if re.search(r"[a-z]{3}", content) or (before.isascii() and before.isalpha()) or after.isdigit():
        return False
    return _PLAIN_FORMULA.fullmatch(content) is not None


def to_text(formula: str) -> str | None:
    """What a formula (without its dollar signs) means in plain characters; None when it cannot be said so."""
    reader = _Reader(formula)
    text = reader.group(closing=False)
    return text.strip() if text is not None and reader.at_end else None


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, formula: str) -> None:
        self._tokens = [match.groups() for match in _TOKEN.finditer(formula)]
        self._place = 0

    @property
    def at_end(self) -> bool:
        return self._place == len(self._tokens)

    def group(self, *, closing: bool, words: bool = False) -> str | None:
        """Everything up to the closing brace (or the end); `words`: spaces count, as in \\text."""
        pieces: list[str] = []
        while not self.at_end:
            if self._tokens[self._place][3] == "}":
                if not closing:
                    return None
                self._place += 1
                return "".join(pieces)
            piece = self._next(words=words)
            if piece is None:
                return None
            pieces.append(piece)
        return None if closing else "".join(pieces)

    def _next(self, *, words: bool = False) -> str | None:
        command, escaped, script, brace, space, plain = self._tokens[self._place]
        self._place += 1
        if command is not None:
            return self._command(command)
        if escaped is not None:
            return " " if escaped in ",;: !" else escaped if escaped in "%#&_${}|" else None
        if script is not None:
            return self._script(script)
        if brace is not None:
            return self.group(closing=True, words=words)
        if space is not None:
            return space if words else ""
        return " " if plain == "~" else str(plain)

    def _command(self, name: str) -> str | None:
        if name in SYMBOLS:
            return SYMBOLS[name]
        if name in _SPACES:
            return " "
        if name in _NOTHING:
            return ""
        if name in _WRAPPERS:
            return self._argument(words=True) if self._opens() else ""
        handler: dict[str, Callable[[], str | None]] = {
            "frac": self._fraction, "dfrac": self._fraction, "tfrac": self._fraction, "sqrt": self._root,
            "textcircled": self._circled,
        }
        return handler[name]() if name in handler else None

    def _opens(self) -> bool:
        place = self._place
        while place < len(self._tokens) and self._tokens[place][4] is not None:
            place += 1
        return place < len(self._tokens) and self._tokens[place][3] == "{"

    def _argument(self, *, words: bool = False) -> str | None:
        while not self.at_end and self._tokens[self._place][4] is not None:
            self._place += 1
        if self.at_end:
            return None
        return self._next(words=words)

    def _script(self, sign: str) -> str | None:
        argument = self._argument()
        if argument is None:
            return None
        if sign == "_":
            lowered = subscript(argument)
            return argument if lowered is None else lowered
        if argument == "o" and not self.at_end and self._tokens[self._place][5] == "C":
            return "°"  # OCR takes the degree sign for a raised letter
        raised = superscript(argument)
        if raised is not None:
            return raised
        if _PLAIN_RAISED.fullmatch(argument):
            return argument
        return f"^{argument}" if len(argument) == 1 else f"^({argument})"

    def _fraction(self) -> str | None:
        upper, lower = self._argument(), self._argument()
        if upper is None or lower is None:
            return None
        return f"{_bracketed(upper)}/{_bracketed(lower)}"

    def _root(self) -> str | None:
        argument = self._argument()
        return None if argument is None else f"√{_bracketed(argument)}"

    def _circled(self) -> str | None:
        argument = self._argument()
        if argument is None or not argument.isascii() or not argument.isdigit() or not 1 <= int(argument) <= 20:
            return None
        return chr(ord("①") + int(argument) - 1)


def _bracketed(text: str) -> str:
    return text if re.fullmatch(r"[\w.%]*", text) else f"({text})"
