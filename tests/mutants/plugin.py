"""What pytest does beside running tests, for the map and for trials. In: variables. Out: tests chosen, or measured.

With `MUTANTS_CHOSEN`, a file of ids, only these tests are run, in that order. With `MUTANTS_MAP`, a folder, the lines
that each test runs are kept there, and what it took; the longest come last.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from conftest import LONGEST
from mutants.parts import Parts

_PROGRAMS: Final = frozenset({"soffice", "browser", "to_pdfs"})
_parts: Final = Parts(Path(os.environ["MUTANTS_MAP"])) if "MUTANTS_MAP" in os.environ else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What other programs make of a file says little of a line, and takes long: such tests are left out."""
    items[:] = [item for item in items if not _PROGRAMS.intersection(getattr(item, "fixturenames", ()))]
    if chosen := os.environ.get("MUTANTS_CHOSEN"):
        order = {name: at for at, name in enumerate(Path(chosen).read_text(encoding="utf-8").splitlines())}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])
    elif _parts:
        items.sort(key=lambda item: item.path.name in LONGEST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    if _parts:
        _parts.begin(item)
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if _parts:
        _parts.took(report)


def pytest_sessionfinish() -> None:
    if _parts:
        _parts.end()
