"""The order of the stages, and nothing else.

In: a content folder, a brand file, the name of a deck. Out: its plan, its frames, its file. `load`, `plan_deck`,
`set_deck` and `write_file` can be called one by one; each reports what is wrong and goes on where it can.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from deckgen.brand import load_brand
from deckgen.checks.subject import Stage as CheckStage
from deckgen.content import load as load_content
from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.fit import Stage, set_slide
from deckgen.locale import language
from deckgen.model.blocks import Arrangement
from deckgen.model.deck import Content, Deck, Plan, PlannedSlide
from deckgen.model.frames import Frame, FrameDeck, FrameSection
from deckgen.model.kind import Context, Registry
from deckgen.model.language import Language
from deckgen.model.theme import Template, Theme
from deckgen.plan import make_plan
from deckgen.registry import registry

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Creation date of a deck that has no date: a constant, so that the same input gives the same bytes."""


@dataclass(frozen=True)
class Loaded:
    """Everything that decks are built from. `contents` is by audience."""

    folder: str
    contents: dict[str, Content]
    registry: Registry
    theme: Theme
    template: Template
    language: Language

    @property
    def decks(self) -> dict[str, Deck]:
        """All decks of all audiences, by name."""
        return dict(
            sorted((name, deck) for content in self.contents.values() for name, deck in content.decks.items())
        )


def load(folder: Path, brand_file: Path, found: Diagnostics) -> Loaded | None:
    """Content for every audience, theme and template; None where errors leave nothing to go on with."""
    known = registry()
    contents = load_content(folder, known, found)
    theme = load_brand(brand_file, brand_file.as_posix(), found)
    if theme is None or not contents:
        return None
    spoken = language(next(iter(contents.values())).project.language)
    if spoken is None:
        return None
    template = _template(theme, spoken.code)
    return Loaded(folder.as_posix(), contents, known, theme, template, spoken)


def _template(theme: Theme, code: str) -> Template:
    from deckgen.powerpoint.template import build_template
    from deckgen.powerpoint.template_reader import read_template

    return read_template(build_template(theme, code))


def plan_deck(loaded: Loaded, name: str, found: Diagnostics) -> Plan:
    """The plan of one deck, for its one audience."""
    deck = loaded.decks[name]
    return make_plan(loaded.contents[deck.audience], deck, loaded.language, found)


def set_deck(loaded: Loaded, plan: Plan, found: Diagnostics) -> FrameDeck:
    """All frames of a plan, page numbers settled."""
    stage = Stage(loaded.template, loaded.theme, loaded.registry.charts, loaded.language.labels)
    frames: list[Frame] = []
    for slide in plan.slides:
        located = replace(slide, span=_inside(slide.span, loaded.folder))
        frames += set_slide(located, compose(loaded, plan, slide), len(frames) + 1, stage, found)
    return _frame_deck(loaded, plan, tuple(frames))


def compose(loaded: Loaded, plan: Plan, slide: PlannedSlide) -> Sequence[Arrangement]:
    """What the slide's kind makes of its fields, best arrangement first."""
    context = Context(slide.title, loaded.language.labels, plan.facts, slide.agenda, plan.figure_rows)
    return loaded.registry.kinds[slide.kind].compose(slide.fields, context)


def _inside(span: Span, folder: str) -> Span:
    """The place as seen from the content folder, so that the file says nothing of where it was built."""
    return Span(span.file.removeprefix(folder).lstrip("/"), span.line, span.column)


def _frame_deck(loaded: Loaded, plan: Plan, frames: tuple[Frame, ...]) -> FrameDeck:
    pages: dict[str, list[str]] = {}
    for frame in frames:
        pages.setdefault(frame.id.partition("~")[0], []).append(frame.id)
    sections = tuple(
        FrameSection(section.title, tuple(page for slide in section.slides for page in pages.get(slide, ())))
        for section in plan.sections
    )
    facts = plan.facts
    return FrameDeck(
        plan.deck,
        plan.audience,
        plan.language,
        facts.title.plain,
        facts.organisation.name,
        facts.subtitle.plain,
        loaded.decks[plan.deck].date,
        frames,
        sections,
        tuple((row.name, row.shown) for row in plan.figure_rows),
    )


def created(date: str) -> str:
    """When the deck says it was made: SOURCE_DATE_EPOCH, else the deck's own date, else a constant."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else _dated(date)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _dated(date: str) -> datetime:
    parts = [int(part) for part in re.findall(r"\d+", date)]
    if not parts:
        return UNDATED
    year, month, day = (*parts, 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)


def deck_bytes(loaded: Loaded, frames: FrameDeck) -> bytes:
    """The file of a deck, in memory."""
    from deckgen.powerpoint.writer import write_deck

    return write_deck(frames, loaded.template, created(frames.date))


def check_deck(
    loaded: Loaded,
    plan: Plan,
    frames: FrameDeck,
    stages: Collection[CheckStage],
    found: Diagnostics,
    data: bytes = b"",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> None:
    """Run the rules of `stages` over a deck; `data` is its file, which the rules of the last stage read."""
    from deckgen.checks import Subject, run_checks
    from deckgen.checks.written import read_zip

    parts = read_zip(data) if data else {}
    subject = Subject(plan, frames, loaded.contents, loaded.language, loaded.theme, loaded.template, parts)
    run_checks(subject, stages, found, select, ignore)


def write_file(loaded: Loaded, frames: FrameDeck, target: Path, found: Diagnostics) -> bool:
    """Write the deck to `target`."""
    return replace_file(deck_bytes(loaded, frames), target, found)


def replace_file(data: bytes, target: Path, found: Diagnostics) -> bool:
    """Write a file beside `target`, then put it in its place; whatever fails, the last good file stays."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".pptx")
    except OSError as error:
        found.error(
            "output-not-writable", f"the folder cannot be written: {error.strerror}", Span(str(target.parent))
        )
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(target)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        hint = "close the file in PowerPoint and build again; the last deck is as it was"
        found.error("output-locked", f"the deck cannot be replaced: {error.strerror}", Span(target.as_posix()), hint)
        return False
    return True


def changed_by_hand(target: Path) -> tuple[str, ...]:
    """Slides of the file at `target` that somebody edited since it was built; empty where there is no such file."""
    if not target.exists():
        return ()
    from deckgen.powerpoint.edited import changed_slides

    return changed_slides(target)
