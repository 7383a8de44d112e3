"""`deckgen layouts`: which slide layouts there are, and what is set on each. In: a template, or none. Out: lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, common, end, end_with, format_option, progress
from deckgen.cli.telling import worded
from deckgen.model.template import SlideLayout
from deckgen.result import Result


@click.command(cls=Command)
@click.argument("template", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@common
@format_option()
def layouts(template: Path | None, folder: Path, brand: Path, form: str) -> None:
    """List the slide layouts of the brand's own template, or of TEMPLATE, with the kinds that each takes.

    \b
    deckgen layouts
    deckgen layouts client.potx
    """
    result = deckgen.list_layouts(template, content=folder, brand=brand, progress=progress)
    progress("")
    found = _found(result)
    if form == "json":
        say_result(result, layouts=[_record(layout, on, result) for layout, on in found])
        end_with(result)
        return
    if not found:
        end(result)
    for layout, on in found:
        for line in _lines(layout, on, result.kinds_by_slide_layout.get(layout.name, ())):
            click.echo(line)
    end_with(result)


def _found(result: Result) -> list[tuple[SlideLayout, str]]:
    """Each slide layout by our name, with what the template calls it; nothing where it is our own."""
    if result.adoption is not None:
        return [(served.layout, served.sheet.label) for served in result.adoption.served]
    own = result.loaded.template.slide_layouts if result.loaded else {}
    return [(layout, "") for layout in own.values()]


def _record(layout: SlideLayout, on: str, result: Result) -> dict[str, Any]:
    return {
        "name": layout.name,
        "on": on or layout.name,
        "kinds": list(result.kinds_by_slide_layout.get(layout.name, ())),
        "slots": list(layout.slots),
        "without": sorted(layout.absent),
    }


def _lines(layout: SlideLayout, on: str, kinds: tuple[str, ...]) -> list[str]:
    named = f"{layout.name} {worded('on')} '{on}'" if on else layout.name
    absent = [f"  {worded('without')}: {', '.join(sorted(layout.absent))}"] if layout.absent else []
    return [
        named,
        f"  {worded('kinds')}: {', '.join(kinds) or worded('none of its own')}",
        f"  {worded('slots')}: {', '.join(layout.slots)}",
        *absent,
    ]
