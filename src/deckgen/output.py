"""The door to the file system: a file is written beside its target, then put in its place.

In: bytes and a target. Out: the file; or a diagnostic, and whatever stood at the target before, untouched.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from deckgen.diagnostics import Diagnostics, Span
from deckgen.paths import is_file

if TYPE_CHECKING:
    from deckgen.powerpoint.readback.edits import Damaged, Edited, Labelled, NotOurs, SavedAgain

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_MOST_NAMED: Final = 12
_TOKEN: Final = "[0-9a-f]" * 8
"""How a pattern of names says what `os.urandom` gave an unfinished file."""
_CLOSED_FIRST: Final = os.name == "nt"
"""Whether a file must be closed before it can be put in its place."""
_LOCKS: Final = (("PowerPoint", "~${}"), ("LibreOffice", ".~lock.{}#"))
"""The file that a program keeps beside one that it shows, as long as it shows it."""


def check_target(target: Path, made: Literal["deck", "template"], force: bool, diagnostics: Diagnostics) -> bool:
    """Whether `target` may be written: it is not open, and holds nothing that somebody would miss.

    With `force` it may hold anything, but it may be neither open nor anything else than a file. What a command that
    was killed left in its folder is removed.
    """
    try:
        _remove_unfinished(target.resolve().parent)
        free = _is_free(target, diagnostics)
        return free and (force or not target.exists() or _is_ours(target, made, diagnostics))
    except (OSError, RuntimeError, ValueError) as error:
        _report(error, target, diagnostics)
        return False


def check_new_folder(folder: Path, diagnostics: Diagnostics) -> bool:
    """Whether a folder is not there yet, or holds nothing that anybody sees."""
    span = Span(folder.as_posix())
    try:
        if folder.exists() and (not folder.is_dir() or any(not one.name.startswith(".") for one in folder.iterdir())):
            diagnostics.error(
                "folder-not-empty", "there is something already", span, "name a folder that is not there"
            )
            return False
    except (OSError, RuntimeError, ValueError) as error:
        _report(error, folder, diagnostics)
        return False
    return True


def write(data: bytes, target: Path, diagnostics: Diagnostics) -> bool:
    """Put `data` at `target`, its folder made where there is none; a link is followed to the file that it names.

    A file that is replaced keeps its mode, a new one gets what the user's umask says. The data have reached the disk
    before the old file goes. What a command that was killed left in the folder is removed.
    """
    try:
        real = target.resolve()
        real.parent.mkdir(parents=True, exist_ok=True)
        _remove_unfinished(real.parent)
        _put(data, real)
        _sync_folder(real.parent)
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; a name with a null
        _report(error, target, diagnostics)
        return False
    return True


def _put(data: bytes, replaced: Path) -> None:
    """Write a new file to the disk itself, with the mode of the one that it replaces, and put it in its place.

    It is held until it is there, so that no other process takes it for one that was left.
    """
    file, handle = _begun(replaced)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
            if replaced.exists():
                file.chmod(replaced.stat().st_mode & 0o7777)
            if not _CLOSED_FIRST:
                file.replace(replaced)
        if _CLOSED_FIRST:
            file.replace(replaced)
    finally:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _begun(replaced: Path) -> tuple[Path, int]:
    """A new file beside another, open and held; begun again where a process removed it before it was held."""
    while True:
        file = _unfinished(replaced.parent, replaced.name, os.urandom(4).hex())
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        _hold(handle, wait=True)
        if os.fstat(handle).st_nlink:
            return file, handle
        os.close(handle)


def _hold(handle: int, wait: bool = False) -> bool:
    """Mark a file as one that somebody is writing; False where somebody else is, and there is no `wait` for that."""
    try:
        import fcntl
    except ImportError:  # Windows removes no file that is open, so there is nothing to mark
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """The new name reaches the disk as well, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unfinished(folder: Path, name: str, token: str) -> Path:
    """Where a file stands while it is written."""
    return folder / f".{name}.{token}.unfinished"


@functools.cache
def _remove_unfinished(folder: Path) -> None:
    """Remove what commands left in a folder that were killed, whatever they wrote.

    One that is still writing holds its own. A process looks once: in a folder of thousands of decks, looking before
    each would take longer than the deck.
    """
    for left in folder.glob(_unfinished(Path(), "*", _TOKEN).name):
        with contextlib.suppress(OSError), left.open("rb") as opened:
            is_left = _hold(opened.fileno())
            if is_left and not _CLOSED_FIRST:
                left.unlink()
        if _CLOSED_FIRST:
            with contextlib.suppress(OSError):
                left.unlink()


def _is_free(target: Path, diagnostics: Diagnostics) -> bool:
    """Whether the target is a file or nothing, and no program shows it."""
    real = target.resolve()
    span = Span(target.as_posix())
    if real.exists() and not real.is_file():
        what = "a folder" if real.is_dir() else "a device or a pipe"
        diagnostics.error("output-not-writable", f"there is {what} where the file should go", span)
        return False
    for program, named in _LOCKS:
        for lock in {each.with_name(named.format(each.name)) for each in (target, real)}:
            if lock.exists():
                hint = (
                    f"close it in {program}; if it is open nowhere, delete `{lock.name}`, which a crash left behind"
                )
                diagnostics.error("output-locked", f"the file is open in {program}", span, hint)
                return False
    return True


def _is_ours(target: Path, made: Literal["deck", "template"], diagnostics: Diagnostics) -> bool:
    """Whether the file was built by us and not touched since."""
    from deckgen.powerpoint.readback.edits import Untouched, since_built
    from deckgen.powerpoint.readback.manifest import read_origin

    span = Span(target.as_posix())
    origin = read_origin(target) if made == "template" else None
    if origin is not None and origin.deck:
        hint = "give the template another name"
        diagnostics.error("not-a-template", f"this is the deck `{origin.deck}`", span, hint)
        return False
    since = since_built(target)
    if isinstance(since, Untouched):
        return True
    hint = "save the file under another name"
    hint += ", or build with --force to overwrite it" if made == "deck" else ", or delete it"
    _refuse(since, made, span, hint, diagnostics)
    return False


def _refuse(
    since: Edited | Labelled | SavedAgain | NotOurs | Damaged,
    made: str,
    span: Span,
    hint: str,
    diagnostics: Diagnostics,
) -> None:
    """Say what has become of a file that is not overwritten."""
    from deckgen.powerpoint.readback import edits

    match since:
        case edits.Edited():
            message = f"somebody edited this {made} since it was built: {_listed(since.what)}"
            diagnostics.error("deck-edited" if made == "deck" else "template-edited", message, span, hint)
        case edits.Labelled():
            message = f"since it was built, this {made} was labelled and nothing in it edited: {_listed(since.what)}"
            diagnostics.error("file-labelled", message, span, f"{hint}, and label the new one")
        case edits.SavedAgain():
            diagnostics.error("saved-again", _told_again(since), span, hint)
        case edits.NotOurs():
            diagnostics.error("not-a-built-file", "this file was not built by deckgen", span, hint)
        case edits.Damaged():
            diagnostics.error("file-damaged", f"this file cannot be read; {since.why}", span, hint)


def _told_again(since: SavedAgain) -> str:
    said = f"this file was {since.told}"
    if since.differs is None:
        return f"{said}; whether its texts are as built cannot be told"
    return f"{said}; its texts " + (f"differ: {_listed(since.differs)}" if since.differs else "are as built")


def _listed(what: tuple[str, ...]) -> str:
    """The names, as many as one reads."""
    more = f" and {len(what) - _MOST_NAMED} more" if len(what) > _MOST_NAMED else ""
    return ", ".join(what[:_MOST_NAMED]) + more


def _report(error: OSError | RuntimeError | ValueError, target: Path, diagnostics: Diagnostics) -> None:
    message = f"the file cannot be replaced: {getattr(error, 'strerror', None) or type(error).__name__}"
    span = Span(target.as_posix())
    if isinstance(error, PermissionError) and is_file(target):
        hint = "close the file in PowerPoint, or allow it to be changed; it is as it was"
        diagnostics.error("output-locked", message, span, hint)
    else:
        is_full = getattr(error, "errno", None) in _FULL
        hint = "make room on the disk; what stood there before is as it was" if is_full else ""
        diagnostics.error("output-not-writable", message, span, hint)
