"""What pytest does beside running tests, for the map and for trials. In: two variables. Out: tests chosen, or timed.

With `MUTANTS_CHOSEN`, a file of ids, only these tests are run, in that order. With `MUTANTS_TIMES`, each test is a
context of the coverage that runs, and what each took that passed is written there.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from coverage import Coverage

_PROGRAMS: Final = frozenset({"soffice", "browser"})
_seconds: dict[str, float] = {}
_failed: set[str] = set()
_forgotten: set[Path] = set()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What other programs make of a file says little of a line, and takes long: such tests are left out."""
    items[:] = [item for item in items if not _PROGRAMS.intersection(getattr(item, "fixturenames", ()))]
    if chosen := os.environ.get("MUTANTS_CHOSEN"):
        order = {name: at for at, name in enumerate(Path(chosen).read_text(encoding="utf-8").splitlines())}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    coverage = Coverage.current()
    if coverage:
        coverage.switch_context(item.nodeid)
        if item.path not in _forgotten:
            _forgotten.add(item.path)
            _forget()
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0) + report.duration
    if report.failed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    if times := os.environ.get("MUTANTS_TIMES"):
        passed = {name: seconds for name, seconds in _seconds.items() if name not in _failed}
        Path(times).write_text(json.dumps(passed), encoding="utf-8")


def _forget() -> None:
    """Each file of tests runs what it needs, so that what an earlier one left in memory hides no line from it."""
    for module in list(sys.modules.values()):
        if (getattr(module, "__file__", None) or "").startswith(str(Path.cwd())):
            for one in vars(module).values():
                if isinstance(one, functools._lru_cache_wrapper):
                    one.cache_clear()
