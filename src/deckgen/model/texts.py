"""In: anything that content made, of dataclasses and tuples. Out: the texts in it, and what their runs refer to.

All in the order in which it is written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from deckgen.model.icon import Icon
from deckgen.model.outline import Outline
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import FootnoteUse, Run, SlideUse, Text

NAMED: Final = (Icon, Sign, Picture, Outline, Tiles, OutlineFile, PlaceName)
"""What content names by a word or a file, and what is drawn: nothing that it holds is said on a slide."""


def texts(content: Any) -> Iterator[Text]:
    """Every text in a dataclass or tuple, or the text itself."""
    if isinstance(content, Text):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from texts(part)
    else:
        for name in field_names(content):
            yield from texts(getattr(content, name))


def footnote_uses(content: Any) -> Iterator[FootnoteUse]:
    """Every `[^name]`."""
    return (run.footnote for run in _runs(content) if run.footnote)


def slide_uses(content: Any, *, pages: bool = False) -> Iterator[SlideUse]:
    """Every link to a slide of the deck; with `pages` only those that show its page number."""
    return (run.slide for run in _runs(content) if run.slide and (run.page or not pages))


def _runs(content: Any) -> Iterator[Run]:
    return (run for text in texts(content) for paragraph in text.paragraphs for run in paragraph.runs)


def field_names(content: Any) -> tuple[str, ...]:
    """The fields of an instance of a dataclass that may hold what is said; none of anything else."""
    type_: Any = type(content)
    return _names_of(type_)


@cache
def _names_of(type_: Any) -> tuple[str, ...]:
    if type_ in NAMED or not dataclasses.is_dataclass(type_):
        return ()
    return tuple(field.name for field in dataclasses.fields(type_))
