"""A value that is written anew is what was wanted, and all else in the file stands as it stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.edits.rewriting import rewritten, value_at

ROOT = Path(__file__).parent.parent.parent

FILE = """\
# Om mødet
slides:
  - id: a.b   # aldrig om
    title: Vi er her   # kort
    single: 'det''s her'
    double: "to \\"ord\\""
    row: {label: Ønsker dialog, value: "${dialogue}"}
    list: [ét, to]
    notes: >
      En linje, der
      går videre.

      Et afsnit til.

    # efter noterne
    lines: |-
      første
        anden
    last: 🙂 slut
"""
KEYS = {"slides", "id", "title", "single", "double", "row", "label", "value", "list", "notes", "lines", "last"}


def place(text: str, sought: str) -> tuple[int, int]:
    at = text.index(sought)
    return text[:at].count("\n") + 1, at - (text.rfind("\n", 0, at) + 1) + 1


@pytest.mark.parametrize(
    ("sought", "value", "line"),
    [
        ("Vi er her", "Vi er alle her", "    title: Vi er alle her   # kort"),
        ("Vi er her", "Vi: alle", '    title: "Vi: alle"   # kort'),
        ("Vi er her", "nr. 1 # bedst", '    title: "nr. 1 # bedst"   # kort'),
        ("Vi er her", "", '    title: ""   # kort'),
        ("Vi er her", "to\nlinjer", '    title: "to\\nlinjer"   # kort'),
        ("det''s", "vi's", "    single: 'vi''s'"),
        ('to \\"', 'tre "ord"', '    double: "tre \\"ord\\""'),
        ("Ønsker dialog", "Vil, og kan", '    row: {label: "Vil, og kan", value: "${dialogue}"}'),
        ("${dialogue}", "${answered}", '    row: {label: Ønsker dialog, value: "${answered}"}'),
        ("ét", "én", "    list: [én, to]"),
        ("slut", "🙂🙂 enden", "    last: 🙂🙂 enden"),
    ],
)
def test_a_value_keeps_its_quoting_where_it_can(sought: str, value: str, line: str) -> None:
    made = rewritten(FILE, *place(FILE, sought), value)
    assert made is not None
    assert line in made.split("\n")
    ours, theirs = made.split("\n"), FILE.split("\n")
    assert [one for one in ours if one not in theirs] == [line]
    assert len(ours) == len(theirs)


def test_a_folded_text_is_folded_again_with_what_stands_behind_it() -> None:
    long = "Et ord og et til, " * 8 + "og så ikke flere."
    made = rewritten(FILE, *place(FILE, "En linje"), f"{long}\nEt nyt afsnit.")
    assert made is not None
    assert value_at(made, *place(made, "Et ord")) == f"{long}\nEt nyt afsnit."
    assert "\n\n    # efter noterne\n" in made
    assert max(map(len, made.split("\n"))) <= 66


def test_what_is_no_value_is_not_written() -> None:
    assert rewritten(FILE, *place(FILE, "# kort"), "x") is None
    assert rewritten(FILE, 99, 1, "x") is None
    assert rewritten("a: [b", 1, 5, "x") is None


SOME = 9
"""How many values of a file are tried; each is read again by two readers."""
LETTERS = st.sampled_from("aæøÅ🙂é 0–-:#,'\"{}[]&*!|>%@`?\\\n")


@settings(max_examples=60)
@given(st.data(), st.text(LETTERS, max_size=40))
def test_any_value_anywhere_is_what_is_read_and_the_rest_as_it_was(data: Any, value: str) -> None:
    before = scalars(FILE)
    number = data.draw(st.sampled_from([at for at, one in enumerate(before) if one.value not in KEYS]))
    made = rewritten(FILE, *place_of(before[number]), value)
    assert made is not None
    after = scalars(made)
    assert after[number].value.rstrip("\n") == value.rstrip("\n")
    assert [one.value for at, one in enumerate(after) if at != number] == [
        one.value for at, one in enumerate(before) if at != number
    ]
    start, end = before[number].start_mark.index, before[number].end_mark.index
    assert made.startswith(FILE[:start])
    assert made.endswith(FILE[end:])


def test_a_key_is_no_value() -> None:
    assert {one.value for one in scalars(FILE) if value_at(FILE, *place_of(one)) is None} == KEYS


def scalars(text: str) -> list[Any]:
    return [event for event in yaml.parse(text, Loader=yaml.SafeLoader) if isinstance(event, yaml.ScalarEvent)]


def place_of(scalar: Any) -> tuple[int, int]:
    return scalar.start_mark.line + 1, scalar.start_mark.column + 1


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.yaml")), ids=lambda file: file.stem)
def test_a_value_of_the_content_is_another_and_then_itself_again(file: Path) -> None:
    """To the letter, where it stood in one line."""
    text = file.read_text(encoding="utf-8")
    every = scalars(text)
    for scalar in every[1 :: max(1, len(every) // SOME)]:
        value = value_at(text, *place_of(scalar))
        if value is None:
            continue
        other = rewritten(text, *place_of(scalar), f"{value} mere")
        assert other is not None, value
        back = rewritten(other, *place_of(scalar), value)
        assert back is not None
        assert back == text or "\n" in text[scalar.start_mark.index : scalar.end_mark.index]
