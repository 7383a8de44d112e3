"""What is read of one edited item is what is read of the whole file, or nothing."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics
from deckgen.nodes.node import Node
from deckgen.nodes.one_item import with_item
from deckgen.nodes.reader import read_text

FILE: Final = """\
# Slides of the survey
slides:
  - id: reach
    title: Halvdelen har svaret
    notes: |
      Sig det roligt.

      Hold en pause.
    items: [et, to]

  # the next one
  - id: trust
    title: "Tilliden er
      høj"
    facts:
      - label: Svar
        value: 12
  - id: close
    title: Tak
    notes:"""
LINES: Final = (
    "    title: En anden titel",
    "    title: 'En",
    "    title: [a, b",
    "    title: &a b",
    "    title: a\u201cb",
    "    id: again",
    "    notes: |",
    "    - label: x",
    "  - id: new",
    "   - id: new",
    "- id: new",
    "slides:",
    "more: {a: b}",
    "---",
    "...",
    "# said aside",
    "\t",
    "",
)


def places(node: Node | None) -> str:
    """All that a node holds, with where it ends."""
    return repr(node)


def whole(text: str) -> tuple[Node | None, list[str]]:
    found = Diagnostics()
    return read_text(text, "f.yaml", found), [str(one) for one in found]


def edited(text: str, at: int, line: str) -> str:
    lines = text.split("\n")
    lines[at % len(lines)] = line
    return "\n".join(lines)


def read(text: str, before: str) -> Node | None:
    node, found = whole(before)
    assert node is not None and not found
    return with_item(text, before, node, "f.yaml")


@settings(max_examples=120, deadline=None)
@given(
    at=st.integers(0, FILE.count("\n")),
    line=st.sampled_from(LINES) | st.text("ab :-#|>[]{}'\"&*\n", max_size=12).filter(lambda one: "\n" not in one),
    ending=st.sampled_from(("", "\n", "\n\n# the end\n", "\n...\n")),
)
@example(at=3, line=LINES[0], ending="\n")
@example(at=18, line="    notes: |", ending="")
def test_of_one_item_is_read_what_is_read_of_the_whole(at: int, line: str, ending: str) -> None:
    before = FILE + ending
    text = edited(before, at, line)
    found = read(text, before)
    node, said = whole(text)
    assert found is None or (places(found) == places(node) and not said)


@pytest.mark.parametrize("at", [3, 5, 11, 15, 18])
def test_an_edited_item_is_read_and_the_others_stay_the_same_objects(at: int) -> None:
    node, _ = whole(FILE)
    text = edited(FILE, at, FILE.split("\n")[at].replace("a", "b").replace("r", "n"))
    found = with_item(text, FILE, node, "f.yaml") if node else None
    assert found is not None and node is not None
    now, old = (one.entries[0][1].items for one in (found, node))  # type: ignore[union-attr]
    assert sum(one is not other for one, other in zip(now, old, strict=True)) == 1


@pytest.mark.parametrize("text", [FILE + "\nmore: b\n", "slides: [a, b]\n", "slides: [a,\n  b]\n", "a: b\n"])
def test_what_is_no_list_at_the_end_of_a_file_is_read_as_a_whole(text: str) -> None:
    assert read(text.replace("b", "c"), text) is None
