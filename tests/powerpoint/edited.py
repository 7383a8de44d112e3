"""A built deck, changed on its package by code, and what deckgen tells of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deckgen.powerpoint.readback.edits import Edited, Labelled, Untouched, since_built

_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}"><vt:lpwstr>{}</vt:lpwstr>'
    "</property></Properties>"
)

Change = Callable[[dict[str, bytes]], None]


def told(path: Path) -> tuple[str, ...]:
    """What was edited in a file that is ours and can be read."""
    since = since_built(path)
    if isinstance(since, Untouched):
        return ()
    assert isinstance(since, Edited | Labelled), since
    return since.what


def changed(path: Path, change: Change) -> Path:
    """The file with its parts changed in place; something has to be changed."""
    with zipfile.ZipFile(path) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    parts = dict(before)
    change(parts)
    assert parts != before, "the file has nothing of the kind"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The file with each part changed by its name; None drops one."""

    def every(parts: dict[str, bytes]) -> None:
        for name, data in list(parts.items()):
            new = change(name, data)
            if new is None:
                del parts[name]
            else:
                parts[name] = new

    return changed(path, every)


def replaced(prefix: str, old: str, new: str, count: int = 1) -> Callable[[str, bytes], bytes]:
    """Replace the first match in each part of that folder; one has to have it."""

    def change(name: str, data: bytes) -> bytes:
        pattern = re.compile(old.encode(), re.DOTALL)
        return pattern.sub(new.encode(), data, count=count) if name.startswith(prefix) else data

    return change


def swap(part: str, old: str, new: str) -> Change:
    """Replace the first match in one part, which has to have it."""

    def change(parts: dict[str, bytes]) -> None:
        done, count = re.subn(old.encode(), new.encode(), parts[part], count=1, flags=re.DOTALL)
        assert count, f"{part} has no {old}"
        parts[part] = done

    return change


def attach(to: str, kind: str, target: str, data: bytes, base: str = "") -> Change:
    """Add a part and the relationship that leads to it from `to`, "" for the package."""
    folder, _, file = to.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    base = base or "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def change(parts: dict[str, bytes]) -> None:
        parts[target] = data
        entry = f'<Relationship Id="rId900" Type="{base}/{kind}" Target="/{target}"/></Relationships>'
        parts[rels] = parts[rels].replace(b"</Relationships>", entry.encode())

    return change


def custom_property(name: str, value: str) -> Change:
    """A property of one's own, as Word and its like list them."""
    return attach("", "custom-properties", "docProps/custom.xml", _CUSTOM.format(name, value).encode())


def both(*changes: Change) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        for one in changes:
            one(parts)

    return change


def resaved(path: Path, edit: Callable[[Any], None] = lambda presentation: None) -> Path:
    """The file opened and saved by python-pptx, with an edit in between."""
    from pptx import Presentation

    presentation = Presentation(str(path))
    edit(presentation)
    presentation.save(str(path))
    return path


def nameless(path: Path) -> Path:
    """The file as LibreOffice would save it: without names of slides and placeholders, sections and workbooks."""

    def drop(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("ppt/slides/slide")]:
            parts[name] = re.sub(rb'<p:cSld name="[^"]*">', b"<p:cSld>", parts[name])
            parts[name] = re.sub(rb'(<p:cNvPr id="\d+" name=")[^"]*', rb"\1PlaceHolder 1", parts[name])
        for name in [name for name in parts if name.startswith(("ppt/embeddings/", "ppt/charts/_rels/"))]:
            del parts[name]
        main = parts["ppt/presentation.xml"]
        parts["ppt/presentation.xml"] = re.sub(rb"<p14:section .*</p14:section>", b"", main, flags=re.DOTALL)
        parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b">deckgen<", b">LibreOffice/24.2<")

    return changed(path, drop)
