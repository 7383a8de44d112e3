"""What a form has fields for, and what stands in them: all that the kinds declare, as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.content.shapes import slide_keys
from deckgen.diagnostics import Diagnostics
from deckgen.edits.rewriting import rewritten
from deckgen.edits.wanted import Item, Items, Keys, Wanted
from deckgen.live import Session
from deckgen.live.forms import (
    Aside,
    Field,
    Form,
    Group,
    Listing,
    Named,
    Part,
    Several,
    Value,
    Variants,
    slide_form,
)
from deckgen.live.kinds import Project
from deckgen.nodes.reader import read_text
from deckgen.registry import registry
from projects import GOOD, write

PROJECT = Project(registry(), ("board", "directorate"), ("da", "en"))
SLIDE = """\
slides:
  - id: a.one
    kind: bullets
    for: [board, directorate]
    title: {da: Vi er her, en: We are here}
    items:
      board:
        - text: Eget kontor
          items: [i Aalborg]
        - for: directorate
          text: Kun for jer
      directorate: [Noget andet]
    minutes: 2
    notes: >
      En linje, der
      går videre.

      Et afsnit.
    footnotes: {skøn: Et skøn}
"""


def form_of(text: str, id: str = "a.one") -> Form:
    found = slide_form(text, "a.yaml", id, PROJECT)
    assert found is not None
    return found


def fields(part: Part) -> dict[str, Field]:
    assert isinstance(part, Group | Variants | Named)
    return {field.key: field for field in part.fields}


def test_every_field_of_the_slide_stands_in_it_as_it_is_written() -> None:
    form = form_of(SLIDE)
    assert (form.kind, form.span.line) == ("bullets", 2)
    every = fields(form.part)
    assert every["for"].part == Several(("board", "directorate"), ("board", "directorate"))
    assert every["id"].part == Value("name", "a.one")
    title, items = fields(every["title"].part), fields(every["items"].part)
    assert {key: field.part for key, field in title.items()} == {
        "da": Value("text", "Vi er her"),
        "en": Value("text", "We are here"),
    }
    listing = items["board"].part
    assert isinstance(listing, Listing)
    own, kept = listing.items
    assert isinstance(own, Group)
    assert isinstance(kept, Group)
    assert (own.alone, own.bare, kept.seen_by) == ("text", False, "directorate")
    bare = items["directorate"].part
    assert isinstance(bare, Listing)
    assert isinstance(bare.items[0], Group)
    assert bare.items[0].bare
    assert every["notes"].part == Value("text", "En linje, der går videre.\nEt afsnit.")
    assert fields(every["footnotes"].part)["skøn"].part == Value("text", "Et skøn")
    assert not every["subtitle"].there


@pytest.mark.parametrize("kind", sorted(PROJECT.registry.kinds))
def test_each_kind_has_a_form_of_its_fields_that_writes_them_back(kind: str) -> None:
    """Every value of the kind's own example, as the form has it, and written as the form would write it all anew."""
    example = PROJECT.registry.kinds[kind].example
    text = "slides:\n" + "".join(
        f"  {'- ' if not n else '  '}{line}\n" for n, line in enumerate(example.rstrip().split("\n"))
    )
    form = form_of(text, example.partition("\n")[0].removeprefix("id: "))
    declared = {key.name for key in slide_keys(PROJECT.registry.kinds[kind])} - {"kind"} | {"for"}
    assert set(fields(form.part)) == declared
    assert not [part for part in every(form.part) if isinstance(part, Aside)]
    assert kind in form.kinds
    anew = {key: whole(field.part) for key, field in fields(form.part).items() if field.there and key != "id"}
    bare = rewritten(text, form.span.line, form.span.column, Keys(dict.fromkeys(anew)))
    assert bare is not None
    again = rewritten(bare, form.span.line, form.span.column, Keys(anew, tuple(anew)))
    assert again is not None
    assert form_of(again, form.name).part == form.part
    assert read_text(again, "a.yaml", Diagnostics()) is not None


def every(part: Part) -> Iterator[Part]:
    yield part
    inner = part.items if isinstance(part, Listing) else ()
    for one in (*inner, *(field.part for field in getattr(part, "fields", ()) if field.there)):
        yield from every(one)


def whole(part: Part) -> Wanted:
    match part:
        case Value():
            return part.text
        case Group() if part.bare and part.alone:
            return whole(fields(part)[part.alone].part)
        case Group() | Variants() | Named():
            return Keys({field.key: whole(field.part) for field in part.fields if field.there})
        case Listing():
            return Items(tuple(Item(None, whole(one)) for one in part.items))
        case Several():
            return Items(tuple(Item(None, name) for name in part.chosen))
        case Aside():
            raise AssertionError


def test_what_is_not_there_or_not_known_has_no_form(tmp_path: Path) -> None:
    assert slide_form(SLIDE, "a.yaml", "a.two", PROJECT) is None
    assert slide_form(SLIDE.replace("bullets", "bulets"), "a.yaml", "a.one", PROJECT) is None
    assert slide_form("slides: [", "a.yaml", "a.one", PROJECT) is None
    project = write(tmp_path, GOOD)
    session = Session(project / "content", project / "assets/_brand.yml")

    def text_of(file: Path) -> str:
        return file.read_text(encoding="utf-8")

    for of, name in (("slide", "survey.members"), ("figure", "members"), ("deck", "board")):
        form = session.form(session.first, of, name, text_of)
        assert form is not None
        assert form.name == name
    for of, name in (("slide", "members"), ("figure", "board"), ("deck", "members"), ("file", "board")):
        assert session.form(session.first, of, name, text_of) is None
