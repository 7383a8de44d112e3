"""In: a PDF that LibreOffice made of a deck, and the deck's frames. Out: where each line of each text was set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, PictureItem, TableItem, TextItem
from deckgen.model.units import EMU_PER_POINT, Box


@dataclass(frozen=True)
class Glyph:
    """A character with its box, in points from the top left corner of the page."""

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
    if code == 2:
        code = 45
    if code <= 0x20 or code == 0xA0:
        return None
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(rect)):
        return None
    return Glyph(chr(code), rect.left, height - rect.top, rect.right, height - rect.bottom)


def text_items(items: tuple[Item, ...]) -> Iterator[TextItem]:
    for item in items:
        if isinstance(item, TextItem):
            yield item
        elif isinstance(item, GroupItem):
            yield from text_items(item.children)


def homes(frame: Frame) -> list[Box]:
    """Every box of a frame in which text may stand."""
    found = [item.box for item in text_items(frame.items)]
    found += [item.box for item in frame.items if isinstance(item, TableItem | ChartItem | PictureItem)]
    return found


def within(glyph: Glyph, box: Box, slack: float) -> bool:
    """Whether the middle of a glyph, and its sides, stand in a box that is `slack` points larger all round."""
    left, top = box.x / EMU_PER_POINT - slack, box.y / EMU_PER_POINT - slack
    right, bottom = box.right / EMU_PER_POINT + slack, box.bottom / EMU_PER_POINT + slack
    return left <= glyph.left and glyph.right <= right and top <= glyph.middle[1] <= bottom


def line_count(glyphs: list[Glyph], item: TextItem) -> int:
    """How many lines were set in an item's box."""
    size = max(paragraph.size for paragraph in item.paragraphs)
    inside = sorted(glyph.bottom for glyph in glyphs if within(glyph, item.box, 1.5))
    count, last = 0, -1e9
    for bottom in inside:
        if bottom - last > size * 0.6:
            count += 1
        last = bottom
    return count
