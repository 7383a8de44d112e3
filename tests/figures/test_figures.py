"""Figures that are given, tabulated or computed, and what they are held against."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_folders import FIGURES, SLIDES, clean, codes, loaded
from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.figures.formulas import NoValueError, evaluate, parse_formula
from deckgen.figures.provenance import how, origin
from deckgen.locale import language
from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.model.number import POINTS
from deckgen.nodes.node import Scalar

DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    named: true
    columns:
      here: {type: single, options: {1: Ja, 2: Nej, 3: Måske}}
      n: {type: integer}
tabulations:
  here: {data: s, question: here, statistic: count}
  share: {data: s, question: here, statistic: share}
  n: {data: s, question: n, statistic: sum}
  none: {data: s, question: n, statistic: mean, where: {here: "3"}}
"""
SURVEY = "id;here;n\n1;1;10\n2;1;20\n3;2;12\n"
OURS = "label: x, source: survey"


def figures(folder: Path, *lines: str, **files: str) -> dict[str, Figure]:
    return clean(with_survey(folder), figures=FIGURES + "\n".join(lines), data=DATA, **files)["board"].figures


def with_survey(folder: Path, survey: str = SURVEY) -> Path:
    (folder / "s.csv").write_text(survey, encoding="utf-8")
    return folder


def wrong(folder: Path, *lines: str, **files: str) -> Diagnostic:
    found = loaded(with_survey(folder), figures=FIGURES + "\n".join(lines), data=DATA, **files)[1]
    (only,) = [each for each in found if each.severity == "error"]
    return only


def test_a_tabulated_figure_knows_its_rows_and_how_it_came_about(tmp_path: Path) -> None:
    figure = figures(tmp_path, f"here: {{from: here/Ja, {OURS}, published: 2, confidence: measured}}")["here"]
    assert (figure.value, origin(figure.provenance), figure.rows) == (Decimal(2), "tabulated", ("s.csv:2", "s.csv:3"))
    assert (figure.published, figure.confidence) == (Decimal(2), "measured")
    assert how(figure.provenance, {}) == "count of `here` in s.csv: Ja, 2 of 3 respondents"


def test_a_tabulated_figure_knows_in_words_what_was_counted(tmp_path: Path) -> None:
    data = DATA.replace("named: true", "named: true\n    note: Opdigtet") + (
        "  by: {data: s, question: here, statistic: share, by: also, where: {also: Ja}}\n"
    )
    data = data.replace("n: {type: integer}", "n: {type: integer}\n      also: {type: single, options: {1: Ja}}", 1)
    lines = [f"one: {{from: here/Ja, {OURS}}}", f"sum: {{from: n, {OURS}}}", f"by: {{from: by/1/2, {OURS}}}"]
    folder = with_survey(tmp_path, "id;here;n;also\n1;1;10;1\n2;2;20;1\n3;2;12;\n")
    made = clean(folder, figures=FIGURES + "\n".join(lines), data=data.replace("  none:", "  # none:"))["board"]
    one, total, by = (made.figures[name].counted for name in ("one", "sum", "by"))
    assert one == Counted("s.csv", "count", "here", "Ja", 3, whole="here", note="Opdigtet")
    assert total == Counted("s.csv", "sum", "n", "", 3, note="Opdigtet")
    where = (("also", ("Ja",)), ("also", ("Ja",)))
    assert by == Counted("s.csv", "share", "here", "Nej", 2, where, "by/Ja", "Opdigtet")


@pytest.mark.parametrize(("base", "holds"), [("one", False), ("three", True), ("nine", True)])
def test_a_base_says_as_many_as_answered_or_were_asked(tmp_path: Path, base: str, holds: bool) -> None:
    numbers = "".join(f"{name}: {{value: {n}, {OURS}}}\n" for name, n in (("one", 1), ("three", 3), ("nine", 9)))
    line = f'here: {{from: here/Ja, {OURS}, base: "${{{base}}} af ${{nine}} klynger"}}'
    data = DATA.replace("named: true", "named: true\n    population: 9").replace("  none:", "  # none:")
    found = loaded(with_survey(tmp_path), figures=FIGURES + numbers + line, data=data)[1]
    assert [each.code for each in found if each.severity == "error"] == ([] if holds else ["base-differs"])


def test_a_tabulation_of_one_row_needs_no_key(tmp_path: Path) -> None:
    assert figures(tmp_path, f"n: {{from: n, {OURS}}}")["n"].value == 42


def test_a_computed_figure_is_exact_until_it_is_shown(tmp_path: Path) -> None:
    made = figures(
        tmp_path,
        f'back: {{formula: "third * 3", {OURS}, published: 1}}',
        f'third: {{formula: "1 / 3", {OURS}, decimals: 2, published: 0.33}}',
        f'rest: {{formula: "asked − answered", {OURS}}}',
        f'of: {{formula: "share(answered, asked)", {OURS}, unit: "%", published: 92}}',
    )
    assert list(made)[4:] == ["back", "third", "rest", "of"]
    assert [made[name].value for name in ("back", "rest")] == [1, 1]
    assert (origin(made["of"].provenance), made["of"].uses) == ("computed", ("answered", "asked"))
    assert how(made["of"].provenance, made) == "share(answered, asked) = share(12, 13)"


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("x: {%s}", "missing-key", 4),
        ("x: {%s, value: 1, formula: asked}", "figure-value", 4),
        ("x: {%s, formula: asked + nobody}", "unknown-figure", 48),
        ("x: {%s, formula: x + 1}", "figure-circle", 40),
        ("x: {%s, formula: asked / (asked - 13)}", "no-value", 40),
        ("x: {%s, formula: asked ** 2}", "bad-formula", 40),
        ("x: {%s, formula: asked +}", "bad-formula", 40),
        ("x: {%s, formula: asked + 1.740}", "bad-formula", 48),
        ("x: {%s, formula: 'asked; 1'}", "bad-formula", 46),
        ("x: {%s, from: nowhere/Ja}", "unknown-tabulation", 37),
        ("x: {%s, from: here/Jo}", "unknown-row", 37),
        ("x: {%s, from: none}", "no-answers", 37),
        ("x: {%s, value: 1, published: 2}", "published-differs", 52),
        ("x: {%s, value: 1, confidence: sure}", "unknown-choice", 53),
    ],
)
def test_a_figure_without_a_value_is_one_error_at_its_place(
    tmp_path: Path, line: str, code: str, column: int
) -> None:
    only = wrong(tmp_path, line % OURS)
    assert (only.code, only.span.line, only.span.column) == (code, 5, column)


@pytest.mark.parametrize(("written", "meant"), [("here/JA", "Ja"), ("here/-ja-", "Ja")])
def test_a_row_that_is_spelled_otherwise_is_named_as_it_is(tmp_path: Path, written: str, meant: str) -> None:
    only = wrong(tmp_path, f"x: {{{OURS}, from: {written}}}")
    assert (only.code, only.hint) == ("unknown-row", f"did you mean `{meant}`?")


def test_what_was_published_and_what_comes_out_are_both_said_with_the_rows(tmp_path: Path) -> None:
    only = wrong(tmp_path, f"x: {{from: here/Ja, published: 3, {OURS}}}")
    assert "published as 3 and comes out as 2" in only.message
    assert "s.csv:2, s.csv:3" in only.hint


def test_a_wrong_figure_is_said_once_and_not_again_where_it_is_used(tmp_path: Path) -> None:
    lines = (f"x: {{formula: nobody, {OURS}}}", f"y: {{formula: x + 1, {OURS}}}")
    assert wrong(tmp_path, *lines, slides=SLIDES.replace("answered", "y")).code == "unknown-figure"


def test_longer_circles_are_told_in_order(tmp_path: Path) -> None:
    only = wrong(tmp_path, f"x: {{formula: y + 1, {OURS}}}", f"y: {{formula: x + 1, {OURS}}}")
    assert only.code == "figure-circle" and only.message.count("→") == 2


def test_only_a_share_is_shown_in_per_cent(tmp_path: Path) -> None:
    assert wrong(tmp_path, slides=SLIDES.replace("answered", "members|percent")).code == "format-unfit"


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("100 - yes", "%"),
        ("100 - yes - no", "%"),
        ("yes + no", "%"),
        ("sum(yes, no)", "%"),
        ("(yes + no) / 2", "%"),
        ("2 * yes", "%"),
        ("-yes", "%"),
        ("share(some, many)", "%"),
        ("yes - no", POINTS),
        ("yes * no", ""),
        ("yes / no", ""),
        ("yes + some", ""),
        ("some + many", "t.kr."),
        ("many - some", "t.kr."),
        ("some / many", ""),
    ],
)
def test_what_is_computed_of_shares_and_amounts_has_the_unit_it_comes_out_in(
    tmp_path: Path, formula: str, unit: str
) -> None:
    own = "label: Egen, source: survey"
    parts = (
        f'yes: {{value: 40, unit: "%", {own}}}',
        f'no: {{value: 35, unit: "%", {own}}}',
        f"some: {{value: 10, unit: t.kr., {own}}}",
        f"many: {{value: 30, unit: t.kr., {own}}}",
    )
    made = figures(tmp_path, *parts, f'of: {{formula: "{formula}", {own}}}')
    assert made["of"].unit == unit
    said = figures(tmp_path, *parts, f'of: {{formula: "{formula}", unit: point, {own}}}')
    assert said["of"].unit == "point", "what a figure says of itself holds"


HOLDS = "- {that: asked >= answered, because: ingen svarer uspurgt}\n"


@pytest.mark.parametrize(
    "that", ["asked == answered + 1", "rate == 92, about: 0.5", "asked - answered < 2", "asked < 13, about: 1"]
)
def test_an_invariant_that_holds_says_nothing(tmp_path: Path, that: str) -> None:
    clean(tmp_path, invariants=f"- {{that: {that}, because: x}}\n" + HOLDS)


def test_a_broken_invariant_says_both_sides_and_why(tmp_path: Path) -> None:
    (only,) = loaded(tmp_path, invariants=HOLDS + "- {that: answered + 2 == asked, because: to mangler}\n")[1]
    assert (only.code, only.span.line, only.span.column) == ("broken-invariant", 2, 10)
    assert "answered + 2 is 12 + 2 = 14 and asked is 13" in only.message and "to mangler" in only.hint


@pytest.mark.parametrize(
    ("that", "code", "column"),
    [
        ("asked", "bad-invariant", 10),
        ("1 < asked < 2", "bad-invariant", 10),
        ("asked == nobody", "unknown-figure", 19),
        ("asked == 1 /", "bad-formula", 19),
        ("asked == 1 / 0", "broken-invariant", 10),
    ],
)
def test_an_invariant_that_cannot_be_checked_is_located(tmp_path: Path, that: str, code: str, column: int) -> None:
    (only,) = loaded(tmp_path, invariants=f"- {{that: {that}, because: x}}\n")[1]
    assert (only.code, only.span.column) == (code, column)


def test_values_of_a_tabulation_are_figures_of_their_own(tmp_path: Path) -> None:
    """A kind with a field `data` or `rows` takes a tabulation in its place."""
    content = clean(
        with_survey(tmp_path),
        data=DATA.replace("named: true", "named: false"),
        slides="slides: [{id: a.b, kind: charted, title: A, minutes: 9, chart: bar, counted: Andel, table: share}]",
        decks__board="audience: board\ntitle: A\nminutes: 9\nopening: [a.b]\n",
    )["board"]
    fields = content.slides["a.b"].fields
    assert [(row.label.plain, row.value[0].figure.name) for row in fields.data] == [
        ("Ja", "table.share.1"),
        ("Nej", "table.share.2"),
        ("Måske", "table.share.3"),
    ]
    figure = content.figures["table.share.1"]
    assert (figure.unit, origin(figure.provenance), figure.source, figure.base.plain) == (
        "%",
        "tabulated",
        "survey",
        "n = 3",
    )
    assert fields.counted.plain == "Andel"


def test_an_answer_with_a_slash_in_its_label_is_one_answer(tmp_path: Path) -> None:
    content = clean(
        with_survey(tmp_path),
        data=DATA.replace("named: true", "named: false").replace("2: Nej, 3: Måske", "2: Ja/Nej, 3: Ja/Måske"),
        slides="slides: [{id: a.b, kind: charted, title: A, minutes: 9, chart: bar, counted: Andel, table: here}]",
        decks__board="audience: board\ntitle: A\nminutes: 9\nopening: [a.b]\n",
    )["board"]
    rows = content.slides["a.b"].fields.data
    assert [(row.label.plain, len(row.value)) for row in rows] == [("Ja", 1), ("Ja/Nej", 1), ("Ja/Måske", 1)]


def test_a_tabulation_that_is_not_there_is_suggested(tmp_path: Path) -> None:
    slides = "slides: [{id: a.b, kind: charted, title: A, minutes: 9, chart: bar, counted: A, table: shares}]"
    found = loaded(with_survey(tmp_path), data=DATA, slides=slides)[1]
    assert "unknown-tabulation" in codes(found)


NAMES = ("a", "b.c", "d-e")
VALUES = {name: Fraction(number) for name, number in zip(NAMES, (3, 7, 11), strict=True)}


def formula(text: str) -> Fraction | None:
    read = parse_formula(Scalar(text, True, Span("f")), Diagnostics())
    return None if read is None else evaluate(read, VALUES)


@given(
    st.recursive(
        st.sampled_from([*NAMES, "2", "0.5"]),
        lambda part: st.builds("({} {} {})".format, part, st.sampled_from("+-*/"), part),
        max_leaves=8,
    )
)
def test_formulas_agree_with_pythons_arithmetic(text: str) -> None:
    known = {**VALUES, "2": 2, "0.5": Fraction(1, 2)}
    python = re.sub(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", lambda match: f"Fraction('{known[match[0]]}')", text)
    try:
        wanted = eval(python, {"Fraction": Fraction})
    except ZeroDivisionError:
        with pytest.raises(NoValueError):
            formula(text)
        return
    assert formula(text) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [("a − b.c", -4), ("a × b.c ÷ 3", 7), ("sum(a, b.c, d-e)", 21), ("share(a, 12)", 25), ("-(a + 1) * 2", -8)],
)
def test_signs_and_functions(text: str, value: int) -> None:
    assert formula(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "a.real",
        "a if a else b.c",
        "[a]",
        "sum()",
        "share(a)",
        "a == b.c",
        "lambda: a",
        "a // 2",
        "",
        "(",
    ],
)
def test_nothing_but_arithmetic_is_a_formula(text: str) -> None:
    read = parse_formula(Scalar(text, True, Span("f")), Diagnostics())
    assert read is None or set(read.names) - set(NAMES)


@given(st.text(st.sampled_from("ab.-+*/() ,1sumhre×÷"), max_size=40))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    read = parse_formula(Scalar(text, True, Span("f")), Diagnostics())
    assert read is None or read.text == text


def test_values_cannot_grow_without_end() -> None:
    with pytest.raises(NoValueError):
        formula(" * ".join(["999999999999999"] * 20))


def test_a_product_that_is_too_large_to_be_shown_is_located(tmp_path: Path) -> None:
    wide = f"wide: {{formula: 999999999999999 * 999999999999999, {OURS}}}\n"
    assert codes(loaded(tmp_path, figures=FIGURES + wide)[1]) == ["no-value"]


def test_the_largest_product_is_shown_with_all_its_digits(tmp_path: Path) -> None:
    made = figures(tmp_path, f"wide: {{formula: 999999999999999 * 99999.999999, {OURS}, decimals: 6}}")
    danish = language("da")
    assert danish is not None
    assert danish.show(made["wide"].number()) == "99.999.999.998.999.900.000,000001"


def test_a_figure_is_rounded_half_up_once(tmp_path: Path) -> None:
    made = figures(tmp_path, f"x: {{formula: 5 / 2, {OURS}, published: 3}}", f"y: {{formula: x * 2, {OURS}}}")
    assert (made["x"].value, made["y"].value) == (Decimal("2.5"), Decimal(5))


def test_content_that_declares_no_data_needs_none(tmp_path: Path) -> None:
    assert clean(tmp_path)["board"].tabulations == {}


@pytest.mark.parametrize(
    ("formula", "refused"),
    [
        (f"a{' ' * 496}+ 1", False),  # five hundred signs, which are read
        (f"a{' ' * 497}+ 1", True),
        (f"{'(' * 30}a{')' * 30}", False),
        (f"{'(' * 31}a{')' * 31}", True),
    ],
)
def test_a_formula_that_is_too_long_is_told_and_the_longest_that_is_not_is_read(formula: str, refused: bool) -> None:
    diagnostics = Diagnostics()
    read = parse_formula(Scalar(formula, True, Span("f")), diagnostics)
    assert (read is None) == refused
    told = [("bad-formula", "the formula is too long")] if refused else []
    assert [(one.code, one.message) for one in diagnostics] == told
