"""What a kind, chart type, rule, language or data reader of another package may import: this module and no other.

In: the nouns of the rooms below. Out: those that are promised. What is imported from anywhere else in deckgen may
change in any version. `VERSION` goes up when a name here goes, or means something else; new names may come at any
time.

An extension is one module, declared as an entry point of its package by the word that content knows it by:

    [project.entry-points."deckgen.kinds"]      quote = "yours.quote"
    [project.entry-points."deckgen.charts"]     points = "yours.points"
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
from deckgen.model.chart import AS_THE_SERIES, NAMELESS, LabelPlace, LabelPosition, Legend, Plot, Rect, Series
from deckgen.model.chart import Labels as ValueLabels
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_data import Label as ValueLabel
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_geometry import ChartMark, Room, Ruler
from deckgen.model.chart_sketch import ChartPath, ChartShape, ChartText
from deckgen.model.chart_tones import FINDING, PALETTE, QUIET, Tone, tones
from deckgen.model.chart_type import ChartOption, ChartXml, LabelRoom, Shows, room_below
from deckgen.model.content import Content, Deck, Slide
from deckgen.model.date_style import DateStyle
from deckgen.model.draft_words import DraftWords
from deckgen.model.figure import Computed, Figure, Given, Tabulated
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameDeck,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.language import Labels, Language, NumberStyle, Prompts, Prose
from deckgen.model.list_item import IconItem, IconListItem, ListItem, listed
from deckgen.model.map_drawing import small_map
from deckgen.model.map_fields import MapFields
from deckgen.model.number import Number, Qualifier
from deckgen.model.number_format import NumberFormat, Separators
from deckgen.model.outline import Outline, VectorPath, cropped, extent
from deckgen.model.picture import Picture
from deckgen.model.places import Place
from deckgen.model.plan import Plan, PlannedSlide
from deckgen.model.plane import Area, Bands, Linear, Plane, PlaneMark, Point, Scale, Segment
from deckgen.model.plane import Label as PlaneLabel
from deckgen.model.reading import Amounts, Claims, Comparing, Reading
from deckgen.model.shapes import Drawing, Geometry, Mark, Paint
from deckgen.model.styled import Align, Anchor, Marker, Styled
from deckgen.model.survey_words import SurveyWords
from deckgen.model.table import CellEdge, SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.text import EMPTY, FigureUse, Paragraph, PlottedValue, Run, Text, Value, text
from deckgen.model.theme import Color, Ground, Role

VERSION: Final = 1
"""What is promised; an extension may refuse to run on another."""

__all__ = [
    "AS_THE_SERIES",
    "EMPTY",
    "FINDING",
    "GUTTER",
    "NAMELESS",
    "PALETTE",
    "QUIET",
    "VERSION",
    "Align",
    "Amounts",
    "Anchor",
    "Area",
    "Arrangement",
    "Bands",
    "Bars",
    "Bleed",
    "Block",
    "Category",
    "CellEdge",
    "ChartBlock",
    "ChartData",
    "ChartFields",
    "ChartItem",
    "ChartMark",
    "ChartOption",
    "ChartPath",
    "ChartShape",
    "ChartText",
    "ChartXml",
    "Claims",
    "Color",
    "Column",
    "Comparing",
    "Computed",
    "Content",
    "Context",
    "DateStyle",
    "Deck",
    "Diagnostics",
    "DraftWords",
    "Drawing",
    "Fault",
    "Figure",
    "FigureUse",
    "Flow",
    "Frame",
    "FrameDeck",
    "Geometry",
    "Given",
    "Grid",
    "Ground",
    "Group",
    "GroupItem",
    "Icon",
    "IconItem",
    "IconListItem",
    "Item",
    "LabelPlace",
    "LabelPosition",
    "LabelRoom",
    "Labels",
    "Language",
    "Layered",
    "Legend",
    "Linear",
    "ListItem",
    "MapFields",
    "Mark",
    "Marker",
    "Number",
    "NumberFormat",
    "NumberStyle",
    "Origin",
    "Outline",
    "Paint",
    "Panel",
    "Paragraph",
    "Picture",
    "PictureBlock",
    "PictureItem",
    "Place",
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
    "Reading",
    "Rect",
    "Related",
    "Role",
    "Room",
    "Row",
    "Ruler",
    "Run",
    "Scale",
    "Segment",
    "Separators",
    "Series",
    "Severity",
    "ShapeItem",
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
    "SurveyWords",
    "TableBlock",
    "TableCell",
    "TableGroup",
    "TableItem",
    "Tabulated",
    "Text",
    "TextBlock",
    "TextItem",
    "Tone",
    "Value",
    "ValueLabel",
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
    "small_map",
    "text",
    "tones",
]
