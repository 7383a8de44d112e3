"""What the tests of preflight share: a made template changed by hand, and what comes out read as plain parts."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.powerpoint.client_template.preflight import preflight
from templates import made
from templates.building.package import packed, unpacked

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN, MAIN_RELATIONS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
MASTER, MASTER_RELATIONS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT, LAYOUT_RELATIONS = "ppt/slideLayouts/slideLayout2.xml", "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
TYPES = "[Content_Types].xml"

Entries = dict[str, bytes]
Change = Callable[[Entries], None]
Mended = Callable[..., Entries]
"""What `mends` gives: the parts of a changed template after preflight."""


def changed(change: Change, name: str = "danish_widescreen") -> bytes:
    """A made template after a change to its entries."""
    entries = unpacked(made(name))
    change(entries)
    return packed(entries)


def replaced(entry: str, old: str, new: str) -> Change:
    """Replace a text in one entry; it has to be there."""

    def change(entries: Entries) -> None:
        text = entries[entry].decode()
        assert old in text, f"{old} is not in {entry}"
        entries[entry] = text.replace(old, new).encode()

    return change


def substituted(entry: str, pattern: str, new: str, count: int = 0) -> Change:
    def change(entries: Entries) -> None:
        text, times = re.subn(pattern, new, entries[entry].decode(), count=count, flags=re.DOTALL)
        assert times, f"{pattern} is not in {entry}"
        entries[entry] = text.encode()

    return change


def every(*changes: Change) -> Change:
    def change(entries: Entries) -> None:
        for one in changes:
            one(entries)

    return change


def related(entry: str, kind: str, target: str, id: str = "rId99", mode: str = "") -> Change:
    """Add a relationship to a list of them."""
    external = f' TargetMode="{mode}"' if mode else ""
    added = f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{external}/></Relationships>'
    return replaced(entry, "</Relationships>", added)


def tree(more: str, entry: str = LAYOUT) -> Change:
    """Add shapes to a sheet."""
    return replaced(entry, "</p:spTree>", f"{more}</p:spTree>")


def added(name: str, data: bytes) -> Change:
    def change(entries: Entries) -> None:
        entries[name] = data

    return change


def shape(id: int = 71, link: str = "", place: str = "", name: str = "Felt") -> str:
    """A shape to be added to a sheet."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}">{link}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr></p:sp>"
    )


def run(data: bytes, folder: Path, name: str = "skabelon.pptx") -> tuple[bytes | None, list[Diagnostic]]:
    path = folder / name
    path.write_bytes(data)
    diagnostics = Diagnostics()
    return preflight(path, diagnostics), list(diagnostics)


def parts_of(data: bytes) -> Entries:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        assert len(names) == len({name.lower() for name in names})
        return {name: package.read(name) for name in names}


def relations(parts: Mapping[str, bytes], owner: str) -> dict[str, tuple[str, str, bool]]:
    """Kind, target from the root, and whether it is external, by id."""
    folder, file = posixpath.split(owner)
    data = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    found = {}
    for one in [] if data is None else list(etree.fromstring(data)):
        external = one.get("TargetMode") == "External"
        target = one.get("Target", "")
        found[one.get("Id", "")] = (
            one.get("Type", "").rsplit("/", 1)[-1],
            target if external else posixpath.normpath(posixpath.join(folder, target)),
            external,
        )
    return found


def reached(parts: Mapping[str, bytes]) -> set[str]:
    """Every part that the package's relationships lead to."""
    seen: set[str] = set()
    open_ends = [""]
    while open_ends:
        for _, target, external in relations(parts, open_ends.pop()).values():
            if not external and target not in seen:
                seen.add(target)
                open_ends.append(target)
    return seen


def used_ids(part: bytes) -> set[str]:
    """The ids of relationships that a part's XML names."""
    root = etree.fromstring(part)
    return {
        value
        for one in root.iter(etree.Element)
        for key, value in one.attrib.items()
        if value and key.startswith(f"{{{R}}}")
    }


def layouts(data: bytes) -> list[Any]:
    """The slide layouts as python-pptx sees them, over all masters."""
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(data))
    return [layout for master in presentation.slide_masters for layout in master.slide_layouts]


def mends(tmp_path: Path, validate: Callable[[Path], list[str]]) -> Mended:
    """Preflight of a changed template: valid, each part reached, these warnings and no others."""

    def parts(change: Change, *warnings: str, notes: tuple[str, ...] = ()) -> Entries:
        data, found = run(changed(change), tmp_path)
        assert data is not None, found
        assert [one.code for one in found if one.severity == "warning"] == list(warnings)
        assert {one.code for one in found if one.severity == "info"} >= set(notes)
        assert not [one for one in found if one.severity == "error"]
        assert all(one.hint for one in found)
        clean = tmp_path / "clean.pptx"
        clean.write_bytes(data)
        assert validate(clean) == []
        held = parts_of(data)
        assert {name for name in held if not name.endswith(".rels")} - {TYPES} == reached(held)
        for name in {MASTER, LAYOUT} & set(held):
            assert used_ids(held[name]) <= set(relations(held, name))
        return held

    return parts
