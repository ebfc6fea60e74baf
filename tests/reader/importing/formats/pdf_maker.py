"""Writes small PDF files for tests: text at given places, rules, pictures. Fonts are named, not embedded."""

from __future__ import annotations

import zlib


class PdfMaker:
    """A PDF under construction. Coordinates are points from the lower left corner."""

    def __init__(self, width: float = 595, height: float = 842) -> None:
        self.width, self.height = width, height
        self._pages: list[tuple[list[str], str]] = []

    def page(self, extra: str = "") -> None:
        """Begin a page; `extra` goes into its dictionary (/Rotate 90)."""
        self._pages.append(([], extra))

    def text(self, x: float, y: float, text: str, size: float = 16, matrix: str = "1 0 0 1",
             spacing: float = 0) -> None:
        """Set a line of text with its baseline at y; Latin letters are half as wide as Han characters."""
        coded = text.encode("utf-16-be").hex()
        self._pages[-1][0].append(f"BT /F1 {size} Tf {spacing} Tc {matrix} {x} {y} Tm <{coded}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self._pages[-1][0].append(f"0.5 w {x0} {y0} m {x1} {y1} l S")

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""
        self._pages[-1][0].append(f"0.5 w {x} {y} {width} {height} re S")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a grey picture."""
        self._pages[-1][0].append(
            f"q {width} 0 0 {height} {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")

    def grid(self, x: float, y: float, columns: list[float], rows: list[float], cells: list[list[str]],
             size: float = 10) -> None:
        """Draw a table with all rules; its upper left corner is at x, y."""
        edges = [x + sum(columns[:n]) for n in range(len(columns) + 1)]
        levels = [y - sum(rows[:n]) for n in range(len(rows) + 1)]
        for level in levels:
            self.rule(edges[0], level, edges[-1], level)
        for edge in edges:
            self.rule(edge, levels[0], edge, levels[-1])
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                for number, line in enumerate(text.split("\n")):
                    self.text(edges[column] + 3, levels[row] - size - 3 - number * (size + 2), line, size)

    def made(self) -> bytes:
        """The file."""
        kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(self._pages)))
        objects: list[bytes] = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode(),
            b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
            b"/Supplement 5>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>",
            b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
            b"/Descent -120/CapHeight 880/StemV 93>>",
        ]
        for number, (operators, extra) in enumerate(self._pages):
            stream = zlib.compress("\n".join(operators).encode("latin-1"))
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.width} {self.height}]/Resources<</Font<</F1 3 0 R>>>>"
                f"/Contents {7 + 2 * number} 0 R{extra}>>".encode())
            objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream))
        out = bytearray(b"%PDF-1.7\n")
        places: list[int] = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
        return bytes(out)


def wrapped(paragraph: str, width: int, indent: int = 2) -> list[str]:
    """A paragraph as printed lines of `width` characters, its first line indented by ideographic spaces."""
    text = "\u3000" * indent + paragraph
    return [text[place:place + width] for place in range(0, len(text), width)]


def set_lines(maker: PdfMaker, lines: list[str], x: float, y: float, size: float = 16, step: float = 28) -> float:
    """Set lines one below another; leading ideographic spaces move the text. Gives the baseline of the next line."""
    for line in lines:
        text = line.lstrip("\u3000")
        if text:
            maker.text(x + size * (len(line) - len(text)), y, text, size)
        y -= step
    return y
