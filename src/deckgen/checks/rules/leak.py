"""Something for another audience in the file of this deck.

Why: a chart carries its workbook, a slide its notes and its alt texts, a file its properties.
Whatever is in the zip can be read by whoever gets it. All parts are read from the file's own bytes,
workbooks unzipped, with comments, part names and what pictures say of themselves. They are searched
for what only another audience may see: sentences, short texts that are a line of their own, ids,
names of figures, data rows, distinct numbers, and any number in a chart or its workbook. What both
may see is no leak. What a figure is computed from and no slide of this audience shows is searched for
in the same way.

Example: a workbook that holds a row which only the directorate is shown.

Mend: find out how it came there. It is an error in a kind, a chart or the program, or a file that
was changed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.secrets import Secret, known_to, secrets, seen_by, withheld_from, words_of
from deckgen.checks.text.file_text import readable
from deckgen.diagnostics import Fault, Severity

CODE: Final = "leak"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "file"
HINT: Final = "keep the text or figure for its audience with `for`, or tell it to both"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: [De fleste er små virksomheder, Nogle af tallene er skøn]
    minutes: 3
    notes: Direktionen ser også plan.budget.
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    sought = tuple(_secrets(subject)) if subject.parts else ()
    if not sought:  # as where there is one audience: the file need not be read to know that it is clean
        return
    written = {name: said for name, said in readable(subject.parts) if said}
    words, everything = frozenset().union(*map(words_of, written.values())), "\n".join(written.values())
    for whose, secret in sought:
        may = secret.may_stand_among(words) and secret.said in everything
        for name, said in written.items() if may else ():
            if secret.may_stand_in(name) and secret.stands_in(said):
                yield Fault(f'{name} holds what {whose}: "{secret.said}"', secret.span)


def _secrets(subject: Subject) -> Iterator[tuple[str, Secret]]:
    """What to look for, each once, with whose it is."""
    content, others, language, before = subject.content, subject.others, subject.language, subject.known
    known = [
        (f"only {name} may see", before.made(other, partial(known_to, other, language, before), CODE))
        for name, other in others.items()
    ]
    known.append(("no slide of this audience shows", withheld_from(content, others.values(), language)))
    if not any(theirs for _, theirs in known):
        return
    own = seen_by(content, language, before)
    met: set[Secret] = set()
    for whose, theirs in known:
        for secret in secrets(theirs, own):
            if secret not in met:
                met.add(secret)
                yield whose, secret
