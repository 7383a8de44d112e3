"""In: the parts of a written file. Out: what can be read in each, as text. It knows no writer: only zip and XML.

Runs of one paragraph are joined; other elements stand on lines of their own. Attributes that hold words follow, then
whatever is zipped inside, such as a chart's workbook.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".fntdata")
_TELLING: Final = re.compile(
    r"""\s(?:\w+:)?(?:descr|title|name|shown|path|id|tooltip|tip|author|deck|audience|Target|val|text|alias|tag)"""
    r"""=(?:"([^"]*[^\W\d_][^"]*)"|'([^']*[^\W\d_][^']*)')"""
)
_INSIDE_A_PARAGRAPH: Final = re.compile(r"</?a:(?!p[ >/]|br[ >/])[^>]*>|<[?!][^>]*>")
_TAG: Final = re.compile(r"<[^>]*>")
_SPACES: Final = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES: Final = re.compile(r"\s*\n\s*")
_DEEPEST: Final = 3


def read_zip(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name; none where it is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return {}


def readable(parts: Mapping[str, bytes], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Each part with what can be read in it, in small letters; parts of a zip inside as `outer!inner`."""
    for name, data in parts.items():
        if data[:4] == b"PK\3\4" and depth < _DEEPEST:
            inner = {f"{name}!{part}": content for part, content in read_zip(data).items()}
            yield from readable(inner, depth + 1)
        elif not name.lower().endswith(_PICTURES):
            yield name, normal(_text(_decoded(data)))


def normal(said: str) -> str:
    """A text as it is compared: small letters, one space, lines kept apart."""
    return _LINES.sub("\n", _SPACES.sub(" ", said)).strip().casefold()


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


def _text(xml: str) -> str:
    attributes = "\n".join(first or second for first, second in _TELLING.findall(xml))
    elements = _TAG.sub("\n", _INSIDE_A_PARAGRAPH.sub("", xml))
    return html.unescape(f"{elements}\n{attributes}")
