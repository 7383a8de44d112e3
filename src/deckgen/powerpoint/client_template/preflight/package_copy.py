"""A new package with the masters, layouts and themes of an opened file, and nothing else.

In: Opened. Out: parts under names of our own, each reached from the presentation, each relationship used. What is
not copied cannot leak: slides, notes, comments, properties, custom XML, settings and their names stay behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from deckgen.model.theme import SCHEME, Color, Theme
from deckgen.powerpoint.client_template.preflight.broken_colors import mend_colors
from deckgen.powerpoint.client_template.preflight.package_reader import Opened
from deckgen.powerpoint.client_template.preflight.pictures import Pictures
from deckgen.powerpoint.client_template.preflight.privacy import (
    without_asides,
    without_extensions,
    without_foreign,
    without_headers,
    without_names,
    without_style_names,
    without_unseen,
)
from deckgen.powerpoint.client_template.preflight.references import mend_references
from deckgen.powerpoint.client_template.preflight.report import RefusedError, Report
from deckgen.powerpoint.client_template.preflight.sheets import (
    is_sheet,
    mend_color_map,
    mend_measures,
    mend_sheet,
    plain_text,
)
from deckgen.powerpoint.client_template.preflight.substitute import substitute_layout
from deckgen.powerpoint.ooxml.package import Part, Relation, Relations
from deckgen.powerpoint.ooxml.xml import A, P, R
from deckgen.powerpoint.own_template.parts import MASTER_ID, NOTES_HEIGHT, NOTES_WIDTH, theme_part

MAIN = "/ppt/presentation.xml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_LEAST_SIDE, _MOST_SIDE = 914_400, 51_206_400
_USUAL_SIZE = (9_144_000, 6_858_000)
_CLIPPED = 24
"""Letters of a broken value that a message repeats."""
_SCHEMES = ("http", "https", "mailto")
_OWN_COLORS = ["000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"]
_THEME_NEEDS = ("clrScheme", "fontScheme", "fmtScheme")


class Rebuilt:
    """The new package while it is put together."""

    def __init__(self, package: Opened, report: Report) -> None:
        self._package, self._report = package, report
        self._pictures = Pictures(package)
        self._parts: list[Part] = []
        self._counts: dict[str, int] = {}
        self._main = Relations()
        self._next_id = MASTER_ID
        self._layouts_taken: set[str] = set()
        self._no_colors: set[str] = set()
        self._page, self._notes_page = _USUAL_SIZE, (NOTES_WIDTH, NOTES_HEIGHT)

    def parts(self) -> list[Part]:
        """All parts, the presentation first. Raises RefusedError where there is nothing to build decks with."""
        source = self._package.parsed(self._package.main)
        if source is None or source.tag != f"{{{P}}}presentation":
            hint = "open it in PowerPoint, let it repair the file, and save it as PowerPoint Template (.potx)"
            raise RefusedError("template-unreadable", "the part that lists masters and slides is broken", hint)
        root = etree.Element(f"{{{P}}}presentation", nsmap={"a": A, "r": R, "p": P})
        if source.get("rtl") in ("1", "true"):
            root.set("rtl", "1")
        self._page, self._notes_page = _sizes(source)
        self._masters(source, root)
        for kind in ("notesMaster", "handoutMaster"):
            self._other_master(kind, root)
        for name, (width, height) in (("sldSz", self._page), ("notesSz", self._notes_page)):
            etree.SubElement(root, f"{{{P}}}{name}", cx=str(width), cy=str(height))
        self._main.add("theme", "/ppt/theme/theme1.xml")
        self._table_styles()
        styles = source.find(f"{{{P}}}defaultTextStyle")
        if styles is not None:
            mend_measures(styles)
            plain_text(styles)
            self._mend_colors(styles)
            mend_references(styles, lambda _: None)
            root.append(styles)
        main = Part(MAIN, f"{_OFFICE}.presentationml.presentation.main+xml", _bytes(root), self._main.all)
        return [main, *self._parts, *self._pictures.parts]

    def _masters(self, source: Any, root: Any) -> None:
        listed = etree.SubElement(root, f"{{{P}}}sldMasterIdLst")
        names = self._listed(self._package.main, source, "sldMasterId", "slideMaster")
        for name in names:
            self._master(name, listed)
        for name in names if len(listed) == 0 else ():
            self._master(name, listed, substitute=True)
        if len(listed) == 0:
            hint = "open it in PowerPoint, View, Slide Master: there has to be one master with a layout"
            raise RefusedError("template-no-master", "the file has no slide master that can be read", hint)

    def _listed(self, owner: str, root: Any, tag: str, kind: str) -> list[str]:
        """The parts that a list of ids names, in its order, each once; where there is no list, those related."""
        relations = self._package.relations_of(owner)
        ids = [entry.get(f"{{{R}}}id", "") for entry in root.iter(f"{{{P}}}{tag}")] or list(relations)
        found = [relations[id].target for id in ids if id in relations and relations[id].type == f"{R}/{kind}"]
        return list(dict.fromkeys(target for target in found if target))

    def _master(self, source: str, listed: Any, *, substitute: bool = False) -> None:
        """Take over a master with its layouts. One without any shows on no slide, and is left out where others do."""
        root = self._package.parsed(source)
        if not is_sheet(root, "sldMaster"):
            self._broken("a slide master")
            return
        names = self._listed(source, root, "sldLayoutId", "slideLayout")
        layouts = [(name, sheet) for name in names if (sheet := self._layout(name)) is not None]
        if not layouts and substitute:
            layouts = [("", substitute_layout(root))]
            message = "the file has no slide layout: one with the master's placeholders stands in"
            self._report.warn("template-no-layouts", message, "in PowerPoint: View, Slide Master, Insert Layout")
        if not layouts:
            return
        name, relations, own_id = self._name("slideMaster"), Relations(), self._take_id()
        entries = _emptied_list(root)
        for layout, sheet in layouts:
            made = self._write_layout(layout, sheet, name)
            etree.SubElement(entries, f"{{{P}}}sldLayoutId", {"id": self._take_id(), f"{{{R}}}id": "-"})
            entries[-1].set(f"{{{R}}}id", relations.add("slideLayout", made))
        relations.add("theme", self._theme(source))
        mend_color_map(root)
        root.remove(entries)
        self._mend(source, root, relations, "a slide master")
        _insert_list(root, entries)
        self._add(name, "slideMaster", root, relations)
        entry = etree.SubElement(listed, f"{{{P}}}sldMasterId", {"id": own_id})
        entry.set(f"{{{R}}}id", self._main.add("slideMaster", name))

    def _layout(self, source: str) -> Any:
        """The root of a layout; None for one that is broken or that another master has already."""
        root = self._package.parsed(source)
        if not is_sheet(root, "sldLayout"):
            self._broken("a slide layout")
            return None
        if source in self._layouts_taken:
            return None
        self._layouts_taken.add(source)
        return root

    def _write_layout(self, source: str, root: Any, master: str) -> str:
        name, relations = self._name("slideLayout"), Relations()
        relations.add("slideMaster", master)
        override = self._related(source, "themeOverride")
        if override:
            relations.add("themeOverride", self._theme_like(override, "themeOverride"))
        titled = root.find(f"{{{P}}}cSld").get("name", "")
        self._mend(source, root, relations, f"the layout `{titled}`")
        self._add(name, "slideLayout", root, relations)
        return name

    def _other_master(self, kind: str, root: Any) -> None:
        source = self._related(self._package.main, kind)
        sheet = self._package.parsed(source) if source else None
        if not is_sheet(sheet, kind):
            return
        name, relations = self._name(kind), Relations()
        relations.add("theme", self._theme(source))
        mend_color_map(sheet)
        without_headers(sheet)
        self._mend(source, sheet, relations, "")
        self._add(name, kind, sheet, relations)
        entry = etree.SubElement(etree.SubElement(root, f"{{{P}}}{kind}IdLst"), f"{{{P}}}{kind}Id")
        entry.set(f"{{{R}}}id", self._main.add(kind, name))

    def _theme(self, owner: str) -> str:
        """The theme of a master, as a part of its own; one in Office's colours where it has none."""
        source = self._related(owner, "theme")
        root = self._package.parsed(source) if source else None
        if root is not None and root.tag == f"{{{A}}}theme":
            held = root.find(f"{{{A}}}themeElements")
            if held is not None and all(held.find(f"{{{A}}}{need}") is not None for need in _THEME_NEEDS):
                return self._theme_like(source, "theme")
        self._report.warn(
            "template-theme-missing",
            "a master has no theme of its own: Office's colours and Calibri stand in",
            "in PowerPoint: View, Slide Master, Colors and Fonts; choose yours and save",
        )
        name = self._name("theme")
        self._parts.append(Part(name, f"{_OFFICE}.theme+xml", theme_part(_office_theme()).encode()))
        return name

    def _theme_like(self, source: str, kind: str) -> str:
        root, relations, name = self._package.parsed(source), Relations(), self._name(kind)
        without_names(root)
        self._mend_references(source, root, relations, "the theme")
        self._parts.append(Part(name, f"{_OFFICE}.{kind}+xml", _bytes(root), relations.all))
        return name

    def _table_styles(self) -> None:
        source = self._related(self._package.main, "tableStyles")
        root = self._package.parsed(source) if source else None
        if root is None or root.tag != f"{{{A}}}tblStyleLst":
            return
        relations = Relations()
        without_style_names(root)
        self._mend_references(source, root, relations, "a table style")
        name = "/ppt/tableStyles.xml"
        self._parts.append(Part(name, f"{_OFFICE}.presentationml.tableStyles+xml", _bytes(root), relations.all))
        self._main.add("tableStyles", name)

    def _mend(self, source: str, root: Any, relations: Relations, where: str) -> None:
        if mend_sheet(root) and where:
            self._report.warn(
                "template-shape-broken",
                f"{where} holds a shape that is broken: it was left out",
                "open the file in PowerPoint, let it repair the file, and save it",
            )
        without_foreign(root)
        without_unseen(root, *(self._page if where else self._notes_page))
        without_asides(root)
        self._mend_references(source, root, relations, where)

    def _mend_references(self, source: str, root: Any, relations: Relations, where: str) -> None:
        """`where` is what a warning calls the sheet; empty for one that no slide shows."""
        without_extensions(root)
        self._mend_colors(root)
        known = self._package.relations_of(source)
        lost = mend_references(root, lambda id: self._kept(known.get(id), relations))
        if where and "picture" in lost:
            self._report.warn(
                "template-picture-missing",
                f"{where} shows a picture that is not in the file: the place stays empty",
                "put the picture in again in PowerPoint (Insert, not Link) and save",
            )
        if where and "object" in lost:
            self._report.warn(
                "template-object-dropped",
                f"{where} holds a chart, a diagram or an embedded object: it was left out, for it carries data",
                "paste it as a picture in PowerPoint and save",
            )

    def _mend_colors(self, root: Any) -> None:
        for said in mend_colors(root):
            if said not in self._no_colors:
                self._no_colors.add(said)
                message = f"`{said[:_CLIPPED]}` is no colour: text's own, or what was meant, stands in"
                self._report.warn("template-color-broken", message, "choose the colour again in PowerPoint, and save")

    def _kept(self, relation: Relation | None, relations: Relations) -> str | None:
        if relation is None:
            return None
        if relation.type == f"{R}/image" and not relation.external:
            name = self._pictures.kept(relation.target) if relation.target else None
            return None if name is None else relations.add("image", name)
        if relation.type == f"{R}/hyperlink" and relation.external and _leads_out(relation.target):
            return relations.add("hyperlink", relation.target, external=True)
        return None

    def _related(self, owner: str, kind: str) -> str:
        relations = self._package.relations_of(owner).values()
        return next((one.target for one in relations if one.type == f"{R}/{kind}" and not one.external), "")

    def _broken(self, what: str) -> None:
        self._report.warn(
            "template-layout-broken",
            f"{what} is broken and was left out",
            "open the file in PowerPoint, let it repair the file, and save it",
        )

    def _name(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        folder = "theme" if kind.startswith("theme") else f"{kind}s"
        return f"/ppt/{folder}/{kind}{self._counts[kind]}.xml"

    def _take_id(self) -> str:
        self._next_id += 1
        return str(self._next_id - 1)

    def _add(self, name: str, kind: str, root: Any, relations: Relations) -> None:
        self._parts.append(Part(name, f"{_OFFICE}.presentationml.{kind}+xml", _bytes(root), relations.all))


def _emptied_list(root: Any) -> Any:
    listed = root.find(f"{{{P}}}sldLayoutIdLst")
    if listed is None:
        listed = etree.SubElement(root, f"{{{P}}}sldLayoutIdLst")
    for entry in list(listed):
        listed.remove(entry)
    return listed


def _insert_list(root: Any, listed: Any) -> None:
    """After the map of colours, where the schema wants it."""
    root.find(f"{{{P}}}clrMap").addnext(listed)


def _sizes(source: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Width and height of slides and of notes. A file without a slide size is 4:3, as PowerPoint reads it."""
    said = source.find(f"{{{P}}}sldSz")
    width, height = _USUAL_SIZE if said is None else (_side(said, "cx"), _side(said, "cy"))
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in (width, height)):
        hint = "set it in PowerPoint: Design, Slide Size"
        raise RefusedError("template-size", "the slides have a size that PowerPoint does not allow", hint)
    notes = source.find(f"{{{P}}}notesSz")
    sides = (0, 0) if notes is None else (_side(notes, "cx"), _side(notes, "cy"))
    return (width, height), (sides if all(sides) else (NOTES_WIDTH, NOTES_HEIGHT))


def _side(element: Any, name: str) -> int:
    said = element.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _leads_out(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _office_theme() -> Theme:
    colors: Mapping[Color, str] = dict(zip(SCHEME, _OWN_COLORS, strict=True))
    return Theme("Office", "Calibri", "Calibri", colors, *_USUAL_SIZE)


def _bytes(root: Any) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
