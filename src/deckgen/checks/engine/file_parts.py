"""In: the bytes of a written file. Out: its parts by name, unzipped when a rule first looks at one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from deckgen.checks.text.file_text import read_zip


class Parts(Mapping[str, bytes]):
    """False where there is no file: a rule that has nothing to look for need not unzip it to know."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        return read_zip(self._data)

    def __bool__(self) -> bool:
        return bool(self._data)

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
