"""In: anything that content made, of dataclasses and tuples. Out: the texts in it, and what their runs refer to.

All in the order in which it is written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Final

from deckgen.model.annotation import ChartName
from deckgen.model.icon import Icon
from deckgen.model.outline import Outline
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import FootnoteUse, Run, SlideUse, Text, Value

NAMED: Final = (Icon, Sign, Picture, Outline, Tiles, OutlineFile, PlaceName, ChartName)
"""What content names by a word or a file, and what is drawn: nothing that it holds is said on a slide."""

_SAID: Final = (Text, Value)
_BARE: Final = frozenset(("str", "int", "float", "bool", "Span"))
"""Types of fields that hold no text, as they are written."""


def said(content: Any) -> Iterator[Text | Value]:
    """Every text and value in a dataclass or tuple, or the text or value itself."""
    return parts(content, _SAID)


def parts(content: Any, types: tuple[type[Any], ...]) -> Iterator[Any]:
    """Every part of these types; neither that nor a text or value is looked into."""
    ahead = [content]
    while ahead:
        part = ahead.pop()
        if isinstance(part, types):
            yield part
        elif isinstance(part, tuple):
            ahead += part[::-1]
        elif held := _held_of(part.__class__):
            ahead += held(part)


def texts(content: Any) -> Iterator[Text]:
    """Every text in a dataclass or tuple, or the text itself."""
    return (part for part in said(content) if isinstance(part, Text))


def footnote_uses(content: Any) -> Iterator[FootnoteUse]:
    """Every `[^name]`."""
    return (run.footnote for run in runs(content) if run.footnote)


def slide_uses(content: Any, *, pages: bool = False) -> Iterator[SlideUse]:
    """Every link to a slide of the deck; with `pages` only those that show its page number."""
    return (run.slide for run in runs(content) if run.slide and (run.page or not pages))


def runs(content: Any) -> Iterator[Run]:
    """Every run of every text."""
    return (run for text in texts(content) for paragraph in text.paragraphs for run in paragraph.runs)


def field_names(content: Any) -> tuple[str, ...]:
    """The fields of an instance of a dataclass that may hold what is said; none of anything else."""
    return _names_of(content.__class__)


@cache
def _names_of(type_: Any) -> tuple[str, ...]:
    if issubclass(type_, (*NAMED, *_SAID)) or not dataclasses.is_dataclass(type_):
        return ()
    return tuple(field.name for field in dataclasses.fields(type_) if field.type not in _BARE)


@cache
def _held_of(type_: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What an instance holds in these fields, the last first; None where it has none."""
    names = _names_of(type_)[::-1]
    if len(names) == 1:
        only = attrgetter(*names)
        return lambda content: (only(content),)
    return attrgetter(*names) if names else None
