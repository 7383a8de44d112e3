"""Programs of this machine, opened on request. In: a file, or a place in one. Out: whether one was started."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

_JUMPS: Final = frozenset(("code", "code-insiders", "codium", "cursor", "windsurf"))
"""Editors that take a place behind `--goto`."""
_COLONS: Final = frozenset(("subl", "zed", "hx"))
"""Editors that take `file:line`; all others take `+line file`."""
_IN_TERMINALS: Final = frozenset(("vi", "vim", "nvim", "nano", "pico", "emacs", "hx", "micro", "ed", "joe", "ne"))
"""Editors that need a terminal, which the server's page cannot give them."""

FAILS_WITHIN: Final = 1.0
"""Seconds in which a program that cannot open a file ends; it is waited for so long."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Whether a program was started; `command` is what to run by hand where none could be."""

    started: bool
    command: str


def open_in_editor(file: Path, line: int) -> Opened:
    """A place in the editor that `$VISUAL` or `$EDITOR` names."""
    named = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not named:
        return Opened(False, "")
    command = [*named, *_place(Path(named[0]).name, file, line)]
    needs_terminal = Path(named[0]).name in _IN_TERMINALS
    return Opened(not needs_terminal and _start(command), shlex.join(command))


def open_file(file: Path) -> Opened:
    """A file in the program that the system opens its kind in."""
    if sys.platform == "win32":
        os.startfile(file)
        return Opened(True, str(file))
    command = ["open" if sys.platform == "darwin" else "xdg-open", str(file)]
    return Opened(_start(command), shlex.join(command))


def _place(editor: str, file: Path, line: int) -> Sequence[str]:
    if editor in _JUMPS:
        return "--goto", f"{file}:{line}"
    return (f"{file}:{line}",) if editor in _COLONS else (f"+{line}", str(file))


def _start(command: Sequence[str]) -> bool:
    """Start a program that goes on by itself; False where there is none of that name, or it fails at once."""
    if shutil.which(command[0]) is None:
        return False
    silent = subprocess.DEVNULL
    program = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    try:
        return program.wait(FAILS_WITHIN) == 0
    except subprocess.TimeoutExpired:
        return True
