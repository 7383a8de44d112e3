"""In: a PDF that LibreOffice made of a deck, and the deck's frames. Out: where each line of each text was set."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    TableItem,
    TextItem,
)
from deckgen.model.units import EMU_PER_POINT, Box

HYPHEN, HYPHEN_AT_A_LINE_END = 0x2D, 0x02
"""The second is what pdfium gives for the first where a line ends with it."""


@dataclass(frozen=True)
class Glyph:
    """A character with its box, in points from the top left corner of the page.

    It begins where its line takes it up: what of an italic hangs out to the left of that is its design.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def pages(pdf: Path) -> Iterator[list[Glyph]]:
    """The visible characters of each page."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        height = page.get_height()
        text = page.get_textpage()
        yield [glyph for index in range(text.count_chars()) if (glyph := _glyph(text, index, height))]


def _glyph(text: pypdfium2.PdfTextPage, index: int, height: float) -> Glyph | None:
    code = pdfium.FPDFText_GetUnicode(text.raw, index)
    code = HYPHEN if code == HYPHEN_AT_A_LINE_END else code
    if code <= 0x20 or code == 0xA0:
        return None
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(rect)):
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    left = min(max(rect.left, x.value), rect.right)
    return Glyph(chr(code), left, height - rect.top, rect.right, height - rect.bottom)


@dataclass(frozen=True)
class TextBox:
    """A text of a frame, of a text box or a cell, with the number of lines that layout counted."""

    name: str
    box: Box
    paragraphs: tuple[FrameParagraph, ...]
    lines: int

    @property
    def characters(self) -> Counter[str]:
        """What is to be seen of it, without spaces."""
        said = "".join(paragraph.plain for paragraph in self.paragraphs)
        return Counter(character for character in said if character > " " and character != "\u00a0")


def text_boxes(items: Iterable[Item], setting: Setting) -> Iterator[TextBox]:
    """Every text of a frame: in boxes, in groups and in the cells of tables."""
    for item in items:
        if isinstance(item, TextItem):
            yield TextBox(item.name, item.box, item.paragraphs, item.lines)
        elif isinstance(item, GroupItem):
            yield from text_boxes(item.children, setting)
        elif isinstance(item, TableItem):
            yield from _cells(item, setting)


def _cells(item: TableItem, setting: Setting) -> Iterator[TextBox]:
    y = item.box.y
    for number, (row, height) in enumerate(zip(item.rows, item.heights, strict=True)):
        x = item.box.x
        for column, cell in enumerate(row):
            if any(paragraph.runs for paragraph in cell.paragraphs):
                width = sum(item.widths[column : column + cell.across])
                lines = measure(cell.paragraphs, setting, width - 2 * item.padding_x - cell.before - cell.inset).lines
                yield TextBox(f"{item.name}[{number},{column}]", Box(x, y, width, height), cell.paragraphs, lines)
            x += item.widths[column]
        y += height


def homes(frame: Frame, setting: Setting) -> list[Box]:
    """Every box of a frame in which text may stand."""
    drawn = [item.box for item in frame.items if isinstance(item, ChartItem | PictureItem)]
    return [*drawn, *(text.box for text in text_boxes(frame.items, setting))]


def outside(glyph: Glyph, boxes: Iterable[Box]) -> float:
    """By how many points a glyph stands out of the box that it stands out of least."""
    return min((_out(glyph, box) for box in boxes), default=float("inf"))


def _out(glyph: Glyph, box: Box) -> float:
    """The middle of a glyph's height counts: its own box is higher than what is drawn."""
    _, middle = glyph.middle
    left, top = box.x / EMU_PER_POINT, box.y / EMU_PER_POINT
    right, bottom = box.right / EMU_PER_POINT, box.bottom / EMU_PER_POINT
    return max(left - glyph.left, glyph.right - right, top - middle, middle - bottom, 0.0)


def inside(glyphs: Iterable[Glyph], box: Box, slack: float) -> list[Glyph]:
    return [glyph for glyph in glyphs if _out(glyph, box) <= slack]


def line_count(glyphs: Iterable[Glyph], text: TextBox) -> int:
    """How many lines the glyphs inside of a text's box stand in."""
    size = max(paragraph.size for paragraph in text.paragraphs)
    count, last = 0, -1e9
    for bottom in sorted(glyph.bottom for glyph in glyphs):
        if bottom - last > size * 0.6:
            count += 1
        last = bottom
    return count
