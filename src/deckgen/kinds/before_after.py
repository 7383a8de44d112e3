"""How it was and how it is, side by side, with an arrow from each to each.

In: one to six changes. Out: a row a change, from a pale field to a strong one; continued where they must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, bar
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.shapes import Mark
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("names beside their rows", "names over their rows")

EXAMPLE = """\
id: example.before-after
kind: before_after
title: Klyngerne er blevet færre og større
changes:
  - what: Antal
    before: Mange små netværk
    after: Få nationale klynger
  - what: Opgave
    before: Netværk mellem virksomheder
    after: Innovation mellem virksomheder og viden
  - what: Område
    before: En by eller en region
    after: Hele landet
"""

ARROW: Final = 30.0
FEW: Final = 3
"""Changes that are set in large type."""
NAME: Final = 2.0
SIDE: Final = 5.0
"""How the name of a change and each of its sides share a row."""


@dataclass(frozen=True)
class Change:
    before: Text = described("How it was.")
    after: Text = described("How it is.")
    what: Text | None = described("What has changed, in a word or two.", default=None)


@dataclass(frozen=True)
class Fields:
    changes: tuple[Change, ...] = described("What has changed.", minimum=1, maximum=6)
    before: Text | None = described("Over how it was, where it is not the language's own word.", default=None)
    after: Text | None = described("Over how it is, likewise.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    before = fields.before or text(context.labels.before, "before")
    after = fields.after or text(context.labels.now, "after")
    named = any(change.what for change in fields.changes)
    alt = "; ".join(_alt(change) for change in fields.changes)
    heads = _in_row((bar(before, "tint2", "foreground"), Space(0), bar(after)), Space(0) if named else None)
    role: Role = "number" if len(fields.changes) <= FEW else "point"
    rows = Column(tuple(_row(change, named, role) for change in fields.changes), gap=8, justify="grow", splits=True)
    across = Column((heads, Group(rows, "changes", alt)), gap=8, justify="grow", grows=(1,))
    stacked = Column(tuple(_stacked(change, role) for change in fields.changes), gap=12, justify="grow", splits=True)
    narrow = Column((Row((bar(before, "tint2", "foreground"), bar(after)), gap=ARROW), stacked), gap=8)
    return (
        Arrangement("Diagram", canvas=across, name="names beside their rows"),
        Arrangement("Diagram", canvas=narrow, name="names over their rows", step=1),
    )


def _alt(change: Change) -> str:
    name = f"{change.what.plain}: " if change.what else ""
    return f"{name}{change.before.plain} → {change.after.plain}"


def _in_row(sides: tuple[Block, Block, Block], name: Block | None) -> Block:
    """Before, the arrow and after, behind the name of the change where changes have names."""
    before, arrow, after = sides
    pair = Row((before, arrow, after), (SIDE, 1, SIDE), (0, ARROW, 0), gap=8)
    return Row((name, pair), (NAME, 2 * SIDE)) if name else pair


def _row(change: Change, named: bool, role: Role) -> Block:
    what = (Styled(change.what, "card", "primary", bold=True),) if change.what else ()
    return _in_row(_sides(change, role), TextBlock(what, anchor="middle") if named else None)


def _sides(change: Change, role: Role) -> tuple[Block, Block, Block]:
    before, after = Styled(change.before, role), Styled(change.after, role, "background", bold=True)
    pale = Panel(TextBlock((before,), anchor="middle"), "panel", padding=INSET)
    strong = Panel(TextBlock((after,), anchor="middle"), "primary", padding=INSET)
    arrow = Column((Mark("rightArrow", "primary", ARROW, ARROW * 0.8),), justify="middle")
    return pale, arrow, strong


def _stacked(change: Change, role: Role) -> Block:
    """The name of a change over its sides, on a page that leaves it no column."""
    sides = _in_row(_sides(change, role), None)
    if not change.what:
        return sides
    return Column((TextBlock((Styled(change.what, "card", "primary", bold=True),)), sides), gap=4)
