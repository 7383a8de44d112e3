"""The shipped board deck: its layout, a rebuild in one process after an edit, and what its build imports.

In: nothing. Out: lines on standard output. Times are of the processor, since a machine may have other work.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deckgen import pipeline
from deckgen.checks.engine.subject import STAGES
from deckgen.diagnostics import Diagnostics
from deckgen.pipeline import Loaded, Memory

ROOT = Path(__file__).parent.parent
BRAND = ROOT / "assets/_brand.yml"
RUNS = 7
HEAVY = ("pandas", "numpy", "openpyxl", "pptx", "PIL", "babel", "fontTools", "lxml", "email", "ssl", "click", "yaml")
EDITED = ("meeting.yaml", "title: ", "title: Nu ")
"""A file of the content, and a text in it that is another in every run."""


def milliseconds(work: Any, *given: Any) -> float:
    start = time.process_time()
    work(*given)
    return (time.process_time() - start) * 1000


def load(folder: Path, memory: Memory | None) -> Loaded:
    found = pipeline.load(folder, BRAND, Diagnostics(), memory=memory)
    assert found is not None
    assert found.whole
    return found


def rebuild(folder: Path, memory: Memory) -> None:
    """The deck from its content to the bytes of its file, checks and all."""
    made = pipeline.make_deck(load(folder, memory), "board", Diagnostics(), STAGES)
    assert made.data


def print_layout() -> None:
    """Layout alone, of slides that were never fitted."""
    loaded = load(ROOT / "content", None)
    plan = pipeline.plan_deck(loaded, "board", Diagnostics())
    pages = len(pipeline.set_deck(loaded, plan, Diagnostics()).frames)
    each = (
        statistics.median(milliseconds(pipeline.set_deck, loaded, plan, Diagnostics()) for _ in range(RUNS)) / pages
    )
    print(f"board, {pages} slides: layout {each:.2f} ms a slide")


def frames(folder: Path, memory: Memory) -> None:
    """The deck from its content to its frames, which is all that a preview draws."""
    loaded = load(folder, memory)
    assert pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "board", Diagnostics()), Diagnostics()).frames


def print_rebuild() -> None:
    """A whole rebuild in one process, and one as far as its frames, one title edited before each."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        memory = Memory()
        first = milliseconds(rebuild, content, memory)
        took = _after_edits(content / EDITED[0], memory)
        again, shown = (statistics.median(each) for each in zip(*took, strict=True))
    said = f"{again:.0f} ms again after one edit, {shown:.0f} of a preview that wants its frames alone"
    print(f"board, built in a running process: {first:.0f} ms, and {said}")


def _after_edits(file: Path, memory: Memory) -> Iterator[tuple[float, float]]:
    """Milliseconds to the file and to the frames, each after an edit of its own."""
    _, old, new = EDITED
    text = file.read_text(encoding="utf-8")
    for run in range(1, RUNS + 1):
        took = []
        for letter, work in (("x", rebuild), ("y", frames)):
            file.write_text(text.replace(old, new + letter * run, 1), encoding="utf-8")
            took.append(milliseconds(work, file.parent, memory))
        yield took[0], took[1]


def print_imports() -> None:
    """Which heavy modules a build of the board deck has imported at its end, and how long all imports take."""
    with tempfile.TemporaryDirectory() as output:
        program = "import sys; sys.argv[0] = 'deckgen'\nfrom deckgen.cli import main\ntry: main()\nfinally: "
        program += f"print('imported:', *[name for name in {HEAVY!r} if name in sys.modules])"
        command = [sys.executable, "-X", "importtime", "-c", program, "build", "board", "--output", output]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        for _ in range(2):  # the first compiles
            ran = subprocess.run(
                command, cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8"
            )
    own = sum(int(found) for found in re.findall(r"^import time: +(\d+)", ran.stderr, re.MULTILINE)) / 1000
    print(f"board, imports: {own:.0f} ms, among them {ran.stdout.rpartition('imported: ')[2].strip()}")


def main() -> None:
    print_layout()
    print_rebuild()
    print_imports()


if __name__ == "__main__":
    main()
