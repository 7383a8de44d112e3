"""Whatever the bytes are, preflight answers: a template that opens, or an error with a hint; never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from preflighted import LAYOUT, MAIN, MASTER, TYPES, Entries, changed, layouts, run

from deckgen.powerpoint.own_template.reader import read_template
from templates import made

_WHOLE = made("demo_slides")
_READ = sorted(
    {
        name
        for name in ("_rels/.rels", TYPES, MAIN, MASTER, LAYOUT, "ppt/theme/theme1.xml")
        for name in (name, re.sub(r"([^/]+)$", r"_rels/\1.rels", name))
    }
)

Answers = Callable[[bytes], None]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    folder = tmp_path_factory.mktemp("fuzz")

    def answered(data: bytes) -> None:
        clean, found = run(data, folder)
        if clean is None:
            assert any(one.severity == "error" for one in found)
            assert all(one.hint for one in found)
            return
        assert not [one for one in found if one.severity == "error"]
        for layout in layouts(clean):
            for one in layout.placeholders:
                _ = (
                    layout.name,
                    one.name,
                    one.left,
                    one.width,
                    one.placeholder_format.type,
                    one.placeholder_format.idx,
                )
        read_template(clean)

    return answered


@settings(max_examples=60)
@given(st.integers(0, len(_WHOLE)))
def test_a_file_cut_off_anywhere(answers: Answers, length: int) -> None:
    answers(_WHOLE[:length])


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_bytes_exchanged_anywhere(answers: Answers, bytes_at: list[tuple[int, int]]) -> None:
    data = bytearray(_WHOLE)
    for at, value in bytes_at:
        data[at] = value
    answers(bytes(data))


@settings(max_examples=80)
@given(st.integers(1, 3000), st.integers(0, 255))
def test_bytes_exchanged_in_the_directory_of_the_zip(answers: Answers, back: int, value: int) -> None:
    data = bytearray(_WHOLE)
    data[-back] = value
    answers(bytes(data))


@settings(max_examples=30)
@given(st.binary(max_size=400))
def test_any_bytes(answers: Answers, data: bytes) -> None:
    answers(data)


_WORDS = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "1.5",
        "1e9",
        "NaN",
        "99999999999999999999",
        "rId1",
        "rId2",
        "NULL",
        "../x",
        "//",
        "true",
        "ø",
        "title",
    ]
)


@settings(max_examples=120)
@given(st.sampled_from(_READ), st.lists(st.tuples(st.integers(0), _WORDS), min_size=1, max_size=4))
def test_values_of_attributes_exchanged(answers: Answers, entry: str, values: list[tuple[int, str]]) -> None:
    def change(entries: Entries) -> None:
        text = entries.get(entry, b"").decode()
        for at, value in values:
            found = list(re.finditer(r'(?<!xmlns)(?<!xmlns:\w)="([^"]*)"', text))
            if found:
                one = found[at % len(found)]
                text = text[: one.start(1)] + value + text[one.end(1) :]
        entries[entry] = text.encode()

    answers(changed(change, "demo_slides"))


@settings(max_examples=120)
@given(st.sampled_from(_READ), st.lists(st.integers(0), min_size=1, max_size=3))
def test_elements_taken_out(answers: Answers, entry: str, places: list[int]) -> None:
    from lxml import etree

    def change(entries: Entries) -> None:
        if entry not in entries:
            return
        root = etree.fromstring(entries[entry])
        for at in places:
            elements = [one for one in root.iter(etree.Element) if one.getparent() is not None]
            if elements:
                gone = elements[at % len(elements)]
                parent = gone.getparent()
                assert parent is not None
                parent.remove(gone)
        entries[entry] = etree.tostring(root)

    answers(changed(change, "demo_slides"))


def test_the_reader_takes_every_made_template_after_preflight(tmp_path: Path) -> None:
    data, _ = run(_WHOLE, tmp_path)
    assert data is not None
    assert read_template(data).slide_layouts
