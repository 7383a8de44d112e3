"""A data file with a JSON object on each line.

In: its bytes. Out: a sheet whose header is the keys of the first object.
"""

from __future__ import annotations

import json
from typing import Final

from deckgen.extend import Diagnostics, Origin, Sheet, Span, sheet_of

SUFFIXES: Final = (".jsonl",)


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    objects = []
    for number, line in enumerate(data.decode("utf-8").splitlines(), start=1):
        try:
            objects.append(json.loads(line))
        except ValueError as wrong:
            diagnostics.error("not-json", f"the line is no JSON: {wrong}", Span(origin.shown, number))
            return None
    header = [str(key) for key in objects[0]] if objects else []
    rows = [[str(one.get(key, "")) for key in header] for one in objects]
    return sheet_of(origin, [header, *rows] if objects else [], list(range(len(rows) + 1)), diagnostics)
