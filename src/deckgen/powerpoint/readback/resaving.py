"""A built file that a program saved again in a way of its own, so that its looks can no longer be compared.

In: the parts of a file, what was written, what is found. Out: what the program drops, and which slides say something
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.powerpoint.readback.part_fingerprints import Marks, SlideMark
from deckgen.xml_text import attribute

_APPLICATION: Final = re.compile(r"<(?:\w+:)?Application>\s*([^</]{1,40})")
_KEEPING: Final = ("Microsoft", "deckgen")
"""Programs that keep what they do not know: what differs in a file of theirs, somebody changed."""
_SLIDE: Final = re.compile(r"ppt/slides/[^/]+\.xml")
_OWN_SHAPE: Final = re.compile(rb'<p:cSld name="([^"]+)".*?<p:cNvPr [^>]*?name="\1/', re.DOTALL)


@dataclass(frozen=True, slots=True)
class SavedAgain:
    """`program` is its name where the file tells it, `drops` what it does not keep.

    `differs` tells, in the words of `Edited`, which slides say something else; None where nothing is left to compare
    them with.
    """

    program: str
    drops: tuple[str, ...]
    differs: tuple[str, ...] | None

    @property
    def told(self) -> str:
        """By what it was saved: "saved again by a program that drops sections (LibreOffice)"."""
        does = f"drops {', '.join(self.drops)}" if self.drops else "writes slides in a way of its own"
        return f"saved again by a program that {does}{f' ({self.program})' if self.program else ''}"


def saved_again(entries: Mapping[str, bytes], written: Marks, found: Marks) -> SavedAgain | None:
    """What a program did that keeps no names of slides, or writes each slide anew; None where there was no such."""
    program = _program(entries)
    keeping = program.startswith(_KEEPING)
    nameless = not any(slide.id for slide in found.slides) and any(slide.id for slide in written.slides)
    # Nameless slides alone may be those of another deck, pasted over ours.
    ours = _same_texts(written, found) if keeping else bool(found.slides)
    if not ours or not (nameless or (not keeping and _anew(written, found))):
        return None
    drops = tuple(_dropped(entries, written, found))
    return SavedAgain(program, drops, _other_texts(written.slides, identified(written.slides, found.slides)))


def dropped_origin(entries: Mapping[str, bytes]) -> SavedAgain | None:
    """A file without an origin whose slides and shapes have such names as deckgen gives; None for any other."""
    slides = [data for name, data in entries.items() if _SLIDE.fullmatch(name)]
    if not any(_OWN_SHAPE.search(data) for data in slides):
        return None
    program = _program(entries).removeprefix("deckgen")
    return SavedAgain(program, ("where its slides come from",), None)


def identified(written: Sequence[SlideMark], found: Sequence[SlideMark]) -> tuple[SlideMark, ...]:
    """The slides as found; where none has a name, with the ids of those whose texts they have, or whose place."""
    if any(slide.id for slide in found):
        return tuple(found)
    ids = [""] * len(found)
    before, after = [slide.texts for slide in written], [slide.texts for slide in found]
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            ids[c:d] = [slide.id for slide in written[a:b]]
    return tuple(replace(slide, id=id) for slide, id in zip(found, ids, strict=True))


def _anew(written: Marks, found: Marks) -> bool:
    """Whether no slide is as it was written, though each has its name."""
    before = {slide.id: slide.fingerprint for slide in written.slides}
    return all(before.get(slide.id, slide.fingerprint) != slide.fingerprint for slide in found.slides)


def _same_texts(written: Marks, found: Marks) -> bool:
    return bool({slide.texts for slide in written.slides} & {slide.texts for slide in found.slides})


def _other_texts(written: Sequence[SlideMark], found: Sequence[SlideMark]) -> tuple[str, ...]:
    before = {slide.id: slide for slide in written}
    after = {slide.id: slide for slide in found if slide.id in before}
    other = [id for id, slide in after.items() if before[id].texts != slide.texts]
    if len(other) == len(before) > 1:
        other = ["every slide"]
    other += [f"slide added: {place}" for place, slide in enumerate(found, 1) if slide.id not in before]
    return (*other, *(f"slide removed: {id}" for id in before if id not in after))


def _dropped(entries: Mapping[str, bytes], written: Marks, found: Marks) -> Iterator[str]:
    slides = b"".join(data for name, data in entries.items() if _SLIDE.fullmatch(name))
    ids = [slide.id for slide in written.slides if slide.id]
    if not any(slide.id for slide in found.slides):
        yield "names of slides"
    if not any(f'name="{attribute(id)}/title"'.encode() in slides for id in ids):
        yield "names of placeholders"
    if written.sections and not found.sections:
        yield "sections"
    charts = any(name.startswith("ppt/charts/") for name in entries)
    if charts and not any(name.startswith("ppt/embeddings/") for name in entries):
        yield "workbooks of charts"
    if charts and b' descr="' not in slides:
        yield "alt texts"


def _program(entries: Mapping[str, bytes]) -> str:
    """The name of the program that saved the file, "" where it does not tell."""
    found = _APPLICATION.search(entries.get("docProps/app.xml", b"").decode("utf-8", "replace"))
    return found[1].strip() if found else ""
