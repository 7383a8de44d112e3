"""Where each figure comes from and where it shows. In: what audiences see, their decks flat. Out: a report each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.compare.claims import DeckView, Place, place_of, plain_number
from deckgen.figures.provenance import how, origin
from deckgen.figures.references import all_figures
from deckgen.model.content import Content
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.planning.binding import Binding
from deckgen.planning.provenance import figure_row


@dataclass(frozen=True, slots=True)
class Meaning:
    """A figure as some audiences see it: as shown, and how it came about.

    `source` is its name, `source_text` what the foot prints. `written` is file:line in the content. `value` and
    `published` are raw numbers as text; empty where none is.
    """

    audiences: tuple[str, ...]
    shown: str
    value: str
    label: str
    unit: str
    qualifier: str
    origin: str
    how: str
    uses: tuple[str, ...]
    rows: tuple[str, ...]
    source: str
    source_text: str
    base: str
    as_of: str
    confidence: str
    published: str
    note: str
    data_note: str
    written: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that shows a figure; `shown` is how it reads there."""

    deck: str
    page: int
    slide: str
    place: Place
    path: str
    shown: str


@dataclass(frozen=True, slots=True)
class FigureReport:
    """A figure; several meanings where audiences differ. `used_by` are computed of it, `base_of` rest on it."""

    name: str
    meanings: tuple[Meaning, ...]
    used_by: tuple[str, ...]
    base_of: tuple[str, ...]
    mentions: tuple[Mention, ...]


def figure_reports(
    contents: Mapping[str, Content], views: Sequence[DeckView], language: Language, folder: str = ""
) -> tuple[FigureReport, ...]:
    """A report for each figure of any audience, in the order of the content."""
    names = dict.fromkeys(name for content in contents.values() for name in content.figures)
    mentions = _mentions(views)
    return tuple(
        FigureReport(
            name,
            _meanings(name, contents, language, folder),
            _used_by(name, contents),
            _base_of(name, contents),
            tuple(mentions.get(name, ())),
        )
        for name in names
    )


def _meanings(name: str, contents: Mapping[str, Content], language: Language, folder: str) -> tuple[Meaning, ...]:
    found: dict[Meaning, tuple[str, ...]] = {}
    everything = all_figures(contents.values())
    for audience, content in contents.items():
        if name in content.figures:
            parts = {**everything, **content.figures}
            meaning = _meaning(content.figures[name], parts, content, language, folder)
            found[meaning] = (*found.get(meaning, ()), audience)
    return tuple(replace(meaning, audiences=audiences) for meaning, audiences in found.items())


def _meaning(
    figure: Figure, parts: Mapping[str, Figure], content: Content, language: Language, folder: str
) -> Meaning:
    """`parts` are those that its formula may name, whoever sees them: who asks here has all the content."""
    row = figure_row(figure, content, Binding(content.figures, language))
    return Meaning(
        (),
        row.shown,
        plain_number(figure.value),
        figure.label,
        figure.unit,
        figure.qualifier,
        origin(figure.provenance),
        how(figure.provenance, parts),
        figure.uses,
        figure.rows,
        figure.source,
        row.source,
        row.base,
        row.as_of,
        figure.confidence,
        "" if figure.published is None else plain_number(figure.published),
        figure.note,
        row.data_note,
        place_of(figure.span, folder),
    )


def _used_by(name: str, contents: Mapping[str, Content]) -> tuple[str, ...]:
    figures = (figure for content in contents.values() for figure in content.figures.values())
    return tuple(dict.fromkeys(figure.name for figure in figures if name in figure.uses))


def _base_of(name: str, contents: Mapping[str, Content]) -> tuple[str, ...]:
    figures = (figure for content in contents.values() for figure in content.figures.values())
    return tuple(dict.fromkeys(one.name for one in figures if any(use.name == name for use in one.base.figures)))


def _mentions(views: Sequence[DeckView]) -> dict[str, list[Mention]]:
    """By figure, in the order of decks and pages, each place once."""
    found: dict[str, dict[Mention, None]] = {}
    for view in views:
        for slide in view.slides:
            for claim in slide.claims:
                for name, shown in claim.figures:
                    mention = Mention(view.deck, claim.page, slide.id, claim.place, claim.path, shown)
                    found.setdefault(name, {})[mention] = None
    return {name: list(mentions) for name, mentions in found.items()}
