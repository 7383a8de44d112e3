"""In: frames with drawings at their places, what the theme and its grounds make of them. Out: the same with pictures.

A drawing is made once the page is settled, at the size that it has there, in the largest type in which it has room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.drawings.canvas import Canvas
from deckgen.drawings.faces import Faces
from deckgen.model.drawing import CrowdedError, DrawingForm, Drawn, Images
from deckgen.model.frames import Frame, FrameDeck, GroupItem, Item, PictureItem
from deckgen.model.grounds import ground_colors
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import Template
from deckgen.model.theme import Color, Theme
from deckgen.model.units import EMU_PER_POINT, Box

LIBRARY: Final = "matplotlib"


@dataclass(frozen=True)
class Studio:
    """What drawings are made with."""

    forms: Mapping[str, DrawingForm]
    theme: Theme
    template: Template


def draw_deck(deck: FrameDeck, studio: Studio, diagnostics: Diagnostics) -> FrameDeck:
    """The deck with a picture for each drawing; where one cannot be made, that is reported at its place."""
    drawn = [item.drawn for frame in deck.frames for item in _flat(frame.items) if item.drawn]
    if not drawn:
        return deck
    if find_spec(LIBRARY) is None:
        hint = "run: pip install 'deckgen[drawings]'"
        diagnostics.error("drawings-missing", "what draws is not installed", drawn[0].data.span, hint)
        return deck
    return replace(deck, frames=tuple(_frame(frame, studio, diagnostics) for frame in deck.frames))


def _flat(items: tuple[Item, ...]) -> Iterator[PictureItem]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _flat(item.children)
        elif isinstance(item, PictureItem):
            yield item


def _frame(frame: Frame, studio: Studio, diagnostics: Diagnostics) -> Frame:
    if not any(item.drawn for item in _flat(frame.items)):
        return frame
    colors = ground_colors(studio.theme, studio.template, frame.ground)
    return replace(frame, items=tuple(_item(item, colors, studio, diagnostics) for item in frame.items))


def _item(item: Item, colors: Mapping[Color, str], studio: Studio, diagnostics: Diagnostics) -> Item:
    if isinstance(item, GroupItem):
        return replace(item, children=tuple(_item(child, colors, studio, diagnostics) for child in item.children))
    if not isinstance(item, PictureItem) or item.drawn is None:
        return item
    try:
        return replace(item, images=_images(item.drawn, item.box, colors, studio))
    except CrowdedError as crowded:
        hint = "shorten names, show fewer of them, or give the drawing the whole page"
        diagnostics.error("drawing-crowded", f"in the drawing {crowded}", item.drawn.data.span, hint)
        return item


def _images(drawn: Drawn, box: Box, colors: Mapping[Color, str], studio: Studio) -> Images:
    """The picture in the first size of type that has room. Raises CrowdedError where none has."""
    form, faces = studio.forms[drawn.data.form], Faces(studio.theme.body_face)
    *larger, least = drawn.sizes
    for size in larger:
        try:
            return _made(form, drawn, _canvas(box, size, colors, faces))
        except CrowdedError:
            continue
    return _made(form, drawn, _canvas(box, least, colors, faces))


def _canvas(box: Box, size: float, colors: Mapping[Color, str], faces: Faces) -> Canvas:
    return Canvas(box.width / EMU_PER_POINT, box.height / EMU_PER_POINT, size, colors, faces)


def _made(form: DrawingForm, drawn: Drawn, canvas: Canvas) -> Images:
    form.draw(drawn.data, canvas)
    return canvas.images()
