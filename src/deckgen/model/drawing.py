"""A drawing that no shape and no chart of PowerPoint can be: its data, what draws it, and what it is drawn with.

In: kinds make DrawingData, each file in drawings/forms/ a DrawingForm. Out: once layout knows its place, a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, Protocol

from deckgen.diagnostics import Fault, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number_format import NumberFormat
from deckgen.model.places import Land
from deckgen.model.text import NOWHERE
from deckgen.model.theme import Color

DrawingOption = Literal["series", "links", "answers", "outline", "steps", "coefficient", "n"]
"""What content may ask of some forms of drawing only."""


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with a value per column (None: none is shown), each as it is written and by the format that says so.

    `answers` are single answers, `quantiles` stand for many in their order: of a distribution there is one of both.
    `n` is how many they are, as it is written; empty where it is not told.
    """

    label: str
    values: tuple[Decimal | None, ...] = ()
    shown: tuple[str, ...] = ()
    formats: tuple[NumberFormat | None, ...] = ()
    answers: tuple[Decimal, ...] = ()
    quantiles: tuple[Decimal, ...] = ()
    emphasis: bool = False
    n: str = ""
    span: Span = NOWHERE

    @property
    def spread(self) -> tuple[Decimal, ...]:
        """The answers in their order, or what stands for them."""
        return tuple(sorted(self.answers or self.quantiles))

    def written(self, value: Decimal, decimals: int | None = None) -> str:
        """A value as the row's own first value is written, with so many decimals of its own."""
        form = next((one for one in self.formats if one), None)
        if form is None:
            return f"{value:f}"
        places = form.decimals if decimals is None else decimals
        return NumberFormat(form.separators, "", form.after, places).text(round(value, places))


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """What ties two rows, by their labels; without a value, all ties are as strong."""

    start: str
    end: str
    value: Decimal | None = None
    shown: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class DrawnWords:
    """What a drawing says by itself, in the language of the deck."""

    median: str = ""
    middle_half: str = ""
    no_value: str = ""


@dataclass(frozen=True, slots=True)
class DrawingData:
    """What a drawing shows. `form` is its name in drawings/forms/; `told` says all of it, for the notes.

    `lands` are the areas of a map, each by the name that rows call it; `steps` begin the classes of their values.
    """

    form: str
    rows: tuple[DrawnRow, ...] = ()
    columns: tuple[str, ...] = ()
    links: tuple[DrawnLink, ...] = ()
    lands: tuple[tuple[str, Land], ...] = ()
    steps: tuple[Decimal, ...] = ()
    words: DrawnWords = DrawnWords()
    told: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing at its place: its data, and the sizes of type that may be tried, the preferred first."""

    data: DrawingData
    sizes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Images:
    """A drawing as it was made, in both of its forms: PNG, and SVG for programs that show it."""

    png: bytes
    svg: bytes


class CrowdedError(ValueError):
    """What is to be drawn has no room at this size of type; the message says what."""


Anchor = Literal["left", "center", "right"]
Place = tuple[float, float]


class Pen(Protocol):
    """What a form draws with, in points from the top left corner; colours are `RRGGBB`."""

    width: float
    height: float
    size: float
    """Of the type."""

    def color(self, role: Color) -> str:
        """What the role comes to on the ground of the page."""

    def text_width(self, words: str, bold: bool = False) -> float:
        """The width of a text on one line."""

    def lines(self, words: str, width: float, most: int, bold: bool = False) -> tuple[str, ...]:
        """The text in lines of that width. Raises CrowdedError where they are more than `most`, or too wide."""

    def text(
        self, x: float, y: float, lines: Sequence[str], color: str, anchor: Anchor = "left", bold: bool = False
    ) -> None:
        """Lines, one under the other, the middle of all of them at `y`."""

    def area(self, rings: Sequence[Sequence[Place]], fill: str = "", line: str = "", width: float = 1) -> None:
        """What closed lines enclose; one inside of another, in the other direction, is a hole."""

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str = "", line: str = "", weight: float = 1
    ) -> None:
        """A rectangle, `line` of a `weight` on its edge."""

    def circle(self, x: float, y: float, radius: float, fill: str = "", line: str = "", width: float = 1) -> None:
        """A circle round a place."""

    def line(self, points: Sequence[Place], color: str, width: float = 1) -> None:
        """A line from place to place."""


@dataclass(frozen=True, slots=True)
class DrawingForm:
    """A form of drawing: `check` says what of the data it cannot show, `draw` shows the rest.

    `takes` are the options that it understands.
    """

    name: str
    check: Callable[[DrawingData], Iterator[Fault]]
    draw: Callable[[DrawingData, Pen], None]
    example: str
    doc: str
    takes: frozenset[DrawingOption] = frozenset()
