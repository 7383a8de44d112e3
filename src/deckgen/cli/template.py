"""`deckgen template`: the brand's own template as a file, and what a client's template comes to.

In: a brand file, or a client's .pptx or .potx. Out: a template; a report as text, JSON or pictures; a mapping file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen import output, pipeline
from deckgen.cli.options import brand_option, content_option, end, load, progress, show
from deckgen.cli.reports import as_data, as_mapping, as_text
from deckgen.diagnostics import Diagnostics, Span

if TYPE_CHECKING:
    from deckgen.powerpoint.client_template.adopt.adoption import Adoption

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def template() -> None:
    """Write the brand's template, or look into a client's."""


@template.command()
@content_option
@brand_option
@click.argument("target", type=click.Path(path_type=Path), default=Path("output/template.pptx"))
def write(folder: Path, brand: Path, target: Path) -> None:
    """Write the template (master, slide layouts, theme) to TARGET, to look at or to start a deck by hand."""
    diagnostics = Diagnostics()
    loaded = load(folder, brand, diagnostics)
    if diagnostics.has_errors or not output.check_target(target, "template", False, diagnostics):
        end(diagnostics)
    progress("writing the template")
    if not pipeline.write_template(loaded, target, diagnostics):
        end(diagnostics)
    show(diagnostics)
    click.echo(f"{target.as_posix()}: {len(loaded.template.slide_layouts)} slide layouts")


@template.command()
@_file
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for a picture of each slide layout with its regions.",
)
def inspect(file: Path, form: str, pictures: Path | None) -> None:
    """What FILE, a client's template, holds: which slide layout serves which kind, why, and what is missing."""
    diagnostics = Diagnostics()
    adopted = pipeline.adopt_template(file, diagnostics)
    if adopted is None:
        end(diagnostics)
    uses = pipeline.layout_uses()
    if form == "json":
        click.echo(json.dumps(as_data(adopted, uses), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(adopted, uses))
    if pictures is not None:
        _draw(adopted, pictures, diagnostics)
    if diagnostics.has_errors:
        end(diagnostics, "no deck can be built on it")
    show(diagnostics)


def _draw(adopted: Adoption, folder: Path, diagnostics: Diagnostics) -> None:
    """The pictures, and how many there are on standard error: standard output may be read as JSON."""
    from deckgen.powerpoint.client_template.adopt.pictures import draw

    written = 0
    for name, data in draw(adopted):
        if not output.write(data, folder / name, diagnostics):
            end(diagnostics, f"{written} pictures written")
        written += 1
    click.echo(f"{folder.as_posix()}: {written} pictures", err=True)


@template.command(name="map")
@_file
@click.option("--force", is_flag=True, help="Write over a mapping that is there.")
def map_(file: Path, force: bool) -> None:
    """Write a mapping file beside FILE: which of its slide layouts serves which of ours, to be corrected by hand."""
    diagnostics = Diagnostics()
    target = pipeline.mapping_file(file)
    if target.exists() and not force:
        hint = "correct it by hand, or write it anew with --force"
        diagnostics.error("mapping-exists", "there is a mapping already", Span(target.as_posix()), hint)
        end(diagnostics)
    adopted = pipeline.adopt_template(file, diagnostics, mapped=False)
    if adopted is None or not output.write(as_mapping(adopted, file.name).encode(), target, diagnostics):
        end(diagnostics)
    show(diagnostics)
    click.echo(f"{target.as_posix()}: {len(adopted.served)} slide layouts")
