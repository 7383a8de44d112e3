"""One project, held in memory from save to save. In: its folder and brand, a choice. Out: the state of a deck.

Each language and brand has a Memory of its own, so that going back to one is as quick as a save. Two threads may not
use a session at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Final

from deckgen import pipeline
from deckgen.checks.engine.subject import Stage as CheckStage
from deckgen.compare.claims import DeckView
from deckgen.compare.deck_view import deck_view
from deckgen.compare.figures import FigureReport, figure_reports
from deckgen.compare.sides import Sides, compare
from deckgen.content.files import FIGURES, yaml_files
from deckgen.content.messages import messages_language
from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.live.arranged import arranged
from deckgen.live.faults import by_slide
from deckgen.live.forms import Form, deck_form, figure_at, figure_form, slide_form
from deckgen.live.kinds import Project
from deckgen.live.last_good import Pages, all_stale, fresh, kept_pages, numbered
from deckgen.live.offered import drawing_charts, project_of
from deckgen.live.pictures import KnownPictures
from deckgen.live.source import Source, source_at, source_of
from deckgen.live.state import Choice, DeckState, Offer, Page, PageSection
from deckgen.messages import MessageLanguage
from deckgen.model.frames import Frame
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plan import PlannedSlide
from deckgen.paths import is_file
from deckgen.pipeline import Loaded, Made, Memory
from deckgen.slide_pictures import slide_of

RULES: Final[tuple[CheckStage, ...]] = ("plan", "frames")
"""What is asked after a save. Rules of the file are asked when it is built."""
BRAND_DEPTH: Final = 2
"""How many folders down from the brand file other brand files of its name are offered."""


_MakeForm = Callable[[str, str, str, Project], Form | None]


@dataclass(frozen=True, slots=True)
class _Look:
    """A deck as it was looked at: its state, what that was made of, and the pages of each slide.

    `own` was found on the way, `ruled` by rules. `listed` are the slides that the deck lists. `places` says where the
    slides of all audiences stand, or last stood.
    """

    state: DeckState
    loaded: Loaded | None = None
    made: Made | None = None
    own: tuple[Diagnostic, ...] = ()
    ruled: tuple[Diagnostic, ...] = ()
    planned: Mapping[str, PlannedSlide] = field(default_factory=dict)
    slides: Mapping[str, Pages] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    places: Mapping[str, Span] = field(default_factory=dict)


class Session:
    """A project. `template` is a client's, to build on instead of the brand's own; `messages`, instead of the
    project's, the language that it is told in what is wrong.
    """

    def __init__(
        self, content: Path, brand: Path, template: Path | None = None, messages: MessageLanguage | None = None
    ) -> None:
        self.content, self.brand, self.template = content, brand, template
        self._asked = self._spoken = messages
        self._memories: dict[tuple[str, Path], Memory] = {}
        self._asides: dict[tuple[str, Path], Memory] = {}
        self._pictures: dict[Choice, KnownPictures] = {}
        self._looks: dict[Choice, _Look] = {}
        self._fresh: set[Choice] = set()
        self._read: dict[tuple[str, Path], tuple[Loaded | None, Diagnostics]] = {}

    @property
    def first(self) -> Choice:
        """What is looked at where nobody has chosen: the deck of the audience that the project names first."""
        loaded, _ = self._load("", self.brand)
        order = loaded.project.audiences if loaded else ()
        decks = {name: deck.audience for name, deck in loaded.decks.items()} if loaded else {}
        place = {audience: number for number, audience in enumerate(order)}
        name = min(decks, key=lambda name: place.get(decks[name], len(place)), default="")
        return Choice(name, "", self.brand)

    def choose(self, deck: str = "", language: str = "", brand: str = "") -> Choice | None:
        """What these names say, empty ones as in the first; None for a language or a brand that there is not."""
        loaded, _ = self._load("", self.brand)
        languages = loaded.project.languages if loaded else ()
        brands = {file.as_posix(): file for file in self._brands()}
        if (language and language not in languages) or (brand and brand not in brands):
            return None
        own = "" if language in languages[:1] else language
        return Choice(deck or self.first.deck, own, brands.get(brand, self.brand))

    def memory(self, language: str, brand: Path) -> Memory:
        """What was made of the content in a language, on a brand."""
        return self._memories.setdefault((language, brand), Memory())

    @property
    def messages(self) -> MessageLanguage:
        """The language of messages, as of the last change."""
        if self._spoken is None:
            self._spoken = messages_language(self.content)
        return self._spoken

    def changed(self) -> None:
        """Files changed: the next look reads them again."""
        self._spoken = self._asked
        self._read.clear()
        self._fresh.clear()

    def look(self, choice: Choice) -> DeckState:
        """The deck as its files were at the last change. Rules are not asked: what they last found stays."""
        if choice in self._fresh:
            return self._looks[choice].state
        before = self._looks.get(choice) or _Look(DeckState(choice, Offer()))
        loaded, found = self._load(choice.language, choice.brand)
        if loaded is None or choice.deck not in loaded.decks:
            look = self._unread(choice, loaded, found, before)
        else:
            look = self._seen(choice, loaded, found, before)
        look = replace(look, state=replace(look.state, messages=self.messages))
        self._looks[choice] = look
        self._fresh.add(choice)
        return look.state

    def check(self, choice: Choice) -> DeckState:
        """The same with what the rules find now; none are asked of content with errors."""
        self.look(choice)
        look = self._looks[choice]
        if look.loaded is None or look.made is None or not look.loaded.whole:
            return look.state
        found = Diagnostics()
        pipeline.run_rules(look.loaded, look.made.plan, look.made.frames, RULES, found)
        look = replace(look, ruled=tuple(found))
        look = replace(look, state=replace(look.state, diagnostics=_told(look)))
        self._looks[choice] = look
        return look.state

    def source(self, choice: Choice, page: str, path: str, said: str = "") -> Source | None:
        """Where something on a page is written, and which figures it shows; None for a page that is not there.

        `said` is the line that is meant, where a path has several. Of a slide with errors, it is where the slide last
        stood.
        """
        slide = page.partition("~")[0]
        view = self._view(choice, slide)
        made = self._looks[choice].made
        frame = next((one for one in made.frames.frames if one.id == page), None) if made else None
        found = source_of(view, frame, path, said) if view and frame else None
        pages = self._looks[choice].slides.get(slide, ())
        return found or (source_at(pages[0].span) if pages else None)

    def figure(self, choice: Choice, name: str) -> FigureReport | None:
        """The story of a figure, with every place that shows it in each deck."""
        loaded, _ = self._load(choice.language, choice.brand)
        if loaded is None:
            return None
        views = [view for deck in loaded.decks if (view := self._view(replace(choice, deck=deck)))]
        reports = figure_reports(loaded.contents, views, loaded.language, loaded.folder)
        return next((report for report in reports if report.name == name), None)

    def sides(self, left: Choice, right: Choice) -> Sides | None:
        """Two decks side by side; None where one cannot be read."""
        one, other = self._view(left), self._view(right)
        return compare(one, other) if one and other else None

    def form(
        self, choice: Choice, of: str, name: str, text_of: Callable[[Path], str | None], as_kind: str = ""
    ) -> Form | None:
        """What may be written of a "slide", a "figure" or a "deck"; None where there is none that can be read.

        `as_kind`: of a slide, what there would be to write if it were of another kind.
        """
        self.look(choice)
        look = self._looks[choice]
        made = partial(slide_form, as_kind=as_kind)
        forms: Mapping[str, _MakeForm] = {"slide": made, "figure": figure_form, "deck": deck_form}
        loaded, form = look.loaded, forms.get(of)
        span = self._place_of(of, name, look)
        text = text_of(Path(span.file)) if span else None
        if loaded is None or form is None or span is None or text is None:
            return None
        project = project_of(loaded.registry, loaded.contents.values())
        slide = look.planned.get(name) if of == "slide" else None
        able = drawing_charts(slide, look.made.plan, loaded.language, loaded.registry) if slide and look.made else ()
        offered = replace(project, names={**project.names, **({"chart type": able} if able else {})})
        return form(text, span.file, name, offered)

    def arranged(self, choice: Choice, slide: str) -> dict[str, str]:
        """The pictures of a slide in each arrangement that it may have, by name."""
        self.look(choice)
        look = self._looks[choice]
        return arranged(look.loaded, look.made.plan, slide) if look.loaded and look.made else {}

    def has_slide(self, id: str) -> bool:
        """Whether any audience has a slide of that id."""
        loaded, _ = self._load("", self.brand)
        return any(id in content.slides for content in loaded.contents.values()) if loaded else False

    def slide_at(self, choice: Choice, file: Path, line: int) -> str:
        """The slide of a deck that is written at a line of a file; empty where none is."""
        look = self._looks.get(choice)
        begun = [
            (span.line, id)
            for id, span in (look.places if look else {}).items()
            if span.line <= line and Path(span.file).resolve() == file.resolve()
        ]
        return max(begun)[1] if begun else ""

    @property
    def content_files(self) -> tuple[Path, ...]:
        """Every file of the content, as it is named here."""
        return tuple(yaml_files(self.content))

    def _place_of(self, of: str, name: str, look: _Look) -> Span | None:
        """Where a slide or a deck is written, or the file that has a figure if it is one whose value is wrong."""
        if look.loaded is None:
            return None
        if of == "slide":
            return look.places.get(name)
        if of == "deck":
            return deck.span if (deck := look.loaded.decks.get(name)) else None
        return Span((self.content / FIGURES).as_posix(), 1, 1)

    def figure_at(self, file: Path, text: str, line: int) -> str:
        """The name of the figure that is written at a line of a file with this text; empty where it is none."""
        return figure_at(text, line) if file.resolve() == (self.content / FIGURES).resolve() else ""

    def _load(self, language: str, brand: Path) -> tuple[Loaded | None, Diagnostics]:
        key = language, brand
        if key not in self._read:
            found, memory = Diagnostics(), self.memory(*key)
            loaded = pipeline.load(self.content, brand, found, self.template, language, memory)
            self._read[key] = loaded, found
        return self._read[key]

    def _view(self, choice: Choice, alone: str = "") -> DeckView | None:
        """A deck flat, as it was looked at; of its slides the one that is `alone`, or all."""
        self.look(choice)
        look = self._looks[choice]
        if look.loaded is None or look.made is None:
            return None
        content = look.loaded.contents[look.made.plan.audience]
        slides = tuple(slide for slide in look.made.plan.slides if alone in ("", slide.id))
        return deck_view(
            content, replace(look.made.plan, slides=slides), look.made.frames, look.loaded.language.numbers
        )

    def _unread(self, choice: Choice, loaded: Loaded | None, found: Diagnostics, before: _Look) -> _Look:
        """A deck that cannot be read, or that is not there any more."""
        if loaded is not None and loaded.whole:
            return _Look(DeckState(choice, self._offer(loaded)))
        slides = all_stale(before.slides)
        state = replace(before.state, pages=numbered(slides), whole=False)
        look = replace(before, loaded=None, own=tuple(found), ruled=(), slides=slides, state=state)
        return replace(look, state=replace(state, diagnostics=_told(look)))

    def _seen(self, choice: Choice, loaded: Loaded, found: Diagnostics, before: _Look) -> _Look:
        own = Diagnostics()
        own.extend(found)
        made, slides = (self._all_of if loaded.whole else self._sound_part)(choice, loaded, own, before)
        look = _Look(
            replace(self._state(choice, loaded, made, before), pages=numbered(slides)),
            loaded,
            made,
            tuple(own),
            before.ruled if loaded.whole else (),
            {**({} if loaded.whole else before.planned), **{slide.id: slide for slide in made.plan.slides}},
            slides,
            frozenset(ref.id for ref in loaded.decks[choice.deck].listed),
            {**({} if loaded.whole else before.places), **_places(loaded)},
        )
        return replace(look, state=replace(look.state, diagnostics=_told(look)))

    def _all_of(
        self, choice: Choice, loaded: Loaded, own: Diagnostics, before: _Look
    ) -> tuple[Made, Mapping[str, Pages]]:
        made = pipeline.make_deck(loaded, choice.deck, own)
        return made, self._drawn(choice, loaded, made, own)

    def _sound_part(
        self, choice: Choice, loaded: Loaded, own: Diagnostics, before: _Look
    ) -> tuple[Made, Mapping[str, Pages]]:
        """Of content with errors only the slides that changed are set, and what is known of the whole deck stays."""
        aside = replace(loaded, memory=self._asides.setdefault((choice.language, choice.brand), Memory()))
        plan = pipeline.plan_deck(aside, choice.deck, own)
        changed = replace(plan, slides=fresh(before.planned, plan.slides))
        made = Made(plan, pipeline.set_deck(aside, changed, own), b"")
        drawn = self._drawn(choice, loaded, made, own)
        gone = before.listed - {ref.id for ref in loaded.decks[choice.deck].listed}
        return made, kept_pages(before.slides, [slide.id for slide in plan.slides], drawn, gone)

    def _drawn(self, choice: Choice, loaded: Loaded, made: Made, own: Diagnostics) -> dict[str, Pages]:
        pictures = self._pictures.setdefault(choice, KnownPictures()).draw(loaded, made.frames, own)
        return _pages(made, pictures)

    def _state(self, choice: Choice, loaded: Loaded, made: Made, before: _Look) -> DeckState:
        """All but the pages. Sections and minutes of content with errors are those of before."""
        plan, facts, last = made.plan, made.plan.facts, before.state
        sections = tuple(PageSection(one.title, one.minutes, one.slides) for one in plan.sections)
        minutes = plan.minutes
        if not loaded.whole and last.sections:
            sections, minutes = _joined(last.sections, sections), last.minutes
        return DeckState(
            choice,
            self._offer(loaded),
            facts.title.plain,
            plan.audience,
            facts.minutes,
            minutes,
            sections,
            whole=loaded.whole,
        )

    def _offer(self, loaded: Loaded) -> Offer:
        decks = {name: deck.audience for name, deck in loaded.decks.items()}
        return Offer(decks, loaded.project.languages, tuple(self._brands()))

    def _brands(self) -> Iterable[Path]:
        """The brand file and those of the same name in folders below it."""
        yield self.brand
        for depth in range(1, BRAND_DEPTH + 1):
            pattern = "/".join(["[!.]*"] * depth + [self.brand.name])
            yield from (found for found in sorted(self.brand.parent.glob(pattern)) if is_file(found))


def _pages(made: Made, pictures: Mapping[str, str]) -> dict[str, Pages]:
    """The pages of each slide, in order."""
    slides = {slide.id: slide for slide in made.plan.slides}
    pages: dict[str, Pages] = {}
    for number, frame in enumerate(made.frames.frames, 1):
        slide, id = slides[slide_of(frame)], slide_of(frame)
        minutes = slide.minutes if id not in pages else slide.minutes * 0
        page = Page(
            frame.id,
            id,
            number,
            slide.kind,
            frame.title,
            minutes,
            _notes(frame),
            pictures[frame.id],
            slide.span,
            frame.ladder,
        )
        pages[id] = (*pages.get(id, ()), page)
    return pages


def _notes(frame: Frame) -> str:
    return "\n".join("".join(run.text for run in paragraph) for paragraph in frame.notes)


def _joined(before: tuple[PageSection, ...], now: tuple[PageSection, ...]) -> tuple[PageSection, ...]:
    """The sections of before, each with the new slides of the one that stands in its place."""
    known = {slide for section in before for slide in section.slides}
    fresh = {section.title: tuple(one for one in section.slides if one not in known) for section in now}
    return tuple(replace(one, slides=(*one.slides, *fresh.get(one.title, ()))) for one in before)


def _places(loaded: Loaded) -> dict[str, Span]:
    return {id: slide.span for content in loaded.contents.values() for id, slide in content.slides.items()}


def _told(look: _Look) -> Mapping[str, tuple[Diagnostic, ...]]:
    """All that was found, by slide."""
    return by_slide((*look.own, *look.ruled), look.places, look.slides.keys())
