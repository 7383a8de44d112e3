"""What the meeting decides: two to four cards, each a verb with its object, one of them the one that counts most.

In: the cards, and where the minutes are shown a line over them. Out: cards side by side, or rows; a bar of the
agenda's minutes under them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import BESIDE, Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import EDGE
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.language import NO_BREAK
from deckgen.model.plan import AgendaEntry
from deckgen.model.styled import Styled
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.theme import Color, Ground, Role

PURPOSE: Final[Purpose] = "ask"
ARRANGEMENTS: Final = ("side by side", "parts of the agenda in a list", "one row a card")
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.decision
kind: decision
title: I dag peger I på, hvad der skal arbejdes videre med
cards:
  - verb: Drøft
    object: billedet af klyngernes engagement i Nordjylland
  - verb: Peg på
    object: de modeller, der skal arbejdes videre med
    emphasis: true
  - verb: Overlad
    object: forberedelsen af de valgte modeller til direktionen
time: Mødets dele og deres minutter
"""

WIDER: Final = 1.2
"""How much wider the card that counts most is than the others."""
ICON: Final = 48.0
SEGMENT_GAP: Final = 3.0
NAME_GAP: Final = 9.0
"""Between the name of a part and that of the next, in points."""
TIMED: Final[tuple[Role, Role]] = ("statement", "lead")
"""What a verb and its object are set as over a bar of minutes, and where they have the page to themselves."""
ALONE: Final[tuple[Role, Role]] = ("statement", "lead")
GROWS_MOST: Final = 90.0
KEYS: Final = 4
"""Parts of the agenda in a row, where their names stand in a list of their own."""


@dataclass(frozen=True)
class Card:
    verb: Text = described("What the meeting does, in one word or two.")
    object: Text = described("What it does that with.")
    icon: Icon | None = described("An icon before the verb.", default=None)
    pages: Text | None = described("Where that is told, such as a link to another slide.", default=None)
    emphasis: bool = described("True on the card that counts most.", default=False)


@dataclass(frozen=True)
class Fields:
    cards: tuple[Card, ...] = described("What is decided, in order.", minimum=2, maximum=4)
    time: Text | None = described("A line over a bar of the agenda's minutes.", default=None)
    decided_in: int | None = described("The number of the agenda's part in which it is decided.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """One card at most counts most."""
    loud = [card for card in fields.cards if card.emphasis]
    if len(loud) > 1:
        yield Fault("two cards are emphasised", loud[1].verb.span, "leave `emphasis` on the one that counts most")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    """With minutes, cards stand side by side over their bar; without, each has a row and larger type."""
    if fields.time is None or not context.agenda or not all(entry.duration for entry in context.agenda):
        return _untimed(fields)
    under, listed = _bar(fields, context, True), _bar(fields, context, False)
    across, down = _across(fields.cards, TIMED), _down(fields.cards, TIMED)
    return (
        _timed(across, under, "side by side"),
        _timed(across, listed, "parts of the agenda in a list"),
        _timed(down, listed, "one row a card"),
    )


def _timed(cards: Block, bar: Block, name: str) -> Arrangement:
    canvas = Column((cards, bar), gap=16, justify="grow", closes=True)
    return Arrangement("Diagram", canvas=canvas, name=name)


def _untimed(fields: Fields) -> tuple[Arrangement, ...]:
    rows = _over(_down(fields.cards, ALONE), fields.time, 0)
    across = _over(_across(fields.cards, ALONE), fields.time, GROWS_MOST)
    return (
        Arrangement("Diagram", canvas=rows, name="one row a card"),
        Arrangement("Diagram", canvas=across, name="side by side"),
    )


def _over(cards: Block, line: Text | None, most: float) -> Block:
    """The cards over the line on the minutes, which stands alone where the agenda has none."""
    said = (TextBlock((Styled(line, "body", "muted"),)),) if line else ()
    return Column((cards, *said), gap=14, justify="grow", grows=(0,), grows_most=most, closes=bool(line))


def _across(cards: tuple[Card, ...], roles: tuple[Role, Role]) -> Block:
    weights = tuple(WIDER if card.emphasis else 1.0 for card in cards)
    return Row(tuple(_card(card, roles) for card in cards), weights, splits=True, levels=True)


def _card(card: Card, roles: tuple[Role, Role]) -> Block:
    ink, quiet = _inks(card)
    verb, says = _verb(card, roles[0]), TextBlock((Styled(card.object, roles[1], ink),))
    pages = TextBlock((Styled(card.pages, "body", quiet),) if card.pages else ())
    return _on_panel(card, Column((verb, says, pages), gap=10, justify="middle"), 20)


def _verb(card: Card, role: Role) -> Block:
    verb = TextBlock((Styled(card.verb, role, _inks(card)[0], bold=True),), anchor="middle")
    if not card.icon:
        return verb
    icon = icon_block(card.icon, ICON, "background" if card.emphasis else "primary", anchor="middle")
    return Row((icon, verb), fixed=(ICON, 0), gap=12)


def _down(cards: tuple[Card, ...], roles: tuple[Role, Role]) -> Block:
    return Column(tuple(_row(card, roles) for card in cards), gap=12, justify="grow", splits=True)


def _row(card: Card, roles: tuple[Role, Role]) -> Block:
    ink, quiet = _inks(card)
    told = (Styled(card.pages, "body", quiet, space=4),) if card.pages else ()
    says = TextBlock((Styled(card.object, roles[1], ink), *told), anchor="middle")
    padding = 10 if roles == TIMED else 18
    return _on_panel(card, Row((_verb(card, roles[0]), says), weights=(2, 5)), padding)


def _inks(card: Card) -> tuple[Color, Color]:
    """The colour of what a card says, and of what it says beside that."""
    return ("background", "background") if card.emphasis else ("foreground", "muted")


def _on_panel(card: Card, says: Block, padding: float) -> Block:
    if card.emphasis:
        return Panel(says, "primary", "top", "accent", padding, rule_width=EDGE)
    return Panel(says, "panel", padding=padding)


def _bar(fields: Fields, context: Context, named: bool) -> Block:
    """The agenda's parts, each as long as its minutes; `named`: its name stands under it.

    What is no part of the agenda is told in the line over the bar: it may be too short for a name.
    """
    agenda, said = context.agenda, fields.time
    assert said
    whole = context.facts.whole(agenda)
    segments = tuple(
        _segment(entry, fields.decided_in, named) if entry.number else _unlisted(named) for entry in whole
    )
    minutes = tuple(float(entry.duration) for entry in whole)
    bar: Block = Row(segments, minutes, gap=SEGMENT_GAP, levels=True)
    if not named:
        keys = tuple(_key(entry, fields.decided_in) for entry in agenda)
        bar = Column((bar, Grid(keys, min(KEYS, len(keys)), gap=10)), gap=6)
    alt = ", ".join(f"{entry.title.plain}: {entry.minutes}" for entry in whole)
    caption = TextBlock((Styled(_with_unlisted(said, whole), "body", "muted"),))
    return Column((caption, Group(bar, "minutes", alt)), gap=5, justify="grow", grows=(1,))


def _segment(entry: AgendaEntry, marked: int | None, named: bool) -> Block:
    here = entry.number == marked
    if not named:
        return Panel(Space(18), "primary" if here else "tint2")
    segment = Panel(
        _minutes(entry, "background" if here else "foreground"), "primary" if here else "tint2", padding=8
    )
    return Column((segment, _name(entry, here)), gap=4, justify="grow", grows=(0,))


def _with_unlisted(said: Text, whole: tuple[AgendaEntry, ...]) -> Text:
    """The line over the bar, and behind it the parts that stand on no agenda, with their minutes."""
    beside = "".join(f"{BESIDE}{entry.title.plain} {entry.minutes}" for entry in whole if not entry.number)
    *before, last = said.paragraphs
    return replace(said, paragraphs=(*before, Paragraph((*last.runs, Run(beside))))) if beside else said


def _unlisted(named: bool) -> Block:
    """A part of the meeting that stands on no agenda, pale and bare."""
    segment = Panel(Space(0 if named else 18), "panel", padding=8 if named else 0)
    return Column((segment, Space(0)), gap=4, justify="grow", grows=(0,)) if named else segment


def _minutes(entry: AgendaEntry, color: Color) -> Block:
    """How many, large, and the unit small on its baseline."""
    many, _, unit = entry.minutes.partition(NO_BREAK if NO_BREAK in entry.minutes else " ")
    number = TextBlock((Styled(text(many, f"time/{entry.number}"), "number", color, True),))
    named = TextBlock((Styled(text(unit, f"time/{entry.number}/unit"), "label", color),))
    row = Row((number, named, Space(0)), hugs=((number,), (named,), ()), gap=5, baseline=True)
    return Column((row,), justify="middle")


def _name(entry: AgendaEntry, here: bool) -> Block:
    """The name under its segment, clear of the next one's."""
    said = TextBlock((Styled(entry.title, "label", "primary" if here else "foreground", here),))
    return Row((said, Space(0)), fixed=(0, NAME_GAP), gap=0)


def _key(entry: AgendaEntry, marked: int | None) -> Block:
    here = entry.number == marked
    minutes = Styled(text(entry.minutes, f"time/{entry.number}"), "label", "primary", bold=True)
    return TextBlock((minutes, Styled(entry.title, "label", "primary" if here else "foreground", here)))
