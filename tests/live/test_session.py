"""A project that is written to: what each look at it shows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import deckgen
from deckgen.diagnostics import Diagnostics
from deckgen.live import Choice, DeckState, Session
from deckgen.slide_pictures import draw_slides
from projects import GOOD, write

Edit = Callable[[str, str, str], DeckState]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, GOOD)


@pytest.fixture
def session(project: Path) -> Session:
    return Session(project / "content", project / "assets/_brand.yml")


@pytest.fixture
def edit(project: Path, session: Session) -> Edit:
    """Write something else in a file, and look at the board's deck."""

    def edited(file: str, old: str, new: str) -> DeckState:
        path = project / file
        said = path.read_text(encoding="utf-8")
        assert old in said
        path.write_text(said.replace(old, new), encoding="utf-8")
        session.changed()
        return session.look(session.first)

    return edited


def pictures(state: DeckState) -> dict[str, str]:
    return {page.id: page.picture for page in state.pages}


def changed(before: DeckState, now: DeckState) -> set[str]:
    """The pages that are drawn otherwise."""
    return {id for id, picture in pictures(now).items() if pictures(before).get(id) != picture}


def codes(state: DeckState, slide: str) -> set[str]:
    return {one.code for one in state.diagnostics.get(slide, ())}


def test_the_first_look_shows_the_first_deck(session: Session) -> None:
    state = session.look(session.first)
    assert state.choice.deck == "board"
    assert [page.id for page in state.pages][:2] == ["meeting.cover", "meeting.agenda"]
    assert [page.number for page in state.pages] == list(range(1, len(state.pages) + 1))
    assert all(page.picture.startswith("<svg") for page in state.pages)
    assert state.minutes == state.slot == 10
    assert state.whole
    assert dict(state.offer.decks) == {"board": "board", "directorate": "directorate"}


def test_a_save_draws_the_slide_that_changed_and_no_other(session: Session, edit: Edit) -> None:
    before = session.look(session.first)
    now = edit("content/members.yaml", "De fleste er små", "Langt de fleste er ganske små")
    assert changed(before, now) == {"survey.members"}
    same = {page.id for page, old in zip(now.pages, before.pages, strict=True) if page.picture is old.picture}
    assert same == {page.id for page in before.pages} - {"survey.members"}


def test_a_slide_with_an_error_keeps_its_last_good_picture_and_others_go_on(session: Session, edit: Edit) -> None:
    before = session.look(session.first)
    broken = edit("content/members.yaml", "kind: bullets", "kind: bulets")
    assert [page.id for page in broken.pages if page.stale] == ["survey.members"]
    assert pictures(broken) == pictures(before)
    assert codes(broken, "survey.members") == {"unknown-kind"}
    assert not broken.whole
    meanwhile = edit("content/questions.yaml", "Hvad skal der til?", "Hvem skal være med?")
    assert changed(broken, meanwhile) == {"meeting.questions"}
    mended = edit("content/members.yaml", "kind: bulets", "kind: bullets")
    assert mended.whole
    assert not [page for page in mended.pages if page.stale]
    assert not codes(mended, "survey.members")
    assert changed(before, mended) == {"meeting.questions"}


def test_a_file_that_cannot_be_read_says_so_at_its_slide(session: Session, edit: Edit) -> None:
    session.look(session.first)
    broken = edit("content/members.yaml", "    items:", "    items: [")
    assert [page.id for page in broken.pages if page.stale] == ["survey.members"]
    assert codes(broken, "survey.members") == {"yaml-syntax"}


def test_a_project_that_cannot_be_read_leaves_all_as_it_was(session: Session, edit: Edit) -> None:
    before = session.look(session.first)
    choice = before.choice
    edit("content/project.yaml", "language: da", "language: xx")
    broken = session.look(choice)
    assert pictures(broken) == pictures(before)
    assert all(page.stale for page in broken.pages)
    assert codes(broken, "")


def test_a_slide_that_is_taken_out_of_the_deck_goes_even_while_others_are_wrong(session: Session, edit: Edit) -> None:
    session.look(session.first)
    edit("content/members.yaml", "kind: bullets", "kind: bulets")
    state = edit("content/decks/board.yaml", "survey.presence, survey.members", "survey.members")
    assert "survey.presence" not in pictures(state)
    assert "survey.members" in pictures(state)


def test_text_that_does_not_fit_is_drawn_and_said(session: Session, edit: Edit) -> None:
    session.look(session.first)
    state = edit("content/members.yaml", "Nogle af tallene er skøn", "Et meget langt punkt " * 200)
    assert codes(state, "survey.members") == {"text-does-not-fit"}
    assert not [page for page in state.pages if page.stale]


def test_rules_are_asked_after_the_picture_and_stand_until_they_are_asked_again(session: Session, edit: Edit) -> None:
    edit("content/members.yaml", "${members} medlemmer", "375 medlemmer")
    assert codes(session.check(session.first), "survey.members") == {"bare-number"}
    later = edit("content/members.yaml", "De fleste er små", "De er små")
    assert codes(later, "survey.members") == {"bare-number"}
    edit("content/members.yaml", "375 medlemmer", "${members} medlemmer")
    assert not codes(session.check(session.first), "survey.members")


def test_a_deck_that_goes_leaves_what_there_is(session: Session, project: Path) -> None:
    gone = session.look(Choice("directorate", "", session.brand)).choice
    (project / "content/decks/directorate.yaml").unlink()
    (project / "content/budget.yaml").unlink()
    session.changed()
    state = session.look(gone)
    assert not state.pages
    assert list(state.offer.decks) == ["board"]


def test_brands_below_the_brand_are_offered_and_shown(project: Path, session: Session) -> None:
    other = project / "assets/brands/other/_brand.yml"
    write(project, {"assets/brands/other/_brand.yml": GOOD["assets/_brand.yml"].replace("#0F4C5C", "#5C0F4C")})
    write(project, {"assets/brands/other/wordmark.svg": GOOD["assets/wordmark.svg"]})
    state = session.look(session.first)
    assert state.offer.brands == (session.brand, other)
    assert "#5C0F4C" in pictures(session.look(Choice("board", "", other)))["survey.members"]


def test_a_project_of_two_languages_is_shown_in_either(session: Session, edit: Edit) -> None:
    state = edit("content/project.yaml", "language: da\n", "languages: [da, en]\n")
    assert state.offer.languages == ("da", "en")
    assert "Kilde:" in pictures(state)["survey.members"]
    english = session.choose("board", "en")
    assert english is not None
    assert "Source:" in pictures(session.look(english))["survey.members"]
    assert session.choose("board", "da") == session.first
    assert session.choose("board", "xx") is None
    assert session.choose("board", "", "/etc/passwd") is None


def test_what_is_pressed_leads_to_its_line_and_its_figures(session: Session, project: Path) -> None:
    found = session.source(session.first, "survey.members", "title")
    assert found is not None
    assert found.span.file == (project / "content/members.yaml").as_posix()
    assert found.excerpt.lines[found.span.line - found.excerpt.first].strip().startswith("title:")
    assert found.figures == (("members", "mindst\u00a0375"),)
    presence = session.source(session.first, "survey.presence", "chart", "Er til stede")
    assert presence is not None
    assert presence.figures == (("present", "7"),)
    bars = session.source(session.first, "survey.presence", "chart")
    assert bars is not None
    assert {name for name, _ in bars.figures} >= {"dialogue", "present"}


def test_what_stands_around_the_fields_leads_to_its_line(session: Session, edit: Edit) -> None:
    edit("content/members.yaml", "    minutes: 3", "    so-what: Mange kan være med\n    minutes: 3")
    found = session.source(session.first, "survey.members", "so_what", "Mange kan være med")
    assert found is not None
    assert found.exact
    assert "so-what:" in found.excerpt.lines[found.span.line - found.excerpt.first]
    around = session.source(session.first, "survey.members", "progress")
    assert around is not None
    assert not around.exact
    assert around.excerpt == found.excerpt


def test_what_is_pressed_on_a_slide_with_errors_leads_to_where_it_stood(session: Session, edit: Edit) -> None:
    session.look(session.first)
    edit("content/members.yaml", "kind: bullets", "kind: bulets")
    found = session.source(session.first, "survey.members", "title")
    assert found is not None
    assert found.excerpt.lines[0].strip() == "- id: survey.members"


def test_a_figure_tells_where_it_comes_from_and_shows_in_each_deck(session: Session) -> None:
    story = session.figure(session.first, "members")
    assert story is not None
    assert story.meanings[0].source == "survey"
    assert {mention.deck for mention in story.mentions} == {"board", "directorate"}
    assert session.figure(session.first, "nobody") is None


def test_two_decks_side_by_side(session: Session, edit: Edit) -> None:
    edit(
        "content/members.yaml",
        "title: Klyngerne har ${members} medlemmer i regionen",
        "title: {board: 'Mange er med: ${members}', directorate: 'Klyngerne har ${members} medlemmer'}",
    )
    sides = session.sides(session.first, Choice("directorate", "", session.brand))
    assert sides is not None
    differing = {slide.id: slide.differences for section in sides.sections for slide in section.slides}
    assert [one.path for one in differing["survey.members"]] == ["title"]


def test_many_saves_leave_no_more_in_memory_than_a_few(session: Session, edit: Edit) -> None:
    """Of the same few texts: how many that it met before it keeps has a limit of its own (`layout/fits.py`)."""

    def saves(count: int) -> int:
        for number in range(count):
            text = f"{number % TEXTS}. gang"
            edit("content/members.yaml", "De fleste", text)
            session.check(session.first)
            edit("content/members.yaml", text, "De fleste")
        gc.collect()
        return len(gc.get_objects())

    few = saves(TEXTS)
    assert saves(20 * TEXTS) < few * 1.002


TEXTS = 5
BREAKS: tuple[tuple[str, str, str], ...] = (
    ("content/members.yaml", "kind: bullets", "kind: bulets"),
    ("content/members.yaml", "De fleste er små", "De er små"),
    ("content/presence.yaml", "counted:", "countd:"),
    ("content/figures.yaml", "answered: {", "replied: {"),
    ("content/questions.yaml", "slides:", "slides: ["),
    ("content/decks/board.yaml", "survey.presence, survey.members", "survey.members"),
    ("content/project.yaml", "language: da", "language: xx"),
    ("assets/_brand.yml", "#0F4C5C", "#5C0F4C"),
)
"""Edits, most of which break something."""


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sets(st.sampled_from(BREAKS)), min_size=1, max_size=4))
def test_whatever_was_broken_on_the_way_the_end_is_as_if_it_had_not_been(
    edits: list[set[tuple[str, str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Saves in any order end in what a first look at the last of them shows."""
    project = write(tmp_path_factory.mktemp("project"), GOOD)
    session = Session(project / "content", project / "assets/_brand.yml")
    choice = Choice("board", "", session.brand)
    for edit in (*edits, set()):
        _write(project, edit)
        session.changed()
        state = session.look(choice)
    assert state == Session(session.content, session.brand).look(choice)
    assert pictures(state) == _built(project)


def _write(project: Path, edits: set[tuple[str, str, str]]) -> None:
    files = dict(GOOD)
    for file, old, new in edits:
        files[file] = files[file].replace(old, new)
    write(project, files)


def _built(project: Path) -> dict[str, str]:
    """The pictures that a build from the beginning has."""
    result = deckgen.plan(project / "content", decks=["board"], brand=project / "assets/_brand.yml")
    assert result.loaded is not None
    return draw_slides(result.loaded, result.frames["board"], Diagnostics())
