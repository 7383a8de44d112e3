"""The pen of a drawing, made of matplotlib. In: a size in points, colours, a face. Out: the drawing as PNG and SVG.

Nothing is left to matplotlib's own taste or to chance: no axes, no clock, no random names; text is drawn as outlines,
so that it looks the same wherever the deck is opened. `pyplot` is not used: it keeps figures, and asks for a screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from deckgen.drawings.faces import Faces
from deckgen.model.drawing import Anchor, CrowdedError, Images, Place
from deckgen.model.theme import Color

DPI: Final = 220
"""Of the PNG: sharp on a wall, and some 100 kB."""
LEADING: Final = 1.2
MIDDLE: Final = 0.35
"""How far the middle of capitals and small letters stands over the base line, in ems."""
_FIXED: Final[dict[Any, Any]] = {"svg.hashsalt": "deckgen", "svg.fonttype": "path", "path.simplify": False}
_NOTHING_SAID: Final[Mapping[str, None]] = dict.fromkeys(("Date", "Creator", "Format", "Type"))


class Canvas:
    """One drawing at one size of type; see `Pen` for what a form may do with it."""

    def __init__(self, width: float, height: float, size: float, colors: Mapping[Color, str], faces: Faces) -> None:
        from matplotlib.figure import Figure

        self.width, self.height, self.size = width, height, size
        self._colors, self._faces = colors, faces
        self._figure = Figure(figsize=(width / 72, height / 72))
        self._axes = self._figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
        self._axes.set_axis_off()
        self._figure.patch.set_visible(False)

    def color(self, role: Color) -> str:
        return self._colors[role]

    def text_width(self, words: str, bold: bool = False) -> float:
        return self._faces.width(words, self.size, bold)

    def lines(self, words: str, width: float, most: int, bold: bool = False) -> tuple[str, ...]:
        found: list[str] = []
        for word in words.split(" "):
            longer = f"{found[-1]} {word}" if found else word
            if found and self.text_width(longer, bold) <= width:
                found[-1] = longer
            else:
                found.append(word)
        if len(found) > most or any(self.text_width(line, bold) > width for line in found):
            raise CrowdedError(f"the text '{words}' has no room")
        return tuple(found)

    def text(
        self, x: float, y: float, lines: Sequence[str], color: str, anchor: Anchor = "left", bold: bool = False
    ) -> None:
        from matplotlib.patches import PathPatch

        first = y - (len(lines) - 1) / 2 * self.size * LEADING + MIDDLE * self.size
        for at, line in enumerate(lines):
            shift = {"left": 0.0, "center": 0.5, "right": 1.0}[anchor] * self.text_width(line, bold)
            base = self.height - (first + at * self.size * LEADING)
            path = self._faces.path(line, (x - shift, base), self.size, bold)
            self._axes.add_artist(PathPatch(path, facecolor=f"#{color}", linewidth=0, zorder=1))

    def area(self, rings: Sequence[Sequence[Place]], fill: str = "", line: str = "", width: float = 1) -> None:
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        closed = [Path([*map(self._up, ring), self._up(ring[0])], closed=True) for ring in rings]
        self._add(PathPatch(Path.make_compound_path(*closed)), fill, line, width, "round")

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str = "", line: str = "", weight: float = 1
    ) -> None:
        from matplotlib.patches import Rectangle

        self._add(Rectangle(self._up((x, y + height)), width, height), fill, line, weight)

    def circle(self, x: float, y: float, radius: float, fill: str = "", line: str = "", width: float = 1) -> None:
        from matplotlib.patches import Circle

        self._add(Circle(self._up((x, y)), radius), fill, line, width)

    def line(self, points: Sequence[Place], color: str, width: float = 1) -> None:
        from matplotlib.lines import Line2D

        across, up = zip(*map(self._up, points), strict=True)
        drawn = Line2D(across, up, color=f"#{color}", linewidth=width, zorder=1)
        drawn.set(solid_capstyle="butt", solid_joinstyle="round")
        self._axes.add_artist(drawn)

    def images(self) -> Images:
        """What was drawn, in both forms, on no ground."""
        import matplotlib

        with matplotlib.rc_context(_FIXED):
            return Images(self._saved("png", dpi=DPI, metadata={"Software": None}), self._svg())

    def _svg(self) -> bytes:
        """Without its document type, which says where a definition would be fetched from."""
        written = self._saved("svg", metadata=_NOTHING_SAID).decode()
        return written[written.index("<svg") :].encode()

    def _saved(self, form: str, **how: Any) -> bytes:
        out = BytesIO()
        self._figure.savefig(out, format=form, transparent=True, **how)
        return out.getvalue()

    def _add(self, shape: Any, fill: str, line: str, width: float, corners: str = "miter") -> None:
        shape.set(
            facecolor=f"#{fill}" if fill else "none",
            edgecolor=f"#{line}" if line else "none",
            linewidth=width if line else 0,
            joinstyle=corners,
            zorder=1,
        )
        self._axes.add_artist(shape)  # a patch that is added as one is measured first, for limits that are known

    def _up(self, point: Place) -> Place:
        """A place from below, as matplotlib counts."""
        return point[0], self.height - point[1]
