"""Pictures without what they say beside the picture: who made them, where, with what, and what hangs on behind.

In: the bytes of a PNG, JPEG, GIF, EMF or WMF. Out: the same picture in the same pixels, without text, EXIF, XMP,
thumbnails, comments and trailing bytes; or PictureDataError for what is no such picture. Colour profiles stay.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_LONG: Final = 2**31
_PNG_KEPT: Final = {
    **dict.fromkeys((b"IDAT", b"fdAT", b"iCCP"), _LONG),
    b"IHDR": 13,
    b"PLTE": 768,
    b"tRNS": 256,
    b"cHRM": 32,
    b"gAMA": 4,
    b"sBIT": 4,
    b"sRGB": 1,
    b"cICP": 4,
    b"bKGD": 6,
    b"pHYs": 9,
    b"acTL": 8,
    b"fcTL": 26,
}
"""The chunks that show, and how long each is at most: what is longer says something else too."""
_PROFILE: Final = b"ICC"
_APP0, _APP2, _APP14, _SOS, _EOI = 0xE0, 0xE2, 0xEE, 0xDA, 0xD9
_SHOWS: Final = frozenset((*range(0xC0, 0xC8), *range(0xC9, 0xD0), *range(0xDA, 0xE0)))
"""Markers of JPEG whose segments are the picture: frames, scans and their tables."""
_ADOBE: Final = 12
"""So many bytes say which colours a JPEG of Adobe's programs has."""
_BARE: Final = frozenset((0x01, 0xD8, *range(0xD0, 0xD8)))
"""Markers of JPEG without a length."""
_GIF_KEPT: Final = (
    (b"\x21\xf9\x04", 4),
    (b"\x21\xff\x0bNETSCAPE2.0\x03", 3),
    (b"\x21\xff\x0bANIMEXTS1.0\x03", 3),
)
"""How blocks begin that say when a frame is shown and how often all are, and how much more they say."""
_EMF_SIGNATURE: Final = b" EMF"
_EMF_COMMENT, _EMF_END, _EMF_PLUS = 70, 14, b"EMF+"
_WMF_ESCAPE, _WMF_COMMENT, _WMF_END = 0x0626, 15, 0
_WMF_PLACEABLE: Final = b"\xd7\xcd\xc6\x9a"


_SIGNATURES: Final = (
    ("png", 0, _PNG),
    ("jpeg", 0, b"\xff\xd8\xff"),
    ("gif", 0, b"GIF8"),
    ("bmp", 0, b"BM"),
    ("tiff", 0, b"II*\x00"),
    ("tiff", 0, b"MM\x00*"),
    ("emf", 40, _EMF_SIGNATURE),
    ("wmf", 0, _WMF_PLACEABLE),
    ("wmf", 0, b"\x01\x00\x09\x00"),
)


class PictureDataError(ValueError):
    """The bytes are not the picture that they are said to be."""


def form_of(data: bytes) -> str:
    """What the bytes are by their own signature: one of the forms, `tiff`, or nothing that is known."""
    return next((form for form, at, sign in _SIGNATURES if data.startswith(sign, at)), "")


def bare_picture(data: bytes, form: str) -> bytes:
    """The picture alone; `form` is png, jpeg, gif, emf or wmf. Raises PictureDataError."""
    try:
        return _BARE_BY_FORM[form](data)
    except (IndexError, struct.error) as cut:
        raise PictureDataError("the picture is cut off") from cut


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG):
        raise PictureDataError("this is no PNG")
    kept, at, kind = [_PNG], len(_PNG), b""
    while kind != b"IEND":
        length = struct.unpack_from(">I", data, at)[0]
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise PictureDataError("the picture is cut off")
        if length <= _PNG_KEPT.get(kind, -1):
            kept.append(_unnamed_profile(data[at + 8 : end - 4]) if kind == b"iCCP" else data[at:end])
        at = end
    return b"".join((*kept, _chunk(b"IEND", b"")))


def _unnamed_profile(held: bytes) -> bytes:
    """The chunk of a colour profile, which whoever saved it may have named."""
    return _chunk(b"iCCP", _PROFILE + held[held.index(b"\0") :] if b"\0" in held else held)


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def _jpeg(data: bytes) -> bytes:
    if not data.startswith(b"\xff\xd8"):
        raise PictureDataError("this is no JPEG")
    return b"".join((b"\xff\xd8", *_segments(data), b"\xff\xd9"))


def _segments(data: bytes) -> Iterator[bytes]:
    """What is needed to show a JPEG, up to its end; picture data go with the segment that announces them."""
    at = 2
    while at < len(data):  # some programs leave the end marker out
        if data[at] != 0xFF:
            raise PictureDataError("the picture is broken")
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
            continue
        if marker == _EOI:
            return
        if marker in _BARE:
            at += 2
            continue
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _SOS:
            end = _end_of_scan(data, end)
        yield _shown(marker, data[at:end])
        at = end


def _shown(marker: int, segment: bytes) -> bytes:
    """What of a segment matters to the picture: of the application's own, resolution and colours alone."""
    if marker == _APP0:
        return segment[:2] + b"\x00\x10" + segment[4:16] + bytes(2) if segment[4:9] == b"JFIF\x00" else b""
    if marker == _APP2:
        return segment if segment.startswith(b"ICC_PROFILE\x00", 4) else b""
    if marker == _APP14:
        says = segment[4 : 4 + _ADOBE]
        return segment[:2] + struct.pack(">H", 2 + len(says)) + says if says.startswith(b"Adobe") else b""
    return segment if marker in _SHOWS else b""


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands: in picture data a 0xFF is followed by 0, or by a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and data[at + 1] not in range(0xD0, 0xD8):
            return at
        at += 2


def _gif(data: bytes) -> bytes:
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise PictureDataError("this is no GIF")
    at = 13 + _color_table(data[10])
    kept = [data[:at]]
    while data[at] != 0x3B:
        end, shown = _gif_block(data, at)
        kept.append(shown)
        at = end
    return b"".join((*kept, b"\x3b"))


def _gif_block(data: bytes, at: int) -> tuple[int, bytes]:
    """Where a block ends, and what of it shows: of comments and of what applications add nothing, a loop does."""
    if data[at] == 0x2C:
        end = _end_of_sub_blocks(data, at + 11 + _color_table(data[at + 9]))
        return end, data[at:end]
    if data[at] != 0x21:
        raise PictureDataError("the picture is broken")
    end = _end_of_sub_blocks(data, at + 2)
    length = next((len(head) + more for head, more in _GIF_KEPT if data.startswith(head, at)), 0)
    return end, data[at : at + length] + b"\0" if length else b""


def _color_table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_sub_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _emf(data: bytes) -> bytes:
    """Up to its declared end, with its description, its comments and what stands behind its last record blanked.

    Comments of EMF+ are drawn.
    """
    if data[40:44] != _EMF_SIGNATURE:
        raise PictureDataError("this is no EMF")
    size, characters, offset = *struct.unpack_from("<I", data, 48), *struct.unpack_from("<II", data, 60)
    kept = bytearray(data[:size])
    if characters and offset + 2 * characters <= len(kept):
        kept[offset : offset + 2 * characters] = bytes(2 * characters)
    at, kind = 0, 0
    while kind != _EMF_END and at < len(kept):
        kind, length = struct.unpack_from("<II", kept, at)
        if length < 8:
            raise PictureDataError("the picture is broken")
        if kind == _EMF_COMMENT and kept[at + 12 : at + 16] != _EMF_PLUS:
            _blank(kept, at + 12, at + length)
        at += length
    _blank(kept, at, len(kept))
    return bytes(kept)


def _blank(held: bytearray, start: int, end: int) -> None:
    held[start:end] = bytes(len(held[start:end]))


def _wmf(data: bytes) -> bytes:
    """Up to its declared end, with its comments and what stands behind its last record blanked."""
    head = 22 if data.startswith(_WMF_PLACEABLE) else 0
    if struct.unpack_from("<H", data, head + 2)[0] != 9:
        raise PictureDataError("this is no WMF")
    kept = bytearray(data[: head + 2 * struct.unpack_from("<I", data, head + 6)[0]])
    at, kind = head + 18, -1
    while kind != _WMF_END and at < len(kept):
        length, kind = struct.unpack_from("<IH", kept, at)
        if length < 3:
            raise PictureDataError("the picture is broken")
        if kind == _WMF_ESCAPE and struct.unpack_from("<H", kept, at + 6)[0] == _WMF_COMMENT:
            _blank(kept, at + 10, at + 2 * length)
        at += 2 * length
    _blank(kept, at, len(kept))
    return bytes(kept)


_BARE_BY_FORM: Final[dict[str, Callable[[bytes], bytes]]] = {
    "png": _png,
    "jpeg": _jpeg,
    "gif": _gif,
    "emf": _emf,
    "wmf": _wmf,
}
