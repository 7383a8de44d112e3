"""Codes of client templates, which no text can bring about: each file is made, and `deckgen check` looks at it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from preflighted import (
    LAYOUT,
    LAYOUT_RELATIONS,
    MAIN,
    MAIN_RELATIONS,
    MASTER,
    MASTER_RELATIONS,
    TYPES,
    Change,
    added,
    changed,
    every,
    related,
    replaced,
    shape,
    substituted,
    tree,
)

from deckgen.codes.table import all_codes
from deckgen.diagnostics import Diagnostics
from deckgen.model.template import TemplateMapping
from deckgen.powerpoint.client_template.adopt.adoption import adopt
from goldens import Held
from projects import GOOD, reported_and_told, write
from templates import made

USUAL: Final = "danish_widescreen"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_PICTURE: Final = (
    '<p:pic><p:nvPicPr><p:cNvPr id="70" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
    '<a:blip r:embed="rId404"/></p:blipFill><p:spPr/></p:pic>'
)
_CHART: Final = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="80" name="Diagram"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="9" y="9"/><a:ext cx="914400" cy="914400"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId98"/>'
    "</a:graphicData></a:graphic></p:graphicFrame>"
)
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NO_LAYOUT: Final = every(
    substituted(MASTER, "<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", ""),
    substituted(MASTER_RELATIONS, '<Relationship [^>]*slideLayout"[^>]*/>', ""),
)
_OF_WORD: Final = "wordprocessingml.document.main+xml"
_WITH_MACROS: Final = "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"

CHANGES: Final[dict[str, Change]] = {
    "template-strict": substituted("_rels/.rels", 'http://schemas[^"]*/relationships(?=/)', _STRICT),
    "template-not-presentation": replaced(TYPES, "presentationml.template.main+xml", _OF_WORD),
    "template-macros": replaced(TYPES, "presentationml.template.main+xml", _WITH_MACROS),
    "template-doctype": replaced(LAYOUT, "<p:sldLayout ", "<!DOCTYPE x><p:sldLayout "),
    "template-bomb": added("ppt/media/zeros.bmp", bytes(40 * 1024 * 1024)),
    "template-doubled-part": added("PPT/Presentation.xml", b"<x/>"),
    "template-size": substituted(MAIN, '<p:sldSz cx="[0-9]+"', '<p:sldSz cx="0"'),
    "template-no-master": substituted(MAIN_RELATIONS, '/slideMaster"', '/other"'),
    "template-no-layouts": _NO_LAYOUT,
    "template-theme-missing": substituted(MASTER_RELATIONS, '<Relationship [^>]*theme"[^>]*/>', ""),
    "template-layout-broken": substituted("ppt/slideLayouts/slideLayout3.xml", "</p:sldLayout>", ""),
    "template-shape-broken": tree(shape().replace("<p:spPr></p:spPr>", "")),
    "template-color-broken": substituted(MASTER, '<a:schemeClr val="tx1"/>', '<a:srgbClr val="#003366"/>', 1),
    "template-picture-missing": tree(_PICTURE),
    "template-object-dropped": every(
        added("ppt/charts/chart1.xml", b"<x/>"),
        related(LAYOUT_RELATIONS, "chart", "../charts/chart1.xml", "rId98"),
        tree(_CHART),
    ),
    "template-null-target": related(LAYOUT_RELATIONS, "image", "NULL"),
    "template-custom-xml": added("customXml/item1.xml", b"<x/>"),
    "template-fonts-embedded": every(
        added("ppt/fonts/font1.fntdata", b"font"), related(MAIN_RELATIONS, "font", "fonts/font1.fntdata")
    ),
    "template-linked": related(LAYOUT_RELATIONS, "image", "file:///C:/logo.png", "rId97", "External"),
}


def _lone(template: bytes, kept: str) -> bytes:
    """A template with one of its slide layouts alone."""
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(template))
    for layout in [layout for layout in presentation.slide_layouts if layout.name != kept]:
        presentation.slide_layouts.remove(layout)
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


FILES: Final[dict[str, bytes]] = {
    **{code: changed(change) for code, change in CHANGES.items()},
    "template-unreadable": b"<html></html>",
    "template-old-format": _COMPOUND + "PowerPoint Document".encode("utf-16-le"),
    "template-encrypted": _COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "template-slides-dropped": made("demo_slides"),
    "template-face-unknown": made("office_faces"),
    "template-no-title": made("titleless_bands"),
    "template-mixed-ground": made("mixed_cover"),
    "template-no-room": _lone(made("no_titles"), "Citat"),
}
MAPPINGS: Final[dict[str, tuple[str, str]]] = {
    "mapping-layout-unknown": (USUAL, "layouts:\n  Forside: Forside\n"),
    "mapping-layout": (USUAL, "layouts:\n  Cover: [Forside]\n"),
    "template-master-unknown": (USUAL, "master: 3\n"),
    "template-layout-unknown": (USUAL, "layouts:\n  Cover: Forsiden\n"),
    "template-layout-full": ("no_titles", "layouts:\n  Diagram: Citat\n"),
}
"""A made template, and the mapping that lies beside it."""
TEMPLATE_CODES: Final = {*FILES, *MAPPINGS, "template-no-slide-layouts"}


@pytest.mark.parametrize("code", FILES)
def test_a_template_has_the_code_of_its_page_and_is_told_as_in_its_golden_text(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held
) -> None:
    monkeypatch.chdir(write(tmp_path, GOOD))
    Path("kunde.pptx").write_bytes(FILES[code])
    found, text = reported_and_told("check", "--template", "kunde.pptx", notes=True)
    held(f"messages/{code}.txt", text)
    assert (code, all_codes()[code].severity) in found
    assert {other for other, severity in found if severity != "info"} <= {code}


@pytest.mark.parametrize("code", MAPPINGS)
def test_a_mapping_has_the_code_of_its_page_and_is_told_as_in_its_golden_text(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held
) -> None:
    name, mapping = MAPPINGS[code]
    monkeypatch.chdir(write(tmp_path, {**GOOD, "kunde.map.yml": mapping}))
    Path("kunde.pptx").write_bytes(made(name))
    found, text = reported_and_told("check", "--template", "kunde.pptx")
    assert (code, all_codes()[code].severity) in found
    held(f"messages/{code}.txt", text)


def test_a_template_without_a_slide_layout_has_the_code_of_its_page() -> None:
    """Preflight puts one in, so that nobody who builds a deck meets it."""
    diagnostics = Diagnostics()
    assert adopt(_lone(made("no_titles"), ""), TemplateMapping(), "kunde.pptx", diagnostics) is None
    assert [one.code for one in diagnostics] == ["template-no-slide-layouts"]
