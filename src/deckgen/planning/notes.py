"""The notes of a slide. In: what the content says there, and the figures shown. Out: that, minutes, origins.

What figures have in common is said once: their source and base over them, the answers to a question in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from deckgen.model.content import Content, Slide
from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import literal
from deckgen.model.plan import FigureRow
from deckgen.model.text import Paragraph, Run, Text
from deckgen.planning.binding import Binding, bind_text
from deckgen.planning.provenance import figure_row, source_text, told_alone, with_origins
from deckgen.planning.provenance_text import either, filtered, interval, is_cell, respondents, what_was_done

_WITH_ANSWERS: Final = frozenset(("count", "share"))
"""Statistics of which each answer has a number of its own."""


def notes(slide: Slide, names: Iterable[str], content: Content, binding: Binding) -> Text:
    """What to say, then the minutes, then where each of the figures named comes from."""
    labels = binding.language.labels
    said = bind_text(slide.notes, binding)
    added = []
    if slide.minutes:
        minutes = binding.language.show(literal(slide.minutes.normalize()))
        added.append(f"{labels.notes_minutes}: {minutes} {labels.minutes}")
    known = [content.figures[name] for name in told_alone(names, content.figures)]
    if known:
        lines = (*_origins(known, content, binding), *_data_notes(names, binding))
        # One paragraph, so that reading a built file tells it from what the content says.
        added.append(f"{labels.notes_sources}: " + "\n".join(lines))
    paragraphs = tuple(Paragraph((Run(line),)) for line in added)
    return Text((*said.paragraphs, *paragraphs), "notes", said.span)


def _origins(figures: Sequence[Figure], content: Content, binding: Binding) -> list[str]:
    """Where figures come from, source by source; a source of several lines stands over them."""
    by_source: dict[str, dict[object, list[Figure]]] = {}
    for figure in figures:
        by_source.setdefault(figure.source, {}).setdefault(_together(figure), []).append(figure)
    told: list[str] = []
    for alike in by_source.values():
        told += _of_source(list(alike.values()), content, binding)
    return told


def _of_source(alike: Sequence[Sequence[Figure]], content: Content, binding: Binding) -> list[str]:
    """The lines of one source, under it and the base that all of them share where there are several."""
    labels = binding.language.labels
    alone = [figure_row(figures[0], content, binding) for figures in alike if len(figures) == 1]
    bases = {row.base for row in alone}
    source = source_text(alike[0][0].source, content).rstrip(".") if len(alike) > 1 else ""
    base = bases.pop() if source and len(bases) == 1 and len(alone) == len(alike) else ""
    dated = (replace(row, as_of="" if row.as_of in row.source else row.as_of) for row in alone)
    rows = iter(replace(row, source="" if source else row.source, base="" if base else row.base) for row in dated)
    lines = [
        f"{_gathered(figures, content, binding, source) if len(figures) > 1 else _alone(next(rows), labels)}."
        for figures in alike
    ]
    if not source:
        return lines
    head = f"{source} ({labels.resting_on.format(base=base)})" if base else source
    return [f"{head}:", *lines]


def _together(figure: Figure) -> object:
    """What figures have in common that are told in one line; a figure with a label of its own is told alone."""
    counted = figure.counted
    if counted is None or not is_cell(figure):
        return figure.name
    group = counted.where[-1][0] if counted.where else ""
    done = counted.answer if counted.statistic not in _WITH_ANSWERS else ""
    return counted.question, counted.statistic, done, counted.where[:-1], group, figure.note, figure.as_of


def _alone(row: FigureRow, labels: Labels) -> str:
    base = labels.resting_on.format(base=row.base) if row.base and row.base not in row.how else ""
    known = ", ".join(part for part in (row.source.rstrip("."), row.as_of, base) if part)
    said = f"{row.shown} – {row.label} ({known})" if known else f"{row.shown} – {row.label}"
    return ". ".join(part.rstrip(".") for part in (said, row.how, row.note) if part)


def _gathered(figures: Sequence[Figure], content: Content, binding: Binding, shared: str) -> str:
    """What was asked, and behind it the number of each answer, group by group."""
    first, labels = _counted(figures[0]), binding.language.labels
    groups: dict[tuple[tuple[str, ...], str], list[Figure]] = {}
    for figure in figures:
        counted = _counted(figure)
        group = counted.where[-1][1] if counted.where else ()
        groups.setdefault((group, respondents(counted, binding.language)), []).append(figure)
    answers = {_counted(figure).answer for figure in figures if first.statistic in _WITH_ANSWERS}
    only = answers.pop() if len(answers) == 1 else ""
    question = (labels.answered if only else labels.quoted).format(question=first.question, answer=only)
    numbers = {key: _numbers(of_group, bool(only), binding) for key, of_group in groups.items()}
    done, source = what_was_done(first, labels), source_text(figures[0].source, content).rstrip(".")
    behind = "" if shared or not source else f" ({source})"
    if len(groups) == 1:
        ((_, n), each), *_ = numbers.items()
        asked = ", ".join((question, *filtered(first.where, labels)))
        said = f"{done}, {n}: {asked}: {each}{behind}"
    else:
        by = labels.broken_down.format(question=first.where[-1][0])
        asked = ", ".join((question, *filtered(first.where[:-1], labels), by))
        each = "; ".join(f"{either(group, labels)} ({n}): {told}" for (group, n), told in numbers.items())
        said = f"{done}: {asked}: {each}{behind}"
    return ". ".join(part for part in (said, figures[0].note.rstrip(".")) if part)


def _numbers(figures: Sequence[Figure], bare: bool, binding: Binding) -> str:
    """The numbers of a group, each with its answer unless they are `bare`."""
    said = []
    for figure in figures:
        counted, shown = _counted(figure), binding.language.show(figure.number())
        answer = "" if bare or counted.statistic not in _WITH_ANSWERS else counted.answer
        between = f" ({interval(counted, figure, binding.language)})" if counted.interval else ""
        said.append(" ".join(filter(None, (shown, answer))) + between)
    return ", ".join(said)


def _counted(figure: Figure) -> Counted:
    assert figure.counted is not None  # only what was counted is told together
    return figure.counted


def _data_notes(names: Iterable[str], binding: Binding) -> tuple[str, ...]:
    """What is to be known of the data that figures, or all that they are made of, were counted in; each once.

    That holds of a part that is not told, too: the note is the dataset's, and says neither its name nor its value.
    """
    origins = with_origins(names, replace(binding, told=binding.figures))
    counted = (binding.figures[name].counted for name in origins)
    return tuple(dict.fromkeys(one.note for one in counted if one and one.note))
