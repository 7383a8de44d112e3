"""Text as runs: a literal, or a reference to a figure that plan replaces by its shown value.

In: parsed by content from YAML. Out: read by kinds, measured by layout, written by powerpoint.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number
from deckgen.model.number_format import NumberFormat

NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A reference `${name}` or `${name|format}` in a text or a value; formats: see FORMATS."""

    name: str
    format: str
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteUse:
    """A reference `[^name]` in a text to one of its slide's footnotes."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class SlideUse:
    """A link `[words](#id)` to a slide of the same deck."""

    id: str
    span: Span


Script = Literal["", "super", "sub"]
"""Where a run stands: on the line, or small above or below it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `"\\n"` alone is a line break that the content asked for.

    With `figure` set, `text` is empty until plan binds it; `number` is then what it shows. With `footnote` set, and
    where it is a `page`, it stays empty: layout alone knows the number.
    """

    text: str
    bold: bool = False
    link: str = ""
    figure: FigureUse | None = None
    literal: str = ""
    """The reason why a number in this run is not bound to a figure: `$[2–3|reason]` in the content."""
    number: Number | None = None
    italic: bool = False
    script: Script = ""
    slide: SlideUse | None = None
    footnote: FootnoteUse | None = None
    page: bool = False
    """It shows the page number of `slide`: `[](#id)` in the content."""
    typed: bool = False
    """A sign that would be markup and was meant as it stands: `\\*` in the content."""

    @property
    def is_link(self) -> bool:
        return bool(self.link or self.slide)

    @property
    def is_marked(self) -> bool:
        """Whether it is anything but words in the style of what stands around it."""
        return bool(self.bold or self.italic or self.script or self.is_link or self.footnote)


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Text:
    """What one YAML value says. `path` is its field path on the slide, such as `events/2/heading`."""

    paragraphs: tuple[Paragraph, ...]
    path: str = ""
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)

    @property
    def figures(self) -> tuple[FigureUse, ...]:
        return tuple([run.figure for part in self.paragraphs for run in part.runs if run.figure])

    def __bool__(self) -> bool:
        return any(paragraph.runs for paragraph in self.paragraphs)


EMPTY = Text(())
"""A text that says nothing, where a value may be left out."""


def text(plain: str, path: str = "", span: Span = NOWHERE) -> Text:
    """A literal text of one paragraph, for labels that the engine adds."""
    return Text((Paragraph((Run(plain),)),) if plain else (), path, span)


def page_of(slide: str, path: str = "") -> Text:
    """The page number of a slide, a link to it."""
    return Text((Paragraph((Run("", slide=SlideUse(slide, NOWHERE), page=True),)),), path)


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a footnote says, and the name that `[^name]` calls it by."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class Value:
    """A number for a chart or a big figure: a literal, or bound to a figure.

    `number` is None until plan binds it; `shown` is how the deck prints it, unit included, and begins with the word
    for its `qualifier`. A program prints it by `number_format`; None where it is said in words.
    """

    number: Number | None
    shown: str = ""
    figure: FigureUse | None = None
    path: str = ""
    span: Span = NOWHERE
    qualifier: str = ""
    number_format: NumberFormat | None = None

    @property
    def amount(self) -> Decimal | None:
        """What is drawn; None where it is not known."""
        return self.number.value if self.number else None

    @property
    def said(self) -> Text:
        """What is shown, as a text that answers for the value and begins a line: with a capital."""
        return text(self.shown[:1].upper() + self.shown[1:], self.path, self.span)

    @property
    def bare(self) -> Text:
        """What is shown without the word for its qualifier."""
        return text(self.shown.removeprefix(self.qualifier).lstrip("\u00a0"), self.path, self.span)

    @property
    def qualified(self) -> Text:
        """The word for its qualifier alone, as a sticker says it: with a capital; nothing where it has none."""
        return text(self.qualifier[:1].upper() + self.qualifier[1:], f"{self.path}/qualifier", self.span)


@dataclass(frozen=True, slots=True)
class PlottedValue(Value):
    """A value of a chart, which may be missing: `–` in the content, and a gap in the chart."""


MISSING: Final = "–"
"""What stands in the place of a value that is missing."""
