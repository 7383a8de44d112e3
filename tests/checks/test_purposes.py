"""Rules ask what a kind is for and what a chart shows: those of other packages are held to them as ours are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import planted
import pytest

from brought import bring
from deckgen.checks import Subject
from deckgen.model.frames import ChartItem

pytestmark = pytest.mark.usefixtures("rules_said")

GUIDE = (Path(__file__).parent.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTE = GUIDE.partition("## Adding a slide kind")[2].partition("```python\n")[2].partition("```")[0]
"""The listing of the guide, word for word."""

Installer = Callable[[str, str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    return lambda group, name, body: bring(tmp_path / "site", monkeypatch, group, name, body)


ASKING = {
    "bars-unsorted",
    "bases-compared",
    "finding-unused",
    "pie-slices",
    "recommendation-without-finding",
    "title-not-a-sentence",
}
"""The rules that ask a purpose, or what is shown."""


def told(made: Subject) -> set[str]:
    return planted.codes(made) & ASKING


CHART = """\
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: {name}
    counted: Antal klynger
    minutes: 5
    data:
{rows}"""


def charted(folder: Path, name: str, values: tuple[int, ...]) -> set[str]:
    """The codes of what rules find where the chart shows these numbers of clusters, all of one base."""
    figures = "".join(
        f'many.n{at}: {{value: {value}, label: Antal {at}, source: survey, base: "${{answered}} klynger"}}\n'
        for at, value in enumerate(values)
    )
    rows = "".join(f"      - {{label: Del {at}, value: '${{many.n{at}}}'}}\n" for at in range(len(values)))
    slide = CHART.format(name=name, rows=rows)
    return told(planted.subject(folder, presence=slide, figures=planted.FIGURES + figures))


PIE = """\
from deckgen.model.chart import Plot, Series

SHOWS = "{shows}"
EXAMPLE = ""


def plot(data):
    values = tuple(row.values[0] for row in data.categories)
    return Plot(tuple(row.label for row in data.categories), (Series(data.series[0], values, "primary"),))


def write(plot, xml):
    inside = "<c:spPr>" + xml.fill("primary") + xml.line("background", 1) + "</c:spPr>"
    series = xml.series(0, inside, xml.labels(0, "outEnd"), xml.categories(), xml.values(0))
    return '<c:pieChart><c:varyColors val="0"/>' + series + "</c:pieChart>"
"""


@pytest.mark.parametrize(
    ("name", "shows", "values", "found"),
    [
        ("pie", "parts of a whole", (6, 5, 4, 3, 2, 1), {"pie-slices"}),
        ("pie_of_five", "parts of a whole", (6, 5, 4, 3, 2), set()),
        ("lollipop", "comparison", (3, 9, 5), {"bars-unsorted"}),
        ("lollipop_sorted", "comparison", (9, 5, 3), set()),
        ("cloud", "distribution", (3, 9, 5, 7, 2, 8), set()),
    ],
)
def test_rules_ask_what_a_chart_shows_and_not_its_name(
    tmp_path: Path, install: Installer, name: str, shows: str, values: tuple[int, ...], found: set[str]
) -> None:
    install("deckgen.charts", name, PIE.format(shows=shows))
    assert charted(tmp_path / "content", name, values) == found


def quote(purpose: str) -> str:
    return QUOTE.replace('"message"', f'"{purpose}"')


def slide(id: str, kind: str, more: str = "", title: str = "Virksomhederne kender ikke kommunegrænsen") -> str:
    return f"  - id: {id}\n    kind: {kind}\n    title: {title}\n    quote: Vi leder.\n    who: En direktør\n{more}"


def test_a_recommendation_of_another_package_wants_a_finding(tmp_path: Path, install: Installer) -> None:
    install("deckgen.kinds", "verdict", quote("recommendation"))
    bare = slide("meeting.questions", "verdict", "    minutes: 21\n")
    linked = planted.PRESENCE.replace("    minutes", "    supports: [survey.members]\n    minutes")
    assert told(planted.subject(tmp_path / "a", questions=bare, presence=linked)) == {
        "recommendation-without-finding"
    }
    resting = linked.replace("survey.members]", "meeting.questions]")
    assert told(planted.subject(tmp_path / "b", questions=bare, presence=resting)) == set()


def test_a_finding_of_another_package_wants_to_be_used(tmp_path: Path, install: Installer) -> None:
    install("deckgen.kinds", "voice", quote("finding"))
    linked = planted.PRESENCE.replace("    minutes", "    supports: [meeting.questions]\n    minutes")
    unused = slide("survey.members", "voice", "    minutes: 3\n")
    assert told(planted.subject(tmp_path, members=unused, presence=linked)) == {"finding-unused"}


def test_a_divider_of_another_package_claims_nothing_and_opens_a_chapter(tmp_path: Path, install: Installer) -> None:
    install("deckgen.kinds", "curtain", quote("divider"))
    bare = (
        quote("divider")
        .replace('said.")', 'said.", default=EMPTY)')
        .replace('said it.")', 'said it.", default=EMPTY)')
    )
    install("deckgen.kinds", "gate", bare.replace("import Arrangement", "import EMPTY, Arrangement"))
    named = slide("survey.members", "curtain", "    minutes: 3\n", title="Klynger")
    board = planted.BOARD.replace("title: Fund,", "title: Fund, opening: gate,")
    made = planted.subject(tmp_path, members=named, **{"decks/board": board})
    assert told(made) == set()
    assert [(one.id, one.kind, one.title.plain) for one in made.plan.slides if one.id == "findings.opening"] == [
        ("findings.opening", "gate", "Fund")
    ]


def test_a_frame_holds_the_chart_type_that_drew_it(tmp_path: Path) -> None:
    made = planted.subject(tmp_path)
    (chart,) = (item for frame in made.frames.frames for item in frame.items if isinstance(item, ChartItem))
    assert (chart.type.name, chart.type.shows) == ("bar", "comparison")


PAIR = """\
from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import described
from deckgen.model.text import Value, text

PURPOSE = "finding"
EXAMPLE = ""


@dataclass(frozen=True)
class Fields:
    one: Value = described("A number.")
    other: Value = described("Another.")


def compose(fields, context):
    said = tuple(TextBlock((Styled(text(value.shown)),)) for value in (fields.one, fields.other))
    return (Arrangement("Diagram", canvas=said[0]), Arrangement("Diagram", canvas=said[1]))
"""


@pytest.mark.parametrize(
    ("name", "shows", "found"), [("pair", "", set()), ("duel", "comparison", {"bases-compared"})]
)
def test_a_kind_that_compares_wants_numbers_of_one_base(
    tmp_path: Path, install: Installer, name: str, shows: str, found: set[str]
) -> None:
    install("deckgen.kinds", name, f"{PAIR}\nSHOWS = {shows!r}\n" if shows else PAIR)
    values = "    one: ${dialogue}\n    other: ${plan.budget}\n    minutes: 5\n"
    head = f"  - id: survey.presence\n    kind: {name}\n    title: De fleste klynger er til stede i regionen\n"
    budget = planted.BUDGET.replace("${plan.budget}", "${dialogue}")
    assert told(planted.subject(tmp_path, presence=head + values, budget=budget)) == found
