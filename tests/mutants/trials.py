"""One mutant met by the tests. In: the mutant, a copy of the project, the map. Out: whether a test noticed it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from mutants.coverage_map import CoverageMap
from mutants.sampling import Mutant
from mutants.trees import Tree

_ROUNDS: Final = (10, 60)
"""Seconds of tests, as they were timed: most mutants are met by the first, and nothing is run after the last."""
_SLOWER: Final = 10
"""How many times what tests took they may take with a mutant, before it counts as one that does not end."""
_PASSED: Final = (0, 5)
"""What pytest ends with where all passed, or nothing was run."""


def noticed(mutant: Mutant, tree: Tree, known: CoverageMap) -> bool:
    """Run the tests that could notice, until one does or the time is up."""
    tests = known.tests_of(mutant.file, mutant.mutation.line)
    with tree.changed(mutant.file, mutant.text):
        return any(_fails(part, tree, seconds) for part, seconds in rounds(tests, known))


def rounds(tests: list[str], known: CoverageMap) -> Iterator[tuple[list[str], int]]:
    took, timed = 0.0, []
    for test in tests:
        took += known.seconds[test]
        timed.append((sum(took > end for end in _ROUNDS), test))
    for number, part in groupby(timed, key=lambda pair: pair[0]):
        if number < len(_ROUNDS):
            yield [test for _, test in part], _SLOWER * _ROUNDS[number]


def _fails(tests: list[str], tree: Tree, seconds: int) -> bool:
    chosen = Path(tree.path / "chosen.txt")
    chosen.write_text("\n".join(tests), encoding="utf-8")
    files = sorted({test.partition("::")[0] for test in tests})
    return tree.pytest("-x", *files, seconds=seconds, MUTANTS_CHOSEN=str(chosen)) not in _PASSED
