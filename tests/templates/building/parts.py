"""What a template is made of. In: sizes in inches, colours as RRGGBB or names of the theme. Out: frozen nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


@dataclass(frozen=True)
class Look:
    """A theme. `colors` are dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink in that order."""

    name: str
    colors: str
    heading: str = "Calibri"
    body: str = "Calibri"


@dataclass(frozen=True)
class Levels:
    """How text is set: size of each level in points, marker of each (`-` for none). Empty: inherited."""

    sizes: tuple[float, ...] = (18, 16, 14, 12, 12)
    markers: tuple[str, ...] = ("•", "•", "•", "•", "•")
    marker_face: str = "Arial"
    color: str = "tx1"
    picture_marker: bool = False
    align: str = "l"
    bold: bool = False
    face: str = ""
    spacing: int = 100


@dataclass(frozen=True)
class Holder:
    """A placeholder. Without a box it inherits the master's. `levels` where it sets its text otherwise."""

    type: str
    index: int = 0
    box: Box | None = None
    name: str = ""
    prompt: str = ""
    anchor: str = ""
    levels: Levels | None = None


@dataclass(frozen=True)
class Shape:
    """Drawn: a filled shape, a line (height or width 0), a text, or a picture (`png`)."""

    box: Box
    fill: str = ""
    line: str = ""
    form: str = "rect"
    text: str = ""
    text_color: str = "bg1"
    png: bytes = b""
    name: str = "Pynt"


@dataclass(frozen=True)
class Layout:
    """A slide layout. `kind` is PowerPoint's own word for it, or empty; `png` a picture behind all of it."""

    name: str
    holders: tuple[Holder, ...] = ()
    kind: str = ""
    drawn: tuple[Shape, ...] = ()
    ground: str = ""
    png: bytes = b""
    without_master_shapes: bool = False


@dataclass(frozen=True)
class Master:
    look: Look
    holders: tuple[Holder, ...]
    layouts: tuple[Layout, ...]
    drawn: tuple[Shape, ...] = ()
    ground: str = "bg1"
    dark: bool = False
    title: Levels = field(default_factory=lambda: Levels(sizes=(32,)))
    title_anchor: str = "b"
    body: Levels = field(default_factory=Levels)


@dataclass(frozen=True)
class Design:
    """A whole file; size in inches. `more` are further parts by name, for what no noun here stands for."""

    masters: tuple[Master, ...]
    size: tuple[float, float] = (13.333, 7.5)
    potx: bool = False
    notes_master: bool = True
    author: str = "Mette Designer"
    more: Mapping[str, bytes] = field(default_factory=dict)
