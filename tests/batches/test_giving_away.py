"""What all files of a batch give away together: they are read as a stranger would, and solved for what they hide.

Each file names the figures that it shows with their values. A shown number is an equation over how many of each town
gave each answer, and so is how many answered, which stands with each; an answer that few gave must not be the same
in every solution.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy
import pytest
from towns import LEAST, bytes_of, write_towns

import deckgen
from deckgen.powerpoint.readback.manifest import read_origin

ANSWERS = "abc"


def counts(folder: Path) -> dict[tuple[str, str], int]:
    with (folder / "content/answers.csv").open(encoding="utf-8") as file:
        return dict(Counter((row["town"], row["said"]) for row in csv.DictReader(file, delimiter=";")))


def groups(folder: Path) -> dict[str, str]:
    with (folder / "content/answers.csv").open(encoding="utf-8") as file:
        return {row["town"]: row["region"] for row in csv.DictReader(file, delimiter=";")}


def shown(file: Path) -> dict[str, int]:
    """The figures of a file with their values."""
    origin = read_origin(file)
    assert origin is not None
    return {
        figure.name: int(figure.value)
        for slide in origin.slides
        for figure in slide.figures
        if figure.value is not None
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_towns(tmp_path_factory.mktemp("told"), 30, seed=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert deckgen.batch().ok
    return folder


def known(folder: Path) -> tuple[list[list[int]], list[tuple[str, str]]]:
    """The equations that the files come to, and the unknowns in the order of their columns."""
    regions = groups(folder)
    unknowns = [(town, answer) for town in regions for answer in ANSWERS]
    rows: list[list[int]] = []
    for file in sorted((folder / "output").rglob("*.pptx")):
        town = file.name.partition("-")[0]
        whose = {"member": {town}, "group": {one for one in regions if regions[one] == regions[town]}}
        for name in shown(file):
            scope, _, answer = name.split(".")
            who = whose.get(scope, set(regions))
            rows.append([int(one in who and said == answer) for one, said in unknowns])
            rows.append([int(one in who) for one, _ in unknowns])
    return rows, unknowns


def test_no_small_number_follows_from_all_files_together(built: Path) -> None:
    rows, unknowns = known(built)
    matrix = numpy.array(rows, dtype=float)
    rank = numpy.linalg.matrix_rank(matrix)
    real = counts(built)
    small = [at for at, one in enumerate(unknowns) if 0 < real.get(one, 0) < LEAST]
    assert len(small) > 10
    for at in small:
        unit = numpy.eye(len(unknowns))[at]
        assert numpy.linalg.matrix_rank(numpy.vstack([matrix, unit])) > rank, unknowns[at]


def test_the_solving_would_notice(built: Path) -> None:
    """With one more number a small one does follow: the test above can fail."""
    rows, unknowns = known(built)
    real = counts(built)
    small = next(at for at, one in enumerate(unknowns) if 0 < real.get(one, 0) < LEAST)
    matrix = numpy.array([*rows, numpy.eye(len(unknowns))[small]], dtype=float)
    unit = numpy.eye(len(unknowns))[small]
    rank = numpy.linalg.matrix_rank(matrix)
    assert numpy.linalg.matrix_rank(numpy.vstack([matrix, unit])) == rank


def test_a_member_with_small_cells_shows_none(built: Path) -> None:
    real = counts(built)
    for file in sorted((built / "output").rglob("*.pptx")):
        town = file.name.partition("-")[0]
        for name, value in shown(file).items():
            scope, _, answer = name.split(".")
            if scope == "member":
                assert value == real.get((town, answer), 0)
                assert value == 0 or value >= LEAST


def test_the_manifest_lists_what_is_not_told_and_the_deck_says_it(built: Path) -> None:
    lines = bytes_of(built / "output")["manifest.jsonl"].decode().splitlines()[1:]
    assert any('"hidden": ["said/a"' in line for line in lines)
    left_out = [line for line in lines if '"left_out": []' not in line]
    assert left_out and all("hvor mange der siger" in line or "landsdelens" in line for line in left_out)
