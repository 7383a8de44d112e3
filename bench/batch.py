"""`make bench-batch`: many decks of one file, beside a raw python-pptx loop that makes as many of as many slides.

In: how many decks, 100, 1,000 and 10,000 without a word. Out: a table on standard output: decks per second and core,
processor time of a deck, the raw loop's as a ratio, and the memory of the process that makes them at the first tenth
and at the end. The deck has 31 slides, of which four are another for each member; files go to a folder that is
removed. The raw loop makes ten decks, whatever the number: one costs as much as the next.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import yaml

import content
import deckgen

SLIDES: Final = 31
SIZES: Final = (100, 1000, 10_000)
RAW_DECKS: Final = 10
HERE: Final = Path(__file__).parent
OWN: Final = """\
slides:
  - {id: own.cover, kind: cover, title: "Tal for ${member.name}"}
  - id: own.share
    kind: key_figures
    title: "I ${member.name} er ${member.content} tilfredse"
    figures:
      - {value: "${member.content}", label: er tilfredse her, emphasis: true}
      - {value: "${all.content}", label: er tilfredse i alt}
    minutes: 1
  - id: own.chart
    kind: chart
    title: "Sådan svarer ${member.name} ved siden af alle"
    chart: bar
    counted: Andel, der er tilfredse
    data:
      - {label: "${member.name}", value: "${member.content}", emphasis: true}
      - {label: Alle, value: "${all.content}"}
    minutes: 1
  - id: own.reading
    kind: statement
    title:
      either:
        - {when: member.content < all.content, text: "${member.name} ligger under de andre"}
        - {text: "${member.name} ligger ikke under de andre"}
    minutes: 1
"""
DATA: Final = """\
datasets:
  answers:
    file: answers.csv
    source: desk
    columns:
      member: {type: text}
      said: {type: single, options: {1: Tilfreds, 2: Ikke tilfreds}}
tabulations:
  content: {data: answers, question: said, statistic: share}
"""
DECK: Final = """\
for-each: {dataset: answers, key: member}
audience: board
title: "Tal for ${member.name}"
minutes: 30
opening: [own.cover]
chapters:
  - {id: own, title: Egne tal, slides: [own.share, own.chart, own.reading]}
"""


def write(folder: Path, decks: int) -> None:
    """The content of bench/content.py with a deck for each of so many members, each of which answered ten times."""
    content.write(folder, SLIDES - 4)
    listed = [line for deck in (folder / "decks").glob("*.yaml") for line in _shared(deck)]
    for deck in (folder / "decks").glob("*.yaml"):
        deck.unlink()
    chapter = f"  - {{id: shared, title: Det fælles, slides: [{', '.join(listed)}]}}\n"
    (folder / "decks/each.yaml").write_text(DECK + chapter, encoding="utf-8")
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    figure = "content: {from: content/1, source: desk, label: Tilfredse}\n"
    (folder / "figures.yaml").write_text(figure, encoding="utf-8")
    (folder / "data.yaml").write_text(DATA, encoding="utf-8")
    answers = (f"m{one:05};{1 + (one * 7 + each * 3) % 5 // 3}" for one in range(decks) for each in range(12))
    (folder / "answers.csv").write_text("\n".join(("member;said", *answers, "")), encoding="utf-8")


def _shared(deck: Path) -> list[str]:
    """The slides that a deck file lists."""
    chapters = yaml.safe_load(deck.read_text(encoding="utf-8"))["chapters"]
    return [slide for chapter in chapters for slide in chapter["slides"]]


def memory() -> float:
    """The most that this process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(folder: Path, decks: int, jobs: int) -> dict[str, float]:
    """A batch in this process, or in two others."""
    told: dict[str, float] = {"cpu": 0.0}

    def each(outcome: Any, number: int, of: int) -> None:
        if number == 1:
            told["start"] = time.perf_counter()  # content is read and the first deck fitted: what follows is warm
            return
        told["cpu"] += outcome.seconds
        if number == max(2, of // 10):
            told["first"] = memory()

    brand = HERE.parent / "assets/_brand.yml"
    result = deckgen.batch(folder / "content", brand=brand, output=folder / f"out{jobs}", jobs=jobs, each=each)
    assert result.ok, result.diagnostics[:3]
    seconds = time.perf_counter() - told["start"]
    return {**told, "seconds": seconds, "last": memory()}


def raw_seconds(folder: Path) -> float:
    """Processor time of a deck in a python-pptx loop."""
    loop = f"for deck in range({RAW_DECKS}): sys.argv = ['raw', '{SLIDES}', f'raw{{deck}}.pptx']; raw.main()"
    program = f"import sys, time, raw\n{loop}\nprint(time.process_time() / {RAW_DECKS})"
    command, path = [sys.executable, "-c", program], {"PYTHONPATH": str(HERE)}
    return float(subprocess.run(command, cwd=folder, env=path, check=True, capture_output=True, text=True).stdout)


def print_one(decks: int, jobs: int) -> None:
    """The line of so many decks by so many processes; the memory of others is not ours to ask for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "content", decks)
        told, raw = measure(folder, decks, jobs), raw_seconds(folder)
    cpu, speed = told["cpu"] / (decks - 1), decks / told["seconds"] / jobs
    grown = f"{told['first']:.0f} MB, then {told['last']:.0f}" if jobs == 1 else ""
    print(f"{decks:>6} {jobs:>5} {speed:>9.1f} {cpu:>8.3f}s {raw:>8.3f}s {cpu / raw:>6.2f} {grown}", flush=True)


def main() -> None:
    if len(sys.argv) > 2:
        print_one(int(sys.argv[1]), int(sys.argv[2]))
        return
    print(f"{'decks':>6} {'jobs':>5} {'/s a core':>9} {'a deck':>9} {'raw':>9} {'ratio':>6} memory")
    for decks in (int(sys.argv[1]),) if len(sys.argv) > 1 else SIZES:
        for jobs in (1, 2):  # each in a process of its own, so that memory is its own too
            subprocess.run([sys.executable, __file__, str(decks), str(jobs)], check=True)


if __name__ == "__main__":
    main()
