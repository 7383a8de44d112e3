"""A large survey: 100,000 rows of 200 columns tabulated, beside pandas reading the same file plainly, in one run.

In: nothing. Out: two lines on standard output: every column counted, and a weighted banner of twenty questions by
five others with what differs. Each run is a process of its own, so imports are counted in both.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS, COLUMNS, RUNS = 100_000, 200, 5
BANNERS, BY = 20, 5
"""Questions that are told, each by so many others."""

PLAIN = "import pandas; pandas.read_csv('survey.csv', sep=';')"
OURS = """
from pathlib import Path
from deckgen.data import read_data
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.reader import read
found = Diagnostics()
node = read(Path("{file}"), "{file}", found)
made = read_data(node, Path("."), "da", found).tabulations
assert len(made) == {count} and not found.has_errors, [str(each) for each in found]
"""


def write(folder: Path) -> None:
    """The survey: four columns of five in codes, the fifth in Danish numbers; all are declared and tabulated.

    `banner.yaml` declares of it what a weighted banner wants.
    """
    chance = random.Random(1)
    heads = [f"s-{number}" for number in range(COLUMNS)]
    pool = [";".join(_cell(chance, column) for column in range(COLUMNS)) for _ in range(2000)]
    lines = [";".join(heads), *(chance.choice(pool) for _ in range(ROWS))]
    (folder / "survey.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    columns = "\n".join(f"      {head}: {{{_type(column)}}}" for column, head in enumerate(heads))
    tables = "\n".join(
        f"  {head}: {{data: s, question: {head}, statistic: {'sum' if _is_number(column) else 'count'}}}"
        for column, head in enumerate(heads)
    )
    text = f"datasets:\n  s:\n    file: survey.csv\n    source: x\n    columns:\n{columns}\ntabulations:\n{tables}\n"
    (folder / "data.yaml").write_text(text, encoding="utf-8")
    (folder / "banner.yaml").write_text(_banner(heads), encoding="utf-8")


def _banner(heads: list[str]) -> str:
    """What tells twenty questions by five others, weighed by the last column; nothing else is declared."""
    scales = [head for column, head in enumerate(heads) if not _is_number(column)]
    told, by, weight = scales[:BANNERS], scales[-BY:], heads[-1]
    columns = "\n".join(f"      {head}: {{{_type(0)}}}" for head in (*told, *by))
    said = f"statistic: share, by: [{', '.join(by)}], total: Alle, weight: {weight}, compare: {{}}"
    tables = "\n".join(f"  {head}: {{data: s, question: {head}, {said}}}" for head in told)
    return f"datasets:\n  s:\n    file: survey.csv\n    source: x\n    columns:\n{columns}\ntabulations:\n{tables}\n"


def _is_number(column: int) -> bool:
    return column % 5 == 4


def _cell(chance: random.Random, column: int) -> str:
    whole = chance.randrange(1000)
    return f"{whole},5" if _is_number(column) and chance.random() < 0.5 else str(chance.randrange(1, 6))


def _type(column: int) -> str:
    return "type: decimal" if _is_number(column) else "type: scale, options: {1: A, 2: B, 3: C, 4: D, 5: E}"


def timed(program: str, folder: Path) -> float:
    # Installed packages run from bytecode; so must our own source, which a first run compiles.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, env=environment)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        every = OURS.format(count=COLUMNS, file="data.yaml")
        banner = OURS.format(count=BANNERS, file="banner.yaml")
        programs = (every, banner, PLAIN)
        runs = [[timed(program, folder) for program in programs] for _ in range(RUNS + 1)][1:]
    counted, told, plain = (statistics.median(run[at] for run in runs) for at in range(len(programs)))
    for what, ours in ((f"{COLUMNS} columns", counted), (f"a weighted banner of {BANNERS} × {BY}", told)):
        said = f"deckgen {ours:.2f}s, pandas.read_csv {plain:.2f}s, ratio {ours / plain:.2f}"
        print(f"{ROWS} rows, {what}: {said}")


if __name__ == "__main__":
    main()
