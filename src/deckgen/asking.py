"""What every function of the package does with what it is asked. In: names, files. Out: UsageError, or the files."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from deckgen import output
from deckgen.diagnostics import Diagnostics, listed
from deckgen.result import UsageError

AnyPath = str | PathLike[str]


def written_files(files: Iterable[tuple[Path, bytes]], diagnostics: Diagnostics) -> list[Path]:
    """Write files in order, up to the first that cannot be."""
    written: list[Path] = []
    for target, data in files:
        if not output.write(data, target, diagnostics):
            break
        written.append(target)
    return written


def known_names(names: Iterable[str], known: Iterable[str], noun: str) -> list[str]:
    """The names as they are known, whatever form their letters were typed in.

    Raises UsageError for the first that nobody has, with those that come near.
    """
    there, asked = list(known), [unicodedata.normalize("NFC", name) for name in names]
    for name in asked:
        if name not in there:
            # Part of a name is what one remembers: members finds members.total.
            within = [one for one in there if name in one][:5]
            told = f": {listed(there)}" if noun == "deck" and there else ""
            raise UsageError(
                f"There is no {noun} '{name}'{told}{meant(within or difflib.get_close_matches(name, there, 1))}"
            )
    return asked


def sentence(error: Exception) -> str:
    """What an error says, with a capital and a full stop."""
    return f"{error}."[:1].upper() + f"{error}."[1:]


def meant(near: Sequence[str]) -> str:
    """The end of a sentence on a name that nobody has: those that come near."""
    return f". Did you mean {' or '.join(map(repr, near))}?" if near else "."
