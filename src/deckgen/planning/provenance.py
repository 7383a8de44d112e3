"""Where the numbers come from. In: the figures that a slide or a deck uses. Out: the foot and rows of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from deckgen.figures.audience_view import told_parts
from deckgen.model.content import Content, Slide
from deckgen.model.figure import PER_CENT, Figure
from deckgen.model.fractions import in_figures
from deckgen.model.known import Known
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import Number, decimals_of, says_unit
from deckgen.model.plan import FigureRow
from deckgen.model.text import text
from deckgen.planning.bases import bases
from deckgen.planning.binding import Binding, bind_text
from deckgen.planning.provenance_text import Asked, asked, came_about, formula_in_values, is_cell, respondents


def figure_row(figure: Figure, content: Content, binding: Binding, slide: str = "") -> FigureRow:
    """Everything that is known of a figure, as shown; `slide` is the first that shows it."""
    language = binding.language
    base, number = bind_text(figure.base, binding).plain, figure.number()
    shown = language.show(number)
    told = asked(figure.counted, language) if figure.counted else Asked()
    is_said = number.wording or language.numbers.shows_unit(number) or says_unit(figure.label, number.unit)
    return FigureRow(
        figure.name,
        figure.label if is_said else f"{figure.label} ({number.unit})",
        shown,
        source_text(figure.source, content),
        language.date(figure.as_of),
        base,
        came_about(figure, binding.told, language),
        told.question,
        told.done,
        told.respondents,
        told.answer,
        is_cell(figure),
        figure.note,
        "" if figure.counted is None else figure.counted.note,
        number.value if number.is_exact else None,
        formula_in_values(figure, binding.told, language),
        slide=slide,
        in_figures=in_figures(text(shown), language.labels.fractions).plain,
        rests_on=tuple(use.name for use in figure.base.figures),
    )


def figure_rows(
    names: Iterable[str], shown_on: Mapping[str, str], content: Content, binding: Binding, known: Known[FigureRow]
) -> tuple[FigureRow, ...]:
    """A row for each figure of `names`, with the slide that shows it: by source in the order of the content, those of
    one source in the order of the slides.

    `shown_on` has the slides in their order. What none shows comes last. `known` are the rows of before.
    """
    used = frozenset(told_alone(names, content.figures))
    shown = {name: shown_on.get(name, "") for name in content.figures if name in used}
    rows = [
        known.made(figure, partial(_held_row, figure, content, binding, slide), slide)
        for figure, slide in ((content.figures[name], slide) for name, slide in shown.items())
    ]
    slides = {slide: at for at, slide in enumerate(dict.fromkeys(shown_on.values()))}
    sources = {source: at for at, source in enumerate(dict.fromkeys(row.source for row in rows))}
    return tuple(sorted(rows, key=lambda row: (sources[row.source], slides.get(row.slide, len(slides)))))


def _held_row(figure: Figure, content: Content, binding: Binding, slide: str) -> FigureRow:
    """The row for a page, where how many answered is kept on a line."""
    row = figure_row(figure, content, binding, slide)
    if not figure.counted:
        return row
    plain = respondents(figure.counted, binding.language)
    held = plain.replace(" ", NO_BREAK)
    base, how, said, answer = (one.replace(plain, held) for one in (row.base, row.how, row.respondents, row.answer))
    return replace(row, base=base, how=how, respondents=said, answer=answer)


def told_alone(names: Iterable[str], figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The figures that there are, without the ends of intervals, which are said with the number between them."""
    known = dict.fromkeys(name for name in names if name in figures)
    return tuple(name for name in known if figures[name].end_of not in known)


def with_origins(names: Iterable[str], binding: Binding) -> tuple[str, ...]:
    """The figures named, those of their bases and the parts of formulas that are spelled out, in the order met."""
    met: dict[str, None] = {}
    ahead = list(names)[::-1]
    while ahead:
        name = ahead.pop()
        if name not in met and name in binding.figures:
            met[name] = None
            figure = binding.figures[name]
            ahead.extend((*told_parts(figure, binding.told), *(use.name for use in figure.base.figures)))
    return tuple(met)


def foot(slide: Slide, names: Iterable[str], content: Content, binding: Binding) -> str:
    """Source and base of the figures shown, such as "Kilde: Survey, 2023. Grundlag: 12 klynger."; else empty."""
    figures = [content.figures[name] for name in told_alone(names, content.figures)]
    sources = [source_text(name, content) for name in (*(figure.source for figure in figures), *slide.sources)]
    # A figure that is the base of another here says its own base nowhere: "12 of 13" is another slide's matter.
    themselves = {use.name for figure in figures for use in figure.base.figures}
    resting = bases([figure for figure in figures if figure.name not in themselves], slide.said, binding)
    labels = binding.language.labels
    said = (_listed(labels.source, sources), _listed(labels.base, resting), *_comparisons(figures, binding.language))
    return binding.language.hold(" ".join(part for part in said if part))


def _comparisons(figures: Iterable[Figure], language: Language) -> Iterator[str]:
    """What letters and arrows beside the numbers say, each way of comparing once."""
    labels = language.labels
    for one in dict.fromkeys(figure.counted.compared for figure in figures if figure.counted):
        if one is not None:
            level = language.show(Number(one.level, decimals_of(one.level), PER_CENT))
            corrected = f"{level}, {one.correction.title()}" if one.correction != "none" else level
            said = (labels.arrows if one.with_total else labels.letters).format(level=corrected)
            untested = labels.untested.format(n=language.show(Number(Decimal(one.least))))
            told = f"{said}; {untested}." if one.untested else f"{said}."
            yield told[:1].upper() + told[1:]


def source_text(name: str, content: Content) -> str:
    source = content.sources.get(name)
    return source.text if source else ""


def _listed(label: str, said: list[str]) -> str:
    once = dict.fromkeys(part.rstrip(". ") for part in said if part)
    return f"{label}: {'; '.join(once)}." if once else ""


def total(minutes: Iterable[Decimal]) -> Decimal:
    return sum(minutes, Decimal(0))
