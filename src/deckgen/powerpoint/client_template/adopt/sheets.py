"""What stands on the slide layouts of a client's template.

In: a template opened by python-pptx. Out: each slide layout as plain facts: placeholders, what is drawn, the ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, Literal

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.units import EMU_PER_INCH, Box
from deckgen.powerpoint.client_template.adopt.grounds import Drawn, drawn_on, page_ground, page_picture
from deckgen.powerpoint.ooxml.colors import Scheme, colored, scheme_of
from deckgen.powerpoint.ooxml.placeholders import (
    TITLES,
    align_of,
    anchor_of,
    bodies,
    by_type,
    first_levels,
    first_said,
    is_bold,
    place_of,
    placeholders,
    run_defaults,
    with_parent,
)
from deckgen.powerpoint.ooxml.xml import A, P, R

_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
MOST_SIZE = 200.0
UNNAMED = "without a name"


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder: `box` is the whole, `inner` what its insets leave. Colour and size are what its text gets."""

    name: str
    index: int
    type: str
    box: Box
    inner: Box
    anchor: Literal["top", "middle", "bottom"]
    size: float
    bold: bool
    caps: bool
    align: Literal["left", "center", "right"]
    color: str
    face: str
    """The face that its styles name: one of the theme's as `+mj-lt` or `+mn-lt`, or another by its name."""
    hang: int | None
    """Hanging indent of its first level in EMU; None where it has no bullet."""
    fill: str
    """The ground that the placeholder brings itself, as `RRGGBB`; empty: none."""
    upright: bool
    """Neither turned nor written downwards."""
    settled: bool
    """Its text wraps in one column, and no other placeholder of its slide layout has its index."""

    @property
    def open(self) -> Box:
        """What it holds of a chart or a table: from its top down, on the edges of its text."""
        return Box(self.inner.x, self.box.y, self.inner.width, self.box.height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide layout. `master` counts from 0; `drawn` is what stands there for every slide, back to front."""

    part: str
    master: int
    name: str
    type: str
    holders: tuple[Holder, ...]
    drawn: tuple[Drawn, ...]
    ground: str
    """`RRGGBB` of the page behind everything drawn; empty where it is a picture that cannot be read."""
    label: str = ""
    """What people call it: its name in one line, with a number where its master has that name already."""

    @property
    def title(self) -> Holder | None:
        return next((one for one in self.holders if one.type in TITLES and one.upright), None)

    def of(self, *types: str) -> list[Holder]:
        return [one for one in self.holders if one.type in types and one.upright]


@dataclass(frozen=True, slots=True)
class Master:
    """A slide master with its slide layouts, the colours of its theme and its two faces."""

    number: int
    scheme: Scheme
    heading_face: str
    body_face: str
    body: Box | None
    """What the master's own body placeholder leaves within its insets."""
    ground: str
    sheets: tuple[Sheet, ...]


def read_masters(presentation: Any) -> tuple[Master, ...]:
    return tuple(_master(presentation, number, one) for number, one in enumerate(presentation.slide_masters))


def _master(presentation: Any, number: int, master: Any) -> Master:
    theme = _theme(master.part)
    scheme = scheme_of(theme, master.element.find(f"{{{P}}}clrMap"))
    heading, body_face = _face(theme, "major"), _face(theme, "minor")
    own = by_type(master.element)
    body = place_of((own["body"],)) if "body" in own else None
    page = Box(0, 0, int(presentation.slide_width), int(presentation.slide_height))
    sheets = tuple(
        _sheet(layout, number, master, own, scheme, (heading, body_face), page) for layout in master.slide_layouts
    )
    ground = page_ground((master,), scheme, theme)
    inner = body.inset(*_insets((own["body"],))) if body else None
    return Master(number, scheme, heading, body_face, inner, ground, tuple(_labelled(sheets)))


def _labelled(sheets: tuple[Sheet, ...]) -> Iterator[Sheet]:
    """Names may be missing, repeated or hold line breaks; a mapping has to tell the slide layouts apart."""
    taken: set[str] = set()
    for sheet in sheets:
        label = plain = plain_name(sheet.name) or UNNAMED
        numbers = count(2)
        while label in taken:
            label = f"{plain} ({next(numbers)})"
        taken.add(label)
        yield replace(sheet, label=label)


def plain_name(name: str) -> str:
    """A name in one line, without what cannot be shown."""
    return " ".join("".join(one if one.isprintable() else " " for one in name).split())


def _theme(part: Any) -> Any:
    from lxml import etree

    found = next((rel.target_part for rel in part.rels.values() if rel.reltype == f"{R}/theme"), None)
    return None if found is None else etree.fromstring(found.blob)


def _face(theme: Any, which: str) -> str:
    found = None if theme is None else theme.find(f".//{{{A}}}{which}Font/{{{A}}}latin")
    return "" if found is None else found.get("typeface", "")


def _sheet(
    layout: Any, number: int, master: Any, own: Mapping[str, Any], scheme: Scheme, faces: tuple[str, str], page: Box
) -> Sheet:
    override = layout.element.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")
    if override is not None:
        scheme = scheme_of(_theme(master.part), master.element.find(f"{{{P}}}clrMap"), override)
    shown = layout.element.get("showMasterSp", "1") not in ("0", "false")
    sources = (layout, master) if shown else (layout,)
    drawn = page_picture((layout, master), page)
    drawn += tuple(one for source in reversed(sources) for one in drawn_on(source, scheme, page))
    read = (_holder(*entry, own, master, scheme, faces) for entry in placeholders(layout.element))
    found = [one for one in read if one is not None and _on(page, one.box)]
    indices = [one.index for one in found]
    holders = tuple(one if indices.count(one.index) == 1 else _doubled(one) for one in found)
    ground = page_ground((layout, master), scheme, _theme(master.part))
    kind = layout.element.get("type", "")
    return Sheet(str(layout.part.partname), number, layout.name or "", kind, holders, drawn, ground)


def _on(page: Box, box: Box) -> bool:
    """Whether a placeholder stands on the page; some templates park what they do not want to be seen beside it."""
    slack = page.width // 50
    return page.contains(box, slack)


def _doubled(holder: Holder) -> Holder:
    return replace(holder, settled=False)


def _holder(
    kind: str, index: int, shape: Any, own: Mapping[str, Any], master: Any, scheme: Scheme, faces: tuple[str, str]
) -> Holder | None:
    shapes = with_parent(kind, shape, own)
    box = place_of(shapes)
    if box is None:
        return None
    levels = first_levels(kind, shapes, master.element)
    runs = run_defaults(levels)
    color = next((one for run in runs if (one := colored(run, scheme))), "") or scheme["tx1"]
    name = shape.find(f"*/{{{P}}}cNvPr").get("name", "")
    face = next((one for run in runs if (one := _typeface(run))), "")
    texts = bodies(shapes)
    upright = all(one.get("vert", "horz") == "horz" for one in texts) and not _turned(shape)
    return Holder(
        name, index, kind, box, box.inset(*_insets(shapes)),
        anchor_of(shapes),
        min(int(first_said(runs, "sz", "1800")) / 100, MOST_SIZE),
        is_bold(runs),
        first_said(runs, "cap", "none") == "all",
        align_of(levels),
        color,
        _theme_face(face, kind, faces),
        _hang(levels),
        _fill(shapes, scheme),
        upright,
        first_said(texts, "wrap", "square") == "square" and first_said(texts, "numCol", "1") == "1",
    )  # fmt: skip


def _fill(shapes: tuple[Any, ...], scheme: Scheme) -> str:
    """The fill of a placeholder, its own first; one that says it has none takes none from its master."""
    for shape in shapes:
        own = shape.find(f"{{{P}}}spPr")
        if own is not None and own.find(f"{{{A}}}noFill") is not None:
            return ""
        if found := colored(own, scheme):
            return found
    return ""


def _typeface(run: Any) -> str:
    found = run.find(f"{{{A}}}latin")
    return "" if found is None else found.get("typeface", "")


def _theme_face(face: str, kind: str, faces: tuple[str, str]) -> str:
    if not face:
        return "+mj-lt" if kind in TITLES else "+mn-lt"
    heading, body = faces
    return {heading: "+mj-lt", body: "+mn-lt"}.get(face, face)


def _hang(levels: list[Any]) -> int | None:
    """The first level that says anything of a bullet decides; margin and indent may come from elsewhere."""
    for level in levels:
        tags = {child.tag.rpartition("}")[2] for child in level}
        if "buNone" in tags:
            return None
        if tags & {"buChar", "buAutoNum", "buBlip"}:
            margin, indent = int(first_said(levels, "marL", "0")), int(first_said(levels, "indent", "0"))
            return margin if 0 < margin <= EMU_PER_INCH and indent == -margin else None
    return None


def _insets(shapes: tuple[Any, ...]) -> tuple[int, int, int, int]:
    texts = bodies(shapes)
    left, top, right, bottom = (int(first_said(texts, name, str(usual))) for name, usual in _INSETS.items())
    return left, top, right, bottom


def _turned(shape: Any) -> bool:
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    return place is not None and int(place.get("rot", "0")) != 0
