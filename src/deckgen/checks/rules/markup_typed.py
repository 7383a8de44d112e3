"""Markup that means nothing here, which stands on the slide as it was typed.

Why: a text has **bold**, *italics*, signs above and below the line (`m^2^`, `CO~2~`), links, footnotes and line
breaks, and no other markup. Code in backticks, `_underscores_`, `# headings`, `- points`, struck-out text, tables,
pictures, formulas and HTML come out with all their signs. So does a `^` or `~` without its partner, and any markup in
a name, such as a column's. Nobody sees that before the meeting.

Example: `items: [Det er _vigtigt_ for regionen]`

Mend: write `*vigtigt*`, or leave the signs out. A list, a table or a picture is one of the slide's own, and a heading
is its title. Where the sign itself is meant, a backslash before it says so: `\\_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.prose import BOUND, Said, deck_texts, slide_texts
from deckgen.diagnostics import Fault, Severity
from deckgen.model.text import Run

CODE: Final = "markup-typed"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = (
    r"write **bold**, *italic*, m^2^ or CO~2~, or leave the signs out; where a sign is meant, write \_ for _"
)
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items:
      - De fleste er _små_ virksomheder
      - Nogle af tallene er skøn
    minutes: 3
""",
}

_MARKUP: Final = re.compile(
    r"(?<!\w)(_{1,2})(?![\s_])[^_\n]+(?<![\s_])\1(?!\w)"
    r"|`[^`\n]+`"
    r"|~~[^~\n]+~~|(?<=[A-Z])~\d\w*|(?<=\w)\^\w+|\^\["
    r"|(?<![\w$])\$[A-Za-z\\][^$\n]*\$(?![\w$])"
    r"|!\[[^\]\n]*\]"
    r"|^#{1,6} \S+|^[-*+] \S+|^-{3,}$|^\|[^\n]+\|$"
    r"|</?(?:b|i|u|br|em|strong|s|sup|sub|p|span|div|ul|ol|li|h[1-6])\b[^<>\n]*>"
    r"|&(?:[a-z]{2,6}|#\d{1,5});",
    re.MULTILINE | re.IGNORECASE,
)
_SIGN: Final = re.compile(r"[_`~^$!#*+|<&\[-]")
"""One of these stands in all markup, and in few texts."""
_OF_TEXTS: Final = re.compile(r"(?<![\w*])\*{1,2}(?![\s*])[^*\n]+(?<!\s)\*{1,2}(?![\w*])|\[[^\]\n]+\]\([^)\n]+\)")
"""What is markup in a text, and typed where a string is wanted."""


def check(subject: Subject) -> Iterator[Fault]:
    """One fault for each text, which names the first of its markup."""
    for said in deck_texts(subject.deck):
        yield from _typed(said)
    for _, slide in subject.slides:
        for said in slide_texts(slide):
            yield from _typed(said)


def _typed(said: Said) -> Iterator[Fault]:
    for paragraph in said.paragraphs:
        line = "".join(map(_written, paragraph.runs))
        if not _SIGN.search(line):
            continue
        found = _MARKUP.search(line) or (_OF_TEXTS.search(line) if said.is_string else None)
        if found:
            shown = found[0].replace(BOUND, "…").replace("`", "'")
            yield Fault(f"`{shown}` is no markup here and stands on the slide as it was typed", said.span)
            return


def _written(run: Run) -> str:
    """A run as it may look like markup: not where it is bound, nor where a backslash says that it is meant."""
    if run.figure or run.typed:
        return BOUND
    return f"[{run.text}]" if run.is_link else run.text
