"""The library of statistics files in a process of its own. In: a file's bytes, and calls. Out: columns, what is said.

The library trusts what a file says of itself: of a damaged one it reads past its memory and ends the process that it
runs in. Here it ends its own. This file is that process's program too, which imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any, Final

LIBRARY: Final = "pyreadstat"

Read = Callable[..., tuple[dict[str, list[Any]], Any]]
"""A call with the library's words: columns by name, and what the file says of them by the library's attributes."""


class LibraryError(Exception):
    """What the library failed with, by its name and in its words; or what ended its process, without any."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(said)
        self.name = name


@contextlib.contextmanager
def reading(function: str, data: bytes) -> Iterator[Read]:
    """The library's function on these bytes. A call raises LibraryError, OSError where no process can be started."""
    command = [sys.executable, "-I", __file__]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answers = process.stdin, process.stdout

        def read(**words: Any) -> tuple[dict[str, list[Any]], Any]:
            try:
                pickle.dump(words, asked)
                asked.flush()
                fault, columns, said = pickle.load(answers)
            except (EOFError, OSError, pickle.UnpicklingError):
                raise LibraryError(_end_of(process.wait()), "") from None
            if fault:
                raise LibraryError(*fault)
            return columns, SimpleNamespace(**said)

        try:
            with contextlib.suppress(OSError):  # a process that is gone already is noticed where it is asked
                pickle.dump((sys.path, function, data), asked)
            yield read
        finally:
            process.kill()


def _end_of(code: int) -> str:
    """What ended a process: the name of a signal, else its exit code."""
    return signal.Signals(-code).name if code < 0 else str(code)


def _serve() -> None:
    """Answer calls until nobody asks any more."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the library prints is no answer
    path, function, data = pickle.load(asked)
    sys.path[:] = path
    with contextlib.suppress(EOFError):
        while True:
            pickle.dump(_answer(function, data, pickle.load(asked)), answers)
            answers.flush()


def _answer(function: str, data: bytes, words: dict[str, Any]) -> tuple[Sequence[str], dict[str, list[Any]], Any]:
    try:
        import pyreadstat

        columns, said = getattr(pyreadstat, function)(io.BytesIO(data), **words)
    except Exception as failed:  # errors of the library and of others below it, none of them declared
        return (type(failed).__name__, str(failed)), {}, {}
    return (), columns, vars(said)


if __name__ == "__main__":
    _serve()
