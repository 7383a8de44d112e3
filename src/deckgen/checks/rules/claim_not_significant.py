"""More, fewer, rose or fell, of two numbers that chance alone may have set apart.

Why: `Flere mænd end kvinder` over 52 and 46 per cent of a hundred is said with the same weight as a difference that
everybody would find again. Where a tabulation compares its groups (`compare:`), a sentence that names two of them by
their figures and sets one over the other is held against what was found, at the level that is declared there. A group
too small to be tested cannot bear such a sentence either.

Example: `title: Flere små (${table.yes.small-1}) end store (${table.yes.large-1}) siger ja`, of which neither has the
letter of the other.

Mend: say that they are alike, or nothing of it; or ask more respondents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.clauses import sentences
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.figure import Figure, Tabulated
from deckgen.model.text import Paragraph

CODE: Final = "claim-not-significant"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "say that they are alike, or nothing of it: chance alone may have set them apart"
EXAMPLE: Final = {
    "content/answers.csv": "size;started;q\n"
    + "small;21-02-2021;1\n" * 21
    + "small;21-02-2021;2\n" * 19
    + "large;21-03-2021;1\n" * 19
    + "large;21-03-2021;2\n" * 21,
    "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      q: {type: single, label: Er I med?, options: {1: Ja, 2: Nej}}
tabulations:
  size: {data: answers, question: size, statistic: count}
  yes: {data: answers, question: q, statistic: share, by: size, compare: {level: 95}}
""",
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items:
      - De fleste er små virksomheder
      - Flere små (${table.yes.small-1}) end store (${table.yes.large-1}) siger ja
    minutes: 3
""",
}
_FIGURE: Final = re.compile("\ue000([^\ue001]*)\ue001")
_BOTH: Final = 2


def check(subject: Subject) -> Iterator[Fault]:
    claims = subject.language.prose.reading.claims
    for _, said in subject.said:
        for text in said:
            for paragraph in text.paragraphs:
                for sentence in sentences(_named(paragraph), subject.language):
                    plain = _FIGURE.sub("0", sentence)
                    word = next(filter(None, (found(one, plain) for one in _sets_apart(subject))), None)
                    if word and not found(claims.perhaps, plain):
                        yield from (
                            Fault(f'"{word[0].split()[0]}" is said, and {why}', text.span, related=related)
                            for why, related in _alike(_FIGURE.findall(sentence), subject)
                        )


def _sets_apart(subject: Subject) -> tuple[str, ...]:
    """What says that one number is above another."""
    claims = subject.language.prose.reading.claims
    return (claims.compares, claims.rising, claims.falling)


def _named(paragraph: Paragraph) -> str:
    """A paragraph with the names of figures in their places, which may stand in parentheses within a sentence."""
    named = (f"\ue000{run.figure.name}\ue001" if run.figure else run.text for run in paragraph.runs)
    return "".join(named).replace("(", " ").replace(")", " ")


def _alike(names: list[str], subject: Subject) -> Iterator[tuple[str, tuple[Related, ...]]]:
    """Why two figures of a sentence may not be set apart; nothing where they differ, or it is not known."""
    known = {name.casefold(): figure for name, figure in subject.content.figures.items()}
    figures = [known[name] for name in dict.fromkeys(names) if name in known]
    cells = [(figure, cell) for figure in figures if (cell := _cell(figure, subject))]
    if len(cells) != _BOTH:
        return
    (one, (table, first)), (other, (same, second)) = cells
    how = table.compared
    alike = (first.by, first.answer, first.part) == (second.by, second.answer, second.part)
    is_pair = same is table and alike and first.group != second.group
    if how is None or how.with_total or not is_pair:
        return
    related = (Related(table.span, "compared here"),)
    if not (first.letter and second.letter):
        why = f"`{one.name}` and `{other.name}` are of fewer than {how.least} respondents, who are not compared"
        yield why, related
    elif first.letter not in second.marks and second.letter not in first.marks:
        yield f"`{one.name}` and `{other.name}` do not differ at {how.level.normalize():f} per cent", related


def _cell(figure: Figure, subject: Subject) -> tuple[Tabulation, TabulationRow] | None:
    """The tabulation that a figure is of, and its row; None where groups are not compared there."""
    if not isinstance(figure.provenance, Tabulated):
        return None
    table = subject.content.tabulations.get(figure.provenance.table)
    row = table.row(figure.provenance.key) if table and table.compared else None
    return (table, row) if table and row and row.by else None
