"""Where the numbers come from. In: the figures that a slide or a deck uses. Out: foot, notes and rows of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from deckgen.figures.audience_view import told_parts
from deckgen.model.content import Content, Slide
from deckgen.model.figure import PER_CENT, Figure
from deckgen.model.fractions import in_figures
from deckgen.model.known import Known
from deckgen.model.language import Labels, Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import Number, decimals_of, literal, says_unit
from deckgen.model.plan import FigureRow
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.planning.binding import Binding, bind_text
from deckgen.planning.provenance_text import Asked, asked, came_about, formula_in_values

MOST_BASES: Final = 4
"""As many bases are named in the foot, each with its numbers."""


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
        _source(figure.source, content),
        language.date(figure.as_of),
        base,
        came_about(figure, binding.told, language),
        told.question,
        told.done,
        told.respondents,
        told.answer,
        bool(figure.counted and figure.counted.whole),
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
    used = frozenset(_told_alone(names, content.figures))
    shown = {name: shown_on.get(name, "") for name in content.figures if name in used}
    rows = [
        known.made(figure, partial(figure_row, figure, content, binding, slide), slide)
        for figure, slide in ((content.figures[name], slide) for name, slide in shown.items())
    ]
    slides = {slide: at for at, slide in enumerate(dict.fromkeys(shown_on.values()))}
    sources = {source: at for at, source in enumerate(dict.fromkeys(row.source for row in rows))}
    return tuple(sorted(rows, key=lambda row: (sources[row.source], slides.get(row.slide, len(slides)))))


def _told_alone(names: Iterable[str], figures: Mapping[str, Figure]) -> tuple[str, ...]:
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
    figures = [content.figures[name] for name in _told_alone(names, content.figures)]
    sources = [_source(name, content) for name in (*(figure.source for figure in figures), *slide.sources)]
    # A figure that is the base of another here says its own base nowhere: "12 of 13" is another slide's matter.
    themselves = {use.name for figure in figures for use in figure.base.figures}
    bases = _bases([figure for figure in figures if figure.name not in themselves], binding)
    labels = binding.language.labels
    said = (_listed(labels.source, sources), _listed(labels.base, bases), *_comparisons(figures, binding.language))
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


def _bases(figures: list[Figure], binding: Binding) -> list[str]:
    """The bases of the figures; where they differ, each with the numbers that rest on it."""
    resting: dict[str, list[str]] = {}
    for figure in figures:
        base = bind_text(figure.base, binding).plain.rstrip(". ")
        if base:
            resting.setdefault(base, []).append(
                "" if figure.wording else binding.language.show(figure.number("plain"))
            )
    if len(resting) < 2:
        return list(resting)
    if len(resting) > MOST_BASES and all(figure.counted and figure.counted.in_banner for figure in figures):
        return [_from_to(figures, binding.language)]
    return [f"{base} ({', '.join(dict.fromkeys(said))})" if all(said) else base for base, said in resting.items()]


def _from_to(figures: list[Figure], language: Language) -> str:
    """How many answered, from the fewest to the most; each n stands beside its numbers, or in the notes."""
    counted = [figure.counted for figure in figures if figure.counted]
    said = language.labels.between.format(between=_ends([Decimal(one.base) for one in counted], language))
    effective = [Decimal(round(one.effective)) for one in counted if one.effective is not None]
    if not effective:
        return said
    return language.labels.weighed.format(respondents=said, effective=_ends(effective, language))


def _ends(numbers: list[Decimal], language: Language) -> str:
    return "–".join(language.show(Number(end)) for end in (min(numbers), max(numbers)))


def notes(slide: Slide, names: Iterable[str], content: Content, binding: Binding) -> Text:
    """What to say, then the minutes, then where each of the figures named comes from."""
    labels = binding.language.labels
    said = bind_text(slide.notes, binding)
    added = []
    if slide.minutes:
        minutes = binding.language.show(literal(slide.minutes.normalize()))
        added.append(f"{labels.notes_minutes}: {minutes} {labels.minutes}")
    known = [content.figures[name] for name in _told_alone(names, content.figures)]
    if known:
        rows = [figure_row(figure, content, binding) for figure in known]
        lines = (*(f"{_provenance(row, labels)}." for row in rows), *_data_notes(names, binding))
        # One paragraph, so that reading a built file tells it from what the content says.
        added.append(f"{labels.notes_sources}: " + "\n".join(lines))
    paragraphs = tuple(Paragraph((Run(line),)) for line in added)
    return Text((*said.paragraphs, *paragraphs), "notes", said.span)


def _data_notes(names: Iterable[str], binding: Binding) -> tuple[str, ...]:
    """What is to be known of the data that figures, or all that they are made of, were counted in; each once.

    That holds of a part that is not told, too: the note is the dataset's, and says neither its name nor its value.
    """
    origins = with_origins(names, replace(binding, told=binding.figures))
    counted = (binding.figures[name].counted for name in origins)
    return tuple(dict.fromkeys(one.note for one in counted if one and one.note))


def _provenance(row: FigureRow, labels: Labels) -> str:
    as_of = "" if row.as_of in row.source else row.as_of
    known = [row.source.rstrip("."), as_of, labels.resting_on.format(base=row.base) if row.base else ""]
    said = f"{row.shown} – {row.label} ({', '.join(part for part in known if part)})"
    return ". ".join(part.rstrip(".") for part in (said, row.how, row.note) if part)


def _source(name: str, content: Content) -> str:
    source = content.sources.get(name)
    return source.text if source else ""


def _listed(label: str, said: list[str]) -> str:
    once = dict.fromkeys(part.rstrip(". ") for part in said if part)
    return f"{label}: {'; '.join(once)}." if once else ""


def total(minutes: Iterable[Decimal]) -> Decimal:
    return sum(minutes, Decimal(0))
