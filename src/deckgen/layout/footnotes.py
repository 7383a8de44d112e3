"""Footnotes, small at the end of the body. In: a slide and its arrangement. Out: room for them, and the item.

They are numbered in the order in which their references are met, title first. Room is kept for all of them on every
page of the slide; a page prints those that it refers to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from deckgen.layout.excess import word_too_wide
from deckgen.layout.setting import Misfit, Setting
from deckgen.layout.text import measure, paragraphs
from deckgen.model.blocks import Arrangement
from deckgen.model.frames import (
    ChartItem,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.styled import Styled
from deckgen.model.text import Footnote, Paragraph, Run, Text
from deckgen.model.texts import footnote_uses
from deckgen.model.units import Box, Emu, points

GAP: Final = points(8)
"""Room between the body and its footnotes."""


def numbered(slide: PlannedSlide, arrangement: Arrangement) -> tuple[Footnote, ...]:
    """The footnotes that the slide refers to, in the order in which it is read."""
    if not slide.footnotes:
        return ()
    known = {footnote.name: footnote for footnote in slide.footnotes}
    furniture = slide.furniture
    met = footnote_uses((slide.title, furniture.subtitle, arrangement, furniture.so_what, furniture.sticker))
    return tuple(known[name] for name in dict.fromkeys(use.name for use in met) if name in known)


def taken(width: Emu, setting: Setting) -> Emu:
    """What all footnotes of the slide take at the end of its body, with the gap before them; 0 where it has none."""
    footnotes = setting.references.footnotes
    return GAP + measure(_written(footnotes, setting), setting, width).height if footnotes else 0


def item(room: Box, on_page: Iterable[Item], setting: Setting) -> tuple[tuple[TextItem, ...], list[Misfit]]:
    """The footnotes that a page refers to, at the end of the room of its body; a word of them that is too wide."""
    names = {name for one in on_page for name in _referred(one)}
    footnotes = [one for one in setting.references.footnotes if one.name in names]
    if not footnotes:
        return (), []
    written = _written(footnotes, setting)
    measured = measure(written, setting, room.width)
    span = footnotes[0].text.span
    misfits = [word_too_wide("footnotes", measured.too_wide, span)] if measured.too_wide else []
    box = Box(room.x, room.bottom - measured.height, room.width, measured.height)
    return (TextItem("footnotes", box, written, lines=measured.lines, span=span),), misfits


def _written(footnotes: Iterable[Footnote], setting: Setting) -> tuple[FrameParagraph, ...]:
    numbers = {one.name: number for number, one in enumerate(setting.references.footnotes, 1)}
    return paragraphs([Styled(_behind(one.text, numbers[one.name]), "foot", "muted") for one in footnotes], setting)


def _behind(text: Text, number: int) -> Text:
    """The text behind its number."""
    first, *rest = text.paragraphs
    return replace(text, paragraphs=(Paragraph((Run(f"{number}.\u00a0"), *first.runs)), *rest))


def _referred(item: Item) -> Iterator[str]:
    """The footnotes that a text on the page refers to."""
    match item:
        case TextItem():
            yield from _named(item.paragraphs)
        case TableItem():
            for row in item.rows:
                for cell in row:
                    yield from _named(cell.paragraphs)
        case GroupItem():
            for child in item.children:
                yield from _referred(child)
        case ShapeItem() | ChartItem() | PictureItem():
            return
        case _:
            assert_never(item)


def _named(written: Iterable[FrameParagraph]) -> Iterator[str]:
    return (run.footnote for paragraph in written for run in paragraph.runs if run.footnote)
