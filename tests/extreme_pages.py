"""Pages of the gallery that show each form of chart at its extremes, in `docs/gallery/extremes`.

In: the extremes, a folder. Out: Markdown, and a sheet of pictures for each form on three brands, drawn by ourselves.
`python -m extreme_pages FOLDER` writes them; a test holds the page against what is written now.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image

import gallery
from chart_extremes import CHARTS, Case, cases
from deckgen import pipeline, slide_pictures
from deckgen.diagnostics import Diagnostics
from deckgen.svg.png import png
from gallery_pages import BRANDS, COLORS

PAGE: Final = "README.md"
WIDE, ACROSS = 480, 2
"""Pixels across a slide, and slides across a sheet."""


def page() -> str:
    """All forms, each with its sheets and what it refuses."""
    lines = [
        "# Charts at their extremes",
        "",
        "Each form with one row, a few and as many as it is meant for, below zero, with a missing value, with very",
        "large numbers, and with what may be said over it (`annotate:`), on three brands. What a form refuses, it",
        "refuses with the sentence that an editor reads. `make gallery` draws it anew.",
        "",
    ]
    for form in sorted(CHARTS):
        lines += [f"## {form}", "", *_told(form), ""]
    return "\n".join(lines)


def _told(form: str) -> Iterator[str]:
    known = cases(form)
    yield f"Shown, in this order: {', '.join(one.name for one in known if one.yaml)}."
    refused = [one for one in known if one.refused]
    if refused:
        yield ""
        yield from (f"- {one.name}: {one.refused}" for one in refused)
    yield ""
    yield from (f"![{form} on {brand}]({_sheet(form, brand)})" for brand in BRANDS)


def _sheet(form: str, brand: str) -> str:
    return f"{form.replace('_', '-')}-{brand}.png"


def found(form: str, brand: str, folder: Path) -> tuple[pipeline.Loaded, pipeline.Made, tuple[Case, ...]]:
    """A deck of the extremes of a form that it shows; raises SystemExit where one has an error."""
    shown = tuple(one for one in cases(form) if one.yaml)
    told = Diagnostics()
    content = gallery.write(folder / f"{form}-{brand}", {one.slide: one.yaml for one in shown}, room="desk")
    loaded = pipeline.load(content, BRANDS[brand], told)
    assert loaded is not None, [str(one) for one in told]
    plan = pipeline.plan_deck(loaded, "gallery", told)
    frames = pipeline.set_deck(loaded, plan, told)
    if told.has_errors:
        raise SystemExit("\n".join(str(one) for one in told if one.severity == "error"))
    return loaded, pipeline.Made(plan, frames, b""), shown


def sheet(form: str, brand: str, folder: Path) -> Image.Image:
    """The slides of a form side by side."""
    loaded, made, shown = found(form, brand, folder)
    drawn = slide_pictures.draw_slides(loaded, made.frames, Diagnostics(), [one.slide for one in shown])
    pictures = [Image.open(io.BytesIO(png(svg, 2 * WIDE))).convert("RGB") for svg in drawn.values()]
    high = round(WIDE * pictures[0].height / pictures[0].width)
    whole = Image.new("RGB", (WIDE * ACROSS, high * -(-len(pictures) // ACROSS)), "white")
    for at, picture in enumerate(pictures):
        small = picture.resize((WIDE, high), Image.Resampling.LANCZOS)
        whole.paste(small, (at % ACROSS * WIDE, at // ACROSS * high))
    return whole.quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def write(folder: Path) -> None:
    """Write the page and its sheets into an empty or a former folder of them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / PAGE).write_text(page(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as made:
        for form in sorted(CHARTS):
            for brand in BRANDS:
                sheet(form, brand, Path(made)).save(folder / _sheet(form, brand), optimize=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
