"""In: the `d` of an SVG path. Out: the same outline in absolute M, L, C and Z.

Every command of SVG is understood: M L H V C S Q T A Z, absolute and relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.model.outline import Commands
from deckgen.outlines.arc import arc_curves

Numbers = tuple[float, ...]

_TOKEN = re.compile(r"[\s,]*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")
_ARC = re.compile(r"(\S+) (\S+) (\S+) ([01]) ?([01]) ?(\S+) (\S+)(?: |$)")
"""The flags of an arc may stand without anything between them and what follows."""
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
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
    letter, numbers = "", list[str]()
    for one in (*_tokens(written), "M"):
        if not one.isalpha():
            numbers.append(one)
            continue
        if letter or numbers:
            yield from _repeated(letter, numbers)
        letter, numbers = one, []


def _tokens(written: str) -> Iterator[str]:
    at, end = 0, len(written.rstrip(" \t\r\n,"))
    while at < end:
        match = _TOKEN.match(written, at)
        if match is None:
            raise PathError(f"`{written[at : at + 12].strip()}` is neither a command nor a number")
        at = match.end()
        yield match[1] or match[2]


def _number(written: str) -> float:
    try:
        number = float(written)
    except ValueError:
        raise PathError(f"`{written}` is no number") from None
    if abs(number) > _FARTHEST:
        raise PathError(f"`{written}` is out of all measure")
    return number


def _repeated(letter: str, written: list[str]) -> Iterator[tuple[str, Numbers]]:
    count = _COUNTS.get(letter.upper())
    if not letter:
        raise PathError("it begins with a number", "begin with M and a point")
    if count is None:
        raise PathError(f"the command `{letter}` is not understood", f"the commands are {', '.join(_COUNTS)}")
    numbers = [_number(one) for one in (_flags_apart(written) if letter in "Aa" else written)]
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


def _flags_apart(written: list[str]) -> list[str]:
    """The numbers of arcs, each flag by itself; as they are where they are too few for arcs, or too many."""
    said = " ".join(written)
    if not _ARC.sub("", said):
        return [number for arc in _ARC.findall(said) for number in arc]
    if len(written) % _COUNTS["A"] == 0:
        raise PathError("a flag of an arc is neither 0 nor 1")
    return written


class _Outline:
    """The commands so far, where the pen is, where the open outline began, and where the last curve points."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, Numbers]] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.open = False
        self.last, self.control = "", (0.0, 0.0)

    def add(self, letter: str, numbers: Numbers) -> None:
        upper = letter.upper()
        if upper != "M" and not self.open:
            self._reopen()
        absolute = self._absolute(upper, numbers, letter.islower())
        match upper:
            case "Z":
                self._close()
            case "M" | "L" | "H" | "V":
                self._draw("M" if upper == "M" else "L", absolute)
            case "C" | "S":
                curve = absolute if upper == "C" else (*self._reflected("CS"), *absolute)
                self.control = curve[2], curve[3]
                self._draw("C", curve)
            case "Q" | "T":
                curve = absolute if upper == "Q" else (*self._reflected("QT"), *absolute)
                self.control = curve[0], curve[1]
                self._draw("C", self._cubic(curve))
            case _:
                for curve in arc_curves((self.x, self.y), absolute):
                    self._draw("C", curve)
        if upper == "M":
            self.start, self.open = (self.x, self.y), True
        self.last = upper

    def _draw(self, letter: str, numbers: Numbers) -> None:
        self.commands.append((letter, numbers))
        self.x, self.y = numbers[-2:]

    def _close(self) -> None:
        self.commands.append(("Z", ()))
        self.x, self.y = self.start
        self.open = False

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
        if letter == "A":
            return *numbers[:5], x + numbers[5], y + numbers[6]
        return tuple(number + (y if at % 2 else x) for at, number in enumerate(numbers))

    def _reflected(self, curves: str) -> Numbers:
        """The control point of the last curve on the other side of the pen; the pen where there was none such."""
        if self.last not in curves or not self.last:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]

    def _cubic(self, quadratic: Numbers) -> Numbers:
        """The same curve with two control points, each two thirds of the way to the one."""
        cx, cy, x, y = quadratic
        first = self.x + (cx - self.x) * 2 / 3, self.y + (cy - self.y) * 2 / 3
        return *first, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y
