"""Data files to sheets, one reader for each form of file. In: bytes and their Origin. Out: a Sheet, or diagnostics.

A reader is one file in this folder, or a module of another package under the entry point `deckgen.readers`. It
declares `SUFFIXES`, the endings of its files' names, and `read(data, origin, diagnostics)`; `SHEETS = True` where one
file holds several sheets, and then one of ours names those that are shown, by `sheet_names(data)`. One of ours whose
files hold values under names of their own needs a `LIBRARY`, which comes with an `EXTRA` of this package. Its name is
the word behind `format:` in `data.yaml`.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from deckgen.data.sheet import Origin, Sheet
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import HINT, Extensions, told
from deckgen.model.lazy_dataclasses import dataclass

GROUP: Final = "deckgen.readers"
"""The entry points by which other packages bring readers."""

PLAIN: Final = "csv"
"""The reader of files whose ending no reader knows: text of cells and delimiters is called anything."""


def _no_names(_: bytes) -> tuple[str, ...]:
    """The sheets of a file that has none by name."""
    return ()


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one form are read. `package` brought it; empty for a reader of our own."""

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[bytes, Origin, Diagnostics], Sheet | None]
    has_sheets: bool = False
    sheet_names: Callable[[bytes], tuple[str, ...]] = _no_names
    package: str = ""
    library: str = ""
    extra: str = ""

    @property
    def has_heads(self) -> bool:
        """Whether its files say what their columns are called, so that no line of heads is looked for."""
        return bool(self.library)

    def read(self, data: bytes, origin: Origin, named: Span, diagnostics: Diagnostics) -> Sheet | None:
        """The sheet that `origin` asks for; None where there is none, which is reported.

        What a reader of another package raises is that package's fault, told where the file is `named`.
        """
        if self.library and find_spec(self.library) is None:
            message, hint = f"what reads `{self.name}` is not installed", f"run: pip install 'deckgen[{self.extra}]'"
            diagnostics.error("data-reader-missing", message, named, hint)
            return None
        if not self.package:
            return self.parse(data, origin, diagnostics)
        wrong = Diagnostics()
        try:
            sheet = self.parse(data, origin, wrong)
            problem = _problem(sheet, wrong)
        except Exception as raised:
            problem = str(raised) or type(raised).__name__
        if problem:
            diagnostics.error("broken-reader", told("reader", self.name, self.package, problem), named, HINT)
            return None
        diagnostics.extend(wrong)
        return sheet


def _problem(sheet: object, wrong: Diagnostics) -> str:
    """What is wrong with what a reader of another package gives; empty where nothing is."""
    if sheet is None and wrong.has_errors:
        return ""
    if not isinstance(sheet, Sheet):
        return "it gives neither a Sheet nor an error"
    is_text = all(isinstance(cell, str) for row in sheet.rows for cell in row)
    return "" if is_text else "it gives cells that are not text"


@functools.cache
def readers() -> Extensions[Reader]:
    """Every reader by its name."""
    return Extensions(sys.modules[__name__], GROUP, "reader", _reader)


def reader_of(file: str, form: str) -> Reader:
    """The reader called `form`, else that of the file's ending, our own first; else the one for plain text.

    Raises KeyError for a form that nobody reads, BrokenExtensionError where a reader cannot be used.
    """
    known = readers()
    if form:
        return known[form]
    ours = [known[name] for name in known.own]
    return _by_suffix(file, ours) or _by_suffix(file, [*known.values()]) or known[PLAIN]


def _by_suffix(file: str, among: list[Reader]) -> Reader | None:
    return next((one for one in among if file.lower().endswith(one.suffixes)), None)


def _reader(name: str, module: ModuleType, package: str) -> Reader:
    suffixes = module.SUFFIXES
    if isinstance(suffixes, str) or not all(one.startswith(".") and one == one.lower() for one in suffixes):
        raise TypeError("its SUFFIXES are not a tuple such as (`.csv`,), in small letters")
    has_sheets = bool(getattr(module, "SHEETS", False))
    if package:
        return Reader(name, tuple(suffixes), module.read, has_sheets, package=package)
    named = getattr(module, "sheet_names", _no_names)
    library, extra = getattr(module, "LIBRARY", ""), getattr(module, "EXTRA", "")
    return Reader(name, tuple(suffixes), module.read, has_sheets, named, library=library, extra=extra)
