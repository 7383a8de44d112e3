"""What a kind, chart type, rule, language or data reader of another package may import: this module and no other.

In: the nouns of the rooms below. Out: those that are promised. What is imported from anywhere else in deckgen may
change in any version. `VERSION` goes up when a name here goes, or means something else; new names may come at any
time.

An extension is one module, declared as an entry point of its package by the word that content knows it by:

    [project.entry-points."deckgen.kinds"]      quote = "yours.quote"
    [project.entry-points."deckgen.charts"]     scatter = "yours.scatter"
    [project.entry-points."deckgen.rules"]      notes-missing = "yours.notes_missing"
    [project.entry-points."deckgen.languages"]  nb = "yours.norwegian"
    [project.entry-points."deckgen.readers"]    jsonl = "yours.json_lines"
"""

from __future__ import annotations

from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.data.sheet import Origin, Sheet, sheet_of
from deckgen.diagnostics import Diagnostics, Fault, Related, Severity, Span
from deckgen.model.blocks import (
    GUTTER,
    Arrangement,
    Bleed,
    Block,
    ChartBlock,
    Column,
    Flow,
    Grid,
    Group,
    Layered,
    Panel,
    PictureBlock,
    Row,
    SlotBlock,
    Space,
    TextBlock,
)
from deckgen.model.chart import (
    Category,
    ChartData,
    LabelPlace,
    LabelPosition,
    Legend,
    Plot,
    Rect,
    Series,
    labels,
)
from deckgen.model.chart import Labels as ValueLabels
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_geometry import ChartMark, Room, Ruler
from deckgen.model.chart_sketch import ChartPath, ChartShape, ChartText
from deckgen.model.chart_tones import FINDING, PALETTE, QUIET, Tone, tones
from deckgen.model.chart_type import ChartXml, LabelRoom, Shows, room_below
from deckgen.model.content import Content, Deck, Slide
from deckgen.model.date_style import DateStyle
from deckgen.model.figure import Figure
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.language import Labels, Language, NumberStyle, Prompts, Prose
from deckgen.model.list_item import IconItem, ListItem, listed
from deckgen.model.number import Number, Qualifier
from deckgen.model.number_format import NumberFormat, Separators
from deckgen.model.outline import Outline, VectorPath, cropped, extent
from deckgen.model.picture import Picture
from deckgen.model.plan import Plan, PlannedSlide
from deckgen.model.plane import Area, Bands, Linear, Plane, PlaneMark, Point, Scale, Segment
from deckgen.model.plane import Label as PlaneLabel
from deckgen.model.shapes import Drawing, Mark, Paint
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell
from deckgen.model.text import EMPTY, PlottedValue, Text, Value, text
from deckgen.model.theme import Color, Role

VERSION: Final = 1
"""What is promised; an extension may refuse to run on another."""

__all__ = [
    "EMPTY",
    "FINDING",
    "GUTTER",
    "PALETTE",
    "QUIET",
    "VERSION",
    "Area",
    "Arrangement",
    "Bands",
    "Bars",
    "Bleed",
    "Block",
    "Category",
    "ChartBlock",
    "ChartData",
    "ChartFields",
    "ChartMark",
    "ChartPath",
    "ChartShape",
    "ChartText",
    "ChartXml",
    "Color",
    "Column",
    "Content",
    "Context",
    "DateStyle",
    "Deck",
    "Diagnostics",
    "Drawing",
    "Fault",
    "Figure",
    "Flow",
    "Frame",
    "FrameDeck",
    "Grid",
    "Group",
    "Icon",
    "IconItem",
    "LabelPlace",
    "LabelPosition",
    "LabelRoom",
    "Labels",
    "Language",
    "Layered",
    "Legend",
    "Linear",
    "ListItem",
    "Mark",
    "Number",
    "NumberFormat",
    "NumberStyle",
    "Origin",
    "Outline",
    "Paint",
    "Panel",
    "Picture",
    "PictureBlock",
    "Plan",
    "Plane",
    "PlaneLabel",
    "PlaneMark",
    "PlannedSlide",
    "Plot",
    "PlottedValue",
    "Point",
    "Prompts",
    "Prose",
    "Purpose",
    "Qualifier",
    "Rect",
    "Related",
    "Role",
    "Room",
    "Row",
    "Ruler",
    "Scale",
    "Segment",
    "Separators",
    "Series",
    "Severity",
    "Sheet",
    "Shows",
    "SideBySide",
    "Slide",
    "SlotBlock",
    "Space",
    "Span",
    "Stage",
    "Styled",
    "Subject",
    "TableBlock",
    "TableCell",
    "Text",
    "TextBlock",
    "Tone",
    "Value",
    "ValueLabels",
    "VectorPath",
    "cropped",
    "described",
    "extent",
    "icon_block",
    "labels",
    "listed",
    "room_below",
    "sheet_of",
    "text",
    "tones",
]
