"""What changed since an earlier deck, and why a number is another one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked import claim, deck
from deckgen.compare.causes import History, causes
from deckgen.compare.changes import changes
from deckgen.compare.claims import SectionView
from deckgen.diagnostics import Span
from deckgen.model.figure import Figure, Given, Provenance
from deckgen.model.number import Qualifier
from provenances import DECLARED, computed, tabulated

NOTHING = History({}, {})
AT = Span("content/figures.yaml", 12, 3)


def figure(
    name: str,
    value: int,
    rows: tuple[int, ...] = (),
    uses: tuple[str, ...] = (),
    statistic: str = "count",
    qualifier: Qualifier = "",
) -> Figure:
    made: Provenance = Given()
    if rows:
        made = tabulated(*rows, declared=replace(DECLARED, statistic=statistic))
    elif uses:
        made = computed(" + ".join(uses))
    return Figure(name, Decimal(value), qualifier=qualifier, provenance=made, span=AT)


def why(before: list[Figure], after: list[Figure], *rewritten: str) -> tuple[str, ...]:
    """Why the first figure changed."""
    known = History(
        {one.name: one for one in before}, {one.name: one for one in after}, {}, frozenset(rewritten), "content"
    )
    return causes(after[0].name, known)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([figure("m", 375)], [figure("m", 381)], "figures.yaml:12: value 375 → 381"),
        ([figure("n", 2, (3, 4))], [figure("n", 3, (3, 4, 9))], "row 9 of survey.csv now counts"),
        ([figure("n", 3, (3, 4, 9))], [figure("n", 1, (4,))], "rows 3, 9 of survey.csv no longer count"),
        (
            [figure("n", 2, (3, 4))],
            [figure("n", 5, (3, 4), statistic="sum")],
            "figures.yaml:12: count of `q` in survey.csv: 2 of 2 respondents → "
            "sum of `q` in survey.csv: 2 of 2 respondents",
        ),
        (
            [figure("n", 2)],
            [figure("n", 3, (9,))],
            "figures.yaml:12: was given, is now tabulated: count of `q` in survey.csv: 1 of 1 respondents",
        ),
        ([figure("m", 375)], [figure("m", 375, qualifier="minimum")], "figures.yaml:12: qualifier – → minimum"),
        (
            [figure("all", 5, uses=("n", "m")), figure("n", 2, (3, 4)), figure("m", 3)],
            [figure("all", 6, uses=("n", "m")), figure("n", 3, (3, 4, 9)), figure("m", 3)],
            "n went from 2 to 3: row 9 of survey.csv now counts",
        ),
    ],
)
def test_the_cause_of_a_change(before: list[Figure], after: list[Figure], expected: str) -> None:
    assert why(before, after) == (expected,)


def test_a_row_that_counts_in_both_and_says_something_else_is_the_cause() -> None:
    before, after = [figure("mean", 4, (3, 9))], [figure("mean", 5, (3, 9))]
    assert why(before, after, "survey.csv:9") == ("row 9 of survey.csv changed",)
    assert why(before, after) == ("figures.yaml:12: 4 → 5",)


def test_a_row_put_in_between_is_the_only_one_that_is_new() -> None:
    before, after = figure("n", 2, (3, 4)), figure("n", 3, (3, 4, 5))
    known = History({"n": before}, {"n": after}, {"survey.csv:3": "survey.csv:4", "survey.csv:4": "survey.csv:5"})
    assert causes("n", known) == ("row 3 of survey.csv now counts",)


def test_a_row_that_is_gone_is_named_as_it_was_numbered() -> None:
    before, after = figure("n", 3, (3, 4, 5)), figure("n", 2, (3, 4))
    now = {"survey.csv:3": "", "survey.csv:4": "survey.csv:3", "survey.csv:5": "survey.csv:4"}
    assert causes("n", History({"n": before}, {"n": after}, now)) == ("row 3 of survey.csv no longer counts",)


def test_figures_made_of_each_other_do_not_go_round() -> None:
    before = [figure("a", 1, uses=("b",)), figure("b", 1, uses=("a",))]
    after = [figure("a", 2, uses=("b",)), figure("b", 2, uses=("a",))]
    assert why(before, after) == ("b went from 1 to 2: figures.yaml:12: a = 1 → a = 2",)


def test_many_rows_are_counted() -> None:
    (said,) = why([figure("n", 1, (2,))], [figure("n", 10, tuple(range(2, 20)))])
    assert said == "rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 5 more of survey.csv now count"


def test_a_text_that_shows_a_new_value_and_nothing_else_is_the_numbers_change() -> None:
    before = deck(("a", (claim("title", "11 svarede", ("n", "11")), claim("lead", "Kun 11", ("n", "11")))), n="11")
    after = deck(("a", (claim("title", "12 svarede", ("n", "12")), claim("lead", "Hele 12", ("n", "12")))), n="12")
    found = changes(before, after, NOTHING)
    (number,) = found.numbers
    assert (number.name, number.before, number.after) == ("n", "11", "12")
    assert number.at == (("board", 1, "a", "title"), ("board", 1, "a", "lead"))
    assert [(text.path, text.figures) for text in found.texts] == [("title", ("n",)), ("lead", ())]


def test_a_text_of_a_file_is_explained_by_the_figure_it_shows() -> None:
    def at(title: str, lead: str, shown: str) -> object:
        said = (replace(claim("title", title), pattern=""), replace(claim("lead", lead), pattern=""))
        return deck(("a", said), n=shown)

    before = at("Mindst 1.740 svarede.", "I alt 1740", "mindst\u00a01.740")
    after = at("Mindst 1.741 svarede.", "I alt 1750", "mindst\u00a01.741")
    found = changes(before, after, NOTHING)  # type: ignore[arg-type]
    assert [(text.path, text.figures) for text in found.texts] == [("title", ("n",)), ("lead", ())]


def test_a_number_that_a_file_says_in_words_is_explained_by_its_figure_too() -> None:
    def at(title: str, shown: str) -> object:
        return deck(("a", (replace(claim("title", title), pattern=""),)), n=shown)

    words = {Decimal(11): "elleve", Decimal(12): "tolv"}
    before, after = at("Elleve klynger har svaret", "11"), at("Tolv klynger har svaret", "12")
    known = History({}, {}, words=words.__getitem__)
    assert [text.figures for text in changes(before, after, known).texts] == [("n",)]  # type: ignore[arg-type]
    assert [text.figures for text in changes(before, after, NOTHING).texts] == [()]  # type: ignore[arg-type]


def test_slides_come_go_and_move() -> None:
    before, after = deck(("a", ()), ("b", ()), ("c", ())), deck(("c", ()), ("a", ()), ("d", ()))
    found = changes(before, after, NOTHING)
    assert [(one.id, one.after_page) for one in found.added] == [("d", 3)]
    assert [(one.id, one.before_page) for one in found.removed] == [("b", 2)]
    assert [(one.id, one.before_page, one.after_page) for one in found.moved] == [("c", 3, 1)]


def test_a_section_that_is_called_something_else_moves_no_slide() -> None:
    before = deck(("a", ()))
    after = replace(before, sections=(SectionView("all", "Andet", ("a",)),))
    found = changes(before, after, NOTHING)
    assert [(one.before, one.after) for one in found.sections] == [("Alt", "Andet")]
    assert found.moved == ()


DECK = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.lists(st.builds(claim, st.just("lead"), st.text("ab ", max_size=4)), max_size=2).map(tuple),
    ),
    max_size=3,
    unique_by=lambda slide: slide[0],
).map(lambda slides: deck(*slides, n="1"))


@given(DECK, DECK)
def test_what_came_one_way_went_the_other(one: object, other: object) -> None:
    there, back = changes(one, other, NOTHING), changes(other, one, NOTHING)  # type: ignore[arg-type]
    assert {slide.id for slide in there.added} == {slide.id for slide in back.removed}
    assert len(there.texts) == len(back.texts)
    assert not changes(one, one, NOTHING).any  # type: ignore[arg-type]
