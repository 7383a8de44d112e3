"""A template file into its parts, or a refusal that says what the file is.

In: the path of a file somebody gave. Out: Opened: parts by name, their content types, and relationships with their
targets as part names. Nothing is unpacked beyond the bounds of `archive`, and no XML with a DOCTYPE is parsed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from deckgen.foreign_xml import parsed
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.client_template.preflight.report import RefusedError
from deckgen.powerpoint.ooxml.archive import DoubledPartError, OversizedFileError, UnreadableFileError, read_parts
from deckgen.powerpoint.ooxml.package import Relation
from deckgen.powerpoint.ooxml.xml import R

_TYPES = "/[content_types].xml"
_XML_ENDS = (".xml", ".rels", ".vml")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_STRICT = "http://purl.oclc.org/ooxml/"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = tuple(f"presentationml.{kind}.main+xml" for kind in ("presentation", "template", "slideshow"))
_SAVE_AS = "open it in PowerPoint and save it as PowerPoint Template (.potx)"


@dataclass(frozen=True, slots=True)
class Opened:
    """A package as plain data. Names start with a slash and are in lower case: capitals do not tell parts apart."""

    parts: Mapping[str, bytes]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    main: str

    def type_of(self, name: str) -> str:
        """The content type of a part, in lower case; empty where none is declared."""
        return self.overrides.get(name) or self.defaults.get(name.rsplit(".", 1)[-1], "")

    def relations_of(self, name: str) -> dict[str, Relation]:
        """The relationships of a part by id. Those that lead to no part of the file have an empty target."""
        return _relations(self.parts, name) if name in self.parts else {}

    def parsed(self, name: str) -> Any:
        """The root element; None where there is no such part or it is not well-formed."""
        return parsed(self.parts.get(name, b""))


def opened(path: Path) -> Opened:
    """The parts of a presentation. Raises RefusedError for any other file, and for one that would do harm."""
    read = _read(path)
    parts = {_named(name): data for name, data in read.items()}
    if len(parts) < len(read):
        raise _doubled()
    _refuse_doctypes(parts)
    types = parsed(parts.get(_TYPES, b""))
    if types is None:
        raise _unreadable("it is no Office file")
    defaults = {_low(one, "Extension"): _low(one, "ContentType") for one in types if _is(one, "Default")}
    overrides = {_low(one, "PartName"): _low(one, "ContentType") for one in types if _is(one, "Override")}
    _refuse_macros(parts, {*defaults.values(), *overrides.values()})
    root = _relations(parts, "/").values()
    if any(relation.type.startswith(_STRICT) for relation in root):
        hint = "open it in PowerPoint and save it as PowerPoint Presentation (.pptx), not as Strict Open XML"
        raise RefusedError("template-strict", "the file is in the Strict form of Open XML", hint)
    main = next((relation.target for relation in root if relation.type == f"{R}/officeDocument"), "")
    package = Opened(parts, defaults, overrides, main)
    if not package.type_of(main).endswith(_MAIN_TYPES):
        raise RefusedError("template-not-presentation", "the file is no PowerPoint presentation", _SAVE_AS)
    return package


def _read(path: Path) -> dict[str, bytes]:
    try:
        if not path.is_file():
            raise RefusedError("template-unreadable", "there is no such file", "see that the path is right")
        with path.open("rb") as file:
            head = file.read(len(_COMPOUND))
        if head == _COMPOUND:
            raise _compound(path)
        return read_parts(path, lambda name: not name.endswith(("/", "\\")))
    except OSError as problem:
        raise _unreadable(problem.strerror or type(problem).__name__) from problem
    except OversizedFileError as bomb:
        message = f"unpacked, the file is far larger than a template: {bomb}"
        raise RefusedError("template-bomb", message, "take out what is large, or ask who made it") from bomb
    except DoubledPartError as doubled:
        raise _doubled() from doubled
    except UnreadableFileError as broken:
        raise _unreadable(str(broken)) from broken


def _unreadable(reason: str) -> RefusedError:
    hint = f"it may have been copied in part, or be something else; {_SAVE_AS}"
    return RefusedError("template-unreadable", f"the file cannot be read: {reason}", hint)


def _doubled() -> RefusedError:
    message = "the file holds two parts of one name, and nobody can tell which of them counts"
    return RefusedError("template-doubled-part", message, _SAVE_AS)


def _compound(path: Path) -> RefusedError:
    """Before Open XML every Office file began like this; a file under a password still does."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return RefusedError(
            "template-encrypted",
            "the file is protected by a password",
            "open it in PowerPoint, take the password off (File, Info, Protect Presentation) and save it",
        )
    return RefusedError("template-old-format", "the file is in the form of PowerPoint 97 to 2003", _SAVE_AS)


def _refuse_doctypes(parts: Mapping[str, bytes]) -> None:
    for name, data in parts.items():
        if name.endswith(_XML_ENDS) and any(sign in data for sign in _DOCTYPES):
            message = f"`{name}` declares a DOCTYPE, which no Office file does"
            raise RefusedError("template-doctype", message, f"do not trust the file; {_SAVE_AS}")


def _refuse_macros(parts: Mapping[str, bytes], types: set[str]) -> None:
    signs = ("macroenabled", "vbaproject")
    if any(sign in said for sign in signs for said in types) or any("vbaproject" in name for name in parts):
        hint = "open it in PowerPoint and save it as PowerPoint Template (.potx), which leaves the macros out"
        raise RefusedError("template-macros", "the file holds macros, or may hold them", hint)


def _named(name: str) -> str:
    """The part name of an entry; some programs write backslashes."""
    return "/" + unquote(name).replace("\\", "/").lstrip("/").lower()


def _is(element: Any, name: str) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname == name


def _low(element: Any, attribute: str) -> str:
    return unquote(element.get(attribute, "")).lower()


def _relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    folder, file = name.rsplit("/", 1)
    root = parsed(parts.get(f"{folder}/_rels/{file}.rels", b""))
    found: dict[str, Relation] = {}
    for one in () if root is None else root:
        if _is(one, "Relationship") and one.get("Id"):
            found.setdefault(one.get("Id"), _relation(one, folder or "/", parts))
    return found


def _relation(element: Any, folder: str, parts: Mapping[str, bytes]) -> Relation:
    target, kind = element.get("Target", ""), element.get("Type", "")
    if element.get("TargetMode") == "External":
        return Relation(element.get("Id"), kind, target, external=True)
    plain = unquote(target.partition("#")[0]).replace("\\", "/").lower()
    name = posixpath.normpath(posixpath.join(folder, plain)).replace("//", "/")
    return Relation(element.get("Id"), kind, name if name in parts else "")
