"""A finding that no recommendation of the deck rests on.

Why: what nothing uses takes time from what matters. A slide of a kind whose purpose is a finding finds, such as
`chart` or `key_figures`; behind the last recommendation it shows what that one brings. Only content that uses
`supports` is looked at.

Example: `survey.presence` says nothing under `supports`, or names a slide that this deck does not
have.

Mend: write `supports:` on the slide, or move it to the appendix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.story import links_slides, recommends
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.content import Slide
from deckgen.model.plan import PlannedSlide

CODE: Final = "finding-unused"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
FINISHED: Final = True
HINT: Final = "say under `supports:` what rests on it, or move it to the appendix"
WHOLE: Final = True
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items: [De fleste er små virksomheder, Nogle af tallene er skøn]
    supports: [meeting.questions]
    minutes: 3
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    if not links_slides(subject):
        return
    here = {slide.id for slide in subject.plan.slides}
    for slide, _ in _before_advice(subject):
        if subject.kind(slide).purpose == "finding" and not slide.in_appendix and here.isdisjoint(slide.supports):
            yield Fault(f"no slide of the deck `{subject.plan.deck}` rests on `{slide.id}`", slide.span)


def _before_advice(subject: Subject) -> tuple[tuple[PlannedSlide, Slide], ...]:
    """The slides up to the last that recommends; all of them where none does."""
    advised = [at for at, (slide, _) in enumerate(subject.slides) if recommends(slide, subject)]
    return subject.slides[: advised[-1]] if advised and advised[-1] else subject.slides
