"""In: `sources.yaml`, `figures.yaml` and tabulations. Out: sources and figures as each audience sees them."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.diagnostics import Diagnostics, Related
from deckgen.figures.drafts import Draft, Entry, Tables, draft
from deckgen.figures.evaluate import settle
from deckgen.figures.provenance import plain
from deckgen.model.figure import Figure, Source
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.text import EMPTY
from deckgen.nodes.names import Named, read_named
from deckgen.nodes.node import Node
from deckgen.nodes.schema import INVALID, Invalid, convert


def read_sources(node: Node | None, audiences: tuple[str, ...], diagnostics: Diagnostics) -> Named[Source]:
    """Sources by audience and name."""

    def read_one(name: str, seen: Node, diagnostics: Diagnostics) -> Source | Invalid:
        said = convert(seen, str, f"sources/{name}", diagnostics)
        return INVALID if said is INVALID else Source(name, said, seen.span)

    return read_named(node, audiences, read_one, diagnostics)


def read_figures(
    node: Node | None, audiences: tuple[str, ...], sources: Named[Source], tables: Tables, diagnostics: Diagnostics
) -> Named[Figure]:
    """Figures by audience and name; a figure whose base leads back to itself loses its base, and is reported."""

    def read_one(name: str, seen: Node, diagnostics: Diagnostics) -> Draft | Invalid:
        entry = convert(seen, Entry, f"figures/{name}", diagnostics)
        return INVALID if entry is INVALID else draft(name, entry, sources, tables, diagnostics)

    drafts = read_named(node, audiences, read_one, diagnostics)
    by_audience = {audience: _settled(audience, drafts, diagnostics) for audience in drafts.by_audience}
    return Named(drafts.names, by_audience, drafts.seen_by)


def _settled(audience: str, drafts: Named[Draft], diagnostics: Diagnostics) -> dict[str, Figure]:
    own = drafts.by_audience[audience]
    settled = settle({**own, **_from_others(audience, drafts)}, drafts.names or (), diagnostics)
    figures = _without_cycles({name: settled[name] for name in own if name in settled}, diagnostics)
    for figure in figures.values():
        _check_base(figure, figures, diagnostics)
    return figures


def _from_others(audience: str, drafts: Named[Draft]) -> dict[str, Draft]:
    """What a formula of this audience may be computed from though only others see it, as the first of these has it.

    What was published is held against it where it is seen.
    """
    kept = drafts.kept_from(audience)
    found = ((name, drafts.by_audience[others[0]].get(name)) for name, others in kept.items())
    return {name: replace(one, figure=replace(one.figure, published=None)) for name, one in found if one is not None}


def _check_base(figure: Figure, figures: Mapping[str, Figure], diagnostics: Diagnostics) -> None:
    """A base that begins with a figure, as "12 of 13", says as many as have answered the question, or were asked."""
    counted, first = figure.counted, next(iter(figure.base.figures), None)
    said = figures.get(first.name) if first else None
    if counted is None or not counted.answer or said is None or said.value in (counted.base, counted.asked):
        return
    message = f"`{figure.name}` is counted among {counted.base} answers, and its base says {plain(said.value)}"
    hint = f"mend the base, or the answers to “{counted.question}” in {counted.file}"
    related = (Related(said.span, f"`{said.name}` is {plain(said.value)}"),)
    diagnostics.error("base-differs", message, figure.base.span, hint, related)


def _without_cycles(figures: Mapping[str, Figure], diagnostics: Diagnostics) -> dict[str, Figure]:
    """The figures, of a circle the first without its base.

    Each figure leads to those that its base uses; a walk that meets its own path again has found a circle.
    """
    cut = dict(figures)
    done: set[str] = set()
    for start in figures:
        path, ahead = {start: None}, [iter(cut[start].base.figures)]
        while path and start not in done:
            use = next(ahead[-1], None)
            if use is None:
                done.add(path.popitem()[0])
                ahead.pop()
            elif use.name in path:
                names = list(path)
                first = names[names.index(use.name)]
                cut[first] = replace(cut[first], base=EMPTY)
                _report_cycle([figures[name] for name in names[names.index(first) :]], diagnostics)
            elif use.name in cut and use.name not in done:
                path[use.name] = None
                ahead.append(iter(cut[use.name].base.figures))
    return cut


def _report_cycle(circle: list[Figure], diagnostics: Diagnostics) -> None:
    first, *others = circle
    named = " → ".join(figure.name for figure in (*circle, first))
    message = f"the base of `{first.name}` leads back to itself: {named}"
    related = tuple(Related(figure.base.span, f"`{figure.name}` is in the circle") for figure in others)
    diagnostics.error("figure-circle", message, first.base.span, "write the number in one of the bases", related)
