"""What the command line tells a person: plain Chinese, one thing a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reader.cli_forms import issue_name
from reader.model.annotation import AnchorState, PlacedAnnotation
from reader.model.document import DocumentFacts, IssueFacts
from reader.model.report import FileReport, FileStatus, ImportReport, ParseReport
from reader.model.search import Answer, Match
from reader.services.catalogue import IssueEntry
from reader.services.checking import Finding
from reader.wording import word

STATUS = {FileStatus.IMPORTED: "已导入", FileStatus.UNCHANGED: "无变化", FileStatus.UPDATED: "已更新",
          FileStatus.FAILED: "失败"}
STATE = {AnchorState.EXACT: "", AnchorState.MOVED: "（位置已移动）", AnchorState.UNCERTAIN: "（位置存疑）",
         AnchorState.ORPHAN: "（原文已不在）"}
MATCH = {Match.EXACT: "全文一致", Match.WORDS: "词语都有", Match.NOTE: "批注"}
LONGEST_QUOTE = 60


def import_report(report: ImportReport) -> str:
    """File by file, then the sum."""
    lines = [line for file in report.files for line in _file(file)]
    counts = [f"{name} {sum(file.status is status for file in report.files)} 个" for status, name in STATUS.items()]
    lines.append("共 " + str(len(report.files)) + " 个文件：" + "，".join(counts) + "。")
    if report.cancelled:
        lines.append("已停止；停止前完成的文件已保存。")
    return "\n".join(lines)


def _file(file: FileReport) -> Iterable[str]:
    if file.error is not None:
        yield f"{STATUS[file.status]}　{word(file.error, file.facts)}"
        return
    status = f"与 {Path(file.same_as).name} 相同" if file.same_as else STATUS[file.status]
    yield (f"{status}　{file.path}：{file.documents} 件文件，{file.characters} 字"
           + (f"，存疑 {len(file.doubts)} 处" if file.doubts else "") + f"　[{file.issue_id}]")
    for doubt in file.doubts:
        yield f"　　第 {doubt.line} 行：{word(doubt.code, doubt.facts)}"


def issues(entries: Iterable[IssueEntry]) -> str:
    """Issues with their documents, ids in front."""
    lines: list[str] = []
    for entry in entries:
        lines.append(f"{entry.facts.id}　{issue_name(entry.facts)}　（{entry.facts.source_name}）")
        for facts in entry.documents:
            lines.append(f"　　{facts.id}　{_named(facts)}")
    return "\n".join(lines) if lines else "库里还没有公报。用 import 命令导入。"


def removed(issues: Sequence[IssueFacts], without_text: int) -> str:
    """Which issues have gone, and what that means for annotations."""
    lines = [f"已移出　{issue_name(one)}　（{one.source_name}）" for one in issues]
    lines.append("原件仍保存在 originals 文件夹里；重新导入即可恢复。")
    if without_text:
        lines.append(f"{without_text} 条批注暂时没有原文，仍然保留，重新导入后回到原处。")
    return "\n".join(lines)


def _named(facts: DocumentFacts) -> str:
    number = f"　{facts.number.normal}" if facts.number else ""
    date = f"　{facts.date}" if facts.date else ""
    return f"{facts.title}{number}{date}"


def report(found: ParseReport) -> str:
    """Doubts first, then what was removed and repaired."""
    lines = [f"存疑 {len(found.doubts)} 处，去除 {len(found.removals)} 处，修正 {len(found.repairs)} 处。"]
    lines += [f"存疑　第 {doubt.line} 行：{word(doubt.code, doubt.facts)}" for doubt in found.doubts]
    lines += [f"修正　第 {one.line} 行（{one.kind}）：{one.before} → {one.after}" for one in found.repairs]
    lines += [f"去除　第 {one.line} 行（{one.kind}）：{one.text}" for one in found.removals]
    return "\n".join(lines)


def answer(found: Answer, facts: Mapping[str, DocumentFacts], issues: Mapping[str, IssueFacts]) -> str:
    """Hits, best first."""
    lines = [f"共 {found.total} 条，用时 {found.took_ms:.1f} 毫秒。"]
    for hit in found.hits:
        known = facts[hit.document_id]
        lines.append(f"{hit.document_id}　{_named(known)}　（{issue_name(issues[known.issue_id])}）")
        lines.append(f"　　[{MATCH[hit.match]}]　{hit.snippet}")
    if found.suggestions:
        lines.append("您是不是要找：" + "　".join(found.suggestions))
    return "\n".join(lines)


def annotation_list(found: Sequence[PlacedAnnotation]) -> str:
    """Annotations in text order."""
    if not found:
        return "没有符合条件的批注。"
    return "\n".join(line for placed in found for line in _annotation(placed))


def _annotation(placed: PlacedAnnotation) -> Iterable[str]:
    made = placed.annotation
    anchor = made.anchor
    quote = "整份文件" if anchor is None else "“" + " ".join(anchor.quote.split()) + "”"
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE] + "…”"
    address = f"　{anchor.address}" if anchor and anchor.address else ""
    tags = "".join(f"　#{tag}" for tag in made.tags)
    yield f"{made.id}　[{made.style}]　{quote}{address}{STATE[placed.placement.state]}{tags}　{placed.document_id}"
    for line in made.note.splitlines():
        yield f"　　{line}"


def findings(found: Sequence[Finding]) -> str:
    """What is wrong and how to mend it."""
    if not found:
        return "公报库完好。"
    return "\n".join(f"{word(one.code, one.facts)}　{word(one.remedy, one.facts)}" for one in found)
