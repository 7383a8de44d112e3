"""`deckgen template`: the template that the brand file gives, as a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.options import brand_option, content_option, load
from deckgen.diagnostics import Diagnostics


@click.command()
@content_option
@brand_option
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), default=Path("output/template.pptx"))
def template(folder: Path, brand: Path, target: Path) -> None:
    """Write the template (master, slide layouts, theme) to TARGET, to look at or to start a deck by hand."""
    loaded = load(folder, brand, Diagnostics())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(loaded.template.data)
    click.echo(f"{target.as_posix()}: {len(loaded.template.slide_layouts)} slide layouts")
