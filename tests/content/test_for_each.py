"""Decks that are made for each of several members: whom they are for, and what each of them says."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_folders import REGISTRY, codes, write
from deckgen.content import read_content
from deckgen.content.each_member import DeckForEach
from deckgen.content.member_content import MemberContent
from deckgen.diagnostics import Diagnostics
from deckgen.model.members import Member

DATA = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      town: {type: single, options: {x: Xby, y: Yby, z: Zby}}
      region: {type: text}
      said: {type: single, options: {a: Ja, b: Nej}}
tabulations:
  said: {data: answers, question: said, statistic: share}
  counted: {data: answers, question: said, statistic: count}
"""
FIGURES = """\
asked: {value: 13, label: Spurgte, source: survey}
yes: {from: said/a, label: Siger ja, source: survey}
yes.count: {from: counted/a, label: Ja, source: survey}
no.count: {from: counted/b, label: Nej, source: survey}
both: {formula: yes.count + no.count, label: Svar, source: survey}
rate: {formula: "share(both, asked)", unit: "%", label: Svarprocent, source: survey}
"""
EACH = """\
audience: board
title: "${member.name}: svarene"
minutes: 10
chapters:
  - {id: findings, title: Fund, slides: [own.first, own.second]}
for-each: {dataset: answers, key: town, group: region}
"""
SLIDES = """\
slides:
  - {id: survey.rate, kind: plain, title: Fælles, minutes: 10}
  - {id: own.first, kind: plain, title: "Ja siger ${member.yes} i ${member.name}, ${group.yes} i ${group.name}"}
  - {id: own.second, kind: plain, title: Det samme for alle}
"""
Table = dict[str, tuple[str, int, int]]
"""Of each town its region, and how many said yes and no."""
ROWS: Table = {"x": ("Nord", 8, 4), "y": ("Nord", 6, 6), "z": ("Syd", 4, 5)}


def rows(table: Table) -> str:
    lines = [
        f"{town};{region};{answer}"
        for town, (region, yes, no) in table.items()
        for answer, count in (("a", yes), ("b", no))
        for _ in range(count)
    ]
    return "\n".join(("town;region;said", *lines, ""))


def read(
    folder: Path, table: dict[str, tuple[str, int, int]] = ROWS, **files: str
) -> tuple[DeckForEach, Diagnostics]:
    """The deck for each, and what was found before any member was looked at."""
    given = {"data": DATA, "figures": FIGURES, "decks__each": EACH, "slides": SLIDES, **files}
    write(folder, **given)
    (folder / "answers.csv").write_text(rows(table), encoding="utf-8")
    found = Diagnostics()
    return read_content(folder, REGISTRY, found).for_each["each"], found


def made(deck: DeckForEach, key: str) -> MemberContent:
    member = deck.member(key)
    assert member is not None
    return deck.content(member)


def titles(told: MemberContent) -> list[str]:
    """What the slides of a member's deck are called, figures by their values."""
    assert told.content is not None, list(told.found)
    figures = told.content.figures
    return [
        "".join(f"{figures[run.figure.name].rounded}" if run.figure else run.text for run in paragraph.runs)
        for ref in told.content.decks["each"].listed
        for paragraph in told.content.slides[ref.id].title.paragraphs
    ]


def slides(*said: str) -> str:
    """Two slides of a member's deck, the first as said."""
    first = "\n".join(f"    {line}" for line in ("id: own.first", "kind: plain", *said))
    shared = "  - {id: survey.rate, kind: plain, title: Fælles, minutes: 10}"
    return f"slides:\n  -{first[3:]}\n  - {{id: own.second, kind: plain, title: Slut}}\n{shared}\n"


def test_each_member_has_its_own_numbers_beside_those_of_its_group(tmp_path: Path) -> None:
    deck, found = read(tmp_path)
    assert codes(found) == []
    assert [(one.key, one.name, one.group) for one in deck.members] == [
        ("x", "Xby", "Nord"),
        ("y", "Yby", "Nord"),
        ("z", "Zby", "Syd"),
    ]
    assert titles(made(deck, "x")) == ["Ja siger 67 i Xby, 58 i Nord", "Det samme for alle"]
    assert titles(made(deck, "y")) == ["Ja siger 50 i Yby, 58 i Nord", "Det samme for alle"]


def test_what_no_member_changes_is_one_object_for_all(tmp_path: Path) -> None:
    deck, _ = read(tmp_path)
    first, second = (made(deck, key).content for key in ("x", "y"))
    assert first is not None and second is not None
    assert first.slides["own.second"] is second.slides["own.second"]
    assert first.slides["own.first"] is not second.slides["own.first"]


def test_the_name_of_the_member_is_in_the_title_of_its_deck(tmp_path: Path) -> None:
    told = made(read(tmp_path)[0], "z").content
    assert told is not None
    assert told.decks["each"].title.plain == "Zby: svarene"


def test_other_decks_have_none_of_it(tmp_path: Path) -> None:
    read(tmp_path)
    found = Diagnostics()
    contents = read_content(tmp_path, REGISTRY, found).by_audience
    assert set(contents["board"].decks) == {"board"}
    assert set(contents["board"].slides) == {"survey.rate"}
    assert codes(found) == []


def test_a_computed_figure_is_computed_of_the_members_own(tmp_path: Path) -> None:
    deck, found = read(tmp_path, slides=SLIDES.replace("${member.yes}", "${member.both}"))
    assert codes(found) == []
    assert titles(made(deck, "x"))[0].startswith("Ja siger 12 i Xby")
    figure = made(deck, "x").content
    assert figure is not None
    assert figure.figures["member.both"].uses == ("member.yes.count", "member.no.count")


def test_what_rests_on_a_number_of_everybody_is_no_members(tmp_path: Path) -> None:
    _, found = read(tmp_path, slides=SLIDES.replace("${member.yes}", "${member.rate}"))
    assert codes(found) == ["not-of-members"]


def test_how_many_answered_stands_with_the_number(tmp_path: Path) -> None:
    told = made(read(tmp_path)[0], "x").content
    assert told is not None
    assert told.figures["member.yes"].base.plain == "n = 12"
    assert told.figures["group.yes"].base.plain == "n = 24"


@pytest.mark.parametrize(
    ("key", "said"),
    [("x", "Flere siger ja i Xby"), ("y", "Halvdelen siger ja"), ("z", "Færre siger ja i Zby")],
)
def test_the_first_text_that_holds_is_said(tmp_path: Path, key: str, said: str) -> None:
    told = slides(
        "title:",
        "  either:",
        '    - {when: member.yes > 50, text: "Flere siger ja i ${member.name}"}',
        '    - {when: member.yes < 50, text: "Færre siger ja i ${member.name}"}',
        "    - {text: Halvdelen siger ja}",
    )
    deck, found = read(tmp_path, slides=told)
    assert codes(found) == []
    assert titles(made(deck, key))[0] == said


def test_a_slide_holds_under_a_condition(tmp_path: Path) -> None:
    deck, _ = read(tmp_path, slides=slides("title: Flertal", "when: [member.yes > 50, member.yes > group.yes]"))
    assert titles(made(deck, "x")) == ["Flertal", "Slut"]
    assert titles(made(deck, "y")) == ["Slut"]
    assert made(deck, "y").left_out == ()


def test_a_value_that_does_not_hold_is_left_out_with_its_key(tmp_path: Path) -> None:
    deck, _ = read(tmp_path, slides=slides("title: Fast", "lead: {when: member.yes > 50, text: Flertal}"))
    first, second = (made(deck, key).content for key in ("x", "y"))
    assert first is not None and second is not None
    assert first.slides["own.first"].fields.lead.plain == "Flertal"
    assert second.slides["own.first"].fields.lead is None


def test_a_when_that_compares_nothing_is_a_field_of_its_slide(tmp_path: Path) -> None:
    _, found = read(tmp_path, slides=slides("title: Fast", "when: 2003"))
    deck, _ = read(tmp_path, slides=slides("title: Fast", "when: 2003"))
    assert codes(found) + codes(made(deck, "x").found) == ["unknown-key"]


FEW: Table = {**ROWS, "z": ("Syd", 1, 1)}


def test_what_a_member_lacks_is_an_error_that_names_it(tmp_path: Path) -> None:
    deck, _ = read(tmp_path, table=FEW)
    found = Diagnostics()
    deck.check(found)
    lacking = [one for one in found if one.code == "member-lacks"]
    assert any("`Zby` has no `member.yes`" in one.message for one in lacking)
    assert all("in the deck for" in one.related[-1].message for one in lacking)


def test_what_a_member_lacks_is_left_out_with_a_word_that_the_deck_says(tmp_path: Path) -> None:
    told = slides("title: Ja siger ${member.yes}", "lacking: hvor mange der siger ja").replace(
        "title: Slut", 'title: "Udeladt: ${member.lacking}"'
    )
    deck, _ = read(tmp_path, table=FEW, slides=told)
    few = made(deck, "z")
    assert titles(few) == ["Udeladt: hvor mange der siger ja"]
    assert few.left_out == ("hvor mange der siger ja",)
    shown = {key for key in ("x", "y") if titles(made(deck, key))[0].startswith("Ja siger")}
    for key in shown:  # where nothing is left out, nothing says so
        assert titles(made(deck, key)) == [f"Ja siger {'67' if key == 'x' else '50'}"]


def test_what_is_left_out_has_to_be_said(tmp_path: Path) -> None:
    told = slides("title: Ja siger ${member.yes}", "lacking: hvor mange der siger ja")
    deck, _ = read(tmp_path, table=FEW, slides=told)
    assert codes(made(deck, "z").found) == ["left-out-unsaid"]


def test_a_row_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    told = """\
slides:
  - {id: survey.rate, kind: plain, title: Fælles, minutes: 10}
  - id: own.first
    kind: rows
    title: Rækker
    rows:
      - {label: Egne, value: "${member.yes}", lacking: egne svar}
      - {label: Alle, value: "${all.yes}"}
  - {id: own.second, kind: plain, title: "Udeladt: ${member.lacking}"}
"""
    deck, _ = read(tmp_path, table=FEW, slides=told)
    content = made(deck, "z").content
    assert content is not None
    assert [row.label.plain for row in content.slides["own.first"].fields.rows] == ["Alle"]


def test_a_chapter_of_which_nothing_is_left_is_left_out(tmp_path: Path) -> None:
    deck, _ = read(
        tmp_path,
        decks__each=EACH.replace(
            "slides: [own.first, own.second]}",
            "slides: [own.first]}\n  - {id: end, title: Slut, slides: [own.second]}",
        ),
        slides=slides("title: Flertal", "when: member.yes > 60"),
    )
    content = made(deck, "y").content
    assert content is not None
    assert [chapter.id for chapter in content.decks["each"].chapters] == ["end"]


def test_a_tabulation_is_that_of_the_member(tmp_path: Path) -> None:
    told = slides("title: Svar", "chart: bar", "counted: Andel", "table: member.said")
    deck, found = read(
        tmp_path, slides=told.replace("kind: plain\n    title: Svar", "kind: charted\n    title: Svar")
    )
    assert codes(found) == []
    content = made(deck, "x").content
    assert content is not None
    shown = [row.value[0].figure for row in content.slides["own.first"].fields.data]
    assert [content.figures[use.name].rounded for use in shown] == [67, 33]


def test_the_members_may_be_listed_in_the_deck(tmp_path: Path) -> None:
    listed = "for-each:\n  members: [{key: x, name: Xanten}, {key: y, name: Ypern}]\n  where: {answers: town}\n"
    deck, found = read(tmp_path, decks__each=EACH[: EACH.index("for-each")] + listed, slides=slides("title: Kort"))
    assert codes(found) == []
    assert [one.name for one in deck.members] == ["Xanten", "Ypern"]
    assert made(deck, "x").content is not None


def test_a_member_without_a_group_has_nothing_of_one(tmp_path: Path) -> None:
    listed = "for-each:\n  members: [{key: x, name: Xanten}]\n  where: {answers: town}\n"
    deck, _ = read(tmp_path, decks__each=EACH[: EACH.index("for-each")] + listed)
    assert codes(made(deck, "x").found) == ["member-lacks"]


@pytest.mark.parametrize(
    ("for_each", "code"),
    [
        ("{dataset: answer, key: town}", "unknown-dataset"),
        ("{dataset: answers, key: towns}", "unknown-question"),
        ("{dataset: answers}", "for-each-unfit"),
        ("{dataset: answers, key: town, name: said}", "member-differs"),
        ("{dataset: answers, key: town, where: {towns: town}}", "unknown-dataset"),
        ("{members: []}", "for-each-unfit"),
        ("{members: [{key: x, name: X}], dataset: answers, key: town}", "for-each-unfit"),
    ],
)
def test_whom_a_deck_is_for_has_to_be_clear(tmp_path: Path, for_each: str, code: str) -> None:
    write(
        tmp_path,
        data=DATA,
        figures=FIGURES,
        slides=SLIDES,
        decks__each=f"{EACH[: EACH.index('for-each')]}for-each: {for_each}\n",
    )
    (tmp_path / "answers.csv").write_text(rows(ROWS), encoding="utf-8")
    found = Diagnostics()
    assert read_content(tmp_path, REGISTRY, found).for_each == {}
    assert set(codes(found)) == {code}


def test_a_plain_deck_knows_no_member(tmp_path: Path) -> None:
    found = Diagnostics()
    write(tmp_path, slides=SLIDES.replace("title: Fælles", 'title: "Fra ${member.yes}"'))
    read_content(tmp_path, REGISTRY, found)
    assert "unknown-figure" in codes(found)


def test_an_error_of_all_members_is_told_once(tmp_path: Path) -> None:
    deck, _ = read(tmp_path, slides=slides("title: Kort", "lede: Forkert"))
    found = Diagnostics()
    deck.check(found)
    assert [(one.code, one.related) for one in found] == [("unknown-key", ())]


def test_the_logo_of_a_member_takes_the_place_of_the_clients(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 20)).save(tmp_path / "x.png")
    listed = "for-each:\n  members: [{key: x, name: Xanten, logo: x.png}, {key: y, name: Ypern}]\n"
    deck, _ = read(tmp_path, decks__each=EACH[: EACH.index("for-each")] + listed, slides=slides("title: Kort"))
    with_logo, without = (made(deck, key).content for key in ("x", "y"))
    assert with_logo is not None and without is not None
    assert (with_logo.project.client.name, with_logo.project.client.logo_size) == ("Xanten", (40, 20))
    assert without.project.client.name == "BRN"


def test_members_are_as_their_dataset_has_them(tmp_path: Path) -> None:
    deck, _ = read(tmp_path)
    assert deck.member("x") == Member("x", "Xby", "Nord", span=deck.members[0].span)
    assert deck.member("q") is None


def test_members_may_be_listed_where_there_are_no_data(tmp_path: Path) -> None:
    listed = EACH.replace("dataset: answers, key: town, group: region", "members: [{key: x, name: Xby}]")
    write(tmp_path, decks__each=listed, slides=slides('title: "Til ${member.name}"'))
    found = Diagnostics()
    deck = read_content(tmp_path, REGISTRY, found).for_each["each"]
    assert codes(found) == []
    assert titles(made(deck, "x")) == ["Til Xby", "Slut"]


def test_another_deck_may_name_a_slide_that_only_members_see(tmp_path: Path) -> None:
    said = SLIDES.replace("title: Fælles,", 'title: "Fælles, se [mere](#own.second)",')
    _, found = read(tmp_path, slides=said)
    assert codes(found) == []
