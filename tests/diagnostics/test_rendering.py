"""A message as a terminal shows it: the source line, carets under what is meant, notes, and no control character."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Diagnostics, Related, Span
from deckgen.diagnostics.rendering import MOST_BYTES, WIDTH, excerpt, read_lines, rendered


def at(column: int, length: int, line: int = 1) -> Span:
    return Span("f.yaml", line, column).first(length)


def under(span: Span, line: str) -> str:
    """What stands above the carets."""
    shown, carets = excerpt(span, [line])
    start = carets.index("^")
    return shown[start : start + carets.count("^")]


def test_the_line_stands_under_its_message_with_its_hint_and_its_notes() -> None:
    one = Diagnostic(
        "duplicate-key",
        "`a` stands twice",
        at(1, 1, line=2),
        "keep one of them",
        related=(Related(Span("f.yaml", 1, 1), "first written here"),),
    )
    assert list(rendered(one, lambda file: ["a: 1", "a: 2"])) == [
        "f.yaml:2:1: error: `a` stands twice [duplicate-key]",
        "    2 | a: 2",
        "      | ^",
        "    hint: keep one of them",
        "    note: f.yaml:1:1: first written here",
    ]


@pytest.mark.parametrize(
    ("span", "line", "meant"),
    [
        (at(4, 5), "a: 1.740", "1.740"),
        (Span("f.yaml", 1, 4), "a: 1.740", "1"),
        (Span("f.yaml", 1, 4, 3, 2), "a: en lang  ", "en lang"),
        (Span("s.csv", 1, 2, in_cells=True), "en;to ord;tre", "to ord"),
        (Span("s.csv", 1, 2, in_cells=True), '"a;b";c', "c"),
        (Span("s.csv", 1, 1, in_cells=True), "a,b", "a"),
        (Span("s.csv", 1, 9, in_cells=True), "a,b", "a,b"),
        (Span("s.csv", 1), "a;b", "a;b"),
    ],
)
def test_carets_stand_under_what_is_meant(span: Span, line: str, meant: str) -> None:
    assert under(span, line) == meant


def test_a_place_behind_the_line_and_one_without_length_have_a_caret() -> None:
    assert excerpt(at(9, 0), ["a: 1"])[1].endswith("|     ^")
    assert excerpt(at(4, 0), ["a: "])[1].endswith("|    ^")


def test_tabs_and_wide_letters_take_the_columns_that_a_terminal_gives_them() -> None:
    shown, carets = excerpt(at(4, 2), ["\t日a本b"])
    assert shown.endswith("|     日a本b")
    assert carets.endswith("| " + " " * (4 + 2 + 1) + "^" * 3)
    assert excerpt(at(3, 1), ["e\u0301x"])[1].endswith("|  ^")


@pytest.mark.parametrize("column", [1, 60, 500, 990])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(f"{number:>4}" for number in range(250))
    shown, _ = excerpt(at(column, 4), [line])
    assert len(shown) <= WIDTH + 12
    assert under(at(column, 4), line) == line[column - 1 : column + 3]
    assert shown.endswith("…") == (column < 900) and ("| …" in shown) == (column > 41)


@pytest.mark.parametrize("span", [Span("f.yaml"), Span("f.yaml", 9, 1), Span("f.yaml", 2, 1)])
def test_nothing_is_shown_where_there_is_no_line(span: Span) -> None:
    assert excerpt(span, ["a: 1", "  "]) == ()


@given(st.text(max_size=300), st.integers(0, 400), st.integers(0, 400), st.booleans())
def test_no_control_character_reaches_a_terminal(line: str, column: int, length: int, cells: bool) -> None:
    span = Span("f\x1b.yaml", 1, column, 1, column + length, in_cells=cells)
    one = Diagnostic("code", line, span, line, related=(Related(span, line),))
    said = "".join(rendered(one, lambda file: [line]))
    assert not [letter for letter in said if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs")]


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=400), st.data())
def test_carets_stand_under_the_same_letters_wherever_the_line_is_cut(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    length = data.draw(st.integers(1, len(line) - column + 1))
    assert line[column - 1 : column - 1 + length].startswith(under(at(column, length), line))


def test_text_is_read_in_the_encodings_that_content_and_surveys_have(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes("æ;ø\r\nå;1\n".encode(encoding))
        assert list(read_lines(path.as_posix())) == ["æ;ø", "å;1", ""]


def test_what_is_no_text_or_not_there_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(b"PK\3\4\0\0")
    (tmp_path / "large.csv").write_bytes(b"a\n" * (MOST_BYTES // 2 + 1))
    for name in ("a.pptx", "large.csv", "gone.yaml", "", "a\0b"):
        assert read_lines((tmp_path / name).as_posix() if name else "") == ()


def test_only_what_is_echoed_is_cut_and_not_what_stands_between_two_echoes() -> None:
    between = "possible: " + ", ".join(f"kind-{at}" for at in range(12))
    found = Diagnostics()
    hint = f"`one`? {between}; `deckgen kinds`"
    found.error("unknown-kind", f"there is no `{'x' * 90}`", Span("a.yaml", 1, 1), hint)
    (one,) = found
    assert one.message == f"there is no `{'x' * 59}…`"
    assert one.hint == hint
