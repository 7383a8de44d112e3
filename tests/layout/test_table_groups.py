"""Tables whose rows stand in groups: where a page ends, and how a group goes on on the next one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.split import part
from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell, TableGroup
from deckgen.model.text import text


def cells(said: str) -> tuple[TableCell, ...]:
    return (TableCell((Styled(text(said), "table"),)),)


def grouped(sizes: list[int]) -> Arrangement:
    rows: list[tuple[TableCell, ...]] = []
    groups: list[TableGroup] = []
    for number, size in enumerate(sizes):
        groups.append(TableGroup(len(rows), cells(f"again {number}")))
        rows += [cells(f"head {number}"), *(cells(f"row {number}.{row}") for row in range(size))]
    return Arrangement("Table", (TableBlock(cells("what"), tuple(rows), (1,), "", "table", groups=tuple(groups)),))


def said(arrangement: Arrangement) -> list[str]:
    (block,) = arrangement.slots
    assert isinstance(block, TableBlock)
    return [row[0].parts[0].text.plain for row in block.rows]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.data())
def test_no_page_ends_with_a_head_and_every_page_begins_with_one(sizes: list[int], data: st.DataObject) -> None:
    whole = grouped(sizes)
    rows = said(whole)
    cut = data.draw(st.integers(2, len(rows)))
    pages = [said(part(whole, start, end)) for start, end in ((0, cut), (cut, len(rows))) if start < end]
    assert all(page[0].startswith(("head", "again")) for page in pages)
    assert not any(page[-1].startswith("head") for page in pages)
    assert [row for page in pages for row in page if not row.startswith("again")] == rows
