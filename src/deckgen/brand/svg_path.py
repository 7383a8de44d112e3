"""In: the `d` of an SVG path. Out: the same outline in absolute M, L, C and Z.

Understood are M L H V C Q Z, absolute and relative. What is left (arcs, smooth curves) is refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Commands = tuple[tuple[str, tuple[float, ...]], ...]
Numbers = tuple[float, ...]

_TOKEN = re.compile(r"[\s,]*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}
_FARTHEST = 1e6


class PathError(ValueError):
    """The path is wrong; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def parse_path(written: str) -> Commands:
    """The commands of a path, empty for an empty text. Raises PathError."""
    outline = _Outline()
    for letter, numbers in _steps(written):
        outline.add(letter, numbers)
    return tuple(outline.commands)


def _steps(written: str) -> Iterator[tuple[str, Numbers]]:
    """Each command with just its numbers; repeated ones are spelled out, lines after a move as lines."""
    letter, numbers = "", []
    for one in (*_tokens(written), "M"):
        if isinstance(one, float):
            numbers.append(one)
            continue
        if letter or numbers:
            yield from _repeated(letter, numbers)
        letter, numbers = one, []


def _tokens(written: str) -> Iterator[str | float]:
    at, end = 0, len(written.rstrip(" \t\r\n,"))
    while at < end:
        match = _TOKEN.match(written, at)
        if match is None:
            raise PathError(f"`{written[at : at + 12].strip()}` is neither a command nor a number")
        at = match.end()
        yield match[1] or _number(match[2])


def _number(written: str) -> float:
    number = float(written)
    if abs(number) > _FARTHEST:
        raise PathError(f"`{written}` is out of all measure")
    return number


def _repeated(letter: str, numbers: list[float]) -> Iterator[tuple[str, Numbers]]:
    count = _COUNTS.get(letter.upper())
    if not letter:
        raise PathError("it begins with a number", "begin with M and a point")
    if count is None:
        hint = "convert arcs and smooth curves to M, L, H, V, C, Q and Z"
        raise PathError(f"the command `{letter}` is not understood", hint)
    if len(numbers) % count if count else numbers:
        raise PathError(f"`{letter}` has {len(numbers)} numbers; it takes {count or 'none'} at a time")
    if count and not numbers:
        raise PathError(f"`{letter}` has no numbers")
    if not count:
        yield letter, ()
        return
    for start in range(0, len(numbers), count):
        again = {"M": "L", "m": "l"}.get(letter, letter) if start else letter
        yield again, tuple(numbers[start : start + count])


class _Outline:
    """The commands so far, where the pen is, and where the open outline began."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, Numbers]] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.open = False

    def add(self, letter: str, numbers: Numbers) -> None:
        upper = letter.upper()
        if upper != "M" and not self.open:
            self._reopen()
        absolute = self._absolute(upper, numbers, letter.islower())
        if upper == "Z":
            self.commands.append(("Z", ()))
            self.x, self.y = self.start
            self.open = False
            return
        if upper == "Q":
            upper, absolute = "C", self._cubic(absolute)
        self.commands.append(("L" if upper in "HV" else upper, absolute))
        self.x, self.y = absolute[-2:]
        if upper == "M":
            self.start, self.open = (self.x, self.y), True

    def _reopen(self) -> None:
        """After Z the pen is back at the start: say so, for not every reader does it by itself."""
        if not self.commands:
            raise PathError("it does not begin with a move", "begin with M and a point")
        self.commands.append(("M", self.start))
        self.open = True

    def _absolute(self, letter: str, numbers: Numbers, relative: bool) -> Numbers:
        x, y = (self.x, self.y) if relative else (0.0, 0.0)
        if letter == "H":
            return x + numbers[0], self.y
        if letter == "V":
            return self.x, y + numbers[0]
        return tuple(number + (y if at % 2 else x) for at, number in enumerate(numbers))

    def _cubic(self, quadratic: Numbers) -> Numbers:
        """The same curve with two control points, each two thirds of the way to the one."""
        cx, cy, x, y = quadratic
        first = self.x + (cx - self.x) * 2 / 3, self.y + (cy - self.y) * 2 / 3
        return *first, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y
