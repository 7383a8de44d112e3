"""Towns that many tests make decks for, and what an undisturbed run comes to."""

from __future__ import annotations

from pathlib import Path

import pytest
from towns import bytes_of, write_towns

import deckgen


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """98 of them."""
    return write_towns(tmp_path_factory.mktemp("towns"), 98)


@pytest.fixture(scope="session")
def undisturbed(towns: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one run by one process writes that nothing disturbs."""
    output = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(towns)
        result = deckgen.batch(output=output)
    assert result.ok, result.diagnostics[:3]
    return bytes_of(output)


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six towns, where the test stands."""
    monkeypatch.chdir(write_towns(tmp_path, 6))
    return tmp_path
