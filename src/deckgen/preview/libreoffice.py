"""How LibreOffice draws a slide, where it is installed. In: a built deck, the number of a page. Out: a PNG."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import tempfile
from asyncio.subprocess import DEVNULL
from pathlib import Path
from typing import Final

from deckgen.powerpoint.ooxml.archive import UnreadableFileError
from deckgen.powerpoint.ooxml.one_slide import slide_alone

_NAMES: Final = ("soffice", "libreoffice")
PATIENCE: Final = 120
"""Seconds after which LibreOffice is not waited for any more."""


def program() -> str:
    """LibreOffice as it is called here; empty where it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES)), "")


async def picture(deck: Path, number: int) -> bytes | None:
    """A page of a deck, drawn in a folder of its own with a profile of its own; None where that fails or is ended."""
    with tempfile.TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as name:
        source = Path(name, "slide.pptx")
        profile = f"-env:UserInstallation={Path(name, 'profile').as_uri()}"
        try:
            source.write_bytes(slide_alone(deck.read_bytes(), number))
            await _run(program(), profile, "--headless", "--convert-to", "png", "--outdir", name, str(source))
            return source.with_suffix(".png").read_bytes()
        except (OSError, UnreadableFileError, IndexError, TimeoutError, asyncio.CancelledError):
            return None


async def _run(*command: str) -> None:
    """A program to its end; one that is not waited for any more is ended, with what it started."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        await asyncio.wait_for(process.wait(), PATIENCE)
    finally:
        if process.returncode is None:
            _end(process)
            await process.wait()


def _end(process: asyncio.subprocess.Process) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)  # LibreOffice is started by a script, which has the group's number
    else:
        process.kill()
