"""Pictures without what they say beside the picture: who made them, where, with what, and what hangs on behind.

In: the bytes of a PNG, JPEG, GIF, BMP, EMF or WMF. Out: the same picture in the same pixels, without text, EXIF,
XMP, thumbnails, comments and trailing bytes; or PictureDataError for what is no such picture. Colour profiles stay.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT".split()
)
_APP0, _APP2, _APP14, _COM, _SOS, _EOI = 0xE0, 0xE2, 0xEE, 0xFE, 0xDA, 0xD9
_BARE: Final = frozenset((0x01, 0xD8, *range(0xD0, 0xD8)))
"""Markers of JPEG without a length."""
_GIF_LOOP: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_EMF_SIGNATURE: Final = b" EMF"
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
    """The picture alone; `form` is png, jpeg, gif, bmp, emf or wmf. Raises PictureDataError."""
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
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


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
    if marker in (_APP2, _APP14):
        return segment if segment.startswith((b"ICC_PROFILE\x00", b"Adobe"), 4) else b""
    return b"" if 0xE0 <= marker <= 0xEF or marker == _COM else segment


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
        end, shows = _gif_block(data, at)
        if shows:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, b"\x3b"))


def _gif_block(data: bytes, at: int) -> tuple[int, bool]:
    """Where a block ends, and whether it shows: comments and what applications add do not, a loop does."""
    if data[at] == 0x2C:
        return _end_of_sub_blocks(data, at + 11 + _color_table(data[at + 9])), True
    if data[at] != 0x21:
        raise PictureDataError("the picture is broken")
    kind, named = data[at + 1], data[at + 3 : at + 14]
    return _end_of_sub_blocks(data, at + 2), kind == 0xF9 or (kind == 0xFF and named in _GIF_LOOP)


def _color_table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_sub_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _bmp(data: bytes) -> bytes:
    if not data.startswith(b"BM"):
        raise PictureDataError("this is no BMP")
    return data[: struct.unpack_from("<I", data, 2)[0]]


def _emf(data: bytes) -> bytes:
    """Up to its declared end, its description blanked."""
    if data[40:44] != _EMF_SIGNATURE:
        raise PictureDataError("this is no EMF")
    size, characters, offset = *struct.unpack_from("<I", data, 48), *struct.unpack_from("<II", data, 60)
    kept = bytearray(data[:size])
    if characters and offset + 2 * characters <= len(kept):
        kept[offset : offset + 2 * characters] = bytes(2 * characters)
    return bytes(kept)


def _wmf(data: bytes) -> bytes:
    head = 22 if data.startswith(_WMF_PLACEABLE) else 0
    if struct.unpack_from("<H", data, head + 2)[0] != 9:
        raise PictureDataError("this is no WMF")
    return data[: head + 2 * struct.unpack_from("<I", data, head + 6)[0]]


_BARE_BY_FORM: Final[dict[str, Callable[[bytes], bytes]]] = {
    "png": _png,
    "jpeg": _jpeg,
    "gif": _gif,
    "bmp": _bmp,
    "emf": _emf,
    "wmf": _wmf,
}
