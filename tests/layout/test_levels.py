"""Cards beside each other share the levels of their parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.brand.load import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.layout.measure import natural
from deckgen.layout.place import place
from deckgen.layout.setting import Setting
from deckgen.model.blocks import Block, Column, Grid, Group, Panel, Row, TextBlock
from deckgen.model.frames import GroupItem, Item, TextItem
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.units import Box, inches

BRAND = Path(__file__).parents[2] / "assets/_brand.yml"
HEADS = ("Kort", "Et navn, der fylder flere linjer på et smalt kort", "Mellem to linjer måske")


@pytest.fixture(scope="module")
def setting() -> Setting:
    theme = load_brand(BRAND, "brand", Diagnostics())
    assert theme
    return Setting(theme, {})


def _card(head: str, says: str) -> Block:
    parts = tuple(TextBlock((Styled(text(said, name), "body"),)) for said, name in ((head, "head"), (says, "says")))
    return Group(Panel(Column(parts), fill="panel", padding=10), "card", head)


def _texts(items: tuple[Item, ...]) -> list[TextItem]:
    flat: list[TextItem] = []
    for item in items:
        if isinstance(item, GroupItem):
            flat += _texts(item.children)
        elif isinstance(item, TextItem):
            flat.append(item)
    return flat


@pytest.mark.parametrize("grid", [False, True])
def test_what_siblings_say_begins_on_one_level(setting: Setting, grid: bool) -> None:
    cards = tuple(_card(head, "Det samme") for head in HEADS)
    block: Block = Grid(cards, 3, levels=True) if grid else Row(cards, levels=True)
    placed = place(block, Box(0, 0, inches(7), inches(5)), setting)
    tops = {item.box.y for item in _texts(placed.items) if item.name == "says"}
    assert len(tops) == 1
    assert not placed.misfits


def test_without_levels_they_begin_under_their_own_heads(setting: Setting) -> None:
    cards = tuple(_card(head, "Det samme") for head in HEADS)
    placed = place(Row(cards), Box(0, 0, inches(7), inches(5)), setting)
    assert len({item.box.y for item in _texts(placed.items) if item.name == "says"}) > 1


def test_the_natural_height_holds_the_highest_of_each_part(setting: Setting) -> None:
    width = inches(7)
    cards = (_card(HEADS[1], "Kort"), _card("Kort", HEADS[1]))
    plain, level = (natural(Row(cards, levels=levels), width, setting) for levels in (False, True))
    assert level > plain
