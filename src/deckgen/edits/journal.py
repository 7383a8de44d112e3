"""What was saved, so that it can be taken back. In: a file, a place, what is to stand there. Out: whether it does.

Nothing is written over what somebody else wrote: a file is written only where it stands as it was last seen.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from itertools import takewhile
from pathlib import Path
from typing import Final

from deckgen import output
from deckgen.diagnostics import Diagnostics
from deckgen.edits.renaming import renamed
from deckgen.edits.rewriting import rewritten, value_at
from deckgen.edits.wanted import Wanted
from deckgen.model.lazy_dataclasses import dataclass

CHANGED: Final = "the file changed meanwhile: nothing was written"
NOT_THERE: Final = "this cannot be written there: edit the file itself"


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a file, or at a place of it; `digest` tells the file as it was then."""

    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a file was written, and which; why not. `line`: the first that says something else now."""

    file: Path | None
    why: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Renaming:
    """Another id for a slide, in the file of the save and in all of `files` that name it."""

    old: str
    new: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    file: Path
    before: bytes
    after: bytes


_Edit = tuple[_Change, ...]
"""What one save changed, the file that it was made in first."""


class Journal:
    """The saves of one sitting."""

    def __init__(self) -> None:
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def save(
        self,
        file: Path,
        line: int,
        column: int,
        wanted: Wanted | None,
        digest: str,
        renaming: Renaming | None = None,
    ) -> Outcome:
        """What is wanted at a place of the file, as `digest` knows it, and a slide called otherwise."""
        before = _read(file)
        if before is None or _digest(before) != digest:
            return Outcome(None, CHANGED)
        after = before if wanted is None else _edited(before, line, column, wanted)
        if after is None:
            return Outcome(None, NOT_THERE)
        first = _Change(file, before, after)
        edit = (first,) if renaming is None else _called(first, renaming)
        if isinstance(edit, Path):
            return Outcome(None, f"`{edit.name}` names the slide and cannot be read: mend it first")
        outcome = _written(edit)
        if outcome.file:
            self._done.append(edit)
            self._undone.clear()
        return outcome

    def undo(self) -> Outcome:
        """Take the last save back."""
        return self._turned(self._done, self._undone, back=True)

    def redo(self) -> Outcome:
        """Do again what was taken back last."""
        return self._turned(self._undone, self._done, back=False)

    def _turned(self, taken: list[_Edit], given: list[_Edit], *, back: bool) -> Outcome:
        if not taken:
            return Outcome(None)
        edit = taken[-1]
        turned = tuple(_Change(one.file, one.after, one.before) for one in edit) if back else edit
        outcome = _written(turned)
        if outcome.file:
            given.append(taken.pop())
            return Outcome(outcome.file, line=_first_line(turned[0]))
        return outcome


def read_value(file: Path, line: int, column: int) -> Value | None:
    """What stands at a place; None where that is no value of a file that can be edited."""
    whole = read_text(file)
    value = None if whole is None else value_at(whole.text, line, column)
    return None if whole is None or value is None else Value(value, whole.digest)


def read_text(file: Path) -> Value | None:
    """All that stands in a file; None where it cannot be edited."""
    data = _read(file)
    text = None if data is None else _decoded(data)
    return None if data is None or text is None else Value(text, _digest(data))


def _called(first: _Change, renaming: Renaming) -> _Edit | Path:
    """The change of every file that names the slide; else the file in which that cannot be changed."""
    changes: list[_Change] = []
    others = (_unchanged(file) for file in renaming.files if file.resolve() != first.file.resolve())
    for one in (first, *filter(None, others)):
        after = _with_text(one.after, lambda text: renamed(text, renaming.old, renaming.new))
        if after is None:
            return one.file
        if after != one.before or one is first:
            changes.append(_Change(one.file, one.before, after))
    return tuple(changes)


def _first_line(change: _Change) -> int:
    """The first line in which a file differs from what it was, from 1 on."""
    before, after = change.before.splitlines(), change.after.splitlines()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return min(same + 1, len(after))


def _unchanged(file: Path) -> _Change | None:
    data = _read(file)
    return None if data is None else _Change(file, data, data)


def _written(edit: _Edit) -> Outcome:
    """All files or none: where one cannot be written, those before it are as they were."""
    if any(_read(one.file) != one.before for one in edit):
        return Outcome(None, CHANGED)
    found = Diagnostics()
    for at, one in enumerate(edit):
        if not output.write(one.after, one.file, found):
            for other in edit[:at]:
                output.write(other.before, other.file, found)
            return Outcome(None, next(iter(found)).message)
    return Outcome(edit[0].file)


def _edited(data: bytes, line: int, column: int, wanted: Wanted) -> bytes | None:
    return _with_text(data, lambda text: rewritten(text, line, column, wanted))


def _with_text(data: bytes, edited: Callable[[str], str | None]) -> bytes | None:
    """A file whose text is edited, with the ends of lines and the mark that it had."""
    text = _decoded(data)
    made = None if text is None else edited(text)
    if made is None:
        return None
    begun = _BOM if data.startswith(_BOM) else b""
    return begun + (made.replace("\n", "\r\n") if b"\r\n" in data else made).encode()


_BOM: Final = b"\xef\xbb\xbf"


def _decoded(data: bytes) -> str | None:
    """The text of a file with ends of lines of one kind; None for any other."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return None
    bare = text.replace("\r\n", "\n")
    if "\r" in bare or ("\r\n" in text and text.count("\r\n") != bare.count("\n")):
        return None
    return bare


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
