"""Footnotes, links between slides and page numbers, from what an editor writes to the file that a reader gets."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import deckgen
from deckgen.layout.fit import set_slide
from deckgen.model.frames import Frame, TextItem
from deckgen.model.plan import PlannedSlide

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"
FILES = {
    "project.yaml": "language: da\naudiences: [board, directorate]\n"
    "organisation: {name: Navigators}\nclient: {name: Regionen}\n",
    "sources.yaml": "survey: Spørgeskema, 2023\n",
    "figures.yaml": "members: {value: 375, unit: medlemmer, source: survey, label: Medlemmer}\n",
}
DECK = """\
audience: {audience}
title: Prøve
meeting: Møde
date: 2023
minutes: 10
chapters:
  - {{id: one, title: Første, slides: [{slides}]}}
"""
FIRST = """\
  - id: a.first
    kind: bullets
    title: Bestyrelsen giver retning for det videre arbejde[^third]
    subtitle: Bestyrelsen[^first] bedes
    items: ["tage fundene[^second] til efterretning, se side [](#a.last)", "give retning[^first]"]
    so-what: Alle klynger[^fourth] er med
    notes: Sig **det** *roligt*, se [siden](https://x.dk/a) og [listen](#a.last) på side [](#a.last).
    footnotes:
      fourth: Også de nye.
      first: Den regionale bestyrelse.
      second: "Se *rapporten* med ${members}."
      third: For det kommende år.
"""
LAST = """\
  - id: a.last
    kind: bullets
    title: De sidste punkter står til sidst
    items: [Det første punkt, Det andet punkt]
"""
LONG = """\
  - id: a.long
    kind: bullets
    title: Mange punkter fylder mere end en side
    items:
"""


def folder(into: Path, slides: str, listed: str, **decks: str) -> Path:
    """A content folder with these slides and a deck for the board, and others by their audience."""
    every = {"board": listed, **decks}
    (into / "decks").mkdir(parents=True)
    for name, text in {**FILES, "slides.yaml": f"slides:\n{slides}"}.items():
        (into / name).write_text(text, encoding="utf-8")
    for audience, said in every.items():
        deck = DECK.format(audience=audience, slides=said)
        (into / f"decks/{audience}.yaml").write_text(deck, encoding="utf-8")
    return into


def built(content: Path, output: Path) -> deckgen.Result:
    return deckgen.build(content, brand=BRAND, output=output)


def frames(result: deckgen.Result, deck: str = "board") -> dict[str, Frame]:
    assert [str(one) for one in result.diagnostics if one.severity == "error"] == []
    made = result.decks[deck].frames
    return {frame.id: frame for frame in made.frames}


def codes(result: deckgen.Result, *wanted: str) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in result.diagnostics if one.code in wanted or one.severity == "error"]


def item(frame: Frame, name: str) -> TextItem:
    (found,) = (one for one in frame.items if one.name == f"{frame.id}/{name}")
    assert isinstance(found, TextItem)
    return found


def footnotes(frame: Frame) -> list[str]:
    """The paragraphs under the body, numbers and all."""
    return ["".join(run.text for run in paragraph.runs) for paragraph in item(frame, "footnotes").paragraphs]


def numbers(frame: Frame) -> list[tuple[str, str]]:
    """Each reference on the page: its number and its footnote."""
    texts = (one for one in frame.items if isinstance(one, TextItem))
    return [(run.text, run.footnote) for one in texts for part in one.paragraphs for run in part.runs if run.footnote]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Frame, Path]:
    tmp_path = tmp_path_factory.mktemp("first")
    result = built(folder(tmp_path / "content", FIRST + LAST, "a.first, a.last"), tmp_path)
    return frames(result)["a.first"], tmp_path / "board.pptx"


def test_footnotes_are_numbered_as_the_page_is_read(first: tuple[Frame, Path]) -> None:
    frame, _ = first
    assert numbers(frame) == [("1", "third"), ("2", "first"), ("3", "second"), ("2", "first"), ("4", "fourth")]
    assert footnotes(frame) == [
        "1.\u00a0For det kommende år.",
        "2.\u00a0Den regionale bestyrelse.",
        "3.\u00a0Se rapporten med 375.",
        "4.\u00a0Også de nye.",
    ]
    assert frame.figures == ("members",)


def test_footnotes_stand_between_the_body_and_the_foot(first: tuple[Frame, Path]) -> None:
    frame, _ = first
    box = item(frame, "footnotes").box
    names = [one.name.partition("/")[2] for one in frame.items]
    assert names.index("items/1") < names.index("so_what") < names.index("footnotes") < names.index("foot")
    bodies = [item(frame, name).box.bottom for name in ("items/1", "so_what")]
    assert max(bodies) < box.y and box.bottom < item(frame, "foot").box.y


def test_a_title_says_nothing_of_its_footnote_in_outlines(first: tuple[Frame, Path]) -> None:
    frame, file = first
    assert frame.title == "Bestyrelsen giver retning for det videre arbejde"
    with zipfile.ZipFile(file) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
    assert re.search(r'<a:rPr [^>]*baseline="30000"/?>.{0,400}?<a:t>1</a:t>', slide)


def test_links_jump_to_the_slide_and_pages_are_those_of_the_deck(first: tuple[Frame, Path]) -> None:
    frame, file = first
    (page,) = (run for part in item(frame, "items/1").paragraphs for run in part.runs if run.slide)
    assert (page.text, page.slide) == ("2", "a.last")
    with zipfile.ZipFile(file) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
        related = package.read("ppt/slides/_rels/slide1.xml.rels").decode()
    (id,) = re.findall(r'<a:hlinkClick r:id="(\w+)" action="ppaction://hlinksldjump">', slide)
    assert f'Id="{id}"' in related and re.search(rf'<Relationship [^>]*Id="{id}"[^>]*slide2\.xml', related)


def test_notes_keep_their_styles_and_their_links_to_the_web(first: tuple[Frame, Path]) -> None:
    with zipfile.ZipFile(first[1]) as package:
        said = package.read("ppt/notesSlides/notesSlide1.xml").decode()
        related = package.read("ppt/notesSlides/_rels/notesSlide1.xml.rels").decode()
    assert re.search(r'<a:rPr lang="da-DK" b="1"/><a:t>det</a:t>', said)
    assert re.search(r'<a:rPr lang="da-DK" i="1"/><a:t>roligt</a:t>', said)
    assert "https://x.dk/a" in related and said.count("<a:hlinkClick") == 1 and "hlinksldjump" not in said
    assert "<a:t>listen</a:t>" in said and "<a:t>2</a:t>" in said


def test_a_deck_that_nobody_edited_is_built_again(first: tuple[Frame, Path]) -> None:
    result = built(first[1].parent / "content", first[1].parent)
    assert result.ok and "deck-edited" not in {one.code for one in result.diagnostics}


def test_pages_count_the_pages_that_a_slide_continues_on(tmp_path: Path) -> None:
    points = "".join(f'      - "Punkt {"med mange ord om klynger og kommuner " * 6}"\n' for _ in range(12))
    made = frames(
        built(folder(tmp_path / "content", FIRST + LONG + points + LAST, "a.first, a.long, a.last"), tmp_path)
    )
    order = list(made)
    assert "a.long~2" in made
    (page,) = (run for part in item(made["a.first"], "items/1").paragraphs for run in part.runs if run.slide)
    assert page.text == str(order.index("a.last") + 1)


def test_what_shows_a_page_is_set_once_where_what_takes_more_pages_stands_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was set for the pages that slides would have if each took one, and then for those that they have."""
    was_set: list[str] = []

    def noted(slide: PlannedSlide, *rest: Any) -> tuple[Frame, ...]:
        was_set.append(slide.id)
        return set_slide(slide, *rest)

    monkeypatch.setattr("deckgen.layout.deck.set_slide", noted)
    points = "".join(f'      - "Punkt {"med mange ord om klynger og kommuner " * 6}"\n' for _ in range(12))
    made = frames(
        built(folder(tmp_path / "content", LONG + points + FIRST + LAST, "a.long, a.first, a.last"), tmp_path)
    )
    assert "a.long~2" in made
    assert was_set == ["a.long", "a.first", "a.last"]


def test_each_page_prints_the_footnotes_that_it_refers_to(tmp_path: Path) -> None:
    points = "".join(
        f'      - "Punkt {"med mange ord om klynger og kommuner " * 6}[^{name}]"\n' for name in "abcdefghijkl"
    )
    notes = "    footnotes:\n" + "".join(f"      {name}: Note {name}.\n" for name in "abcdefghijkl")
    made = frames(built(folder(tmp_path / "content", LONG + points + notes, "a.long"), tmp_path))
    printed = [line for frame in made.values() for line in footnotes(frame)]
    assert len(made) > 1
    assert printed == [f"{number}.\u00a0Note {name}." for number, name in enumerate("abcdefghijkl", 1)]


def test_a_number_is_kept_apart_from_that_of_its_footnote(tmp_path: Path) -> None:
    """4 with footnote 2 behind it would be read as 4²."""
    slide = LAST.replace("Det andet punkt]", '"Vi har ${members}[^a] med"]\n    footnotes: {a: Et skøn.}')
    assert numbers(frames(built(folder(tmp_path / "content", slide, "a.last"), tmp_path))["a.last"]) == [
        ("\u00a01", "a")
    ]


def test_a_link_to_a_slide_that_others_see_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    hidden = "  - {id: b.hidden, for: directorate, kind: statement, title: Kun for direktionen at se}\n"
    content = folder(
        tmp_path / "content",
        LAST.replace("Det andet punkt", '"Se [planen](#b.hidden)"') + hidden,
        "a.last",
        directorate="a.last, b.hidden",
    )
    result = built(content, tmp_path)
    assert codes(result) == [("link-out-of-deck", "error")]
    (found,) = (one for one in result.diagnostics if one.code == "link-out-of-deck")
    assert found.span.file.endswith("slides.yaml") and (found.span.line, found.span.column) == (5, 44)
    assert not list(tmp_path.glob("*.pptx"))


def test_a_variant_keeps_a_link_to_those_who_see_its_slide(tmp_path: Path) -> None:
    hidden = "  - {id: b.hidden, for: directorate, kind: statement, title: Kun for direktionen at se}\n"
    variant = 'items:\n      - Det første punkt\n      - {board: Et punkt, directorate: "Se [planen](#b.hidden)"}\n'
    slide = LAST.replace("items: [Det første punkt, Det andet punkt]\n", variant)
    result = built(folder(tmp_path / "content", slide + hidden, "a.last", directorate="a.last, b.hidden"), tmp_path)
    assert codes(result) == [] and result.ok
    with zipfile.ZipFile(tmp_path / "board.pptx") as package:
        assert not any(b"b.hidden" in package.read(name) for name in package.namelist())


@pytest.mark.parametrize("listed", ["a.last", "a.last, b.more"])
def test_a_slide_that_the_deck_does_not_list_cannot_be_linked_to(tmp_path: Path, listed: str) -> None:
    more = "  - {id: b.more, kind: statement, title: Mere at se her til sidst}\n"
    slide = LAST.replace("Det andet punkt", '"Se [mere](#b.more)"')
    result = built(folder(tmp_path / "content", slide + more, listed), tmp_path)
    assert codes(result) == ([] if "b.more" in listed else [("link-out-of-deck", "error")])


def test_a_link_to_a_slide_that_nobody_has_is_told_once_with_what_is_near(tmp_path: Path) -> None:
    slide = LAST.replace("Det andet punkt", '"Se [mere](#a.lats)"')
    result = built(folder(tmp_path / "content", slide, "a.last"), tmp_path)
    assert codes(result) == [("unknown-slide", "error")]
    assert "a.last" in next(iter(result.diagnostics)).hint


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("items: [Punkt, Et andet]\n    footnotes: {a: Note.}", [("unused-footnote", "warning")]),
        ('items: [Punkt, "Et[^b] andet"]', [("unknown-footnote", "error")]),
        ('items: [Punkt, "Et[^a]"]\n    footnotes: {a: "Se [^b]."}', [("footnote-not-here", "error")]),
        (
            'items: [Punkt, "Et[^a]"]\n    footnotes: {A: Note.}',
            [("bad-name", "error")],
        ),
        ('items: [Punkt, {board: "Et[^a]", directorate: Et}]\n    footnotes: {a: Note.}', []),
        ('items: [Punkt, "Et[^a]"]\n    footnotes: {a: {board: Note., directorate: En anden.}}', []),
    ],
)
def test_a_footnote_without_its_reference_or_the_other_way_round(
    tmp_path: Path, said: str, wanted: list[tuple[str, str]]
) -> None:
    slide = LAST.replace("items: [Det første punkt, Det andet punkt]", said)
    result = built(folder(tmp_path / "content", slide, "a.last", directorate="a.last"), tmp_path)
    assert sorted(codes(result, "unused-footnote")) == wanted


def test_what_a_footnote_says_differently_is_a_difference_of_decks(tmp_path: Path) -> None:
    said = 'items: [Punkt, "Et[^a]"]\n    footnotes: {a: {board: Et skøn., directorate: Talt op.}}'
    slide = LAST.replace("items: [Det første punkt, Det andet punkt]", said)
    content = folder(tmp_path / "content", slide, "a.last", directorate="a.last")
    result = deckgen.diff(content, "board", "directorate", brand=BRAND)
    assert "footnotes/a" in repr(result)
