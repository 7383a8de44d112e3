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
    figure_at,
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


def test_a_figure_whose_value_cannot_be_read_has_its_form(tmp_path: Path) -> None:
    figures = GOOD["content/figures.yaml"].replace("members: {value: 375", "members: {value: 375.000")
    write(tmp_path, {**GOOD, "content/figures.yaml": figures})
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")
    form = session.form(session.first, "figure", "members", lambda file: file.read_text(encoding="utf-8"))
    assert form is not None
    assert fields(form.part)["value"].part == Value("number", "375.000")


TABULATED = {
    "content/data.yaml": """\
datasets:
  svar:
    file: data/svar.csv
    source: survey
    columns:
      by: {column: By, type: single, options: {ro: Ro, vest: Vesterkær}}
      glad: {column: Glad, type: single, options: {ja: Ja, nej: Nej}}
tabulations:
  byer: {data: svar, question: by, statistic: count}
  glade: {data: svar, question: glad, by: by, statistic: share}
""",
    "content/data/svar.csv": "By,Glad\n" + 9 * "Ro,Ja\nRo,Nej\nVesterkær,Ja\nVesterkær,Nej\n",
    "content/tabulated.yaml": """\
slides:
  - {id: a.towns, kind: chart, title: Flest fra Ro, chart: bar, counted: Antal, table: byer, emphasis: ro}
  - {id: a.glad, kind: chart, title: Flest er glade, chart: likert, counted: Andel, table: glade, emphasis: [Ro]}
""",
}


def test_what_is_named_of_the_project_is_chosen_among_what_there_is(tmp_path: Path) -> None:
    write(tmp_path, {**GOOD, **TABULATED})
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")

    def offered(of: str, name: str, *path: str) -> tuple[str, ...]:
        form = session.form(session.first, of, name, lambda file: file.read_text(encoding="utf-8"))
        assert form is not None
        part: Part = form.part
        for key in path:
            part = fields(part)[key].part
        chosen = part.blank if isinstance(part, Listing) else part
        assert isinstance(chosen, Value)
        return chosen.names

    assert offered("slide", "a.towns", "chart") == tuple(sorted(registry().charts))
    assert offered("slide", "a.towns", "table") == ("byer", "glade")
    assert offered("slide", "a.towns", "emphasis") == ("ro", "vest")
    assert offered("slide", "a.glad", "emphasis") == ("Ro", "Vesterkær")
    assert offered("slide", "a.towns", "sources") == offered("figure", "members", "source") == ("survey", "plan")
    assert offered("figure", "members", "from")[:2] == ("byer/ro", "byer/vest")


def test_what_fills_a_chart_in_and_what_it_would_fill_in_exclude_each_other(tmp_path: Path) -> None:
    write(tmp_path, {**GOOD, **TABULATED})
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")
    form = session.form(session.first, "slide", "a.towns", lambda file: file.read_text(encoding="utf-8"))
    assert form is not None
    excluded = {key: field.excludes for key, field in fields(form.part).items() if field.excludes}
    assert excluded == {"data": "table", "table": "data"}


@pytest.mark.parametrize(("line", "name"), [(1, ""), (2, "a"), (4, "a"), (5, "b.c"), (99, "b.c")])
def test_a_line_of_the_file_of_figures_is_of_the_figure_that_begins_above_it(line: int, name: str) -> None:
    assert figure_at("# numbers\na:\n  value: 1\n\nb.c: {value: 2}\n", line) == name


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


CHART = """\
slides:
  - id: a.shares
    kind: chart
    title: De tre dele
    chart: bar
    counted: Antal
    data:
      - {label: Kran, value: 5}
      - {label: Kaj, value: %s}
    minutes: 1
"""


@pytest.mark.parametrize(
    ("second", "series", "able", "unable"),
    [
        ("3", "", {"bar", "column", "doughnut"}, {"scatter", "slope", "dumbbell", "clustered_bar"}),
        ("-3", "", {"bar", "column"}, {"doughnut", "histogram"}),
        ("[3, 4]", "[Før, Nu]", {"clustered_bar", "scatter"}, {"bar", "doughnut"}),
    ],
)
def test_only_chart_types_that_can_draw_the_data_are_offered(
    second: str, series: str, able: set[str], unable: set[str], tmp_path: Path
) -> None:
    slides = CHART % second
    if series:
        slides = slides.replace("value: 5", "value: [5, 6]").replace("bar", "clustered_bar")
        slides = slides.replace("    data:", f"    series: {series}\n    data:")
    board = "audience: board\ntitle: T\nminutes: 5\nchapters: [{id: a, title: A, slides: [a.shares]}]\n"
    project = write(tmp_path, {**GOOD, "content/shares.yaml": slides, "content/decks/board.yaml": board})
    session = Session(project / "content", project / "assets/_brand.yml")
    form = session.form(session.first, "slide", "a.shares", lambda file: file.read_text(encoding="utf-8"))
    assert form is not None
    chart = fields(form.part)["chart"].part
    assert isinstance(chart, Value)
    assert able <= set(chart.names)
    assert not unable & set(chart.names)
