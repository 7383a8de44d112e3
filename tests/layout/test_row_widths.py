"""Rows whose children hug their texts, or stand on one baseline; panels with an outline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.measure import natural
from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.layout.split import part
from deckgen.layout.widths import row_widths
from deckgen.model.blocks import Arrangement, Block, Panel, Row, Space, TextBlock
from deckgen.model.frames import ShapeItem, TextItem
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.theme import Role, Theme
from deckgen.model.units import Box, inches, points

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
BOX = Box(points(40), points(60), points(600), points(200))


def said(words: str, role: Role = "body", bold: bool = False) -> TextBlock:
    return TextBlock((Styled(text(words, words), role, bold=bold),))


def texts(block: Block, box: Box = BOX) -> list[TextItem]:
    made = place(block, box, SETTING)
    assert not made.misfits
    return [item for item in made.items if isinstance(item, TextItem)]


@given(st.text("abc -–", min_size=1, max_size=30).filter(str.strip), st.booleans())
def test_what_is_hugged_stands_on_one_line_whatever_it_might_break_at(words: str, bold: bool) -> None:
    block = said(words.strip(), bold=bold)
    first = texts(Row((block, Space(0)), hugs=((block,), ())))[0]
    assert first.lines == 1


@given(
    st.lists(st.tuples(st.integers(1, 90), st.sampled_from((0, 26))), min_size=1, max_size=4), st.integers(60, 600)
)
def test_what_is_hugged_never_takes_more_than_the_row_has(letters: list[tuple[int, int]], width: int) -> None:
    words = [said("m" * count) for count, _ in letters]
    hugs = tuple((one,) if not fixed else () for one, (_, fixed) in zip(words, letters, strict=True))
    row = Row(tuple(words), fixed=tuple(fixed for _, fixed in letters), hugs=hugs, gap=4)
    rooms = row_widths(row, points(width), SETTING)
    taken = sum(points(fixed) for _, fixed in letters)
    assert sum(rooms) + points(4) * (len(words) - 1) <= max(
        points(width), taken + points(4) * len(words) + len(words)
    )


def test_siblings_that_hug_the_same_are_of_one_width_and_end_at_one_edge() -> None:
    short, long = said("7 af 12"), said("12.000 af 12.000")
    rows = [Row((Space(0), one), hugs=((), (short, long))) for one in (short, long)]
    (first,), (second,) = texts(rows[0]), texts(rows[1])
    assert (first.box.x, first.box.right) == (second.box.x, second.box.right)
    assert second.box.right == BOX.right


def test_a_row_cut_for_a_next_page_takes_what_its_children_hug_along() -> None:
    names = [said("a"), said("bb bb"), said("ccc ccc ccc")]
    whole = Row(tuple(names), hugs=tuple((one,) for one in names), splits=True)
    rest = part(Arrangement("Diagram", canvas=whole), 1, 3).canvas
    assert rest is not None
    assert [item.lines for item in texts(rest)] == [1, 1]
    assert texts(rest)[1].box.x < BOX.x + BOX.width // 4


def test_texts_of_two_sizes_stand_on_one_baseline() -> None:
    number, noun = said("12", "hero"), said("af 12 klynger")
    row = Row((number, noun), hugs=((number,), ()), baseline=True)
    large, small = texts(row)
    lines = [SETTING.face(role).line * SETTING.size(role) for role in ("hero", "body")]
    under = [points(0.2 * line) for line in lines]
    assert abs((large.box.bottom - under[0]) - (small.box.bottom - under[1])) <= 2
    assert (large.anchor, small.anchor) == ("bottom", "bottom")
    assert large.box.bottom == BOX.bottom


def test_a_row_on_a_baseline_has_room_for_a_small_text_of_many_lines() -> None:
    noun = said("en to tre fire fem seks syv otte ni ti elleve tolv " * 3)
    row = Row((said("12", "lead"), noun), weights=(5, 1), baseline=True)
    height = natural(row, BOX.width, SETTING)
    assert all(item.box.y >= BOX.y for item in texts(row, Box(BOX.x, BOX.y, BOX.width, height)))


def test_an_outlined_panel_keeps_its_padding_all_round() -> None:
    panel = Panel(said("Mindst"), line="accent", padding=6)
    frame, inside = place(panel, BOX, SETTING).items
    assert isinstance(frame, ShapeItem)
    assert (frame.fill, frame.line) == (None, "accent")
    assert inside.box == frame.box.inset(*[points(6)] * 4)
