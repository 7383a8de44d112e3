"""The laws of the ladder, for every kind, with texts of any length and lists of any number of items.

Set as slides are, but not written: frames alone say what must hold.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckgen.brand import load_brand
from deckgen.checks.text.frame_text import boxes, flat
from deckgen.diagnostics import Diagnostics, Span
from deckgen.icons import icon_set
from deckgen.layout.fit import set_slide
from deckgen.layout.stage import Stage
from deckgen.locale import language
from deckgen.model.chart_fields import ChartSeries
from deckgen.model.content import Client, Organisation
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameParagraph,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.icon import Icon
from deckgen.model.kind import Context
from deckgen.model.language import Language
from deckgen.model.list_item import IconListItem, ListItem
from deckgen.model.number import literal
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.plan import AgendaEntry, DeckFacts, FigureRow, PlannedSlide
from deckgen.model.sign import Sign
from deckgen.model.template import SlideLayout
from deckgen.model.text import Paragraph, PlottedValue, Run, Text, Value, text
from deckgen.model.theme import TYPE_SCALES
from deckgen.model.units import Box, points
from deckgen.powerpoint.own_template.build import own_template
from stress import CHARTS, KINDS, Made, agree, key_of, say

BRAND = Path(__file__).parent.parent.parent / "assets/_brand.yml"
AROUND = {"title", "tracker", "foot", "number"}
PIN = re.compile(r"pins/\d+/number")
LARGEST = re.compile(r"composition_in_words/parts/1/")
FLOOR = min(steps[-1] for scale in TYPE_SCALES.values() for role, steps in scale.items() if role != "foot")
ABOUT = 160
"""Words in a field of a list: with more, most slides are refused, which takes longest and says the same each time."""
HERE = Span("deck.yaml", 7, 3)


def spoken() -> Language:
    danish = language("da")
    assert danish
    return danish


@cache
def stage() -> Stage:
    theme, danish = load_brand(BRAND, BRAND.name, Diagnostics()), spoken()
    assert theme
    words = (danish.labels, danish.compounds)
    return Stage(own_template(theme, danish), theme, _charts(), *words, room="desk")


def _charts() -> Any:
    from deckgen.registry import registry

    return registry().charts


def smaller(across: float, down: float) -> Stage:
    """The stage with regions of a part of their width and height; what stands around them stays as it is."""
    whole = stage()
    layouts = {name: _smaller(layout, across, down) for name, layout in whole.template.slide_layouts.items()}
    return replace(whole, template=replace(whole.template, slide_layouts=layouts))


def _smaller(layout: SlideLayout, across: float, down: float) -> SlideLayout:
    def part(box: Box) -> Box:
        return Box(box.x, box.y, round(box.width * across), round(box.height * down))

    slots = {
        name: slot if name in AROUND else replace(slot, box=part(slot.box)) for name, slot in layout.slots.items()
    }
    return replace(layout, slots=slots, canvas=part(layout.canvas))


@dataclass(frozen=True)
class Asked:
    """A slide of a kind, with its fields; `texts` is what they say."""

    kind: str
    fields: Any
    texts: tuple[str, ...]
    items: int

    @property
    def slide(self) -> PlannedSlide:
        title, notes = Text((Paragraph((Run("Syv klynger er til stede"),)),), "title", HERE), text("Sig det")
        return PlannedSlide(
            "a.b", self.kind, title, None, "s", "", Decimal(1), notes, "", (), (), False, Span("deck.yaml", 5, 3)
        )

    @property
    def context(self) -> Context:
        said = text("Klynger i Nordjylland")
        facts = DeckFacts(said, said, said, "2023", 30, Organisation("Navigators"), Client("BRN"))
        agenda = tuple(
            AgendaEntry(number, text(say(f"entry {number}", number % 5 + 1)), "5 min.", "a.b")
            for number in range(1, self.items + 1)
        )
        rows = tuple(
            FigureRow(f"f.{number}", say(f"row {number}", number), "mindst\u00a012", "Kilde", "2023", "12 klynger")
            for number in range(1, 2 * self.items)
        )
        return Context(self.slide.title, stage().labels, facts, agenda, rows, spoken().dates)

    def set(self, on: Stage) -> tuple[tuple[Frame, ...], list[str]]:
        diagnostics = Diagnostics()
        frames = set_slide(self.slide, KINDS[self.kind].compose(self.fields, self.context), 1, on, diagnostics)
        assert all(one.span.line for one in diagnostics)
        return frames, [one.message for one in diagnostics if one.severity == "error"]


def typed(hint: Any, said: Any, path: str, texts: list[str]) -> Any:
    """What content makes of a value, of which no mark has a meaning here."""
    parts = [one for one in typing.get_args(hint) if one is not type(None)]
    if hint is Text:
        plain = said.replace("**", "")
        if path.rpartition("/")[2] != "alt":  # which is heard, and not set
            texts.append(plain)
        return Text((Paragraph((Run(plain),)),), path, HERE)
    if hint in (ListItem, IconListItem, ChartSeries) and isinstance(said, str):
        return hint(typed(Text, said, path, texts))
    if hint in (Value, PlottedValue):
        number = Decimal(str(said)) if not str(said).startswith("$") else Decimal(1740)
        qualifier = "mindst" if number > 99 else ""
        shown = f"{qualifier}\u00a0{number}" if qualifier else str(number)
        return hint(literal(number), shown, path=path, span=HERE, qualifier=qualifier)
    if hint is Icon:
        outline = icon_set.outline(said)
        assert outline
        return Icon(said, outline, HERE)
    if hint is Decimal:
        return Decimal(said)
    if hint is Sign:
        return Sign(said, said, HERE)
    if hint is Tiles:
        return Tiles(said, spoken().places[said], HERE)
    if hint is OutlineFile:
        return OutlineFile(said, span=HERE)
    if hint is PlaceName:
        return PlaceName(said, HERE)
    if hint is Picture:
        return Picture(said, (1200, 800), span=HERE)
    if typing.get_origin(hint) is tuple:
        return tuple(typed(parts[0], one, f"{path}/{number}", texts) for number, one in enumerate(said, 1))
    if type(None) in typing.get_args(hint):
        return typed(parts[0], said, path, texts)
    if dataclasses.is_dataclass(hint):
        return built(typing.cast("type[Any]", hint), said, path, texts)
    return said


def built(wanted: type[Any], said: dict[str, Any], path: str, texts: list[str]) -> Any:
    hints = typing.get_type_hints(wanted)
    names = {key_of(name): name for name in hints}
    return wanted(
        **{
            names[key]: typed(hints[names[key]], value, f"{path}/{key}".lstrip("/"), texts)
            for key, value in said.items()
        }
    )


@st.composite
def slides(draw: st.DrawFn) -> Asked:
    kind = draw(st.sampled_from(sorted(KINDS)))
    items = draw(st.integers(1, 12))
    words = draw(st.integers(1, max(4, min(60, ABOUT // items))))
    seed, longest = draw(st.integers(0, 10_000)), draw(st.integers(0, 9)) == 0
    made = Made(f"{kind}.{seed}", items, words, longest, draw(st.sampled_from(CHARTS)))
    said = made.fields(KINDS[kind].fields)
    agree(kind, items, said)
    texts: list[str] = []
    return Asked(kind, built(KINDS[kind].fields, said, "", texts), tuple(texts), items)


def field(item: Item) -> str:
    """The field that an item answers for, of no item of a list in particular."""
    return re.sub(r"[0-9]+", "*", item.name.removeprefix("a.b").partition("/")[2] if "/" in item.name else item.name)


def paragraphs(frames: tuple[Frame, ...]) -> Iterator[tuple[str, FrameParagraph]]:
    for frame in frames:
        for item in flat(frame.items):
            if isinstance(item, TextItem):
                yield from ((field(item), one) for one in item.paragraphs)
            elif isinstance(item, TableItem):
                yield from (("table", one) for row in item.rows for cell in row for one in cell.paragraphs)


def sizes(frames: tuple[Frame, ...]) -> dict[str, float]:
    """The smallest type that each text of the body is set in, whatever block it stands in."""
    found: dict[str, float] = {}
    for name, paragraph in paragraphs(frames):
        if name not in AROUND and paragraph.plain:
            said = bare(paragraph.plain)
            found[said] = min(found.get(said, paragraph.size), paragraph.size)
    return found


_BASE: Final = re.compile(r" \(n\xa0=\xa0[0-9.]+\)\Z")
"""What layout adds to the name of a panel whose base is given."""


def bare(said: str) -> str:
    """A text without its hyphens, some of which layout puts into compounds at the floor."""
    return said.replace("-", "")


def reflowed(frames: tuple[Frame, ...]) -> list[str]:
    """The arrangement that a slide is set in."""
    return [rung for frame in frames for rung in frame.ladder if rung.startswith("reflowed")]


def where_it_says(item: Item) -> Iterator[Box]:
    """Of a number on a round pin the square within the round, as the corners of its box are empty."""
    corner = 0.146 if PIN.fullmatch(item.name) else 0.0
    for box in boxes(item):
        yield box.inset(*[round(corner * box.width)] * 4)


@settings(max_examples=150, deadline=None)
@given(slides())
def test_what_is_set_stands_in_the_slide_apart_and_loses_nothing_and_equal_siblings_are_alike(asked: Asked) -> None:
    """One test of several laws, as to set a slide takes longer than to look at it."""
    frames, errors = asked.set(stage())
    siblings_have_equal_type(asked, frames)
    assume(not errors)
    stands_in_the_slide_apart(frames)
    loses_nothing(asked, frames)


def stands_in_the_slide_apart(frames: tuple[Frame, ...]) -> None:
    page = Box(0, 0, stage().template.width, stage().template.height)
    for frame in frames:
        items = [item for item in flat(frame.items) if item.box.width and item.box.height]
        assert all(page.contains(item.box, points(1)) for item in items)
        told = [item for item in items if not isinstance(item, ShapeItem) and item.box != page]
        if len(told) < sum(not isinstance(item, ShapeItem) for item in items):
            (band,) = [item for item in items if item.name.endswith("/band")]
            assert all(band.box.contains(item.box, points(1)) for item in told if item.name.startswith("a.b/"))
        for number, one in enumerate(told):
            inner = [box.inset(*[points(1)] * 4) for box in where_it_says(one)]
            others = [box for other in told[number + 1 :] for box in where_it_says(other)]
            assert not any(box.overlaps(other) for box in inner for other in others), (frame.id, one.name)
    assert min(sizes(frames).values(), default=FLOOR) >= FLOOR


def loses_nothing(asked: Asked, frames: tuple[Frame, ...]) -> None:
    told_texts = Counter(_BASE.sub("", bare(paragraph.plain)) for _, paragraph in paragraphs(frames))
    drawn = ""
    for frame in frames:
        for item in flat(frame.items):
            if isinstance(item, ChartItem):
                drawn += "".join(bare(f"{said}\n") for said in item.plot.categories)
            elif isinstance(item, PictureItem):
                drawn += bare(f"{item.alt}\n")
    for said, times in Counter(bare(said) for said in asked.texts).items():
        assert told_texts[said] + drawn.count(said) >= times, said
    if getattr(asked.fields, "picture", None):
        assert bare(asked.fields.alt.plain) in drawn


def siblings_have_equal_type(asked: Asked, frames: tuple[Frame, ...]) -> None:
    """Every item of a list has the sizes of the others, on all pages; what is under it is set smaller.

    The largest part of a whole alone may be set larger than what is ranked under it.
    """
    by_item: dict[str, dict[str, set[float]]] = {}
    for frame in frames:
        for item in flat(frame.items):
            largest = LARGEST.match(f"{asked.kind}/{item.name}")
            if isinstance(item, TextItem) and field(item) not in AROUND and not largest:
                found = by_item.setdefault(field(item), {}).setdefault(item.name.partition("/")[2], set())
                found.update(paragraph.size for paragraph in item.paragraphs if not paragraph.level)
    for name, siblings in by_item.items():
        assert len({frozenset(found) for found in siblings.values()}) == 1, (name, siblings)


@settings(max_examples=120, deadline=None)
@given(slides(), st.floats(0.65, 1), st.floats(0.65, 1), st.floats(0.8, 1), st.floats(0.8, 1))
def test_a_larger_region_takes_no_more_pages_and_no_smaller_type(
    asked: Asked, across: float, down: float, less_across: float, less_down: float
) -> None:
    """Type is compared within one arrangement: another one has other roles for the same words."""
    small, refused = asked.set(smaller(across * less_across, down * less_down))
    assume(not refused)
    large, errors = asked.set(smaller(across, down))
    assert not errors
    assert len(large) <= len(small)
    if len(large) == len(small) and reflowed(large) == reflowed(small):
        in_small = sizes(small)
        for said, size in sizes(large).items():
            assert size >= in_small.get(said, size), (said, size, in_small[said])


@settings(max_examples=60, deadline=None)
@given(slides())
def test_what_cannot_be_set_says_which_role_and_how_many_lines(asked: Asked) -> None:
    _, errors = asked.set(smaller(0.6, 0.3))
    excess = r"about [0-9]+ lines? too many in '[a-z_]+'$|the word '|chart: "
    said = rf"{excess}|its label (touches that of|stands [0-9]+ pt out of) "
    for message in errors:
        assert re.search(said, message), message


def test_a_numbered_list_goes_on_counting_on_its_next_page() -> None:
    said = {"questions": [say(f"q {number}", 40) for number in range(6)]}
    asked = Asked("dialogue", built(KINDS["dialogue"].fields, said, "", []), (), 6)
    frames, errors = asked.set(smaller(0.8, 0.5))
    assert not errors
    assert len(frames) > 1
    numbers = [item for frame in frames for item in flat(frame.items) if field(item) == "questions/*/badge"]
    told = [item.paragraphs[0].plain for item in numbers if isinstance(item, TextItem)]
    assert told == [str(number) for number in range(1, len(said["questions"]) + 1)]


def test_a_closing_line_stands_on_the_last_page_alone() -> None:
    events = [
        {"when": "2020", "heading": say(f"h {number}", 6), "body": say(f"b {number}", 60)} for number in range(6)
    ]
    said = {"events": events, "closing": "Det er, hvad det førte til"}
    asked = Asked("timeline", built(KINDS["timeline"].fields, said, "", []), (), 6)
    frames, errors = asked.set(stage())
    assert not errors
    closing = [any(field(item) == "closing" for item in flat(frame.items)) for frame in frames]
    assert closing == [False] * (len(frames) - 1) + [True]
    assert len(frames) > 1


def test_steps_with_long_words_stand_one_under_the_other_on_a_narrow_page() -> None:
    """They were continued on a second page, each half empty."""
    steps = [{"what": "Samfundsudviklingen", "body": say(f"b {number}", 8)} for number in range(4)]
    asked = Asked("process", built(KINDS["process"].fields, {"steps": steps}, "", []), (), 4)
    frames, errors = asked.set(smaller(0.5, 1.0))
    assert not errors
    assert len(frames) == 1
    assert any("one under the other" in said for said in frames[0].ladder)


def test_bars_of_shares_stay_long_where_labels_need_the_width() -> None:
    """Beside long labels they were a sixth of the width, which shows no share."""
    shares = [{"share": 75, "direction": "over", "claim": say(f"l {number}", 9)} for number in range(4)]
    asked = Asked("shares", built(KINDS["shares"].fields, {"shares": shares}, "", []), (), 4)
    narrow = smaller(0.6, 1.0)
    frames, errors = asked.set(narrow)
    assert not errors
    assert len(frames) == 1
    bars = [item for item in flat(frames[0].items) if item.name == "sure"]
    region = narrow.template.slide_layouts["Diagram"].canvas.width
    assert bars
    assert min(item.box.width for item in bars) > 0.75 * 0.3 * region
