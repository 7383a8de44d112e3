"""Two decks side by side. In: two DeckViews. Out: what only one says, what both say otherwise, and contradictions.

A contradiction is a figure that shows another value, a chart value that differs, or a text in the same place whose
numbers differ where at least one of them is bound to no figure: two figures are two facts and contradict nobody.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from deckgen.compare.alignment import align
from deckgen.compare.claims import Claim, DeckView, SlideView, plain_number
from deckgen.model.lazy_dataclasses import dataclass

Verdict = Literal["only-left", "only-right", "other-words", "contradiction"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that the two do not share; the side that says nothing is None. `why` is said of contradictions."""

    verdict: Verdict
    path: str
    left: Claim | None
    right: Claim | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class SlideSides:
    """A slide that at least one deck has; `same` counts the claims that both say in the same words."""

    id: str
    left: SlideView | None
    right: SlideView | None
    same: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class SectionSides:
    """A section; empty title where that deck has none. A slide stands where the left deck has it."""

    id: str
    left: str
    right: str
    slides: tuple[SlideSides, ...]


@dataclass(frozen=True, slots=True)
class NumberSides:
    """A figure as each deck shows it; empty where a deck does not."""

    name: str
    label: str
    left: str
    right: str
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`place` is a figure, or a slide and a field path; `at` says where both stand, as (deck, page, slide, path)."""

    place: str
    left: str
    right: str
    why: str
    at: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    left: DeckView
    right: DeckView
    facts: tuple[Difference, ...]
    sections: tuple[SectionSides, ...]
    numbers: tuple[NumberSides, ...]
    contradictions: tuple[Contradiction, ...]


def compare(left: DeckView, right: DeckView) -> Sides:
    """Both decks by section, slide, claim and number, in the order of the left deck."""
    sections, figures = _sections(left, right), _numbers(left, right)
    found = [_of_figure(figure, left, right) for figure in figures if figure.contradicts]
    for section in sections:
        for slide in section.slides:
            found += [
                _of_claim(one, slide, left, right) for one in slide.differences if one.verdict == "contradiction"
            ]
    _, facts = _differences(left.facts, right.facts)
    return Sides(left, right, facts, sections, figures, tuple(found))


def _sections(left: DeckView, right: DeckView) -> tuple[SectionSides, ...]:
    ones, others = left.by_id, right.by_id
    listed: dict[str, list[str]] = {section.id: list(section.slides) for section in left.sections}
    for section in right.sections:
        here = listed.setdefault(section.id, [])
        here += [id for id in section.slides if id not in ones]
    return tuple(
        SectionSides(
            id,
            left.section_title(id),
            right.section_title(id),
            tuple(_slide(slide, ones.get(slide), others.get(slide)) for slide in slides),
        )
        for id, slides in listed.items()
    )


def _slide(id: str, left: SlideView | None, right: SlideView | None) -> SlideSides:
    if left is None or right is None:
        return SlideSides(id, left, right, 0, ())
    same, differences = _differences(left.own, right.own)
    return SlideSides(id, left, right, same, differences)


def _differences(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> tuple[int, tuple[Difference, ...]]:
    same, found = 0, []
    for one, other in align(left, right):
        if one and other and one.text == other.text and one.number == other.number:
            same += 1
        else:
            found.append(_difference(one, other))
    return same, tuple(found)


def _difference(left: Claim | None, right: Claim | None) -> Difference:
    if left is None or right is None:
        claim = left or right
        assert claim is not None
        return Difference("only-left" if left else "only-right", claim.path, left, right)
    why = _why(left, right)
    return Difference("contradiction" if why else "other-words", left.path, left, right, why)


def _why(left: Claim, right: Claim) -> str:
    """How two claims in one place contradict each other; empty where they do not, or a figure answers for it."""
    if _names(left) == _names(right) != ():
        return ""
    if left.number is not None and right.number is not None:
        if left.number == right.number or (left.place != "chart" and _names(left) and _names(right)):
            return ""
        return f"the value is {plain_number(left.number)} in one and {plain_number(right.number)} in the other"
    one, other = left.said - right.said, right.said - left.said
    if not one or not other or (one <= left.bound and other <= right.bound):
        return ""
    return f"one says {_listed(one)}, the other {_listed(other)}"


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(name for name, _ in claim.figures)


def _listed(values: frozenset[Decimal]) -> str:
    return " and ".join(plain_number(value) for value in sorted(values))


def _numbers(left: DeckView, right: DeckView) -> tuple[NumberSides, ...]:
    names = dict.fromkeys((*left.figures, *right.figures))
    made = []
    for name in names:
        one, other = left.figures.get(name), right.figures.get(name)
        known = one or other
        assert known is not None
        differ = bool(one and other and one.shown != other.shown)
        made.append(NumberSides(name, known.label, one.shown if one else "", other.shown if other else "", differ))
    return tuple(made)


def _of_figure(figure: NumberSides, left: DeckView, right: DeckView) -> Contradiction:
    at = tuple(place for view in (left, right) for place in shown_at(view, figure.name))
    return Contradiction(figure.name, figure.left, figure.right, "the figure shows another value", at)


def shown_at(view: DeckView, name: str) -> tuple[tuple[str, int, str, str], ...]:
    """Where a deck itself shows a figure: (deck, page, slide, path)."""
    return tuple(
        (view.deck, claim.page, slide.id, claim.path)
        for slide in view.slides
        for claim in slide.own
        if name in _names(claim)
    )


def _of_claim(found: Difference, slide: SlideSides, left: DeckView, right: DeckView) -> Contradiction:
    at = tuple(
        (view.deck, claim.page, slide.id, claim.path)
        for view, claim in ((left, found.left), (right, found.right))
        if claim
    )
    said = [claim.text if claim else "" for claim in (found.left, found.right)]
    return Contradiction(f"{slide.id} {found.path}", said[0], said[1], found.why, at)
