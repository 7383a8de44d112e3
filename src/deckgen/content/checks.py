"""In: everything that content read. Out: diagnostics on names that lead nowhere, and more.

The check of a kind runs here and not in plan: here the figures of all audiences are known, whichever deck is built.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path

from deckgen.content.files import FIGURES, SOURCES, Files
from deckgen.content.maps import check_areas, check_maps, settled_outline, settled_tiles
from deckgen.content.memory import stamp
from deckgen.content.pictures import settled_picture
from deckgen.content.settled import Settlers, settled
from deckgen.content.signs import settled_sign
from deckgen.content.slides import Slides
from deckgen.diagnostics import Diagnostics, Span, listed
from deckgen.extensions import HINT, BrokenExtensionError, told
from deckgen.figures.references import deck_uses
from deckgen.figures.values import with_numbers
from deckgen.model.annotation_fields import of_form, of_shares
from deckgen.model.chart_fields import ChartFields
from deckgen.model.content import Deck, Slide, SlideRef, opening_id
from deckgen.model.drawing_fields import DrawingFields
from deckgen.model.figure import Figure, Source
from deckgen.model.kind import Registry
from deckgen.model.known import Held, Known
from deckgen.model.language import Language, NumberStyle
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import FORMATS
from deckgen.model.picture import MOST_BYTES, Picture
from deckgen.model.places import OutlineFile, Place, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import FigureUse, SlideUse, Value
from deckgen.model.texts import parts
from deckgen.model.theme import SignShape
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.schema import suggestion


def check_references(
    slides: Slides,
    decks: dict[str, dict[str, Deck]],
    figures: Named[Figure],
    sources: Named[Source],
    language: Language,
    diagnostics: Diagnostics,
) -> None:
    """Every figure and source that a slide, a deck or a base names is there; every format is known."""
    for source in slides.sources:
        check_name(source, "source", sources.names, diagnostics)
    used = list(slides.figures)
    used.extend(_deck_uses(decks))
    for by_name in figures.by_audience.values():
        used.extend(use for figure in by_name.values() for use in figure.base.figures)
    _check_uses(used, figures.names, diagnostics)
    _check_percent(used, figures, language.numbers.per_cent, diagnostics)


def _check_uses(used: Iterable[FigureUse], names: tuple[str, ...] | None, diagnostics: Diagnostics) -> None:
    known = None if names is None else frozenset(names)
    for use in used:
        if diagnostics.full:
            return
        if known is not None and names is not None and use.name not in known:
            hint = suggestion(use.name, names, command="deckgen figures")
            diagnostics.error("unknown-figure", f"there is no figure `{use.name}`", use.span, hint)
        if use.format not in FORMATS:
            hint = suggestion(use.format, tuple(name for name in FORMATS if name))
            diagnostics.error("unknown-format", f"there is no format `{use.format}`", use.span, hint)


def check_present(
    files: Files, slides: Slides, decks: dict[str, dict[str, Deck]], figures: Named[Figure], diagnostics: Diagnostics
) -> None:
    """A file of names that is used and not there is one mistake, however often it is used."""
    names_figures = bool(slides.figures) or any(True for _ in _deck_uses(decks))
    names_sources = bool(slides.sources) or any(figures.by_audience.values())
    for what, name, node, used in (
        ("figures", FIGURES, files.figures, names_figures),
        ("sources", SOURCES, files.sources, names_sources),
    ):
        if used and node is None and name not in files.unreadable:
            span, hint = Span((files.folder / name).as_posix()), f"write the {what} in it that are named"
            message = f"the content folder has no {name}"
            diagnostics.error("no-figures" if name == FIGURES else "no-sources", message, span, hint)


def _deck_uses(decks: dict[str, dict[str, Deck]]) -> Iterator[FigureUse]:
    return (use for by_name in decks.values() for deck in by_name.values() for use in deck_uses(deck))


def check_fields(
    slides: Slides,
    figures: Named[Figure],
    signs: Mapping[str, Mapping[str, SignShape]],
    places: Mapping[str, tuple[Place, ...]],
    numbers: NumberStyle,
    folder: Path,
    registry: Registry,
    known: KnownChecks,
    diagnostics: Diagnostics,
) -> Slides:
    """Fields of a slide that are well-formed one by one agree with each other, and a chart has a type that exists.

    `signs` are those that the project declares, by audience; `places` and `numbers` are the language's;
    `folder` is where pictures and outlines are; `known` are the slides as they were checked before.

    A slide of which that is not true is left out of what is returned: its kind cannot be asked to compose it.
    """
    kept: dict[str, dict[str, Slide]] = {audience: {} for audience in slides.by_audience}
    known.begin(signs, places, numbers, folder, registry)
    for audience, by_id in slides.by_audience.items():
        seen = figures.by_audience[audience], signs.get(audience, {})
        for slide in by_id.values():
            check = partial(_checked, slide, *seen, places, numbers, folder, registry)
            names = known.names.made(slide, partial(_names, slide, folder))
            used = (Held(name, seen[0].get(name)) for name in names.figures)
            files = ((path, stamp(path, MOST_BYTES)) for path in names.files)
            checked = known.checked.made(slide, check, audience, *used, *files)
            diagnostics.extend(checked.found)
            if not checked.found.has_errors:
                kept[audience][slide.id] = checked.slide
    return replace(slides, by_audience=kept)


@dataclass(frozen=True, slots=True)
class CheckedSlide:
    """A slide with what it names settled, and what is wrong with it."""

    slide: Slide
    found: Diagnostics


@dataclass(frozen=True, slots=True)
class _Names:
    """The figures whose numbers stand in the fields of a slide, and the files that these name, of a drawing its
    pixels too.
    """

    figures: tuple[str, ...]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class KnownChecks:
    """The slides as they were checked before, and what each of them names."""

    checked: Known[CheckedSlide] = field(default_factory=Known)
    names: Known[_Names] = field(default_factory=Known)

    def begin(self, *checked_with: object) -> None:
        """What is known holds where all else that slides are checked with is the same."""
        self.checked.begin(*checked_with)
        self.names.begin(*checked_with)


def _checked(
    slide: Slide,
    figures: dict[str, Figure],
    signs: Mapping[str, SignShape],
    places: Mapping[str, tuple[Place, ...]],
    numbers: NumberStyle,
    folder: Path,
    registry: Registry,
) -> CheckedSlide:
    wrong = Diagnostics()
    settlers: Settlers = {
        Sign: partial(settled_sign, signs=signs, diagnostics=wrong),
        Picture: partial(settled_picture, folder=folder, diagnostics=wrong),
        Tiles: partial(settled_tiles, own=places, diagnostics=wrong),
        OutlineFile: partial(settled_outline, folder=folder, diagnostics=wrong),
    }
    whole = replace(slide, fields=settled(slide.fields, settlers))
    _check_fields(whole, figures, registry, numbers, wrong)
    return CheckedSlide(slide if whole.fields is slide.fields else whole, wrong)


def _names(slide: Slide, folder: Path) -> _Names:
    figures = (value.figure.name for value in parts(slide.fields, (Value,)) if value.figure)
    named = (folder / one.path for one in parts(slide.fields, (Picture, OutlineFile)))
    files = (each for path in named for each in (path, path.with_suffix(".png")))
    return _Names(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(files)))


def _check_fields(
    slide: Slide, figures: dict[str, Figure], registry: Registry, style: NumberStyle, diagnostics: Diagnostics
) -> None:
    fields = slide.fields
    if isinstance(fields, ChartFields):
        _check_chart(fields, registry, diagnostics)
    check_maps(fields, diagnostics)
    kind = registry.kinds[slide.kind]
    numbered = with_numbers(fields, figures)
    if isinstance(numbered, ChartFields):
        for fault in of_shares(numbered.annotate, numbered.annotated, style, numbered.counted.plain):
            diagnostics.error("fields-disagree", fault.message, fault.span, fault.hint)
    try:
        for fault in kind.check(numbered) if kind.check else ():
            diagnostics.error(fault.code or "fields-disagree", fault.message, fault.span, fault.hint, fault.related)
    except Exception as problem:
        if not kind.package:
            raise
        diagnostics.error("broken-kind", told("kind", kind.name, kind.package, problem), slide.span, HINT)
    if isinstance(numbered, DrawingFields) and not diagnostics.has_errors:
        _check_drawing(numbered, registry, diagnostics)


def _check_chart(fields: ChartFields, registry: Registry, diagnostics: Diagnostics) -> None:
    """The chart type is there, and can be used; where none is named, there is one for what is asked of it."""
    if not fields.chart:
        _check_asked(fields, registry, diagnostics)
        return
    try:
        known = registry.charts.get(fields.chart)
    except BrokenExtensionError as broken:
        diagnostics.error("broken-chart", str(broken), fields.chart_span, HINT)
        return
    if known is None:
        hint = suggestion(fields.chart, tuple(registry.charts), command="deckgen charts")
        diagnostics.error("unknown-chart", f"there is no chart type `{fields.chart}`", fields.chart_span, hint)
        return
    for option, span in fields.asked():
        if option not in known.takes:
            able = listed(name for name in registry.charts if option in registry.charts[name].takes)
            if option == "panels":
                message, hint = f"a chart of the type `{known.name}` is not repeated in panels", f"use: {able}"
            else:
                message = f"`{option}` means nothing in a chart of the type `{known.name}`"
                hint = f"leave it out, or use: {able}"
            diagnostics.error("fields-disagree", message, span, hint)
    _check_annotations(fields, known.whole_rows, known.levels_of, diagnostics)


def _check_asked(fields: ChartFields, registry: Registry, diagnostics: Diagnostics) -> None:
    """Report what no chart type can do at once."""
    asked = dict(fields.asked())
    if not any(asked.keys() <= chart.takes for chart in registry.charts.values()):
        *_, (_, span) = asked.items()
        told = " and ".join(f"`{option}`" for option in asked)
        hint = "leave one of them out"
        diagnostics.error("fields-disagree", f"no chart type takes {told} together", span, hint)
    _check_annotations(fields, False, None, diagnostics)


def _check_annotations(
    fields: ChartFields, whole_rows: bool, levels_of: int | None, diagnostics: Diagnostics
) -> None:
    for fault in of_form(fields.annotate, fields.annotated.series, whole_rows, levels_of):
        diagnostics.error(fault.code or "fields-disagree", fault.message, fault.span, fault.hint)


def _check_drawing(fields: DrawingFields, registry: Registry, diagnostics: Diagnostics) -> None:
    """The form of drawing is there, and can show the data."""
    known = registry.drawings.get(fields.drawing)
    if known is None:
        hint = suggestion(fields.drawing, tuple(registry.drawings))
        diagnostics.error("unknown-drawing", f"there is no drawing `{fields.drawing}`", fields.drawing_span, hint)
        return
    for option, span in fields.asked():
        if option not in known.takes:
            able = listed(name for name in registry.drawings if option in registry.drawings[name].takes)
            message = f"`{option}` means nothing in a drawing of the form `{known.name}`"
            diagnostics.error("fields-disagree", message, span, f"leave it out, or use: {able}")
    check_areas(fields, diagnostics)
    for fault in known.check(fields.drawn()) if not diagnostics.has_errors else ():
        diagnostics.error(fault.code or "drawing-data", fault.message, fault.span, fault.hint, fault.related)


def _check_percent(
    used: Iterable[FigureUse], figures: Named[Figure], per_cent: Collection[str], diagnostics: Diagnostics
) -> None:
    """`percent` would make "12 %" of 12 clusters."""
    units = {name: figure.unit for by_name in figures.by_audience.values() for name, figure in by_name.items()}
    for use in used:
        if use.format == "percent" and units.get(use.name, "%") not in per_cent:
            message = f"`{use.name}` is no share: its unit is `{units[use.name]}`"
            diagnostics.error(
                "format-unfit", message, use.span, "compute a share as a figure of its own: share(a, b)"
            )


def check_listed(slides: Slides, decks: dict[str, dict[str, Deck]], files: Files, diagnostics: Diagnostics) -> None:
    """Every slide that a deck lists or a link leads to is there.

    Nothing is said where a file that could answer is wrong itself.
    """
    if not (files.all_slides_read and slides.all_named):
        return
    every = [deck for by_name in decks.values() for deck in by_name.values()]
    opening = {opening_id(chapter.id) for deck in every for chapter in deck.chapters if chapter.opening}
    named: list[SlideRef | SlideUse] = [ref for deck in every for ref in deck.listed]
    named += (link for link in slides.links if link.id not in opening)
    for ref in named:
        if ref.id not in slides.ids and not diagnostics.full:
            hint = suggestion(ref.id, tuple(slides.ids))
            diagnostics.error("unknown-slide", f"there is no slide `{ref.id}`", ref.span, hint)
