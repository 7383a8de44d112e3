"""`deckgen template`: the brand's own template as a file, and what a client's template comes to.

In: a brand file, or a client's .pptx or .potx. Out: what was written or found, as text or JSON.
"""

from __future__ import annotations

from pathlib import Path

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import (
    Command,
    brand_option,
    content_option,
    end,
    end_with,
    format_option,
    progress,
    show,
)
from deckgen.cli.reports import as_data, as_text
from deckgen.cli.telling import Group, worded
from deckgen.result import Result

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(cls=Group)
def template() -> None:
    """Write the brand's template, or look into a client's.

    \b
    deckgen template inspect client.potx
    """


@template.command(cls=Command)
@content_option
@brand_option
@click.argument("target", type=click.Path(path_type=Path), default=Path("output/template.pptx"))
@format_option()
def write(folder: Path, brand: Path, target: Path, form: str) -> None:
    """Write the template (master, slide layouts, theme) to TARGET, to look at or to start a deck by hand.

    \b
    deckgen template write out.pptx
    """
    result = deckgen.write_template(target, content=folder, brand=brand, progress=progress)
    _tell_written(result, len(result.loaded.template.slide_layouts) if result.loaded else 0, form)


@template.command(name="map", cls=Command)
@_file
@click.option("--force", is_flag=True, help="Write over a mapping that is there.")
@format_option()
def map_(file: Path, force: bool, form: str) -> None:
    """Write a mapping file beside FILE: which of its slide layouts serves which of ours, to be corrected by hand.

    \b
    deckgen template map client.potx
    """
    result = deckgen.map_template(file, force=force)
    _tell_written(result, len(result.adoption.served) if result.adoption else 0, form)


def _tell_written(result: Result, slide_layouts: int, form: str) -> None:
    """The one file that a command writes, with how many slide layouts it is of."""
    if form == "json":
        files = [{"file": file.as_posix(), "slide_layouts": slide_layouts} for file in result.files]
        say_result(result, files=files)
        end_with(result)
    elif not result.files:
        end(result)
    else:
        show(result.diagnostics)
        click.echo(f"{result.files[0].as_posix()}: {worded(f'{slide_layouts} slide layouts')}")


@template.command(cls=Command)
@_file
@format_option()
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for a picture of each slide layout with its regions.",
)
def inspect(file: Path, form: str, pictures: Path | None) -> None:
    """What FILE, a client's template, holds: which slide layout serves which kind, why, and what is missing.

    \b
    deckgen template inspect client.potx --pictures out
    """
    result = deckgen.inspect_template(file, pictures=pictures)
    adopted, kinds = result.adoption, result.kinds_by_slide_layout
    if adopted is not None and pictures is not None:
        click.echo(f"{pictures.as_posix()}: {worded(f'{len(result.files)} pictures')}", err=True)
    if form == "json":
        files = {"files": [{"file": file.as_posix()} for file in result.files]} if pictures else {}
        say_result(result, **files, **(as_data(adopted, kinds) if adopted else {}))
        end_with(result)
        return
    if adopted is None:
        end(result)
    click.echo(as_text(adopted, kinds))
    if not result.ok:
        end(result, "no deck can be built on it" if pictures is None else f"{len(result.files)} pictures written")
    show(result.diagnostics)
