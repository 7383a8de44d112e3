"""How tables are set: columns by their texts, heads that go on, leading, and the sources of a deck in one table."""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.layout.draw import place_table
from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.layout.table_size import NUMBER_GAP, table_widths
from deckgen.model.frames import Frame, TableItem
from deckgen.model.styled import Align, Styled
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
WIDTH = points(870)
SAID = st.text("abcde ", min_size=1, max_size=120).filter(str.strip)
LEFT: tuple[Align, ...] = ("left", "left", "left")
LONG = "Kommunerne afsætter en medarbejder hver, og klyngerne bidrager med netværk og rådgivning til alle"

SLIDE = """\
id: a.table
kind: table
title: Kommunerne har hver sit tal
columns: [Kommune, Medlemmer]
rows:
  - heading: Nord
"""
FIGURES = """\
survey.answered: {value: 12, unit: klynger, source: survey, label: "Klynger, der har svaret"}
survey.estimating: {value: 10, unit: klynger, source: survey, label: Klynger med skøn}
survey.satisfied:
  value: 75
  unit: "%"
  wording: over tre fjerdedele
  source: survey
  base: "${survey.answered} klynger"
  label: Tilfredse
survey.companies:
  value: 1740
  unit: virksomheder
  source: survey
  base: skøn fra ${survey.estimating} klynger
  label: Virksomheder
register.members:
  value: 375
  unit: medlemmer
  source: register
  base: "${survey.answered} klynger"
  label: Medlemmer
"""
SHOWN = """\
id: a.numbers
kind: bullets
title: Tallene står her
items: ["${survey.answered}", "${survey.estimating}", "${survey.satisfied}", "${survey.companies}"]
"""
SOURCES = "id: a.sources\nkind: sources\ntitle: Alle tal har en kilde\n"


def cell(said: str, align: Align = "left") -> TableCell:
    return TableCell((Styled(text(said), "cell", align=align),))


def block(*rows: tuple[str, ...], aligns: tuple[Align, ...] = ()) -> TableBlock:
    own = aligns or LEFT
    grid = tuple(tuple(cell(said, align) for said, align in zip(row, own, strict=False)) for row in rows)
    return TableBlock(grid[0], grid[1:], (), "", "table")


def tables(frames: tuple[Frame, ...]) -> Iterator[TableItem]:
    for frame in frames:
        yield from (item for item in frame.items if isinstance(item, TableItem))


def said(table: TableItem) -> list[list[str]]:
    return [["\n".join(one.plain for one in each.paragraphs) for each in row] for row in table.rows]


@given(st.lists(st.tuples(SAID, SAID, SAID), min_size=1, max_size=5))
def test_columns_take_all_of_the_width_and_hold_their_widest_words(rows: list[tuple[str, str, str]]) -> None:
    table = block(("a", "b", "c"), *rows)
    placed = place_table(table, Box(0, 0, WIDTH, points(3000)), SETTING, place)
    assert sum(table_widths(table, WIDTH, SETTING)) == WIDTH
    assert not placed.misfits or max(len(word) for row in rows for said in row for word in said.split()) > 20


def test_what_fits_a_line_in_every_column_stands_on_one_line() -> None:
    (item,) = place_table(
        block(("By", "Hvad"), ("Hjørring", "En aftale om mål for tre år")), BOX, SETTING, place
    ).items
    assert isinstance(item, TableItem)
    assert not any(one.leading for row in item.rows for each in row for one in each.paragraphs)


def test_the_column_that_says_most_is_widest_and_short_ones_keep_their_line() -> None:
    widths = table_widths(block(("Model", "Krav", "Hvem"), ("Fælles satsning", LONG, f"{LONG[:40]}")), WIDTH, SETTING)
    assert widths[1] > widths[2] > widths[0]


def test_several_lines_say_their_leading_for_programs_would_differ() -> None:
    (item,) = place_table(block(("Krav", "Hvem"), (f"{LONG} {LONG}", "Alle")), BOX, SETTING, place).items
    assert isinstance(item, TableItem)
    long, short = (each.paragraphs[0] for each in item.rows[1])
    assert long.leading == pytest.approx(SETTING.face_for(long).line * long.size, abs=0.1)
    assert not short.leading


def test_numbers_keep_away_from_a_text_beside_them() -> None:
    rows = (("By", "Antal", "Bemærkning"), ("Skagen", "8", "Ingen"))
    beside, alone = (
        place_table(block(*(row[:count] for row in rows), aligns=ALIGNS[:count]), BOX, SETTING, place).items[0]
        for count in (3, 2)
    )
    assert isinstance(beside, TableItem) and isinstance(alone, TableItem)
    assert {row[1].inset for row in beside.rows} == {NUMBER_GAP}
    assert {row[1].inset for row in alone.rows} == {0}


BOX = Box(0, 0, WIDTH, points(380))
ALIGNS: tuple[Align, ...] = ("left", "right", "left")


def test_a_group_of_a_table_is_headed_again_on_its_next_page(tmp_path: Path) -> None:
    rows = "".join(f'  - cells: [Kommune {number}, "{number}"]\n' for number in range(40))
    found = Diagnostics()
    frames = gallery.frames(gallery.write(tmp_path / "content", {"a.table": SLIDE + rows}), found).frames
    assert len(frames) > 2
    heads = [said(table)[1][0] for table in tables(frames)]
    assert heads == ["Nord", *["Nord (fortsat)"] * (len(frames) - 1)]


def sources(tmp_path: Path) -> list[list[str]]:
    found = Diagnostics()
    slides = {"a.numbers": SHOWN.replace('${survey.companies}"', '${survey.companies}", "${register.members}"')}
    folder = gallery.write(tmp_path / "content", slides | {"a.sources": SOURCES}, FIGURES)
    (table,) = tables(gallery.frames(folder, found).frames)
    return said(table)


def test_a_base_is_told_by_what_rests_on_it(tmp_path: Path) -> None:
    numbers = [row[1] for row in sources(tmp_path)]
    assert "10" not in numbers and "12" not in numbers
    assert {"1.740", "375"} <= set(numbers)


def test_numbers_of_a_page_stand_under_it_and_it_is_said_once(tmp_path: Path) -> None:
    rows = [row for row in sources(tmp_path) if row[1:2] != [""]]
    assert [row[0] for row in rows] == ["Side", "1", "", "1"]
    assert all(row[0] or row[2] for row in rows)


def test_a_number_and_what_it_counts_stay_on_a_line_of_a_base(tmp_path: Path) -> None:
    assert "Virksomheder ·\u00a0skøn fra 10\u00a0klynger" in [row[2] for row in sources(tmp_path)]


def test_a_share_in_words_has_its_fraction_in_figures(tmp_path: Path) -> None:
    assert ["Over 3/4", "Tilfredse ·\u00a012\u00a0klynger"] in [row[1:] for row in sources(tmp_path)]


def test_cells_of_several_lines_are_written_with_their_leading(tmp_path: Path) -> None:
    row = f"  - cells: [Nord, {LONG!r}]\n".replace("'", '"')
    found = Diagnostics()
    loaded = pipeline.load(
        gallery.write(tmp_path / "content", {"a.table": SLIDE.replace("Medlemmer", "Krav") + row}),
        gallery.BRAND,
        found,
    )
    assert loaded
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", found), found)
    (table,) = tables(frames.frames)
    leadings = {one.leading for each in table.rows[2] for one in each.paragraphs}
    (tmp_path / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    with zipfile.ZipFile(tmp_path / "deck.pptx") as written:
        xml = written.read("ppt/slides/slide1.xml").decode()
    cells = "".join(itertools.chain(re.findall(r"<a:tbl>.*</a:tbl>", xml, re.S)))
    assert {int(one) / 100 for one in re.findall(r'<a:lnSpc><a:spcPts val="(\d+)"', cells)} == leadings - {0}
    assert leadings > {0}


def test_numbers_end_under_each_other_beside_one_that_is_missing_or_hidden(tmp_path: Path) -> None:
    rows = "".join(f"  - cells: [Række, '{said}']\n" for said in ("64", "skjult", "–", "7"))
    slide = f"id: a.table\nkind: table\ntitle: Tallene er få\ncolumns: [Hvad, Antal]\nrows:\n{rows}"
    (table,) = (item for item in gallery.frame_of(slide, tmp_path).items if isinstance(item, TableItem))
    assert {row[1].paragraphs[0].align for row in table.rows if row[1].paragraphs} == {"right"}
