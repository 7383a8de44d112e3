"""What the slides of a deck are set with, and the heads that one of them may stand under.

In: a template, a theme, chart types, and the arrangements of a planned slide. Out: the stage of that slide, and the
slide layout of an arrangement with the room that its head leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, partial

from deckgen.layout.bleed import Page, beside
from deckgen.layout.chrome import Chrome, headed
from deckgen.layout.fits import Fits
from deckgen.layout.head import Head
from deckgen.layout.parting import proportion
from deckgen.layout.placement import Placed
from deckgen.layout.setting import Misfit, References, Setting
from deckgen.layout.smaller import grown
from deckgen.model.blocks import Arrangement
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import TextItem
from deckgen.model.language import Compounds, Labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import SlideLayout, Template, on_ground
from deckgen.model.text import Text
from deckgen.model.theme import Ground, Room, Theme


@dataclass(frozen=True)
class Stage:
    """What every slide of a deck is set with; a copy remembers nothing of what was measured on it."""

    template: Template
    theme: Theme
    charts: Mapping[str, ChartType]
    labels: Labels
    compounds: Compounds = field(default_factory=dict)
    title_sizes: Mapping[str, float] = field(default_factory=dict)
    """The type that all titles of a deck share, by slide layout, where a client's template leads (see chrome)."""
    fits: Fits[Fitted] | None = None
    """What was fitted before; None: nothing is kept."""
    room: Room = "chamber"
    heads: Mapping[HeadKey, Head] = field(default_factory=dict)
    """The head of the slide that is being set, on each slide layout that it may be set on."""
    references: References = field(default_factory=References)
    """What is numbered on the slide that is being set; of the pages only those that it shows, so that what is
    kept of it changes with no other."""
    size: float = 1.0
    """How large a body is set against what it is measured as: smaller than the type scale goes, as a last resort."""

    @cached_property
    def _settings(self) -> dict[int, Setting]:
        """Those that were asked for: most slides are set at one step."""
        return {}

    def setting(self, step: int) -> Setting:
        """What texts are measured with, so many steps down the type scale."""
        if step not in self._settings:
            common = (self.compounds, self.room, self.references)
            made = Setting(self.theme, self.charts, step, *common)
            self._settings[step] = made if self.fits is None else self.fits.remembering(made)
        return self._settings[step]


HeadKey = tuple[str, Text, str, float, bool]
"""The slide layout of an arrangement, its subtitle, the side of a picture and a drawing's proportion beside it, and
whether the title recedes."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The pages of one slide: what was placed, under which head, and where the ladder was climbed."""

    head: HeadKey
    pages: tuple[Placed, ...]
    ladder: tuple[str, ...]
    misfits: tuple[Misfit, ...] = ()
    size: float = 1.0
    """How much smaller than the type scale goes the body is set."""


def under_heads(page: Chrome, arrangements: Sequence[Arrangement], ground: Ground, stage: Stage) -> Stage:
    """The stage with the head of the slide on each slide layout that its arrangements name; nothing measured yet."""

    def made(one: Arrangement) -> Head:
        return headed_on(page, head_key(one), _on(ground, one, stage), stage)

    return replace(stage, heads=_Heads({head_key(one): partial(made, one) for one in arrangements}))


class _Heads(Mapping[HeadKey, Head]):
    """Heads that are made when one is first looked at: most slides fit as their first arrangement has them."""

    def __init__(self, made: Mapping[HeadKey, Callable[[], Head]]) -> None:
        self._made = made
        self._known: dict[HeadKey, Head] = {}

    def __getitem__(self, key: HeadKey) -> Head:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made[key]()
        return found

    def __iter__(self) -> Iterator[HeadKey]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def head_key(arrangement: Arrangement) -> HeadKey:
    """By what the head over an arrangement is told from those over the others of its slide."""
    side = arrangement.bleed.side if arrangement.bleed else ""
    drawing = proportion(arrangement.canvas)
    return arrangement.slide_layout, arrangement.subtitle, side, drawing, arrangement.quiet_title


def headed_on(page: Chrome, key: HeadKey, layout: SlideLayout, stage: Stage) -> Head:
    """The head of a page on a slide layout, in the type that all titles on it share."""
    name, subtitle, _, drawing, quiet = key
    recedes = quiet and layout.flows
    size = 0.0 if recedes else stage.title_sizes.get(name, 0.0)
    settled = replace(page, title_size=size, subtitle=subtitle, drawing=drawing)
    found = headed(settled, _small_title(layout) if recedes else layout, stage.setting(0), stage.labels)
    return replace(found, title=_receding(found.title)) if recedes else found


def _small_title(layout: SlideLayout) -> SlideLayout:
    """The slide layout with a title that is set as a lead over what is larger than any title."""
    return replace(layout, slots={**layout.slots, "title": replace(layout.slots["title"], role="lead")})


def _receding(title: TextItem) -> TextItem:
    return replace(title, paragraphs=tuple(replace(one, color="muted") for one in title.paragraphs))


def _on(ground: Ground, arrangement: Arrangement, stage: Stage) -> SlideLayout:
    """The slide layout on the ground that is wanted, where the template has it on that ground.

    What it has stands beside the picture, where the arrangement has one that runs off the page.
    """
    layouts = stage.template.slide_layouts
    layout = layouts.get(on_ground(arrangement.slide_layout, ground)) or layouts[arrangement.slide_layout]
    return beside(arrangement.bleed, layout, page_of(stage)) if arrangement.bleed else layout


def page_of(stage: Stage) -> Page:
    """The page in the measure of the slide layouts."""
    template = stage.template
    return Page(round(template.width / template.scale), round(template.height / template.scale))


def layout_left(arrangement: Arrangement, stage: Stage) -> SlideLayout:
    """The slide layout with the room that the head leaves, as large as a body of that size sees it."""
    return grown(stage.heads[head_key(arrangement)].layout, stage.size)


def layouts_left(stage: Stage) -> tuple[SlideLayout, ...]:
    """The slide layouts of all arrangements with the room that their heads leave."""
    return tuple(head.layout for head in stage.heads.values())
