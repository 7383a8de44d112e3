"""In: a marker's name. Out: what the template and the slides both write for it: bullets, numbers, page numbers."""

from __future__ import annotations

MARKERS = {
    "none": "<a:buNone/>",
    "bullet": '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>',
    "number": '<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="+mj-lt"/>'
    '<a:buAutoNum type="arabicPeriod"/>',
}


def marker(name: str, number: int) -> str:
    """The marker of a paragraph; a numbered list begins at `number`."""
    begins = f' startAt="{number}"/>' if name == "number" and number > 1 else "/>"
    return MARKERS[name].removesuffix("/>") + begins


PAGE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The id of every page number field."""
