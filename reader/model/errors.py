"""Faults the user can mend; everything else that goes wrong is ours and is allowed to surface."""

from __future__ import annotations


class UserError(Exception):
    """A fault the user can do something about.

    Args:
        code: stable name of the fault, such as ``file.empty``; `reader.wording` turns it into a sentence.
        facts: what the sentence names (path, size, version …); plain strings and numbers.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __repr__(self) -> str:
        return f"UserError({self.code!r}, {self.facts!r})"

    def __reduce__(self) -> tuple[object, ...]:
        # Raised in pool workers too: keyword arguments must survive pickling.
        return (_rebuild, (self.code, self.facts))


def _rebuild(code: str, facts: dict[str, str | int]) -> UserError:
    return UserError(code, **facts)


class Cancelled(Exception):
    """Raised by `JobContext.check_cancelled` when the user stopped a job; what was finished before stays."""
