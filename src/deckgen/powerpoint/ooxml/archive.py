"""The zip around a package: written the same for the same parts, read within limits.

In: named bytes, or a file somebody may have changed. Out: zip bytes, or the named parts of the file.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _STORED, _DEFLATED = 20, 0, 8
_TIME, _DATE = 0, (1 << 5) | 1  # 1 January 1980, the first day a zip can name
_LEVEL = 3
_WORTH_DEFLATING = 512
_MOST_KEPT = 128 * 1024
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF

MOST_PARTS_READ = 50_000
MOST_BYTES_READ = 256 * 1024 * 1024
MOST_GROWTH = 200
"""How many times its size in the zip all that is read may be, once it is over 16 MiB: no real package comes near."""
_GROWTH_COUNTS_FROM = 16 * 1024 * 1024


_DAMAGE = (zlib.error, EOFError, RuntimeError, struct.error, ValueError, OSError, OverflowError)
"""What damaged bytes of a zip lead to, once they are in memory."""


class UnreadableFileError(ValueError):
    """The file is no package that can be read within the limits."""


class OversizedFileError(UnreadableFileError):
    """Unpacked, the file has more parts or bytes than are read."""


class DoubledPartError(UnreadableFileError):
    """Two parts of the file have one name; capitals do not tell names apart."""


def zipped(entries: Iterable[tuple[str, bytes]], *, deflate: bool = True) -> bytes:
    """A zip of (name, data) in the given order, with fixed dates. Names are ASCII and unique.

    Raises ValueError where there are more than 65,535 entries or 4 GiB, which this plain form cannot hold.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in entries:
        method, packed = _packed(data, deflate)
        encoded = name.encode("ascii")
        sums = (method, _TIME, _DATE, zlib.crc32(data), len(packed), len(data), len(encoded))
        body += (_LOCAL.pack(b"PK\3\4", _VERSION, 0, *sums, 0), encoded, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, *sums, 0, 0, 0, 0, 0, offset), encoded)
        offset += _LOCAL.size + len(encoded) + len(packed)
        if len(directory) // 2 > _MOST_ENTRIES or offset > _MOST_BYTES:
            raise ValueError("the deck is too large for one file: split it")
    listing = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*body, listing, _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)))


def _packed(data: bytes, deflate: bool) -> tuple[int, bytes]:
    if not deflate or len(data) < _WORTH_DEFLATING:
        return _STORED, data
    return _deflated(data) if len(data) > _MOST_KEPT else _deflated_once(data)


def _deflated(data: bytes) -> tuple[int, bytes]:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    return (_DEFLATED, packed) if len(packed) < len(data) else (_STORED, data)


# A deck that is built again has most of its parts as they were.
_deflated_once = lru_cache(maxsize=2048)(_deflated)


def read_parts(file: Path | BytesIO, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of a zip file, or of its bytes, whose name (without a leading slash) is wanted.

    Raises UnreadableFileError for a broken or encrypted file, OversizedFileError and DoubledPartError, which are
    kinds of it, as they say; OSError where the file cannot be opened.
    """
    import zipfile
    from lzma import LZMAError

    opened = file if isinstance(file, BytesIO) else BytesIO(file.read_bytes())
    try:
        with zipfile.ZipFile(opened) as archive:
            return _read(archive, wanted)
    except UnreadableFileError:
        raise
    except (zipfile.BadZipFile, LZMAError, *_DAMAGE) as broken:
        raise UnreadableFileError(str(broken)) from broken


def _read(archive: ZipFile, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    found = [entry for entry in archive.infolist() if wanted(entry.filename)]
    names = {entry.filename.lower() for entry in found}
    size, packed = sum(entry.file_size for entry in found), sum(entry.compress_size for entry in found)
    if len(found) > MOST_PARTS_READ or size > MOST_BYTES_READ:
        raise OversizedFileError("too many parts, or too large ones")
    if size > _GROWTH_COUNTS_FROM and size > MOST_GROWTH * packed:
        raise OversizedFileError(f"the parts are more than {MOST_GROWTH} times as large as the file")
    if len(names) < len(found):
        raise DoubledPartError("two parts of one name")
    return {entry.filename: archive.read(entry) for entry in found}
