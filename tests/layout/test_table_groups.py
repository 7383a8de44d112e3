"""Tables whose rows stand in groups: where a page or a column ends, and how a group goes on on the next one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.layout.split import part
from deckgen.layout.table_rows import LEAST_BESIDE, rows_of, side_by_side
from deckgen.layout.table_size import COMPACT_MOST, table_heights, table_widths
from deckgen.model.blocks import Arrangement, Row
from deckgen.model.frames import TableItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.table_edges import edges
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
PAGE = Box(0, 0, points(870), points(378))
SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=5)


def cells(said: str) -> tuple[TableCell, ...]:
    return (TableCell((Styled(text(said), "table"),)),)


def table(sizes: list[int], said: str = "row") -> TableBlock:
    rows: list[tuple[TableCell, ...]] = []
    groups: list[TableGroup] = []
    for number, size in enumerate(sizes):
        groups.append(TableGroup(len(rows), cells(f"again {number}")))
        rows += [cells(f"head {number}"), *(cells(f"{said} {number}.{row}") for row in range(size))]
    return TableBlock(cells("what"), tuple(rows), (1,), "", "table", groups=tuple(groups), compact=True)


def grouped(sizes: list[int]) -> Arrangement:
    return Arrangement("Table", (table(sizes),))


def said(arrangement: Arrangement) -> list[str]:
    (block,) = arrangement.slots
    assert isinstance(block, TableBlock)
    return rows_said(block)


def rows_said(block: TableBlock) -> list[str]:
    return [row[0].parts[0].text.plain for row in block.rows]


def beside(block: TableBlock) -> list[TableBlock]:
    """The two tables, or one where all rows stand in it."""
    row = side_by_side(SideBySide(block), PAGE.width, SETTING)
    assert isinstance(row, Row)
    return [one for one in row.children if isinstance(one, TableBlock)]


@given(SIZES, st.data())
def test_no_page_ends_with_a_head_and_every_page_begins_with_one(sizes: list[int], data: st.DataObject) -> None:
    whole = grouped(sizes)
    rows = said(whole)
    cut = data.draw(st.integers(2, len(rows)))
    pages = [said(part(whole, start, end)) for start, end in ((0, cut), (cut, len(rows))) if start < end]
    assert all(page[0].startswith(("head", "again")) for page in pages)
    assert not any(page[-1].startswith("head") for page in pages)
    assert [row for page in pages for row in page if not row.startswith("again")] == rows


@given(SIZES, st.integers(1, 30))
def test_columns_of_a_page_hold_its_rows_in_order_and_each_begins_with_a_head(sizes: list[int], words: int) -> None:
    block = table(sizes, "row " * words)
    columns = [rows_said(one) for one in beside(block)]
    assert all(column[0].startswith(("head", "again")) for column in columns)
    assert not any(column[-1].startswith("head") for column in columns)
    assert [row for column in columns for row in column if not row.startswith("again")] == rows_said(block)


@given(SIZES)
def test_columns_end_about_level(sizes: list[int]) -> None:
    """By no more than a row with the head that would be said again over it."""
    assume(sum(sizes) > 1)
    columns = beside(table(sizes))
    heights = [sum(table_heights(one, table_widths(one, PAGE.width // 2, SETTING), SETTING)) for one in columns]
    row = table_heights(columns[0], table_widths(columns[0], PAGE.width // 2, SETTING), SETTING)[1]
    assert len(columns) == 2
    assert max(heights) - min(heights) <= 3 * row


@given(SIZES, st.data())
def test_columns_say_which_rows_of_the_whole_they_hold(sizes: list[int], data: st.DataObject) -> None:
    whole = Arrangement("Diagram", canvas=SideBySide(table(sizes)))
    count = len(table(sizes).rows)
    cut = data.draw(st.integers(2, count))
    told = []
    for start, end in ((0, cut), (cut, count)):
        page = part(whole, start, end).canvas
        assert isinstance(page, SideBySide)
        told += [one.stretch or (1, count, count) for one in beside(page.table) if start < end]
    assert told[0][0] == 1 and told[-1][1] == count
    assert all(after[0] == before[1] + 1 for before, after in pairwise(told))
    assert {total for _, _, total in told} == {count}


def test_a_page_that_is_too_narrow_for_two_has_one_table() -> None:
    two, block = points(2 * LEAST_BESIDE * SETTING.size("table") + 20), SideBySide(table([6, 6]))
    wide = place(block, Box(0, 0, two, PAGE.height), SETTING).items
    narrow = place(block, Box(0, 0, two * 9 // 10, PAGE.height), SETTING).items
    assert [len(wide), len(narrow)] == [2, 1]
    assert wide[0].box.right < wide[1].box.x


def test_rows_of_both_tables_open_a_little_and_by_as_much() -> None:
    left, right = place(SideBySide(table([6, 2])), PAGE, SETTING).items
    assert isinstance(left, TableItem) and isinstance(right, TableItem)
    closest = table_heights(table([6]), (PAGE.width // 2,), SETTING)
    opened = left.heights[-1] - closest[-1]
    assert 0 < opened <= COMPACT_MOST
    assert right.heights[-1] - closest[-1] == opened
    assert left.heights[1] == right.heights[1] == closest[1] + opened


def headless(sizes: list[int]) -> SideBySide:
    """Groups whose heads are all the header there is; every other row belongs to the one above it."""
    block = table(sizes)
    rows = [
        tuple(replace(cell, edge="open") for cell in row)
        if at % 2 and at not in {one.at for one in block.groups}
        else row
        for at, row in enumerate(block.rows)
    ]
    return SideBySide(replace(block, header=(TableCell(()),), rows=tuple(rows)))


def test_a_table_without_a_header_is_headed_by_its_first_group_and_has_no_row_less() -> None:
    left, right = place(headless([6, 5]), PAGE, SETTING).items
    assert isinstance(left, TableItem) and isinstance(right, TableItem)
    heads = [one.rows[0][0].paragraphs[0].plain for one in (left, right)]
    assert heads[0] == "head 0" and heads[1] in ("head 1", "again 0", "again 1")
    told = [row[0].paragraphs[0].plain for one in (left, right) for row in one.rows]
    assert {f"row 0.{at}" for at in range(6)} | {f"row 1.{at}" for at in range(5)} <= set(told)


def test_a_row_that_belongs_to_one_above_has_no_rule_over_it_and_says_again_whose_it_is_on_the_next_page() -> None:
    rows = (("Side 6", "7"), ("", "5"), ("", "12"))
    grid = [tuple(TableCell((Styled(text(said), "table"),)) for said in row) for row in rows]
    joined = [grid[0], *(tuple(replace(cell, edge="open") for cell in row) for row in grid[1:])]
    block = TableBlock(cells("what") * 2, tuple(joined), (1, 1), "", "table", compact=True)
    (drawn,) = place(block, PAGE, SETTING).items
    assert isinstance(drawn, TableItem)
    assert [edges(drawn, row, 1).top.color for row in (1, 2, 3)] == ["primary", None, None]
    assert [[cell.parts[0].text.plain for cell in row] for row in rows_of(block, 1, 3).rows] == [
        ["Side 6", "5"],
        ["", "12"],
    ]
    assert rows_of(block, 1, 3).rows[0][0].edge == "none"
