"""What slides came to, kept from one build to the next: after an edit, only the slide that was edited is fitted.

In: a slide's arrangements and what they are set with. Out: what was fitted of the same before, else what is now.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, Final, Generic, TypeVar

MOST: Final = 2000
"""As many slides are kept; those that were not asked for longest go first."""

_Fitted = TypeVar("_Fitted")


class Fits(Generic[_Fitted]):
    """The slides of decks that are set with one theme, template and language; others begin anew.

    What is asked is told apart by how it is written out, since 1 and 1.0 are equal and are not set alike.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._with: tuple[Any, ...] = ()
        self._fitted: OrderedDict[bytes, _Fitted] = OrderedDict()

    def __len__(self) -> int:
        return len(self._fitted)

    def fitted(self, asked: Sequence[Any], set_with: tuple[Any, ...], fit: Callable[[], _Fitted]) -> _Fitted:
        """What `fit` makes of a slide's arrangements and the slide layouts that they are set on.

        `set_with`: all else that its result depends on, compared by value.
        """
        if set_with != self._with:
            self._fitted.clear()
        self._with = set_with  # the same objects, as all slides of a deck have, are compared at once
        key = blake2b(repr(tuple(asked)).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        found = self._fitted.pop(key, None)
        self._fitted[key] = found = fit() if found is None else found
        if len(self._fitted) > self._most:
            self._fitted.popitem(last=False)
        return found
