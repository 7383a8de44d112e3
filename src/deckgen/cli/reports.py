"""In: a client's template as taken over, and what kinds use of it. Out: a report, as text or as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.cli.telling import worded
from deckgen.model.template import Slot
from deckgen.model.units import EMU_PER_INCH, Box
from deckgen.powerpoint.client_template.adopt.adoption import Adoption, Served

Uses = Mapping[str, tuple[str, ...]]
"""Our slide layout → the kinds that are set on it."""


def as_text(adopted: Adoption, uses: Uses) -> str:
    return "\n".join(_lines(adopted, uses))


def _lines(adopted: Adoption, uses: Uses) -> Iterator[str]:
    page = adopted.template
    width, height = page.width / EMU_PER_INCH, page.height / EMU_PER_INCH
    yield worded(f"page {width:.2f} × {height:.2f} in, type × {page.scale:.2f}")
    yield worded(f"faces {adopted.heading_face} (headings), {adopted.body_face} (text)")
    yield f"{worded('colours')} {', '.join(f'{role} #{value}' for role, value in adopted.colors.items())}"
    for master in adopted.masters:
        used = f" ({worded('used')})" if master is adopted.master else ""
        faces = worded(f"faces {master.heading_face} and {master.body_face}")
        count = worded(f"{len(master.sheets)} slide layouts")
        yield f"{worded(f'master {master.number + 1}')}{used}: {faces}, {count}"
    if adopted.own:
        yield f"\n{worded('It has the slide layouts and slots of deckgen itself, and is used as it is.')}"
    for served in adopted.served:
        yield f"\n{served.name} ({', '.join(uses.get(served.name, ())) or worded('no kind of its own')})"
        yield f"  {worded('on')} '{served.sheet.label}': {'; '.join(map(worded, served.reasons))}"
        for name, slot in served.layout.slots.items():
            yield f"  {name:<16} {_place(slot, served)}"
        if served.layout.absent:
            yield f"  {worded('without')}: {', '.join(sorted(served.layout.absent))}"
    used_parts = {one.sheet.part for one in adopted.served}
    idle = [sheet.label for sheet in adopted.master.sheets if sheet.part not in used_parts]
    if idle and not adopted.own:
        yield f"\n{worded('Serving nothing')}: {', '.join(idle)}"


def _place(slot: Slot, served: Served) -> str:
    if slot.drawn:
        return worded("drawn in the region")
    holder = next((one.name for one in served.sheet.holders if one.index == slot.index and one.type == slot.type), "")
    moved = f", {worded('moved or made larger')}" if slot.own_box else ""
    painted = f", {worded(f'painted {slot.paint} to be read')}" if slot.paint else ""
    return f"{worded('placeholder')} '{holder}' ({slot.type} {slot.index}{moved}{painted})"


def as_data(adopted: Adoption, uses: Uses) -> dict[str, Any]:
    """The same for machines; boxes in inches on the template's page: x, y, width, height."""
    page = adopted.template
    return {
        "page": {"width": page.width / EMU_PER_INCH, "height": page.height / EMU_PER_INCH, "scale": page.scale},
        "faces": {"headings": adopted.heading_face, "text": adopted.body_face},
        "colors": dict(adopted.colors),
        "own": adopted.own,
        "master": adopted.master.number + 1,
        "masters": [{"layouts": [sheet.label for sheet in one.sheets]} for one in adopted.masters],
        "layouts": {one.name: _served(one, uses, page.scale) for one in adopted.served},
    }


def _served(served: Served, uses: Uses, scale: float) -> dict[str, Any]:
    return {
        "kinds": list(uses.get(served.name, ())),
        "on": served.sheet.label,
        "why": list(served.reasons),
        "canvas": _inches(served.layout.canvas, scale),
        "slots": {name: _slot(slot, scale) for name, slot in served.layout.slots.items()},
        "without": sorted(served.layout.absent),
    }


def _slot(slot: Slot, scale: float) -> dict[str, Any]:
    placed = {"drawn": True} if slot.drawn else {"placeholder": slot.index, "type": slot.type, "moved": slot.own_box}
    return {"box": _inches(slot.box, scale), **placed}


def _inches(box: Box, scale: float) -> list[float]:
    return [round(side * scale / EMU_PER_INCH, 3) for side in (box.x, box.y, box.width, box.height)]
