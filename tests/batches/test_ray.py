"""Ray makes the decks: two workers on a cluster of this machine, one of them killed in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from kills import cluster, resumed_in_ray
from towns import bytes_of, write_towns

import deckgen


def test_a_worker_that_is_killed_costs_no_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_towns(tmp_path, 24)
    monkeypatch.chdir(folder)
    assert deckgen.batch(output=folder / "undisturbed").ok
    with cluster():
        assert resumed_in_ray(folder / "ray") == 24
    assert bytes_of(folder / "ray") == bytes_of(folder / "undisturbed")
