"""What slides came to, kept from one build to the next: after an edit, only the slide that was edited is fitted.

In: a slide's arrangements and what they are set with. Out: what was fitted of the same before, else what is now; of a
table of which some rows are as they were, these are not measured again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import count
from typing import Any, Final, Generic, TypeVar

from deckgen.layout.setting import MOST_MEASURED, Setting
from deckgen.model.known import Recent
from deckgen.model.table import TableCell

MOST: Final = 2000
"""As many slides are kept; those that were not asked for longest go first."""
MOST_ROWS: Final = 5000
TableRow = tuple[TableCell, ...]

_Fitted = TypeVar("_Fitted")


class Fits(Generic[_Fitted]):
    """The slides of decks that are set with one theme, template and language; others begin anew.

    What is asked is told apart by how it is written out, since 1 and 1.0 are equal and are not set alike.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._with: tuple[Any, ...] = ()
        self._fitted: OrderedDict[bytes, _Fitted] = OrderedDict()
        self._measured_with: tuple[Any, ...] = ()
        self._forget_measures()

    def _forget_measures(self) -> None:
        self._measures: Recent[tuple[Any, ...], tuple[object, Any]] = Recent(MOST_MEASURED)
        self._settings: Recent[bytes, int] = Recent(MOST)
        self._rows: Recent[bytes, TableRow] = Recent(MOST_ROWS)
        self._number = count(1)

    def begin(self) -> None:
        """Another deck: of what was measured it keeps what the last one met."""
        self._measures.turn()

    def remembering(self, setting: Setting) -> Setting:
        """The setting with what was measured before in one that is the same."""
        measured_with = (setting.theme, setting.charts, setting.compounds)
        if measured_with != self._measured_with:
            self._forget_measures()
        self._measured_with = measured_with
        key = _digest((setting.step, setting.room, setting.references))
        return setting.remembering(self._measures, self._settings.met(key, lambda: next(self._number)))

    def row(self, row: TableRow) -> TableRow:
        """The row of a table; the same object as one before of which all is the same."""
        return self._rows.met(_digest(row), lambda: row)

    def __len__(self) -> int:
        return len(self._fitted)

    def fitted(self, asked: Sequence[Any], set_with: tuple[Any, ...], fit: Callable[[], _Fitted]) -> _Fitted:
        """What `fit` makes of a slide's arrangements and the slide layouts that they are set on.

        `set_with`: all else that its result depends on, compared by value.
        """
        if set_with != self._with:
            self._fitted.clear()
        self._with = set_with  # the same objects, as all slides of a deck have, are compared at once
        key = _digest(tuple(asked))
        found = self._fitted.pop(key, None)
        self._fitted[key] = found = fit() if found is None else found
        if len(self._fitted) > self._most:
            self._fitted.popitem(last=False)
        return found


def _digest(value: object) -> bytes:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()
