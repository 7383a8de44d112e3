"""The order of the stages, and nothing else.

In: a content folder, a brand file, the name of a deck. Out: its plan, its frames and its file, all rules asked. Each
stage reports what is wrong and goes on where it can.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckgen.brand import load_brand, named_files
from deckgen.brand.mapping import load_mapping, mapping_file
from deckgen.checks.engine.subject import Stage as CheckStage
from deckgen.clock import created
from deckgen.content import ContentMemory, read_content
from deckgen.content.memory import stamp
from deckgen.diagnostics import Diagnostics, Span
from deckgen.drawings.draw import Studio, draw_deck
from deckgen.extensions import HINT, BrokenExtensionError
from deckgen.layout import deck as layout
from deckgen.layout.deck import KnownPages
from deckgen.layout.fits import Fits
from deckgen.layout.stage import Fitted, Stage
from deckgen.layout.unknown_faces import note_unknown_faces
from deckgen.locale import language
from deckgen.model.content import Content, Deck, Project
from deckgen.model.frames import FrameDeck
from deckgen.model.kind import Registry
from deckgen.model.known import Known
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import Member
from deckgen.model.picture import MOST_BYTES
from deckgen.model.plan import Plan
from deckgen.model.template import Template, TemplateMapping
from deckgen.model.theme import Theme
from deckgen.paths import exists, is_file
from deckgen.planning import KnownPlan, make_plan, sound_part
from deckgen.registry import registry

if TYPE_CHECKING:
    from deckgen.content.each_member import DeckForEach
    from deckgen.powerpoint.client_template.adopt.adoption import Adoption
    from deckgen.powerpoint.writer.deck import WrittenSlide


class Memory:
    """What was made of content before: hand one to each call, and a call does again only what an edit changed.

    Nothing need be told when content, brand, language or template change: what is kept is known by all that it was
    made of. One is for one content folder; two threads may not use one at the same time.
    """

    def __init__(self) -> None:
        self.content = ContentMemory()
        self._fits: dict[str, Fits[Fitted]] = {}
        self._planned: dict[str, KnownPlan] = {}
        self._pages: dict[str, KnownPages] = {}
        self._written: dict[str, Known[WrittenSlide]] = {}
        self._asked: dict[str, Known[Any]] = {}
        self._brand: _Brand | None = None
        self._template: tuple[Theme, Language, Template] | None = None
        self._adopted: tuple[tuple[object, ...], Adoption | None, Diagnostics] | None = None

    def fits(self, language: str) -> Fits[Fitted]:
        """What slides in a language came to."""
        if language not in self._fits:
            self._fits[language] = Fits()
        return self._fits[language]

    def planned(self, deck: str) -> KnownPlan:
        """What a deck was planned as."""
        return self._planned.setdefault(deck, KnownPlan())

    def pages(self, deck: str) -> KnownPages:
        """What the slides of a deck were set as."""
        return self._pages.setdefault(deck, KnownPages())

    def written(self, deck: str) -> Known[WrittenSlide]:
        """What the slides of a deck were written as."""
        return self._written.setdefault(deck, Known())

    def asked(self, deck: str) -> Known[Any]:
        """What rules worked out when they were asked of a deck."""
        return self._asked.setdefault(deck, Known())

    def brand(self, file: Path, diagnostics: Diagnostics, *, with_template: bool) -> Theme | None:
        """The theme of a brand file, read anew where it or a file that it names says something else."""
        said = file, with_template, _bytes_of(file)
        known = self._brand
        if known is None or known.said != said or known.named != _stamps(known.named):
            found = Diagnostics()
            theme = load_brand(file, file.as_posix(), found, with_template)
            known = self._brand = _Brand(said, _stamps(named_files(file)), theme, found)
        diagnostics.extend(known.found)
        return known.theme

    def own_template(self, theme: Theme, language: Language) -> Template:
        """The brand's own template, made anew for another brand or language alone."""
        if self._template is None or self._template[:2] != (theme, language):
            from deckgen.powerpoint.own_template.build import own_template

            self._template = theme, language, own_template(theme, language)
        return self._template[2]

    def adopted(self, file: Path, diagnostics: Diagnostics) -> Adoption | None:
        """A client's template, adopted anew where the file or the mapping beside it says something else."""
        stamp = (file, *map(_bytes_of, (file, mapping_file(file))))
        if self._adopted is None or self._adopted[0] != stamp:
            found = Diagnostics()
            self._adopted = stamp, adopt_template(file, found), found
        diagnostics.extend(self._adopted[2])
        return self._adopted[1]


@dataclass(frozen=True, slots=True)
class _Brand:
    """A theme with all that it was read of: what the brand file `said`, and the stamps of the files that it named."""

    said: tuple[object, ...]
    named: dict[Path, object]
    theme: Theme | None
    found: Diagnostics


def _stamps(files: Iterable[Path]) -> dict[Path, object]:
    return {file: stamp(file, MOST_BYTES) for file in files}


def _bytes_of(file: Path) -> bytes | None:
    """What stands in a file; None where it cannot be read, which whoever needs it reports."""
    try:
        return file.read_bytes() if is_file(file) else None
    except OSError:
        return None


@dataclass(frozen=True)
class Loaded:
    """Everything that decks are built from. `contents` is by audience.

    `whole` is False where the content has errors, so that a part of it is not there.
    """

    folder: str
    contents: dict[str, Content]
    registry: Registry
    theme: Theme
    template: Template
    language: Language
    whole: bool
    memory: Memory | None = None
    """What was made of slides before; None where nobody builds again."""
    original: Loaded | None = None
    """The same in the project's first language, where this is a translation that is held against it."""
    for_each: Mapping[str, DeckForEach] = field(default_factory=dict)
    """The decks that are made for each of several members, by name; they are in no content of an audience."""

    @property
    def project(self) -> Project:
        """The project, as its first audience sees it."""
        return next(iter(self.contents.values())).project

    @property
    def suffix(self) -> str:
        """What stands behind a deck's name in a language that is not the project's first: `board.en`."""
        code, default = self.project.language, self.project.languages[0]
        return "" if code == default else f".{code}"

    @property
    def decks(self) -> dict[str, Deck]:
        """All decks of all audiences, by name."""
        return dict(
            sorted((name, deck) for content in self.contents.values() for name, deck in content.decks.items())
        )


@dataclass(frozen=True)
class Made:
    """A deck that went through the stages; `data` is its file, empty where none was asked for or errors forbid it."""

    plan: Plan
    frames: FrameDeck
    data: bytes


def load(
    folder: Path,
    brand_file: Path,
    diagnostics: Diagnostics,
    template_file: Path | None = None,
    code: str = "",
    memory: Memory | None = None,
) -> Loaded | None:
    """Content for every audience, theme and template; None where errors leave nothing to go on with.

    Content is read in the language of `code`, one of the project's; without it, in the first. With a `memory`, what
    an earlier load or build made of the same is not made again.

    A client's `template_file`, or the one that the brand file names, takes the place of the brand's own template.
    """
    known = registry()
    read = read_content(folder, known, diagnostics, code, memory.content if memory else None)
    contents = read.by_audience
    theme = (memory or Memory()).brand(brand_file, diagnostics, with_template=template_file is None)
    if theme is None or not contents:
        return None
    spoken = language(next(iter(contents.values())).project.language)
    if spoken is None:
        return None
    taken = take_template(theme, spoken, template_file or theme.template, diagnostics, memory or Memory())
    if taken is None:
        return None
    whole = not diagnostics.has_errors
    return Loaded(folder.as_posix(), contents, known, *taken, spoken, whole, memory, for_each=read.for_each)


def for_member(loaded: Loaded, content: Content) -> Loaded:
    """What one member's deck is built from, in the place of what its audience sees."""
    return replace(loaded, contents={**loaded.contents, content.audience: content})


@dataclass(frozen=True)
class MemberPlan:
    """What one member's deck is to be; None where its content is wrong. `left_out`: the words for what it lacks."""

    member: Member
    content: Content | None
    plan: Plan | None
    left_out: tuple[str, ...] = ()


def plan_members(
    loaded: Loaded, deck: DeckForEach, diagnostics: Diagnostics, laid_out: Container[str] | None = None
) -> Iterator[MemberPlan]:
    """The plans of every member's deck; those of `laid_out`, or all, are set as well, to know that all of it fits.

    What is wrong with some names these; it is reported once all are planned. Slides that are the same for all are set
    once where there is a memory.
    """
    from deckgen.content.each_member import tell_of_members

    every: list[tuple[Member, Diagnostics]] = []
    for member in deck.members:
        told = deck.content(member)
        found, plan = told.found, None
        every.append((member, found))
        if told.content is not None and loaded.whole:
            own = for_member(loaded, told.content)
            try:
                plan = plan_deck(own, deck.name, found)
                if laid_out is None or member.key in laid_out:
                    set_deck(own, plan, found)
            except Exception as problem:
                report_broken(problem, loaded.folder, found)
        yield MemberPlan(member, told.content, plan, told.left_out)
    tell_of_members(every, deck, diagnostics)


def report_broken(problem: Exception, folder: str, diagnostics: Diagnostics) -> None:
    """A fault of ours in one of many decks is that deck's, and the others are made all the same."""
    message = f"the program failed on this deck: {type(problem).__name__}: {problem}"
    diagnostics.error("deck-broken", message, Span(folder), "report it, with the deck's content")


def take_template(
    theme: Theme, spoken: Language, client: Path | None, diagnostics: Diagnostics, memory: Memory
) -> tuple[Theme, Template] | None:
    """The template that decks are built on, with the theme on it: the brand's own, or a `client`'s."""
    if client is None:
        return theme, memory.own_template(theme, spoken)
    adopted = memory.adopted(client, diagnostics)
    if adopted is None:
        return None
    from deckgen.powerpoint.client_template.adopt.adoption import in_template

    taken = in_template(theme, adopted)
    note_unknown_faces(taken, client.as_posix(), diagnostics)
    if not adopted.own:
        return taken, adopted.template
    from deckgen.powerpoint.own_template.build import on_grounds

    return taken, on_grounds(adopted.template, taken)


def adopt_template(file: Path, diagnostics: Diagnostics, *, mapped: bool = True) -> Adoption | None:
    """A client's template, with the mapping that lies beside it if `mapped`; None where it cannot be used."""
    from deckgen.powerpoint.client_template.adopt.adoption import adopt
    from deckgen.powerpoint.client_template.preflight import preflight

    data = preflight(file, diagnostics)
    beside = mapping_file(file)
    mapping = load_mapping(beside, beside.as_posix(), diagnostics) if mapped and exists(beside) else TemplateMapping()
    return None if data is None or mapping is None else adopt(data, mapping, file.as_posix(), diagnostics)


def make_deck(
    loaded: Loaded,
    name: str,
    diagnostics: Diagnostics,
    rules: Collection[CheckStage] = (),
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Made:
    """One deck through every stage; `rules` are the stages whose rules are asked, and without any no file is made.

    `diagnostics` is the deck's own: no file is made where it comes to hold an error. Of content with errors, only the
    slides that were read well go through.
    """
    plan = plan_deck(loaded, name, diagnostics)
    frames = set_deck(loaded, plan, diagnostics)
    data = b""
    if rules and loaded.whole and not diagnostics.has_errors:
        try:
            data = deck_bytes(loaded, frames, diagnostics)
        except BrokenExtensionError as broken:
            diagnostics.error("broken-chart", str(broken), plan.span, HINT)
    run_rules(loaded, plan, frames, rules, diagnostics, data, select, ignore)
    return Made(plan, frames, data)


def plan_deck(loaded: Loaded, name: str, diagnostics: Diagnostics) -> Plan:
    """The plan of one deck, for its one audience."""
    deck = loaded.decks[name]
    content = loaded.contents[deck.audience]
    known = loaded.memory.planned(name) if loaded.memory else None
    plan = make_plan(content, deck, loaded.language, diagnostics, known)
    return plan if loaded.whole else sound_part(plan, content.figures)


def set_deck(loaded: Loaded, plan: Plan, diagnostics: Diagnostics) -> FrameDeck:
    """All frames of a plan, page numbers settled."""
    spoken, known = loaded.language, loaded.registry
    words, room = (spoken.labels, spoken.compounds), plan.facts.room
    fits = loaded.memory.fits(spoken.code) if loaded.memory else None
    if fits:
        fits.begin()
    stage = Stage(loaded.template, loaded.theme, known.charts, *words, fits=fits, room=room)
    date, pages = loaded.decks[plan.deck].date, loaded.memory.pages(plan.deck) if loaded.memory else None
    return layout.set_deck(plan, date, known.kinds, stage, spoken.dates, diagnostics, pages)


def deck_bytes(loaded: Loaded, frames: FrameDeck, diagnostics: Diagnostics | None = None) -> bytes:
    """The file of a deck, in memory, its drawings made for it; empty where one cannot be made, which is reported."""
    from deckgen.powerpoint.writer.deck import write_deck

    found = Diagnostics() if diagnostics is None else diagnostics
    known = loaded.memory.written(frames.deck) if loaded.memory else None
    drawn = draw_deck(frames, Studio(loaded.registry.drawings, loaded.theme, loaded.template), found)
    return b"" if found.has_errors else write_deck(drawn, loaded.template, created(frames.date), known)


def run_rules(
    loaded: Loaded,
    plan: Plan,
    frames: FrameDeck,
    stages: Collection[CheckStage],
    diagnostics: Diagnostics,
    data: bytes = b"",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> None:
    """Run the rules of `stages` over a deck; `data` is its file, which the rules of the last stage read."""
    if not stages:
        return
    from deckgen.checks import Subject, run_checks
    from deckgen.checks.engine.file_parts import Parts
    from deckgen.checks.engine.subject import Original

    first = loaded.original
    original = Original(first.contents, first.language) if first else None
    seen = (plan, frames, loaded.contents, loaded.language, loaded.theme, loaded.template, loaded.registry)
    asked: Known[Any] = loaded.memory.asked(plan.deck) if loaded.memory else Known()
    run_checks(Subject(*seen, Parts(data), loaded.whole, asked, original), stages, diagnostics, select, ignore)


def template_bytes(loaded: Loaded) -> bytes:
    """The template as a file of its own, in memory."""
    from deckgen.powerpoint.writer.deck import write_template

    return write_template(loaded.template)
