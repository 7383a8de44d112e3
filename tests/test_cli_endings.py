"""How a command ends where the world fails it: nobody reads, nothing can be printed, somebody interrupts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from deckgen import output
from deckgen.cli import ending
from deckgen.diagnostics import Diagnostics

ROOT = Path(__file__).parent.parent
PLAN = f"{sys.executable} -m deckgen plan board"


def shell(line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A line of bash, whose exit code is that of the first command in a pipe that fails."""
    command = ["bash", "-o", "pipefail", "-c", line]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("words", [["plan", "board"], ["--help"], ["plan", "board", "--format", "json"]])
def test_a_reader_that_is_gone_is_told_in_the_exit_code_alone(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "deckgen", *words]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", ["", " --format json"])
def test_output_that_cannot_be_written_is_one_line(words: str) -> None:
    done = shell(f"{PLAN}{words} > /dev/full")
    assert done.returncode == 3
    assert done.stderr == "The output cannot be written: No space left on device.\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_was_closed_before_is_no_error(closed: str) -> None:
    done = shell(f"{PLAN} {closed}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_of_another_encoding_is_written_to_in_utf_8(encoding: str) -> None:
    done = shell(PLAN, LC_ALL="C", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search("[æøå]", done.stdout)


def test_a_command_without_words_shows_the_help() -> None:
    done = shell(f"{sys.executable} -m deckgen")
    assert done.returncode == 2
    assert done.stderr.startswith("Usage:")


def test_an_interrupt_ends_with_130_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["deckgen"])
        assert ending.run(interrupted) == 130
    assert "Interrupted" in capsys.readouterr().err


def test_an_interrupted_write_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "board.pptx"
    target.write_bytes(b"before")
    monkeypatch.setattr("deckgen.output.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        output.write(b"after", target, Diagnostics())
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]
