"""What somebody changed in a built file since it was written.

In: the path of a file. Out: what has become of it: untouched, edited, labelled, saved again by a program that drops
things, not ours, or damaged.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path
from typing import Any

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.order import moved
from deckgen.powerpoint.ooxml.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.ooxml.package import PACKAGE_RELATIONS, Part, Relation
from deckgen.powerpoint.readback.fingerprint import parsed
from deckgen.powerpoint.readback.manifest import Origin, digest_of, origin_in
from deckgen.powerpoint.readback.part_fingerprints import Marks, SlideMark, marks_of
from deckgen.powerpoint.readback.properties import is_label
from deckgen.powerpoint.readback.resaving import SavedAgain as SavedAgain
from deckgen.powerpoint.readback.resaving import dropped_origin, identified, saved_again
from deckgen.powerpoint.readback.settings import comes_and_goes


@dataclass(frozen=True, slots=True)
class Untouched:
    """The file says what was written."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What changed, by the names that its user knows.

    Ids of slides, `slide added: 4` by place, `slide removed: id`, `slide moved: id`, `notes of id`, `comments on id`;
    after them what else changed, such as `sections`, `slide layout Title` or `document title`.
    """

    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Only what an organisation's programs attach to a file changed: its sensitivity label, or custom properties."""

    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotOurs:
    """A file that can be read, and that deckgen did not build."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that cannot be read, and why."""

    why: str


Since = Untouched | Edited | Labelled | SavedAgain | NotOurs | Damaged


def since_built(path: Path) -> Since:
    """What has become of a file since it was built. Raises OSError where it cannot be opened."""
    try:
        return since_parts(read_parts(path, lambda _: True))
    except UnreadableFileError as broken:
        return Damaged(_reason(broken) or "it is no PowerPoint file, or only a part of one")
    except KeyError as missing:
        return Damaged(f"a part is missing: {_reason(missing)}")
    except ValueError as broken:
        return Damaged(_reason(broken))


def _reason(error: Exception) -> str:
    """What an error says, as one short line for people."""
    said = str(error.args[0]) if error.args else ""
    return " ".join(said.split())[:120]


def since_parts(entries: dict[str, bytes]) -> Since:
    """The same of the parts of a file. Raises ValueError or KeyError for a package that is broken."""
    origin = origin_in(entries)
    if origin is None:
        return dropped_origin(entries) or NotOurs()
    if digest_of(entries.items()) == origin.digest:
        return Untouched()
    found = found_marks(entries)
    return saved_again(entries, origin.marks, found) or _edited(origin.marks, found)


def found_marks(entries: dict[str, bytes]) -> Marks:
    """The marks of a file as it is found. Raises ValueError or KeyError for a package that is broken."""
    return marks_of(_parts(entries), _relations(entries, "/"))


def page_ids(entries: dict[str, bytes], origin: Origin) -> tuple[str, ...]:
    """The id of each slide of a file in order, told by its texts where its name is gone; "" for a new one."""
    return tuple(slide.id for slide in identified(origin.marks.slides, found_marks(entries).slides))


def _edited(written: Marks, found: Marks) -> Since:
    what = (*_differences(written, found), *_changed_around(written, found))
    if not what:
        return Untouched()
    return Labelled(what) if all(map(is_label, what)) else Edited(what)


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
        said += _of_slide(before[slide.id], slide)
    said += [f"slide removed: {name}" for name in before if name not in kept]
    said += [f"slide moved: {name}" for name in moved(list(before), list(kept))]
    if written.sections != found.sections or any(before[name].section != kept[name].section for name in kept):
        said.append("sections")
    return tuple(said)


def _of_slide(written: SlideMark, found: SlideMark) -> list[str]:
    said = [found.id] if written.fingerprint != found.fingerprint else []
    said += [f"notes of {found.id}"] if written.notes != found.notes else []
    return [*said, f"comments on {found.id}"] if written.comments != found.comments else said


def _changed_around(written: Marks, found: Marks) -> list[str]:
    """Names of what the slides stand on, where it changed, came or went."""
    before, after = Counter(written.around), Counter(found.around)
    in_both = {name for name, _ in written.around} & {name for name, _ in found.around}
    other = {name for name, _ in (before - after) + (after - before)}
    return sorted(name for name in other if name in in_both or not comes_and_goes(name))


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
