"""Tables whose rows stand in groups: where a page or a column ends, and how a group goes on on the next one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.layout.split import part
from deckgen.layout.table_rows import LEAST_BESIDE, side_by_side
from deckgen.layout.table_size import COMPACT_MOST, table_heights, table_widths
from deckgen.model.blocks import Arrangement, Row
from deckgen.model.frames import TableItem
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
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


def test_close_rows_open_a_little_and_heads_stay_on_one_height() -> None:
    left, right = place(SideBySide(table([6, 2])), PAGE, SETTING).items
    assert isinstance(left, TableItem) and isinstance(right, TableItem)
    closest = table_heights(table([6]), (PAGE.width // 2,), SETTING)
    assert left.heights[:2] == right.heights[:2] == closest[:2]
    assert closest[2] < left.heights[2] <= closest[2] + COMPACT_MOST
