"""A build imports what it uses and nothing heavy besides."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import gallery

HEAVY = (
    "matplotlib",
    "pandas",
    "numpy",
    "openpyxl",
    "pptx",
    "PIL",
    "babel",
    "fontTools",
    "email",
    "ssl",
    "importlib.metadata",
)
PROGRAM = """
import sys
sys.argv = ["deckgen", "build", "--content", sys.argv[1], "--brand", sys.argv[2], "--output", sys.argv[3]]
from deckgen.cli import main
try:
    main()
finally:
    print("imported:", *[name for name in {heavy!r} if name in sys.modules])
"""


def imported(content: Path, brand: Path, output: Path) -> list[str]:
    program = PROGRAM.format(heavy=HEAVY)
    command = [sys.executable, "-c", program, str(content), str(brand), str(output)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.rpartition("imported:")[2].split()


def test_a_deck_without_data_or_pictures_needs_none_of_them(tmp_path: Path) -> None:
    bare = {
        name: slide for name, slide in gallery.examples().items() if "picture" not in name and "drawing" not in name
    }
    content = gallery.write(tmp_path / "content", bare)
    assert imported(content, gallery.BRAND, tmp_path / "output") == []


def test_a_deck_with_a_drawing_imports_what_draws(tmp_path: Path) -> None:
    content = gallery.write(tmp_path / "content", {"example.drawing": gallery.examples()["example.drawing"]})
    assert "matplotlib" in imported(content, gallery.BRAND, tmp_path / "output")


def test_neither_do_the_shipped_decks_with_a_small_survey(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    assert imported(root / "content", gallery.BRAND, tmp_path / "output") == []
