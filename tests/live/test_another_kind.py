"""A slide as another kind: what is carried over, what is asked for, and what is left and never lost in silence."""

from __future__ import annotations

import pytest

from deckgen.content.shapes import slide_keys
from deckgen.diagnostics import Diagnostics
from deckgen.edits.rewriting import rewritten
from deckgen.edits.wanted import Keys
from deckgen.live.forms import Field, Form, Group, Listing, slide_form
from deckgen.live.kinds import Project
from deckgen.nodes.reader import read_text
from deckgen.registry import registry

PROJECT = Project(registry(), ("board", "directorate"), ("da",))
SLIDE = """\
slides:
  - id: a.one
    kind: bullets
    # hvad de siger
    title: Vi er her
    items:
      - Et punkt

      - Et andet punkt
    arrangement: one column
    so-what: Mød op  # i dag
    minutes: 2
"""
IN_BRACES = "slides:\n  - {id: a.one, kind: bullets, title: Vi er her, items: [Et punkt]}\n"


def form_as(kind: str, text: str = SLIDE) -> Form:
    found = slide_form(text, "a.yaml", "a.one", PROJECT, kind)
    assert found is not None
    return found


def fields(form: Form) -> dict[str, Field]:
    assert isinstance(form.part, Group)
    return {field.key: field for field in form.part.fields}


def test_what_both_kinds_have_is_carried_and_what_is_needed_is_blank() -> None:
    form = form_as("statement")
    every = fields(form)
    assert {key for key, field in every.items() if field.there} == {"id", "title", "so-what", "minutes"}
    assert [one.key for one in form.left] == ["items", "arrangement"]
    assert form.left[0].excerpt.lines == ("items:", "  - Et punkt", "", "  - Et andet punkt")
    assert form.left[0].excerpt.first == 6
    asked = fields(form_as("dialogue"))["questions"]
    assert (asked.required, asked.there) == (True, False)
    assert isinstance(asked.part, Listing)
    assert form_as("dialogue").example.startswith("id: example.dialogue")


def test_a_field_of_the_same_name_in_another_form_is_left() -> None:
    form = form_as("matrix_2x2")
    assert [one.key for one in form.left] == ["items", "arrangement"]
    assert (fields(form)["items"].there, fields(form)["items"].required) == (False, True)


def test_a_field_that_reads_the_same_is_carried_with_its_value() -> None:
    text = SLIDE.replace("kind: bullets", "kind: statement").replace("    arrangement: one column\n", "")
    assert "items" not in [one.key for one in form_as("bullets", text).left]


def test_what_is_left_stays_as_comments_at_its_place() -> None:
    form = form_as("statement")
    left = tuple(one.key for one in form.left)
    wanted = Keys({"kind": "statement", **dict.fromkeys(left)}, (), left)
    assert form.stays
    assert (
        rewritten(SLIDE, form.span.line, form.span.column, wanted)
        == """\
slides:
  - id: a.one
    kind: statement
    # hvad de siger
    title: Vi er her
    # items:
    #   - Et punkt
    #
    #   - Et andet punkt
    # arrangement: one column
    so-what: Mød op  # i dag
    minutes: 2
"""
    )


def test_a_key_that_is_written_anew_keeps_what_it_said_as_a_comment() -> None:
    wanted = Keys({"kind": "statement", "title": "Nyt"}, (), ("title",))
    made = rewritten(SLIDE, 2, 5, wanted)
    assert made is not None
    assert "    # hvad de siger\n    title: Nyt\n" in made
    assert "    # title: Vi er her\n" in made


def test_on_one_line_nothing_can_be_kept_and_this_is_said() -> None:
    form = form_as("statement", IN_BRACES)
    assert not form.stays
    assert [(one.key, one.excerpt.lines) for one in form.left] == [("items", ("items: [Et punkt]",))]
    aside = Keys({"kind": "statement", "items": None}, (), ("items",))
    assert rewritten(IN_BRACES, form.span.line, form.span.column, aside) is None
    lost = rewritten(IN_BRACES, form.span.line, form.span.column, Keys({"kind": "statement", "items": None}))
    assert lost == "slides:\n  - {id: a.one, kind: statement, title: Vi er her}\n"


@pytest.mark.parametrize("kind", sorted(PROJECT.registry.kinds))
def test_nothing_of_a_slide_is_lost_in_any_kind(kind: str) -> None:
    """Each key of the file is in the form or among what is left, and all its lines stay in the file."""
    form = form_as(kind)
    kept = {key for key, field in fields(form).items() if field.there}
    left = tuple(one.key for one in form.left)
    assert kept | {*left} == {"id", "title", "items", "arrangement", "so-what", "minutes"}
    assert not kept & {*left}
    assert kept <= {key.name for key in slide_keys(PROJECT.registry.kinds[kind])}
    made = rewritten(SLIDE, form.span.line, form.span.column, Keys({"kind": kind, **dict.fromkeys(left)}, (), left))
    assert made is not None
    assert read_text(made, "a.yaml", Diagnostics()) is not None
    for line in SLIDE.splitlines():
        assert line.strip().removeprefix("kind: bullets") in made


def test_those_that_fit_are_told_from_the_others() -> None:
    form = form_as("", IN_BRACES)
    assert "bullets" in form.kinds
    assert {*form.kinds, *form.others} == {*PROJECT.registry.kinds}
    assert not {*form.kinds} & {*form.others}
