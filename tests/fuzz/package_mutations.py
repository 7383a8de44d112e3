"""In: the bytes of a .pptx, .potx or .xlsx. Out: the same with one thing changed, in its zip or in a part."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Final

from lxml import etree

from fuzz.text_mutations import CHARACTERS, NUMBERS

_VALUES: Final = (
    *NUMBERS,
    "",
    "true",
    "rId1",
    "rId2",
    "rId99",
    "NULL",
    "../x",
    "//",
    "/",
    "http://x",
    "ø",
    "title",
    "body",
    "ZZZZZZ",
    "12",
    "accent1",
    "phClr",
    "#FFFFFF",
    "x" * 300,
    "slide",
    "../slideMasters/slideMaster1.xml",
    "presentation.xml",
    "../../../x",
    "a:b",
    "\u202e",
    "sldNum",
    "none",
    "inherit",
    "9" * 12,
)
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError)
_ATTRIBUTE: Final = re.compile(rb'(?<= )([\w:]+)="([^"]*)"')
_TEXTS: Final = re.compile(rb">([^<>]+)<")
Change = Callable[[bytes, Random], bytes]


def mutated(data: bytes, random: Random) -> bytes:
    """One change, mostly inside one part; where the zip is broken already, to its bytes."""
    if random.random() < 0.08:
        return _of_bytes(data, random)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    except _BROKEN:
        return _of_bytes(data, random)
    return _zipped(_changed(entries, random)) if entries else data


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in entries:
            package.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def _changed(entries: list[tuple[str, bytes]], random: Random) -> list[tuple[str, bytes]]:
    at = random.randrange(len(entries))
    name, data = entries[at]
    chance = random.random()
    if chance < 0.06:
        return entries[:at] + entries[at + 1 :]
    if chance < 0.1:
        return [*entries[:at], (name, random.choice(entries)[1]), *entries[at + 1 :]]
    if chance < 0.12:
        renamed = random.choice((name.upper(), f"/{name}", f"../{name}", "x.xml", name.replace("1", "2"), ""))
        return [*entries[:at], (renamed or "y", data), *entries[at + 1 :]]
    return [*entries[:at], (name, random.choice(_IN_PART)(data, random)), *entries[at + 1 :]]


def _of_bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data or b"x")
    if random.random() < 0.3:
        return bytes(changed[: random.randrange(len(changed))])
    near_end = random.random() < 0.5
    for _ in range(random.randint(1, 8)):
        at = (
            len(changed) - 1 - random.randrange(min(len(changed), 2000))
            if near_end
            else random.randrange(len(changed))
        )
        changed[at] = random.randrange(256)
    return bytes(changed)


def _other(pattern: re.Pattern[bytes], group: int) -> Change:
    def changed(data: bytes, random: Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return data
        one = random.choice(found)
        value = random.choice((*_VALUES, random.choice(CHARACTERS))).encode("utf-8", "surrogatepass")
        return data[: one.start(group)] + value.replace(b"<", b"&lt;") + data[one.end(group) :]

    return changed


def _elements(change: Callable[[etree._Element, etree._Element, Random], None]) -> Change:
    """A change to one element, given its parent, the element and the chance."""

    def changed(data: bytes, random: Random) -> bytes:
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            return data
        held = [one for one in root.iter(etree.Element) if one.getparent() is not None]
        if held:
            one = random.choice(held)
            change(one.getparent(), one, random)
        return bytes(etree.tostring(root))

    return changed


def _take_out(parent: etree._Element, one: etree._Element, random: Random) -> None:
    parent.remove(one)


def _double(parent: etree._Element, one: etree._Element, random: Random) -> None:
    copies = random.choice((1, 1, 200))
    parent.extend([etree.fromstring(etree.tostring(one)) for _ in range(copies)])


def _empty(parent: etree._Element, one: etree._Element, random: Random) -> None:
    for child in list(one):
        one.remove(child)


def _bare(parent: etree._Element, one: etree._Element, random: Random) -> None:
    for name in list(one.attrib):
        del one.attrib[name]


def _rename(parent: etree._Element, one: etree._Element, random: Random) -> None:
    one.tag = random.choice((parent.tag, "x", "{urn:x}x", "{rel}x"))


def _move(parent: etree._Element, one: etree._Element, random: Random) -> None:
    root = one.getroottree().getroot()
    parent.remove(one)
    random.choice(list(root.iter(etree.Element))).append(one)


def _namespace(data: bytes, random: Random) -> bytes:
    """A namespace that is no address in its own right, or another than it was."""
    to = random.choice((b"rel/ative", b"x", b"urn:x", b"http://[", b"#", b"http://x/%zz"))
    found = list(re.finditer(rb'xmlns(?::\w+)?="([^"]*)"', data))
    if not found or random.random() < 0.5:
        return re.sub(rb"<([A-Za-z][\w:]*)", rb'<\1 xmlns:fuzz="' + to + b'"', data, count=1)
    one = random.choice(found)
    return data[: one.start(1)] + to + data[one.end(1) :]


def _prolog(data: bytes, random: Random) -> bytes:
    at = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    said = random.choice(
        (
            b'<!DOCTYPE x [<!ENTITY a "aaaa">]>',
            b"<!-- x -->",
            b"<?x y?>",
            b"\n" * 9,
            b"\xff",
            b"<!DOCTYPE x SYSTEM 'x'>",
        )
    )
    return data[:at] + said + data[at:]


def _nest(data: bytes, random: Random) -> bytes:
    end = data.rfind(b"</")
    deep = random.choice((40, 240, 3000))
    return data[:end] + b"<x>" * deep + b"</x>" * deep + data[end:] if end > 0 else data


_IN_PART: Final[tuple[Change, ...]] = (
    *(_other(_ATTRIBUTE, 2),) * 8,
    _other(_ATTRIBUTE, 1),
    *(_other(_TEXTS, 1),) * 2,
    *(_elements(_take_out),) * 4,
    _elements(_double),
    _elements(_empty),
    _elements(_bare),
    _elements(_rename),
    _elements(_move),
    *(_namespace,) * 2,
    _prolog,
    _nest,
    _of_bytes,
)
