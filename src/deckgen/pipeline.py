"""The order of the stages, and nothing else.

In: a content folder, a brand file, the name of a deck. Out: its plan, its frames, its file. `load`, `plan_deck`,
`set_deck` and `write_file` can be called one by one; each reports what is wrong and goes on where it can.
`check_deck` is for content with errors: it reports what the later stages find in the rest.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import output
from deckgen.brand import load_brand
from deckgen.brand.mapping import load_mapping
from deckgen.checks.engine.subject import Stage as CheckStage
from deckgen.content import load as load_content
from deckgen.content.slides import example_fields
from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.references import uses
from deckgen.layout.chrome import title_sizes
from deckgen.layout.fit import Fitted, Stage, set_slide
from deckgen.layout.fits import Fits
from deckgen.layout.metrics import face
from deckgen.locale import language
from deckgen.model.blocks import Arrangement
from deckgen.model.content import Client, Content, Deck, Organisation
from deckgen.model.contrast import is_dark
from deckgen.model.frames import Frame, FrameDeck, FrameSection, ShownFigure
from deckgen.model.kind import Context, Registry
from deckgen.model.language import Language
from deckgen.model.plan import DeckFacts, Plan, PlannedSlide
from deckgen.model.template import Template, TemplateMapping
from deckgen.model.text import EMPTY
from deckgen.model.theme import Theme
from deckgen.plan import make_plan
from deckgen.registry import registry

if TYPE_CHECKING:
    from deckgen.powerpoint.client_template.adopt.adoption import Adoption

_LATEST = 253_402_300_799
"""The last second of the year 9999, as SOURCE_DATE_EPOCH counts."""

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Creation date of a deck that has no date: a constant, so that the same input gives the same bytes."""


class WrongEpochError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds since 1970."""


@dataclass(frozen=True)
class Loaded:
    """Everything that decks are built from. `contents` is by audience."""

    folder: str
    contents: dict[str, Content]
    registry: Registry
    theme: Theme
    template: Template
    language: Language
    fits: Fits[Fitted] | None = None
    """What slides came to in an earlier build; handed on from one load to the next where somebody builds again."""

    @property
    def decks(self) -> dict[str, Deck]:
        """All decks of all audiences, by name."""
        return dict(
            sorted((name, deck) for content in self.contents.values() for name, deck in content.decks.items())
        )


def load(
    folder: Path, brand_file: Path, diagnostics: Diagnostics, template_file: Path | None = None
) -> Loaded | None:
    """Content for every audience, theme and template; None where errors leave nothing to go on with.

    A client's `template_file`, or the one that the brand file names, takes the place of the brand's own template.
    """
    known = registry()
    contents = load_content(folder, known, diagnostics)
    theme = load_brand(brand_file, brand_file.as_posix(), diagnostics, template_file is None)
    if theme is None or not contents:
        return None
    spoken = language(next(iter(contents.values())).project.language)
    if spoken is None:
        return None
    client = template_file or theme.template
    if client is None:
        from deckgen.powerpoint.own_template.build import own_template

        return Loaded(folder.as_posix(), contents, known, theme, own_template(theme, spoken.code), spoken)
    adopted = adopt_template(client, diagnostics)
    if adopted is None:
        return None
    taken = in_template(theme, adopted)
    warn_of_faces(taken, client, diagnostics)
    return Loaded(folder.as_posix(), contents, known, taken, adopted.template, spoken)


def adopt_template(file: Path, diagnostics: Diagnostics, *, mapped: bool = True) -> Adoption | None:
    """A client's template, with the mapping that lies beside it if `mapped`; None where it cannot be used."""
    from deckgen.powerpoint.client_template.adopt.adoption import adopt
    from deckgen.powerpoint.client_template.preflight import preflight

    data = preflight(file, diagnostics)
    beside = mapping_file(file)
    mapping = (
        load_mapping(beside, beside.as_posix(), diagnostics) if mapped and beside.exists() else TemplateMapping()
    )
    return None if data is None or mapping is None else adopt(data, mapping, file.as_posix(), diagnostics)


def layout_uses() -> dict[str, tuple[str, ...]]:
    """Our slide layouts with the kinds that are set on them, as the kinds' own examples tell."""
    spoken = language("da")
    assert spoken is not None
    facts = DeckFacts(EMPTY, EMPTY, EMPTY, "", 0, Organisation(""), Client(""))
    found: dict[str, tuple[str, ...]] = {}
    for name, kind in registry().kinds.items():
        arrangements = kind.compose(example_fields(kind), Context(EMPTY, spoken.labels, facts, (), ()))
        for layout in sorted({one.slide_layout for one in arrangements}):
            found[layout] = (*found.get(layout, ()), name)
    return found


def mapping_file(template: Path) -> Path:
    """Where a person's mapping of a template is looked for: `client.map.yml` beside `client.potx`."""
    return template.with_name(f"{template.stem}.map.yml")


def in_template(theme: Theme, adopted: Adoption) -> Theme:
    """The theme with the template's colours, faces and size; wordmark and template are the client's."""
    return replace(
        theme,
        colors=adopted.colors,
        heading_face=adopted.heading_face,
        body_face=adopted.body_face,
        slide_width=adopted.template.width,
        slide_height=adopted.template.height,
        wordmark=None,
        dark=is_dark(adopted.colors),
        bold_titles=False,
    )


def warn_of_faces(theme: Theme, file: Path, diagnostics: Diagnostics) -> None:
    """Faces of a template whose metrics are not known are measured on the safe side."""
    for name in dict.fromkeys((theme.heading_face, theme.body_face)):
        if not face(name, theme.fonts.get(name)).known:
            hint = "text is measured with more room than it needs; check the deck in PowerPoint"
            message = f"the metrics of the template's face `{name}` are not known"
            diagnostics.warning("template-face-unknown", message, Span(file.as_posix()), hint)


def plan_deck(loaded: Loaded, name: str, diagnostics: Diagnostics) -> Plan:
    """The plan of one deck, for its one audience."""
    deck = loaded.decks[name]
    return make_plan(loaded.contents[deck.audience], deck, loaded.language, diagnostics)


def set_deck(loaded: Loaded, plan: Plan, diagnostics: Diagnostics) -> FrameDeck:
    """All frames of a plan, page numbers settled."""
    spoken = loaded.language
    stage = Stage(
        loaded.template, loaded.theme, loaded.registry.charts, spoken.labels, spoken.compounds, fits=loaded.fits
    )
    sizes = title_sizes([slide.title for slide in plan.slides], loaded.template, stage.setting(0))
    stage = replace(stage, title_sizes=sizes)
    frames: list[Frame] = []
    for slide in plan.slides:
        made = set_slide(slide, compose(loaded, plan, slide), len(frames) + 1, stage, diagnostics)
        frames += (replace(frame, path=_inside(frame.path, loaded.folder)) for frame in made)
    return _frame_deck(loaded, plan, tuple(frames))


def check_deck(loaded: Loaded, name: str, diagnostics: Diagnostics) -> None:
    """Plan and set the slides that were read well, for the errors alone."""
    set_deck(loaded, sound_part(loaded, plan_deck(loaded, name, diagnostics)), diagnostics)


def sound_part(loaded: Loaded, plan: Plan) -> Plan:
    """The plan without the slides that name a figure which could not be read."""
    figures = loaded.contents[plan.audience].figures
    sound = (s for s in plan.slides if all(use.name in figures for use in uses((s.title, s.fields, s.notes))))
    return replace(plan, slides=tuple(sound))


def compose(loaded: Loaded, plan: Plan, slide: PlannedSlide) -> Sequence[Arrangement]:
    """What the slide's kind makes of its fields, best arrangement first."""
    context = Context(slide.title, loaded.language.labels, plan.facts, slide.agenda, plan.figure_rows)
    return loaded.registry.kinds[slide.kind].compose(slide.fields, context)


def _inside(path: str, folder: str) -> str:
    """A place as seen from the content folder, so that the deck says nothing of where it was built."""
    return path.removeprefix(folder).lstrip("/")


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
        tuple(ShownFigure(row.name, row.shown, row.value) for row in plan.figure_rows),
    )


def created(date: str) -> str:
    """When the deck says it was made: SOURCE_DATE_EPOCH, else the deck's own date, else a constant.

    Raises WrongEpochError.
    """
    when = epoch() or _dated(date)
    return f"{when.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def epoch() -> datetime | None:
    """SOURCE_DATE_EPOCH, or None where it is not set. Raises WrongEpochError where it is no time."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return None
    if not re.fullmatch("[0-9]{1,12}", said) or int(said) > _LATEST:
        raise WrongEpochError(f"SOURCE_DATE_EPOCH is '{said[:40]}', which is no number of seconds since 1970")
    return datetime.fromtimestamp(int(said), UTC)


def _dated(date: str) -> datetime:
    """The first day that a deck's date, which content has checked, may mean."""
    parts = [int(part) for part in re.findall("[0-9]+", date)]
    year, month, day = (*parts, 1, 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=UTC) if parts else UNDATED
    except ValueError:
        return UNDATED


def deck_bytes(loaded: Loaded, frames: FrameDeck) -> bytes:
    """The file of a deck, in memory."""
    from deckgen.powerpoint.writer.deck import write_deck

    return write_deck(frames, loaded.template, created(frames.date))


def run_rules(
    loaded: Loaded,
    plan: Plan,
    frames: FrameDeck,
    stages: Collection[CheckStage],
    diagnostics: Diagnostics,
    data: bytes = b"",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    whole: bool = True,
) -> None:
    """Run the rules of `stages` over a deck; `data` is its file, which the rules of the last stage read.

    `whole` is False where the content has errors, so that a part of it is not there.
    """
    from deckgen.checks import Subject, run_checks
    from deckgen.checks.engine.file_parts import Parts

    seen = (plan, frames, loaded.contents, loaded.language, loaded.theme, loaded.template, loaded.registry)
    subject = Subject(*seen, Parts(data), whole)
    run_checks(subject, stages, diagnostics, select, ignore)


def write_file(loaded: Loaded, frames: FrameDeck, target: Path, diagnostics: Diagnostics) -> bool:
    """Write the deck; whatever fails, the last good file stays."""
    return output.write(deck_bytes(loaded, frames), target, diagnostics)


def write_template(loaded: Loaded, target: Path, diagnostics: Diagnostics) -> bool:
    """Write the template as a file of its own."""
    from deckgen.powerpoint.writer.deck import write_template as template_file

    return output.write(template_file(loaded.template), target, diagnostics)
