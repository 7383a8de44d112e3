"""A new slide in the content: where it comes, what it is called, and that nothing else changes."""

from __future__ import annotations

import difflib
from pathlib import Path
from textwrap import dedent

import pytest

import deckgen
from content_folders import SLIDES, write
from deckgen.registry import registry

BRAND = Path(__file__).parents[2] / "assets/_brand.yml"
TWO = dedent("""\
    slides:
      # Hvem svarede
      - id: survey.rate
        kind: statement
        title: De fleste har svaret
        notes: >
          Sig det kort.

      # Hvad de svarede
      - kind: statement
        id: survey.more
        title: De vil mere
    """)
DECK = dedent("""\
    audience: board
    title: Klynger
    minutes: 10
    opening:
      - survey.rate
    chapters:
      - id: findings
        title: Fund
        slides:
          - survey.more  # det vigtigste
    """)


def _added(before: str, after: str) -> list[str]:
    """The lines that one text has and the other has not; none may be gone."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in lines if line.startswith("- ")]
    return [line[2:] for line in lines if line.startswith("+ ")]


def _folder(tmp_path: Path, slides: str = TWO, deck: str = DECK) -> Path:
    return write(tmp_path / "content", slides=slides, decks__board=deck)


def test_a_slide_comes_after_the_one_that_is_named_and_before_the_comment_on_the_next(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    result = deckgen.add_slide("statement", folder, after="survey.rate")
    assert result.ok and result.added is not None
    text = (folder / "slides.yaml").read_text(encoding="utf-8")
    assert list(filter(None, _added(TWO, text)))[:2] == ["  - id: survey.statement", "    kind: statement"]
    lines = text.splitlines()
    assert lines[result.added.place.line - 1] == "  - id: survey.statement"
    assert lines.index("  # Hvad de svarede") > lines.index("    kind: statement", result.added.place.line - 1)
    assert _added(DECK, (folder / "decks/board.yaml").read_text(encoding="utf-8")) == ["  - survey.statement"]
    assert {file.name for file in result.files} == {"slides.yaml", "board.yaml"}


def test_without_a_slide_before_it_comes_last_in_the_chapters(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    result = deckgen.add_slide("statement", folder)
    assert result.ok
    assert (folder / "decks/board.yaml").read_text(encoding="utf-8") == f"{DECK}      - survey.statement\n"
    assert (folder / "slides.yaml").read_text(encoding="utf-8").startswith(TWO + "\n  - id: survey.statement\n")


@pytest.mark.parametrize("kind", sorted(registry().kinds))
def test_a_slide_of_any_kind_is_read_again_where_it_stands(kind: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    made = deckgen.add_slide(kind, folder, after="survey.rate").added
    assert made is not None
    loaded = deckgen.load(folder, brand=BRAND)
    elsewhere = {"picture-missing", "icons-missing"}  # what an example names beside itself is not in this folder
    assert [str(one) for one in loaded.diagnostics if one.severity == "error" and one.code not in elsewhere] == []
    assert loaded.loaded is not None
    seen = [made.id in content.slides for content in loaded.loaded.contents.values()]
    assert all(seen) or not loaded.ok


def test_the_same_kind_again_has_another_id(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    ids = [deckgen.add_slide("statement", folder, after="survey.rate").added for _ in range(3)]
    assert [one.id for one in ids if one] == ["survey.statement", "survey.statement-2", "survey.statement-3"]


def test_lines_end_as_those_of_the_file(tmp_path: Path) -> None:
    folder = _folder(tmp_path, slides=TWO.replace("\n", "\r\n"))
    assert deckgen.add_slide("statement", folder, after="survey.more").ok
    data = (folder / "slides.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > TWO.count("\n")


@pytest.mark.parametrize("written", ["[survey.more, survey.rate]", "['survey.more', 'survey.rate']", "[survey.more]"])
def test_in_a_list_in_brackets_it_stands_behind_the_other(written: str, tmp_path: Path) -> None:
    deck = DECK.replace("\n      - survey.more  # det vigtigste", f" {written}  # det vigtigste")
    folder = _folder(tmp_path, deck=deck)
    assert deckgen.add_slide("statement", folder, after="survey.more").ok
    name = "'survey.more'" if "'" in written else "survey.more"
    wanted = deck.replace(name, f"{name}, survey.statement")
    assert (folder / "decks/board.yaml").read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("lead", ["slides: [", "slides:\n  - "])
def test_a_slide_in_braces_has_none_below_it_and_nothing_changes(lead: str, tmp_path: Path) -> None:
    slides = lead + "{id: survey.rate, kind: statement, title: De fleste har svaret}" + "]" * lead.count("[") + "\n"
    folder = _folder(tmp_path, slides, DECK.replace("survey.more", "survey.rate"))
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(deckgen.UsageError, match="written in braces"):
        deckgen.add_slide("statement", folder, after="survey.rate")
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_no_such_slide_and_no_such_kind_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", slides=SLIDES)
    with pytest.raises(deckgen.UsageError, match=r"There is no slide `survey\.nothing`"):
        deckgen.add_slide("statement", folder, after="survey.nothing")
    with pytest.raises(deckgen.UsageError, match="There is no kind 'nothing'"):
        deckgen.add_slide("nothing", folder, after="survey.rate")


def test_content_that_cannot_be_read_is_told_and_left(tmp_path: Path) -> None:
    folder = _folder(tmp_path, slides="slides:\n  - id: [\n")
    result = deckgen.add_slide("statement", folder, after="survey.rate")
    assert not result.ok and not result.files
