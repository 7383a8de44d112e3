"""Which slide layout of a client's template serves which of ours.

In: the slide layouts of a master as plain facts. Out: how well each one serves a family of slide layouts, and why.
Placeholders and their places count most, PowerPoint's own type next, names (in languages we know words of) last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from deckgen.model.contrast import contrast
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.grounds import WHOLE, ground_of
from deckgen.powerpoint.client_template.adopt.sheets import Holder, Master, Sheet

Family = Literal["cover", "section", "closing", "text", "two", "only", "chart", "table"]

OPENINGS: frozenset[Family] = frozenset(("cover", "section", "closing"))

_WORDS: Mapping[Family, str] = {
    "cover": r"title slide|cover|front|forside|titeldias|titelfolie|startfolie|diapositive de titre|page de titre"
    r"|titelbild|portada|frontespizio|titeldia|rubrikbild|tittellysbilde|opening|^titel$|^title$|capa",
    "section": r"section|afsnit|kapitel|chapter|abschnitt|divider|skille|avsnitt|sección|hoofdstuk|sezione|intertitre"
    r"|trenn|breaker|seção",
    "closing": r"closing|contact|kontakt|thank|^tak|danke|merci|schluss|afslut|^end|final|slut|back cover|bagside",
    "text": r"title and content|titel og indhold|titel und inhalt|titre et contenu|titel och innehåll"
    r"|tittel og innhold|título y|titel en|content|indhold|inhalt|contenu|text|tekst|bullets",
    "two": r"two content|to indholds|zwei inhalt|deux contenus|två delar|to innholds|dos objetos|two column|spalte"
    r"|2 column|kolonner",
    "only": r"title only|kun titel|nur titel|titre seul|endast rubrik|bare tittel|sólo el título|alleen titel"
    r"|only title|headline only",
    "chart": r"chart|diagram|\bgraph|\bgraf",
    "table": r"\btables?\b|tabel|tableau|tabell|\btablas?\b",
}
_ELSEWHERE: Mapping[str, str] = {
    "an agenda": r"agenda|dagsorden|tables? of contents?|indholdsfortegnelse|inhaltsverzeichnis|gliederung|sommaire"
    r"|table des mati|innehållsförteckning|innholdsfortegnelse|inhoudsopgave|tabla de contenido|índice|\bindice",
    "a quotation": r"quot(e|ation)|citat|zitat|citation|\bsitat|\bcita\b|citaat|citazione",
    "those who make slides": r"palette|colou?r scheme|typograph(y|ie)|typografi|style ?guide|guidelines?|how to use"
    r"|vejledning|instructions?|anleitung|icon library",
}
"""Names of slide layouts that are made for what deckgen sets on others, or for nobody who listens."""
_TYPES: Mapping[Family, tuple[str, ...]] = {
    "cover": ("title",),
    "section": ("secHead",),
    "text": ("obj", "tx"),
    "two": ("twoObj", "txAndObj", "objAndTx", "twoColTx", "txAndChart", "chartAndTx"),
    "only": ("titleOnly",),
    "chart": ("chart",),
    "table": ("tbl",),
}
_TEXT_TYPES = ("obj", "body", "subTitle")
_CONTENT_TYPES = ("obj", "body", "chart", "tbl", "dgm")
BIG_AREA, BIG_HEIGHT = 0.09, 0.2
"""How much of the page a placeholder takes at least that carries a slide's content."""
NARROW_TITLE = 0.45
"""Under this share of the page's width a title of two lines says too little."""
SMALL_AREA = 0.35
"""Under this a chart or a table is better drawn in the whole region."""
EVEN = 0.55
"""Of two places the narrower one takes at least this part of the other's width: less is a note beside a content."""
_CROWDED, _SMALL = 0.06, 0.3
"""From this share of where content stands art is in its way; what takes more of the page is a field to stand on."""
WIDE = 0.7
"""So it is under this share of the page's width, where other content would leave a hole beside it."""
_LARGE = 24.0
"""A title on top in smaller type than this opens nothing."""


@dataclass(frozen=True, slots=True)
class Score:
    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a slide, and what content slides stand on."""

    box: Box
    ground: str

    def share(self, box: Box) -> float:
        return box.width * box.height / (self.box.width * self.box.height)

    def big(self, holder: Holder) -> bool:
        return self.share(holder.box) >= BIG_AREA and holder.box.height >= BIG_HEIGHT * self.box.height


def content_holders(sheet: Sheet, page: Page) -> list[Holder]:
    """The placeholders that carry what a slide says, from left to right."""
    found = [one for one in sheet.of(*_CONTENT_TYPES) if page.big(one)]
    return sorted(found, key=lambda one: (one.box.x, one.box.y))


def text_strips(sheet: Sheet, page: Page) -> list[Holder]:
    """The smaller placeholders for text, from top to bottom."""
    found = [one for one in sheet.of(*_TEXT_TYPES) if not page.big(one)]
    return sorted(found, key=lambda one: (one.box.y, one.box.x))


def beside(holders: list[Holder]) -> tuple[Holder, Holder] | None:
    """The two largest placeholders where they stand side by side."""
    pair = sorted(sorted(holders, key=lambda one: -one.box.width * one.box.height)[:2], key=lambda one: one.box.x)
    if len(pair) < 2:
        return None
    left, right = pair
    level = min(left.box.bottom, right.box.bottom) - max(left.box.y, right.box.y)
    apart = left.box.right <= right.box.x + left.box.width // 20
    return (left, right) if apart and level > 0.5 * min(left.box.height, right.box.height) else None


def score(sheet: Sheet, family: Family, page: Page) -> Score | None:
    """How well a slide layout serves a family; None where it cannot."""
    fit = _FITS[family](sheet, page)
    if fit is None:
        return None
    said = list(fit)
    if sheet.type in _TYPES.get(family, ()):
        said.append((6.0, f"its type is {sheet.type}"))
    said.append(_named(" ".join(sheet.name.lower().split()), family))
    return Score(sum(worth for worth, _ in said), tuple(why for _, why in said if why))


def _named(name: str, family: Family) -> tuple[float, str]:
    """What a name tells: one that says an agenda, or an opening where content is wanted, excludes the others."""
    for elsewhere, words in _ELSEWHERE.items():
        if re.search(words, name):
            return -7.0, f"it is made for {elsewhere}"
    if re.search(_WORDS[family], name):
        return 3.0, "its name says so"
    others = [
        one for one, words in _WORDS.items() if one not in (family, "chart", "table") and re.search(words, name)
    ]
    if not others:
        return 0.0, ""
    chapter = family not in OPENINGS and not OPENINGS.isdisjoint(others) and OPENINGS.issuperset(others)
    return -4.0 if chapter else -1.0, "its name says another thing"


_Fit = list[tuple[float, str]]
"""What speaks for a slide layout and against it, each with its weight."""


def _opening(sheet: Sheet, page: Page) -> _Fit | None:
    title = sheet.title
    if title is None or title.box.width < 0.2 * page.box.width:
        return None
    said = [(2.0, "it has a title")]
    texts = [one for one in sheet.of("subTitle", "body") if one.box.width > 0.2 * page.box.width]
    said += [(2.0, "it has text under the title")] if texts else []
    if title.type == "ctrTitle":
        said.append((2.0, "its title is a cover's"))
    if [one for one in content_holders(sheet, page) if one.type == "obj"]:
        said.append((-4.0, "it is made for content"))
    if len(content_holders(sheet, page)) > 1 or sheet.of("chart", "tbl"):
        said.append((-4.0, "it has content beside the title"))
    if sheet.type not in ("title", "secHead") and _heads_content(title, page):
        said.append((-3.0 if title.size >= _LARGE else -6.0, "its title stands as on content"))
    pictures = sheet.of("pic")
    if pictures:
        said.append((-1.5 * len(pictures), "pictures would stay empty"))
    if any(page.share(one.box) > WHOLE for one in pictures):
        said.append((-3.0, "it lives by its picture"))
    return said


def _heads_content(title: Holder, page: Page) -> bool:
    """Whether a title is a line at the top, under which an opening would be an empty page."""
    on_top = title.box.y < 0.15 * page.box.height and title.box.bottom < 0.3 * page.box.height
    return title.type == "title" and on_top


def _section(sheet: Sheet, page: Page) -> _Fit | None:
    said = _opening(sheet, page)
    made_as_cover = sheet.title is not None and sheet.title.type == "ctrTitle" and sheet.type != "secHead"
    if said is not None and (sheet.type == "title" or made_as_cover):
        said.append((-3.0, "it is the cover"))
    return said


def _closing(sheet: Sheet, page: Page) -> _Fit | None:
    named = re.search(_WORDS["closing"], " ".join(sheet.name.lower().split()))
    return _opening(sheet, page) if named else None


def _plain(sheet: Sheet, page: Page) -> _Fit:
    """What every content slide wants: a title on top, the ordinary ground, nothing left empty."""
    title = sheet.title
    said: _Fit = []
    if title is None:
        said.append((-8.0, "it has no title"))
    elif title.box.y < 0.3 * page.box.height and title.box.height < 0.4 * page.box.height:
        said.append((3.0, "its title is on top"))
    else:
        said.append((-9.0, "its title is not on top"))
    if title is not None and title.type == "ctrTitle":
        said.append((-4.0, "its title is a cover's"))
    if title is not None and title.box.width < NARROW_TITLE * page.box.width:
        said.append((-4.0, "its title is narrow"))
    ground = ground_of(page.box, sheet.ground, sheet.drawn)
    if not ground or contrast(ground, page.ground or "FFFFFF") > 1.3:
        said.append((-5.0, "its ground is not that of the content slides"))
    empty = len(sheet.of("pic", "media", "clipArt"))
    if empty:
        said.append((-2.0 * empty, "pictures would stay empty"))
    if _crowded(sheet, page):
        said.append((-12.0, "art stands where content would"))
    if sheet.type in ("title", "secHead", "vertTx", "vertTitleAndTx"):
        said.append((-6.0, "it is for something else"))
    return said


def _crowded(sheet: Sheet, page: Page) -> bool:
    """Whether small solid things, such as samples of colours, stand in the middle of the page."""
    whole = page.box
    middle = whole.inset(whole.width // 16, whole.height // 4, whole.width // 16, whole.height // 8)
    things = {one.box for one in sheet.drawn if one.solid and page.share(one.box) < _SMALL}
    return sum(page.share(box) for box in things if middle.contains(box)) > _CROWDED * page.share(middle)


def _only(sheet: Sheet, page: Page) -> _Fit | None:
    extra = len(content_holders(sheet, page))
    said = _plain(sheet, page)
    said.append((3.0, "it has nothing beside the title") if not extra else (-1.5 * extra, "content would stay empty"))
    said.append((-0.6 * len(text_strips(sheet, page)), "small texts would stay empty"))
    return said


def _text(sheet: Sheet, page: Page) -> _Fit | None:
    found = [one for one in content_holders(sheet, page) if one.type in ("obj", "body")]
    if not found:
        return None
    said = _plain(sheet, page)
    largest = max(found, key=lambda one: page.share(one.box))
    said.append((8.0 * page.share(largest.box), f"its text takes {page.share(largest.box):.0%} of the page"))
    extra = len(content_holders(sheet, page)) - 1
    if extra:
        said.append((-3.0 * extra, "other content would stay empty"))
    said.append((-0.6 * len(text_strips(sheet, page)), "small texts would stay empty"))
    return said


def _two(sheet: Sheet, page: Page) -> _Fit | None:
    pair = beside(content_holders(sheet, page))
    if pair is None:
        return None
    even = min(one.box.width for one in pair) / max(one.box.width for one in pair)
    if even < EVEN:
        return None
    said = _plain(sheet, page)
    said.append((4.0, "it has two places side by side"))
    said.append((2.0 * even, "their widths"))
    said.append((-3.0 * (len(content_holders(sheet, page)) - 2), "other content would stay empty"))
    said.append((-0.6 * len(text_strips(sheet, page)), "small texts would stay empty"))
    return said


def _holding(kind: str) -> Callable[[Sheet, Page], _Fit | None]:
    def fit(sheet: Sheet, page: Page) -> _Fit | None:
        found = [one for one in content_holders(sheet, page) if one.type in (kind, "obj")]
        if not found:
            return None
        best = max(found, key=lambda one: (one.type == kind, page.share(one.box)))
        extra = len(content_holders(sheet, page)) - 1
        if page.share(best.box) < SMALL_AREA or (extra and best.box.width < WIDE * page.box.width):
            return None
        said = _plain(sheet, page)
        said.append((16.0 * page.share(best.box), f"its place takes {page.share(best.box):.0%} of the page"))
        said += [(2.0, f"it is made for a {'table' if kind == 'tbl' else kind}")] if best.type == kind else []
        if extra:
            said.append((-3.0 * extra, "other content would stay empty"))
        return said

    return fit


_FITS: Mapping[Family, Callable[[Sheet, Page], _Fit | None]] = {
    "cover": _opening,
    "section": _section,
    "closing": _closing,
    "text": _text,
    "two": _two,
    "only": _only,
    "chart": _holding("chart"),
    "table": _holding("tbl"),
}


def ranked(master: Master, family: Family, page: Page) -> list[tuple[Sheet, Score]]:
    """The slide layouts that can serve a family, best first; those that serve equally in their own order."""
    scored = [(sheet, found) for sheet in master.sheets if (found := score(sheet, family, page))]
    return sorted(scored, key=lambda one: -round(one[1].value, 3))


CORE: tuple[Family, ...] = ("cover", "section", "text", "two", "only")


def serves(master: Master, page: Page) -> float:
    """How well a master serves as a whole; what it has nothing for counts nothing, and content twice."""
    best = {family: found[0][1].value for family in CORE if (found := ranked(master, family, page))}
    return sum(max(0.0, value) * (1 if family in OPENINGS else 2) for family, value in best.items())
