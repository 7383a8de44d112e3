"""A reference to a slide that this deck does not have.

Why: a link that leads nowhere stops a meeting, and the id of a slide for others tells that there is one. Looked at
are links on the page, ids of slides in a text, and ids under `supports` that no slide of this audience has; pages
that a text names by their number (`se side 14`), which are not there or do not hold the table or the chart that is
named; figures and tables that are named by a number, which a deck does not give them; and ids that differ from one
of the deck by a slip, or that a text refers to (`se survey.answers`).

Example: a note that says `se survey.response`, where only the directorate has that slide.

Mend: name another slide, or keep the text for the audience that has it. Write `[](#id)` for a page number, which
the deck then counts.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.grid import grid_of
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Fault, Severity
from deckgen.model.frames import ChartItem, TableItem, TextItem
from deckgen.model.reading import Reading

CODE: Final = "dangling-reference"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "frames"
HINT: Final = "name a slide of this deck, or keep the reference for those who see it"
COUNTED: Final = "write `[](#id)` where the number of a page is to stand: the deck counts it"
NAMED: Final = "name the slide: `[words](#id)` leads there, `[](#id)` is the number of its page"
NEAR: Final = 0.85
"""How like an id must be to one of the deck to be a slip of it."""
WHOLE: Final = True
_LETTERED: Final = re.compile(r"(?<!\w)([^\W\d_]{3,}) ([A-H])(?![\w’'.-])")
"""What is told apart by a letter."""
EXAMPLE: Final = {
    "content/decks/board.yaml": """\
minutes: 8
chapters:
  - {id: findings, title: Fund, slides: [survey.presence]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
""",
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: [Hvad skal der til?]
    notes: Se også survey.members.
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    ids = {frame.id for frame in subject.frames.frames}
    deck = f"the deck `{subject.plan.deck}`"
    for slide, frame in subject.framed:
        for item in flat(frame.items):
            if isinstance(item, TextItem) and item.link and item.link not in ids:
                yield Fault(f"a link on `{slide.id}` leads to `{item.link}`, which is not in {deck}", slide.span)
    yield from _named(subject, ids)
    yield from _slips(subject, ids)
    yield from _pages(subject)
    yield from _numbers(subject)
    yield from _letters(subject)


def _letters(subject: Subject) -> Iterator[Fault]:
    """`afsnit D`, in a deck that lists A, B and C and says D nowhere else."""
    grids = [grid for slide, _ in subject.slides if (grid := grid_of(slide, subject))]
    listed: dict[str, set[str]] = {}
    for label in (line.label for grid in grids for line in (*grid.rows, *grid.columns)):
        if match := _LETTERED.fullmatch(label):
            listed.setdefault(match[1].casefold(), set()).add(match[2])
    texts = [text for _, said in subject.said for text in said]
    met = [(match, text) for text in texts for match in _LETTERED.finditer(text.plain)]
    often = Counter((match[1].casefold(), match[2]) for match, _ in met)
    for match, text in met:
        known = listed.get(match[1].casefold(), set())
        if len(known) > 1 and match[2] not in known and often[match[1].casefold(), match[2]] == 1:
            called = ", ".join(sorted(known))
            yield Fault(f'"{match[0]}" is none of those that are listed: {called}', text.span, NAMED, "warning")


def _numbers(subject: Subject) -> Iterator[Fault]:
    """`figur 7`, where nothing in the deck is called so; one in a report is said to be in it."""
    pattern = _page(subject.language.prose.reading.claims.numbered)
    every = [text for _, said in subject.said for text in said] if pattern else []
    titles = [text.plain.casefold().strip() for text in every]
    for text in every:
        for match in pattern.finditer(text.plain) if pattern else ():
            called = match[0].casefold()
            # What is called so begins a text of its own, such as a heading or a cell.
            if not any(title.startswith(called) for title in titles):
                yield Fault(f'nothing in this deck is called "{match[0]}"', text.span, NAMED, "warning")


def _pages(subject: Subject) -> Iterator[Fault]:
    """Pages that a text names by number; `side 14 i rapporten` is a page of something else."""
    pattern = _page(subject.language.prose.reading.page)
    for text in (text for _, said in subject.said for text in said):
        for match in pattern.finditer(text.plain) if pattern and _DIGIT.search(text.plain) else ():
            message = _is_no_page(match, subject)
            if message:
                yield Fault(message, text.span, COUNTED, "warning")


def _is_no_page(match: re.Match[str], subject: Subject) -> str:
    """What is wrong with a page that is named; nothing where it is there and holds what it is to hold."""
    pages, number = subject.frames.frames, int(match["page"])
    if not 0 < number <= len(pages):
        return f'"{match[0].strip()}" is no page of this deck, which has {len(pages)}'
    for name, sort in (("table", TableItem), ("chart", ChartItem)):
        if match[name] and not any(isinstance(item, sort) for item in flat(pages[number - 1].items)):
            return f"page {number} holds no {name}: it is `{pages[number - 1].id}`"
    return ""


@cache
def _page(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def _slips(subject: Subject, ids: set[str]) -> Iterator[Fault]:
    """Ids that are nobody's, and nearly one of the deck's, or that a text refers to as if they were."""
    known = {*ids, *subject.content.figures, *(id for one in subject.contents.values() for id in one.slides)}
    rooms = {id.partition(".")[0] for id in ids}
    for slide, said in subject.said:
        for text in said:
            for id in _ID.findall(text.plain) if _IN_PARTS.search(text.plain) else ():
                if id in known or id.partition(".")[0] not in rooms:
                    continue
                near = difflib.get_close_matches(id, ids, 1, NEAR)
                if near or _is_referred_to(id, text.plain, subject.language.prose.reading):
                    hint = f"did you mean `{near[0]}`?" if near else NAMED
                    yield Fault(f"a text on `{slide.id}` names `{id}`, and there is no such slide", text.span, hint)


def _is_referred_to(id: str, said: str, reading: Reading) -> bool:
    return bool(
        reading.refers and re.search(rf"{reading.refers} {re.escape(id)}(?![\w@/.-]*[\w/])", said, re.IGNORECASE)
    )


def _named(subject: Subject, ids: set[str]) -> Iterator[Fault]:
    everywhere = {id for content in subject.contents.values() for id in content.slides}
    missing = everywhere - ids
    deck = f"the deck `{subject.plan.deck}`"
    for slide, _ in subject.slides:
        for id in slide.supports:
            if id not in subject.content.slides:
                why = (
                    f"which {subject.plan.audience} does not see"
                    if id in everywhere
                    else "and there is no such slide"
                )
                yield Fault(f"`{slide.id}` supports `{id}`, {why}", slide.span)
    for slide, said in subject.said if missing else ():
        for text in said:
            for id in missing.intersection(_ID.findall(text.plain) if _IN_PARTS.search(text.plain) else ()):
                yield Fault(f"a text on `{slide.id}` names `{id}`, which is not in {deck}", text.span)


_ID: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_IN_PARTS: Final = re.compile(r"[a-z0-9-]\.[a-z0-9-]")
"""What stands in every id, and is looked for in a tenth of the time."""
_DIGIT: Final = re.compile(r"\d")
"""The same of every number of a page."""
