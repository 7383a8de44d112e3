"""A chart, table, picture or diagram without an alt text.

Why: who cannot see it hears nothing, and accessibility law asks for it.

Example: a kind that makes a group with an empty `alt`.

Mend: write the alt text in the kind: title, what is counted, the values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import ChartItem, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem

CODE: Final = "alt-missing"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "let the kind say what the reader would see"
EACH_SLIDE: Final = True


def check(subject: Subject) -> Iterator[Fault]:
    for slide, frame in subject.framed:
        for item in _all(frame.items):
            if _alt(item) == "":
                yield Fault(f"`{item.name}` has no alt text", slide.span)


def _alt(item: Item) -> str | None:
    """The alt text of what wants one; None of what is read as it stands, or is decoration."""
    match item:
        case ChartItem() | TableItem() | PictureItem() | GroupItem():
            return item.alt.strip()
        case TextItem() | ShapeItem():
            return None
        case _:
            assert_never(item)


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _all(item.children)
