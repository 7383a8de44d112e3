"""The colours of what stands side by side in a chart, and of the labels on them.

In: how many parts or series there are, and which of them are the finding. Out: a tone for each. One alone is in the
accent, and the others are told from it and from their neighbours in grey too.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import Color


@dataclass(frozen=True, slots=True)
class Tone:
    """A fill, and the colour of a label on it."""

    fill: Color
    label: Color


PALETTE: tuple[Tone, ...] = (
    Tone("primary", "background"),
    Tone("accent", "background"),
    Tone("data3", "background"),
    Tone("data4", "foreground"),
    Tone("data5", "foreground"),
)
"""The ordered data palette."""

FINDING = PALETTE[1]
QUIET: tuple[Tone, ...] = (
    Tone("mark", "background"),
    Tone("tint3", "foreground"),
    Tone("tint2", "foreground"),
    Tone("tint1", "foreground"),
)
"""Tones for what stands beside a finding, from the largest part on."""

_DARK: Final[frozenset[Color]] = frozenset(("primary", "mark", "accent", "data3", "muted", "shade"))
"""Fills that a label is written on in the colour of the page."""

_ALIKE: Final[tuple[tuple[Color, ...], ...]] = (
    ("primary",),
    ("primary", "tint2"),
    ("primary", "tint3", "tint1"),
    ("primary", "tint3", "tint2", "tint1"),
    ("primary", "tint3", "tint1", "data3", "tint2", "muted", "data5", "shade"),
)
"""Where nothing is set off: tints from dark to light; of many parts, dark beside light."""

_BESIDE: Final[tuple[tuple[Color, ...], ...]] = (
    ("tint3",),
    ("tint3", "tint1"),
    ("tint3", "tint2", "tint1"),
    ("tint3", "tint1", "data5", "tint2"),
    ("tint3", "mark", "tint1", "muted", "data5", "primary", "tint2"),
)
"""Beside a finding: near to the page, so that the accent stands out of few in grey too."""

MOST_TONES: Final = 8
"""Parts that are told apart."""


def tones(count: int, findings: Collection[int] = ()) -> tuple[Tone, ...]:
    """A tone for each of so many series, at most `MOST_TONES`; those numbered in `findings` are in the accent."""
    quiet = count - len(findings)
    scales = _BESIDE if findings else _ALIKE
    fills = iter(scales[min(quiet, len(scales)) - 1])
    return tuple(FINDING if at in findings else tone(next(fills)) for at in range(count))


def tone(fill: Color) -> Tone:
    """A fill with the colour that is read on it."""
    return Tone(fill, "background" if fill in _DARK else "foreground")
