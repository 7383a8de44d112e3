"""Elements of SVG as text. In: numbers in points, attributes, what stands inside. Out: markup."""

from __future__ import annotations

from deckgen.model.units import EMU_PER_POINT, Emu


def number(value: float) -> str:
    """A length in points, in as many digits as can be seen."""
    said = f"{value:.2f}"
    return said.rstrip("0").rstrip(".") if said != "-0.00" else "0"


def length(value: Emu) -> str:
    """A length in EMU as points."""
    return number(value / EMU_PER_POINT)


def element(name: str, attributes: str, inside: str = "") -> str:
    """An element; `attributes` begin with a space, or are empty."""
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"
