"""A chart whose form does not go with what it compares.

Why: the form says what is compared before anybody has read a number. A line says that what it joins follows each
other; bars that are sorted by their length tear points in time apart; names that take three lines under columns are
not read; classes of several widths make columns of one width untrue; and answers of which everybody may give several
are no parts of a ring. Where a slide names no chart type, what is compared picks one: `deckgen plan` says which.

Example: a line over the names of three clusters.

Mend: choose the form that goes with it, or leave `chart:` out. Where the order of the rows means something that
their labels do not say, write `ordered: true`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_geometry import Room
from deckgen.model.chart_type import LINES_BELOW, Shows
from deckgen.model.frames import ChartItem
from deckgen.model.plan import PlannedSlide
from deckgen.model.row_labels import are_times, classes
from deckgen.model.units import EMU_PER_POINT

CODE: Final = "form-unfit"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "choose another chart type, or leave `chart` out: what is compared picks one"
EXAMPLE: Final = {
    "content/figures.yaml": """\
north: {value: 21, label: Nord, source: survey, base: "${answered} klynger"}
middle: {value: 14, label: Midt, source: survey, base: "${answered} klynger"}
south: {value: 9, label: Syd, source: survey, base: "${answered} klynger"}
""",
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: chart
    title: Klyngerne har ${members} medlemmer, og flest i Nord
    chart: line
    counted: Antal projekter, n = ${answered}
    data:
      - {label: Nord, value: "${north}"}
      - {label: Midt, value: "${middle}"}
      - {label: Syd, value: "${south}"}
    minutes: 3
""",
}

COMPARING: Final[frozenset[Shows]] = frozenset(("comparison", "parts of several wholes"))

_EM: Final = 0.5
"""What a letter takes across, in ems, near enough to tell three lines from two."""
_LINE: Final = 1.2


def check(subject: Subject) -> Iterator[Fault]:
    seen = set[str]()
    for slide, frame in subject.fitting:
        for item in flat(frame.items):
            if isinstance(item, ChartItem) and isinstance(slide.fields, ChartFields) and slide.id not in seen:
                found = next(_unfit(item, slide, slide.fields, subject), None)
                if found:
                    seen.add(slide.id)
                    yield Fault(f"`{slide.id}`: {found}", slide.span)


def _unfit(item: ChartItem, slide: PlannedSlide, fields: ChartFields, subject: Subject) -> Iterator[str]:
    """What is wrong, the worst first."""
    shows, along = item.type.shows, fields.along
    times = are_times(along, subject.language)
    if shows == "change over time" and not times and not _have_an_order(fields, subject):
        yield f"a chart of the type `{item.type.name}` joins rows that are no points in time"
    if times and _moved(item, along):
        yield f"points in time stand by size in a chart of the type `{item.type.name}`"
    if shows.startswith("parts") and _are_of_many_answers(slide, subject):
        yield f"answers of which everybody may give several are no parts of a whole, as `{item.type.name}` shows them"
    in_classes = classes(along, subject.language) if shows == "distribution" else None
    if in_classes and not in_classes.are_equal:
        yield "its classes are of several widths, and its columns of one"
    if shows in COMPARING and (long := _long(item)):
        yield f"under its mark the name '{long}' takes three lines, which lying bars give one"


def _have_an_order(fields: ChartFields, subject: Subject) -> bool:
    """Whether the rows follow each other: it is said, or they are two, numbered, or classes."""
    along = fields.along
    numbered = all(re.search(r"\d", label) for label in along)
    return fields.ordered or len(along) <= 2 or numbered or classes(along, subject.language) is not None


def _moved(item: ChartItem, along: tuple[str, ...]) -> bool:
    """Whether the chart sorted the rows of the content into another order."""
    drawn = [at for name in item.plot.categories for at, label in enumerate(along) if name.startswith(label)]
    return item.type.shows in COMPARING and drawn != sorted(drawn)


def _are_of_many_answers(slide: PlannedSlide, subject: Subject) -> bool:
    """Whether a figure that is drawn counts answers to a question that takes several."""
    assert isinstance(slide.fields, ChartFields)
    drawn = (value.figure.name for row in slide.fields.data for value in row.value if value.figure)
    figures = (subject.content.figures.get(name) for name in drawn)
    return any(figure.counted and not figure.counted.whole for figure in figures if figure)


def _long(item: ChartItem) -> str:
    """A name under its mark that takes as many lines as may stand there, the longest of them."""
    if item.type.label_room is None:
        return ""
    room = Room(item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, _Letters())
    own = item.type.label_room(item.plot, room)
    longest = max(item.plot.categories, key=len)
    taken = room.ruler.lines(longest, item.plot.type_size, own.width)
    return longest if own.lines == LINES_BELOW <= taken else ""


class _Letters:
    """Measures type by the number of its letters."""

    def line(self, size: float) -> float:
        return _LINE * size

    def width(self, text: str, size: float) -> float:
        return _EM * size * len(text)

    def lines(self, text: str, size: float, width: float) -> float:
        return -(-self.width(text, size) // width)
