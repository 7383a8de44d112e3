"""Bold, links, figures, breaks and paragraphs within one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.model.text import FigureUse, Paragraph, Run
from deckgen.nodes.inline import parse

HERE = Span("f.yaml", 4, 10)


def runs(text: str) -> list[tuple[Run, ...]]:
    diagnostics = Diagnostics()
    paragraphs = parse(text, HERE, diagnostics)
    assert [str(each) for each in diagnostics] == []
    return [paragraph.runs for paragraph in paragraphs]


def wrong(text: str, exact: bool = True) -> Diagnostic:
    diagnostics = Diagnostics()
    parse(text, HERE, diagnostics, exact)
    (only,) = diagnostics
    assert only.hint
    return only


def test_bold_and_links_and_figures_are_runs() -> None:
    assert runs("Syv **er fysisk** her, se [siden](https://x.dk/a), ${members.total|words} i alt") == [
        (
            Run("Syv "),
            Run("er fysisk", bold=True),
            Run(" her, se "),
            Run("siden", link="https://x.dk/a"),
            Run(", "),
            Run("", figure=FigureUse("members.total", "words", Span("f.yaml", 4, 61))),
            Run(" i alt"),
        )
    ]


def test_an_address_ends_at_the_parenthesis_that_closes_it() -> None:
    (only,) = runs("(se [a](https://x.dk/b_(c)_(d)))")
    assert [(run.text, run.link) for run in only] == [("(se ", ""), ("a", "https://x.dk/b_(c)_(d)"), (")", "")]


def test_blanks_before_a_break_are_none() -> None:
    assert runs("et  \nto") == [(Run("et"), Run("\n"), Run("to"))]


def test_a_label_may_be_bold_and_hold_a_figure() -> None:
    (only,) = runs("[se **${x}**](mailto:a@b.dk)")
    assert [(run.text, run.bold, run.link) for run in only] == [
        ("se ", False, "mailto:a@b.dk"),
        ("", True, "mailto:a@b.dk"),
    ]


@pytest.mark.parametrize("text", ["2 * 3", "a [b] c", "{x}", "$x", "100 $", "(se https://x.dk)", "a_b_c", "#1"])
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert runs(text) == [(Run(text),)]


def test_an_escaped_reference_is_text() -> None:
    assert runs("skriv $${navn} her") == [(Run("skriv ${navn} her"),)]


def test_a_number_that_is_no_figure_carries_its_reason() -> None:
    assert runs("over **$[2–3|et spænd] år** og $$[x]") == [
        (Run("over "), Run("2–3", bold=True, literal="et spænd"), Run(" år", bold=True), Run(" og $[x]"))
    ]


def test_a_line_end_is_a_break_and_a_blank_line_a_paragraph() -> None:
    assert runs("et\nto\n\n\ntre\n") == [(Run("et"), Run("\n"), Run("to")), (Run("tre"),)]


@pytest.mark.parametrize("text", ["", "\n", "  \n \n"])
def test_nothing_is_no_paragraph(text: str) -> None:
    assert runs(text) == []


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("ab ${Navn}", "bad-figure-reference", 13),
        ("ab ${ navn }", "bad-figure-reference", 13),
        ("ab ${}", "bad-figure-reference", 13),
        ("ab ${a|}", "bad-figure-reference", 13),
        ("ab ${navn", "bad-figure-reference", 13),
        ("et **fedt ord", "bold-not-closed", 13),
        ("[x](file:///etc/passwd)", "bad-link", 14),
        ("[x](javascript:alert)", "bad-link", 14),
        ("[x](side.html)", "bad-link", 14),
        ("[x]()", "bad-link", 14),
        ("[x](https://)", "bad-link", 14),
        ("[x](https://x.dk/a b)", "bad-link", 14),
        ("[x](https://x.dk/(a)", "bad-link", 14),
        ("[x](https://x.dk", "bad-link", 14),
        ("[](https://x.dk)", "bad-link", 13),
        ("ab $[2–3]", "bad-literal", 13),
        ("ab $[2–3| ]", "bad-literal", 13),
        ("ab $[|grund]", "bad-literal", 13),
        ("ab $[2–3|grund", "bad-literal", 13),
    ],
)
def test_an_error_points_into_the_line(text: str, code: str, column: int) -> None:
    assert (wrong(text).code, wrong(text).span) == (code, Span("f.yaml", 4, column))


def test_an_error_in_a_later_line_points_there_and_in_joined_lines_at_the_value() -> None:
    assert wrong("et\nto ${X}").span == Span("f.yaml", 5, 13)
    assert wrong("et to ${X}", exact=False).span == HERE


def test_bold_ends_with_its_paragraph() -> None:
    assert wrong("**et\n\nto").code == "bold-not-closed"


@given(
    st.text(st.characters(exclude_characters="$*[\n", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1)
)
def test_text_without_markup_is_itself(text: str) -> None:
    assert parse(text, HERE, Diagnostics()) == (Paragraph((Run(text),)),)


@given(st.text(st.sampled_from("ab $*[](){}|\n:/."), max_size=60))
def test_no_run_is_empty_and_a_break_stands_alone(text: str) -> None:
    for paragraph in parse(text, HERE, Diagnostics()):
        for run in paragraph.runs:
            assert run.text or run.figure
            assert run.text == "\n" or "\n" not in run.text
