"""A command run in the test's own process: for what it prints and writes, where a process of its own proves nothing.

In: the words of a command, where it is called, variables of its environment. Out: exit code and both streams.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from deckgen.cli import deckgen, ending


@dataclass(frozen=True)
class Ended:
    """What a command came to, under the names that `subprocess` has for it."""

    returncode: int
    stdout: str
    stderr: str


def invoked(*words: str, cwd: Path, **variables: str) -> Ended:
    """Run `deckgen` as `main` does, but for the streams and the garbage collector, which are the process's."""
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["deckgen", *words])
        for name, value in variables.items():
            patch.setenv(name, value)
        code = ending.run(deckgen)
    return Ended(code, out.getvalue(), err.getvalue())
