"""What other packages bring, found without reading all that is installed.

In: the name of a group, such as `deckgen.kinds`. Out: its entry points. `importlib.metadata` is slow to import, and
most have no such package: it is asked only where some package's list names the group.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_DESCRIPTIONS = (".dist-info", ".egg-info")


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, of all packages that can be imported."""
    if not _may_name(f"[{group}]".encode()):
        return ()
    from importlib import metadata

    return tuple(metadata.entry_points(group=group))


def _may_name(section: bytes) -> bool:
    """Whether a package may bring the section; what lies in archives, or is found in ways of its own, may."""
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    places = [Path(entry) for entry in dict.fromkeys(sys.path)]
    return any(place.is_file() for place in places) or any(section in text for text in _lists(places))


def _lists(places: list[Path]) -> Iterator[bytes]:
    """The files in which packages list their entry points."""
    for place in places:
        for described in _described(place):
            with contextlib.suppress(OSError):
                yield (described / "entry_points.txt").read_bytes()


def _described(place: Path) -> list[Path]:
    """The folders in which packages are described; none where the place is not there or may not be read."""
    try:
        return [inside for inside in place.iterdir() if inside.name.endswith(_DESCRIPTIONS)]
    except OSError:
        return []
