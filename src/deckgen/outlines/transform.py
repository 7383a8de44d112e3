"""In: the `transform` of an SVG element. Out: a matrix, and paths moved by it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Final, NamedTuple

from deckgen.model.outline import Commands
from deckgen.outlines.path import PathError

_CALL: Final = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")
_GAP: Final = re.compile(r"[\s,]+")
_HINT: Final = "the transforms are matrix, translate, scale, rotate, skewX and skewY"


class Matrix(NamedTuple):
    """x becomes a·x + c·y + e, and y becomes b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def after(self, inner: Matrix) -> Matrix:
        """What `inner` does and then this."""
        a, b, c, d, e, f = self
        return Matrix(
            a * inner.a + c * inner.b,
            b * inner.a + d * inner.b,
            a * inner.c + c * inner.d,
            b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e,
            b * inner.e + d * inner.f + f,
        )

    @property
    def growth(self) -> float:
        """By how much lengths grow, on the mean of all directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def moved(self, commands: Commands) -> Commands:
        if self == UNMOVED:
            return commands
        a, b, c, d, e, f = self
        return tuple(
            (
                letter,
                tuple(
                    number
                    for x, y in zip(numbers[::2], numbers[1::2], strict=True)
                    for number in (a * x + c * y + e, b * x + d * y + f)
                ),
            )
            for letter, numbers in commands
        )


UNMOVED: Final = Matrix()


def parse_transform(written: str) -> Matrix:
    """All transforms of an element as one matrix. Raises PathError."""
    calls, at, end = [], 0, len(written.rstrip(" \t\r\n,"))
    while at < end:
        match = _CALL.match(written, at)
        if match is None:
            raise PathError(f"the transform `{written.strip()}` is not understood", _HINT)
        calls.append(_matrix(match[1], match[2]))
        at = match.end()
    return reduce(Matrix.after, calls, UNMOVED)


def _matrix(name: str, written: str) -> Matrix:
    try:
        numbers = tuple(float(number) for number in _GAP.split(written.strip()) if number)
        made = _TRANSFORMS[name](*numbers)
    except (KeyError, TypeError, ValueError):
        raise PathError(f"the transform `{name}({written.strip()})` is not understood", _HINT) from None
    if not all(abs(number) < 1e6 for number in made):
        raise PathError(f"the transform `{name}({written.strip()})` is out of all measure")
    return made


def _rotation(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    return Matrix(1, 0, 0, 1, x, y).after(Matrix(cos, sin, -sin, cos)).after(Matrix(1, 0, 0, 1, -x, -y))


def _scaling(x: float, y: float | None = None) -> Matrix:
    return Matrix(x, 0, 0, x if y is None else y)


def _exactly(a: float, b: float, c: float, d: float, e: float, f: float) -> Matrix:
    return Matrix(a, b, c, d, e, f)


_TRANSFORMS: Final[Mapping[str, Callable[..., Matrix]]] = {
    "matrix": _exactly,
    "translate": lambda x, y=0: Matrix(1, 0, 0, 1, x, y),
    "scale": _scaling,
    "rotate": _rotation,
    "skewX": lambda degrees: Matrix(1, 0, math.tan(math.radians(degrees)), 1),
    "skewY": lambda degrees: Matrix(1, math.tan(math.radians(degrees)), 0, 1),
}
