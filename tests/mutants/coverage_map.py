"""Which tests run which line, and how long each takes. In: a copy of the project. Out: the map, which is kept.

It is made once, by a run of the tests under coverage, a part for each file of tests, and is asked by line. Parts are
kept as they come, so that a run that was interrupted goes on where it was; files of tests that are new, or others
than when their part was made, are run again. Of a source file that has changed since, each test counts that runs it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from coverage import CoverageData

from mutants.mutations import lines_in_functions
from mutants.parts import lines_of, times_of
from mutants.trees import HOME, ROOT, SOURCE, Tree

_PARTS: Final = HOME / "map"
_SOURCES: Final = HOME / "sources.json"
_SLOWEST: Final = "tests/test_stress.py"


@dataclass(frozen=True)
class CoverageMap:
    """Digests of source files when the map was made, and how long each test takes."""

    sources: dict[str, str]
    seconds: dict[str, float]

    def tests_of(self, file: str, line: int) -> list[str]:
        """The tests that could notice what is wrong in a line: those that run it, then the others of their files,
        which may look at what the first of them had made.
        """
        running, reach = self._running(file, line)
        files = {name.partition("::")[0] for name in running}
        beside = {name for name in self.seconds if name.partition("::")[0] in files} - running
        return [*self.in_order(running, reach), *self.in_order(beside, reach)]

    def _running(self, file: str, line: int) -> tuple[set[str], dict[str, int]]:
        """A line that runs by an import alone is met by all that call something in its file, or else beside it.

        With them, of how many files of the same room each runs something: the fewer, the more it is about this one.
        """
        lines = _contexts(file)
        inside = lines_in_functions((ROOT / file).read_text(encoding="utf-8"))
        known = self.sources.get(file) == _digest(ROOT / file)
        calling = set().union(*(lines[each] for each in lines.keys() & inside))
        reach = _reach(f"{file.rpartition('/')[0]}/")
        found = (lines.get(line, set()) if known else calling) or calling or set(reach)
        found &= self.seconds.keys()
        return found, {name: reach.get(name, 0) for name in found}

    def in_order(self, names: Iterable[str], reach: dict[str, int]) -> list[str]:
        """The most specific files of tests first, the quickest of those, and so within each."""
        files = defaultdict(list)
        for name in sorted(names, key=lambda name: (reach.get(name, 0), self.seconds[name], name)):
            files[name.partition("::")[0]].append(name)
        groups = sorted(
            files.values(),
            key=lambda group: sum(self.seconds[name] * (1 + reach.get(name, 0)) for name in group),
        )
        return [name for group in groups for name in group]


@lru_cache(maxsize=64)
def _contexts(file: str) -> dict[int, set[str]]:
    """The tests by the lines that they run."""
    found = defaultdict(set)
    for part in sorted(_PARTS.glob("*.lines")):
        data = CoverageData(str(part))
        data.read()
        for line, names in data.contexts_by_lineno(file).items():
            found[line].update(names)
        data.close()
    return {line: names - {""} for line, names in found.items()}


@lru_cache(maxsize=64)
def _reach(room: str) -> Counter[str]:
    """In how many files of a room each test runs something."""
    query = """select context, count(distinct file_id) from line_bits join context on context.id = context_id
        join file on file.id = file_id where path like ? group by context"""
    found = Counter[str]()
    for part in sorted(_PARTS.glob("*.lines")):
        with contextlib.closing(sqlite3.connect(part)) as kept:
            found.update(dict(kept.execute(query, (f"{room}%",))))
    del found[""]
    return found


def coverage_map(tree: Tree) -> CoverageMap:
    """The map as it is kept, made or brought up to date where it has to be."""
    tests = {str(file.relative_to(ROOT)): _digest(file) for file in sorted((ROOT / "tests").rglob("test_*.py"))}
    if not _SOURCES.exists():
        _PARTS.mkdir(parents=True, exist_ok=True)
        _SOURCES.write_text(json.dumps(_digests(ROOT / SOURCE)), encoding="utf-8")
    stale = [file for file, digest in tests.items() if _made_of(file) != digest and file != _SLOWEST]
    if stale:
        for file in stale:
            lines_of(_PARTS, file).unlink(missing_ok=True)
        tree.pytest(*stale, MUTANTS_MAP=str(_PARTS))
        _contexts.cache_clear()
    seconds = {}
    for file in tests:
        if _made_of(file):
            seconds.update(json.loads(times_of(_PARTS, file).read_text(encoding="utf-8"))["seconds"])
    return CoverageMap(json.loads(_SOURCES.read_text(encoding="utf-8")), seconds)


def _made_of(file: str) -> str:
    """The digest of a file of tests when its part was made; empty where there is none."""
    part = times_of(_PARTS, file)
    return str(json.loads(part.read_text(encoding="utf-8"))["digest"]) if part.exists() else ""


def _digests(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(ROOT)): _digest(file) for file in sorted(folder.rglob("*.py"))}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
