"""`deckgen plan`: the outline of a deck, without writing it. In: the name of a deck. Out: its outline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

import deckgen
from deckgen.cli.completion import deck_names
from deckgen.cli.formats import say_result
from deckgen.cli.options import (
    Command,
    common,
    end,
    end_with,
    format_option,
    language_option,
    progress,
    show,
    template_option,
)
from deckgen.cli.records import outline_record
from deckgen.cli.telling import said, worded
from deckgen.model import texts
from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.plan import Plan
from deckgen.model.text import Text


@click.command(cls=Command)
@click.argument("name", metavar="DECK", shell_complete=deck_names)
@common
@language_option
@template_option
@click.option("--text", "as_text", is_flag=True, help="All that the slides and notes say instead, to be proofread.")
@format_option()
def plan(
    name: str, folder: Path, brand: Path, template: Path | None, language: str, as_text: bool, form: str
) -> None:
    """Print sections, slides and minutes of DECK, where text had to give way, and what was left out.

    \b
    deckgen plan board
    deckgen plan board --text
    """
    result = deckgen.plan(folder, decks=[name], brand=brand, template=template, language=language, progress=progress)
    progress("")
    whole = result.loaded is not None and result.loaded.whole
    if form == "json":
        deck = result.decks.get(name) if whole else None
        say_result(result, **({"plan": outline_record(deck)} if deck else {}))
    elif not whole:
        end(result)
    elif as_text:
        _texts(result.plans[name])
    else:
        show(result.diagnostics)
        _outline(result.plans[name], result.frames[name])
    end_with(result)


def _outline(planned: Plan, frames: FrameDeck) -> None:
    slot = planned.facts.minutes
    spoken = worded(f"{planned.minutes.normalize():f} of {slot} minutes, for {planned.audience}")
    click.echo(f"{planned.facts.title.plain}: {spoken}")
    by_id = {frame.id: frame for frame in frames.frames}
    numbers = {frame.id: number for number, frame in enumerate(frames.frames, 1)}
    minutes = {slide.id: slide.minutes for slide in planned.slides}
    choices = {slide.id: slide.chart_choice for slide in planned.slides}
    for section in frames.sections:
        total = sum(minutes.get(slide, 0) for slide in section.slides)
        click.echo(f"\n{section.title} ({total:g} min)" if total else f"\n{section.title}")
        for slide in section.slides:
            spent = minutes.get(slide)
            click.echo(f"  {numbers[slide]:>3}  {f'{spent:g} min' if spent else '':>7}  {_line(by_id[slide])}")
            if choice := choices.get(slide):
                told = worded(f"`{choice.type}` was chosen ({choice.compares}): {choice.why}")
                click.echo(f"{'':>16}{told}")
    gave_way = _gave_way(frames.frames)
    if gave_way:
        click.echo(f"\n{worded('Where text had to give way')}: {gave_way}")
    if planned.left_out:
        click.echo(f"\n{worded('Left out')}")
        for gone in planned.left_out:
            click.echo(f"  {gone.id}: {worded(gone.reason)}")


def _texts(planned: Plan) -> None:
    """Every text of every slide, as it will stand on the page, and what is said to it."""
    for number, slide in enumerate(planned.slides, 1):
        click.echo(f"{'' if number == 1 else chr(10)}{slide.id}: {slide.title.plain}")
        for one in texts.said(slide.shown[1:]):
            text = one.plain if isinstance(one, Text) else one.shown
            for line in filter(None, text.splitlines()):
                click.echo(f"  {line}")
        for line in filter(None, slide.notes.plain.splitlines()):
            click.echo(f"  | {line}")


def _gave_way(frames: Sequence[Frame]) -> str:
    """How many slides stand on each rung of the ladder; a slide of several pages counts once."""
    first = [frame for frame in frames if "~" not in frame.id]
    given = []
    for rung, told in (("reflowed", "reflowed"), ("type", "in smaller type"), ("continued", "continued")):
        count = sum(any(step.startswith(rung) for step in frame.ladder) for frame in first)
        if count:
            slides = "1 slide" if count == 1 else f"{count} slides"
            given.append(f"{worded(slides)} {worded(told)}")
    return ", ".join(given)


def _line(frame: Frame) -> str:
    climbed = f"  ({'; '.join(map(said, frame.ladder))})" if frame.ladder else ""
    return f"{frame.id}: {frame.title}{climbed}"
