"""One part of the map: the lines that the tests of one file run, each test by its name, and how long each takes.

In: a folder, and a test that begins. Out: two files for each file of tests, written when its last test is over.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
from pathlib import Path

import pytest
from coverage import Coverage


def lines_of(folder: Path, file: str) -> Path:
    return folder / f"{file.replace('/', '+')}.lines"


def times_of(folder: Path, file: str) -> Path:
    return folder / f"{file.replace('/', '+')}.json"


class Parts:
    """Measures test after test; one file of tests at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = ""
        self._coverage: Coverage | None = None
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def begin(self, item: pytest.Item) -> None:
        file = item.nodeid.partition("::")[0]
        if file != self._file:
            self.end()
            self._file = file
            _forget()
            data = str(lines_of(self._folder, file))
            self._coverage = Coverage(data_file=data, source=["src/deckgen"], config_file=False, messages=False)
            self._coverage.set_option("run:relative_files", True)
            self._coverage.start()
        if self._coverage:
            self._coverage.switch_context(item.nodeid)

    def took(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration
        if report.failed:
            self._failed.add(report.nodeid)

    def end(self) -> None:
        """Keep what was measured of the file; a test that does not pass notices nothing."""
        if self._coverage:
            self._coverage.stop()
            self._coverage.save()
            passed = {name: took for name, took in self._seconds.items() if name not in self._failed}
            digest = hashlib.sha256(Path(self._file).read_bytes()).hexdigest()
            said = json.dumps({"digest": digest, "seconds": passed}, indent=1)
            times_of(self._folder, self._file).write_text(said, encoding="utf-8")
        self._coverage, self._seconds, self._failed = None, {}, set()


def _forget() -> None:
    """Each file of tests runs what it needs, so that what an earlier one left in memory hides no line from it."""
    for module in list(sys.modules.values()):
        if (getattr(module, "__file__", None) or "").startswith(str(Path.cwd())):
            for one in vars(module).values():
                if isinstance(one, functools._lru_cache_wrapper):
                    one.cache_clear()
