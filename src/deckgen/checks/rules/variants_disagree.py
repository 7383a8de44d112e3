"""Variants of one text that say different numbers.

Why: what the board is told and what the directorate is told about the same slide are compared as soon as they meet,
and a translation that says `four` for `tre` is wrong for one of its readers. Variants for audiences are held against
each other sentence by sentence, where they speak of the same, and against what everybody reads on the slide;
translations number by number.

Example: `notes: {board: Fire klynger er her., directorate: Fem klynger er her.}`

Mend: say the same number in both, or bind it: `${present|words}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.amounts import Amount, amounts, written_counts
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.prose import Said, slide_texts
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.content import Slide
from deckgen.model.known import Held
from deckgen.model.language import Language
from deckgen.model.reading import Reading

CODE: Final = "variants-disagree"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say the same number in both, or bind it to a figure: `${name|words}`"
EXAMPLE: Final = {
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}"}
    minutes: 5
    notes:
      board: Tre klynger overvejer et kontor.
      directorate: Fire klynger overvejer et kontor.
""",
}
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?:;])\s+|\n")


def check(subject: Subject) -> Iterator[Fault]:
    original = subject.original
    audience = subject.plan.audience
    slots = frozenset(float(deck.minutes) for content in subject.contents.values() for deck in content.decks.values())
    for _, written in subject.slides:
        for content in subject.others.values():
            other = content.slides.get(written.id)
            if other is not None and other is not written:
                found = partial(_of_another_audience, written, other, subject.language, slots)
                yield from subject.known.made(written, found, CODE, Held("other", other), slots)
        first = original.contents[audience].slides.get(written.id) if original else None
        if original and first:
            yield from _compared(written, first, subject.language, original.language, slots)


def _of_another_audience(
    written: Slide, other: Slide, language: Language, slots: frozenset[float]
) -> tuple[Fault, ...]:
    """What two audiences are told otherwise on a slide."""
    by_path = _against_the_slide(_by_path(written), _by_path(other), language)
    return (*_compared(written, other, language, language, slots), *by_path)


def _against_the_slide(own: dict[str, Said], others: dict[str, Said], language: Language) -> Iterator[Fault]:
    """A number in digits that one audience is told of what everybody reads on the slide with other numbers."""
    common = [text for path, text in own.items() if path in others and others[path].plain == text.plain]
    for path, text in own.items():
        if path not in others or others[path].plain == text.plain:
            continue
        for words, numbers in _in_clauses(text, language):
            for other in common if len(numbers) == 1 else ():
                for said, shown in _in_clauses(other, language):
                    if shown and words and shared(said, words) == len(words) and not numbers & shown:
                        related = (Related(other.span, other.plain),)
                        told = f"{min(numbers):g}"
                        yield Fault(
                            f"one audience is told {told}, and the slide says otherwise", text.span, related=related
                        )


def _in_clauses(text: Said, language: Language) -> Iterator[tuple[Words, frozenset[float]]]:
    """What each clause of a text is about, and its numbers in digits but for years."""
    for sentence in sentences(text.plain, language):
        for clause in re.split(r",(?!\d)", sentence):
            numbers = frozenset(float(one) for one in language.numbers.read(_YEAR.sub("", clause)))
            yield content_words(clause, language.prose.reading), numbers


def _by_path(slide: Slide) -> dict[str, Said]:
    return {said.path: said for said in slide_texts(slide) if said.path and said.plain}


def _compared(
    slide: Slide, otherwise: Slide, language: Language, other: Language, slots: frozenset[float]
) -> Iterator[Fault]:
    """Faults of the texts at one path; how long each meeting takes, one of `slots`, may differ."""
    others = _by_path(otherwise)
    for path, text in _by_path(slide).items():
        variant = others.get(path)
        if variant is None or variant.plain == text.plain:
            continue
        if language is other:
            pairs = _of_audiences(text.plain, variant.plain, language)
        else:
            pairs = _of_languages(text.plain, variant.plain, language.prose.reading, other.prose.reading)
        for one, another in pairs:
            if not {one.low, another.low} & slots:
                yield _fault(text, one, variant, another)


def _fault(text: Said, one: Amount, variant: Said, other: Amount) -> Fault:
    """The same fault whichever variant is looked at first."""
    ends = sorted(((text.span, one.said), (variant.span, other.said)), key=lambda end: (end[0].line, end[0].column))
    (first, said), (last, otherwise) = ends
    return Fault(f'one variant says "{said}", another "{otherwise}"', last, related=(Related(first, f'"{said}"'),))


def _of_audiences(one: str, other: str, language: Language) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of sentences that speak of the same, where neither text has the amount of the other."""
    own, theirs = _in_sentences(one, language), _in_sentences(other, language)
    for amount, words in own:
        same = [(another, said) for another, said in theirs if _is_of_sort(another, amount)]
        about = [another for another, said in same if _are_about_one(words, said)]
        if about and not any(_agree(amount, another) for another, _ in same):
            different = about[0]
            if not any(_agree(different, known) for known, _ in own if _is_of_sort(known, different)):
                yield amount, different


def _in_sentences(said: str, language: Language) -> list[tuple[Amount, Words]]:
    return [
        (amount, content_words(sentence.replace(amount.said, " "), language.prose.reading))
        for sentence in _SENTENCE.split(said)
        for amount in (*amounts(sentence, language.prose.reading), *written_counts(sentence, language))
    ]


def _is_of_sort(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be the same: counts are of the same thing, which one in digits may leave out."""
    in_digits = any(said.said[0].isdigit() for said in (one, other))
    same = one.noun == other.noun or (in_digits and not (one.noun and other.noun))
    return one.sort == other.sort and (one.sort != "count" or same)


def _are_about_one(one: Words, other: Words) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and 2 * shared(long, short) >= len(short)


def _of_languages(one: str, other: str, reading: Reading, second: Reading) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of a text and its translation by their size, where both say as many of each sort."""
    own, theirs = (
        [amount for line in said.splitlines() for amount in amounts(line, known)]
        for said, known in ((one, reading), (other, second))
    )
    for sort in ("share", "growth", "count"):
        mine = sorted((one for one in own if one.sort == sort), key=lambda one: one.low + one.high)
        other_side = sorted((one for one in theirs if one.sort == sort), key=lambda one: one.low + one.high)
        if len(mine) == len(other_side) and len(own) == len(theirs):
            yield from (pair for pair in zip(mine, other_side, strict=True) if not _agree(*pair))


def _agree(one: Amount, other: Amount) -> bool:
    return one.low <= other.high and other.low <= one.high
