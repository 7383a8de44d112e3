"""A small engagement with a deck for each of many invented towns. In: how many. Out: its folder and its bytes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

from projects import BRAND, WORDMARK

LEAST: Final = 3
DATA: Final = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      town: {type: text}
      region: {type: text}
      said: {type: single, options: {a: Ja, b: Nej, c: Måske}}
tabulations:
  said: {data: answers, question: said, statistic: count}
"""
FIGURES: Final = "".join(
    f"said.{code}: {{from: said/{code}, source: survey, label: Siger {word}}}\n"
    for code, word in (("a", "ja"), ("b", "nej"), ("c", "måske"))
)
DECK: Final = """\
for-each: {dataset: answers, key: town, group: region}
audience: board
title: "Svar fra ${member.name}"
minutes: 4
date: 2026-05-01
chapters:
  - {id: own, title: Egne svar, slides: [own.yes, own.no, own.maybe, own.shared, own.lacking]}
"""


def _number(id: str, code: str, word: str) -> str:
    return f"""\
  - id: own.{id}
    kind: key_figures
    lacking: hvor mange der siger {word}
    title: Så mange siger {word} i ${{member.name}}
    figures:
      - {{value: "${{member.said.{code}}}", label: i byen, emphasis: true}}
      - {{value: "${{group.said.{code}}}", label: i landsdelen, lacking: landsdelens {word}}}
      - {{value: "${{all.said.{code}}}", label: i alle byer}}
    minutes: 1
"""


SLIDES: Final = (
    "slides:\n"
    + _number("yes", "a", "ja")
    + _number("no", "b", "nej")
    + _number("maybe", "c", "måske")
    + """\
  - {id: own.shared, kind: statement, title: Byerne og svarene er opdigtede, minutes: 1}
  - id: own.lacking
    kind: bullets
    title: Ikke alt kan vises, hvor få har svaret
    items: ["Udeladt: ${member.lacking}"]
"""
)


def write_towns(folder: Path, many: int, seed: int = 7) -> Path:
    """The engagement's folder, with `content` and `assets` in it."""
    chance = random.Random(seed)
    answers = ["town;region;said"]
    for town in range(many):
        count = chance.choice((1, 4, 9, 14, 22, 30))
        region = f"Egn {town % 5}"
        answers += (f"by{town:03};{region};{chance.choice('aab' + 'c')}" for _ in range(count))
    files = {
        "content/project.yaml": "language: da\naudiences: [board]\norganisation: {name: Navigators}\n",
        "content/sources.yaml": "survey: Opdigtet undersøgelse, 2026\n",
        "content/data.yaml": DATA,
        "content/figures.yaml": FIGURES,
        "content/slides.yaml": SLIDES,
        "content/decks/town.yaml": DECK,
        "content/answers.csv": "\n".join((*answers, "")),
        "assets/_brand.yml": BRAND,
        "assets/wordmark.svg": WORDMARK,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
