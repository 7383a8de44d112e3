"""The icon set: Lucide's line icons, as the package `python-lucide` brings them.

In: a name. Out: its outline; all names, with the names that they had before and the English words that go with them.
What is read is the package's table of drawings, and of that the rows asked for; the package itself is not imported.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.outline import Outline
from deckgen.outlines.svg import read_svg

_PACKAGE: Final = "lucide"
_TABLE: Final = "data/lucide-icons.db"


class IconsMissingError(Exception):
    """The package with the icons is not installed."""


@lru_cache(maxsize=512)
def outline(name: str) -> Outline | None:
    """The drawing of an icon by its own name or one that it had before; None where there is no such icon."""
    found = _rows(
        "SELECT svg FROM icons WHERE name = ? OR name IN (SELECT name FROM icon_aliases WHERE alias = ?) LIMIT 1",
        name,
        name,
    )
    drawing = read_svg(found[0][0].encode(), name, Diagnostics()) if found else None
    if drawing is None:
        return None
    return Outline(drawing.width, drawing.height, tuple(one.path for one in drawing.paths))


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The name of every icon."""
    return tuple(name for (name,) in _rows("SELECT name FROM icons ORDER BY name"))


@lru_cache(maxsize=1)
def tags() -> dict[str, tuple[str, ...]]:
    """The English words that go with each icon, its categories and the names that it had before among them."""
    found = _rows(
        "SELECT name, tag FROM icon_tags UNION SELECT name, category FROM icon_categories "
        "UNION SELECT name, alias FROM icon_aliases ORDER BY 1, 2"
    )
    return {name: tuple(word for _, word in some) for name, some in groupby(found, lambda row: row[0])}


def _rows(query: str, *given: str) -> list[Any]:
    """What the table answers. Raises IconsMissingError where it is not there, or is another one."""
    import sqlite3
    from contextlib import closing

    try:
        with closing(sqlite3.connect(f"{_table().as_uri()}?mode=ro&immutable=1", uri=True)) as table:
            return table.execute(query, given).fetchall()
    except sqlite3.Error as problem:
        raise IconsMissingError from problem


def _table() -> Path:
    from importlib.util import find_spec

    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise IconsMissingError
    return Path(spec.origin).parent / _TABLE
