"""A batch that is killed at any moment and run again comes to the same bytes as one that nothing disturbs."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from kills import disturbed
from towns import bytes_of, write_towns

import deckgen

TIMES = {1: 10, 2: 4}
"""How often a run by so many processes is killed; `make kills` does it ten times on every engine."""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """98 of them."""
    return write_towns(tmp_path_factory.mktemp("towns"), 98)


@pytest.fixture(scope="module")
def undisturbed(towns: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one run by one process writes that nothing disturbs."""
    output = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(towns)
        result = deckgen.batch(output=output)
    assert result.ok, result.diagnostics[:3]
    return bytes_of(output)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_bytes_are_those_of_an_undisturbed_run(
    towns: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.chdir(towns)
    assert disturbed(towns, tmp_path, "local", jobs, TIMES[jobs]) == TIMES[jobs]
    assert bytes_of(tmp_path) == undisturbed


def test_a_worker_that_is_killed_costs_no_deck(
    towns: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []

    def kill_one(outcome: Any, number: int, of: int) -> None:
        if number in (5, 40):
            child = multiprocessing.active_children()[0]
            assert child.pid
            os.kill(child.pid, signal.SIGKILL)
            killed.append(child.pid)

    monkeypatch.chdir(towns)
    result = deckgen.batch(output=tmp_path, jobs=2, each=kill_one)
    assert len(killed) == 2 and len(set(killed)) == 2
    assert result.ok
    assert bytes_of(tmp_path) == undisturbed


def test_what_is_done_is_not_made_again(towns: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in undisturbed.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(towns)
        result = deckgen.batch(output=tmp_path)
    assert result.batch is not None
    assert (result.files, result.batch.done) == ((), 98)
