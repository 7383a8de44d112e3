"""XML of others, read so that nothing in it acts. In: the bytes of a part. Out: its root element, or None."""

from __future__ import annotations

from typing import Any

from lxml import etree


def parsed(data: bytes) -> Any:
    """The root element of a part, without comments; None where it is not well-formed XML, or has no canonical form.

    The latter goes for a namespace by a relative address, which no Office program writes and none of its readers ask
    for alike.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
        etree.tostring(root, method="c14n", exclusive=True)
    except (etree.LxmlError, ValueError, LookupError):
        return None
    return None if root is None or root.getroottree().docinfo.doctype else root
