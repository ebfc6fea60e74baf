"""Pictures of exported pages for docs/screenshots: PDF by PDFium, Word by LibreOffice where that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from tests.end2end.window import Window

SCALE = 0.9
"""Dots a point: 65 an inch, enough to judge a page by."""


def take_pages(window: Window, folder: Path, document: str) -> None:
    """Save the first two pages, side by side, of the annotations and of a document as PDF and as Word.

    Args:
        document: part of its title.
    """
    listed = [one for issue in window.command("documents")["issues"] for one in issue["documents"]]
    document_id = next(one["id"] for one in listed if document in one["title"])
    with tempfile.TemporaryDirectory(prefix="dibao-pages-") as place:
        for content, chosen in (("annotations", []), ("documents", ["--document", document_id])):
            for ending in ("pdf", "docx"):
                out = Path(place) / f"{content}.{ending}"
                window.command("export", "--format", ending, "--content", content, *chosen, "--out", str(out))
                pages = out if ending == "pdf" else _by_office(out)
                if pages is not None:
                    _save(pages, folder / f"page-{ending}-{content}.png")


def _by_office(document: Path) -> Path | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    folder = document.parent / "office"
    words = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
             str(folder), str(document)]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    return folder / f"{document.stem}.pdf"


def _save(pages: Path, picture: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="dibao-pages-") as place:
        file = pypdfium2.PdfDocument(pages)
        single = []
        for number in range(min(len(file), 2)):
            bitmap = file[number].render(scale=SCALE)
            path = Path(place) / f"{number}.ppm"
            channels = bitmap.n_channels
            data = bytes(bitmap.buffer)
            rows = [data[row * bitmap.stride:row * bitmap.stride + bitmap.width * channels]
                    for row in range(bitmap.height)]
            colours = b"".join(bytes(row[at + 2 - colour] for at in range(0, len(row), channels) for colour in range(3))
                               for row in rows)
            path.write_bytes(b"P6 %d %d 255\n" % (bitmap.width, bitmap.height) + colours)
            single.append(str(path))
        look = ["-tile", "x1", "-geometry", "+6+6", "-background", "#888888", "-colors", "255"]
        subprocess.run(["montage", *single, *look, f"PNG8:{picture}"], check=True)
        print(picture)
