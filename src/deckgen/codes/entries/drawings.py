"""Codes of drawings. In: nothing. Out: CODES."""

from __future__ import annotations

from itertools import cycle
from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import slide

_HEAD: Final = """\
id: survey.presence
kind: drawing
title: De fleste klynger er til stede i regionen
counted: Antal klynger, n = ${answered}
minutes: 5
"""
_CHOROPLETH: Final = "drawing: choropleth\noutline: lands.geojson\n"
_LAND: Final = """\
{"type": "Feature", "properties": {"KOMKODE": "101"},
 "geometry": {"type": "Polygon", "coordinates": [[[9, 56], [10, 56], [10, 57], [9, 57]]]}}
"""
_PAIRS: Final = """\
datasets:
  pairs:
    file: pairs.csv
    source: survey
    columns: {trust: {type: integer}, growth: {type: integer}}
tabulations:
  together: {data: pairs, question: trust, with: [growth], statistic: pearson}
"""


def _drawn(said: str) -> dict[str, str]:
    """A slide with a drawing: what it says beside its id, kind, title, minutes and what is counted."""
    return {"content/presence.yaml": slide(f"{_HEAD}{said}")}


def _named(names: list[str]) -> str:
    """A network in which everybody is tied to the first."""
    values = cycle(("${present}", "${dialogue}"))
    rows = "".join(f'  - {{label: {name}, value: "{value}"}}\n' for name, value in zip(names, values, strict=False))
    ties = "".join(f"  - {{start: {names[0]}, end: {name}}}\n" for name in names[1:])
    return f"drawing: network\ndata:\n{rows}links:\n{ties}"


CODES: Final = (
    Code(
        "unknown-drawing",
        what="There is no form of drawing of that name.",
        why="the form says how the data are drawn.",
        fix="write one that the message lists.",
        files=_drawn('drawing: heatmap\ndata: [{label: Er til stede, value: "${present}"}]'),
    ),
    Code(
        "drawing-data",
        what="The data cannot be shown in this form of drawing.",
        why="a distribution wants answers, a heat map a value for each column, a choropleth areas and their numbers, "
        "a tie two actors that are there.",
        fix="as the hint says: it depends on the form.",
        files=_drawn('drawing: distribution\ndata: [{label: Til stede, value: "${present}", answers: [1, 2, 3]}]'),
    ),
    Code(
        "unknown-property",
        what="`named-by` names a property that no area of the GeoJSON has.",
        why="rows could not be matched with areas.",
        fix="take a name from the hint; without `named-by`, areas are called by `name`, `navn`, `label` or `id`.",
        files=_drawn(f'{_CHOROPLETH}named-by: KOMNR\ndata: [{{label: "101", value: "${{present}}"}}]')
        | {"content/lands.geojson": _LAND},
    ),
    Code(
        "pairs-unfit",
        what="A tabulation of coefficients fills something else than a matrix or a table.",
        why="each coefficient is of two questions, and a bar or a row of another drawing is of one.",
        fix="write `drawing: correlation`, or `kind: table`.",
        files=_drawn("drawing: network\ntable: together")
        | {
            "content/data.yaml": _PAIRS,
            "content/pairs.csv": "trust;growth\n" + "".join(f"{one};{one * one % 7}\n" for one in range(1, 13)),
        },
    ),
    Code(
        "drawing-crowded",
        what="A drawing has no room for what it is to show, even in the smallest type.",
        why="nothing is set smaller than can be read, and no two names stand over each other.",
        fix="shorten names, show fewer of them, or leave the takeaways out, so that it has the whole page.",
        files=_drawn(_named([f"Klyngesamarbejdsorganisationen {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWX"])),
    ),
    Code(
        "drawings-missing",
        what="The deck has a drawing, and the package that draws is not installed.",
        why="drawings are made by matplotlib; a deck without one does not need it.",
        fix="install deckgen with its extra `drawings`: `pip install 'deckgen[drawings]'`.",
        example="`kind: drawing` on a slide, where deckgen was installed without the extra.",
    ),
)
