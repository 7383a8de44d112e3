"""Pages of single options: what stands in the panel, and that siblings share one grid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import gallery
from deckgen.checks.text.frame_text import flat
from deckgen.model.frames import Frame, GroupItem, Item, ShapeItem, TextItem
from deckgen.model.units import Box, points

DETAIL = """\
id: a.detail
kind: option_detail
title: Aftaler gennem BRN krydser kommunegrænser
number: 1
what: Specifikke aftaler går gennem BRN
facts:
  - {heading: Hvem, items: [Erhvervsfremmeaktørerne inddrages], icon: users}
  - {heading: Penge, items: [Kommuner kan bidrage yderligere]}
  - {heading: Mål, items: [Konkrete mål for eget område], icon: target}
"""
MAP = """\
map:
  tiles: regions
  highlight: [Nordjylland]
  pins: [{place: Sjælland, number: 1, label: "Erfaringer: Sjælland"}]
"""
SHADED = """\
map:
  tiles: municipalities
  values:
    - {place: Aalborg, value: 12}
    - {place: Thisted, value: 3}
    - {place: Hjørring, value: 5}
    - {place: Rebild, value: 9}
  highlight: [{place: Aalborg, label: Her}, Thisted]
  pins: [{place: Odense, label: Havnen}]
"""
PAIR = """\
id: a.pair
kind: option_pair
title: To muligheder kræver mindre end de andre
options:
  - number: 4
    heading: Noget konkret sammen
    items: {first}
  - number: 5
    heading: En ny klynge
    items: [Samarbejd tæt med aktørerne]
"""


JOINED = """\
joined:
  above: [landmark, landmark, landmark]
  through: BRN
  below: [hexagon, hexagon]
"""


def said(frame: Frame, plain: str) -> TextItem:
    texts = (item for item in flat(frame.items) if isinstance(item, TextItem))
    (found,) = (item for item in texts if item.paragraphs[0].plain == plain)
    return found


def panel(frame: Frame) -> Box:
    panels = (item for item in flat(frame.items) if isinstance(item, ShapeItem) and "/panel" in item.name)
    (found,) = (item for item in panels if item.fill == "primary")
    return found.box


def group(frame: Frame, name: str) -> GroupItem:
    (found,) = (item for item in groups(frame.items) if item.name.endswith(name))
    return found


def groups(items: tuple[Item, ...]) -> Iterator[GroupItem]:
    for item in items:
        if isinstance(item, GroupItem):
            yield item
            yield from groups(item.children)


def test_a_map_stands_in_the_panel_with_its_key_in_the_panels_ink(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL + MAP, tmp_path)
    key = said(frame, "Erfaringer: Sjælland")
    assert panel(frame).contains(group(frame, "/map").box) and panel(frame).contains(key.box)
    assert key.paragraphs[0].color == "background"
    places = {item.fill for item in group(frame, "/map").children if isinstance(item, ShapeItem)}
    assert "primary" not in places, "it would not be seen"


def test_a_map_beside_an_icon_has_a_column_of_its_own_with_its_key_in_the_pages_ink(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL + "icon: handshake\n" + MAP, tmp_path)
    assert frame.ladder == ()
    drawn, key = group(frame, "/map").box, said(frame, "Erfaringer: Sjælland")
    assert drawn.x > said(frame, "Hvem").box.right
    assert key.box.y > drawn.y + drawn.height // 2
    assert key.paragraphs[0].color == "foreground"
    assert key.paragraphs[0].size == said(frame, "Konkrete mål for eget område").paragraphs[0].size


def test_facts_stand_on_one_grid_with_and_without_a_map_or_an_icon(tmp_path: Path) -> None:
    frames = [
        gallery.frame_of(DETAIL + more, tmp_path / str(number))
        for number, more in enumerate(("", "icon: handshake\n", MAP))
    ]
    for plain in ("Hvem", "Konkrete mål for eget område"):
        assert len({(one.box.x, one.paragraphs[0].size) for one in (said(frame, plain) for frame in frames)}) == 1
    assert len({panel(frame) for frame in frames}) == 1


def test_a_fact_without_an_icon_stands_under_those_with_one(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL, tmp_path)
    assert said(frame, "Penge").box.x == said(frame, "Hvem").box.x


def test_the_icon_of_an_option_stands_large_at_the_foot_of_its_panel(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL + "icon: handshake\n", tmp_path)
    (icon,) = (item for item in flat(frame.items) if "icon handshake" in item.name)
    assert icon.box.height > points(80)
    assert panel(frame).contains(icon.box)
    assert icon.box.y > panel(frame).y + panel(frame).height // 2


def test_those_who_come_together_stand_on_the_bar_and_what_it_leads_to_under_it(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL + JOINED + MAP, tmp_path)
    bar = said(frame, "BRN").box
    signs = [item.box for item in flat(frame.items) if "icon landmark" in item.name or "icon hexagon" in item.name]
    over, under = (
        [box for box in signs if box.bottom <= bar.y],
        [box for box in signs if box.y >= bar.bottom],
    )
    assert (len(over), len(under)) == (3, 2)
    assert all(panel(frame).contains(box) for box in (bar, *signs))
    assert group(frame, "/map").box.x > said(frame, "Hvem").box.right, "the foot of the panel is taken"


def test_an_icon_and_a_drawing_cannot_both_stand_at_the_foot_of_the_panel(tmp_path: Path) -> None:
    found = gallery.found(DETAIL + JOINED + "icon: handshake\n", tmp_path)
    assert ["`icon` and `joined` have the same place" in one.message for one in found] == [True]


def test_a_map_that_says_too_much_for_the_panel_stands_beside_the_facts(tmp_path: Path) -> None:
    frame = gallery.frame_of(DETAIL + SHADED, tmp_path)
    assert any("the map beside the facts" in rung for rung in frame.ladder)
    assert group(frame, "/map").box.x > said(frame, "Hvem").box.right


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("[Arrangementer, {text: Først med det, icon: flag}]", ""),
        ("[Et møde, To møder, Tre møder, Fire møder, Fem møder, Seks møder]", "side by side"),
    ],
)
def test_two_options_stand_over_each_other_where_their_points_are_few(first: str, told: str, tmp_path: Path) -> None:
    frame = gallery.frame_of(PAIR.format(first=first), tmp_path)
    upper, lower = group(frame, "/option 4").box, group(frame, "/option 5").box
    assert told in "".join(frame.ladder)
    assert (upper.x, upper.height) == (lower.x, lower.height) if not told else upper.y == lower.y
