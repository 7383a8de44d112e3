"""A character that the face of its text has no glyph for.

Why: PowerPoint takes it from another face, which one depends on the machine, and it looks like a stranger
among its neighbours. It is measured as wide as any face draws it.

Example: a tick or an emoji in a text that is set in Calibri.

Mend: say it in letters, or with a sign that the face has, such as – or •.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import chart_texts, flat, paragraphs, place
from deckgen.diagnostics import Fault, Severity, Span
from deckgen.layout.setting import Setting
from deckgen.model.frames import Item

CODE: Final = "glyph-missing"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "say it in letters, or with a sign that the face has"
MOST_NAMED: Final = 3
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: [Hvad skal der til ✓ og hvad ikke?]
    minutes: 2
""",
}


def check(subject: Subject) -> Iterator[Fault]:
    """One fault for each script on a slide, of what no slide before it had; a character of a face is told once."""
    setting = Setting(subject.theme, {})
    met: set[tuple[str, str]] = set()
    for slide, frame in subject.framed:
        scripts: dict[str, dict[tuple[str, str], Span]] = {}
        for item in flat(frame.items):
            for lacking in _missing(item, setting):
                if lacking not in met:
                    met.add(lacking)
                    scripts.setdefault(_script(lacking[1]), {})[lacking] = place(item, slide)
        for new in scripts.values():
            faces = " and ".join(f"`{face}`" for face in dict.fromkeys(face for face, _ in new))
            has = "have" if " and " in faces else "has"
            characters = list(dict.fromkeys(character for _, character in new))
            yield Fault(f"{faces} {has} no {_named(characters)}, which `{slide.id}` shows", next(iter(new.values())))


def _script(character: str) -> str:
    """The script of a letter, by the first word of its name; signs of every sort are one."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""


def _named(characters: list[str]) -> str:
    named = ", ".join(f"`{one}` (U+{ord(one):04X})" for one in characters[:MOST_NAMED])
    more = len(characters) - MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named


def _missing(item: Item, setting: Setting) -> Iterator[tuple[str, str]]:
    """Faces with what they lack; of a face that is measured by another nobody knows what it holds."""
    for heading, style, text in _set(item):
        face = setting.face_of(heading)
        if face.known:
            yield from ((face.name, character) for character in face.style(*style).lacks(text))


def _set(item: Item) -> Iterator[tuple[bool, tuple[bool, bool], str]]:
    """Stretches of text: whether in the heading face, whether bold and italic."""
    yield from ((False, (False, False), said) for said in chart_texts(item))
    for one in paragraphs(item):
        yield from ((one.heading, (one.bold or run.bold, run.italic), run.text) for run in one.runs)
