"""Which slide a diagnostic belongs to. In: diagnostics, and where slides begin. Out: the diagnostics by slide id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from deckgen.diagnostics import Diagnostic, Span


def by_slide(
    diagnostics: Iterable[Diagnostic], places: Mapping[str, Span], listed: Collection[str]
) -> Mapping[str, tuple[Diagnostic, ...]]:
    """A diagnostic belongs to the last slide of `places` that begins above it in its file.

    What belongs to no slide that is `listed` stands under the empty name.
    """
    starts: dict[str, list[tuple[int, str]]] = {}
    for id, span in places.items():
        starts.setdefault(span.file, []).append((span.line, id))
    for begun in starts.values():
        begun.sort()
    found: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        id = _above(one.span, starts.get(one.span.file, ()))
        found.setdefault(id if id in listed else "", []).append(one)
    return MappingProxyType({id: tuple(ones) for id, ones in found.items()})


def _above(span: Span, begun: Sequence[tuple[int, str]]) -> str:
    at = bisect_right(begun, span.line, key=itemgetter(0))
    return begun[at - 1][1] if at else ""
