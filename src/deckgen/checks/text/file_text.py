"""In: the parts of a written file. Out: what can be read in each, as text. It knows no writer: only zip and XML.

Runs of one paragraph are joined; other elements stand on lines of their own. Attributes that hold words follow, then
whatever is zipped inside, such as a chart's workbook. Comments of the XML, the names of the parts and what pictures
say of themselves are read as well.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".fntdata")
_WORDS: Final = (
    "descr title name shown path id tooltip tip author deck audience Target val text alias tag label value content "
    "caption subject comment display href location initials userId"
).replace(" ", "|")
_TELLING: Final = re.compile(
    rf"""\s(?:\w+:)?(?:{_WORDS})=(?:"([^"]*[^\W\d_][^"]*)"|'([^']*[^\W\d_][^']*)')"""
    r"""|\s(?:shown|value|text|label|content|display|descr|title)=(?:"([^"]*)"|'([^']*)')"""
)
"""Attributes that hold words, and those of them that hold a number as people read it."""

_ALL_IN_ONE: Final = "a:(?!p[ >/]|br[ >/])|w:(?!p[ >/]|br[ >/]|tab[ >/])|(?:x:)?(?:r|t|rPr)[ >/]"
_INSIDE_A_PARAGRAPH: Final = re.compile(rf"</?(?:{_ALL_IN_ONE})(?:(?<=>)|[^>]*>)|<[?!][^>]*>")
"""Tags that part no text from the next: of runs in slides, documents and the texts of a workbook."""

_LOOK: Final = re.compile(r"<((?:w:|x:)?rPr)>.*?</\1>", re.DOTALL)
"""How a run looks, in a document or a workbook: elements that part no text either."""

_SHARED: Final = re.compile(r"""(<(?:x:)?c\b[^>]*\st=["']s["'][^>]*>\s*)<((?:x:)?v)>[^<]*</\2>""")
"""The number of a shared string in a cell of a workbook: a place in a list, and nothing that anybody reads."""

_ASIDE: Final = re.compile(r"<!--(.*?)-->|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACES: Final = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES: Final = re.compile(r"\s*\n\s*")
_STRETCH: Final = re.compile(rb"[ -~\x80-\xff]{12,}")
_DEEPEST: Final = 3

# Decks of one brand have most of their parts in common, and so have a deck and the same deck after an edit.
_once = lru_cache(maxsize=2048)


def read_zip(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, and its comment; none where it is no zip. A second part of a name gets a number."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, bytes] = {"(comment)": archive.comment} if archive.comment else {}
            for entry in archive.infolist():
                name = entry.filename
                while name in parts:
                    name += " (again)"
                parts[name] = archive.read(entry)
            return parts
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return {}


def readable(parts: Mapping[str, bytes], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Each part with what can be read in it, in small letters; parts of a zip inside as `outer!inner`."""
    for name, data in parts.items():
        inner = _inside(data) if data[:4] == b"PK\3\4" and depth < _DEEPEST else {}
        if inner:
            yield from readable({f"{name}!{part}": content for part, content in inner.items()}, depth + 1)
        else:
            said = normal(_spoken(data)) if name.lower().endswith(_PICTURES) else _said(data)
            yield name, f"{normal(name)}\n{said}".strip()


@_once
def _inside(data: bytes) -> Mapping[str, bytes]:
    return MappingProxyType(read_zip(data))


@_once
def _said(xml: bytes) -> str:
    return normal(_text(_decoded(xml)))


def _spoken(picture: bytes) -> str:
    """What a picture says in words, such as its title: stretches of letters among the bytes."""
    return "\n".join(stretch.decode("utf-8", "ignore") for stretch in _STRETCH.findall(picture))


def normal(said: str) -> str:
    """A text as it is compared: small letters, one space, lines kept apart, nothing that cannot be seen."""
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", said))
    return _LINES.sub("\n", _SPACES.sub(" ", seen)).strip().casefold()


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


def _said_aside(match: re.Match[str]) -> str:
    """What a comment says, on a line of its own, or raw text where it stands."""
    return f"\n{match[1]}\n" if match[2] is None else html.escape(match[2])


def _text(xml: str) -> str:
    xml = _ASIDE.sub(_said_aside, xml) if "<!" in xml else xml
    attributes = "\n".join("".join(said) for said in _TELLING.findall(xml))
    xml = _SHARED.sub(r"\1", xml) if "sheetData>" in xml else xml
    elements = _TAG.sub("\n", _INSIDE_A_PARAGRAPH.sub("", _LOOK.sub("", xml)))
    return html.unescape(f"{elements}\n{attributes}")
