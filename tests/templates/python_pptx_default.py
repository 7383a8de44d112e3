"""python-pptx's own template, which many start from: 4:3, English names, printer settings, no notes master."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from templates.building.package import packed, unpacked


def template() -> bytes:
    from pptx import Presentation

    presentation: Any = Presentation()
    out = BytesIO()
    presentation.save(out)
    return packed(unpacked(out.getvalue()))
