"""Ray makes the decks: two workers on a cluster of this machine, one of them killed in the middle."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from towns import bytes_of, write_towns

import deckgen
from deckgen.model.batch import Outcome

ACTOR = "ray::RayWorker"
ray = pytest.importorskip("ray", reason="it has no wheel for every Python")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield
    ray.shutdown()


def workers() -> list[int]:
    """The processes of our own actors: they are below this one, and are called by what they do."""
    every = {int(one.name): one for one in Path("/proc").iterdir() if one.name.isdigit()}
    parents = {}
    for number, folder in every.items():
        with contextlib.suppress(OSError):
            parents[number] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    return [number for number in parents if _is_below(number, parents) and _called(every[number]).startswith(ACTOR)]


def _is_below(process: int, parents: dict[int, int]) -> bool:
    while process in parents and process != os.getpid():
        process = parents[process]
    return process == os.getpid()


def _called(folder: Path) -> str:
    with contextlib.suppress(OSError):
        return (folder / "cmdline").read_bytes().decode()
    return ""


def test_a_worker_that_is_killed_costs_no_deck(
    cluster: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_towns(tmp_path, 24)
    monkeypatch.chdir(folder)
    assert deckgen.batch(output=folder / "undisturbed").ok
    killed: list[int] = []

    def kill_one(outcome: Outcome, number: int, of: int) -> None:
        if number == 6:
            killed.append(workers()[0])
            os.kill(killed[0], signal.SIGKILL)

    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    result = deckgen.batch(engine="ray", jobs=2, output=folder / "ray", each=kill_one)
    assert result.ok, result.diagnostics[:2]
    assert len(killed) == 1 and len(result.files) == 24
    assert bytes_of(folder / "ray") == bytes_of(folder / "undisturbed")
