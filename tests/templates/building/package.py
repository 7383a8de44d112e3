"""In: a Design. Out: the bytes of its file, as PowerPoint would lay the package out, with somebody's name in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from io import BytesIO
from posixpath import relpath

from templates.building.parts import Design, Holder, Layout, Levels, Look, Master
from templates.building.sheet_xml import HEAD, NS, emu, layout_xml, levels_xml, master_xml
from templates.building.theme_xml import theme_xml

OFFICE = "application/vnd.openxmlformats-officedocument"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NOTES_LOOK = Look("Office", "000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72")
_FIRST_ID = 2147483648


@dataclass
class Related:
    """The relationships of one part, numbered as they come up."""

    folder: str
    media: dict[str, bytes]
    targets: dict[tuple[str, str], str] = field(default_factory=dict)

    def to(self, kind: str, target: str) -> str:
        return self.targets.setdefault((kind, target), f"rId{len(self.targets) + 1}")

    def __call__(self, kind: str, data: bytes) -> str:
        """The id of a relationship to a picture, which becomes a part on first use."""
        name = f"ppt/media/{sha256(data).hexdigest()[:12]}.png"
        self.media[name] = data
        return self.to(kind, name)

    def xml(self) -> bytes:
        entries = "".join(
            f'<Relationship Id="{id}" Type="{kind if kind.startswith("http") else f"{R}/{kind}"}" '
            f'Target="{relpath(target, self.folder or ".")}"/>'
            for (kind, target), id in self.targets.items()
        )
        return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'.encode()


class Package:
    """Parts, their types and relationships, put down one by one."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.media: dict[str, bytes] = {}

    def related(self, name: str) -> Related:
        return Related(name.rpartition("/")[0], self.media)

    def add(self, name: str, content_type: str, text: str, related: Related | None = None) -> None:
        self.entries[name], self.types[name] = text.encode(), content_type
        if related is not None and related.targets:
            folder, _, file = name.rpartition("/")
            self.entries[f"{folder}/_rels/{file}.rels"] = related.xml()

    def bytes(self, root: Related) -> bytes:
        types = self.types.items()
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types)
        defaults = (
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
        )
        listed = f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
        held = {"[Content_Types].xml": listed.encode(), "_rels/.rels": root.xml(), **self.entries, **self.media}
        return packed(held)


def packed(entries: dict[str, bytes]) -> bytes:
    """A zip with fixed dates."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in entries.items():
            package.writestr(zipfile.ZipInfo(name, (2019, 5, 6, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def file_of(design: Design) -> bytes:
    package = Package()
    main_name = "ppt/presentation.xml"
    main, ids = package.related(main_name), iter(range(_FIRST_ID, _FIRST_ID + 10_000))
    masters = [(next(ids), main.to("slideMaster", _master(package, one, ids))) for one in design.masters]
    notes = ""
    if design.notes_master:
        id = main.to("notesMaster", _notes(package))
        notes = f'<p:notesMasterIdLst><p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>'
    main.to("theme", "ppt/theme/theme1.xml")
    listed = "".join(f'<p:sldMasterId id="{id}" r:id="{relation}"/>' for id, relation in masters)
    usual = levels_xml(Levels(sizes=(18,) * 3, markers=("-",) * 3), "+mn", main)
    text = (
        f'{HEAD}<p:presentation {NS} saveSubsetFonts="1"><p:sldMasterIdLst>{listed}</p:sldMasterIdLst>{notes}'
        f'<p:sldSz cx="{emu(design.size[0])}" cy="{emu(design.size[1])}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{usual}</p:defaultTextStyle></p:presentation>"
    )
    kind = "template" if design.potx else "presentation"
    package.add(main_name, f"{OFFICE}.presentationml.{kind}.main+xml", text, main)
    root = Related("", {})
    root.to("officeDocument", main_name)
    _properties(package, root, design.author)
    return package.bytes(root)


def _master(package: Package, master: Master, ids: Iterator[int]) -> str:
    number = 1 + sum(name.startswith("ppt/slideMasters/slideMaster") for name in package.types)
    name = f"ppt/slideMasters/slideMaster{number}.xml"
    related = package.related(name)
    layouts = [(next(ids), related.to("slideLayout", _layout(package, one, name))) for one in master.layouts]
    related.to("theme", _theme(package, master.look))
    package.add(name, f"{OFFICE}.presentationml.slideMaster+xml", master_xml(master, layouts, related), related)
    return name


def _layout(package: Package, layout: Layout, master: str) -> str:
    number = 1 + sum(name.startswith("ppt/slideLayouts/") for name in package.types)
    name = f"ppt/slideLayouts/slideLayout{number}.xml"
    related = package.related(name)
    related.to("slideMaster", master)
    package.add(name, f"{OFFICE}.presentationml.slideLayout+xml", layout_xml(layout, related), related)
    return name


def _theme(package: Package, look: Look) -> str:
    name = f"ppt/theme/theme{1 + sum(name.startswith('ppt/theme/') for name in package.types)}.xml"
    package.add(name, f"{OFFICE}.theme+xml", theme_xml(look))
    return name


def _notes(package: Package) -> str:
    name = "ppt/notesMasters/notesMaster1.xml"
    related = package.related(name)
    related.to("theme", _theme(package, _NOTES_LOOK))
    holders = (
        Holder("sldImg", 2, (0.75, 1.25, 6.0, 3.375), "Pladsholder til slidebillede"),
        Holder("body", 1, (0.75, 4.8, 6.0, 3.9), "Pladsholder til noter"),
    )
    sheet = master_xml(Master(_NOTES_LOOK, holders, ()), [], related)
    for was, now in (
        ("p:sldMaster", "p:notesMaster"),
        ("<p:sldLayoutIdLst></p:sldLayoutIdLst>", ""),
        (sheet[sheet.index("<p:txStyles>") : sheet.index("</p:txStyles>") + 13], ""),
    ):
        sheet = sheet.replace(was, now)
    picture = sheet.index('type="sldImg"')
    start = sheet.index("<p:txBody>", picture)
    sheet = sheet[:start] + sheet[sheet.index("</p:txBody>", start) + 11 :]
    package.add(name, f"{OFFICE}.presentationml.notesMaster+xml", sheet, related)
    return name


def _properties(package: Package, root: Related, author: str) -> None:
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Skabelon</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator><cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2019-05-06T12:00:00Z</dcterms:created></cp:coreProperties>'
    )
    extended = (
        f'{HEAD}<Properties xmlns="{R.replace("/relationships", "/extended-properties")}">'
        f"<Application>Microsoft Office PowerPoint</Application><Manager>{escape(author)}</Manager>"
        "<Company>Designbureauet</Company></Properties>"
    )
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core)
    package.add("docProps/app.xml", f"{OFFICE}.extended-properties+xml", extended)
    root.to(f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    root.to("extended-properties", "docProps/app.xml")
