"""In: the bytes of a Parquet file. Out: its columns as cells; a list is several answers with `;` between them.

A column of categories that stand in an order has these as its options, numbered from the first.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from deckgen.data.cell_values import CellStyle
from deckgen.data.labels import Labels
from deckgen.data.sheet import Origin, Sheet
from deckgen.data.valued_sheet import damaged, is_bounded, texts, valued_sheet
from deckgen.diagnostics import Diagnostics

SUFFIXES: Final = (".parquet", ".pq")
LIBRARY: Final = "pyarrow"
EXTRA: Final = "parquet"

_SEPARATOR: Final = ";"
_INDEX: Final = "__index_level_"
"""How pandas calls the numbers of rows that it writes as a column."""


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The columns of a file; None (and diagnostics) where it cannot be read."""
    try:
        return _sheet(data, origin, diagnostics)
    except Exception as problem:  # errors of the library, of Python and of the system, none of them declared
        damaged("Parquet", type(problem).__name__, origin, diagnostics)
        return None


def _sheet(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    from pyarrow import BufferReader, types
    from pyarrow.parquet import ParquetFile

    schema = ParquetFile(BufferReader(data)).schema_arrow
    # A text that many rows share is then held once.
    shared = [one.name for one in schema if types.is_string(one.type) or types.is_large_string(one.type)]
    file = ParquetFile(BufferReader(data), read_dictionary=shared)
    if not is_bounded(file.metadata.num_rows, file.metadata.num_columns, origin, diagnostics):
        return None
    columns: dict[str, list[str]] = {}
    labels = Labels(ordered=frozenset(one.name for one in schema if getattr(one.type, "ordered", False)))
    for name in (name for name in schema.names if not name.startswith(_INDEX)):
        chunks = file.read([name]).column(name).unify_dictionaries().chunks
        columns[name] = [cell for chunk in chunks for cell in _cells(chunk, origin.style)]
        if name in labels.ordered and chunks:
            steps = texts(chunks[0].dictionary.to_pylist(), origin.style.as_text)
            labels.options[name] = {str(number): step for number, step in enumerate(steps, start=1)}
    return valued_sheet(origin, columns, labels, diagnostics)


def _cells(chunk: Any, style: CellStyle) -> list[str]:
    if hasattr(chunk, "dictionary"):
        words = texts(chunk.dictionary.to_pylist(), style.as_text)
        return ["" if at is None else words[at] for at in chunk.indices.to_pylist()]
    return texts([*map(_held, chunk.to_pylist())], lambda value: _as_text(value, style))


def _held(value: Any) -> Hashable:
    """A value as one that can be looked up."""
    match value:
        case list():
            return tuple(map(_held, value))
        case dict():
            return str(value)
        case _:
            found: Hashable = value
            return found


def _as_text(value: Hashable, style: CellStyle) -> str:
    if isinstance(value, tuple):
        return _SEPARATOR.join(_as_text(one, style) for one in value)
    return style.as_text(value)
