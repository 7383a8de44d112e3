"""Markup of other programs, which stands on the slide as it was typed.

Why: a text has **bold**, links and line breaks, and no other markup. `*italics*`, code in backticks, `# headings`,
`- points`, struck-out text and HTML come out with all their signs, and nobody sees that before the meeting.

Example: `items: [Det er *vigtigt* for regionen]`

Mend: write `**vigtigt**`, or leave the signs out. A list is one of the slide's own (`items:`), and a
heading is its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import BOUND, Said, deck_texts, slide_texts
from deckgen.diagnostics import Fault, Severity

CODE: Final = "markup-typed"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write **bold**, or leave the signs out; there are no italics, code, headings, lists or HTML in a text"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items:
      - De fleste er *små* virksomheder
      - Nogle af tallene er skøn
    minutes: 3
""",
}

_MARKUP: Final = re.compile(
    r"(?<![\w*])\*(?![\s*])[^*\n]+(?<!\s)\*(?![\w*])"
    r"|(?<!\w)(_{1,2})(?![\s_])[^_\n]+(?<![\s_])\1(?!\w)"
    r"|`[^`\n]+`"
    r"|~~[^~\n]+~~|(?<=\w)~\w+~|(?<=\w)\^\w+\^"
    r"|^#{1,6} \S+|^[-*+] \S+"
    r"|</?(?:b|i|u|br|em|strong|s|sup|sub|p|span|div|ul|ol|li|h[1-6])\b[^<>\n]*>"
    r"|&(?:[a-z]{2,6}|#\d{1,5});",
    re.MULTILINE | re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Fault]:
    """One fault for each text, which names the first of its markup."""
    for said in deck_texts(subject.deck):
        yield from _typed(said)
    for _, slide in subject.slides:
        for said in slide_texts(slide):
            yield from _typed(said)


def _typed(said: Said) -> Iterator[Fault]:
    for paragraph in said.paragraphs:
        line = "".join(BOUND if run.figure else run.text for run in paragraph.runs)
        found = _MARKUP.search(line)
        if found:
            shown = found[0].replace(BOUND, "…").replace("`", "'")
            yield Fault(f"`{shown}` is no markup here and stands on the slide as it was typed", said.span)
            return
