"""The door to the file system: a file is written beside its target, then put in its place.

In: bytes and a target. Out: the file; or a diagnostic, and whatever stood at the target before, untouched.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Diagnostics, Span

_FULL = (errno.ENOSPC, errno.EDQUOT)
_LOCK_PREFIX = "~$"


def check_target(target: Path, made: Literal["deck", "template"], force: bool, diagnostics: Diagnostics) -> bool:
    """Whether `target` may be written: it is not open, and holds nothing that somebody would miss.

    With `force` it may hold anything, but it may be neither open nor a folder.
    """
    try:
        free = _is_free(target, diagnostics)
        return free and (force or not target.exists() or _is_ours(target, made, diagnostics))
    except OSError as error:
        _report(error, target, diagnostics)
        return False


def write(data: bytes, target: Path, diagnostics: Diagnostics) -> bool:
    """Put `data` at `target`, its folder made where there is none."""
    beside = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(target)
    except OSError as error:
        _report(error, target, diagnostics)
        return False
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                Path(beside).unlink(missing_ok=True)
    return True


def _is_free(target: Path, diagnostics: Diagnostics) -> bool:
    """Whether nobody has the file open: PowerPoint keeps a lock file beside it as long as it shows it."""
    if target.is_dir():
        diagnostics.error(
            "output-not-writable", "there is a folder where the file should go", Span(target.as_posix())
        )
        return False
    lock = target.with_name(f"{_LOCK_PREFIX}{target.name}")
    if not lock.exists():
        return True
    hint = f"close it in PowerPoint; if it is open nowhere, delete `{lock.name}`, which a crash left behind"
    diagnostics.error("output-locked", "the file is open in PowerPoint", Span(target.as_posix()), hint)
    return False


def _is_ours(target: Path, made: Literal["deck", "template"], diagnostics: Diagnostics) -> bool:
    """Whether the file was built by us and not touched since."""
    from deckgen.powerpoint.readback.edits import NOT_OURS, changed_slides
    from deckgen.powerpoint.readback.manifest import read_origin

    origin = read_origin(target) if made == "template" else None
    if origin is not None and origin.deck:
        hint = "give the template another name"
        diagnostics.error("not-a-template", f"this is the deck `{origin.deck}`", Span(target.as_posix()), hint)
        return False
    changed = changed_slides(target)
    if not changed:
        return True
    hint = "save the edited file under another name"
    hint += ", or build with --force to overwrite it" if made == "deck" else ", or delete it"
    message = f"somebody edited this {made} since it was built: {', '.join(changed)}"
    if changed == NOT_OURS:
        message = "this file was not built by deckgen"
    diagnostics.error("deck-edited" if made == "deck" else "template-edited", message, Span(target.as_posix()), hint)
    return False


def _report(error: OSError, target: Path, diagnostics: Diagnostics) -> None:
    message = f"the file cannot be replaced: {error.strerror or type(error).__name__}"
    span = Span(target.as_posix())
    if isinstance(error, PermissionError) and target.is_file():
        hint = "close the file in PowerPoint, or allow it to be changed; it is as it was"
        diagnostics.error("output-locked", message, span, hint)
    else:
        hint = "make room on the disk; what stood there before is as it was" if error.errno in _FULL else ""
        diagnostics.error("output-not-writable", message, span, hint)
