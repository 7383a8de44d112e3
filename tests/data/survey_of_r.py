"""A small survey and what R's package `survey` makes of it, from the folder `r_survey`.

In: nothing. Out: its numbers by name, and tabulations of the same survey, weighed in the same four ways.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Final

from surveys import tabulated

from deckgen.model.data import Tabulation

FOLDER: Final = Path(__file__).parent / "r_survey"
WAYS: Final = {
    "plain": "",
    "weight": "weight: w",
    "rake": "rake: {margins: {gender: {1: 49.4, 2: 50.6}, region: {nord: 30, midt: 45, syd: 25}}}",
    "both": "weight: w, rake: {margins: {gender: {1: 49.4, 2: 50.6}, region: {nord: 30, midt: 45, syd: 25}}}",
}
"""What the dataset says of weights, by the name that R has for it."""

COLUMNS: Final = (
    "gender: {type: single, options: {1: Mand, 2: Kvinde}}, "
    "region: {type: single, options: {nord: Nord, midt: Midt, syd: Syd}}, "
    "q: {type: single, options: {1: Ja, 2: Nej, 3: Måske, 9: Ved ikke}, dont-know: [9]}, "
    "scale: {type: scale, options: {1: A, 2: B, 3: C, 4: D, 5: E}}, "
    "hours: {type: decimal}, nps: {type: integer}, "
    "several: {type: multiple, columns: [a, b, c]}"
)


def numbers() -> dict[str, float]:
    """What R has computed, by name."""
    with (FOLDER / "numbers.csv").open(encoding="utf-8") as lines:
        return {row["name"]: float(row["number"]) for row in csv.DictReader(lines)}


def tables(folder: Path, way: str, tabulations: str) -> dict[str, Tabulation]:
    """Tabulations of the survey, weighed in one of the ways; nothing is hidden."""
    more = ", ".join(filter(None, ("named: false", WAYS[way])))
    made, found = tabulated(folder, (FOLDER / "survey.csv").read_bytes(), COLUMNS, tabulations, more=more)
    assert [str(each) for each in found] == []
    return made


def same(ours: Decimal | None, theirs: float) -> bool:
    """Whether a number is R's to six digits."""
    return ours is not None and abs(float(ours) - theirs) <= 5e-7 * max(abs(theirs), 1e-3)
