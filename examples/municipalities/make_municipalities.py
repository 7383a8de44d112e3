"""The answers of a survey that never was. In: a seed. Out: `data/answers.csv` and `data/municipalities.csv`.

The municipalities, their companies and what these answer are invented; chance does what the weights below leave open.
One municipality has hardly any answers, so its deck leaves something out, and so does one that would give these back.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

SEED: Final = 2031
FOLDER: Final = Path(__file__).parent / "data"

MUNICIPALITIES: Final = (
    ("701", "Askemose", "Fjordegnen", 41, 0.66),
    ("702", "Bregnelund", "Fjordegnen", 28, 0.52),
    ("703", "Dunkær", "Fjordegnen", 63, 0.61),
    ("704", "Elvehøj", "Fjordegnen", 22, 0.58),
    ("711", "Fuglevang", "Heden", 52, 0.48),
    ("712", "Glimhede", "Heden", 35, 0.43),
    ("713", "Hjortesø", "Heden", 18, 0.50),
    ("714", "Klokkeby", "Heden", 88, 0.57),
    ("721", "Lygtemark", "Øerne", 26, 0.60),
    ("722", "Månedal", "Øerne", 19, 0.63),
    ("723", "Rimskov", "Øerne", 2, 0.50),
    ("724", "Stjernholm", "Øerne", 31, 0.64),
)
"""Key, name, part of the country, companies that answered, and how likely each is to be content."""
NEEDS: Final = {"1": 0.44, "2": 0.38, "3": 0.31, "4": 0.22, "5": 0.15}


def answers(seed: int) -> Iterator[dict[str, str]]:
    """A row for each company that answered."""
    chance = random.Random(seed)
    for key, _, _, count, content in MUNICIPALITIES:
        for _ in range(count):
            yield {
                "municipality": key,
                "content": "1" if chance.random() < content else "2",
                "fast": "1" if chance.random() < content - 0.12 else "2",
                "needs": "|".join(need for need, share in NEEDS.items() if chance.random() < share) or "0",
                "days": str(max(1, round(chance.gauss(16 - 9 * content, 3)))),
            }


def municipalities(seed: int) -> Iterator[dict[str, str]]:
    """A row for each municipality, with what everybody may know of it."""
    chance = random.Random(seed + 1)
    for key, name, part, count, _ in MUNICIPALITIES:
        companies = 40 * count + chance.randrange(200, 900)
        yield {"key": key, "name": name, "part": part, "companies": str(companies)}


def write(target: Path, rows: Iterable[dict[str, str]]) -> None:
    made = list(rows)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(made[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)


if __name__ == "__main__":
    write(FOLDER / "answers.csv", answers(SEED))
    write(FOLDER / "municipalities.csv", municipalities(SEED))
