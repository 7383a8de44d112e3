"""Codes of setting a slide: what does not fit. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import bars, members, questions

_LONG: Final = "regionsudviklingsstrategiimplementeringskoordinationsudvalgsformandskab"


def _charted(chart: str, label: str) -> dict[str, str]:
    """A chart of two rows, of any type."""
    rows = f'  - {{label: Ønsker dialog, value: "${{dialogue}}"}}\n  - {{label: {label}, value: "${{present}}"}}'
    return bars(f"chart: {chart}\ncounted: Antal klynger, n = ${{answered}}\ndata:\n{rows}")


_COUNTED: Final = "chart: bar\ncounted: Antal klynger, n = ${answered}\ndata:\n"
_THREE: Final = "\n".join(
    f'  - {{label: {label}, value: "${{{name}}}"}}'
    for label, name in (("Ønsker dialog", "dialogue"), ("Kender os", "dialogue"), ("Er til stede", "present"))
)
"""Three rows of a chart."""
_SAME: Final = ", ".join(['"${dialogue}"'] * 4)
_CROWDED: Final = "data:" + "".join(
    f"\n  - {{label: {label}, value: [{_SAME}]}}"
    for label in ("Januar", "Februar", "Marts", "April", "Maj", "Juni", '"Uge ${present}"')
)
"""More rows of a chart of four series than have room for their numbers."""


CODES: Final = (
    Code(
        "arrangement-not-offered",
        what="An arrangement is chosen that the kind does not have for these fields.",
        why="some arrangements take many items, a map or a drawing; the slide has none, or too few.",
        fix="write one that the message lists, or leave `arrangement` out: what fits best is taken then.",
        files=members("kind: bullets\narrangement: two columns\nitems: [De fleste er små, Nogle af tallene er skøn]"),
    ),
    Code(
        "arrangement-not-in-template",
        what="An arrangement is chosen for which the client's template has no slide layout.",
        why="the slide is arranged otherwise, as it would be without a choice.",
        fix="map the slide layout with `deckgen template map`, or leave `arrangement` out.",
        example="`arrangement: two columns` on bullets, and no slide layout with two texts in the template.",
        severity="warning",
    ),
    Code(
        "text-does-not-fit",
        what="A text does not fit its place, even in the smallest type and on a slide of its own.",
        why="nothing is ever set smaller than can be read, and nothing is cut; the message says by how much it is "
        "too long.",
        fix="shorten it, or move part of it to a slide of its own.",
        files={
            "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: >
      Klyngerne har ${members} medlemmer i regionen, de fleste er små virksomheder, nogle af tallene er skøn,
      og der er grund til at se nærmere på dem, før næste handlingsplan bliver vedtaget af partnerne bag den
    items: [De fleste er små virksomheder, Nogle af tallene er skøn]
    minutes: 3
"""
        },
    ),
    Code(
        "word-too-wide",
        what="A single word is wider than its box.",
        why="it would be broken anywhere. Compounds are broken where the language's list says that their parts meet; "
        "this one it does not know, or a part is still too wide.",
        fix="use a shorter word, or write the compound in two.",
        files=questions(f"questions: [Hvad siger {2 * _LONG}?]"),
    ),
    Code(
        "chart-data",
        what="The data cannot be shown in this type of chart.",
        why="a ring has no negative parts, a line of one point is none, and one series cannot be stacked.",
        fix="choose another chart type; the message says what this one cannot show.",
        files=_charted("stacked_bar", "Er til stede"),
    ),
    Code(
        "chart-label-too-long",
        what="A label or the legend of a chart has no room.",
        why="PowerPoint would cut or turn it.",
        fix="shorten the label; a bar chart has more room for labels than a column chart.",
        files=_charted("bar", 2 * _LONG),
    ),
    Code(
        "chart-labels-touch",
        what="Two numbers of a chart stand over each other.",
        why="neither can be read. They are moved apart, set smaller or left out where the chart type has a rule for "
        "it, and here nothing of that helps.",
        fix="show fewer rows or series, or use a bar chart, which has a line for each number.",
        files=bars(
            "chart: clustered_bar\ncounted: Antal klynger, n = ${answered}\nordered: true\n"
            f"series: [Nord, Syd, Øst, Vest]\n{_CROWDED}"
        ),
    ),
    Code(
        "annotation-lost",
        what="An annotation of a chart is about rows that do not stand where it could point at them.",
        why="`top` adds small rows up, and a bar chart sorts its rows: a bracket over rows that stand apart would "
        "take in those between them.",
        fix="put `emphasis: true` on the row, which keeps it; keep the order of the rows with `ordered: true`.",
        files=bars(f"{_COUNTED}{_THREE}\nannotate:\n  - bracket: [Ønsker dialog, Er til stede]\n    text: De andre"),
    ),
    Code(
        "annotation-no-room",
        what="What is said over a chart has no room.",
        why="it stands beyond the ends of the marks, which must stay large enough to be compared.",
        fix="leave an annotation out, or shorten its text.",
        files=bars(f"{_COUNTED}{_THREE}\nannotate:\n  - callout: Kender os\n    text: {2 * _LONG}"),
    ),
)
