"""What changed in one deck since an earlier one. In: the deck before and after, and what is known of its figures.

Out: slides that came, went and moved, texts word by word, and numbers with their cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from deckgen.compare.alignment import align
from deckgen.compare.causes import History, causes
from deckgen.compare.claims import Claim, DeckView, SlideView, place_of, plain_number
from deckgen.compare.sides import shown_at
from deckgen.compare.words import Piece, word_diff
from deckgen.figures.provenance import how, origin
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.order import moved

_SAID_OF_FIGURES = ("label", "source", "as_of", "base", "how", "note", "data_note")
_MOST_NAMED = 3
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class SlideChange:
    """A slide that came, went or moved, with its title, pages (0: not there) and the titles of its sections."""

    id: str
    title: str
    before_page: int
    after_page: int
    before_section: str
    after_section: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """A claim that changed; `before` or `after` is empty where it came or went. Slide "" is the deck itself.

    What is said of figures has the path "source of members, answered".

    `figures` are those whose new values are all that changed in it; `written` is its file:line in the content.
    """

    slide: str
    page: int
    path: str
    before: str
    after: str
    words: tuple[Piece, ...]
    figures: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A figure that both decks show, with another value; `at` as (deck, page, slide, path) in the deck after."""

    name: str
    label: str
    before: str
    after: str
    causes: tuple[str, ...]
    at: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    before: DeckView
    after: DeckView
    added: tuple[SlideChange, ...]
    removed: tuple[SlideChange, ...]
    moved: tuple[SlideChange, ...]
    sections: tuple[TextChange, ...]
    numbers: tuple[NumberChange, ...]
    texts: tuple[TextChange, ...]
    figures_added: tuple[str, ...]
    figures_removed: tuple[str, ...]

    @property
    def any(self) -> bool:
        return any((self.added, self.removed, self.moved, self.sections, self.numbers, self.texts))


def changes(before: DeckView, after: DeckView, known: History) -> Changes:
    """Everything that a reader of the deck would find changed, in the order of the deck after."""
    old, new = before.by_id, after.by_id
    numbers = tuple(_numbers(before, after, known))
    answers = _answers(numbers, before, after, known)
    texts = [*_texts("", before.facts, after.facts, answers, known)]
    for slide in after.slides:
        if slide.id in old:
            texts += _texts(slide.id, old[slide.id].own, slide.own, answers, known)
    texts += _origins(before, after)
    return Changes(
        before,
        after,
        tuple(_slide(None, slide, before, after) for slide in after.slides if slide.id not in old),
        tuple(_slide(slide, None, before, after) for slide in before.slides if slide.id not in new),
        tuple(_slide(old[id], new[id], before, after) for id in _moved(before, after)),
        tuple(_sections(before, after)),
        tuple(_placed(one, after.deck, texts) for one in numbers),
        tuple(texts),
        tuple(name for name in after.figures if name not in before.figures),
        tuple(name for name in before.figures if name not in after.figures),
    )


def _moved(before: DeckView, after: DeckView) -> tuple[str, ...]:
    """Slides that stand elsewhere among those that both have, or in another section, in the order after."""
    old, new = before.by_id, after.by_id
    out_of_order = set(moved(list(old), list(new)))
    return tuple(id for id in new if id in old and (id in out_of_order or old[id].section != new[id].section))


def _slide(old: SlideView | None, new: SlideView | None, before: DeckView, after: DeckView) -> SlideChange:
    one = new or old
    assert one is not None
    return SlideChange(
        one.id,
        one.title,
        old.page if old else 0,
        new.page if new else 0,
        # A section that is only called something else has not been left.
        (after if new and old.section == new.section else before).section_title(old.section) if old else "",
        after.section_title(new.section) if new else "",
    )


def _sections(before: DeckView, after: DeckView) -> Iterable[TextChange]:
    """Sections that came, went or are called something else."""
    ids = dict.fromkeys(section.id for section in (*before.sections, *after.sections))
    for id in ids:
        old, new = before.section_title(id), after.section_title(id)
        # The opening section is called as the deck is, whose title is compared as such.
        if old != new and id != "opening":
            yield TextChange("", 0, f"sections/{id}", old, new, word_diff(old, new), (), "")


def _numbers(before: DeckView, after: DeckView, known: History) -> Iterable[NumberChange]:
    for name, row in after.figures.items():
        old = before.figures.get(name)
        if old is not None and old.shown != row.shown:
            why = causes(name, known) or _unknown(name, known)
            label = known.after[name].label if name in known.after else row.label
            yield NumberChange(name, label, old.shown, row.shown, why, shown_at(after, name))


def _placed(number: NumberChange, deck: str, texts: Iterable[TextChange]) -> NumberChange:
    """With the places where its new value is all that changed: a built file does not say what a text is bound to."""
    at = ((deck, text.page, text.slide, text.path) for text in texts if number.name in text.figures)
    return replace(number, at=tuple(dict.fromkeys((*number.at, *at))))


def _unknown(name: str, known: History) -> tuple[str, ...]:
    """What can be said where the figure before is not known: where the value of today comes from."""
    figure = known.after.get(name)
    if figure is None:
        return ()
    value = f"the value {plain_number(figure.value)} is {origin(figure.provenance)} there"
    made = how(figure.provenance, known.after) or value
    return (f"{place_of(figure.span, known.folder)}: {made}",)


def _texts(
    slide: str,
    before: tuple[Claim, ...],
    after: tuple[Claim, ...],
    answers: Mapping[tuple[str, str], str],
    known: History,
) -> Iterable[TextChange]:
    for old, new in align(before, after):
        if old and new and old.text == new.text and old.number == new.number:
            continue
        claim = new or old
        assert claim is not None
        one, other = old.text if old else "", new.text if new else ""
        words = word_diff(one, other)
        because = _because(old, new, words, answers) if old and new else ()
        page = new.page if new else 0
        written = place_of(new.span, known.folder) if new else ""
        yield TextChange(slide, page, claim.path, one, other, words, because, written)


def _origins(before: DeckView, after: DeckView) -> Iterable[TextChange]:
    """What is said of where figures come from; what is said alike of several is told once.

    The numbers in it are other figures, which are told as such.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for name, row in after.figures.items():
        old = before.figures.get(name, row)
        for part in _SAID_OF_FIGURES:
            one, other = getattr(old, part), getattr(row, part)
            if _NUMBER.sub("", one) != _NUMBER.sub("", other):
                found.setdefault((part, one, other), []).append(name)
    for (part, one, other), names in found.items():
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        path = f"{part.replace('_', '-')} of {', '.join(names[:_MOST_NAMED])}{more}"
        yield TextChange("", 0, path, one, other, word_diff(one, other), (), "")


def _because(
    old: Claim, new: Claim, words: tuple[Piece, ...], answers: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    """The figures that account for all of a change; none where something else changed too."""
    if old.pattern and new.pattern:
        changed = frozenset(answers.values())
        used = tuple(name for name, _ in new.figures if name in changed)
        return tuple(dict.fromkeys(used)) if old.pattern == new.pattern else ()
    if old.pattern or new.pattern:
        return ()
    gone = [_bare(piece.text) for piece in words if piece.what == "removed"]
    came = [_bare(piece.text) for piece in words if piece.what == "added"]
    found = [answers.get(pair, "") for pair in zip(gone, came, strict=False)]
    return tuple(dict.fromkeys(found)) if found and all(found) and len(gone) == len(came) else ()


def _answers(
    numbers: tuple[NumberChange, ...], before: DeckView, after: DeckView, known: History
) -> dict[tuple[str, str], str]:
    """What each figure replaced by what: "375" by "381" where "mindst 375" became "mindst 381", "syv" by "seks"."""
    found: dict[tuple[str, str], str] = {}
    for one in numbers:
        pieces = word_diff(one.before, one.after)
        gone = [_bare(piece.text) for piece in pieces if piece.what == "removed"]
        came = [_bare(piece.text) for piece in pieces if piece.what == "added"]
        old, new = before.figures[one.name].value, after.figures[one.name].value
        said = [] if old is None or new is None else [(say(old), say(new)) for say in (plain_number, known.words)]
        for pair in (*zip(gone, came, strict=False), *said):
            found.setdefault(pair, one.name)
    return found


def _bare(text: str) -> str:
    """Words without the marks around them, and without a capital that began a sentence."""
    return text.strip(" \u00a0\n.,;:!?()").casefold()
