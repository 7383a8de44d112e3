"""Values written out so that the same ones are the same bytes on any machine. In: nouns of the model. Out: a digest.

Files of the content folder count by what stands in them, and places by where they are in the folder.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Set
from hashlib import blake2b
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Span
from deckgen.paths import is_file


class WrittenOut:
    """Writes out values of content that was read from `folder`; a picture is read once."""

    def __init__(self, folder: str) -> None:
        self._prefix = f"{folder.rstrip('/')}/"
        self._files: dict[str, str] = {}

    def digest(self, value: Any) -> bytes:
        digest = blake2b(digest_size=16)
        for part in self._parts(value):
            digest.update(part.encode("utf-8", "surrogatepass"))
        return digest.digest()

    def _parts(self, value: Any) -> Iterator[str]:
        """The value as texts, of which no two values come to the same."""
        if isinstance(value, str):
            yield repr(self._named(value))
        elif isinstance(value, Span):
            yield repr((value.file.removeprefix(self._prefix), value.line, value.column))
        elif isinstance(value, Mapping):
            yield "{"
            for key, one in value.items():
                yield from self._parts(key)
                yield ":"
                yield from self._parts(one)
            yield "}"
        elif isinstance(value, list | tuple):
            yield "("
            for one in value:
                yield from self._parts(one)
                yield ","
            yield ")"
        elif isinstance(value, Set):
            yield repr(sorted("".join(self._parts(one)) for one in value))
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            yield f"{type(value).__qualname__}("
            for field in dataclasses.fields(value):
                yield from self._parts(getattr(value, field.name))
                yield ","
            yield ")"
        elif callable(value):
            yield f"{value.__module__}.{value.__qualname__}"
        else:
            yield repr(value)

    def _named(self, text: str) -> str | tuple[str, str]:
        """A text; where it is the path of a file of the content, its place in the folder and what stands in it."""
        if not text.startswith(self._prefix):
            return text
        if text not in self._files:
            path = Path(text)
            self._files[text] = blake2b(path.read_bytes()).hexdigest() if is_file(path) else ""
        return text.removeprefix(self._prefix), self._files[text]
