"""`make bench`: whole processes of `deckgen build` beside a raw python-pptx script, as ratios in one run.

In: nothing. Out: a table on standard output, lines on the shipped deck in one process (see warm), and a line on a
large survey beside plain pandas. Seconds belong to a machine; the ratios carry over.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import content
import data
import warm

SIZES = {20: 7, 200: 5, 1000: 3}
"""Slides, and how often each is timed."""

HERE = Path(__file__).parent
AIMS = {20: 0.8, 200: 0.25, 1000: 0.06}


def timed(command: list[str], cwd: Path) -> float:
    # Installed packages run from bytecode; so must our own source, which a first run compiles.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def measure(slides: int, runs: int) -> tuple[float, float]:
    """Median seconds of deckgen and of the raw script, run by turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content.write(folder / "content", slides)
        brand = (HERE.parent / "assets/_brand.yml").as_posix()
        ours = [sys.executable, "-m", "deckgen", "build", "--brand", brand, "--force"]
        raw = [sys.executable, str(HERE / "raw.py"), str(slides), "raw.pptx"]
        pairs = [(timed(ours, folder), timed(raw, folder)) for _ in range(runs + 1)][1:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def main() -> None:
    print(f"{'slides':>6} {'deckgen':>9} {'raw':>9} {'ratio':>6} {'aim':>5} {'ms a slide':>10}")
    for slides, runs in SIZES.items():
        ours, raw = measure(slides, runs)
        each = ours / slides * 1000
        print(f"{slides:>6} {ours:>8.2f}s {raw:>8.2f}s {ours / raw:>6.2f} {AIMS[slides]:>5} {each:>10.1f}")
    warm.main()
    data.main()


if __name__ == "__main__":
    main()
