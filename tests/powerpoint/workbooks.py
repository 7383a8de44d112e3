"""The workbook of a chart, changed or saved again inside a deck."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from edited import Change


def in_workbook(name: str, change: Change) -> Change:
    """Change the parts of a workbook that stands in a deck."""

    def over(parts: dict[str, bytes]) -> None:
        with zipfile.ZipFile(BytesIO(parts[name])) as archive:
            inside = {entry: archive.read(entry) for entry in archive.namelist()}
        change(inside)
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, data in inside.items():
                archive.writestr(entry, data)
        parts[name] = out.getvalue()

    return over


def saved_by_openpyxl(name: str, also: Callable[[Any], None] = lambda book: None) -> Change:
    """The workbook opened and saved: shared strings, styles and properties of another program."""

    def over(parts: dict[str, bytes]) -> None:
        from openpyxl import load_workbook

        book = load_workbook(BytesIO(parts[name]))
        also(book)
        out = BytesIO()
        book.save(out)
        parts[name] = out.getvalue()

    return over
