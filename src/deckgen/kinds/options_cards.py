"""Options to choose among, each with its number, its name, a line on it and where it is from or stands.

In: two to seven options in order. Out: a numbered row an option, or, of few, cards side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import BADGE, EDGE, at_left, badge
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.map_drawing import SMALL, small_map
from deckgen.model.map_fields import MapFields
from deckgen.model.map_form import MapForm
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "recommendation"
ARRANGEMENTS: Final = (
    "side by side",
    "one row an option",
    "places on several lines",
    "names beside their lines",
    "places under the names",
    "a large map",
    "the map under them",
)

EXAMPLE = """\
id: example.options-cards
kind: options_cards
title: Fire eksempler rækker på tværs af kommunegrænser
options:
  - heading: Udvalgte aftaler gennem BRN
    line: Specifikke aftaler dækker flere kommuner
    place: Rundt i Nordjylland
  - heading: En fælles satsning
    line: Løses sammen med klare rammer, mål og en økonomi
    place: Sjælland
  - heading: Et fælles innovationsmiljø
    line: Erhvervsfremmeaktører og klynger har deres gang
    place: Aalborg
  - heading: Noget konkret sammen
    line: Events, temadage, tilbud og projekter
"""

MOST_ACROSS: Final = 3
"""Options that stand side by side; more stand one under the other."""
SMALL_BADGE: Final = 36.0
INDENT: Final = 9.0
"""Points between the edge of a row and its badge, beside the padding."""
BESIDE: Final = replace(SMALL, height=230, pin=28, named=True)
"""A map so high that pins on one island stand beside each other."""
MAP_GAP: Final = 20.0
MAP_BESIDE: Final = (8.0, 3.6)
"""How the options and a map share the width."""
GROWS_MOST: Final = 100.0
"""Points that cards side by side may be higher than what stands on them."""


@dataclass(frozen=True)
class Option:
    heading: Text = described("The option's name.")
    line: Text | None = described("What it is, in one line.", default=None)
    place: Text | None = described("Where it is, or where there is experience with it.", default=None)
    emphasis: bool = described("True on an option that the page recommends.", default=False)


@dataclass(frozen=True)
class Fields:
    options: tuple[Option, ...] = described("The options, numbered in this order.", minimum=2, maximum=7)
    map: MapFields | None = described("A small map beside them.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    numbered = tuple(enumerate(fields.options, 1))
    forms = {
        "one row an option": _whole,
        "places on several lines": _stacked,
        "names beside their lines": _in_line,
        "places under the names": _narrow,
    }
    rows = {name: _rows(tuple(form(*one) for one in numbered)) for name, form in forms.items()}
    down = tuple(
        Arrangement("Diagram", canvas=_beside(block, fields.map), name=name, step=2 * max(0, number - 1))
        for number, (name, block) in enumerate(rows.items())
    )
    if fields.map:
        large = (
            Arrangement("Diagram", canvas=_beside(rows[form], fields.map, BESIDE), name=f"a large map, {form}")
            for form in ("one row an option", "places on several lines")
        )
        return (
            *large,
            *down,
            Arrangement("Diagram", canvas=_over(rows, fields.map), name="the map under them", step=2),
        )
    if len(numbered) > MOST_ACROSS:
        return down
    cards = Row(tuple(_card(*one) for one in numbered), splits=True, levels=True)
    across = Column((cards,), justify="grow", grows_most=GROWS_MOST)
    return (Arrangement("Diagram", canvas=across, name="side by side"), *down)


def _beside(rows: Block, on: MapFields | None, form: MapForm = SMALL) -> Block:
    return Column((Row((rows, small_map(on, form)), MAP_BESIDE, gap=MAP_GAP),), justify="grow") if on else rows


def _over(rows: dict[str, Block], on: MapFields) -> Block:
    """On a narrow page the map stands under the options."""
    return Column((rows["places under the names"], small_map(on)), gap=14, justify="grow")


def _rows(rows: tuple[Block, ...]) -> Block:
    return Grid(rows, 1, gap=5, fill=True, splits=True)


def _whole(number: int, option: Option) -> Block:
    """The line under the name, the place on one line at the right."""
    place = _place(option)
    return _row(number, option, (_says(option), *place), (1, 1), BADGE, hugs=((), (), *((one,) for one in place)))


def _stacked(number: int, option: Option) -> Block:
    """The same, the place in a narrow column of its own."""
    return _row(number, option, (_says(option), *_place(option)), (7.5, 2.5), BADGE)


def _says(option: Option) -> TextBlock:
    line = (Styled(option.line, "body", space=1),) if option.line else ()
    return TextBlock((Styled(option.heading, "card", bold=True), *line), anchor="middle")


def _in_line(number: int, option: Option) -> Block:
    """Name, line and place in columns, of many options that are said in few words."""
    name = TextBlock((Styled(option.heading, "card", bold=True),), anchor="middle")
    line = TextBlock((Styled(option.line, "body"),) if option.line else (), anchor="middle")
    return _row(number, option, (name, line, *_place(option)), (4, 5, 2), SMALL_BADGE)


def _narrow(number: int, option: Option) -> Block:
    """All of an option under its name, on a page that leaves no column to places."""
    says = [Styled(option.heading, "card", bold=True)]
    if option.line:
        says.append(Styled(option.line, "body", space=1))
    if option.place:
        says.append(Styled(option.place, "body", "primary", bold=True, space=1))
    return _row(number, option, (TextBlock(tuple(says), anchor="middle"),), (1,), BADGE)


def _place(option: Option) -> tuple[TextBlock, ...]:
    """The place at the right; what an option without one says has its room too."""
    if option.place is None:
        return ()
    return (TextBlock((Styled(option.place, "body", "primary", bold=True, align="right"),), anchor="middle"),)


def _row(
    number: int,
    option: Option,
    cells: tuple[Block, ...],
    weights: tuple[float, ...],
    size: float,
    hugs: tuple[tuple[Block, ...], ...] = (),
) -> Block:
    sign = badge(number, option.heading.path, size=size)
    row = Row((sign, *cells), (1, *weights[: len(cells)]), (size, *[0.0] * len(cells)), hugs=hugs)
    inside = Row((Space(0), row, Space(0)), fixed=(INDENT, 0, INDENT), gap=0)
    return _on_panel(number, option, inside, "left", 4)


def _card(number: int, option: Option) -> Block:
    line = (Styled(option.line, "body"),) if option.line else ()
    place = (Styled(option.place, "body", "primary", bold=True),) if option.place else ()
    parts = (
        at_left(badge(number, option.heading.path), BADGE),
        TextBlock((Styled(option.heading, "card", bold=True),)),
        TextBlock(line),
        TextBlock(place, anchor="bottom"),
    )
    return _on_panel(number, option, Column(parts, gap=12, justify="grow", grows=(2,)), "top", 18)


def _edge(option: Option) -> Color:
    return "accent" if option.emphasis else "primary"


def _on_panel(number: int, option: Option, says: Block, rule: Literal["left", "top"], padding: float) -> Block:
    panel = Panel(says, "panel", rule, _edge(option), padding, rule_width=EDGE)
    said = [one.plain for one in (option.line, option.place) if one]
    return Group(panel, f"option {number}", ". ".join((f"{number}. {option.heading.plain}", *said)))
