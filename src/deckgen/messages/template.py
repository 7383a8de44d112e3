"""A text with named holes. In: "`{name}` has no colour". Out: what a text that was made so has in each hole.

`{{` and `}}` are braces. `{keys:n}` holds names with commas between them, `{decks:l}` names with "and" or "or" there,
`{why:t}` a text of the content: no language changes these. `{count:d}` holds a number alone and `{name:w}` one word,
which keep short templates from meaning too much. Holes that follow each other without a sign between them are one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Final

_QUOTES: Final = "`\"'"
_HELD: Final = {"": ".*?", "d": r"[-−]?\d[\d.,]*", "w": r"\S+", "n": ".*?", "l": ".*?", "t": ".*?"}

Part = tuple[str, str, str]
"""What stands before a hole, its name or the names of several, how it is held; at the end a text alone."""


def parts(written: str) -> Iterator[Part]:
    """The template piece by piece, with braces as they are meant."""
    before, names, spec = "", "", ""
    for literal, name, form, _ in Formatter().parse(written):
        if names and literal:
            yield before, names, spec
            before, names, spec = "", "", ""
        before += literal
        if name is not None:
            names, spec = f"{names}+{name}" if names else name, spec or form or ""
    yield before, names, spec


@dataclass(frozen=True)
class Template:
    """One that is found again in texts that were made of it."""

    written: str

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return tuple(parts(self.written))

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """What stands between holes, in order."""
        ends_open = bool(self.parts[-1][1])
        return (*(before for before, _, _ in self.parts), *(("",) if ends_open else ()))

    @cached_property
    def holes(self) -> tuple[str, ...]:
        return tuple(name for _, name, _ in self.parts if name)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """Holes that echo what somebody wrote, most of them in quotes: no language changes them."""
        said, found = "", [name for _, name, spec in self.parts if spec == "t"]
        for name, left, right in zip(self.holes, self.literals, self.literals[1:], strict=False):
            said += left
            if said.count("`") % 2 or (left[-1:] in _QUOTES and left[-1:] == right[:1] != ""):
                found.append(name)
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Holes that hold names."""
        return frozenset(name for _, name, spec in self.parts if spec in ("n", "l"))

    @cached_property
    def joined(self) -> frozenset[str]:
        """Holes that hold names with a word between them."""
        return frozenset(name for _, name, spec in self.parts if spec == "l")

    @cached_property
    def weight(self) -> int:
        """How much of it is said in any case: of two that fit, the heavier is meant."""
        return sum(map(len, self.literals))

    @cached_property
    def longest(self) -> str:
        """A literal that a text must have, or need not be looked at."""
        return max(self.literals, key=len)

    def pattern(self, group: str = "(") -> str:
        """A regular expression, with a group of this sort for each hole."""
        return "".join(
            re.escape(before) + (f"{group}{_HELD[spec]})" if name else "") for before, name, spec in self.parts
        )

    @cached_property
    def _matcher(self) -> re.Pattern[str]:
        return re.compile(self.pattern(), re.DOTALL)

    def values(self, text: str) -> Mapping[str, str] | None:
        """What the text has in each hole; None where it was not made of this."""
        found = self._matcher.fullmatch(text) if self.longest in text else None
        return dict(zip(self.holes, found.groups(), strict=True)) if found else None

    def filled(self, value: Callable[[str], str]) -> str:
        """The text that it makes of values for its holes."""
        return "".join(before + (value(name) if name else "") for before, name, _ in self.parts)
