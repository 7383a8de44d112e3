"""The outline that is read is the outline that was written, however it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.outline import Commands
from deckgen.outlines.path import PathError, parse_path

Point = tuple[float, float]
Outlines = list[tuple[Point, list[tuple[str, tuple[Point, ...]]]]]

# Quarters are exact in binary, so that relative and absolute writing give the very same numbers.
NUMBERS = st.integers(-4000, 4000).map(lambda number: number / 4)
POINTS = st.tuples(NUMBERS, NUMBERS)
STEPS = st.one_of(
    st.tuples(st.just("L"), st.tuples(POINTS)),
    st.tuples(st.just("C"), st.tuples(POINTS, POINTS, POINTS)),
)
OUTLINES = st.lists(st.tuples(POINTS, st.lists(STEPS, min_size=1, max_size=5)), min_size=1, max_size=4)


def commands_of(
    outlines: Outlines,
) -> Commands:
    made: list[tuple[str, tuple[float, ...]]] = []
    for start, steps in outlines:
        made.append(("M", start))
        made += [(letter, tuple(number for point in points for number in point)) for letter, points in steps]
        made.append(("Z", ()))
    return tuple(made)


def written(commands: Commands, separator: str) -> str:
    return separator.join(letter + separator.join(f"{n:g}" for n in numbers) for letter, numbers in commands)


def written_relative(commands: Commands) -> str:
    parts, at, start = [], (0.0, 0.0), (0.0, 0.0)
    for letter, numbers in commands:
        moved = (number - at[place % 2] for place, number in enumerate(numbers))
        parts.append(letter.lower() + " ".join(f"{n:.17g}" for n in moved))
        at = (numbers[-2], numbers[-1]) if numbers else start
        start = at if letter == "M" else start
    return "".join(parts)


@given(OUTLINES, st.sampled_from([" ", ",", " , ", "\n  "]))
def test_an_outline_is_read_as_written(outlines: Outlines, separator: str) -> None:
    commands = commands_of(outlines)
    assert parse_path(written(commands, separator)) == commands


@given(OUTLINES)
def test_relative_writing_says_the_same(outlines: Outlines) -> None:
    commands = commands_of(outlines)
    assert parse_path(written_relative(commands)) == commands


@given(POINTS, POINTS, POINTS, st.floats(0, 1))
def test_a_quadratic_curve_passes_the_same_points_as_its_cubic(
    start: tuple[float, float], control: tuple[float, float], stop: tuple[float, float], t: float
) -> None:
    (_, (x1, y1, x2, y2, x3, y3)) = parse_path(
        f"M{start[0]},{start[1]}Q{control[0]},{control[1]},{stop[0]},{stop[1]}"
    )[1]
    for axis, (c1, c2, c3) in enumerate(((x1, x2, x3), (y1, y2, y3))):
        quadratic = (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * control[axis] + t**2 * stop[axis]
        cubic = (1 - t) ** 3 * start[axis] + 3 * t * (1 - t) ** 2 * c1 + 3 * t**2 * (1 - t) * c2 + t**3 * c3
        assert cubic == pytest.approx(quadratic, abs=1e-6)


ARGUMENTS = st.sampled_from(("0", "7", "-3", ".5", "+1e1", "2,", "1 "))
WRITTEN = st.builds(
    "".join, st.tuples(st.sampled_from("LlHhVvCcQqZzSs"), st.lists(ARGUMENTS, max_size=7).map(" ".join))
)
NEARLY_PATHS = st.lists(WRITTEN, max_size=5).map("".join).map("M1 2".__add__)
"""Most of them begin as a path does, and some are one."""


@given(st.text(alphabet="MmLlHhVvCcQqZzAaSs0123456789.,-+eE \n", max_size=40) | NEARLY_PATHS)
def test_any_text_gives_an_outline_or_a_path_error(text: str) -> None:
    try:
        commands = parse_path(text)
    except PathError:
        return
    assert not commands or commands[0][0] == "M"
    assert {letter for letter, _ in commands} <= set("MLCZ")
    assert all(len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter] for letter, numbers in commands)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("M1 2 3 4 5 6", "M1 2L3 4L5 6"),
        ("m1 2 3 4", "M1 2L4 6"),
        ("M1 2H5V9h-1v-2", "M1 2L5 2L5 9L4 9L4 7"),
        ("M1.5.5-.5-.25L1e1 2", "M1.5 .5L-.5 -.25L10 2"),
        ("M1 2L3 4ZL5 6", "M1 2L3 4ZM1 2L5 6"),
        ("M1 2l3 4zm1 1l1 0", "M1 2L4 6ZM2 3L3 3"),
    ],
)
def test_short_forms(short: str, long: str) -> None:
    assert parse_path(short) == parse_path(long)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("L1 2", "does not begin with a move"),
        ("1 2", "begins with a number"),
        ("M1 2B1 1", "`B` is not understood"),
        ("M1 2A1 1 0 2 0 5 5", "neither 0 nor 1"),
        ("M1 2L3", "takes 2 at a time"),
        ("M1 2L", "no numbers"),
        ("M1 2Z3", "takes none"),
        ("M1 2 # 3 4", "neither a command nor a number"),
        ("M1e9 2", "out of all measure"),
        ("M1 NaN", "takes 2 at a time"),
    ],
)
def test_what_is_wrong_is_said(wrong: str, said: str) -> None:
    with pytest.raises(PathError, match=said):
        parse_path(wrong)
