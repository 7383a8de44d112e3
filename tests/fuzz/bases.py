"""What mutations begin from. In: nothing. Out: files by their names, in which nothing is wrong."""

from __future__ import annotations

import functools
import os
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import deckgen
import gallery
import projects
import templates

Files = Mapping[str, bytes]


@functools.cache
def project() -> Files:
    """A whole project: brand, content, data."""
    return {name: text.encode() for name, text in projects.GOOD.items()}


@functools.cache
def example_slides() -> tuple[str, ...]:
    return tuple(gallery.examples().values())


def slide_project(number: int) -> Files:
    """The project with the example of one kind, chart type or form of drawing for its slides."""
    examples = list(gallery.examples().items())
    name, body = examples[number % len(examples)]
    with tempfile.TemporaryDirectory() as made:
        folder = gallery.write(Path(made) / "content", {name: body})
        texts = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".geojson"))
        files = {f"content/{path.relative_to(folder)}": path.read_bytes() for path in texts}
    return {**{path: data for path, data in project().items() if path.startswith("assets/")}, **files}


@functools.cache
def workbook() -> bytes:
    """The answers of the project as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    for line in projects.ANSWERS.splitlines():
        book.active.append(line.split(";"))
    book.create_sheet("Notes").append(["note", 1, 2.5, True])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@functools.cache
def built() -> tuple[bytes, bytes]:
    """The project's deck for the board and its template, as files."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        projects.write(Path(folder), projects.GOOD)
        os.chdir(folder)
        try:
            deckgen.build()
            deckgen.write_template("output/template.pptx")
            return Path("output/board.pptx").read_bytes(), Path("output/template.pptx").read_bytes()
        finally:
            os.chdir(here)


def client_template(number: int) -> bytes:
    return templates.made(templates.NAMES[number % len(templates.NAMES)])
