"""Kinds and chart types as a terminal lists them. In: the registry. Out: a line for each, or a page of one.

`say` has what is said of them in another language; names and examples stay as they are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Protocol, assert_never

from deckgen.content.shapes import EVERY, SEEN_BY, own_keys, slide_keys
from deckgen.model.chart_type import ChartType
from deckgen.model.kind import Kind, Purpose
from deckgen.nodes.audiences import FOR
from deckgen.nodes.keys import ByName, Choice, Key, Leaf, ListOf, MappingOf, Noun, Shape

WIDTH: Final = 100
"""Characters across."""

PURPOSES: Final[Mapping[Purpose, str]] = {
    "message": "One thing to remember",
    "finding": "What was found, in numbers and words",
    "explanation": "How things are, or how they go",
    "recommendation": "What can be chosen",
    "ask": "What the meeting is asked",
    "dialogue": "What to talk about",
    "reference": "Where to look things up",
    "opening": "The first page",
    "agenda": "Where the meeting goes",
    "divider": "The page before a part",
    "closing": "The last page",
}
"""What a reader looks for, in the order in which kinds are listed."""

SAID: Final[Mapping[Noun, str]] = {
    "text": "text",
    "words": "text without figures",
    "value": "number or ${figure}",
    "plotted value": "number, ${figure} or –",
    "level": "average, median, a number or ${figure}",
    "number": "number",
    "whole number": "whole number",
    "true or false": "true or false",
    "name": "name",
    "source": "name",
    "tabulation": "name",
    "row": "name",
    "tabulated row": "name",
    "chart type": "name",
    "drawing": "name",
    "icon": "icon",
    "sign": "sign",
    "file": "file",
    "tiles": "tiles",
    "place": "place",
    "list": "list",
    "mapping": "keys of its own",
    "anything": "text, list or keys",
}

Say = Callable[[str], str]
PART: Final = "forms"
"""The part of a catalogue of messages that has what is said here in another language."""


SEEN: Final = Key(FOR, SEEN_BY, Leaf("name"), required=False)
"""The key by which a slide is kept to audiences."""


class Form(Protocol):
    """What a kind and a chart type have in common."""

    @property
    def name(self) -> str: ...
    @property
    def doc(self) -> str: ...


def headline(form: Form) -> str:
    """The first paragraph of what a form says of itself, on one line."""
    return whole(_paragraphs(form)[0])


def _paragraphs(form: Form) -> list[str]:
    return form.doc.strip().split("\n\n")


def whole(paragraph: str) -> str:
    """A paragraph on one line, as which a catalogue has it."""
    return " ".join(paragraph.split())


def listing(kinds: Iterable[Kind], say: Say = str) -> Iterator[str]:
    """A line for each kind, under what it is for."""
    every = list(kinds)
    wide = max((len(kind.name) for kind in every), default=0)
    for purpose, says in PURPOSES.items():
        own = [kind for kind in every if kind.purpose == purpose]
        if own:
            yield from (say(says), *(_line(kind, wide, say) for kind in own), "")


def lines(forms: Iterable[Form], say: Say = str) -> Iterator[str]:
    """A line for each form."""
    every = list(forms)
    wide = max((len(form.name) for form in every), default=0)
    yield from (_line(form, wide, say) for form in every)


def _line(form: Form, wide: int, say: Say) -> str:
    lead = f"  {form.name:<{wide}}  "
    return textwrap.fill(say(headline(form)), WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def kind_page(kind: Kind, say: Say = str) -> Iterator[str]:
    """What a kind is for, its fields, those of every slide, and its example as an item of `slides`."""
    purpose = say(PURPOSES[kind.purpose])
    yield f"{kind.name} – {purpose[0].lower()}{purpose[1:]}"
    yield from ("", _doc(kind, say), "", say("Fields"))
    yield from field_lines(fields_of(kind), say)
    yield from ("", say("Of every slide"))
    yield from field_lines((*EVERY, SEEN), say)
    yield from ("", say("Example"))
    yield as_item(kind.example)


def fields_of(kind: Kind) -> tuple[Key, ...]:
    """The fields of a kind, and what may stand in the place of some of them."""
    own = own_keys(kind)
    named = {key.name for key in (*EVERY, *own)}
    return (*own, *(key for key in slide_keys(kind) if key.name not in named))


def chart_page(chart: ChartType, say: Say = str) -> Iterator[str]:
    """What a chart type shows, and its example as an item of `slides`."""
    yield f"{chart.name} – {say(chart.shows)}"
    yield from ("", _doc(chart, say), "", say("The fields are those of the kind `chart`."), "", say("Example"))
    yield as_item(f"id: example.{chart.name.replace('_', '-')}\nkind: chart\n{chart.example}")


def _doc(form: Form, say: Say) -> str:
    """What a form says of itself: as its file has it, or filled anew in another language."""
    return "\n\n".join(one if say(own) == own else textwrap.fill(say(own), WIDTH) for one, own in _told(form))


def _told(form: Form) -> Iterator[tuple[str, str]]:
    """Each paragraph as it is written and on one line, as which a catalogue has it."""
    return ((one, whole(one)) for one in _paragraphs(form))


def paragraphs(form: Form) -> Iterator[str]:
    """All that a form says of itself, each paragraph on one line."""
    return (own for _, own in _told(form))


def as_item(example: str) -> str:
    """A slide in YAML as an item of the list `slides`."""
    return "  - " + textwrap.indent(example.rstrip("\n"), "    ").removeprefix("    ")


def field_lines(keys: Iterable[Key], say: Say = str) -> Iterator[str]:
    """A line for each key and what is below it: its shape, and what it says."""
    rows = list(_rows(keys, 1, say))
    wide = max((len(name) for name, _ in rows), default=0)
    for name, said in rows:
        lead = f"{name:<{wide}}  "
        yield textwrap.fill(said, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def _rows(keys: Iterable[Key], depth: int, say: Say) -> Iterator[tuple[str, str]]:
    for key in keys:
        if key.doc or depth == 1:
            optional = "" if key.required else f", {say('optional')}"
            said = [f"{shape_words(key.shape, say)}{optional}", *filter(None, [say(key.doc) if key.doc else ""])]
            yield f"{'  ' * depth}{key.name}", " – ".join(said)
            yield from _rows(below(key.shape), depth + 1, say)


def below(shape: Shape) -> tuple[Key, ...]:
    """The keys that stand under a key of this shape."""
    match shape:
        case MappingOf():
            return shape.keys if any(key.doc for key in shape.keys) else ()
        case ListOf():
            return below(shape.item)
        case ByName():
            return below(shape.value)
        case Leaf() | Choice():
            return ()
        case _:
            assert_never(shape)


def shape_words(shape: Shape, say: Say = str) -> str:
    """A shape in the words of whoever writes YAML."""
    match shape:
        case Leaf():
            return say(SAID[shape.noun])
        case Choice():
            return f" {say('or')} ".join(shape.names)
        case MappingOf():
            own = say(SAID["mapping"])
            return f"{say(SAID[shape.alone])} {say('or')} {own}" if shape.alone else own
        case ListOf():
            return f"{say('list')}{_counted(shape.least, shape.most, say)}{_of(shape.item, say)}"
        case ByName():
            return f"{say('name')}: {shape_words(shape.value, say)}"
        case _:
            assert_never(shape)


def _of(item: Shape, say: Say) -> str:
    """What a list is of; its keys are told below."""
    if isinstance(item, MappingOf) and item.alone is None:
        return f" {say('of items')}"
    return f" {say('of')} {shape_words(item, say)}"


def _counted(least: int, most: int, say: Say) -> str:
    if most:
        many = f"{least} {say('to')} {most}" if least != most else f"{least}"
        return f" ({many})" if least else f" ({say('at most')} {most})"
    return f" ({say('at least')} {least})" if least > 1 else ""
