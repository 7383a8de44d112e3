"""Every line of a text at its place: nothing is lost between paragraphs and lines, and lines stay in their box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.brand import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.layout.typeset import SetLine, typeset
from deckgen.model.frames import FrameParagraph, FrameRun, Marker
from deckgen.model.styled import Anchor
from deckgen.model.units import EMU_PER_POINT, Box, points
from gallery import BRAND

THEME = load_brand(BRAND, "brand", Diagnostics())
assert THEME
SETTING = Setting(THEME, {})
BOX = Box(points(50), points(100), points(240), points(300))
WORDS = st.text("abcdefghijkl æøå-\u00a0", min_size=1, max_size=60)
RUNS = st.builds(
    FrameRun,
    WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    script=st.sampled_from(("", "", "super", "sub")),
    link=st.sampled_from(("", "", "https://navigators.example")),
)
PARAGRAPHS = st.builds(
    FrameParagraph,
    st.lists(RUNS, min_size=1, max_size=4).map(tuple),
    st.sampled_from((12.0, 16.0, 20.0)),
    bold=st.booleans(),
    align=st.sampled_from(("left", "center", "right")),
    space_before=st.sampled_from((0.0, 6.0)),
)


def said(text: str) -> str:
    return text.replace(" ", "")


def plain(*texts: str, marker: Marker = "none", level: int = 0) -> tuple[FrameParagraph, ...]:
    return tuple(FrameParagraph((FrameRun(text),), 20, marker=marker, level=level) for text in texts)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=3))
def test_lines_hold_the_whole_text_in_its_order(written: list[FrameParagraph]) -> None:
    found = typeset(written, BOX, "top", SETTING)
    assert said("".join(piece.text for line in found for piece in line.pieces)) == said(
        "".join(run.text for one in written for run in one.runs)
    )
    assert len(found) == measure(written, SETTING, BOX.width).lines


@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.sampled_from(("top", "middle", "bottom")))
def test_lines_follow_each_other_and_stand_in_the_width_of_their_box(
    written: list[FrameParagraph], anchor: Anchor
) -> None:
    found = typeset(written, BOX, anchor, SETTING)
    assert [line.y for line in found] == sorted(line.y for line in found)
    for line in (one for one in found if one.pieces):
        assert line.x >= 50 - 0.01
        assert _end(line) <= BOX.right / EMU_PER_POINT + 0.01


def _end(line: SetLine) -> float:
    return line.x + line.pieces[-1].x + line.pieces[-1].width


def test_an_anchor_says_where_spare_height_is() -> None:
    top, middle, bottom = (typeset(plain("Havn"), BOX, one, SETTING)[0].y for one in ("top", "middle", "bottom"))
    assert (top, middle, bottom) == (120, 258, 396)


def test_numbers_go_on_over_the_second_level_and_begin_anew_behind_other_paragraphs() -> None:
    items = plain("Et", "To", marker="number")
    under = plain("Under", marker="dash", level=1)
    found = typeset((items[0], *under, items[1], *plain("Andet"), items[0]), BOX, "top", SETTING)
    assert [line.marker for line in found] == ["1.", "–", "2.", "", "1."]


def test_what_is_written_from_the_right_stands_there() -> None:
    (line,) = typeset(plain("שלום"), BOX, "top", SETTING)
    assert line.from_right
    assert round(_end(line), 2) == 290
