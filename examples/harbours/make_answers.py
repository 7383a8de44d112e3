"""The answers of a survey that never was. In: a seed. Out: `data/answers.csv`, one row for each of 240 companies.

The harbours, the companies and what they answer are invented; the chances below are what the story needs, and chance
does the rest. Run it again only to make another survey: the decks are written to the answers that lie here.
"""

from __future__ import annotations

import csv
import datetime
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SEED: Final = 1887
ANSWERS: Final = Path(__file__).parent / "data" / "answers.csv"
OPENED: Final = datetime.date(2026, 2, 2)
DAYS: Final = 33

HARBOURS: Final = {1: 86, 2: 61, 3: 48, 4: 31, 5: 14}
"""Companies that answered in each harbour, the smallest last."""
TRADES: Final = {
    1: (34, 26, 14, 18, 8),
    2: (18, 14, 10, 48, 10),
    3: (46, 12, 8, 14, 20),
    4: (10, 58, 22, 4, 6),
    5: (64, 14, 0, 14, 8),
}
"""How many of a hundred in each harbour fish, build and mend, carry, host guests, and salt and smoke."""
SERVICES: Final = ("crane", "watch", "ice", "oil", "apprentices")
USES: Final = {"crane": 0.60, "watch": 0.46, "ice": 0.31, "oil": 0.25, "apprentices": 0.11}
WISHES: Final = {"1": 0.22, "2": 0.19, "3": 0.24, "4": 0.28, "5": 0.52}
SATISFIED: Final = {1: 4.0, 2: 3.9, 3: 3.7, 4: 3.5, 5: 2.6}
"""How satisfied the users of each harbour are on average, from 1 to 5."""
MORE: Final = {1: (66, 20, 9, 5), 2: (58, 25, 11, 6), 3: (64, 19, 12, 5), 4: (55, 22, 17, 6), 5: (42, 30, 18, 10)}
"""How many of a hundred in each harbour would share more: yes, perhaps, no, don't know."""
OBSTACLES: Final = (36, 30, 17, 17)
TRUST: Final = (4, 10, 24, 34, 16, 12)
DONT_KNOW: Final = 9


def rows(seed: int) -> Iterator[dict[str, str]]:
    """The answers in the order in which they came in."""
    chance = random.Random(seed)
    harbours = [harbour for harbour, count in HARBOURS.items() for _ in range(count)]
    chance.shuffle(harbours)
    days = sorted(int(DAYS * chance.random() ** 1.6) for _ in harbours)
    for number, (harbour, day) in enumerate(zip(harbours, days, strict=True), 1):
        yield {"number": str(number), "received": _date(day), **_answers(harbour, chance)}


def _answers(harbour: int, chance: random.Random) -> dict[str, str]:
    trade = _picked((1, 2, 3, 4, 5), TRADES[harbour], chance)
    uses = {name: int(chance.random() < share) for name, share in USES.items()}
    wishes = [code for code, share in WISHES.items() if chance.random() < share]
    more = _picked((1, 2, 3, 9), MORE[harbour], chance)
    return {
        "harbour": str(harbour),
        "trade": str(trade),
        "employees": str(max(1, int(chance.lognormvariate(1.5, 0.9)))),
        **{f"uses_{name}": str(used) for name, used in uses.items()},
        "wishes": "|".join(wishes) or "0",
        "satisfaction": _satisfaction(harbour, chance) if any(uses.values()) else "",
        "hours": _hours(sum(uses.values()), chance) if any(uses.values()) else "",
        "more": str(more),
        "obstacle": str(_picked((1, 2, 3, 4), OBSTACLES, chance)),
        "trust": str(_picked((1, 2, 3, 4, 5, DONT_KNOW), TRUST, chance)),
        "pay": _pay(chance) if more in (1, 2) else "",
    }


def _picked(codes: tuple[int, ...], weights: tuple[int, ...], chance: random.Random) -> int:
    return chance.choices(codes, weights)[0]


def _satisfaction(harbour: int, chance: random.Random) -> str:
    if chance.random() < 0.07:
        return str(DONT_KNOW)
    return str(min(5, max(1, round(chance.gauss(SATISFIED[harbour], 0.9)))))


def _hours(services: int, chance: random.Random) -> str:
    """Hours saved in a week, in halves and with a comma."""
    return _comma(max(1, round(2 * chance.gauss(1.9 * services + 0.6, 1.6))) / 2)


def _pay(chance: random.Random) -> str:
    """What a company would pay in a month, in thousands of kroner."""
    return _comma(max(1, round(4 * chance.lognormvariate(0.35, 0.55))) / 4)


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _date(day: int) -> str:
    return (OPENED + datetime.timedelta(days=day)).strftime("%d-%m-%Y")


def write(target: Path, seed: int = SEED) -> None:
    made = list(rows(seed))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(made[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)


if __name__ == "__main__":
    write(ANSWERS)
