"""An engagement to begin with: it builds at once without a warning, whatever its names and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen
from commands import invoked
from deckgen import locale
from deckgen.catalogue.starter import starter
from deckgen.content.shapes import FILES, slide_keys
from deckgen.nodes.keys import ByName, Choice, Key, ListOf, MappingOf, Shape
from deckgen.registry import registry

LANGUAGES = sorted(folder.parent.name for root in locale.__path__ for folder in Path(root).glob("*/starter"))


def _checked(folder: Path) -> deckgen.Result:
    return deckgen.check(folder / "content", brand=folder / "assets/_brand.yml", strict=True)


@pytest.mark.parametrize(
    ("language", "audiences", "colors"),
    [
        *((language, (), ()) for language in LANGUAGES),
        ("da", ("udvalg", "forsamling"), ("#7A1F3D", "orange")),
        ("en", ("z-last", "a-first"), ("063",)),
        ("en", ("bestyrelse", "ældre"), ("#000000", "#FFFFFF", "#FFD400")),
    ],
)
def test_what_it_begins_with_has_no_warning(
    language: str, audiences: tuple[str, ...], colors: tuple[str, ...], tmp_path: Path
) -> None:
    made = deckgen.new_project(tmp_path / "new", language=language, audiences=audiences, colors=colors)
    assert made.ok and made.files
    checked = _checked(tmp_path / "new")
    told = [one for one in checked.diagnostics if one.severity != "info"]
    assert [str(one) for one in told] == []
    assert sorted(len(frames.frames) for frames in checked.frames.values()) == [10, 12]
    assert {plan.audience for plan in checked.plans.values()} == set(audiences or checked.plans)


def test_the_first_audience_has_the_deck_on_a_wall() -> None:
    texts = starter("en", ("z-last", "a-first"), ())
    assert "room: chamber" in texts["content/decks/z-last.yaml"]
    assert "room: desk" in texts["content/decks/a-first.yaml"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("messages", ["da", "en"])
def test_messages_are_in_the_language_that_was_asked_for(language: str, messages: str, tmp_path: Path) -> None:
    assert invoked("new", "new", "--language", language, "--messages", messages, cwd=tmp_path).returncode == 0
    assert deckgen.messages_language(tmp_path / "new/content") == messages
    assert (tmp_path / "new/content/project.yaml").read_text(encoding="utf-8").count("messages:") == 1
    assert _checked(tmp_path / "new").ok


def test_it_is_told_which_deck_is_for_which_room(tmp_path: Path) -> None:
    told = invoked("new", "new", "--language", "en", "--audiences", "z-last,a-first", cwd=tmp_path).stdout
    assert "z-last is the short deck, on a wall (room: chamber); a-first the long one, at a desk." in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_says_what_a_good_deck_says_there(language: str) -> None:
    texts = starter(language, (), ())
    for text in (text for name, text in texts.items() if "/decks/" not in name):
        lines = text.splitlines()
        slides = [number for number, line in enumerate(lines) if line.startswith("  - id: ")]
        assert all(lines[number - 1].startswith("  # ") for number in slides)
    assert all(text.startswith("# ") for text in texts.values())


def _keys(shape: Shape) -> Iterator[Key]:
    """Every key that may be written at a shape or below it."""
    match shape:
        case MappingOf():
            for key in shape.keys:
                yield from (key, *_keys(key.shape))
        case ListOf():
            yield from _keys(shape.item)
        case ByName():
            yield from _keys(shape.value)


def _choices() -> dict[str, set[str]]:
    """What may be chosen under each key of any file or slide; nothing under one that takes any value."""
    slides = (MappingOf(slide_keys(kind)) for kind in registry().kinds.values())
    found: dict[str, set[str]] = {"for": set()}
    for key in (key for shape in (*FILES.values(), *slides) for key in _keys(shape)):
        found.setdefault(key.name, set()).update(key.shape.names if isinstance(key.shape, Choice) else ())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_its_comments_name_can_be_written(language: str) -> None:
    """In backticks stand keys, keys with a value, and commands; a key that takes any value may have any."""
    choices, told = _choices(), set()
    comments = (line for text in starter(language, (), ()).values() for line in text.splitlines() if "# " in line)
    for named in (one for line in comments for one in re.findall("`([^`]+)`", line.partition("#")[2])):
        if not named.startswith("deckgen "):
            key, _, value = named.partition(": ")
            assert not value or not choices[key] or value in choices[key], named
            told.add(key)
    assert {"qualifier", "confidence", "room"} <= told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_the_starter_is_left(language: str) -> None:
    own = [Path(name).stem for name in starter(language, (), ()) if "/decks/" in name]
    for name, text in starter(language, ("første", "anden"), ("#123456",)).items():
        assert not any(one in f"{name} {text}" for one in own), name
        assert "1F4E79" not in text


def test_it_begins_in_the_year_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    for text in starter("da", (), ()).values():
        assert "2026" not in text
    assert "as-of: 2030" in starter("da", (), ())["content/figures.yaml"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"language": "tlh"}, "An engagement can begin in da or en, and not in 'tlh'"),
        ({"audiences": ["one"]}, "Name 2 audiences"),
        ({"audiences": ["one", "one"]}, "Name 2 audiences"),
        ({"audiences": ["one", "Two words"]}, "'Two words' cannot be the name of an audience"),
        ({"colors": ["no colour"]}, "'no colour' is no colour"),
    ],
)
def test_what_nobody_can_begin_with_is_told_and_nothing_is_written(
    asked: dict[str, object], told: str, tmp_path: Path
) -> None:
    with pytest.raises(deckgen.UsageError, match=told):
        deckgen.new_project(tmp_path / "new", **asked)  # type: ignore[arg-type]
    assert not (tmp_path / "new").exists()


def test_a_colour_that_would_be_hard_to_read_is_refused_with_one_that_is_not(tmp_path: Path) -> None:
    refused = deckgen.new_project(tmp_path / "new", colors=["#FFCC00"])
    (told,) = refused.diagnostics
    assert (told.code, told.severity, refused.files) == ("brand-contrast", "error", ())
    assert not (tmp_path / "new").exists()
    better = (told.hint or "").removeprefix("write ").split(",")[0]
    assert deckgen.new_project(tmp_path / "new", colors=[better]).ok


def test_a_folder_that_holds_something_is_left(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = deckgen.new_project(tmp_path)
    assert [one.code for one in result.diagnostics] == ["folder-not-empty"]
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "mine.txt").rename(tmp_path / ".hidden")
    assert deckgen.new_project(tmp_path).ok


def test_a_file_or_a_name_that_no_folder_can_have_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for name in ("file", "a\0b"):
        result = deckgen.new_project(tmp_path / name)
        assert not result.ok and not result.files
    assert (tmp_path / "file").read_text() == "mine"
