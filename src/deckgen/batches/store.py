"""Where the decks of a batch go. In: names and bytes. Out: whole files, in a folder or in an object store.

A file is there as a whole or not at all, whatever ends the program: in a folder it is put in place, in an object
store it is shown when all of it has arrived.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Protocol

from deckgen import output
from deckgen.diagnostics import Diagnostics, Span

_WITH_FOLDERS: Final = frozenset({"file", "local", "ftp", "hdfs", "sftp", "smb", "ssh", "webdav", "webhdfs"})
"""Where a file wants a folder to lie in. Elsewhere none is made: what a library then makes may be a bucket."""


class StoreError(Exception):
    """A store that does not answer, or that may not be read: what its library says of it."""


class Store(Protocol):
    """Files by their names, which have `/` between their parts."""

    def read(self, name: str) -> bytes | None:
        """What a file holds; None where there is none. Raises StoreError where that cannot be known."""
        ...

    def size(self, name: str) -> int | None:
        """How many bytes a file has; None where there is none. Raises StoreError where that cannot be known."""
        ...

    def may_write(self, name: str, force: bool, diagnostics: Diagnostics) -> bool:
        """Whether a deck may be written there: nothing that somebody would miss goes."""
        ...

    def write(self, name: str, data: bytes, diagnostics: Diagnostics) -> bool:
        """Put a file in its place, over what was there."""
        ...

    def shown(self, name: str) -> str:
        """How a file is called where people look for it."""
        ...


def store_at(place: str, diagnostics: Diagnostics) -> Store | None:
    """The store at a folder or a URL; None where the URL cannot be used, which is reported."""
    if "://" not in place:
        return Folder(Path(place))
    try:
        import fsspec
    except ImportError:
        hint = "install `deckgen[store]`, or name a folder"
        diagnostics.error("store-missing", "the extra `store` is not installed", Span(place), hint)
        return None
    try:
        files, path = fsspec.core.url_to_fs(place)
    except Exception as problem:  # each kind of store has its own, for a key that is wrong, say
        message = f"nothing can be stored there: {_said(problem)}"
        diagnostics.error("store-unusable", message, Span(place), "see that its library and its keys are there")
        return None
    return ObjectStore(files, path.rstrip("/"), place.partition("://")[0])


class Folder:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        path = self._folder / name
        return path.read_bytes() if path.is_file() else None

    def size(self, name: str) -> int | None:
        path = self._folder / name
        return path.stat().st_size if path.is_file() else None

    def may_write(self, name: str, force: bool, diagnostics: Diagnostics) -> bool:
        return output.check_target(self._folder / name, "deck", force, diagnostics)

    def write(self, name: str, data: bytes, diagnostics: Diagnostics) -> bool:
        return output.write(data, self._folder / name, diagnostics)

    def shown(self, name: str) -> str:
        return (self._folder / name).as_posix()


class ObjectStore:
    """A file system of fsspec: `files` is the library's own, `root` where the batch lies in it."""

    def __init__(self, files: Any, root: str, protocol: str) -> None:
        self._files, self._root, self._protocol = files, root, protocol

    def read(self, name: str) -> bytes | None:
        try:
            data: bytes = self._files.cat_file(self._at(name))
        except FileNotFoundError:
            return None
        except Exception as problem:
            raise StoreError(_said(problem)) from problem
        return data

    def size(self, name: str) -> int | None:
        try:
            return int(self._files.size(self._at(name)))
        except FileNotFoundError:
            return None
        except Exception as problem:
            raise StoreError(_said(problem)) from problem

    def may_write(self, name: str, force: bool, diagnostics: Diagnostics) -> bool:
        return True  # nobody edits a deck in an object store

    def write(self, name: str, data: bytes, diagnostics: Diagnostics) -> bool:
        place = self._at(name)
        try:
            if self._protocol in _WITH_FOLDERS:
                self._files.makedirs(place.rpartition("/")[0], exist_ok=True)
            opened = self._files.open(place, "wb", autocommit=False)
            try:
                with opened:
                    opened.write(data)
                opened.commit()
            except BaseException:
                opened.discard()
                raise
        except Exception as problem:  # each kind of store has its own
            message = f"the file cannot be stored: {_said(problem)}"
            diagnostics.error("store-unusable", message, Span(self.shown(name)), "build again when it answers")
            return False
        return True

    def shown(self, name: str) -> str:
        return f"{self._protocol}://{self._at(name).lstrip('/')}" if self._protocol != "file" else self._at(name)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"


def _said(problem: Exception) -> str:
    return str(problem) or type(problem).__name__
