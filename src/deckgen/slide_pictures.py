"""The slides of a deck as pictures. In: what is loaded, frames, which slides. Out: SVG or PNG by slide id, and files.

SVG is drawn by the package itself and as sharp in any size; PNG is made of it by the library of the extra `pictures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from deckgen import output
from deckgen.diagnostics import Diagnostics, Span
from deckgen.drawings.draw import Studio, draw_deck
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.lazy_dataclasses import replace
from deckgen.pipeline import Loaded
from deckgen.powerpoint.backdrops.read import backdrop
from deckgen.svg.png import can_rasterise, png
from deckgen.svg.slide import slide
from deckgen.svg.stage import Stage

PictureForm = Literal["svg", "png"]


def slide_of(frame: Frame) -> str:
    """The id of the slide that a page belongs to."""
    return frame.id.partition("~")[0]


def draw_slides(
    loaded: Loaded, frames: FrameDeck, diagnostics: Diagnostics, slides: Sequence[str] = ()
) -> dict[str, str]:
    """Pages as SVG by their id: those of `slides`, or all.

    None where a drawing cannot be made, which is reported. Raises UnusablePictureError for a picture that changed
    since it was looked at.
    """
    chosen = tuple(frame for frame in frames.frames if not slides or slide_of(frame) in slides)
    found = Diagnostics()
    studio = Studio(loaded.registry.drawings, loaded.theme, loaded.template)
    drawn = draw_deck(replace(frames, frames=chosen), studio, found)
    diagnostics.extend(found)
    if found.has_errors:
        return {}
    stage = Stage(loaded.theme, loaded.template, partial(backdrop, loaded.template))
    return {frame.id: slide(frame, stage) for frame in drawn.frames}


def can_make(form: PictureForm, deck: Span, diagnostics: Diagnostics) -> bool:
    """Whether pictures in that form can be made here; that they cannot is reported at the place of a deck."""
    if form == "svg" or can_rasterise():
        return True
    hint = "run: pip install 'deckgen[pictures]', or draw SVG"
    diagnostics.error("pictures-missing", "what makes PNGs of slides is not installed", deck, hint)
    return False


def write_slides(
    drawn: Mapping[str, str], folder: Path, form: PictureForm, width: int, diagnostics: Diagnostics
) -> dict[str, Path]:
    """The files of pages by their id, up to the first that cannot be written, which is reported."""
    written: dict[str, Path] = {}
    for id, data in _encoded(drawn, form, width):
        target = folder / f"{id}.{form}"
        if not output.write(data, target, diagnostics):
            break
        written[id] = target
    return written


def _encoded(drawn: Mapping[str, str], form: PictureForm, width: int) -> Iterator[tuple[str, bytes]]:
    for id, svg in drawn.items():
        yield id, png(svg, width) if form == "png" else svg.encode()
