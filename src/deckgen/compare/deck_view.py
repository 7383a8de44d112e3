"""A planned and set deck, flat. In: what one audience sees, a plan and its frames. Out: a DeckView.

Fields give the finest place of a claim; frames give the page that it landed on, and what no field says itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import chain, pairwise, product
from typing import Any, assert_never

from deckgen.compare.claims import Claim, DeckView, Place, SectionView, SlideView
from deckgen.model.blocks import BESIDE
from deckgen.model.content import Content
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameCell,
    FrameDeck,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.language import NumberStyle
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import FigureRow, Plan, PlannedSlide
from deckgen.model.text import Text, Value
from deckgen.model.texts import NAMED

_TITLES = ("title", "ctrTitle")
_FIGURE = "\ufffc"
"""Stands in the place of a figure where the numbers are read that are typed beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A frame with its page number and what can be asked of it."""

    number: int
    frame: Frame
    items: tuple[Item, ...]

    @property
    def cells(self) -> frozenset[str]:
        tables = (item for item in self.items if isinstance(item, TableItem))
        return frozenset(
            part.plain for table in tables for row in table.rows for cell in row for part in cell.paragraphs
        )

    @property
    def alts(self) -> Iterator[tuple[str, str]]:
        """Name and alt text of what has one."""
        for item in self.items:
            match item:
                case ChartItem() | TableItem() | PictureItem() | GroupItem():
                    if item.alt:
                        yield self.path(item), item.alt
                case TextItem() | ShapeItem():
                    continue
                case _:
                    assert_never(item)

    @property
    def says(self) -> frozenset[str]:
        """Every paragraph on the page, and every label of its charts."""
        texts = {part.plain for item in self.items if isinstance(item, TextItem) for part in item.paragraphs}
        charts = (item for item in self.items if isinstance(item, ChartItem))
        return frozenset(texts | self.cells | {label for chart in charts for label in chart.plot.categories})

    def path(self, item: Item) -> str:
        return item.name.removeprefix(f"{self.frame.id}/")


def deck_view(content: Content, plan: Plan, frames: FrameDeck, style: NumberStyle) -> DeckView:
    """The deck flat, pages numbered as in the file; `style` is how its language writes numbers."""
    rows = {row.name: row for row in plan.figure_rows}
    pages: dict[str, list[Page]] = {}
    for number, frame in enumerate(frames.frames, 1):
        pages.setdefault(frame.id.partition("~")[0], []).append(Page(number, frame, tuple(_all(frame.items))))
    said = (("title", plan.facts.title), ("subtitle", plan.facts.subtitle), ("meeting", plan.facts.meeting))
    facts = [_text(text, path, "text", 0, style) for path, text in said if text]
    facts.append(Claim("date", "text", plan.facts.date, 0, typed=style.read(plan.facts.date)))
    return DeckView(
        plan.deck,
        plan.audience,
        plan.minutes,
        tuple(facts),
        tuple(SectionView(section.id, section.title, section.slides) for section in plan.sections),
        tuple(_slide(slide, pages.get(slide.id, []), content, rows, style) for slide in plan.slides),
        rows,
    )


def _all(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _all(item.children)


def _slide(
    slide: PlannedSlide, pages: list[Page], content: Content, rows: dict[str, FigureRow], style: NumberStyle
) -> SlideView:
    title = _text(slide.title, "title", "title", 0, style)
    written = [
        title,
        *_fields(slide.fields, "", "", style),
        *_footnotes(slide, style),
        *_notes(slide, content, style),
    ]
    claims = [_landed(claim, pages) for claim in written]
    claims += _foot(slide, pages, content, rows)
    claims += _provenance(slide, pages, content, rows)
    claims += [one for page in pages for one in (*_alts(page, claims), *_rows(page, rows))]
    claims += _left_over(pages, claims)
    first = pages[0].number if pages else 0
    return SlideView(slide.id, slide.title.plain, slide.section, first, tuple(claims), slide.span)


def _text(text: Text, path: str, place: Place, page: int, style: NumberStyle) -> Claim:
    used = [(run.figure.name, run.text) for part in text.paragraphs for run in part.runs if run.figure]
    runs = (
        "".join(f"${{{run.figure.name}}}" if run.figure else run.text for run in part.runs)
        for part in text.paragraphs
    )
    typed = "\n".join("".join(_FIGURE if run.figure else run.text for run in part.runs) for part in text.paragraphs)
    shown = (run.number for part in text.paragraphs for run in part.runs if run.number)
    return Claim(
        path,
        place,
        text.plain,
        page,
        tuple(used),
        pattern="\n".join(runs),
        bound=frozenset(number.value for number in shown if number.is_exact),
        typed=style.read(typed),
        span=text.span,
    )


def _value(value: Value, path: str, label: str, style: NumberStyle) -> Claim:
    used = ((value.figure.name, value.shown),) if value.figure else ()
    named = f"{label}: " if label else ""
    pattern = f"{named}${{{value.figure.name}}}" if value.figure else ""
    said = f"{named}{value.shown}" if value.shown else label
    bound = frozenset({value.number.value} if value.figure and value.number and value.number.is_exact else ())
    return Claim(
        path,
        "text",
        said,
        0,
        used,
        value.amount,
        label,
        pattern,
        bound,
        style.read(label),
        span=value.span,
    )


def _fields(content: Any, path: str, label: str, style: NumberStyle) -> Iterator[Claim]:
    """A claim for each text and value, at its field path; a value takes the label that stands beside it."""
    if isinstance(content, Text):
        if content:
            yield _text(content, content.path or path, "text", 0, style)
    elif isinstance(content, Value):
        yield _value(content, content.path or path, label, style)
    elif isinstance(content, NAMED):
        return
    elif isinstance(content, tuple):
        several = len(content) > 1
        for number, part in enumerate(content, 1):
            named = f"{label} {number}" if label and several and isinstance(part, Value) else label
            if isinstance(part, str):
                yield Claim(f"{path}/{number}", "text", part, 0, label=part, pattern=part, typed=style.read(part))
            else:
                yield from _fields(part, f"{path}/{number}", named, style)
    elif is_dataclass(content):
        beside = getattr(content, "label", "")
        here = beside.plain if isinstance(beside, Text) else beside if isinstance(beside, str) else label
        for field in fields(content):
            name = field.name.replace("_", "-")
            yield from _fields(getattr(content, field.name), f"{path}/{name}" if path else name, here or label, style)


def _footnotes(slide: PlannedSlide, style: NumberStyle) -> list[Claim]:
    return [_text(one.text, one.text.path, "text", 0, style) for one in slide.footnotes]


def _notes(slide: PlannedSlide, content: Content, style: NumberStyle) -> list[Claim]:
    """The notes that were written, a claim a paragraph; what the plan adds to them is provenance."""
    own = content.slides.get(slide.id)
    count = len(own.notes.paragraphs) if own else 0
    parts = [Text((part,), "", slide.notes.span) for part in slide.notes.paragraphs[:count]]
    numbered = count > 1
    return [
        _text(part, f"notes/{at}" if numbered else "notes", "notes", 0, style) for at, part in enumerate(parts, 1)
    ]


def _landed(claim: Claim, pages: list[Page]) -> Claim:
    """The claim with the page it is on, and whether that is a chart or a table."""
    if not pages:
        return claim
    parts = {claim.label, *claim.text.split("\n")} - {""}
    here = next((page for page in pages if parts & page.says), pages[0])
    place = claim.place
    if place == "text" and claim.number is not None and any(isinstance(item, ChartItem) for item in here.items):
        place = "chart"
    elif place == "text" and parts & here.cells:
        place = "table"
    return replace(claim, page=here.number, place=place)


def _foot(slide: PlannedSlide, pages: list[Page], content: Content, rows: dict[str, FigureRow]) -> Iterator[Claim]:
    """The foot, with the figures that its bases name."""
    if not slide.foot or not pages:
        return
    used: dict[str, str] = {}
    for name in slide.figures:
        base = rows[name].base.rstrip(". ") if name in rows else ""
        if base and base in slide.foot:
            used |= {run.name: rows[run.name].shown for run in content.figures[name].base.figures if run.name in rows}
    yield Claim("foot", "foot", slide.foot, pages[0].number, tuple(used.items()), derived=True)


def _provenance(
    slide: PlannedSlide, pages: list[Page], content: Content, rows: dict[str, FigureRow]
) -> Iterator[Claim]:
    """Where the notes say a figure comes from."""
    own = content.slides.get(slide.id)
    added = "\n".join(part.plain for part in slide.notes.paragraphs[len(own.notes.paragraphs) if own else 0 :])
    for name in slide.figures:
        row = rows.get(name)
        if row and pages and row.label in added and row.shown in added:
            yield Claim("notes/sources", "notes", row.shown, pages[0].number, ((name, row.shown),), derived=True)


def _alts(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Alt texts, with the figures of the claims that they repeat."""
    for path, alt in page.alts:
        used = dict.fromkeys(
            (name, shown)
            for claim in claims
            for name, shown in claim.figures
            if not claim.derived and _in(claim, shown, alt)
        )
        yield Claim(path, "alt", alt, page.number, tuple(used), derived=True)


def _in(claim: Claim, shown: str, alt: str) -> bool:
    if claim.number is None:
        return any(shown in line and line in alt for line in claim.text.split("\n") if line)
    whole = rf"(?<![\d.,]){re.escape(shown)}(?!\d)"
    return bool(shown) and (not claim.label or claim.label in alt) and re.search(whole, alt) is not None


def _rows(page: Page, rows: dict[str, FigureRow]) -> Iterator[Claim]:
    """The rows of a table that lists figures with their labels and values, whichever of them stands first.

    A value may begin with a capital there, break after its word and have a fraction in figures; what is said beside a
    label may follow it. Answers to one question stand together. With a figure stand those that it rests on.
    """
    known = {
        frozenset((_loose(row.label), _loose(shown))): row
        for row in rows.values()
        for shown in (row.shown, row.in_figures)
    }
    told: dict[str, str] = {}
    for item in page.items:
        if isinstance(item, TableItem):
            for cells in item.rows:
                told_first = [_openings(cell.paragraphs[0]) for cell in cells if cell.paragraphs]
                pairs = chain.from_iterable(product(*beside) for beside in pairwise(told_first))
                row = next((known[frozenset(pair)] for pair in pairs if frozenset(pair) in known), None)
                for one in (row,) if row else _answers(cells, rows):
                    told |= {name: rows[name].shown for name in (one.name, *one.rests_on) if name in rows}
    for name, shown in told.items():
        yield Claim(f"figures/{name}", "table", shown, page.number, ((name, shown),), derived=True)


def _answers(cells: Sequence[FrameCell], rows: Mapping[str, FigureRow]) -> tuple[FigureRow, ...]:
    """The figures that are told with others of their question: each value with its answer."""
    said = _loose("\n".join(_plain(cell.paragraphs) for cell in cells))
    answers = {part for line in said.split("\n") for part in line.split(_loose(BESIDE))}
    return tuple(
        row
        for row in rows.values()
        if row.question and _loose(row.question) in said and _loose(f"{row.in_figures} {row.answer}") in answers
    )


def _openings(paragraph: FrameParagraph) -> tuple[str, ...]:
    """What a cell says, and what it begins with."""
    return tuple(dict.fromkeys(_loose(said) for said in (paragraph.plain, *(run.text for run in paragraph.runs[:1]))))


def _loose(said: str) -> str:
    return said.casefold().replace("\u00a0", " ")


def _plain(paragraphs: Sequence[FrameParagraph]) -> str:
    return "\n".join(part.plain for part in paragraphs)


def _left_over(pages: list[Page], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Figures that no field of the slide says: in a chapter's title on an agenda, in the deck's subtitle."""
    covered = {name for claim in claims if not claim.derived for name, _ in claim.figures}
    for page in pages:
        for item in page.items:
            used = tuple((name, shown) for name, shown in _used(item) if name not in covered)
            if used:
                place: Place = "table" if isinstance(item, TableItem) else _place(item)
                said = used[0][1] if isinstance(item, TableItem) else _item_text(item)
                yield Claim(page.path(item), place, said, page.number, used, derived=True)


def _place(item: Item) -> Place:
    slot = item.slot if isinstance(item, TextItem) else None
    return "title" if slot and slot.type in _TITLES else "text"


def _item_text(item: Item) -> str:
    return _plain(item.paragraphs) if isinstance(item, TextItem) else ""


def _used(item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case TextItem():
            parts = list(item.paragraphs)
        case TableItem():
            parts = [part for row in item.rows for cell in row for part in cell.paragraphs]
        case ShapeItem() | ChartItem() | PictureItem() | GroupItem():
            return
        case _:
            assert_never(item)
    yield from ((run.figure, run.text) for part in parts for run in part.runs if run.figure)
