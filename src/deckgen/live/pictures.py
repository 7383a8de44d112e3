"""The pictures of a deck's pages, drawn where they changed. In: frames. Out: SVG by page id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck, GroupItem, Item, PictureItem
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.picture_files.shown import UnusablePictureError
from deckgen.pipeline import Loaded
from deckgen.slide_pictures import draw_slides


@dataclass(frozen=True, slots=True)
class _Drawn:
    svg: str
    found: Diagnostics


class KnownPictures:
    """A frame that is the same object as before has the picture that it had, if its picture files are the same."""

    def __init__(self) -> None:
        self._known: Known[_Drawn] = Known()

    def draw(self, loaded: Loaded, frames: FrameDeck, diagnostics: Diagnostics) -> dict[str, str]:
        """Every page; one that cannot be drawn, which is reported where content can mend it, is empty."""
        self._known.begin(loaded.theme, loaded.template)
        pictures = {}
        for frame in frames.frames:
            alone = replace(frames, frames=(frame,))
            drawn = self._known.made(frame, partial(_drawn, loaded, alone), *map(_stamp, _files(frame.items)))
            diagnostics.extend(drawn.found)
            pictures[frame.id] = drawn.svg
        return pictures


def _drawn(loaded: Loaded, alone: FrameDeck) -> _Drawn:
    found = Diagnostics()
    try:
        return _Drawn("".join(draw_slides(loaded, alone, found).values()), found)
    except (UnusablePictureError, OSError):  # A file went since content looked at it: it is read again by then.
        return _Drawn("", found)


def _files(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _files(item.children)
        elif isinstance(item, PictureItem):
            yield from filter(None, (item.path, item.drawing))


def _stamp(file: str) -> tuple[int, int] | None:
    """What tells that a picture file is another; None where it is gone."""
    try:
        status = Path(file).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
