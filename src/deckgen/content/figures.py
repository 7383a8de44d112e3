"""In: `sources.yaml` and `figures.yaml`. Out: sources and figures as each audience sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from deckgen.content.audiences import near_misses, resolve
from deckgen.content.dates import check_as_of
from deckgen.content.values import decimals_of
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.deck import Figure, Qualifier, Source
from deckgen.model.text import EMPTY, NOWHERE, Text
from deckgen.nodes.inline import NAME
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, suggestion

MAX_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class _Entry:
    value: Decimal
    label: str
    source: Scalar
    unit: str = ""
    qualifier: Qualifier = ""
    decimals: Scalar | None = None
    as_of: Scalar | None = None
    base: Text = EMPTY
    note: str = ""
    wording: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Named:
    """What a file of names says to each audience; `names` holds every name, also of an entry that is wrong.

    `names` is None where there is no file that could be read, so that nothing can be said of an unknown name.
    """

    names: tuple[str, ...] | None
    by_audience: dict[str, dict[str, Any]]


def read_sources(node: Node | None, audiences: tuple[str, ...], found: Diagnostics) -> Named:
    """Sources by audience and name."""

    def read_one(name: str, seen: Node, wrong: Diagnostics) -> Any:
        said = convert(seen, str, f"sources/{name}", wrong)
        return INVALID if said is INVALID else Source(name, said, seen.span)

    return _read_named(node, audiences, read_one, found)


def read_figures(node: Node | None, audiences: tuple[str, ...], sources: Named, found: Diagnostics) -> Named:
    """Figures by audience and name; a figure whose base leads back to itself loses its base, and is reported."""

    def read_one(name: str, seen: Node, wrong: Diagnostics) -> Any:
        entry = convert(seen, _Entry, f"figures/{name}", wrong)
        return INVALID if entry is INVALID else _figure(name, entry, sources, wrong)

    named = _read_named(node, audiences, read_one, found)
    for figures in named.by_audience.values():
        _cut_cycles(figures, found)
    return named


def _read_named(
    node: Node | None,
    audiences: tuple[str, ...],
    read_one: Callable[[str, Node, Diagnostics], Any],
    found: Diagnostics,
) -> Named:
    by_audience: dict[str, dict[str, Any]] = {audience: {} for audience in audiences}
    if node is None:
        return Named(None, by_audience)
    entries = convert(node, Mapping, "", found)
    if entries is INVALID:
        return Named(None, by_audience)
    for key, value in entries.entries:
        if found.full:
            break
        if not NAME.match(key.text):
            hint = "use small letters, digits, dots and hyphens, as in members.total"
            found.error("bad-name", f"`{key.text}` cannot be used as a name", key.span, hint)
        for audience in audiences:
            wrong = Diagnostics()
            seen = resolve(value, audience, audiences, audiences, wrong)
            made = INVALID if wrong.has_errors else read_one(key.text, seen, wrong)
            found.extend(near_misses(seen, audiences, wrong))
            if made is not INVALID:
                by_audience[audience][key.text] = made
    return Named(tuple(key.text for key, _ in entries.entries), by_audience)


def _figure(name: str, entry: _Entry, sources: Named, found: Diagnostics) -> Any:
    check_name(entry.source, "source", sources.names, found)
    decimals = _decimals(entry, found)
    if entry.as_of is not None and not check_as_of(entry.as_of, found):
        return INVALID
    return Figure(
        name,
        entry.value,
        entry.unit,
        entry.qualifier,
        decimals,
        entry.source.text,
        entry.as_of.text if entry.as_of else "",
        entry.base,
        entry.label,
        entry.note,
        entry.wording,
        span=entry.span,
    )


def _decimals(entry: _Entry, found: Diagnostics) -> int:
    """How many decimals are shown: as the entry says, else as many as its value is written with."""
    if entry.decimals is None:
        return min(decimals_of(entry.value), MAX_DECIMALS)
    wanted = convert(entry.decimals, int, "", found)
    if wanted is INVALID:
        return 0
    if not 0 <= wanted <= MAX_DECIMALS:
        found.error("bad-decimals", f"{wanted} decimals cannot be shown", entry.decimals.span, f"0 to {MAX_DECIMALS}")
        return 0
    return int(wanted)


def check_name(written: Scalar, what: str, names: tuple[str, ...] | None, found: Diagnostics) -> None:
    """Report a name that stands in no file of names."""
    if names is not None and written.text not in names:
        hint = suggestion(written.text, names)
        found.error(f"unknown-{what}", f"there is no {what} `{written.text}`", written.span, hint)


def _cut_cycles(figures: dict[str, Figure], found: Diagnostics) -> None:
    """Each figure leads to those that its base uses; a walk that meets its own path again has found a circle."""
    done: set[str] = set()
    for start in tuple(figures):
        path, ahead = {start: None}, [iter(figures[start].base.figures)]
        while path and start not in done:
            use = next(ahead[-1], None)
            if use is None:
                done.add(path.popitem()[0])
                ahead.pop()
            elif use.name in path:
                names = list(path)
                _cut(figures, [*names[names.index(use.name) :], use.name], found)
            elif use.name in figures and use.name not in done:
                path[use.name] = None
                ahead.append(iter(figures[use.name].base.figures))


def _cut(figures: dict[str, Figure], circle: list[str], found: Diagnostics) -> None:
    first = figures[circle[0]]
    message = f"the base of `{first.name}` leads back to itself: {' → '.join(circle)}"
    found.error("figure-circle", message, first.base.span, "write the number in one of the bases")
    figures[first.name] = replace(first, base=EMPTY)
