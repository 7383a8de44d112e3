"""Quotes of a survey on slides. In: slides that say `quote: name`. Out: the same with the words and their source.

`quote:` stands in the place of `words:` on a slide of a kind that has these, and of `who:` where the quote tells of
whom it is. What a respondent wrote is shown as it is, whatever marks stand in it.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Names
from dataclasses import field
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Quotation
from deckgen.model.kind import Registry
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import split_for
from deckgen.nodes.names import check_name
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence, Unread, Verbatim
from deckgen.nodes.schema import keys

KEY: Final = "quote"
_HINT: Final = "keep this for them too, with `for`, or let more see what is named"
_WORDS, _WHO, _SOURCES = "words", "who", "sources"
FILLED: Final = (_WORDS, _WHO)
"""The fields in whose place a quote stands."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes that slides may show; `names` holds those too that are wrong, and is None where nobody knows them.

    `seen_by` holds who sees those of a dataset with a `for`; others are for all.
    """

    by_name: Names[str, Quotation]
    names: tuple[str, ...] | None
    seen_by: Names[str, tuple[str, ...]] = field(default_factory=dict)


def with_quotes(
    files: tuple[Node, ...], registry: Registry, quotes: Quotes, audiences: tuple[str, ...], diagnostics: Diagnostics
) -> tuple[Node, ...]:
    """The slide files with words in the place of `quote:`."""
    return tuple(_file(node, registry, quotes, audiences, diagnostics) for node in files)


def _file(
    node: Node, registry: Registry, quotes: Quotes, audiences: tuple[str, ...], diagnostics: Diagnostics
) -> Node:
    slides = node.get("slides") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(slides, Sequence):
        return node
    items = tuple(_slide(slide, registry, quotes, audiences, diagnostics) for slide in slides.items)
    if all(new is old for new, old in zip(items, slides.items, strict=True)):
        return node
    made = Sequence(items, slides.span)
    return Mapping(tuple((key, made if value is slides else value) for key, value in node.entries), node.span)


def _slide(
    slide: Node, registry: Registry, quotes: Quotes, audiences: tuple[str, ...], diagnostics: Diagnostics
) -> Node:
    named = slide.get(KEY) if isinstance(slide, Mapping) else None
    if not isinstance(slide, Mapping) or not isinstance(named, Scalar) or not _takes(slide, registry):
        return slide
    check_name(named, "quote", quotes.names, diagnostics)
    others = quotes.seen_by.get(named.text, audiences)
    for audience in split_for(slide, audiences, audiences, Diagnostics())[0]:
        if audience not in others:
            message = f"the quote `{named.text}` is for {' and '.join(others)} only, and {audience} sees this"
            diagnostics.error("not-for-audience", message, named.span, _HINT)
    return _filled(slide, named, quotes.by_name.get(named.text))


def _takes(slide: Mapping, registry: Registry) -> bool:
    """Whether a slide has a place for words that it leaves empty."""
    kind = slide.get("kind")
    known = registry.kinds.get(kind.text) if isinstance(kind, Scalar) else None
    if known is None or slide.get(_WORDS) is not None:
        return False
    return is_quotable(keys(known.fields))


def is_quotable(names: Collection[str]) -> bool:
    """Whether a kind with these fields shows what somebody said, and by no key of its own."""
    return all(one in names for one in FILLED) and KEY not in names


def _filled(slide: Mapping, named: Scalar, quote: Quotation | None) -> Mapping:
    if quote is None:
        words: Scalar = Unread("", True, named.span)
        made: dict[str, Node] = {_WORDS: words, _WHO: slide.get(_WHO) or words}
    else:
        made = {_WORDS: Verbatim(quote.words, False, named.span)}
        if quote.who and slide.get(_WHO) is None:
            made[_WHO] = Verbatim(quote.who, False, named.span)
        made[_SOURCES] = _with(slide.get(_SOURCES), Scalar(quote.source, True, named.span))
    kept = tuple((key, made.pop(key.text, value)) for key, value in slide.entries if key.text != KEY)
    return Mapping((*kept, *((Scalar(key, True, named.span), value) for key, value in made.items())), slide.span)


def _with(listed: Node | None, source: Scalar) -> Sequence:
    """The sources of a slide with one more."""
    items = listed.items if isinstance(listed, Sequence) else (listed,) if isinstance(listed, Scalar) else ()
    return Sequence((*items, source), source.span)
