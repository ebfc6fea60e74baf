"""Annotations on the shared gazettes to each format, whole documents, and templates: seconds and size.

`python -m tests.benchmarks.bench_export [--annotations N]`; the long form takes 10,000 annotations.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from reader.anchoring import describe
from reader.exporting import address_at
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.formats import DOCUMENT_WRITERS, WRITERS, Content, Material, write
from reader.exporting.template_source import TemplateSource
from reader.exporting.templates import render_template
from reader.importing.importer import parse
from reader.model.annotation import DEFAULT_STYLES, AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.document import Document
from reader.services.templates import GALLERY
from tests.reader.anchoring.changes import quotes

GAZETTES = Path(__file__).resolve().parents[3] / "shared" / "gazettes"
FULL = ["--annotations", "10000"]
AIMS = {"docx": 10.0, "pdf": 10.0}
AIM = 3.0
"""Seconds for 1,000 annotations (issue E)."""


def entries(count: int) -> list[ExcerptDocument]:
    """Seeded annotations, spread over the documents by length, half of them with a note and tags."""
    rng = random.Random(6)
    issues = [parse(path.read_bytes(), path.name).issue for path in sorted(GAZETTES.glob("*.txt"))]
    total = sum(len(document.text) for issue in issues for document in issue.documents)
    return [ExcerptDocument(issue.facts, document, tuple(
                _annotation(document, start, end, rng)
                for start, end in sorted(quotes(document.text, round(count * len(document.text) / total), rng))))
            for issue in issues for document in issue.documents]


def _annotation(document: Document, start: int, end: int, rng: random.Random) -> PlacedAnnotation:
    noted = rng.random() < 0.5
    made = Annotation(
        id=str(uuid.UUID(int=rng.getrandbits(128), version=4)), key=document.facts.key, source="0" * 64,
        anchor=describe(document.text, start, end, address_at(document, start, end)),
        style=rng.choice(DEFAULT_STYLES).name, created="2024-05-01T08:00:00.000Z", modified="2024-05-01T08:00:00.000Z",
        note="**核对**期限与责任单位：\n\n- 市财政局\n- 市水务局" if noted else "",
        tags=("安全/责任", "期限") if noted else ())
    return PlacedAnnotation(made, "d", Placement(AnchorState.EXACT, start, end))


def runs(made: list[ExcerptDocument]) -> list[tuple[str, str, Callable[[], int]]]:
    """What is measured: its name, its format, and a call that tells the size of the file."""
    from ui.printing.without_window import write_pdf

    marked, whole = Material(made), Material(made, Content.DOCUMENTS)
    found: list[tuple[str, str, Callable[[], int]]] = [
        ("annotations", name, lambda name=name: len(write(name, marked))) for name in WRITERS]
    found += [("documents", name, lambda name=name: len(write(name, whole))) for name in DOCUMENT_WRITERS]
    found += [(one.content.value, "pdf", lambda one=one: len(write_pdf(one, lambda _done, _total: None)))
              for one in (marked, whole)]
    for path in sorted(GALLERY.glob("*.html")):
        source = TemplateSource(path.stem, "html", path.read_text(encoding="utf-8"))
        found.append((f"template {path.stem}", "html",
                      lambda source=source: len(render_template(source, marked).encode())))
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--annotations", type=int, default=1000)
    asked = parser.parse_args(arguments)
    if not GAZETTES.is_dir():
        print(f"bench_export: not here: {GAZETTES}", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = entries(asked.annotations)
    count = sum(len(entry.annotations) for entry in made)
    print(f"{count} annotations on {len(made)} documents")
    for what, name, run in runs(made):
        begun = time.perf_counter()
        size = run()
        taken = time.perf_counter() - begun
        aim = f"(aim {AIMS.get(name, AIM):.0f} s)" if asked.annotations == 1000 else ""
        print(f"{what:18} {name:7}{taken:8.2f} s{size / 1000:10.0f} kB   {aim}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
