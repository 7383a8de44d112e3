"""The data rows behind figures, then and now. In: what an audience saw and sees, and both folders. Out: a History.

Rows are told apart in text files alone; in any other, a row keeps its number.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from deckgen.compare.causes import History
from deckgen.compare.rows import match_rows
from deckgen.model.content import Content
from deckgen.paths import is_file

_WORKBOOKS: Final = (".xlsx", ".xlsm")


def history(old: Content, new: Content, old_folder: Path, folder: Path) -> History:
    """The figures of both, and which data row of today each row of then is."""
    rows = {row for figure in old.figures.values() for row in figure.rows}
    now: dict[str, str] = {}
    rewritten: set[str] = set()
    for file in sorted({row.rpartition(":")[0] for row in rows}):
        found = match_rows(_lines(old_folder, file), _lines(folder, file))
        today = {f"{file}:{then}": f"{file}:{line}" for then, line in found.now.items()}
        now |= {row: today.get(row, "") for row in rows if row.startswith(f"{file}:")} if today else {}
        rewritten |= {f"{file}:{row}" for row in found.rewritten}
    return History(old.figures, new.figures, now, frozenset(rewritten), folder.as_posix())


def _lines(folder: Path, file: str) -> list[str]:
    """The lines of a data file below a folder, whatever its encoding; none where it is a workbook or not there."""
    path = folder / file
    if path.suffix.lower() in _WORKBOOKS or not is_file(path):
        return []
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return re.split(r"\r\n|\r|\n", data.decode("utf-16" if wide else "latin-1", "replace"))
