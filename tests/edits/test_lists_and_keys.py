"""Lists and mappings that are written anew: items and keys come, go and move, and all else stands as it stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.edits.rewriting import rewritten
from deckgen.edits.tree import Mapping, Scalar, Sequence, Tree, every, tree_of
from deckgen.edits.wanted import Item, Items, Keys, Wanted

ROOT = Path(__file__).parent.parent.parent
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))

FILE = """\
# Om mødet

slides:
  # den første
  - id: a.one
    title: Vi er her   # kort
    points:
      # om kontoret
      - Eget kontor
      - ${large|words} af dem   # de store

      # om det andet
      - label: Et navn
        count: 3
    notes: >
      En linje, der
      går videre.

  - id: a.two   # den anden
    criteria: [Hvem, "Hvad, og hvor", Når]
    row: {label: Ønsker dialog, value: "${dialogue}"}
    so-what: ""
# enden
"""


def place(text: str, sought: str) -> tuple[int, int]:
    at = text.index(sought)
    return text[:at].count("\n") + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def made(sought: str, wanted: Wanted) -> str:
    """The lines of the file that are others, before and after."""
    after = rewritten(FILE, *place(FILE, sought), wanted)
    assert after is not None
    start = 0
    while FILE[:start] == after[:start] and start <= len(FILE):
        start += 1
    start = FILE.rfind("\n", 0, start - 1) + 1
    end = 0
    while end < min(len(FILE), len(after)) - start and FILE[len(FILE) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    end = len(FILE) - FILE.index("\n", max(start, len(FILE) - end))
    return after[start : len(after) - end]


def kept(*origins: int) -> tuple[Item, ...]:
    return tuple(Item(origin, None) for origin in origins)


def test_items_move_with_the_comments_that_are_about_them() -> None:
    assert made("- Eget", Items(kept(1, 0, 2))) == (
        "      - ${large|words} af dem   # de store\n      # om kontoret\n      - Eget kontor"
    )
    assert made("- Eget", Items(kept(2, 0, 1))) == (
        "      # om det andet\n"
        "      - label: Et navn\n"
        "        count: 3\n"
        "      # om kontoret\n"
        "      - Eget kontor\n"
        "      - ${large|words} af dem   # de store"
    )


def test_an_item_goes_with_the_comment_above_it() -> None:
    assert "om det andet" not in (rewritten(FILE, *place(FILE, "- Eget"), Items(kept(0, 1))) or "om det andet")
    left = rewritten(FILE, *place(FILE, "- Eget"), Items(kept(2)))
    assert left is not None
    assert "    points:\n      # om det andet\n      - label: Et navn\n        count: 3\n    notes: >\n" in left


def test_an_item_comes_in_the_form_of_the_others() -> None:
    more = Items((*kept(0, 1), Item(None, "Nyt: her"), Item(2, Keys({"count": None, "icon": "users"}, ("label",)))))
    assert made("- Eget", more).split("\n") == [
        '      - "Nyt: her"',
        "",
        "      # om det andet",
        "      - label: Et navn",
        "        icon: users",
    ]
    slides = rewritten(FILE, *place(FILE, "- id: a.one"), Items((*kept(0), Item(None, Keys({"id": "b"})), *kept(1))))
    assert slides is not None
    assert "går videre.\n\n  - id: b\n\n  - id: a.two" in slides


def test_an_item_of_another_sort_is_written_anew() -> None:
    under = Keys(
        {"text": "Eget kontor", "items": Items((Item(None, "i Aalborg"), Item(None, "i Hjørring")))}, ("text",)
    )
    assert made("- Eget", Items((Item(0, under), *kept(1, 2)))).split("\n") == [
        "      - text: Eget kontor",
        "        items:",
        "          - i Aalborg",
        "          - i Hjørring",
    ]
    assert made("- Eget", Items((*kept(0, 1), Item(2, "Et navn")))) == "      - Et navn"


def test_keys_come_where_they_belong_and_go() -> None:
    order = ("id", "title", "subtitle", "points", "minutes", "notes")
    more = Keys({"subtitle": "Under", "minutes": "2", "title": "Alle er her"}, order)
    lines = (rewritten(FILE, *place(FILE, "id: a.one"), more) or "").split("\n")
    assert lines[4:7] == ["  - id: a.one", "    title: Alle er her   # kort", "    subtitle: Under"]
    assert lines[15:17] == ["    minutes: 2", "    notes: >"]
    less = rewritten(FILE, *place(FILE, "id: a.one"), Keys({"points": None, "notes": None}))
    assert less == FILE[: FILE.index("    points")] + "\n" + FILE[FILE.index("  - id: a.two") :]


def test_a_long_new_text_is_folded() -> None:
    long = "Et ord og et til, " * 12 + "og så ikke flere."
    text = rewritten(FILE, *place(FILE, "id: a.two"), Keys({"notes": f"{long}\nOg et afsnit til."}))
    assert text is not None
    assert "    notes: >\n      Et ord" in text
    assert max(map(len, text.split("\n"))) <= 120
    assert yaml.safe_load(text)["slides"][1]["notes"] == f"{long}\nOg et afsnit til.\n"


def test_what_stands_in_brackets_stays_there() -> None:
    assert made("[Hvem", Items((*kept(2, 0), Item(None, "Hvad, nu"), Item(1, "Hvor")))) == (
        '    criteria: [Når, Hvem, "Hvad, nu", "Hvor"]'
    )
    assert made("{label", Keys({"label": "Vil, og kan", "emphasis": "true"})) == (
        '    row: {label: "Vil, og kan", value: "${dialogue}", emphasis: true}'
    )
    assert made("{label", Keys({"label": None})) == '    row: {value: "${dialogue}"}'


def test_a_list_that_is_emptied_is_an_empty_one() -> None:
    assert made("id: a.one", Keys({"points": Items(())})) == "    points: []"
    assert made("[Hvem", Items(())) == "    criteria: []"


def test_what_is_no_list_is_not_written_as_one() -> None:
    assert rewritten(FILE, *place(FILE, "Vi er her"), Items(())) is None
    assert rewritten(FILE, *place(FILE, "- Eget"), Keys({"a": "b"})) is None
    assert rewritten(FILE, *place(FILE, "- Eget"), Items((Item(3, None),))) is None
    assert rewritten(FILE, *place(FILE, "- Eget"), Items(())) is None  # only behind its key


def data(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # makes texts alone


def groups(text: str) -> list[Sequence | Mapping]:
    return [one for one in every(tree_of(text)) if not isinstance(one, Scalar) and one.items]


def place_of(text: str, node: Tree) -> tuple[int, int]:
    line = text[: node.start].count("\n") + 1
    return line, node.start - (text.rfind("\n", 0, node.start) + 1) + 1


WORDS = st.text(st.sampled_from("aæÅ🙂 0–-:#,'\"{}[]&*!|>%@`?\\\n"), max_size=30)


@settings(max_examples=60)
@given(st.data())
def test_any_order_of_any_list_is_what_is_read(draws: Any) -> None:
    text = draws.draw(st.sampled_from(CONTENT)).read_text(encoding="utf-8")
    lists = [one for one in groups(text) if isinstance(one, Sequence)]
    if not lists:
        return
    node = draws.draw(st.sampled_from(lists))
    order = draws.draw(st.permutations(range(len(node.items))))
    kept_ones = order[: draws.draw(st.integers(1, len(order)))]
    said = draws.draw(WORDS)
    wanted = Items((*kept(*kept_ones), Item(None, said)))
    after = rewritten(text, *place_of(text, node), wanted)
    assert after is not None
    there = rewritten(after, *place_of(after, at_same_place(after, text, node)), Items(kept(*range(len(kept_ones)))))
    assert there is not None
    if len(kept_ones) == len(order):
        back = Items(kept(*(list(order).index(number) for number in range(len(order)))))
        first = rewritten(there, *place_of(there, at_same_place(there, text, node)), back)
        assert first is not None
        assert data(first) == data(text)
        assert sorted(map(str.strip, first.split("\n"))) == sorted(map(str.strip, text.split("\n")))


def at_same_place(after: str, text: str, node: Tree) -> Tree:
    """The list that has the number of the one that was edited, of those that nothing before it changed."""
    before = sum(1 for one in groups(text) if isinstance(one, Sequence) and one.start < node.start)
    inner = [one for one in groups(after) if isinstance(one, Sequence)]
    return inner[before]


@settings(max_examples=60)
@given(st.data(), WORDS, WORDS)
def test_any_key_of_any_mapping_is_what_is_read(draws: Any, value: str, other: str) -> None:
    text = draws.draw(st.sampled_from(CONTENT)).read_text(encoding="utf-8")
    node = draws.draw(st.sampled_from([one for one in groups(text) if isinstance(one, Mapping)]))
    names = tuple(key.text for key in node.keys)
    gone = draws.draw(st.sampled_from(names)) if len(names) > 1 else ""
    order = (*names[: draws.draw(st.integers(0, len(names)))], "neu", *names)
    new = Items((Item(None, value), Item(None, Keys({"a": other, "b": value}))))
    wanted = Keys({"neu": new, **({gone: None} if gone else {})}, order)
    after = rewritten(text, *place_of(text, node), wanted)
    assert after is not None
    if not gone:
        at = place_of(after, next(one for one in groups(after) if isinstance(one, Mapping) and _has(one, "neu")))
        assert rewritten(after, *at, Keys({"neu": None})) == text


def _has(node: Mapping, name: str) -> bool:
    return any(key.text == name for key in node.keys)


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_every_list_that_is_turned_twice_is_itself_again(file: Path) -> None:
    """To the letter, but for blank lines, which stay between the same items."""
    text = file.read_text(encoding="utf-8")
    for node in [one for one in groups(text) if isinstance(one, Sequence)][:40]:
        turned = kept(*reversed(range(len(node.items))))
        once = rewritten(text, *place_of(text, node), Items(turned))
        assert once is not None
        twice = rewritten(once, *place_of(once, at_same_place(once, text, node)), Items(turned))
        assert twice is not None
        assert sorted(twice.split("\n")) == sorted(text.split("\n"))
        assert data(twice) == data(text)
