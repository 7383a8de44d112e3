"""What a part says, in one spelling: the same after PowerPoint saves it again, another after an edit.

In: the bytes of a part and what its relationships lead to. Out: a digest.

All of the XML counts, but for what PowerPoint writes as it likes: what `canonical` takes out, the order of
attributes, how a text is cut into runs, the look of a paragraph's end, the spelling of numbers in a chart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, C, P, R
from deckgen.powerpoint.readback.canonical import settle

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, collect_ids=False
)
_EXTENSIONS = tuple(f"{{{space}}}extLst" for space in (P, A, C))
_REFERENCES: Any = etree.XPath("//@r:*", namespaces={"r": R})
_REFERENCE_PREFIX = re.compile(rf"""xmlns:([\w.-]+)=["']{re.escape(R)}["']""".encode())

# Paths of a drawn logo are most of a template's bytes, and every program spells them alike: they count as they stand.
_PATHS = re.compile(rb"<a:pathLst>.*?</a:pathLst>", re.DOTALL)
_NO_TEXT = re.compile(rb"<a:r>(?>(?:<a:rPr.*?</a:rPr>)?)<a:t></a:t></a:r>", re.DOTALL)
_CUT = re.compile(rb"(<a:r>(?>(?:<a:rPr.*?</a:rPr>)?)<a:t>)[^<]*(?:</a:t></a:r>\1[^<]*)+", re.DOTALL)
_VALUE = re.compile(rb"(?<=<c:v>)[^<]+")


def fingerprint(data: bytes, targets: Mapping[str, str]) -> str:
    """32 hexadecimal digits. `targets`: what each relationship leads to, in words that do not depend on its id.

    Raises ValueError for XML that is broken or carries a document type.
    """
    return tree_fingerprint(tree(data), targets, may_refer(data))


def tree(data: bytes) -> Any:
    """The tree of a part with its extension lists, drawn paths as digests. Raises ValueError as `parsed` does."""
    return parsed(_PATHS.sub(_path_digest, data) if b"<a:pathLst>" in data else data, extensions=True)


def may_refer(data: bytes) -> bool:
    """Whether any attribute may name a relationship: to look for them in the tree takes longer than to write most."""
    return any(b" %b:" % prefix in data for prefix in set(_REFERENCE_PREFIX.findall(data)))


def tree_fingerprint(root: Any, targets: Mapping[str, str], refers: bool = True) -> str:
    """The fingerprint of a part that has been read; its tree is changed on the way. Raises ValueError as above.

    `refers`: False where it is known that nothing in it names a relationship.
    """
    for reference in _REFERENCES(root) if refers else ():
        reference.getparent().set(reference.attrname, targets.get(reference, ""))
    settle(root)
    said = "\x1f".join(sorted(set(targets.values()))).encode("utf-8", "surrogatepass")
    try:
        spelt = etree.tostring(root, method="c14n", exclusive=True)
    except etree.LxmlError as unspeakable:  # such as a namespace that is a relative address
        raise ValueError(str(unspeakable)) from unspeakable
    return bytes_fingerprint(said + b"\x1e" + _respelled(spelt))


def bytes_fingerprint(data: bytes) -> str:
    """The fingerprint of a part that is no XML, or XML that is kept as it is."""
    return blake2b(data, digest_size=16).hexdigest()


def parsed(data: bytes, *, extensions: bool = False) -> Any:
    """The root element, without extension lists unless they are asked for; entities are never resolved."""
    try:
        root: Any = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as broken:
        raise ValueError(str(broken)) from broken
    if data.find(b"<!DOCTYPE") >= 0 or root.getroottree().docinfo.doctype:
        raise ValueError("a part of a package carries no document type")
    if not extensions and b"extLst" in data:
        etree.strip_elements(root, *_EXTENSIONS, with_tail=False)
    return root


def one_spelling(number: str) -> str:
    """A number as one spelling, for a value may be written 0.5 or 0.50000000000000000; any other text as it is."""
    try:
        return repr(float(number))
    except ValueError:
        return number


def _respelled(text: bytes) -> bytes:
    """Canonical XML with neighbouring runs of one look as one, and without runs that say nothing."""
    if b"<a:t></a:t>" in text:
        text = _NO_TEXT.sub(b"", text)
    if b"</a:r><a:r>" in text:
        text = _CUT.sub(_mended, text)
    return _VALUE.sub(_number, text) if b"<c:v>" in text else text


def _mended(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"</a:t></a:r>" + found[1], b"")


def _number(found: re.Match[bytes]) -> bytes:
    return one_spelling(found[0].decode()).encode()


def _path_digest(found: re.Match[bytes]) -> bytes:
    return f'<a:pathLst digest="{bytes_fingerprint(found[0])}"/>'.encode()
