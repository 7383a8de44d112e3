"""Nodes become typed values, strictly, and everything that is wrong is said at once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.kind import described
from deckgen.model.list_item import IconItem, ListItem
from deckgen.model.text import NOWHERE, FigureUse, Text, Value
from deckgen.nodes.reader import Mapping, Node, Scalar, read_text
from deckgen.nodes.schema import INVALID, convert, keys


@dataclass(frozen=True)
class Event:
    year: str = described("When.")
    heading: Text = described("What.")


@dataclass(frozen=True)
class Fields:
    events: tuple[Event, ...] = described("What happened.", minimum=1, maximum=2)
    as_of: str = described("When it was so.", default="")
    lead: Text | None = described("A line.", default=None)
    tone: Literal["calm", "loud"] = described("How.", default="calm")


@dataclass(frozen=True)
class Placed:
    name: str
    logo: str = ""
    span: Span = NOWHERE
    logo_span: Span = NOWHERE


def converted(text: str, wanted: Any) -> tuple[Any, Diagnostics]:
    diagnostics = Diagnostics()
    node = read_text(text, "f.yaml", diagnostics)
    assert node is not None
    return convert(node, wanted, "", diagnostics), diagnostics


def right(text: str, wanted: Any) -> Any:
    value, found = converted(text, wanted)
    assert [str(each) for each in found] == []
    return value


def wrong(text: str, wanted: Any) -> list[tuple[str, int, int]]:
    value, found = converted(text, wanted)
    assert value is INVALID
    return [(each.code, each.span.line, each.span.column) for each in found]


def hint(text: str, wanted: Any) -> str:
    (only,) = converted(text, wanted)[1]
    return only.hint


def test_fields_are_typed_and_texts_know_their_path() -> None:
    fields = right("as-of: 2023\nevents:\n  - {year: 2003, heading: Vækst}\n  - {year: 012, heading: NO}\n", Fields)
    assert [(event.year, event.heading.plain, event.heading.path) for event in fields.events] == [
        ("2003", "Vækst", "events/1/heading"),
        ("012", "NO", "events/2/heading"),
    ]
    assert (fields.as_of, fields.lead, fields.tone) == ("2023", None, "calm")
    assert fields.events[1].heading.span == Span("f.yaml", 4, 26)


def test_all_errors_come_at_once() -> None:
    text = "as_of: 2023\ntone: lod\nevents:\n  - {year: 2003}\n  - just text\n  - {year: 1, heading: [a]}\n"
    assert wrong(text, Fields) == [
        ("unknown-key", 1, 1),
        ("unknown-choice", 2, 7),
        ("item-count", 4, 3),
        ("missing-key", 4, 5),
        ("wrong-value", 5, 5),
        ("wrong-value", 6, 24),
    ]


def test_an_unknown_key_is_met_with_what_was_meant_and_what_is_possible() -> None:
    said = hint("events: [{year: 1, heading: a}]\nas_of: 2023", Fields)
    assert "did you mean `as-of`?" in said and "events, as-of, lead, tone" in said


def test_a_misspelt_key_is_one_error_where_it_should_have_been_given_and_another_strange_one_two() -> None:
    assert wrong("event: [{year: 1, heading: a}]\n", Fields) == [("unknown-key", 1, 1)]
    assert wrong("events: [{yaer: 1, heading: a}]\n", Fields) == [("unknown-key", 1, 11)]
    assert wrong("colour: red\n", Fields) == [("missing-key", 1, 1), ("unknown-key", 1, 1)]
    assert wrong("events: [{year: 1, heading: a}]\nevent: b\n", Fields) == [("unknown-key", 2, 1)]


def test_an_empty_value_is_left_out_where_it_may_be_and_missing_where_it_may_not() -> None:
    assert right("events: [{year: 1, heading: a}]\nlead:\nas-of: ''\n", Fields).as_of == ""
    assert wrong("events:\n  - {year: , heading: a}\n", Fields) == [("missing-value", 2, 12)]
    assert wrong("events:\n", Fields) == [("missing-value", 1, 8)]


def test_a_list_of_too_many_or_none_is_counted() -> None:
    assert wrong("events: []", Fields) == [("item-count", 1, 9)]


def test_a_text_with_a_colon_in_a_list_is_told_to_be_quoted() -> None:
    assert "quotes" in hint("- Tid: 10 minutter", tuple[Text, ...])


def test_a_comment_behind_a_text_is_warned_of_and_behind_a_number_is_not() -> None:
    text, found = converted("a: 7 af 12 # x", dict[str, Text])
    assert text["a"].plain == "7 af 12"
    assert [(each.code, each.severity) for each in found] == [("text-cut", "warning")]
    assert right("a: 7 # x", dict[str, int]) == {"a": 7}


def test_a_comment_behind_any_kind_of_text_is_warned_of() -> None:
    text, found = converted("a: Klynge # 1 og 2", dict[str, str])
    assert (text, [each.code for each in found]) == ({"a": "Klynge"}, ["text-cut"])


@pytest.mark.parametrize(
    "text", ["' '", '"\\u200b"', '"\\u00a0\\u2060"', '"**\\u200b**"', '"\\u2800"', '"\\n"', "'[ ](https://x.dk)'"]
)
def test_a_text_that_nobody_can_see_is_missing(text: str) -> None:
    assert converted(f"a: {text}", dict[str, Text])[0] is INVALID
    marks = any(sign in text for sign in "*[")  # which a plain value shows as they stand
    plain, found = converted(f"a: {text}", dict[str, str])
    assert [one.code for one in found] == ([] if marks else ["missing-value"])
    assert (plain is INVALID) is not marks


def test_a_text_of_one_figure_or_one_sign_is_there() -> None:
    assert right("a: ${x}", dict[str, Text])["a"].figures
    assert right("a: –", dict[str, Text])["a"].plain == "–"


@pytest.mark.parametrize(
    "text", ["a: >\n  et\n  to\n\n  tre\n", "a: et\n  to\n\n  tre\n", "a: 'et\n  to\n\n  tre'\n"]
)
def test_a_blank_line_is_a_new_paragraph_however_the_text_is_written(text: str) -> None:
    assert [part.plain for part in right(text, dict[str, Text])["a"].paragraphs] == ["et to", "tre"]


def test_a_break_is_where_the_content_has_one() -> None:
    assert right("a: |\n  et\n  to\n", dict[str, Text])["a"].plain == "et\nto"
    assert len(right('a: "et\\nto"', dict[str, Text])["a"].paragraphs) == 1


@pytest.mark.parametrize(
    ("text", "number"), [("0", "0"), ("-3", "-3"), ("1740", "1740"), ("0.125", "0.125"), ("2.5", "2.5")]
)
def test_a_number_is_digits_and_a_dot(text: str, number: str) -> None:
    assert right(text, Decimal) == Decimal(number)
    assert right(text, Value).amount == Decimal(number)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1.740", "1740"),
        ("'1.740'", "1740"),
        ("1.740.000", "1740000"),
        ("1,5", "1.5"),
        ("1.740,5", "1740.5"),
        ("1 740", "1740"),
        ("1\u00a0740", "1740"),
        ("92 %", "figures.yaml"),
        ("mindst 375", "figures.yaml"),
        ("012", "digits"),
        ("1e3", "digits"),
        ("0x1F", "digits"),
        ("nan", "digits"),
        ("inf", "digits"),
        ("1_000", "digits"),
        ("٣", "digits"),
        ("9" * 40, "digits"),
        ("“3”", "straight"),
    ],
)
@pytest.mark.parametrize("wanted", [Decimal, Value, int])
def test_what_can_be_misread_is_no_number(text: str, says: str, wanted: Any) -> None:
    assert [code for code, _, _ in wrong(text, wanted)] == ["not-a-number"]
    assert says in hint(text, wanted)


def test_a_dot_before_three_digits_is_asked_about() -> None:
    said = hint("1.740", Decimal)
    assert "1740" in said and "1.7400" in said and "1,740" in said


def test_a_whole_number_has_no_decimals() -> None:
    assert wrong("2.5", int) == [("not-a-number", 1, 1)]


def test_a_value_may_be_a_figure() -> None:
    value = right("${members.total|plain}", Value)
    assert value == Value(
        None, "", FigureUse("members.total", "plain", Span("f.yaml", 1, 1)), "", Span("f.yaml", 1, 1)
    )
    assert wrong("${Members}", Value) == [("bad-figure-reference", 1, 1)]


def test_one_value_may_stand_for_a_list_of_one() -> None:
    values = right("value: 7", dict[str, tuple[Value, ...]])["value"]
    assert [(value.amount, value.path) for value in values] == [(7, "value")]
    assert wrong("a: x", dict[str, tuple[Text, ...]]) == [("wrong-value", 1, 4)]


@pytest.mark.parametrize("text", ["NO", "yes", "on", "True", "1"])
def test_true_and_false_are_the_only_answers(text: str) -> None:
    assert wrong(text, bool) == [("not-true-or-false", 1, 1)]
    assert right("true", bool) is True and right("false", bool) is False


def test_a_mapping_gives_its_own_place_and_that_of_a_value() -> None:
    placed = right("name: BRN\nlogo: a.png\n", Placed)
    assert (placed.span, placed.logo_span) == (Span("f.yaml", 1, 1), Span("f.yaml", 2, 7))
    assert keys(Placed) == ("name", "logo")


@pytest.mark.parametrize(
    "wanted", [str, Text, int, tuple[str, ...], dict[str, str], Fields, Literal["a"], Scalar, Mapping]
)
@pytest.mark.parametrize("text", ["x", "[x]", "{x: y}", "[[x]]"])
def test_a_wrong_shape_is_said_and_never_raised(wanted: Any, text: str) -> None:
    value, found = converted(text, wanted)
    assert (value is INVALID) == found.has_errors


@given(st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**12), 10**12).map(Decimal))
def test_every_number_written_plainly_comes_back(number: Decimal) -> None:
    diagnostics = Diagnostics()
    node: Node = Scalar(f"{number:f}", True, Span("f.yaml"))
    assert convert(node, Decimal, "", diagnostics) == number or f"{number:f}" == "-0.00"


def test_an_item_of_a_list_is_a_text_or_has_items_under_it() -> None:
    made = right("a: [Et, {text: To, items: [b, c]}, {text: Tre}]", dict[str, tuple[ListItem, ...]])
    assert [(item.text.plain, [under.plain for under in item.items]) for item in made["a"]] == [
        ("Et", []),
        ("To", ["b", "c"]),
        ("Tre", []),
    ]
    assert [item.text.path for item in made["a"]] == ["a/1", "a/2/text", "a/3/text"]
    assert [under.path for under in made["a"][1].items] == ["a/2/items/1", "a/2/items/2"]


@pytest.mark.parametrize(
    ("said", "code", "hint"),
    [
        ("a: [Et, [b, c]]", "wrong-value", "for a second level write"),
        ("a: [{De lever af: [b, c]}]", "wrong-value", "for a second level write"),
        ("a: [{Note: husk det}]", "wrong-value", "must be in double quotes"),
        ("a: [{text: Et, items: [{text: b, items: [c]}]}]", "wrong-value", ""),
        ("a: [{text: Et, punkter: [b]}]", "unknown-key", "possible: text, items"),
        ("a: [{items: [b]}]", "missing-key", "text"),
        ("a: [{text: Et, items: [a, b, c, d, e, f, g]}]", "item-count", ""),
    ],
)
def test_a_list_has_two_levels_in_one_form(said: str, code: str, hint: str) -> None:
    _, found = converted(said, dict[str, tuple[ListItem, ...]])
    (only,) = found
    assert only.code == code and hint in only.hint


def test_an_item_with_an_icon_is_a_text_or_a_mapping_of_both() -> None:
    made = right("a: [Et, {text: To, icon: handshake}]", dict[str, tuple[IconItem, ...]])
    assert [(item.text.plain, item.icon and item.icon.name) for item in made["a"]] == [
        ("Et", None),
        ("To", "handshake"),
    ]


@pytest.mark.parametrize(
    ("said", "code", "hint"),
    [
        ("a: [Et, [b, c]]", "wrong-value", "for an icon write"),
        ("a: [{Note: husk det}]", "wrong-value", "must be in double quotes"),
        ("a: [{text: Et, ikon: handshake}]", "unknown-key", "icon"),
        ("a: [{icon: handshake}]", "missing-key", "text"),
    ],
)
def test_an_item_with_an_icon_has_one_form(said: str, code: str, hint: str) -> None:
    _, found = converted(said, dict[str, tuple[IconItem, ...]])
    (only,) = found
    assert only.code == code and hint in only.hint
