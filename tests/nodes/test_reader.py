"""Files as editors write them, and as nobody should: each is nodes with a place, or a located diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import bounded
from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.nodes.reader import Mapping, Node, Scalar, Sequence, read, read_items, read_text

BILLION = "a: &a [x, x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def read_one(text: str) -> tuple[Node | None, list[Diagnostic]]:
    diagnostics = Diagnostics()
    return read_text(text, "f.yaml", diagnostics), list(diagnostics)


def refused(text: str) -> Diagnostic:
    """The one thing that is wrong with a text."""
    node, found = read_one(text)
    assert node is None
    assert len(found) == 1, [str(each) for each in found]
    assert found[0].hint
    return found[0]


def at(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.span.line, diagnostic.span.column


def value(text: str) -> Scalar:
    node, found = read_one(text)
    assert isinstance(node, Mapping) and not found
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)
    return scalar


def test_every_key_and_value_has_its_place() -> None:
    node, _ = read_one("titel: Åbning\npunkter:\n  - et\n  - 'to'\n")
    assert isinstance(node, Mapping)
    points = node.get("punkter")
    assert isinstance(points, Sequence)
    assert [key.span for key, _ in node.entries] == [Span("f.yaml", 1, 1), Span("f.yaml", 2, 1)]
    # The place of a quoted value is its first character, not its quote.
    assert [item.span for item in points.items] == [Span("f.yaml", 3, 5), Span("f.yaml", 4, 6)]


@pytest.mark.parametrize("text", ["NO", "on", "012", "12:00", "2024-02-30", "1.740", "0x1F", "~", "1_000", "null"])
def test_nothing_is_guessed_from_how_a_value_looks(text: str) -> None:
    assert value(f"a: {text}") == Scalar(text, True, Span("f.yaml", 1, 4))


def test_a_key_that_stands_twice_names_both_lines_and_keeps_the_first() -> None:
    node, (found,) = read_one("a: 1\nb: 2\na: 3\n")
    assert isinstance(node, Mapping)
    assert (found.code, at(found)) == ("duplicate-key", (3, 1))
    assert [related.span for related in found.related] == [Span("f.yaml", 1, 1)]
    assert [(key.text, item.text) for key, item in node.entries if isinstance(item, Scalar)] == [
        ("a", "1"),
        ("b", "2"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", (2, 1)),
        ("a:\n  \tb: 1\n", (2, 3)),
        ("a:\n\u00a0 b: 1\n", (2, 1)),
        ("a:\n \u2003b: 1", (2, 2)),
    ],
)
def test_a_line_is_indented_with_spaces_only(text: str, place: tuple[int, int]) -> None:
    assert (refused(text).code, at(refused(text))) == ("indent", place)


@pytest.mark.parametrize(
    "character", ["\x07", "\x00", "\x1b", "\x85", "\u2028", "\ufffe", "\uffff", "\ufeff", "\x7f"]
)
def test_a_character_without_a_shape_is_named_with_its_place(character: str) -> None:
    found = refused(f"a: b\nc: d{character}e\n")
    assert (found.code, at(found)) == ("control-character", (2, 5))
    assert f"U+{ord(character):04X}" in found.message


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_what_ended_a_line_elsewhere_is_not_to_be_deleted_but_to_end_one_here(character: str) -> None:
    assert refused(f"a: første{character}anden\n").hint == "put a line break in its place"
    assert refused("a: for\x07ste\n").hint == "delete it"


@pytest.mark.parametrize("escape", ["\\x07", "\\0", "\\t", "\\uFFFE", "\\u2028"])
def test_an_escape_does_not_bring_it_in_either(escape: str) -> None:
    assert refused(f'a: "b{escape}"').code == "control-character"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_one_thing(end: str) -> None:
    assert value(f"a: |{end}  b{end}  c{end}").text == "b\nc\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: &x 1", "anchor", (1, 4)),
        ("a: *x", "alias", (1, 4)),
        ("a: !!python/object:os.system 1", "tag", (1, 4)),
        ("a: !x [1]", "tag", (1, 4)),
        ("<<: {a: 1}", "merge-key", (1, 1)),
        ("---\na: 1\n---\nb: 1\n", "second-document", (3, 1)),
        ("? [a]\n: 1\n", "key-not-text", (1, 3)),
        ("[" * 3000, "too-deep", (1, 33)),
        ("# only a comment\n", "file-empty", (0, 0)),
        ("", "file-empty", (0, 0)),
    ],
)
def test_what_is_no_plain_content_is_refused_where_it_stands(text: str, code: str, place: tuple[int, int]) -> None:
    assert (refused(text).code, at(refused(text))) == (code, place)


@pytest.mark.parametrize(
    "bomb",
    [
        BILLION,
        "a: &a {x: 1}\n" + "\n".join(f"k{n}: &k{n}\n  <<: [*a, *a]" for n in range(100)),
        "a: &a [*a]",
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: [" + "*x, " * 100_000 + "]",
        "? " * 100_000,
    ],
)
def test_bombs_are_refused_in_bounded_time(bomb: str) -> None:
    with bounded(seconds=10):
        node, found = read_one(bomb)
    assert node is None and found
    assert len(found) <= 40


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: husk: det\n", (1, 8), "quotes"),
        ("a: **fed** tekst\n", (1, 5), "quotes"),
        ("a: [x](https://x.dk) y\n", (1, 7), "quotes"),
        ("a: 'ja\nb: 1\n", (1, 4), "close"),
        ("a: @navn\n", (1, 4), "quotes"),
        ("a: 'det' er\n", (1, 10), "quotes"),
        ("a: [${x}, 3]\n", (1, 6), "quotes"),
        ("a: b\nc\nd: e\n", (2, 1), "key: value"),
        ("a: b # c\n  d\n", (2, 3), "#"),
        ("- a\nb: c\n", (2, 1), "indentation"),
        ('a: "\\q"\n', (1, 5), "\\\\"),
        ("a: “Fund: alle”\n", (1, 9), "straight"),
        ("a:\n  - x\n  – y\n", (3, 3), "`- `"),
        ("a:\n  - x\n  • y\n", (3, 3), "`- `"),
        ("a: x\nminutes:2\nb: y\n", (2, 1), "`minutes: …`"),
    ],
)
def test_what_the_scanner_stumbles_over_is_said_in_plain_words(text: str, place: tuple[int, int], says: str) -> None:
    found = refused(text)
    assert (found.code, at(found)) == ("yaml-syntax", place)
    assert says in found.hint


@pytest.mark.parametrize("text", ["a: https://x.dk\nb\nc: d\n", "a: b\n12:30\nc: d\n"])
def test_an_address_or_a_time_is_no_key_without_its_space(text: str) -> None:
    assert "a space is missing" not in refused(text).message


def test_marks_of_a_merge_are_named_once_for_each_place() -> None:
    both = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n"
    node, found = read_one(f"{both}b: 3\n{both}")
    assert node is None
    assert [(one.code, at(one)) for one in found] == [("merge-marker", (1, 1)), ("merge-marker", (7, 1))]
    text = "a: |\n  <<<<<<< HEAD\n  =======\n"
    assert read_one(text)[1] == [], "a text may say what it likes"


@pytest.mark.parametrize("text", ["a: husk: det\n", "a: *x\n", "a: 'ja\n", "a: @navn\n", "a: 'det' er\n", "[" * 3000])
def test_without_the_c_library_the_same_is_said(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = str(refused(text))
    monkeypatch.setattr("deckgen.nodes.reader._LOADER", yaml.SafeLoader)
    assert str(refused(text)) == said


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: 7 af 12 # klynger", True),
        ("a: 7 af 12 #", False),
        ("a: 7#2", False),
        ("a: '7 # 2'", False),
        ("a: 7", False),
    ],
)
def test_a_comment_behind_a_plain_value_is_noticed(text: str, cut: bool) -> None:
    assert value(text).cut is cut


@pytest.mark.parametrize(
    ("text", "exact", "folded", "place"),
    [
        ("a: b c", True, False, (1, 4)),
        ("a: b\n  c", False, True, (1, 4)),
        ("a: >\n  b\n  c\n", False, True, (2, 3)),
        ("a: |\n\n    b\n", True, False, (3, 5)),
        ('a: "b\\n"', False, False, (1, 5)),
    ],
)
def test_a_value_says_whether_its_places_are_the_files(text: str, exact: bool, folded: bool, place: object) -> None:
    scalar = value(text)
    assert (scalar.exact, scalar.folded, (scalar.span.line, scalar.span.column)) == (exact, folded, place)


@pytest.mark.parametrize(
    ("data", "place"),
    [("a: 1\nb: gr\xf8n\n".encode("cp1252"), (2, 6)), ("æ: \xe6".encode() + b"\xff", (1, 5))],
)
def test_another_encoding_is_located(tmp_path: Path, data: bytes, place: tuple[int, int]) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    diagnostics = Diagnostics()
    assert read(path, "f.yaml", diagnostics) is None
    (only,) = diagnostics
    assert (only.code, at(only)) == ("not-utf-8", place)


def test_utf_16_is_named_and_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    (tmp_path / "a.yaml").write_text("a: ø", encoding="utf-16")
    (tmp_path / "b.yaml").write_text("a: ø", encoding="utf-8-sig")
    assert read(tmp_path / "a.yaml", "a.yaml", diagnostics) is None
    node = read(tmp_path / "b.yaml", "b.yaml", diagnostics)
    assert isinstance(node, Mapping) and node.entries[0][0].span == Span("b.yaml", 1, 1)
    assert [(each.span.file, each.code) for each in diagnostics] == [("a.yaml", "not-utf-8")]


def test_what_cannot_be_opened_or_is_too_large_is_said(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * 4_000_001)
    diagnostics = Diagnostics()
    for name in ("large.yaml", "missing.yaml", "."):
        assert read(tmp_path / name, name, diagnostics) is None
    assert {each.code for each in diagnostics} == {"file-too-large", "file-unreadable"} and len(diagnostics) == 3


@given(
    st.text(
        st.characters(codec="utf-16", exclude_categories=()) | st.sampled_from("\t\n -:#&*!|>'\"{}[]?,%@`<~"),
        max_size=40,
    )
)
@example("?")
@example("a: !<tag:x,y> b")
@example("%YAML 3.0\n---\na: b")
@example("%TAG ! x\n---\na: !b c")
def test_any_text_gives_nodes_or_a_located_error(text: str) -> None:
    node, found = read_one(text)
    assert node is not None or found
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= each.span.line <= lines + 1 and each.span.column >= 1 for each in found if each.span.line)
    assert node is None or all(meant(text, each.span) == each.text for each in plain_scalars(node))


def meant(text: str, span: Span) -> str:
    """The text between the ends of a span on one line."""
    line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]


def plain_scalars(node: Node) -> Iterator[Scalar]:
    """Scalars that stand in the file as they are read, on one line."""
    if isinstance(node, Scalar):
        if node.exact and node.span.line == node.span.end_line:
            yield node
        return
    parts = node.items if isinstance(node, Sequence) else (part for entry in node.entries for part in entry)
    for part in parts:
        yield from plain_scalars(part)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: to ord # og en kommentar", "to ord"),
        ('a: "to ord"', "to ord"),
        ("a: 'to ord' ", "to ord"),
        ("a: [1, 2]", "[1, 2]"),
        ("a: {b: 1}", "{b: 1}"),
        ("a:", ""),
    ],
)
def test_a_value_knows_where_it_ends(text: str, said: str) -> None:
    node, _ = read_one(text)
    assert isinstance(node, Mapping)
    ((key, value),) = node.entries
    assert (meant(text, key.span), meant(text, value.span)) == ("a", said)


def test_a_block_of_text_ends_with_its_last_line() -> None:
    node, _ = read_one("a: |\n  en\n  to linjer\n\nb: 1\n")
    assert isinstance(node, Mapping)
    span = node.entries[0][1].span
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 3, 3, 12)


TORN = """\
slides:
  - id: one
    title: Fund: alle
  - id: two
    title: Dialog
    items:
      - "ja
      - nej
  # the last
  - id: three
    title: Svar
"""


def items(text: str) -> tuple[Node | None, bool, list[Diagnostic]]:
    diagnostics = Diagnostics()
    return *read_items(text.encode(), "f.yaml", diagnostics), list(diagnostics)


def test_items_that_cannot_be_read_are_all_told_and_the_others_read() -> None:
    node, whole, found = items(TORN)
    assert [(one.code, at(one)) for one in found] == [("yaml-syntax", (3, 16)), ("yaml-syntax", (7, 9))]
    assert not whole and isinstance(node, Mapping)
    ((_, slides),) = node.entries
    assert isinstance(slides, Sequence)
    (last,) = slides.items
    assert isinstance(last, Mapping) and last.span.line == 10, "lines keep their numbers"


@pytest.mark.parametrize("text", ["a: b: c\n", "a: b: c\nslides:\n  - id: one\n", "slides:\n  - id: b: c\n"])
def test_nothing_is_read_where_what_cannot_be_read_is_no_item_among_others(text: str) -> None:
    node, whole, found = items(text)
    assert (node, whole, [one.code for one in found]) == (None, False, ["yaml-syntax"])


def test_a_file_of_items_without_a_fault_is_read_as_any_other() -> None:
    node, whole, found = items("slides:\n  - id: one\n  - id: two\n")
    assert (whole, found) == (True, [])
    assert node == read_one("slides:\n  - id: one\n  - id: two\n")[0]
