"""A frame as text that a person can read in a diff: places in points, roles instead of colours."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameParagraph,
    GroupItem,
    Item,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.outline import Outline
from deckgen.model.units import EMU_PER_POINT, Box


def golden(frame: Frame) -> str:
    head = [f"{frame.id} on '{frame.slide_layout}'" + (f" ({', '.join(frame.ladder)})" if frame.ladder else "")]
    return "\n".join([*head, *(line for item in frame.items for line in _lines(item, 1))]) + "\n"


def _place(box: Box) -> str:
    x, y, width, height = (round(value / EMU_PER_POINT) for value in (box.x, box.y, box.width, box.height))
    return f"{x},{y} {width}×{height}"


def _lines(item: Item, depth: int) -> Iterator[str]:
    pad = "  " * depth
    slot = f" in {item.slot.type}:{item.slot.index}" if getattr(item, "slot", None) else ""  # type: ignore[union-attr]
    kind = type(item).__name__.removesuffix("Item").lower()
    yield f"{pad}{kind} {item.name} @ {_place(item.box)}{slot}{_extra(item)}"
    if isinstance(item, TextItem):
        if not item.name.endswith("/number"):  # the page number is the deck's, not the slide's
            yield from (f"{pad}  {_paragraph(paragraph)}" for paragraph in item.paragraphs)
    elif isinstance(item, GroupItem):
        for child in item.children:
            yield from _lines(child, depth + 1)
    elif isinstance(item, TableItem):
        for row in item.rows:
            yield pad + "  | " + " | ".join(" / ".join(p.plain for p in cell.paragraphs) for cell in row)
    elif isinstance(item, ChartItem):
        for series in item.plot.columns:
            values = ", ".join(map(str, series.values))
            yield f"{pad}  {series.name}: {values} {series.color} {' '.join(series.point_colors)}".rstrip()


def _extra(item: Item) -> str:
    if isinstance(item, ShapeItem):
        form = item.geometry
        geometry = f"outline of {len(form.paths)} paths" if isinstance(form, Outline) else form
        return f" {geometry} fill={item.fill} line={item.line}"
    if isinstance(item, ChartItem):
        legend = item.plot.legend.side if item.plot.legend else "none"
        return f" {item.type.name} legend={legend}"
    if isinstance(item, TextItem):
        return f" {item.lines} line{'s' if item.lines != 1 else ''}" + (f" → {item.link}" if item.link else "")
    return ""


def _paragraph(paragraph: FrameParagraph) -> str:
    style = f"{paragraph.size:g}{' bold' if paragraph.bold else ''} {paragraph.color or 'inherited'}"
    marker = {"none": "", "own": "", "bullet": " •", "number": " #", "dash": " –"}[paragraph.marker]
    return f"[{style}{marker}] {paragraph.plain}"
