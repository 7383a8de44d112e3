"""Which tests run which line, and how long each takes. In: a copy of the project. Out: the map, which is kept.

It is made once, by a run of the tests under coverage, and is asked by line. Files of tests that are new, or others
than when the map was made, are run again; of a source file that has changed since, each test counts that runs it.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from coverage import CoverageData

from mutants.mutations import lines_in_functions
from mutants.trees import HOME, ROOT, SOURCE, Tree

_KEPT: Final = HOME / "map.json"
_LINES: Final = HOME / "lines"
_TIMES: Final = HOME / "times.json"
_SLOWEST: Final = "tests/test_stress.py"


@dataclass
class CoverageMap:
    """Digests of source files when the map was made, those of files of tests, and how long each test takes."""

    sources: dict[str, str]
    tests: dict[str, str]
    seconds: dict[str, float]

    def tests_of(self, file: str, line: int) -> list[str]:
        """The tests that could notice what is wrong in a line, the quickest files first: those that run it, then the
        others of their files, which may look at what the first of them had made.
        """
        running = self._running(file, line)
        files = {name.partition("::")[0] for name in running}
        beside = {name for name in self.seconds if name.partition("::")[0] in files} - running
        return [*self.quickest_first(running), *self.quickest_first(beside)]

    def _running(self, file: str, line: int) -> set[str]:
        """A line that runs by an import alone is met by all that call something in its file, or else beside it."""
        inside = lines_in_functions((ROOT / file).read_text(encoding="utf-8"))
        lines = _contexts(file)
        importing = set().union(*(lines[each] for each in lines.keys() - inside))
        known = self.sources.get(file) == _digest(ROOT / file)
        calling = set().union(*(lines[each] for each in lines.keys() & inside)) - importing
        found = (lines.get(line, set()) if known else calling) - importing or calling
        if not found:
            folder = ((ROOT / file).parent).glob("*.py")
            found = set().union(*(one for each in folder for one in _contexts(str(each.relative_to(ROOT))).values()))
        return found & self.seconds.keys()

    def quickest_first(self, names: Iterable[str]) -> list[str]:
        files = defaultdict(list)
        for name in sorted(names, key=lambda name: (self.seconds[name], name)):
            files[name.partition("::")[0]].append(name)
        groups = sorted(files.values(), key=lambda group: sum(self.seconds[name] for name in group))
        return [name for group in groups for name in group]


def _contexts(file: str) -> dict[int, set[str]]:
    """The tests by the lines that they run."""
    data = CoverageData(str(_LINES))
    data.read()
    return {line: set(names) for line, names in data.contexts_by_lineno(file).items()}


def coverage_map(tree: Tree) -> CoverageMap:
    """The map as it is kept, made or brought up to date where it has to be."""
    known = (
        CoverageMap(**json.loads(_KEPT.read_text(encoding="utf-8"))) if _KEPT.exists() else CoverageMap({}, {}, {})
    )
    tests = _digests(ROOT / "tests", "test_*.py")
    stale = [file for file, digest in tests.items() if known.tests.get(file) != digest and file != _SLOWEST]
    if stale:
        passed = _run(tree, stale)
        seconds = {name: took for name, took in known.seconds.items() if name.partition("::")[0] not in stale}
        known = CoverageMap(known.sources or _digests(ROOT / SOURCE, "*.py"), tests, seconds | passed)
        _KEPT.write_text(json.dumps(asdict(known), indent=1), encoding="utf-8")
    return known


def _run(tree: Tree, files: list[str]) -> dict[str, float]:
    """Seconds by test that passed."""
    settings = tree.path / ".coveragerc"
    settings.write_text(f"[run]\nrelative_files = true\nsource = {SOURCE}\ndata_file = {_LINES}\n", encoding="utf-8")
    tree.pytest(*files, under=("coverage", "run", "--append", "-m"), MUTANTS_TIMES=str(_TIMES))
    passed: dict[str, float] = json.loads(_TIMES.read_text(encoding="utf-8"))
    return passed


def _digests(folder: Path, pattern: str) -> dict[str, str]:
    return {str(file.relative_to(ROOT)): _digest(file) for file in sorted(folder.rglob(pattern))}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
