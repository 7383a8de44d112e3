"""A deck with every variant of item and every form of chart, and the template it is written into."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from deckgen.model.chart import Labels, Legend, Plot, Series
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameCell,
    FrameDeck,
    FrameParagraph,
    FrameRun,
    FrameSection,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    ShownFigure,
    SlotRef,
    TableItem,
    TextItem,
)
from deckgen.model.template import Template
from deckgen.model.units import Box, inches
from deckgen.powerpoint.own_template.reader import read_template
from deckgen.registry import registry

CREATED = "2023-01-01T00:00:00Z"
NBSP = "\u00a0"
BODY = Box(inches(0.6), inches(1.8), inches(12.1), inches(4.8))


@cache
def template() -> Template:
    """python-pptx's own template in 16:9: no notes master, which the writer has to supply."""
    from pptx import Presentation

    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = inches(13.333), inches(7.5)
    out = BytesIO()
    presentation.save(out)
    return read_template(out.getvalue())


def paragraph(text: str, size: float = 16, **more: Any) -> FrameParagraph:
    return FrameParagraph((FrameRun(text),), size, **more)


def title(slide_id: str, text: str) -> TextItem:
    box = Box(inches(0.6), inches(0.6), inches(12.1), inches(0.9))
    return TextItem(f"{slide_id}/title", box, (paragraph(text, 26, heading=True, bold=True),), SlotRef(0, "title"))


def page_number(slide_id: str, number: int) -> TextItem:
    runs = (FrameRun(str(number), field="slidenum"),)
    return TextItem(f"{slide_id}/page", BODY, (FrameParagraph(runs, 10, "muted"),), SlotRef(12, "sldNum"))


def frame(slide_id: str, *items: Item, notes: tuple[str, ...] = (), layout: str = "Title Only", **more: Any) -> Frame:
    settings: dict[str, Any] = {"section": "Indhold", "figures": ()} | more
    shown = (title(slide_id, f"Titel {slide_id}"), *items)
    said = tuple((FrameRun(text),) if text else () for text in notes)
    return Frame(slide_id, layout, f"Titel {slide_id}", shown, said, **settings)


def deck(*frames: Frame, sections: tuple[FrameSection, ...] = (), **more: Any) -> FrameDeck:
    listed = sections or (FrameSection("Indhold", tuple(found.id for found in frames)),)
    settings: dict[str, Any] = {
        "deck": "board",
        "audience": "board",
        "language": "da-DK",
        "title": "De 13 nationale klynger & Nordjylland",
        "author": "Navigators",
        "subject": "Samarbejde",
        "date": "2023-01",
        "figures": (
            ShownFigure("medlemmer", "1.740", Decimal(1740)),
            ShownFigure("svar", f"92{NBSP}%", Decimal(92)),
            ShownFigure("tilfredse", "over tre fjerdedele", None),
        ),
    }
    return FrameDeck(frames=frames, sections=listed, **(settings | more))


def series(name: str = "Medlemmer", *values: float | None, **more: Any) -> Series:
    numbers = tuple(None if value is None else Decimal(str(value)) for value in values)
    return Series(name, numbers, **({"color": "primary"} | more))


CATEGORIES = ("Energi", "Fødevarer", "Byggeri og anlæg", '=HYPERLINK("http://x.dk")')

PLOTS: dict[str, Plot] = {
    "bar": Plot(
        CATEGORIES,
        (
            series(
                "Medlemmer",
                450,
                375,
                120,
                85,
                color="data5",
                point_colors=("data5", "accent", "data5", "data5"),
                labels=Labels("#,##0", ("", f'"mindst{NBSP}"#,##0', "", ""), ("", "", "", "femogfirs")),
            ),
        ),
    ),
    "column": Plot(CATEGORIES, (series("Ansatte", 7, None, 40.5, 12),)),
    "stacked bar": Plot(
        CATEGORIES,
        (
            series("Projekter", 60, 55, 40, 20, label_color="background"),
            series("Kontingent", 20, 25, 30, 40, color="data4"),
            series("Hjælpeserie", 20, 20, 30, 40, color="data5", labels=Labels(";;;")),
        ),
        legend=Legend("top", ("Projekter", "Kontingent", "Hjælpeserie")),
    ),
    "stacked column": Plot(
        CATEGORIES,
        (series("Ja", 1, 2, 3, 4, label_color="background"), series("Nej", 4, 3, 2, 1, color="accent")),
        legend=Legend("right", ("Ja", "Nej")),
    ),
    "line": Plot(
        ("2019", "2020", "2021", "2022"),
        (series("Omsætning", 10, 14, 21, 25, point_colors=("primary", "primary", "primary", "accent")),),
    ),
    "doughnut": Plot(
        CATEGORIES,
        (
            series(
                "Andel",
                40,
                30,
                20,
                10,
                point_colors=("primary", "accent", "data3", "data4"),
                label_colors=("background", "background", "background", "foreground"),
                label_color="background",
                labels=Labels(f'#,##0"{NBSP}%"'),
            ),
        ),
        legend=Legend("right", CATEGORIES),
    ),
}

_UPRIGHT = Bars(lying=False, stacked=True, labels="ctr")
TYPES: dict[str, ChartType] = {
    **{name: registry().charts[name.replace(" ", "_")] for name in PLOTS if name != "stacked column"},
    "stacked column": ChartType(
        "stacked_column", "parts of several wholes", lambda data: PLOTS["stacked column"], _UPRIGHT.write, "", ""
    ),
}
"""The chart type that each plot is drawn as; one is of no file of ours."""


def chart(name: str, box: Box = BODY, **more: Any) -> ChartItem:
    return ChartItem(f"diagram/{name}", box, TYPES[name], PLOTS[name], f"Diagram: {name}", **more)


def cell(text: str, **more: Any) -> FrameCell:
    return FrameCell((paragraph(text, 14, **more),))


def table(rows: int = 4, columns: int = 3, **more: Any) -> TableItem:
    header = tuple(cell(f"Kolonne {at}", bold=True) for at in range(columns))
    body = tuple(tuple(cell(f"Række {row}, {at} & mere") for at in range(columns)) for row in range(1, rows))
    marked = ((FrameCell(body[0][0].paragraphs, "panel"), *body[0][1:]), *body[1:])
    height, width = inches(0.5), BODY.width // columns
    box = Box(BODY.x, BODY.y, width * columns, height * rows)
    return TableItem(
        "tabel/rows", box, (width,) * columns, (height,) * rows, (header, *marked), "Tabel", 91440, 45720, **more
    )


def texts() -> TextItem:
    runs = (
        FrameRun("Mindst "),
        FrameRun("1.740", bold=True, figure="medlemmer"),
        FrameRun(f" medlemmer, 92{NBSP}%"),
        FrameRun("\n"),
        FrameRun("brn.dk", link="https://brn.dk/klynger?a=1&b=ø"),
        FrameRun("ondt", link="javascript:alert(1)"),
    )
    return TextItem(
        "tekst/body",
        BODY,
        (
            FrameParagraph(runs, 16),
            paragraph("Punkt", marker="bullet", indent=228600, space_before=6),
            paragraph("Nummer", marker="number", indent=228600, color="accent", align="center"),
            paragraph("Overskrift", 20, heading=True),
        ),
        anchor="middle",
    )


def diagram() -> GroupItem:
    def box(left: float, top: float) -> Box:
        return Box(inches(left), inches(top), inches(2), inches(1))

    inner = GroupItem("gruppe/inder", box(7, 4), (ShapeItem("gruppe/prik", box(7, 4), "ellipse", "accent"),), "Inder")
    children: tuple[Item, ...] = (
        ShapeItem("gruppe/flade", box(1, 3), "homePlate", "panel"),
        ShapeItem("gruppe/ramme", box(3, 3), "rect", None, "rule", 1),
        ShapeItem("gruppe/pil", box(5, 3), "rightArrow", "primary"),
        ShapeItem("gruppe/vinkel", box(1, 5), "chevron", "accent"),
        ShapeItem("gruppe/linje", Box(inches(1), inches(4.5), inches(8), 0), "line", None, "rule", 1, dashed=True),
        TextItem("gruppe/tekst", box(1, 3), (paragraph("Fase"),), anchor="bottom", link="tabel"),
        inner,
    )
    return GroupItem("gruppe", Box(inches(1), inches(3), inches(8), inches(3)), children, 'Tre faser "fra" <til>')


def full(folder: Path) -> FrameDeck:
    """Every variant of item, in placeholders and out of them."""
    from PIL import Image

    picture = folder / "billede.png"
    Image.new("RGB", (40, 20), (10, 90, 120)).save(picture)
    photo = folder / "foto.jpg"
    Image.new("RGB", (40, 20), (10, 90, 120)).save(photo)
    body = TextItem("tekst/left", BODY, (paragraph("Venstre", marker="bullet", indent=228600),), SlotRef(1, "body"))
    charts = [frame(f"diagram.{at}", chart(name), notes=(name,)) for at, name in enumerate(PLOTS)]
    frames = (
        frame("tekst", texts(), page_number("tekst", 1), notes=("Sig dette.", "Og\r\ndette.", "")),
        frame("krop", body, layout="Title and Content", notes=("Krop",), figures=("medlemmer",)),
        frame("gruppe", diagram()),
        frame("tabel", table(), notes=("Tabel",)),
        frame("tabel~2", table(slot=SlotRef(1, "tbl")), layout="Title and Content"),
        frame("pladsdiagram", chart("bar", slot=SlotRef(1, "chart")), layout="Title and Content"),
        *charts,
        frame(
            "billede",
            PictureItem("billede/a", Box(inches(1), inches(2), inches(4), inches(2)), str(picture), "Et billede"),
            PictureItem("billede/b", Box(inches(6), inches(2), inches(4), inches(2)), str(picture), "Igen"),
            PictureItem("billede/c", BODY, str(photo), "Foto", SlotRef(1, "pic")),
            layout="Picture with Caption",
        ),
    )
    ids = tuple(found.id for found in frames)
    return deck(*frames, sections=(FrameSection("Indledning", ids[:3]), FrameSection("Bilag & kilder", ids[3:])))


def many(count: int) -> FrameDeck:
    """A generated deck: texts and bullets, every fifth slide a chart, every seventh a table, notes on all."""
    bullets = tuple(
        paragraph(f"Et punkt om klyngernes arbejde i regionen, nr. {at}", marker="bullet") for at in range(5)
    )
    frames = []
    for number in range(count):
        name = f"slide.{number}"
        box = TextItem(f"{name}/body", BODY, bullets)
        item: Item = chart("bar") if number % 5 == 0 else table(6, 4) if number % 7 == 0 else box
        frames.append(
            frame(name, item, page_number(name, number + 1), notes=("Sig, hvad tallene viser.", "2 minutter"))
        )
    return deck(*frames)


def renamed(original: FrameDeck, old: str, new: str) -> FrameDeck:
    """The deck with one text exchanged in the paragraphs of its text items."""

    def exchanged(item: Item) -> Item:
        if not isinstance(item, TextItem):
            return item
        parts = tuple(
            replace(part, runs=tuple(replace(run, text=run.text.replace(old, new)) for run in part.runs))
            for part in item.paragraphs
        )
        return replace(item, paragraphs=parts)

    frames = tuple(replace(found, items=tuple(map(exchanged, found.items))) for found in original.frames)
    return replace(original, frames=frames)
