"""A title that counts what the slide lists, and counts wrong.

Why: `Vi anbefaler fem skridt` over four is noticed before the first is read. A number that begins the title, or
that ends it with its noun, is held against the list of a slide that recommends, asks or names people; on others,
only where the deck says elsewhere how many of them there are. An agenda says how many parts the meeting has and
how long it takes: the chapters and the minutes of the deck file.

Example: `title: Mødet har fire spørgsmål`, over two of them.

Mend: count again, or write the one that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.patterns import found
from deckgen.checks.figures.table_cells import table_rows
from deckgen.checks.text.amounts import amounts
from deckgen.checks.text.clauses import clauses, sentences
from deckgen.checks.text.prose import Said
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import PlannedSlide
from deckgen.model.texts import texts

CODE: Final = "count-not-shown"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "count again, or write the one that is missing"
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Fire spørgsmål giver retning for det videre arbejde
    questions: [Hvad skal der til?, Hvem skal være med?]
    minutes: 2
""",
}
LISTING: Final = frozenset(("recommendation", "ask", "dialogue"))
"""What slides are for whose list is what their titles count."""
FEWEST, MOST = 2, 12
"""Items that a title counts."""
_OPTIONS: Final = "options"
"""The list that a title counts where there is one, and not the criteria beside it."""
OFF: Final = 2
"""How far off it is where it means the list."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that counts a noun: what is said, how many, and the word behind it; `advised`: so many are advised."""

    said: str
    number: int
    noun: str
    start: int
    advised: bool = False


def check(subject: Subject) -> Iterator[Fault]:
    claims = subject.language.prose.reading.claims
    if not claims.parts:
        return
    counted = [one for _, said in subject.said for text in said for one in _counts(text.plain, subject.language)]
    for slide, said in subject.said:
        if subject.kind(slide).purpose == "agenda":
            yield from (fault for text in said for fault in _agenda(text, slide, subject))
        else:
            yield from _title(slide, counted, subject)
    yield from _of_options(subject)


def _of_options(subject: Subject) -> Iterator[Fault]:
    """`one of four options`, where the one slide of the deck that lists options has three."""
    reading = subject.language.prose.reading
    listed = [slide for slide, _ in subject.slides if len(getattr(slide.fields, _OPTIONS, ())) > 1]
    for slide, said in subject.said if len(listed) == 1 else ():
        many = len(getattr(listed[0].fields, _OPTIONS))
        for text in said if slide is not listed[0] else ():
            match = found(reading.comparing.one_of, text.plain.casefold())
            number = reading.amounts.numbers.get(match["n"], 0) if match else 0
            if match and number and number != many:
                yield Fault(f'"{match[0]}" is said, and `{listed[0].id}` has {many}', text.span)


def _title(slide: PlannedSlide, counted: list[_Count], subject: Subject) -> Iterator[Fault]:
    """What the title counts, where it is not how many items the slide has."""
    listed = _lists(slide.fields)
    said = tuple(_leading(slide.title.plain, subject.language))
    others = _all_numbers(slide.title.plain, subject.language)
    if not listed or not others.isdisjoint(listed):
        return
    is_list = subject.kind(slide).purpose in LISTING or hasattr(slide.fields, "people")
    # What the items count too is something else than they are: "to havne prøver af" is one of three steps.
    inside = {(one.number, one.noun) for text in texts(slide.fields) for one in _counts(text.plain, subject.language)}
    for one in said:
        if (one.number, one.noun) in inside:
            continue
        many = {other.number for other in counted if other.noun == one.noun} - {one.number}
        near = [count for count in listed if abs(count - one.number) <= OFF]
        if near and (is_list or one.advised or many & set(near)):
            yield Fault(f'the title says "{one.said} {one.noun}", and the slide has {near[0]}', slide.title.span)


def _lists(content: Any) -> list[int]:
    """How many items each list of a slide has; none of a chart or a table, whose rows are something else."""
    if isinstance(content, ChartFields) or table_rows(content) or not is_dataclass(content):
        return []
    names = [one.name for one in fields(content)]
    lists = [getattr(content, name) for name in ([_OPTIONS] if _OPTIONS in names else names)]
    long = [one for one in lists if isinstance(one, tuple) and FEWEST <= len(one) <= MOST]
    return [len(one) for one in long if all(is_dataclass(item) for item in one)]


def _leading(title: str, language: Language) -> Iterator[_Count]:
    """The counts of a title that stand where its list is named: at its beginning, or with their noun at its end."""
    claims, advises = language.prose.reading.claims, language.prose.reading.advises
    for sentence in sentences(title, language):
        for clause in clauses(sentence, language):
            for one in _counts(clause, language):
                before, _, behind = clause.partition(f"{one.said} ")
                aside = found(claims.aside, before.rstrip())
                of_all = rf"(?: .*{language.prose.reading.of_whole})?"
                advised = bool(advises) and bool(re.search(rf"(?:{advises}){of_all}\s*\Z", before))
                if not aside and (not before.strip() or behind.strip() == one.noun or advised):
                    yield replace(one, advised=advised)


def _all_numbers(said: str, language: Language) -> set[int]:
    """Every number of a title, whatever it counts."""
    known = language.prose.reading.amounts.numbers
    words = {known[word] for word in re.findall(r"[^\W\d_]+", said.casefold()) if word in known}
    return words | {int(number) for number in re.findall(r"\d+", said)}


def _counts(said: str, language: Language) -> Iterator[_Count]:
    """The numbers from two to twelve of a text that count a noun, which is none of time, money or measure."""
    spans = language.prose.reading.claims.spans
    shares = [one for one in amounts(said, language.prose.reading) if one.sort != "count"]
    for one in _all_counts(said, language):
        apart = not any(share.start <= one.start < share.end for share in shares)
        if FEWEST <= one.number <= MOST and apart and not found(rf"^{spans}$", one.noun):
            yield one


@cache
def _counted(language: Language) -> re.Pattern[str]:
    words = "|".join(language.prose.reading.amounts.numbers)
    return re.compile(rf"(?<![\w.,–-])(?:(?P<word>{words})|(?P<digits>\d{{1,2}})) (?P<noun>[^\W\d_]{{3,}})")


def _agenda(text: Said, slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    """What an agenda says of the parts and the minutes of the meeting."""
    claims, language = subject.language.prose.reading.claims, subject.language
    chapters, minutes = len(slide.agenda), subject.deck.minutes
    for clause in (one for sentence in sentences(text.plain, language) for one in sentence.split(", ")):
        whole = not found(claims.in_part, clause)
        for one in _all_counts(clause, language):
            if found(rf"^{claims.parts}$", one.noun) and chapters and one.number != chapters:
                yield Fault(
                    f'the agenda says "{one.said} {one.noun}", and the deck has {chapters} chapters', text.span
                )
            if whole and found(rf"^{claims.minutes}$", one.noun) and one.number != minutes:
                yield Fault(f'the agenda says "{one.said} {one.noun}", and the meeting has {minutes}', text.span)
        for pattern, length in claims.hours if whole else ():
            match = found(pattern, clause)
            if match and length != minutes:
                yield Fault(f'the agenda says "{match[0]}", and the meeting has {minutes} minutes', text.span)


def _all_counts(said: str, language: Language) -> Iterator[_Count]:
    for match in _counted(language).finditer(said.casefold()):
        number = language.prose.reading.amounts.numbers.get(match["word"] or "", 0) or int(match["digits"] or 0)
        yield _Count(match["word"] or match["digits"], number, match["noun"], match.start())
