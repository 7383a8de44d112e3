"""What an SVG draws is what is read, whatever it is written with; what cannot be is told at its line."""

from __future__ import annotations

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.outline import Commands
from deckgen.outlines.svg import SvgDrawing, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"'


def read(inside: str, attributes: str = "", head: str = HEAD) -> SvgDrawing:
    diagnostics = Diagnostics()
    drawing = read_svg(f"{head} {attributes}>{inside}</svg>".encode(), "drawing.svg", diagnostics)
    assert drawing, [str(one) for one in diagnostics]
    return drawing


def wrong(written: str) -> Diagnostic:
    diagnostics = Diagnostics()
    assert read_svg(written.encode(), "drawing.svg", diagnostics) is None
    (one,) = diagnostics
    return one


def only(inside: str, attributes: str = "") -> Commands:
    (drawn,) = read(inside, attributes).paths
    return drawn.path.commands


def points(commands: Commands) -> list[tuple[float, ...]]:
    """The ends of every stroke."""
    return [tuple(round(number, 6) for number in numbers[-2:]) for _, numbers in commands if numbers]


def by_font_tools(inside: str) -> list[tuple[float, ...]]:
    """The same ends as another reader gives them."""
    pen = RecordingPen()
    SVGPath.fromstring(f"{HEAD}>{inside}</svg>".encode()).draw(pen)
    return [tuple(round(number, 6) for number in numbers[-1]) for _, numbers in pen.value if numbers]


SIDES = st.integers(1, 400).map(lambda number: number / 4)


@pytest.mark.parametrize(
    "shape",
    [
        '<rect x="1" y="2" width="30" height="20"/>',
        '<line x1="1" y1="2" x2="30" y2="20"/>',
        '<polyline points="1,2 30,20 5 6"/>',
        '<polygon points="1 2,30 20,5 6"/>',
    ],
)
def test_a_shape_with_corners_is_the_path_that_another_reader_sees(shape: str) -> None:
    stroked = shape.replace("/>", ' stroke="black"/>')
    seen = by_font_tools(shape)
    assert points(only(stroked)) == seen[: len(points(only(stroked)))]
    assert set(seen) == set(points(only(stroked)))


@given(SIDES, SIDES, SIDES, SIDES)
def test_a_round_shape_touches_its_four_sides(x: float, y: float, rx: float, ry: float) -> None:
    ends = points(only(f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"/>'))
    around = {(x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry)}
    assert set(ends) == {tuple(round(number, 6) for number in end) for end in around}


@given(SIDES, SIDES, st.floats(0, 200))
def test_rounded_corners_end_on_the_sides(width: float, height: float, radius: float) -> None:
    commands = only(f'<rect width="{width}" height="{height}" rx="{radius}"/>')
    for x, y in points(commands):
        assert min(abs(x), abs(x - width), abs(y), abs(y - height)) < 1e-6


@pytest.mark.parametrize(
    ("transform", "end"),
    [
        ("translate(10)", (11, 2)),
        ("translate(10 20)", (11, 22)),
        ("scale(3)", (3, 6)),
        ("scale(3,-1)", (3, -2)),
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 1)", (0, 1)),
        ("matrix(1 2 3 4 5 6)", (12, 16)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("translate(10 20) scale(2)", (12, 24)),
        ("scale(2), translate(10 20)", (22, 44)),
    ],
)
def test_a_transform_moves_what_is_drawn(transform: str, end: tuple[float, float]) -> None:
    assert points(only(f'<path d="M0 0L1 2" transform="{transform}"/>'))[-1] == end


def test_the_transforms_of_groups_are_within_each_other() -> None:
    inside = '<g transform="translate(10)"><g transform="scale(2)"><path d="M1 1L2 2"/></g></g><path d="M1 1L2 2"/>'
    grouped, bare = read(inside).paths
    assert (points(grouped.path.commands), points(bare.path.commands)) == ([(12, 2), (14, 4)], [(1, 1), (2, 2)])


PAINTED = [
    ("", "", (True, 0)),
    ('fill="none" stroke="red"', "", (False, 1)),
    ('style="fill: none; stroke: red; stroke-width: 3px"', "", (False, 3)),
    ('fill="red" style="fill:none;stroke:red"', "", (False, 1)),
    ('class="outline thick"', "", (False, 5)),
    ("", 'fill="none" stroke="currentColor" stroke-width="2"', (False, 2)),
    ('stroke="none" fill="blue"', 'fill="none" stroke="currentColor"', (True, 0)),
    ('stroke="red" transform="scale(4)"', "", (True, 4)),
]
SHEET = "<style>/* of a program */ .outline, .other { fill: none; stroke: #123 } .thick{stroke-width:5}</style>"


@pytest.mark.parametrize(("own", "around", "painted"), PAINTED)
def test_paint_is_read_wherever_it_is_written(own: str, around: str, painted: tuple[bool, float]) -> None:
    (drawn,) = read(f'{SHEET}<g {around}><path d="M0 0L9 9" {own}/></g>').paths
    assert (drawn.path.filled, drawn.path.stroke) == painted


@pytest.mark.parametrize(
    "unseen",
    [
        '<path d="M0 0L9 9" fill="none"/>',
        '<path d="M0 0L9 9" display="none"/>',
        '<g style="display:none"><path d="M0 0L9 9"/></g>',
        '<g visibility="hidden"><path d="M0 0L9 9"/></g>',
        '<defs><path d="M0 0L9 9"/><clipPath id="a"><rect width="9" height="9"/></clipPath></defs>',
        '<rect width="0" height="9"/>',
        '<path d=""/>',
        '<line x1="1" x2="5"/>',
        "<title>Navn</title><metadata><other/></metadata>",
    ],
)
def test_what_is_not_seen_is_not_read(unseen: str) -> None:
    drawing = read(f'{unseen}<path id="seen" d="M1 1L2 2"/>')
    assert [drawn.path.name for drawn in drawing.paths] == ["seen"]


def test_names_and_roles_are_kept() -> None:
    inside = '<g data-role="accent"><path id="a" d="M0 0L9 9"/><path id="b" data-role="muted" d="M0 0L9 9"/></g>'
    assert [(drawn.path.name, drawn.role) for drawn in read(inside).paths] == [("a", "accent"), ("b", "muted")]


def test_a_size_stands_for_a_view_that_is_missing() -> None:
    drawing = read('<path d="M0 0L9 9"/>', head='<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="20"')
    assert (drawing.width, drawing.height) == (40, 20)


def test_a_doctype_that_defines_nothing_is_passed_over() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    read('<path d="M0 0L9 9"/>', head=doctype + HEAD)


@pytest.mark.parametrize(
    ("inside", "code", "line"),
    [
        ('<path d="M0 0L1 1"/>\n<path d="M0 0K1 1"/>', "svg-path", 2),
        ('\n<circle r="half"/>', "svg-path", 2),
        ('\n\n<polygon points="1 2 3"/>', "svg-path", 3),
        ('\n<g transform="perspective(3)"><path d="M0 0L9 9"/></g>', "svg-path", 2),
        ('\n<g transform="scale(1 2 3)"><path d="M0 0L9 9"/></g>', "svg-path", 2),
        ('\n<use href="#a"/>', "svg-element", 2),
        ('<path d="M0 0L9 9"/>\n<text>Navn</text>', "svg-element", 2),
        ('<path d="M0 0L9 9" style="mask:url(#a)"/>', "svg-element", 1),
        ('<path d="M0 0L9 9" fill="none"/>', "svg-empty", 0),
        ('\n<path d="M0 0L9 9">', "svg-broken", 2),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_line(inside: str, code: str, line: int) -> None:
    one = wrong(f"{HEAD}>{inside}</svg>")
    assert (one.code, one.span.file, one.span.line) == (code, "drawing.svg", line)


@pytest.mark.parametrize("written", ["", "<html/>", "no xml", '<svg viewBox="0 0 1 1"/>'])
def test_what_is_no_svg_is_told_to_be_none(written: str) -> None:
    assert wrong(written).code == "svg-broken"


@given(st.text(alphabet="<>/='\"gpathsvrectd M0L1 transformsty:;{}.#", max_size=80))
def test_any_inside_gives_a_drawing_or_a_diagnostic(inside: str) -> None:
    diagnostics = Diagnostics()
    drawing = read_svg(f"{HEAD}>{inside}</svg>".encode(), "drawing.svg", diagnostics)
    assert (drawing is None) == bool(list(diagnostics))
