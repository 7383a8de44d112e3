"""What one audience is given and only others may see. In: `for` on datasets; everything read. Out: diagnostics.

Figures, sources and datasets may say `for`, as slides do. A formula may be computed from what only others see, for a
sum does not tell its parts; whatever is shown, named or counted has to be seen by all who see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.content.slides import Slides
from deckgen.content.tables import KEY
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.figures.drafts import Tables
from deckgen.figures.references import deck_uses, uses
from deckgen.model.content import Deck
from deckgen.model.figure import Figure, Source, Tabulated
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import FigureUse
from deckgen.nodes.audiences import kept_for
from deckgen.nodes.names import Named
from deckgen.nodes.node import Mapping, Node, Scalar

_DATASETS: Final = "datasets"
_HINT: Final = "keep this for them too, with `for`, or let more see what is named"


def datasets_for(
    node: Node, audiences: tuple[str, ...], diagnostics: Diagnostics
) -> tuple[Node, dict[str, tuple[str, ...]]]:
    """The node of `data.yaml` without the `for` of datasets, and who sees each dataset that has one."""
    declared = node.get(_DATASETS) if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(declared, Mapping):
        return node, {}
    seen_by: dict[str, tuple[str, ...]] = {}
    entries = []
    for key, value in declared.entries:
        kept, rest = kept_for(value, audiences, audiences, diagnostics)
        if rest is not value and kept:
            seen_by[key.text] = kept
        entries.append((key, rest))
    datasets = Mapping(tuple(entries), declared.span)
    whole = tuple((key, datasets if key.text == _DATASETS else value) for key, value in node.entries)
    return Mapping(whole, node.span), seen_by


def named_files(node: Node) -> Iterator[str]:
    """Whatever the datasets of `data.yaml` say of themselves in a word or a line: their files are among it."""
    datasets = node.get(_DATASETS) if isinstance(node, Mapping) else None
    for _, dataset in datasets.entries if isinstance(datasets, Mapping) else ():
        said = dataset.entries if isinstance(dataset, Mapping) else ()
        yield from (value.text for _, value in said if isinstance(value, Scalar))


@dataclass(frozen=True, slots=True)
class _Named:
    """A name, where it is named, and of what: a figure, a source or a tabulation."""

    what: str
    name: str
    span: Span


def check_seen(
    slides: Slides,
    decks: dict[str, dict[str, Deck]],
    figures: Named[Figure],
    sources: Named[Source],
    tables: Tables,
    diagnostics: Diagnostics,
) -> None:
    """Whatever an audience is given names only what that audience sees."""
    for audience, own in figures.by_audience.items():
        kept = {
            "figure": figures.kept_from(audience),
            "source": sources.kept_from(audience),
            "tabulation": {name: others for name, others in tables.seen_by.items() if audience not in others},
        }
        if not any(kept.values()):
            continue
        places = _places(figures, sources, tables)
        for named in _named(slides, decks[audience], own, audience, figures):
            others = kept[named.what].get(named.name)
            if others:
                said = f"the {named.what} `{named.name}` is for {' and '.join(others)} only, and {audience} sees this"
                place = places[named.what].get(named.name)
                related = (Related(place, "it is kept for them here"),) if place else ()
                diagnostics.error("not-for-audience", said, named.span, _HINT, related)


def _places(figures: Named[Figure], sources: Named[Source], tables: Tables) -> dict[str, dict[str, Span]]:
    """Where figures, sources and tabulations stand."""
    return {
        "figure": {name: one.span for by_name in figures.by_audience.values() for name, one in by_name.items()},
        "source": {name: one.span for by_name in sources.by_audience.values() for name, one in by_name.items()},
        "tabulation": {name: one.span for name, one in tables.by_name.items()},
    }


def _named(
    slides: Slides, decks: dict[str, Deck], own: dict[str, Figure], audience: str, figures: Named[Figure]
) -> Iterator[_Named]:
    """All that slides, decks and figures of one audience name."""
    for slide in slides.by_audience[audience].values():
        for use in uses((slide.said, slide.notes)):
            yield _used(use, figures)
        yield from (_Named("source", source, slide.span) for source in slide.sources)
    for deck in decks.values():
        yield from (_used(use, figures) for use in deck_uses(deck))
    for figure in own.values():
        yield from (_used(use, figures) for use in figure.base.figures)
        yield _Named("source", figure.source, figure.span)
        if isinstance(figure.provenance, Tabulated):
            yield _Named("tabulation", figure.provenance.table, figure.span)


def _used(use: FigureUse, figures: Named[Figure]) -> _Named:
    """A cell of a tabulation is no figure that anybody wrote: what its slide names is the tabulation."""
    found = (by_name[use.name] for by_name in figures.by_audience.values() if use.name in by_name)
    figure = next(found, None)
    if figure and isinstance(figure.provenance, Tabulated) and use.name.startswith(f"{KEY}."):
        return _Named("tabulation", figure.provenance.table, use.span)
    return _Named("figure", use.name, use.span)
