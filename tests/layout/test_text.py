"""Text in its box: no lone word where a narrower box does better, and compounds broken where they must be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.compounds import hyphenated, parts
from deckgen.layout.draw import place_table
from deckgen.layout.place import place, place_text, tidied
from deckgen.layout.setting import STEPS, Setting
from deckgen.layout.table_size import table_widths
from deckgen.layout.text import (
    NARROWEST,
    NARROWEST_SHARED,
    NARROWING,
    TextMeasure,
    divided,
    measure,
    paragraphs,
    tidy,
)
from deckgen.locale import language
from deckgen.model.blocks import TextBlock
from deckgen.model.frames import FrameParagraph, FrameRun, TableItem, TextItem
from deckgen.model.styled import Styled
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.template import Slot
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points

DANISH = language("da")
assert DANISH is not None
THEME = Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5))
SETTING = Setting(THEME, {}, compounds=DANISH.compounds, room="desk")
FLOOR = replace(SETTING, step=STEPS - 1)
WORDS = (
    "klynger",
    "i",
    "og",
    "samarbejde",
    "erhvervsfremme",
    "92\u00a0%",
    "nordjyske",
    "A/S",
    "virksomhedsprogrammer",
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join)


def written(*said: str, size: float = 16, align: str = "left") -> tuple[FrameParagraph, ...]:
    return tuple(FrameParagraph((FrameRun(one),), size, align=align) for one in said)  # type: ignore[arg-type]


def box(width: float) -> Box:
    return Box(points(40), points(100), points(width), points(200))


def measured(width: float, *said: str) -> TextMeasure:
    return measure(written(*said), SETTING, points(width))


LONE = "Klyngerne samarbejder med nordjyske virksomheder og kommuner"


def lone_width() -> float:
    """A width in which the last word of `LONE` stands alone."""
    return next(width for width in range(300, 500) if measured(width, LONE).lone == 2)


def test_a_lone_word_gets_company_in_a_narrower_box_at_the_same_number_of_lines() -> None:
    whole = box(lone_width())
    own = tidy(written(LONE), SETTING, whole)
    before, after = (measure(written(LONE), SETTING, one.width) for one in (whole, own))
    assert own.width < whole.width
    assert (after.lines, after.most, after.height) == (before.lines, before.most, before.height)
    assert after.lone == 0
    assert (own.x, own.y, own.height) == (whole.x, whole.y, whole.height)


@pytest.mark.parametrize(("align", "left"), [("center", 0.5), ("right", 1.0)])
def test_a_narrower_box_stays_where_its_text_is_aligned(align: str, left: float) -> None:
    whole = box(lone_width())
    own = tidy(written(LONE, align=align), SETTING, whole)
    assert own.x - whole.x == pytest.approx((whole.width - own.width) * left, abs=1)


def test_a_text_that_cannot_be_broken_better_keeps_its_box() -> None:
    short = "samarbejde samarbejde"
    width = next(width for width in range(60, 200) if measured(width, short).lone == 2)
    assert tidy(written(short), SETTING, box(width)) == box(width)
    assert tidy(written("Kort"), SETTING, box(300)) == box(300)


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.floats(120, 500))
def test_laws_of_a_narrower_box(said: list[str], width: float) -> None:
    whole = box(width)
    own = tidy(written(*said), SETTING, whole)
    before, after = (measure(written(*said), SETTING, one.width) for one in (whole, own))
    assert whole.contains(own)
    assert own.width >= whole.width * (NARROWEST if len(said) == 1 else NARROWEST_SHARED) - 1
    assert (after.lines, after.most) == (before.lines, before.most)
    assert after.lone <= before.lone
    assert after.too_wide == before.too_wide


ITEMS = st.lists(st.tuples(SENTENCES, st.integers(0, 2)), min_size=1, max_size=5)


@given(ITEMS, st.integers(120, 500))
def test_a_list_is_broken_as_if_it_were_set_from_scratch_in_every_width(
    items: list[tuple[str, int]], width: int
) -> None:
    lines = tuple(
        FrameParagraph((FrameRun(said),), 16 - level, indent=points(12), level=level, margin=points(14 * level))
        for said, level in items
    )
    full = measure(lines, SETTING, points(width))
    best, fewest = points(width), full.lone
    share = NARROWEST if len(lines) == 1 else NARROWEST_SHARED
    for narrower in range(points(width), round(points(width) * share), -NARROWING):
        found = measure(lines, SETTING, narrower)
        if found.too_wide or found.lines > full.lines or found.most > full.most:
            break
        if found.lone < fewest:
            best, fewest = narrower, found.lone
    assert tidy(lines, SETTING, box(width)).width == best


@given(SENTENCES, st.floats(60, 400), st.floats(1, 200))
def test_a_wider_box_is_never_higher(text: str, width: float, more: float) -> None:
    assert measured(width + more, text).height <= measured(width, text).height


def test_a_compound_that_fits_no_line_gets_a_hyphen_at_the_floor_alone() -> None:
    text = written("Ny erhvervsfremmestrategi for Nordjylland")
    narrow = points(125)
    assert measure(text, SETTING, narrow).too_wide == "erhvervsfremmestrategi"
    assert divided(text, SETTING, narrow) == text
    done = divided(text, FLOOR, narrow)
    assert done[0].plain == "Ny erhvervsfremme-strategi for Nordjylland"
    assert not measure(text, FLOOR, narrow).too_wide
    assert divided(done, FLOOR, narrow) == done
    assert divided(text, FLOOR, points(300)) == text


def test_a_compound_of_many_parts_is_broken_as_often_as_it_must_be() -> None:
    text = written("erhvervsfremmebestyrelsen")
    assert divided(text, FLOOR, points(85))[0].plain == "erhvervs-fremme-bestyrelsen"


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("Erhvervshuset er med", "", "Erhvervs-huset er med"),
        ("og Erhvervshuset er med", "", "og Erhvervshuset er med"),
        ("Ja. Erhvervshuset er med", "", "Ja. Erhvervs-huset er med"),
        ("Erhvervshuset", "møde i ", "Erhvervshuset"),
        ("videninstitutionernes", "", "viden-institutionernes"),
        ("styrkepositioner", "", "styrke-positioner"),
        ("fremtidsfabrikken", "", "fremtidsfabrikken"),
        ("erhvervshusdirektørens", "", "erhvervshusdirektørens"),
    ],
)
def test_words_are_broken_at_their_parts_and_names_never(text: str, before: str, expected: str) -> None:
    assert DANISH is not None
    assert hyphenated(text, before, DANISH.compounds, lambda word: len(word) < 18 and word not in text) == expected


@given(st.sampled_from(sorted(DANISH.compounds)), st.sampled_from(["", "s", "en", "erne", "ernes"]))
def test_parts_are_the_word(stem: str, ending: str) -> None:
    assert DANISH is not None
    assert "".join(parts(stem + ending, DANISH.compounds)) == stem + ending
    assert len(parts(stem.capitalize() + ending, DANISH.compounds)) > 1


@given(SENTENCES, st.floats(40, 300))
def test_dividing_adds_hyphens_and_nothing_else(text: str, width: float) -> None:
    done = divided(written(text), FLOOR, points(width))
    assert done[0].plain.replace("-", "") == text
    assert measure(done, FLOOR, points(width)) == measure(written(text), FLOOR, points(width))


def test_a_compound_in_a_narrow_box_is_an_error_until_type_is_at_its_floor() -> None:
    block = TextBlock((Styled(text("En erhvervsfremmestrategi er vedtaget", "body")),))
    assert [one.code for one in place_text(block, box(110), SETTING).misfits] == ["word-too-wide"]
    placed = place_text(block, box(110), FLOOR)
    assert not placed.misfits
    item = placed.items[0]
    assert isinstance(item, TextItem)
    assert item.paragraphs[0].plain == "En erhvervsfremme-strategi er vedtaget"


@pytest.mark.parametrize("width", range(60, 260, 2))
def test_no_box_is_made_narrower_than_a_word_that_stands_in_it(width: int) -> None:
    """At the floor too, where a word would be divided if it were asked again."""
    block = TextBlock((Styled(text("klyngeorganisationer er", "body")),))
    placed = place_text(block, box(width), FLOOR)
    item = placed.items[0]
    assert isinstance(item, TextItem)
    assert not measure(item.paragraphs, Setting(THEME, {}, room="desk"), item.box.width).too_wide or placed.misfits


def test_a_compound_in_a_narrow_column_of_a_table_too() -> None:
    def row(said: str) -> tuple[TableCell, ...]:
        return (TableCell((Styled(text(said, "cells"), "table"),)), TableCell((Styled(text("x", "cells"), "table"),)))

    table = TableBlock(row("Hvad"), (row("videninstitutioner"),), (1, 4), "alt", "table")
    assert {one.code for one in place_table(table, box(118), SETTING, place).misfits} == {"word-too-wide"}
    placed = place_table(table, box(118), FLOOR, place)
    assert not placed.misfits
    item = placed.items[0]
    assert isinstance(item, TableItem)
    assert item.rows[1][0].paragraphs[0].plain == "viden-institutioner"


def test_a_narrow_column_takes_from_the_others_what_its_widest_word_needs() -> None:
    def cells(*said: str) -> tuple[TableCell, ...]:
        return tuple(TableCell((Styled(text(one, "cells"), "table"),)) for one in said)

    rows = (cells("1", "erhvervsfremmeaktørerne"), cells("2", "kort"))
    table = TableBlock(cells("", "Hvem"), rows, (9, 1), "alt", "table")
    widths = table_widths(table, points(300), SETTING)
    assert sum(widths) == points(300)
    assert not place_table(table, box(300), SETTING, place).misfits
    settled = replace(table, weights=widths, settled=True)
    assert table_widths(replace(settled, rows=rows[1:]), points(300), SETTING) == widths


def test_a_placeholder_that_is_made_narrower_says_so() -> None:
    block = TextBlock((Styled(text(LONE, "body")),), slot="body")
    whole = box(lone_width())
    for slot, moved in ((Slot("body", 1, "body", whole), True), (None, False)):
        item = tidied(place_text(block, whole, SETTING, slot).items[0], SETTING)
        assert isinstance(item, TextItem)
        assert item.box.width < whole.width
        assert item.own_box is moved


def test_a_cell_that_ends_in_a_lone_word_uses_the_width_of_its_column() -> None:
    block = TableBlock((TableCell(()),), ((TableCell((Styled(text(LONE, "body")),)),),), (1,), "alt", "table")
    (drawn,) = place_table(block, box(lone_width() + 16), SETTING, place).items
    assert tidied(drawn, SETTING) == drawn


def test_columns_that_hug_break_their_texts_where_that_makes_the_table_lower() -> None:
    """A number stands on one line where that is no more than an equal share; else what it counts has the room."""

    def row(*said: str) -> tuple[TableCell, ...]:
        return tuple(TableCell((Styled(text(one), "table"),)) for one in said)

    rows = (row("Mere end fire ud af fem", "Deltagelsen har bidraget til relevante kontakter i hele landet"),) * 3
    table = TableBlock(row("Tal", "Hvad"), rows, (2, 8), "alt", "table", hugs=(0,))
    number = paragraphs(rows[0][0].parts, SETTING)
    wide, narrow = (table_widths(table, points(width), SETTING)[0] - 2 * points(8) for width in (800, 280))
    assert measure(number, SETTING, wide).most == 1
    assert measure(number, SETTING, narrow).most > 1


def test_what_is_said_beside_a_text_follows_it_muted_on_its_line() -> None:
    part = Styled(text("Klynger"), "body", aside=text(" · 12 − 7"))
    (paragraph,) = paragraphs((part,), SETTING)
    assert [(run.text, run.color) for run in paragraph.runs] == [("Klynger", None), (" · 12 − 7", "muted")]


def test_text_in_a_placeholder_that_is_bold_by_itself_is_measured_and_written_bold() -> None:
    block = TextBlock((Styled(text("Spørgsmål og svar er konstrueret", "lead")),), slot="lead")
    whole = box(400)
    plain = Slot("lead", 13, "body", whole)
    (item,) = place_text(block, whole, SETTING, replace(plain, bold=True)).items
    assert isinstance(item, TextItem)
    assert all(paragraph.bold for paragraph in item.paragraphs)
    (drawn,) = place_text(block, whole, SETTING, replace(plain, bold=True, drawn=True)).items
    assert isinstance(drawn, TextItem)
    assert not any(paragraph.bold for paragraph in drawn.paragraphs)


LINKED = st.lists(
    st.tuples(
        st.lists(st.sampled_from((*WORDS, "https://eksempel.dk/en-lang-adresse")), min_size=1).map(" ".join),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@given(LINKED, st.integers(20, 600), st.floats(0, 1))
def test_no_line_is_another_down_to_the_width_that_a_measure_names(
    said: list[tuple[str, bool]], width: int, part: float
) -> None:
    runs = tuple(FrameRun(f"{one} ", link="https://eksempel.dk" if is_link else "") for one, is_link in said)
    listed = FrameParagraph(runs, 12, indent=points(9))
    lines = (FrameParagraph(runs, 16), listed, replace(listed, level=1, margin=points(9)))
    for setting in (SETTING, FLOOR):
        whole = measure(lines, setting, points(width))
        narrower = whole.same_from + round((points(width) - whole.same_from) * part)
        if narrower < points(width):
            assert replace(measure(lines, setting, narrower), same_from=whole.same_from) == whole
