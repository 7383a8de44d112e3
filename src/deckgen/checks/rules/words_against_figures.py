"""Words that say another number than the figures do.

Why: `under halvdelen` above a bar of 58 % is the first thing that a reader sees and the last that an author looks at,
since no number stands there in digits. Fractions, majorities, growth and counts in words are held against the numbers
that the slide shows; a text about a share of another slide, by all the words of its label, against that.

A word is wide: a half is 46 to 54 %, `knap` and `godt` give more room on their side. Where a clause names none of
the numbers, nothing is said, unless it is the title of a slide that shows a finding.

Example: `title: Under halvdelen af klyngerne er til stede`, above `${present}` of `${answered}`, 7 of 12.

Mend: say what the figures say, or show the number that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.facts import Fact, facts, place_of, share_facts
from deckgen.checks.figures.in_words import against, is_meant
from deckgen.checks.text.amounts import Amount, amounts
from deckgen.checks.text.prose import Said
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.number import literal
from deckgen.model.plan import PlannedSlide

CODE: Final = "words-against-figures"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say what the figures say, or show the number that is meant"
MOST_NAMED: Final = 3
EXAMPLE: Final = {
    "content/presence.yaml": """\
slides:
  - id: survey.presence
    kind: chart
    title: Under halvdelen af klyngerne er til stede i regionen
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}", emphasis: true}
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    reading = subject.language.prose.reading
    elsewhere = share_facts((row.name for row in subject.plan.figure_rows), subject.content, subject.language)
    for slide, said in subject.said:
        spoken = [(text, part.plain) for text in said for part in text.paragraphs]
        words = [(text, amount) for text, line in spoken for amount in amounts(line, reading)]
        found = facts(slide, said, subject.content, subject.language, subject.shows(slide)) if words else ()
        for text, amount in words:
            yield from _judged(text, amount, found, elsewhere, slide, subject)


def _judged(
    text: Said,
    amount: Amount,
    found: tuple[Fact, ...],
    elsewhere: tuple[Fact, ...],
    slide: PlannedSlide,
    subject: Subject,
) -> Iterator[Fault]:
    kind = subject.kind(slide)
    claims = text.path == "title" and kind.purpose in ("finding", "reference")
    wrong = against(amount, found, place_of(text.path), claims)
    if amount.sort == "share" and not wrong and not is_meant(amount, found, place_of(text.path)):
        named = tuple(fact for fact in elsewhere if fact.is_named(amount.words))
        wrong = against(amount, named, "", False)
    if wrong:
        shown = ", ".join(dict.fromkeys(_shown(fact, subject) for fact in wrong[:MOST_NAMED]))
        related = tuple(Related(fact.figure.span, "the figure") for fact in wrong[:1] if fact.figure)
        yield Fault(f'"{amount.said}" is not what the figures say: {shown}', text.span, related=related)


def _shown(fact: Fact, subject: Subject) -> str:
    if fact.figure:
        return f"`{fact.figure.name}` is {subject.language.show(fact.figure.number('plain'))}"
    return subject.language.show(literal(Decimal(str(fact.value))))
