"""In: a number of slides. Out: a content folder with one deck of that many: lists, tables, charts, and notes."""

from __future__ import annotations

from pathlib import Path

PROJECT = "language: da\naudiences: [board]\norganisation:\n  name: Navigators\nclient:\n  name: Kunden\n"
PROJECT += "check:\n  ignore:\n    - bare-number\n"
WORDS = [
    "klynger",
    "virksomheder",
    "samarbejde",
    "innovation",
    "region",
    "videnmiljøer",
    "projekter",
    "medlemmer",
    "aftaler",
    "dialog",
]
ROWS = 4


def sentence(seed: int, length: int) -> str:
    return " ".join(WORDS[(seed * 7 + step * 3) % len(WORDS)] for step in range(length)).capitalize()


def title(number: int) -> str:
    return f"{sentence(number, 6)} i del {number}"


def notes(number: int) -> str:
    return f"{sentence(number, 12)}. {sentence(number + 1, 10)}."


def form(number: int) -> str:
    """One slide in five is a chart, one a table, the others are lists."""
    return {0: "chart", 1: "table"}.get(number % 5, "bullets")


def bullets(number: int) -> list[str]:
    return [sentence(number + row, 8) for row in range(ROWS)]


def cells(number: int) -> list[list[str]]:
    return [[sentence(number + row, 2), sentence(number + row + 1, 3), str(number + row)] for row in range(ROWS)]


def values(number: int) -> list[tuple[str, int]]:
    return [(sentence(number + row, 2), 12 - 2 * row) for row in range(ROWS)]


def _slide(number: int) -> str:
    head = f"  - id: bench.s{number}\n    kind: {form(number)}\n    title: {title(number)}\n"
    head += f"    minutes: 1\n    notes: {notes(number)}\n"
    if form(number) == "bullets":
        return head + "    items:\n" + "".join(f"      - {item}\n" for item in bullets(number))
    if form(number) == "table":
        rows = "".join("      - cells:\n" + "".join(f"          - {cell}\n" for cell in row) for row in cells(number))
        return head + "    columns:\n      - Hvem\n      - Hvad\n      - Antal\n    rows:\n" + rows
    data = "".join(f"      - label: {label}\n        value: {value}\n" for label, value in values(number))
    return head + "    chart: bar\n    counted: Antal klynger\n    data:\n" + data


def write(folder: Path, slides: int) -> None:
    """Write the content folder."""
    (folder / "decks").mkdir(parents=True)
    (folder / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (folder / "sources.yaml").write_text("desk: Egne optællinger\n", encoding="utf-8")
    (folder / "figures.yaml").write_text("{}\n", encoding="utf-8")
    body = "slides:\n" + "".join(_slide(number) for number in range(slides))
    (folder / "bench.yaml").write_text(body, encoding="utf-8")
    listed = "".join(f"      - bench.s{number}\n" for number in range(slides))
    deck = (
        f"audience: board\ntitle: Måling\nsubtitle: Måling\nmeeting: Måling\nminutes: {slides}\n"
        f"opening: []\nchapters:\n  - id: alt\n    title: Alt\n    slides:\n{listed}"
    )
    (folder / "decks" / "bench.yaml").write_text(deck, encoding="utf-8")
