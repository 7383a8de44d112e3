"""Kinds and chart types as they are listed: all, with fields as the loader reads them and examples to paste."""

from __future__ import annotations

from typing import Any

import pytest

import deckgen
from content_folders import Plain, Rows
from deckgen.catalogue.pages import chart_page, field_lines, kind_page, listing, shape_words
from deckgen.content.slides import example_fields
from deckgen.diagnostics import Diagnostics
from deckgen.model.list_item import ListItem
from deckgen.model.text import PlottedValue, Text, Value
from deckgen.nodes.keys import keys_of, shape_of
from deckgen.nodes.node import Mapping, Node, Sequence
from deckgen.nodes.reader import read_text
from deckgen.nodes.schema import keys
from deckgen.registry import registry

KINDS, CHARTS = registry().kinds, registry().charts


def _pasted(page: list[str]) -> Node:
    """The slide that a page's example is, where it stands below `slides:`."""
    example = page[page.index("Example") + 1 :]
    found = Diagnostics()
    node = read_text("\n".join(["slides:", *example]), "pasted.yaml", found)
    assert not list(found) and isinstance(node, Mapping)
    slides = node.get("slides")
    assert isinstance(slides, Sequence) and len(slides.items) == 1
    return slides.items[0]


def _without_places(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _without_places(value) for key, value in node.entries}
    return [_without_places(item) for item in node.items] if isinstance(node, Sequence) else node.text


def test_every_kind_is_listed_once_under_what_it_is_for() -> None:
    names = [line.split()[0] for line in listing(KINDS.values()) if line.startswith("  ") and line[2] != " "]
    assert sorted(names) == sorted(KINDS)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_has_the_keys_that_the_loader_reads(name: str) -> None:
    assert tuple(key.name for key in keys_of(KINDS[name].fields)) == keys(KINDS[name].fields)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_example_of_a_page_pasted_is_the_example(name: str) -> None:
    found = Diagnostics()
    example = read_text(KINDS[name].example, "example.yaml", found)
    assert example is not None
    assert _without_places(_pasted(list(kind_page(KINDS[name])))) == _without_places(example)
    assert example_fields(KINDS[name])


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_the_example_of_a_chart_pasted_is_a_slide(name: str) -> None:
    slide = _without_places(_pasted(list(chart_page(CHARTS[name]))))
    assert slide["kind"] == "chart" and slide["chart"] == name and slide["id"].startswith("example.")


def test_fields_say_their_shape_and_whether_they_must_be_there() -> None:
    assert list(field_lines(keys_of(Plain))) == ["  lead  text, optional – A line."]
    assert list(field_lines(keys_of(Rows))) == [
        "  rows        list (1 to 12) of items – The rows.",
        "    label     text – What it is.",
        "    value     number or ${figure} – How much.",
        "    emphasis  true or false, optional – True on the finding.",
        "  order       value or given, optional – How they are sorted.",
    ]


@pytest.mark.parametrize(
    ("wanted", "least", "most", "words"),
    [
        (tuple[Text, ...], 0, 0, "list of text"),
        (tuple[Text, ...], 2, 0, "list (at least 2) of text"),
        (tuple[Text, ...], 0, 4, "list (at most 4) of text"),
        (tuple[Text, ...], 3, 3, "list (3) of text"),
        (tuple[PlottedValue, ...], 1, 0, "list of number, ${figure} or –"),
        (tuple[ListItem, ...], 0, 0, "list of text or keys of its own"),
        (dict[str, Text], 0, 0, "name: text"),
        (Value | None, 0, 0, "number or ${figure}"),
    ],
)
def test_shapes_in_words(wanted: Any, least: int, most: int, words: str) -> None:
    assert shape_words(shape_of(wanted, least, most)) == words


def test_a_name_may_be_written_with_hyphens_as_ids_are() -> None:
    assert deckgen.list_kinds("range-bars").kinds == (KINDS["range_bars"],)
    assert deckgen.list_charts("stacked-bar").charts == (CHARTS["stacked_bar"],)


@pytest.mark.parametrize(("ask", "noun"), [(deckgen.list_kinds, "kind"), (deckgen.list_charts, "chart type")])
def test_a_name_that_nobody_has_is_told_with_what_comes_near(ask: Any, noun: str) -> None:
    near = "tally" if noun == "kind" else "column"
    with pytest.raises(deckgen.UsageError, match=f"There is no {noun} '{near}s'. Did you mean '{near}'"):
        ask(f"{near}s")
