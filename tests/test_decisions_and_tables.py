"""What kinds of decisions and tables promise: empty boxes, decimals in line, signs in words, frames in place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pptx import Presentation

import gallery
from deckgen import pipeline
from deckgen.checks.text.frame_text import flat
from deckgen.content.slides import example_fields
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.blocks import Block, Column, Grid, Group, Layered, Panel, Row, TextBlock
from deckgen.model.content import Client, Organisation
from deckgen.model.frames import Frame, ShapeItem, TableItem, TextItem
from deckgen.model.kind import Context
from deckgen.model.plan import AgendaEntry, DeckFacts
from deckgen.model.table_edges import edges
from deckgen.model.text import text
from deckgen.model.units import points
from deckgen.registry import registry

TABLE = """\
id: a.table
kind: table
title: Omsætningen er størst i Aalborg
columns: [By, Omsætning, Aftale]
rows:
  - heading: Nord
  - cells: [Aalborg, "110,75", ✓]
  - cells: [Hjørring, "12,5", –]
  - cells: [Skagen, "8", –]
  - {cells: [I alt, "131,25", –], total: true}
"""
MATRIX = """\
id: a.matrix
kind: options_matrix
title: Den fælles satsning svarer til flest krav
heading: Model
criteria: [Egen økonomi, Erfaring]
options:
  - {heading: Aftaler, cells: [–, ◔]}
  - {heading: Satsning, cells: [✓, ◕], emphasis: true}
"""


def table_of(frame: Frame) -> TableItem:
    return next(item for item in frame.items if isinstance(item, TableItem))


def inside(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, Row | Column | Grid | Layered):
        for child in block.children:
            yield from inside(child)
    elif isinstance(block, Panel | Group):
        yield from inside(block.child)


def test_decimals_of_a_column_stand_under_each_other(tmp_path: Path) -> None:
    rows = table_of(gallery.frame_of(TABLE, tmp_path)).rows
    insets = {row[1].paragraphs[0].plain: row[1].inset for row in rows if row[1].paragraphs[0].plain}
    assert max(insets["110,75"], insets["131,25"]) < points(1)
    assert points(1) < insets["12,5"] < insets["8"]


def test_a_head_over_a_group_takes_the_row_and_both_heads_are_marked(tmp_path: Path) -> None:
    found = Diagnostics()
    loaded = pipeline.load(gallery.write(tmp_path / "content", {"a.table": TABLE}), gallery.BRAND, found)
    assert loaded
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", found), found)
    (tmp_path / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    slide = next(one for one in Presentation(str(tmp_path / "deck.pptx")).slides if one.shapes)
    table = next(shape for shape in slide.shapes if shape.has_table).table
    assert (table.first_row, table.first_col) == (True, True)
    assert table.cell(1, 0).is_merge_origin
    assert table.cell(1, 0).span_width == len(table.columns)
    assert table.cell(1, 2).is_spanned


def test_a_sign_is_drawn_and_said_in_words(tmp_path: Path) -> None:
    frame = gallery.frame_of(MATRIX, tmp_path)
    table = table_of(frame)
    drawn = [item for item in flat(frame.items) if isinstance(item, ShapeItem) and item.name == "sign"]
    assert len(drawn) == 3
    assert all(table.box.contains(item.box) for item in drawn)
    assert "Satsning: Egen økonomi ja, Erfaring 3 af 4" in table.alt
    assert not any(
        sign in cell.plain for row in table.rows for one in row for cell in one.paragraphs for sign in "✓◔◕"
    )


def test_an_option_is_framed_where_the_content_recommends_it(tmp_path: Path) -> None:
    _, first, second = table_of(gallery.frame_of(MATRIX, tmp_path)).rows
    assert {cell.edge for cell in first} == {"none"}
    assert {cell.edge for cell in second} == {"framed"}


def test_neighbours_that_are_recommended_stand_in_one_frame(tmp_path: Path) -> None:
    both = MATRIX.replace("cells: [–, ◔]}", "cells: [–, ◔], emphasis: true}")
    table = table_of(gallery.frame_of(both, tmp_path))
    first, second = edges(table, 1, 0), edges(table, 2, 0)
    assert first.top.color == first.left.color == second.left.color == second.bottom.color == "accent"
    assert first.bottom == second.top
    assert first.bottom.color != "accent"


def test_every_option_of_a_ballot_has_an_empty_box_for_every_choice(tmp_path: Path) -> None:
    frame = gallery.frame_of(registry().kinds["ballot"].example, tmp_path)
    boxes = [item for item in flat(frame.items) if isinstance(item, ShapeItem) and item.name == "tick box"]
    assert len(boxes) == 3 * 2
    assert all(box.fill is None and box.line for box in boxes)
    assert len({box.box.y for box in boxes}) == 2


def agenda(*minutes: int) -> tuple[AgendaEntry, ...]:
    return tuple(
        AgendaEntry(
            number, text(f"Del {number}"), f"{length} min." if length else "", "a.b", duration=Decimal(length)
        )
        for number, length in enumerate(minutes, 1)
    )


def decided(*minutes: int) -> list[Block]:
    kind, spoken = registry().kinds["decision"], language("da")
    assert spoken
    said = text("Møde")
    facts = DeckFacts(said, said, said, "2023", 30, Organisation("Navigators"), Client("BRN"))
    first = kind.compose(
        example_fields(kind), Context(said, spoken.labels, facts, agenda(*minutes), (), spoken.dates)
    )[0]
    assert first.canvas
    return list(inside(first.canvas))


def test_parts_of_the_agenda_are_as_long_as_their_minutes() -> None:
    assert any(isinstance(block, Row) and block.weights == (5.0, 7.0, 12.0) for block in decided(5, 7, 12))


def test_the_line_on_the_minutes_stands_where_the_agenda_has_none() -> None:
    said = [part.text.plain for block in decided(0, 0) if isinstance(block, TextBlock) for part in block.parts]
    assert "Mødets dele og deres minutter" in said


@pytest.mark.parametrize(
    "slide",
    [
        TABLE.replace("heading: Nord", "{heading: Nord, cells: [a, b, c]}"),
        TABLE.replace("cells: [Skagen", "cells: [Skagen, Nord"),
        MATRIX.replace("[–, ◔]", "[–]"),
        "id: a.b\nkind: decision\ntitle: Vælg en model\n"
        "cards: [{verb: A, object: b, emphasis: true}, {verb: C, object: d, emphasis: true}]\n",
        "id: a.b\nkind: matrix_2x2\ntitle: Alt står et sted\nacross: {name: a, low: b, high: c}\n"
        "up: {name: a, low: b, high: c}\nitems: [{heading: x, quadrant: top-left}, {heading: y, x: 1, y: 2}]\n",
        "id: a.b\nkind: matrix_2x2\ntitle: Alt står et sted\nacross: {name: a, low: b, high: c}\n"
        "up: {name: a, low: b, high: c}\nitems: [{heading: x, x: 101, y: 2}]\n",
        "id: a.b\nkind: responsibilities\ntitle: Direktionen forbereder\nheading: a\nroles: [b, c]\n"
        "tasks: [{what: d, cells: [R]}]\n",
    ],
)
def test_fields_that_disagree_are_told(slide: str, tmp_path: Path) -> None:
    found = Diagnostics()
    id = slide.partition("\n")[0].removeprefix("id: ")
    pipeline.load(gallery.write(tmp_path / "content", {id: slide}), gallery.BRAND, found)
    assert [one.code for one in found if one.severity == "error"] == ["fields-disagree"]


def test_text_keeps_clear_of_the_tip_of_the_reasons(tmp_path: Path) -> None:
    frame = gallery.frame_of(registry().kinds["because_therefore"].example, tmp_path)
    items = list(flat(frame.items))
    pointed = next(one for one in items if isinstance(one, ShapeItem) and one.geometry == "homePlate")
    reasons = [one for one in items if isinstance(one, TextItem) and one.name.startswith("reasons")]
    assert len(reasons) == 3
    assert all(one.box.right <= pointed.box.right - 36 * 12_700 for one in reasons)
