"""Kinds and chart types as a terminal lists them. In: the registry. Out: a line for each, or a page of one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Protocol, assert_never

from deckgen.content.shapes import EVERY, own_keys
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

_SAID: Final[Mapping[Noun, str]] = {
    "text": "text",
    "words": "text without figures",
    "value": "number or ${figure}",
    "plotted value": "number, ${figure} or –",
    "level": "average, median, a number or ${figure}",
    "number": "number",
    "whole number": "whole number",
    "true or false": "true or false",
    "name": "name",
    "icon": "icon",
    "sign": "sign",
    "file": "file",
    "tiles": "tiles",
    "place": "place",
    "list": "list",
    "mapping": "mapping",
    "anything": "text, list or mapping",
}


class Form(Protocol):
    """What a kind and a chart type have in common."""

    @property
    def name(self) -> str: ...
    @property
    def doc(self) -> str: ...


def headline(form: Form) -> str:
    """The first paragraph of what a form says of itself, on one line."""
    return " ".join(form.doc.strip().partition("\n\n")[0].split())


def listing(kinds: Iterable[Kind]) -> Iterator[str]:
    """A line for each kind, under what it is for."""
    every = list(kinds)
    wide = max((len(kind.name) for kind in every), default=0)
    for purpose, says in PURPOSES.items():
        own = [kind for kind in every if kind.purpose == purpose]
        if own:
            yield from (says, *(_line(kind, wide) for kind in own), "")


def lines(forms: Iterable[Form]) -> Iterator[str]:
    """A line for each form."""
    every = list(forms)
    wide = max((len(form.name) for form in every), default=0)
    yield from (_line(form, wide) for form in every)


def _line(form: Form, wide: int) -> str:
    lead = f"  {form.name:<{wide}}  "
    return textwrap.fill(headline(form), WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def kind_page(kind: Kind) -> Iterator[str]:
    """What a kind is for, its fields, those of every slide, and its example as an item of `slides`."""
    yield f"{kind.name} – {PURPOSES[kind.purpose][0].lower()}{PURPOSES[kind.purpose][1:]}"
    yield from ("", kind.doc.strip(), "", "Fields")
    yield from field_lines(own_keys(kind))
    yield from ("", "Of every slide")
    seen = Key(FOR, "The audiences that see it; others do not.", Leaf("name"), required=False)
    yield from field_lines((*EVERY, seen))
    yield from ("", "Example")
    yield as_item(kind.example)


def chart_page(chart: ChartType) -> Iterator[str]:
    """What a chart type shows, and its example as an item of `slides`."""
    yield f"{chart.name} – {chart.shows}"
    yield from ("", chart.doc.strip(), "", "The fields are those of the kind `chart`.", "", "Example")
    yield as_item(f"id: example.{chart.name.replace('_', '-')}\nkind: chart\n{chart.example}")


def as_item(example: str) -> str:
    """A slide in YAML as an item of the list `slides`."""
    return "  - " + textwrap.indent(example.rstrip("\n"), "    ").removeprefix("    ")


def field_lines(keys: Iterable[Key]) -> Iterator[str]:
    """A line for each key and what is below it: its shape, and what it says."""
    rows = list(_rows(keys, 1))
    wide = max((len(name) for name, _ in rows), default=0)
    for name, said in rows:
        lead = f"{name:<{wide}}  "
        yield textwrap.fill(said, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def _rows(keys: Iterable[Key], depth: int) -> Iterator[tuple[str, str]]:
    for key in keys:
        if key.doc or depth == 1:
            said = [f"{shape_words(key.shape)}{'' if key.required else ', optional'}", *filter(None, [key.doc])]
            yield f"{'  ' * depth}{key.name}", " – ".join(said)
            yield from _rows(below(key.shape), depth + 1)


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


def shape_words(shape: Shape) -> str:
    """A shape in the words of whoever writes YAML."""
    match shape:
        case Leaf():
            return _SAID[shape.noun]
        case Choice():
            return " or ".join(shape.names)
        case MappingOf():
            return f"{_SAID[shape.alone]} or mapping" if shape.alone else "mapping"
        case ListOf():
            return f"list{_counted(shape.least, shape.most)}{_of(shape.item)}"
        case ByName():
            return f"name: {shape_words(shape.value)}"
        case _:
            assert_never(shape)


def _of(item: Shape) -> str:
    """What a list is of; its keys are told below."""
    return " of items" if isinstance(item, MappingOf) and item.alone is None else f" of {shape_words(item)}"


def _counted(least: int, most: int) -> str:
    if most:
        return f" (at most {most})" if not least else f" ({least})" if least == most else f" ({least} to {most})"
    return f" (at least {least})" if least > 1 else ""
