"""The ladder: another arrangement, smaller type, a next slide, an error; and the laws that hold on every frame."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.fit import set_slide
from deckgen.layout.stage import Stage
from deckgen.layout.text import measure
from deckgen.locale import language
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Panel, Row, TextBlock
from deckgen.model.frames import Frame, TableItem, TextItem
from deckgen.model.plan import PlannedSlide
from deckgen.model.styled import Styled
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.template import SlideLayout, Slot, Template
from deckgen.model.text import NOWHERE, Paragraph, Run, Text, text
from deckgen.model.theme import TYPE_SCALES, Theme
from deckgen.model.units import Box, inches, points
from deckgen.registry import registry

BODY = Box(inches(0.6), inches(1.9), inches(12.133), inches(4.78))
SLIDE = Box(0, 0, inches(13.333), inches(7.5))


def stage() -> Stage:
    slots = {
        "title": Slot("title", 0, "title", Box(BODY.x, inches(0.7), BODY.width, inches(0.96)), size=26),
        "body": Slot("body", 1, "body", BODY, size=16),
        "table": Slot("table", 14, "tbl", BODY, size=14),
        "foot": Slot("foot", 11, "ftr", Box(BODY.x, inches(6.95), inches(9.2), inches(0.36)), size=10),
    }
    layouts = {"Body": SlideLayout("Body", slots, BODY)}
    theme = Theme("Test", "Cambria", "Calibri", {}, SLIDE.width, SLIDE.height)
    spoken = language("da")
    assert spoken is not None
    return Stage(
        Template(b"", layouts, SLIDE.width, SLIDE.height), theme, registry().charts, spoken.labels, room="desk"
    )


def at(said: str, path: str) -> Text:
    return Text((Paragraph((Run(said),)),), path, Span("deck.yaml", 7, 3))


def planned(title: str = "Syv klynger er til stede", foot: str = "") -> PlannedSlide:
    said = at(title, "title")
    return PlannedSlide(
        "a.b",
        "bullets",
        said,
        None,
        "s",
        "",
        Decimal(1),
        text("Sig det"),
        foot,
        (),
        (),
        False,
        Span("deck.yaml", 5, 3),
    )


def run(*arrangements: Arrangement, slide: PlannedSlide | None = None) -> tuple[tuple[Frame, ...], list[str]]:
    diagnostics = Diagnostics()
    frames = set_slide(slide or planned(), arrangements, 1, stage(), diagnostics)
    return frames, [f"{one.code} {one.span}" for one in diagnostics]


def bullets(*items: str, role: str = "body", splits: bool = True) -> Arrangement:
    parts = tuple(Styled(at(item, f"items/{n}"), role, marker="bullet") for n, item in enumerate(items, 1))  # type: ignore[arg-type]
    return Arrangement("Body", (TextBlock(parts, slot="body", splits=splits),))


def body_size(frame: Frame) -> float:
    return next(i for i in frame.items if i.name.endswith("items/1") and isinstance(i, TextItem)).paragraphs[0].size


LONG = "Klyngerne samarbejder med virksomheder, kommuner og videninstitutioner i hele landet om innovation " * 2


def test_the_first_arrangement_that_fits_is_taken() -> None:
    frames, found = run(bullets("Kort", role="lead"), bullets("Kort"))
    assert not found
    assert body_size(frames[0]) == 22
    assert frames[0].ladder == ()


def test_type_grows_where_a_desks_page_has_the_room_and_a_fuller_page_less() -> None:
    found = [run(bullets(*[LONG] * count))[0] for count in (6, 7)]
    assert [len(frames) for frames in found] == [1, 1]
    assert [body_size(frames[0]) for frames in found] == [18, 17]
    assert all(frames[0].ladder == () for frames in found)


def test_another_arrangement_comes_before_smaller_type() -> None:
    seven = [LONG] * 6
    frames, found = run(bullets(*seven, role="lead"), bullets(*seven))
    assert not found
    assert frames[0].ladder == ("reflowed: arrangement 2",)
    assert body_size(frames[0]) == 16


def test_type_steps_down_before_the_slide_continues() -> None:
    frames, found = run(bullets(*[LONG] * 8))
    assert not found
    assert len(frames) == 1
    assert 14 <= body_size(frames[0]) < 16


def test_what_cannot_shrink_continues_on_a_next_slide_and_loses_nothing() -> None:
    items = [f"{n} {LONG}" for n in range(14)]
    frames, found = run(bullets(*items))
    assert not found
    assert [frame.id for frame in frames] == ["a.b", "a.b~2"]
    said = [
        p.plain
        for f in frames
        for i in f.items
        if isinstance(i, TextItem) and "items/" in i.name
        for p in i.paragraphs
    ]
    assert said == items
    title = next(i for i in frames[1].items if i.name == "a.b~2/title")
    assert isinstance(title, TextItem)
    assert title.paragraphs[0].plain.endswith("(fortsat, 2 af 2)")


@pytest.mark.parametrize(("long", "short"), [(4, 22), (6, 22), (8, 18)])
def test_pages_of_items_of_unequal_height_are_balanced(long: int, short: int) -> None:
    """The first page holds few of the long ones; those after it share what is left, and the last is no remnant."""
    frames, found = run(bullets(*[LONG * 2] * long, *["Kort"] * short))
    texts = [[i for i in frame.items if isinstance(i, TextItem) and "items/" in i.name] for frame in frames]
    held = [sum(len(item.paragraphs) for item in own) for own in texts]
    assert not found and sum(held) == long + short
    first, *others = held
    assert first < max(others) <= min(others) + 1


def test_a_slide_that_has_no_room_to_continue_under_the_title_of_a_next_page_is_one_page_again() -> None:
    layout = stage().template.slide_layouts["Body"]
    title = replace(layout.slots["title"], box=replace(layout.slots["title"].box, height=0))
    flowing = replace(layout, flows=True, slots={**layout.slots, "title": title})
    own = replace(stage(), template=replace(stage().template, slide_layouts={"Body": flowing}))
    slide = planned(" ".join(["klyngerne"] * 6))
    pages = set()
    for words in (350, 380):
        (first, *more) = set_slide(slide, (bullets(*[" ".join(["klynger"] * words)] * 2),), 1, own, Diagnostics())
        (said,) = (i.paragraphs[0].plain for i in first.items if isinstance(i, TextItem) and i.name == "a.b/title")
        pages.add(1 + len(more))
        assert said == slide.title.plain
    assert pages == {1, 2}


def test_what_cannot_be_split_is_an_error_at_its_line() -> None:
    frames, found = run(bullets(*[LONG] * 14, splits=False))
    assert found == ["text-does-not-fit deck.yaml:7:3"]
    assert not frames[0].fits


def test_a_title_that_is_too_long_is_an_error_at_its_line() -> None:
    frames, found = run(bullets("Kort"), slide=planned(title=LONG * 2))
    assert found == ["text-does-not-fit deck.yaml:7:3"]
    assert not frames[0].fits and run(bullets("Kort"))[0][0].fits


def test_a_balanced_title_has_room_beside_its_longest_line() -> None:
    """A link that LibreOffice moves whole once decided the width to a tenth of a point, and the title broke anew."""
    link = "https://example.dk"
    runs = (
        Run("Forretningsudvikling Vest- "),
        Run("bestyrelse i", link=link),
        Run(" men "),
        Run("energi den", link=link),
        Run(" medlemmer at "),
        Run("udvikling klynger", bold=True),
        Run(" klynge"),
    )
    said = Text((Paragraph(runs),), "title", Span("deck.yaml", 7, 3))
    frames, _ = run(bullets("Kort"), slide=replace(planned(), title=said))
    title = next(item for item in frames[0].items if item.name == "a.b/title")
    assert isinstance(title, TextItem)
    narrower = measure(title.paragraphs, stage().setting(0), title.box.width - points(2))
    assert title.lines == narrower.lines == 2


def test_a_word_that_is_wider_than_its_box_is_named() -> None:
    diagnostics = Diagnostics()
    narrow = Row(
        (TextBlock((Styled(at("Erhvervsfremmestrategi" * 3, "x")),)), TextBlock((Styled(at("y", "y")),))), (1, 9)
    )
    set_slide(planned(), (Arrangement("Body", canvas=narrow),), 1, stage(), diagnostics)
    assert [one.code for one in diagnostics] == ["word-too-wide"]
    assert "Erhvervsfremmestrategi" in next(iter(diagnostics)).message


def test_table_rows_continue_with_their_header() -> None:
    def cell(said: str) -> TableCell:
        return TableCell((Styled(at(said, "cells"), "table"),))

    rows = tuple((cell(f"Række {n}"), cell(LONG)) for n in range(20))
    table = TableBlock((cell("Hoved"), cell("Hvad")), rows, (1, 3), "alt", "table", "table")
    frames, found = run(Arrangement("Body", (table,)))
    assert not found
    tables = [i for f in frames for i in f.items if isinstance(i, TableItem)]
    assert len(tables) >= 2
    assert all(one.rows[0][0].paragraphs[0].plain == "Hoved" for one in tables)
    assert [r[0].paragraphs[0].plain for one in tables for r in one.rows[1:]] == [f"Række {n}" for n in range(20)]
    assert all(one.box.bottom <= BODY.bottom for one in tables)
    alts = [one.alt for one in tables]
    assert alts[0].startswith("alt (række 1-") and alts[-1].endswith("-20 af 20)") and len(set(alts)) == len(alts)


def test_unknown_chart_type_and_uneven_rows_are_errors_not_tracebacks() -> None:
    from deckgen.model.blocks import ChartBlock
    from deckgen.model.chart_data import Category, ChartData, Label

    def chart(kind: str, series: tuple[str, ...]) -> Arrangement:
        data = ChartData((Category("a", (Decimal(1),), (Label("1"),)),), series)
        return Arrangement("Body", canvas=ChartBlock(kind, data, "alt", "chart", text=at("n", "counted")))

    assert run(chart("pei", ("n",)))[1] == ["chart-data deck.yaml:7:3"]
    assert run(chart("bar", ("n", "m")))[1] == ["chart-data deck.yaml:7:3"]


WORD = st.sampled_from(
    [
        "klynge",
        "samarbejde",
        "erhvervsfremme",
        "i",
        "og",
        "innovationskraft",
        "1.740",
        "nordjyske",
        "virksomheder",
        "92",
    ]
)
SENTENCE = st.lists(WORD, min_size=1, max_size=14).map(" ".join)


def card(said: str) -> Block:
    return Panel(TextBlock((Styled(at(said, "t"), "body"),)), rule="top", padding=8)


@settings(max_examples=60)
@given(st.lists(SENTENCE, min_size=1, max_size=9), st.sampled_from([1, 2, 3]))
def test_laws_of_a_grid(said: list[str], columns: int) -> None:
    """Everything inside the slide, no two texts over each other, nothing lost, nothing under its floor."""
    cards = tuple(card(one) for one in said)
    grid = Grid(cards, columns, fill=True, splits=True)
    diagnostics = Diagnostics()
    frames = set_slide(planned(), (Arrangement("Body", canvas=grid),), 1, stage(), diagnostics)
    assert not diagnostics.has_errors
    told = []
    for frame in frames:
        items = [i for i in flat(frame.items) if isinstance(i, TextItem)]
        assert all(SLIDE.contains(i.box) for i in items)
        assert not any(a.box.overlaps(b.box) for n, a in enumerate(items) for b in items[n + 1 :])
        cards_set = [i for i in items if "/title" not in i.name]
        told += [p.plain for i in cards_set for p in i.paragraphs]
        sizes = {p.size for i in cards_set for p in i.paragraphs}
        assert len(sizes) == 1
        assert min(sizes) >= TYPE_SCALES["desk"]["body"][-1]
    assert told == said


@pytest.mark.parametrize("justify", ["top", "middle", "upper", "spread", "grow"])
def test_a_column_uses_its_region_and_no_more(justify: str) -> None:
    column = Column((card("en"), card("to"), card("tre")), justify=justify)  # type: ignore[arg-type]
    frames, found = run(Arrangement("Body", canvas=column))
    assert not found
    assert all(BODY.contains(i.box, slack=3) for i in frames[0].items if "/title" not in i.name)
    assert not run(Arrangement("Body", canvas=Column((), justify=justify)))[1]  # type: ignore[arg-type]


def test_span_without_a_line_falls_back_to_the_slide() -> None:
    unplaced = Text((Paragraph((Run(LONG * 20),)),), "x", NOWHERE)
    block = TextBlock((Styled(unplaced),))
    assert run(Arrangement("Body", canvas=block))[1] == ["text-does-not-fit deck.yaml:5:3"]


def test_on_a_clients_template_few_things_are_set_smaller_rather_than_on_a_page_each() -> None:
    """A region that holds one of five: in our own template each has a page, and in a client's they share one."""
    usual = stage()
    low = replace(usual.template.slide_layouts["Body"].slots["body"], box=replace(BODY, height=inches(1.9)))
    layout = SlideLayout("Body", {**usual.template.slide_layouts["Body"].slots, "body": low}, low.box)
    template = replace(usual.template, slide_layouts={"Body": layout})

    def pages(tight: bool) -> tuple[Frame, ...]:
        own = replace(usual, template=template, theme=replace(usual.theme, tight=tight))
        return set_slide(planned(), (bullets(*[LONG * 2] * 5),), 1, own, Diagnostics())

    assert len(pages(tight=False)) > 2
    shared = pages(tight=True)
    assert len(shared) <= 2 and all(frame.size < 0.8 for frame in shared)
