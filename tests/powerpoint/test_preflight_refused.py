"""Files that preflight does not take: each with one error that says what the file is and what to do."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from preflighted import (
    LAYOUT,
    MAIN,
    MAIN_RELATIONS,
    MASTER,
    TYPES,
    Change,
    Entries,
    changed,
    every,
    related,
    replaced,
    run,
    substituted,
)

from deckgen.diagnostics import Diagnostics, Span
from deckgen.powerpoint.client_template.preflight import preflight
from deckgen.powerpoint.ooxml import archive
from templates import made

_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _added(name: str, data: bytes) -> Change:
    def change(entries: Entries) -> None:
        entries[name] = data

    return change


def _typed(old: str, new: str) -> Change:
    return replaced(TYPES, f"presentationml.{old}.main+xml", new)


def _wide_png(side: int) -> bytes:
    """A picture of side × side pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = zlib.compressobj(9)
    data = b"".join(row.compress(bytes(1 + side // 8)) for _ in range(side)) + row.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _bombed_pictures(entries: Entries) -> None:
    for name in [name for name in entries if name.startswith("ppt/media/")]:
        entries[name] = _wide_png(12_000)


def _utf16(entries: Entries) -> None:
    text = entries[LAYOUT].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    entries[LAYOUT] = text.replace("<p:sldLayout ", f"{_BOMB}<p:sldLayout ", 1).encode("utf-16")


def _strict(entries: Entries) -> None:
    for name in [name for name in entries if name.endswith((".xml", ".rels"))]:
        data = entries[name].replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
        )
        entries[name] = data.replace(
            b"http://schemas.openxmlformats.org/presentationml/2006/main",
            b"http://purl.oclc.org/ooxml/presentationml/main",
        )


CHANGES: dict[str, tuple[Change, str]] = {
    "macros by the type of the main part": (
        _typed("template", "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"),
        "template-macros",
    ),
    "a VBA project": (
        every(_added("ppt/vbaProject.bin", b"macro"), related(MAIN_RELATIONS, "vbaProject", "vbaProject.bin")),
        "template-macros",
    ),
    "a VBA project under another name": (
        every(
            _added("ppt/data1.bin", b"macro"),
            replaced(
                TYPES,
                "</Types>",
                '<Override PartName="/ppt/data1.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            ),
        ),
        "template-macros",
    ),
    "zeros by the megabyte": (_added("ppt/media/zeros.bmp", bytes(40 * 1024 * 1024)), "template-bomb"),
    "a picture of 144 million pixels": (_bombed_pictures, "template-bomb"),
    "entities in a layout": (replaced(LAYOUT, "<p:sldLayout ", f"{_BOMB}<p:sldLayout "), "template-doctype"),
    "entities in UTF-16": (_utf16, "template-doctype"),
    "a DOCTYPE in a part that nothing names": (
        _added("customXml/item9.xml", f"{_BOMB}<x>&c;</x>".encode()),
        "template-doctype",
    ),
    "a DOCTYPE in the relationships": (
        replaced(MAIN_RELATIONS, "<Relationships ", f"{_BOMB}<Relationships "),
        "template-doctype",
    ),
    "two parts that differ in capitals": (_added("PPT/Presentation.xml", b"<x/>"), "template-doubled-part"),
    "two parts that differ in the stroke": (_added("ppt\\presentation.xml", b"<x/>"), "template-doubled-part"),
    "strict Open XML": (_strict, "template-strict"),
    "a document": (
        _typed("template", "wordprocessingml.document.main+xml"),
        "template-not-presentation",
    ),
    "a theme file": (
        _typed("template", "application/vnd.openxmlformats-officedocument.themeManager+xml"),
        "template-not-presentation",
    ),
    "a main part that is no presentation": (substituted(MAIN, ".*", "<x/>", 1), "template-unreadable"),
    "a main part that is cut off": (substituted(MAIN, "</p:presentation>", ""), "template-unreadable"),
    "no content types": (substituted(TYPES, ".*", "", 1), "template-unreadable"),
    "a slide of no width": (substituted(MAIN, '<p:sldSz cx="[0-9]+"', '<p:sldSz cx="0"'), "template-size"),
    "a slide a mile wide": (substituted(MAIN, '<p:sldSz cx="[0-9]+"', '<p:sldSz cx="9999999999"'), "template-size"),
    "no master": (substituted(MAIN_RELATIONS, '/slideMaster"', '/other"'), "template-no-master"),
    "a master that is cut off": (substituted(MASTER, "</p:sldMaster>", ""), "template-no-master"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_refused_with_a_code_and_a_hint(name: str, tmp_path: Path) -> None:
    change, code = CHANGES[name]
    data, found = run(changed(change), tmp_path)
    assert data is None
    errors = [one for one in found if one.severity == "error"]
    assert [one.code for one in errors] == [code]
    assert errors[0].hint
    assert errors[0].span == Span((tmp_path / "skabelon.pptx").as_posix())


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "template-unreadable"),
    "a text": (b"Kurs: 7,46\n" * 50, "template-unreadable"),
    "an empty zip": (b"PK\5\6" + bytes(18), "template-unreadable"),
    "PowerPoint 97": (_COMPOUND + "PowerPoint Document".encode("utf-16-le"), "template-old-format"),
    "a password": (_COMPOUND + "EncryptedPackage".encode("utf-16-le"), "template-encrypted"),
    "cut in half": (made("danish_widescreen")[: len(made("danish_widescreen")) // 2], "template-unreadable"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_package_is_refused(name: str, tmp_path: Path) -> None:
    data, code = FILES[name]
    clean, found = run(data, tmp_path)
    assert clean is None
    assert [one.code for one in found] == [code]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "findes-ikke.potx", tmp_path):
        diagnostics = Diagnostics()
        assert preflight(path, diagnostics) is None
        assert [one.code for one in diagnostics] == ["template-unreadable"]


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    out = BytesIO(made("danish_widescreen"))
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(MAIN, b"<other/>")
    data, found = run(out.getvalue(), tmp_path)
    assert data is None
    assert [one.code for one in found] == ["template-doubled-part"]


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    data = bytearray(made("danish_widescreen"))
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(signature, start + 4)
    clean, found = run(bytes(data), tmp_path)
    assert clean is None
    assert [one.code for one in found] == ["template-unreadable"]


def test_more_parts_than_are_read_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS_READ", 5)
    clean, found = run(made("danish_widescreen"), tmp_path)
    assert clean is None
    assert [one.code for one in found] == ["template-bomb"]


def test_more_bytes_than_are_read_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES_READ", 10_000)
    clean, found = run(made("danish_widescreen"), tmp_path)
    assert clean is None
    assert [one.code for one in found] == ["template-bomb"]
