"""Options to choose among on paper or by hand: each a tile with its number, its name and empty boxes to tick.

In: the options, what may be ticked of each, and what happens next. Out: tiles on common levels over a bar of steps;
or a row for each option, under heads that say what may be ticked where that is much, else with it in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET, at_left, badge, empty_box, tick_box
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.shapes import CHAIN_TIP, Geometry, Mark
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, Ground, Role

PURPOSE: Final[Purpose] = "ask"
ARRANGEMENTS: Final = ("rows under their heads", "tall tiles", "low tiles", "three in a row", "one row an option")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.ballot
kind: ballot
title: I bedes pege på de modeller, direktionen skal forberede
options:
  - heading: Udvalgte aftaler gennem BRN
  - heading: En fælles satsning
  - heading: Et fælles innovationsmiljø
choices: [Videre, Vent]
next:
  heading: Sådan går det videre
  steps:
    - {when: I dag, what: I peger, emphasis: true}
    - {when: Bagefter, what: Direktionen forbereder}
    - {when: Når det er klar, what: I tager stilling}
"""

BADGE: Final = 58.0
"""Points across the badge of a tile."""
LOW_BADGE, ROW_BADGE = 46.0, 40.0
ROW_PADDING: Final = 6.0
STEP_GAP: Final = 5.0
"""Points between an arrow and the next."""
NAMES: Final[Mapping[int, Role]] = {2: "verb", 3: "lead"}
"""What the names of few options are set as; those of more are heads of cards."""
TILES_IN_A_ROW: Final = 3
"""Where all of them do not stand side by side."""
FEW_CHOICES: Final = 2
"""Up to so many are said on each tile; of more the rows say them once."""
BOX, BOX_WIDTH = 28.0, 112.0
"""Points across a box under a head, and of the head."""
LOW_PADDING: Final = 4.0
GROWS_MOST: Final = 110.0
"""Points that tiles may be higher than what stands on them."""


@dataclass(frozen=True)
class Option:
    heading: Text = described("The option's name.")


@dataclass(frozen=True)
class Step:
    what: Text = described("What happens.")
    when: Text | None = described("When, in a word or two.", default=None)
    emphasis: bool = described("True on the step where we are.", default=False)


@dataclass(frozen=True)
class Next:
    steps: tuple[Step, ...] = described("The steps in order.", minimum=2, maximum=4)
    heading: Text | None = described("A line over the steps.", default=None)


@dataclass(frozen=True)
class Fields:
    options: tuple[Option, ...] = described("The options, numbered in this order.", minimum=2, maximum=6)
    choices: tuple[Text, ...] = described("What may be ticked of each.", minimum=1, maximum=3)
    also: Text | None = described("What is asked besides, in one sentence.", default=None)
    next: Next | None = described("What happens next.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    role = NAMES.get(len(fields.options), "card")
    numbered = tuple(enumerate(fields.options, 1))
    tiles = tuple(_tile(option, number, fields.choices, role) for number, option in numbered)
    low = tuple(_tile(option, number, fields.choices, role, low=True) for number, option in numbered)
    rows = tuple(_row(option, number, fields.choices, role) for number, option in numbered)
    named: dict[str, Block] = {
        "tall tiles": Row(tiles, splits=True, levels=True),
        "low tiles": Row(low, splits=True, levels=True),
        "three in a row": Grid(tiles, TILES_IN_A_ROW, splits=True, levels=True),
        "one row an option": Column(rows, gap=8, justify="grow", splits=True),
    }
    if len(tiles) <= TILES_IN_A_ROW:
        del named["three in a row"]
    if len(fields.choices) > FEW_CHOICES:
        named = {"rows under their heads": _under_heads(fields)} | named
    return tuple(_arrangement(block, fields, name) for name, block in named.items())


def _arrangement(options: Block, fields: Fields, name: str) -> Arrangement:
    also = (TextBlock((Styled(fields.also, "lead", bold=True),)),) if fields.also else ()
    parts = (options, *also, *((_steps(fields.next),) if fields.next else ()))
    canvas = Column(parts, gap=16, justify="grow", grows=(0,), grows_most=GROWS_MOST, closes=len(parts) > 1)
    return Arrangement("Diagram", canvas=canvas, name=name)


def _tile(option: Option, number: int, choices: tuple[Text, ...], role: Role, *, low: bool = False) -> Block:
    """An option as a tile; one for a low page keeps less room around its parts."""
    size, gap = (LOW_BADGE, 7) if low else (BADGE, 12)
    sign = at_left(badge(number, option.heading.path, "background", "primary", size), size)
    name = TextBlock((Styled(option.heading, role, "background", bold=True),))
    rule = Mark("rect", "tint3", 0, 1)
    boxes = Column(_boxes(choices), gap=gap - 2, justify="spread", most=18)
    tile = Column((sign, name, rule, boxes), gap=gap, justify="grow", grows=(1, 3))
    padding = SMALL_INSET if low else INSET
    return Group(Panel(tile, "primary", padding=padding), f"option {number}", _alt(option, number, choices))


def _row(option: Option, number: int, choices: tuple[Text, ...], role: Role) -> Block:
    """An option as a row, for names that are too long to stand side by side."""
    sign = badge(number, option.heading.path, "background", "primary", ROW_BADGE)
    name = TextBlock((Styled(option.heading, role, "background", bold=True),), anchor="middle")
    row = Row((sign, name, Row(_boxes(choices), gap=12)), weights=(1, 3, 3), fixed=(ROW_BADGE, 0, 0))
    return Group(Panel(row, "primary", padding=ROW_PADDING), f"option {number}", _alt(option, number, choices))


def _under_heads(fields: Fields) -> Block:
    """A row for each option with a box under the head of each choice, which is said once."""
    fixed = (ROW_BADGE, 0, *(BOX_WIDTH for _ in fields.choices))
    said = (TextBlock((Styled(choice, "lead", bold=True, align="center"),)) for choice in fields.choices)
    heads = Panel(Row((Space(0), Space(0), *said), fixed=fixed), padding=LOW_PADDING)
    rows = tuple(_boxed(option, number, fields.choices, fixed) for number, option in enumerate(fields.options, 1))
    return Column((heads, *rows), gap=6, justify="grow", grows=tuple(range(1, len(rows) + 1)))


def _boxed(option: Option, number: int, choices: tuple[Text, ...], fixed: tuple[float, ...]) -> Block:
    sign = badge(number, option.heading.path, "background", "primary", BOX + LOW_PADDING)
    name = TextBlock((Styled(option.heading, "number", "background", bold=True),), anchor="middle")
    boxes = (empty_box("background", BOX) for _ in choices)
    row = Panel(Row((sign, name, *boxes), fixed=fixed), "primary", padding=LOW_PADDING)
    return Group(row, f"option {number}", _alt(option, number, choices))


def _boxes(choices: tuple[Text, ...]) -> tuple[Block, ...]:
    """All in one weight: a ballot leans towards no answer."""
    return tuple(tick_box(choice, "background") for choice in choices)


def _alt(option: Option, number: int, choices: tuple[Text, ...]) -> str:
    return f"{number}. {option.heading.plain}: {' / '.join(choice.plain for choice in choices)}"


def _steps(following: Next) -> Block:
    steps = tuple(_step(step, not number) for number, step in enumerate(following.steps))
    alt = " → ".join(step.what.plain for step in following.steps)
    band = Group(Row(steps, gap=STEP_GAP - CHAIN_TIP), "next", alt)
    if not following.heading:
        return band
    return Column((TextBlock((Styled(following.heading, "body", "muted"),)), band), gap=6)


def _step(step: Step, first: bool) -> Block:
    """An arrow; each points into the notch of the next."""
    ink: Color = "background" if step.emphasis else "foreground"
    when = (Styled(step.when, "label", ink),) if step.when else ()
    says = TextBlock((*when, Styled(step.what, "card", ink, bold=True)), anchor="middle")
    geometry: Geometry = "homePlate" if first else "chevron"
    fill: Color = "accent" if step.emphasis else "panel"
    return Panel(says, fill, padding=SMALL_INSET, geometry=geometry, tip=CHAIN_TIP)
