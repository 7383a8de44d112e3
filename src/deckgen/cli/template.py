"""`deckgen template`: the template that the brand file gives, as a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen import pipeline
from deckgen.cli.options import brand_option, content_option, end, load, progress, show
from deckgen.diagnostics import Diagnostics
from deckgen.output import check_target


@click.command()
@content_option
@brand_option
@click.argument("target", type=click.Path(path_type=Path), default=Path("output/template.pptx"))
def template(folder: Path, brand: Path, target: Path) -> None:
    """Write the template (master, slide layouts, theme) to TARGET, to look at or to start a deck by hand."""
    found = Diagnostics()
    loaded = load(folder, brand, found)
    if found.has_errors or not check_target(target, "template", False, found):
        end(found)
    progress("writing the template")
    if not pipeline.write_template(loaded, target, found):
        end(found)
    show(found)
    click.echo(f"{target.as_posix()}: {len(loaded.template.slide_layouts)} slide layouts")
