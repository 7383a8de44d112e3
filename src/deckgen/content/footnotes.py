"""Footnotes and what refers to them. In: a slide as each audience sees it. Out: diagnostics on either without the
other.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Diagnostics
from deckgen.model.content import Deck, Slide
from deckgen.model.figure import Figure
from deckgen.model.text import Footnote, Text
from deckgen.model.texts import footnote_uses
from deckgen.nodes.grammar import HOW, is_name
from deckgen.nodes.scalars import suggestion


def read_footnotes(by_name: dict[str, Text], diagnostics: Diagnostics) -> tuple[Footnote, ...] | None:
    """The footnotes of a slide, in the order in which it says them; None where one has no name to be called by."""
    bad = [name for name in by_name if not is_name(name)]
    for name in bad:
        diagnostics.error("bad-name", f"`{name}` cannot be the name of a footnote", by_name[name].span, HOW)
    return None if bad else tuple(Footnote(name, text) for name, text in by_name.items())


def check_uses(slide: Slide, diagnostics: Diagnostics) -> None:
    """Every footnote that the slide's page names is there, and none is named where none can stand."""
    known = tuple(footnote.name for footnote in slide.footnotes)
    for use in footnote_uses((slide.title, slide.furniture, slide.fields)):
        if use.name not in known:
            message = f"the slide has no footnote `{use.name}`"
            hint = f"say it under `footnotes:` on the slide; {suggestion(use.name, known)}"
            diagnostics.error("unknown-footnote", message, use.span, hint)
    _refuse((*(footnote.text for footnote in slide.footnotes), slide.notes), "in notes or in a footnote", diagnostics)


def check_unused(views: Iterable[Slide], diagnostics: Diagnostics) -> None:
    """A footnote that no audience's view of a slide names is printed nowhere."""
    views = list(views)
    if not any(slide.footnotes for slide in views):
        return
    used = {use.name for slide in views for use in footnote_uses((slide.title, slide.furniture, slide.fields))}
    unused = {footnote.name: footnote for slide in views for footnote in slide.footnotes if footnote.name not in used}
    for name, footnote in unused.items():
        hint = f"write [^{name}] behind the words that it belongs to, or delete it"
        message = f"nothing on the slide refers to the footnote `{name}`, and it is printed nowhere"
        diagnostics.warning("unused-footnote", message, footnote.text.span, hint)


def check_elsewhere(decks: Iterable[Deck], figures: Iterable[Figure], diagnostics: Diagnostics) -> None:
    """A deck's own texts and the bases of figures have no footnotes: they stand on more slides than one."""
    for deck in decks:
        _refuse(deck, "in a deck file", diagnostics)
    for figure in figures:
        _refuse(figure.base, "in the base of a figure", diagnostics)


def _refuse(content: object, where: str, diagnostics: Diagnostics) -> None:
    for use in footnote_uses(content):
        hint = "say it in the text itself; a footnote belongs to what stands on its slide"
        diagnostics.error("footnote-not-here", f"a footnote cannot be named {where}", use.span, hint)
