"""What `deckgen preview` says where it cannot begin."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.cli import deckgen
from deckgen.preview.guard import HOST
from projects import GOOD, write


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, GOOD))


def test_a_deck_that_nobody_has_is_named() -> None:
    done = CliRunner().invoke(deckgen, ["preview", "bord", "--no-browser"])
    assert done.exit_code == 2
    assert "There is no deck 'bord': board, directorate. Did you mean 'board'?" in done.output


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = CliRunner().invoke(deckgen, ["preview", "--no-browser", "--port", port])
    assert done.exit_code == 2
    assert f"Port {port} cannot be served on" in done.output
