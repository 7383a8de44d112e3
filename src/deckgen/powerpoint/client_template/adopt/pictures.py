"""In: a client's template as taken over. Out: a PNG for each of our slide layouts: the client's page and our regions.

Drawn by what was read of the template, not by PowerPoint: what it draws is shown as plain fields in its mean colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from deckgen.model.contrast import contrast
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.adoption import Adoption, Served

WIDTH = 1280
"""Pixels across; a page that is higher than wide is as high as this."""

_PLACEHOLDER, _DRAWN, _CANVAS, _IDLE = "#0B6E4F", "#B4470F", "#3B5BA5", "#8A8A8A"
_TYPE = 15


def draw(adopted: Adoption) -> Iterator[tuple[str, bytes]]:
    """Names of files, `cover.png` and so on, and what is in them."""
    page = adopted.template
    size = Box(0, 0, round(page.width / page.scale), round(page.height / page.scale))
    for served in adopted.served:
        drawn = BytesIO()
        _picture(served, size).save(drawn, "png")
        yield f"{served.name.lower().replace(' ', '-')}.png", drawn.getvalue()


def _picture(served: Served, page: Box) -> Any:
    from PIL import Image, ImageDraw, ImageFont

    factor = WIDTH / max(page.width, page.height)
    ground = f"#{served.sheet.ground or 'DDDDDD'}"
    image = Image.new("RGB", (round(page.width * factor), round(page.height * factor)), ground)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(_TYPE)

    def corners(box: Box) -> tuple[float, float, float, float]:
        return box.x * factor, box.y * factor, box.right * factor, box.bottom * factor

    for one in served.sheet.drawn:
        pen.rectangle(corners(one.box), fill=f"#{one.color}" if one.color else None, outline=_IDLE)
    used = {(slot.index, slot.type) for slot in served.layout.slots.values() if not slot.drawn}
    for holder in served.sheet.holders:
        if (holder.index, holder.type) not in used:
            pen.rectangle(corners(holder.box), outline=_IDLE)
    labels: dict[Box, list[str]] = {served.layout.canvas: []}
    colors = {served.layout.canvas: _CANVAS}
    for name, slot in served.layout.slots.items():
        labels.setdefault(slot.box, []).append(name)
        colors[slot.box] = _DRAWN if slot.drawn else _PLACEHOLDER
    for box, names in labels.items():
        color = colors[box]
        pen.rectangle(corners(box), outline=color, width=3)
        left, top, _, _ = corners(box)
        said = ", ".join(names) or "canvas"
        pen.rectangle(pen.textbbox((left + 6, top + 4), said, font=font), fill=_plate(color))
        pen.text((left + 6, top + 4), said, fill=color, font=font)
    return image


def _plate(color: str) -> str:
    """A ground that a label is read on, whatever the page is like."""
    return "#FFFFFF" if contrast(color[1:], "FFFFFF") >= contrast(color[1:], "000000") else "#000000"
