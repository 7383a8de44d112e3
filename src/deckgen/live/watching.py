"""When files of a project are saved. In: what is watched. Out: a turn for each burst of saves.

watchfiles comes with the extra `preview`, and is imported where it is used.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypedDict

from deckgen.brand.mapping import mapping_file
from deckgen.diagnostics import Diagnostics, Span

LIBRARY: Final = "watchfiles"
STEP: Final = 1
"""Milliseconds without a change after which a burst is over: an editor writes a file in one go or two."""
LONGEST: Final = 40
"""Milliseconds after which a burst is over all the same."""
IDLE: Final = 50
"""Milliseconds without a change after which a watcher says that there was none."""


class _Times(TypedDict):
    step: int
    debounce: int
    rust_timeout: int
    yield_on_timeout: bool


_TIMES: Final[_Times] = {"step": STEP, "debounce": LONGEST, "rust_timeout": IDLE, "yield_on_timeout": True}


def has_extra(place: Path, diagnostics: Diagnostics, *libraries: str) -> bool:
    """Whether what the extra brings is installed: the watcher, and these; that one is not is reported at a place."""
    missing = [name for name in (LIBRARY, *libraries) if find_spec(name) is None]
    if missing:
        message = f"what watches files and shows pages is not installed: {', '.join(missing)}"
        hint = "run: pip install 'deckgen[preview]'"
        diagnostics.error("preview-missing", message, Span(place.as_posix()), hint)
    return not missing


def changes(watched: Watched) -> Iterator[None]:
    """A turn as soon as files are watched, and one for every burst of saves, until it is interrupted."""
    from watchfiles import watch

    begun = False
    for found in watch(*watched.folders, watch_filter=watched, **_TIMES):
        if found or not begun:
            yield None
        begun = True


async def async_changes(watched: Watched) -> AsyncIterator[None]:
    """The same for a program with an event loop; it ends where its task is cancelled."""
    from watchfiles import awatch

    begun = False
    async for found in awatch(*watched.folders, watch_filter=watched, **_TIMES):
        if found or not begun:
            yield None
        begun = True


class Watched:
    """Tells the files that a deck may be made of: those of the content, of the brand's folder, a client's template.

    What is written to `output` is none of them.
    """

    def __init__(self, content: Path, brand: Path, template: Path | None, output: Path) -> None:
        self._trees = (content.resolve(), brand.resolve().parent)
        self._template = {template.resolve(), mapping_file(template.resolve())} if template else set()
        self._output = output.resolve()
        self.folders = tuple(sorted({*self._trees, *(file.parent for file in self._template)}))

    def __call__(self, change: object, path: str) -> bool:
        file = Path(path)
        if file in self._template:
            return True
        inside = next((file.relative_to(tree) for tree in self._trees if file.is_relative_to(tree)), None)
        if inside is None or file.is_relative_to(self._output):
            return False
        return not any(_is_aside(part) for part in inside.parts)


def _is_aside(name: str) -> bool:
    """Hidden files are no content, and neither is what editors write beside a file while they save it."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp"))
