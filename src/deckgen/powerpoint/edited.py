"""What somebody changed in a built file since it was written.

In: the path of a file. Out: the slides that differ from what the file's own origin says.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from pathlib import Path
from typing import Any

from deckgen.powerpoint.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.fingerprint import fingerprint_of, parsed
from deckgen.powerpoint.origin import Origin, is_origin, origin_in
from deckgen.powerpoint.package import PACKAGE_RELATIONS
from deckgen.powerpoint.xml import C, P, R

NOT_OURS = ("the whole file: it was not built by deckgen",)
"""What `changed_slides` answers for a file without an origin, or one that cannot be read."""

_MAIN = "ppt/presentation.xml"
_FOLDERS = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")


def changed_slides(path: Path) -> tuple[str, ...]:
    """Ids of changed slides, `slide added: 4` by place, `slide removed: id`, `slide moved: id`; or none.

    NOT_OURS for a file that deckgen did not build. Raises OSError where the file cannot be opened.
    """
    try:
        parts = read_parts(path, _is_read)
        origin = origin_in(parts)
        return NOT_OURS if origin is None else _differences(origin, _slides(parts))
    except (UnreadableFileError, ValueError, KeyError, StopIteration):
        return NOT_OURS


def _is_read(name: str) -> bool:
    main = name in (_MAIN, "ppt/_rels/presentation.xml.rels")
    return main or is_origin(name) or (name.startswith(_FOLDERS) and name.endswith((".xml", ".rels")))


def _differences(origin: Origin, found: list[tuple[str, str]]) -> tuple[str, ...]:
    """`found`: id and fingerprint of each slide in order. A second slide of one id is a copy, so an added one."""
    written = {slide.id: slide.fingerprint for slide in origin.slides}
    said: list[str] = []
    kept: dict[str, None] = {}
    for place, (name, mark) in enumerate(found, 1):
        if name not in written or name in kept:
            said.append(f"slide added: {place}")
            continue
        kept[name] = None
        if written[name] != mark:
            said.append(name)
    said += [f"slide removed: {name}" for name in written if name not in kept]
    said += [f"slide moved: {name}" for name in _moved(list(kept), list(written))]
    return tuple(said)


def _moved(kept: list[str], order: list[str]) -> list[str]:
    """The fewest slides that have to move back to restore the order: all but a longest rising row."""
    rank = {name: at for at, name in enumerate(order)}
    tails: list[int] = []
    length: list[int] = []
    for name in kept:
        at = bisect_left(tails, rank[name])
        tails[at : at + 1] = [rank[name]]
        length.append(at + 1)
    rest, staying = len(tails), set()
    for name, reached in zip(reversed(kept), reversed(length), strict=True):
        if reached == rest:
            staying.add(name)
            rest -= 1
    return [name for name in kept if name not in staying]


def _slides(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    targets = _targets(parts, _MAIN)
    entries = parsed(parts[_MAIN]).findall(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    return [_slide(parts, targets[entry.get(f"{{{R}}}id")][1]) for entry in entries]


def _slide(parts: dict[str, bytes], name: str) -> tuple[str, str]:
    root = parsed(parts[name])
    targets = _targets(parts, name)
    notes = next((parts[target] for kind, target in targets.values() if kind == "notesSlide"), b"")
    charts = [parts[targets[chart.get(f"{{{R}}}id")][1]] for chart in root.iter(f"{{{C}}}chart")]
    name = next(root.iter(f"{{{P}}}cSld")).get("name") or ""
    return name, fingerprint_of(root, notes, charts)


def _targets(parts: dict[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """Relationship id → last word of its type, and the name of the part inside the file."""
    folder, file = posixpath.split(name)
    data = parts.get(f"{folder}/_rels/{file}.rels")
    if data is None:
        return {}
    return {
        relation.get("Id"): (relation.get("Type", "").rsplit("/", 1)[-1], _joined(folder, relation))
        for relation in parsed(data).iter(f"{{{PACKAGE_RELATIONS}}}Relationship")
        if relation.get("TargetMode") != "External"
    }


def _joined(folder: str, relation: Any) -> str:
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
