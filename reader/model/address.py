"""The address of a clause inside a document: 第三条第二款第（一）项, or 第二部分第（三）项第2点."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClauseAddress:
    """Where a block stands in its document's clause tree.

    Attributes:
        steps: from the outermost step to the innermost, each a pair (unit, number). Units: 附件 编 章 节 条 款 项 目
            (laws and rules), 部分 条目 点 小点 (一、（一）1.（1） outside articles). Numbers are strings in the printed
            digits without brackets: ("条", "三"), ("款", "2"), ("项", "一"), ("部分", "二"), ("点", "2").
    """

    steps: tuple[tuple[str, str], ...]
