"""A per cent of fewer than 30 that does not say of how many.

Why: `92 %` of 13 is 12 clusters; one answer more or less moves it by 8 points. A reader must see
that.

Example: `${survey.response-rate}` on a slide whose slide layout has no foot.

Mend: write n in the text, or use a kind of slide that has a foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks.bases import base_n
from deckgen.checks.seen import visible
from deckgen.checks.subject import Finding, Stage, Subject
from deckgen.content.references import uses
from deckgen.diagnostics import Severity
from deckgen.model.deck import PlannedSlide

CODE: Final = "share-without-n"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "say n on the slide: `n = ${survey.answered}`, or move the share to a slide with a foot"


FEW: Final = 30


def check(subject: Subject) -> Iterator[Finding]:
    content, language = subject.content, subject.language
    for slide, written in subject.slides:
        for use in uses((written.title, written.fields)):
            figure = content.figures.get(use.name)
            n = base_n(figure, content, language) if figure and "%" in figure.unit else 0
            if 0 < n < FEW and not re.search(rf"(?<![\d.,]){n}(?![\d]|[.,]\d)", _seen(slide, subject)):
                yield Finding(f"`{use.name}` is a share of {n}, and the slide does not say so", use.span)


def _seen(slide: PlannedSlide, subject: Subject) -> str:
    return "\n".join(visible(frame) for other, frame in subject.framed if other is slide)
