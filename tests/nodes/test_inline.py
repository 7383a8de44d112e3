"""Styles, links, footnotes, figures, breaks and paragraphs within one value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.model.text import FigureUse, FootnoteUse, Paragraph, Run, SlideUse
from deckgen.nodes.inline import SIGNS, parse

HERE = Span("f.yaml", 4, 10)


def runs(text: str) -> list[tuple[Run, ...]]:
    diagnostics = Diagnostics()
    paragraphs = parse(text, HERE, diagnostics)
    assert [str(each) for each in diagnostics] == []
    return [paragraph.runs for paragraph in paragraphs]


def use(name: str, column: int) -> FigureUse:
    return FigureUse(name, "", Span("f.yaml", 4, column).first(len(name) + 3))


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Et *kursivt* ord", [Run("Et "), Run("kursivt", italic=True), Run(" ord")]),
        ("**fed *og* mere**", [Run("fed ", True), Run("og", True, italic=True), Run(" mere", True)]),
        ("***begge***", [Run("begge", True, italic=True)]),
        ("***begge** en*", [Run("begge", True, italic=True), Run(" en", italic=True)]),
        ("(*et*), *to*.", [Run("("), Run("et", italic=True), Run("), "), Run("to", italic=True), Run(".")]),
        ("12 m^2^", [Run("12 m"), Run("2", script="super")]),
        ("^14^C", [Run("14", script="super"), Run("C")]),
        ("CO~2~ og H~2~O", [Run("CO"), Run("2", script="sub"), Run(" og H"), Run("2", script="sub"), Run("O")]),
        ("*x^2^*", [Run("x", italic=True), Run("2", italic=True, script="super")]),
        ("*${a}*^${b}^", [Run("", figure=use("a", 11), italic=True), Run("", figure=use("b", 17), script="super")]),
    ],
)
def test_signs_with_a_partner_set_a_style(text: str, wanted: list[Run]) -> None:
    assert runs(text) == [tuple(wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3",
        "2*3",
        "2*3*4",
        "2**3 og 4**5",
        "a ** b ** c",
        "Pris* og *pris",
        "* a *",
        "****",
        "a *b c",
        "*b c",
        "fem*stjerner*hotel",
        "~10",
        "~10 til ~20",
        "~10–~20",
        "(~10~)",
        "10^6",
        "2^3 og 4^5",
        "H~2O",
        "x^a b^",
        "~~a~~",
        "^^",
        "a [b] c",
        "{x}",
        "$x",
        "100 $",
        "(se https://x.dk)",
        "a_b_c",
        "#1",
        r"C:\mappe\fil",
        r"\\server\deling",
        r"a\b",
    ],
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert runs(text) == [(Run(text),)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\*a\*", "*a*"),
        (r"\*\*a\*\*", "**a**"),
        (r"10\^6\^", "10^6^"),
        (r"\[a](b)", "[a](b)"),
        (r"\[^a]", "[^a]"),
        (r"\_a\_ \`b\` \# \<b\>", r"_a_ `b` # <b\>"),
        (r"\\*a*", "\\a"),
        (r"\\\*a", "\\*a"),
    ],
)
def test_a_backslash_makes_a_sign_text(text: str, plain: str) -> None:
    assert ["".join(run.text for run in paragraph) for paragraph in runs(text)] == [plain]


def test_a_link_may_lead_to_a_slide_or_show_its_page() -> None:
    to = SlideUse("survey.presence", Span("f.yaml", 4, 21).first(16))
    assert runs("se [siden](#survey.presence)") == [(Run("se "), Run("siden", slide=to))]
    to = SlideUse("a.b", Span("f.yaml", 4, 18).first(4))
    assert runs("side [](#a.b)") == [(Run("side "), Run("", slide=to, page=True))]


def test_a_footnote_is_small_and_above_whatever_stands_around_it() -> None:
    here = FootnoteUse("n", Span("f.yaml", 4, 13).first(4))
    assert runs("**a[^n]**") == [(Run("a", True), Run("", True, footnote=here, script="super"))]


@pytest.mark.parametrize("address", ["tel:+4512345678", "tel:12-34-56-78", "mailto:a@b.dk?subject=Hej"])
def test_a_link_may_call_or_write(address: str) -> None:
    assert runs(f"[os]({address})") == [(Run("os", link=address),)]


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
        ("[x](tel:12 34)", "bad-link", 14),
        ("[x](tel:hej)", "bad-link", 14),
        ("[x](#)", "bad-link", 14),
        ("[x](#presence)", "bad-link", 14),
        ("ab [^ n]", "bad-footnote", 13),
        ("ab [^]", "bad-footnote", 13),
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
    st.text(
        st.characters(exclude_characters="$*[\n^~\\", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1
    )
)
def test_text_without_markup_is_itself(text: str) -> None:
    assert parse(text, HERE, Diagnostics()) == (Paragraph((Run(text),)),)


@given(st.text(st.sampled_from("ab1 $*[](){}|\n:/.^~\\#"), max_size=60))
def test_no_run_is_empty_and_a_break_stands_alone(text: str) -> None:
    for paragraph in parse(text, HERE, Diagnostics()):
        for run in paragraph.runs:
            assert run.text or run.figure or run.footnote or run.page
            assert run.text == "\n" or "\n" not in run.text


def escaped(text: str) -> str:
    """A text written so that all of it is text: backslashes before a sign doubled, and one more."""
    return re.sub(rf"(\\*)([{re.escape(SIGNS)}])", lambda met: 2 * met[1] + "\\" + met[2], text)


@given(st.text(st.sampled_from("ab1 *[](){}|:/.^~\\#_`<&!+-"), max_size=40))
def test_any_text_can_be_written_as_text(text: str) -> None:
    diagnostics = Diagnostics()
    said = parse(escaped(text), HERE, diagnostics)
    assert len(diagnostics) == 0
    assert "".join(paragraph.plain for paragraph in said) == text.strip()


@given(st.text(st.sampled_from("ab1 .,-()*^~"), max_size=40))
def test_what_marks_nothing_stays(text: str) -> None:
    """Only signs that mark something are taken out of a text, in pairs."""
    said = "".join(paragraph.plain for paragraph in parse(text, HERE, Diagnostics()))
    signs = r"[*^~]"
    assert re.sub(signs, "", said) == re.sub(signs, "", text.strip())
    for sign in "*^~":
        assert (text.count(sign) - said.count(sign)) % 2 == 0
