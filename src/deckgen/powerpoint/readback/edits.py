"""What somebody changed in a built file since it was written.

In: the path of a file. Out: the slides that differ from what the file's own origin says.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path
from typing import Any

from deckgen.model.order import moved
from deckgen.powerpoint.ooxml.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.ooxml.package import PACKAGE_RELATIONS, Part, Relation
from deckgen.powerpoint.readback.fingerprint import parsed
from deckgen.powerpoint.readback.manifest import Origin, digest_of, origin_in
from deckgen.powerpoint.readback.part_fingerprints import Marks, SlideMark, marks_of

NOT_OURS = ("the whole file: it was not built by deckgen",)
"""What `changed_slides` answers for a file without an origin, or one that cannot be read."""


def changed_slides(path: Path) -> tuple[str, ...]:
    """Ids of changed slides, `slide added: 4` by place, `slide removed: id`, `slide moved: id`; or none.

    After them, by name, what else changed, such as `sections`, `slide layout Title` or `theme of the slide master`.
    NOT_OURS for a file that deckgen did not build. Raises OSError where the file cannot be opened.
    """
    try:
        entries = read_parts(path, lambda _: True)
        origin = origin_in(entries)
        return NOT_OURS if origin is None else _changed(entries, origin)
    except (UnreadableFileError, ValueError, KeyError):
        return NOT_OURS


def _changed(entries: dict[str, bytes], origin: Origin) -> tuple[str, ...]:
    if digest_of(entries.items()) == origin.digest:
        return ()
    found = marks_of(_parts(entries), _main(entries))
    return (*_differences(origin.marks, found), *_changed_around(origin.marks, found))


def _differences(written: Marks, found: Marks) -> tuple[str, ...]:
    """A second slide of one id is a copy, so an added one."""
    before = {slide.id: slide for slide in written.slides}
    said: list[str] = []
    kept: dict[str, SlideMark] = {}
    for place, slide in enumerate(found.slides, 1):
        if slide.id not in before or slide.id in kept:
            said.append(f"slide added: {place}")
            continue
        kept[slide.id] = slide
        if before[slide.id].fingerprint != slide.fingerprint:
            said.append(slide.id)
    said += [f"slide removed: {name}" for name in before if name not in kept]
    said += [f"slide moved: {name}" for name in moved(list(before), list(kept))]
    if written.sections != found.sections or any(before[name].section != kept[name].section for name in kept):
        said.append("sections")
    return tuple(said)


def _changed_around(written: Marks, found: Marks) -> list[str]:
    """Names of what the slides stand on, where it changed, came or went."""
    before, after = Counter(written.around), Counter(found.around)
    return sorted({name for name, _ in (before - after) + (after - before)})


def _main(entries: dict[str, bytes]) -> str:
    for relation in _relations(entries, "/"):
        if relation.type.endswith("/officeDocument"):
            return relation.target
    raise KeyError("the package has no main part")


def _parts(entries: dict[str, bytes]) -> dict[str, Part]:
    """The parts by name from the root; content types do not matter here."""
    return {f"/{name}": Part(f"/{name}", "", data, _relations(entries, f"/{name}")) for name, data in entries.items()}


def _relations(entries: dict[str, bytes], name: str) -> tuple[Relation, ...]:
    folder, file = posixpath.split(name)
    data = entries.get(posixpath.join(folder, "_rels", f"{file}.rels").lstrip("/"))
    if data is None:
        return ()
    return tuple(_relation(folder, found) for found in parsed(data).iter(f"{{{PACKAGE_RELATIONS}}}Relationship"))


def _relation(folder: str, found: Any) -> Relation:
    external = found.get("TargetMode") == "External"
    target = found.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target))
    return Relation(found.get("Id", ""), found.get("Type", ""), target, external)
