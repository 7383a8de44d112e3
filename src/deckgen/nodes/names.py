"""Files of names. In: a mapping of names to entries. Out: each entry as each audience sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Generic, Literal, TypeVar

from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import kept_for, near_misses, resolve
from deckgen.nodes.grammar import HOW, is_name
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, Invalid, convert, suggestion

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Named(Generic[Entry]):
    """What a file of names says to each audience; `names` holds every name, also of an entry that is wrong.

    `names` is None where there is no file that could be read, so that nothing can be said of an unknown name.
    `seen_by` holds who sees what by its `for`.
    """

    names: tuple[str, ...] | None
    by_audience: dict[str, dict[str, Entry]]
    seen_by: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def kept_from(self, audience: str) -> dict[str, tuple[str, ...]]:
        """The names that only others see, each with those."""
        return {name: others for name, others in self.seen_by.items() if audience not in others}


def read_named(
    node: Node | None,
    audiences: tuple[str, ...],
    read_one: Callable[[str, Node, Diagnostics], Entry | Invalid],
    diagnostics: Diagnostics,
) -> Named[Entry]:
    """Each entry read by `read_one`, once for each audience; an entry that is wrong is reported and left out."""
    by_audience: dict[str, dict[str, Entry]] = {audience: {} for audience in audiences}
    if node is None:
        return Named(None, by_audience)
    entries = convert(node, Mapping, "", diagnostics)
    if entries is INVALID:
        return Named(None, by_audience)
    seen_by: dict[str, tuple[str, ...]] = {}
    for key, value in entries.entries:
        if diagnostics.full:
            break
        if not is_name(key.text):
            hint = f"{HOW}, as in members.total"
            diagnostics.error("bad-name", f"`{key.text}` cannot be used as a name", key.span, hint)
        kept, said = kept_for(value, audiences, audiences, diagnostics)
        # A `for` that is wrong is reported; that others then do not see the entry would be a second error.
        seen_by[key.text] = kept = kept or audiences
        for audience in kept:
            wrong = Diagnostics()
            seen = resolve(said, audience, kept, audiences, wrong)
            made = INVALID if wrong.has_errors else read_one(key.text, seen, wrong)
            diagnostics.extend(near_misses(seen, audiences, wrong))
            if made is not INVALID:
                by_audience[audience][key.text] = made
    return Named(tuple(key.text for key, _ in entries.entries), by_audience, seen_by)


def check_name(
    written: Scalar,
    what: Literal["source", "tabulation", "quote"],
    names: tuple[str, ...] | None,
    diagnostics: Diagnostics,
) -> None:
    """Report a name that stands in no file of names."""
    if names is not None and written.text not in names:
        message, hint = f"there is no {what} `{written.text}`", suggestion(written.text, names)
        diagnostics.error(
            "unknown-source" if what == "source" else "unknown-quote" if what == "quote" else "unknown-tabulation",
            message,
            written.span,
            hint,
        )
