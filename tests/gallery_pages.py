"""The gallery in `docs/gallery`: a page for each kind and chart type, its example beside what it looks like.

In: the examples, a folder. Out: Markdown, and pictures on three brands in both rooms, drawn by LibreOffice.
`python -m gallery_pages FOLDER` writes them; tests hold the folder against what is written now.
"""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pypdfium2
from PIL import Image

import deckgen
import gallery
from deckgen.catalogue.pages import PURPOSES, Form
from deckgen.model.theme import Room
from deckgen.nodes.keys import keys_of
from deckgen.registry import registry
from kind_docs import field_table

ASSETS: Final = Path(__file__).parent.parent / "assets"
BRANDS: Final[Mapping[str, Path]] = {
    "navigators": ASSETS / "_brand.yml",
    "morksund": ASSETS / "brands/morksund/_brand.yml",
    "lindeholm": ASSETS / "brands/lindeholm/_brand.yml",
}
"""Ours, a dark one, and one set in another face throughout."""
ROOMS: Final[Mapping[Room, str]] = {"chamber": "Chamber: seen on a wall", "desk": "Desk: read"}
FIRST: Final[tuple[str, Room]] = ("navigators", "chamber")
"""What a form is shown on before all others."""
WIDTH, COLORS = 640, 64
"""Pixels across a picture, and how many colours it keeps."""
PICTURES, RENDERER, INDEX = "pictures", "renderer.txt", "README.md"
ACROSS: Final = 3

FORMS: Final[Mapping[str, str]] = {
    "chart": "Charts: numbers against each other",
    "drawing": "Drawings: what PowerPoint has no form for",
}
"""Kinds whose forms have pages of their own, and what stands over these."""


def slug(slide: str) -> str:
    """The name of a slide's page: `chart-bar` for `example-chart.bar`."""
    return slide.removeprefix("example.").removeprefix("example-").replace(".", "-")


def pages() -> dict[str, str]:
    """File name → Markdown: the index, and a page for each example."""
    return {INDEX: _index()} | {f"{slug(slide)}.md": _page(slide) for slide in gallery.examples()}


def _index() -> str:
    by_purpose, listed = gallery.purposes(), list(gallery.examples())
    kinds = [slide for slide in listed if _form(slide) == "kind"]
    parts = {says: [one for one in kinds if by_purpose[one] == purpose] for purpose, says in PURPOSES.items()}
    parts |= {says: [one for one in listed if _form(one) == form] for form, says in FORMS.items()}
    lines = [
        "# Gallery",
        "",
        "What do you want to say? Each form is a `kind` of slide, or a `chart` or a `drawing` on one, shown by the",
        "example that it carries. Its page has the YAML, every field, and the slide on three brands in both rooms:",
        "`room: chamber` for a deck that is projected, `room: desk` for one that is read. `make gallery` draws all",
        "of it anew; what the examples say is invented. [Charts at their extremes](extremes/README.md) too.",
        "",
    ]
    for says, slides in parts.items():
        lines += [f"## {says}", "", *_thumbnails(slides), ""]
    return "\n".join(lines)


def _thumbnails(slides: list[str]) -> Iterator[str]:
    yield "|" + " |" * min(ACROSS, len(slides))
    yield "|" + "---|" * min(ACROSS, len(slides))
    for start in range(0, len(slides), ACROSS):
        row = slides[start : start + ACROSS]
        yield "| " + " | ".join(_thumbnail(slide) for slide in row) + " |"


def _thumbnail(slide: str) -> str:
    said = f"[**{_heading(slide)}**]({slug(slide)}.md)<br>{_doc(slide).splitlines()[0]}"
    return f"[![{_heading(slide)}]({_picture(slide, *FIRST)})]({slug(slide)}.md)<br>{said}"


def _page(slide: str) -> str:
    first, _, rest = _doc(slide).partition("\n\n")
    shown = f"![{slug(slide)}]({_picture(slide, *FIRST)})"
    lines = [f"# {_heading(slide)}", "", first, "", shown, "", "```yaml", gallery.examples()[slide].rstrip(), "```"]
    lines += ["", rest, "", *_fields(slide), "## On three brands, in both rooms", ""]
    lines += ["| | " + " | ".join(ROOMS.values()) + " |", "|---|" + "---|" * len(ROOMS)]
    for brand in BRANDS:
        drawn = (f"![{slug(slide)} on {brand}, {room}]({_picture(slide, brand, room)})" for room in ROOMS)
        lines.append(f"| {brand} | " + " | ".join(drawn) + " |")
    return "\n".join([*lines, "", f"[All forms]({INDEX})", ""])


def _heading(slide: str) -> str:
    return f"{_form(slide)}: {_name(slide)}"


def _form(slide: str) -> str:
    """What the example is of: a kind, a chart, a drawing."""
    return slide.partition(".")[0].removeprefix("example").removeprefix("-") or "kind"


def _name(slide: str) -> str:
    return slide.partition(".")[2].replace("-", "_")


def _doc(slide: str) -> str:
    known = registry()
    forms: Mapping[str, Mapping[str, Form]] = {"kind": known.kinds, "chart": known.charts, "drawing": known.drawings}
    return forms[_form(slide)][_name(slide)].doc.strip()


def _fields(slide: str) -> Iterator[str]:
    """A table of the fields of a kind; those of a chart or a drawing are on the page of its kind."""
    kind = registry().kinds[_name(slide)] if _form(slide) == "kind" else None
    if kind is not None and dataclasses.fields(kind.fields):
        yield from (*field_table(keys_of(kind.fields)), "")


def _picture(slide: str, brand: str, room: str) -> str:
    return f"{PICTURES}/{slug(slide)}-{brand}-{room}.png"


def renderer() -> str:
    """The name and version of the program that draws the pictures."""
    said = subprocess.run(["soffice", "--version"], check=True, capture_output=True, encoding="utf-8")
    return " ".join(said.stdout.split()[:2])


def drawn(brand: str, room: Room) -> Iterator[tuple[str, Image.Image]]:
    """The picture of each example on a brand in a room, by its path in the gallery."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        content = gallery.write_all(folder / "content", room)
        result = deckgen.build(content, brand=BRANDS[brand], output=folder)
        if not result.ok:
            raise SystemExit("\n".join(str(one) for one in result.diagnostics if one.severity == "error"))
        _convert(result.files[0], folder)
        document = pypdfium2.PdfDocument(result.files[0].with_suffix(".pdf"))
        for frame, page in zip(result.decks["gallery"].frames.frames, document, strict=True):
            slide, _, continued = frame.id.partition("~")
            if slide in gallery.examples() and not continued:
                yield _picture(slide, brand, room), _image(page)


def _convert(deck: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def _image(page: Any) -> Image.Image:
    """A page in few colours, drawn large and made smaller, so that thin lines stay."""
    large: Image.Image = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
    small = large.resize((WIDTH, round(WIDTH * large.height / large.width)), Image.Resampling.LANCZOS)
    return small.quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def write(folder: Path) -> None:
    """Write the whole gallery into an empty or a former folder of it."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / PICTURES).mkdir(parents=True)
    for name, said in pages().items():
        (folder / name).write_text(said, encoding="utf-8")
    for brand in BRANDS:
        for room in ROOMS:
            for name, picture in drawn(brand, room):
                picture.save(folder / name, optimize=True)
    (folder / RENDERER).write_text(renderer() + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
