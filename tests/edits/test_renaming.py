"""A slide called otherwise, wherever it is named; and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.edits.journal import CHANGED, Journal, Renaming, read_text
from deckgen.edits.renaming import renamed

SLIDES = """\
# a.one er den første
slides:
  - id: a.one  # sådan hedder den
    kind: bullets
    title: {da: "Se [her](#a.one)", en: See a.one}
    supports: [a.two, 'a.one']
    items:
      - >
        En lang tekst med et link til [den
        første](#a.one) og til [en anden](#a.one-more).
  - id: a.one.more
    supports: {board: a.one, directorate: [b.c]}
"""
DECK = """\
title: a.one
opening: [a.one]
chapters:
  - id: a.one
    title: Se [den](#a.one)
    opening: agenda
    slides:
      - "a.one"
      - a.one.more
appendix: {slides: [a.one]}
"""


def test_it_is_renamed_where_it_is_named_and_nowhere_else() -> None:
    assert (
        renamed(SLIDES, "a.one", "z.first")
        == """\
# a.one er den første
slides:
  - id: z.first  # sådan hedder den
    kind: bullets
    title: {da: "Se [her](#z.first)", en: See a.one}
    supports: [a.two, 'z.first']
    items:
      - >
        En lang tekst med et link til [den
        første](#z.first) og til [en anden](#a.one-more).
  - id: a.one.more
    supports: {board: z.first, directorate: [b.c]}
"""
    )


def test_a_deck_lists_it_by_its_new_name_and_keeps_its_own_words() -> None:
    assert (
        renamed(DECK, "a.one", "z.first")
        == """\
title: a.one
opening: [z.first]
chapters:
  - id: a.one
    title: Se [den](#z.first)
    opening: agenda
    slides:
      - "z.first"
      - a.one.more
appendix: {slides: [z.first]}
"""
    )


@pytest.mark.parametrize(("text", "expected"), [("title: [", "title: ["), ("a.one: [", None)])
def test_a_file_that_cannot_be_read_matters_where_it_may_name_the_slide(text: str, expected: str | None) -> None:
    assert renamed(text, "a.one", "a.two") == expected


def test_all_files_are_written_in_one_save_and_taken_back_in_one(tmp_path: Path) -> None:
    slides, deck, other = (tmp_path / name for name in ("a.yaml", "deck.yaml", "b.yaml"))
    texts = {slides: SLIDES, deck: DECK, other: "slides: []\n"}
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    journal, found = Journal(), read_text(slides)
    assert found is not None
    renaming = Renaming("a.one", "z.first", tuple(texts))
    assert journal.save(slides, 3, 5, None, found.digest, renaming).file == slides
    assert "z.first" in slides.read_text(encoding="utf-8")
    assert "a.one]" not in deck.read_text(encoding="utf-8")
    assert journal.undo().file == slides
    assert {file: file.read_text(encoding="utf-8") for file in texts} == texts
    assert journal.redo().file == slides
    deck.write_text(DECK, encoding="utf-8")  # somebody else
    assert journal.undo().why == CHANGED
    assert "z.first" in slides.read_text(encoding="utf-8")


def test_a_file_in_the_way_stops_it_all(tmp_path: Path) -> None:
    slides, broken = tmp_path / "a.yaml", tmp_path / "broken.yaml"
    slides.write_text(SLIDES, encoding="utf-8")
    broken.write_text("slides: [a.one", encoding="utf-8")
    found = read_text(slides)
    assert found is not None
    outcome = Journal().save(slides, 3, 5, None, found.digest, Renaming("a.one", "z.first", (slides, broken)))
    assert outcome.why == "`broken.yaml` names the slide and cannot be read: mend it first"
    assert slides.read_text(encoding="utf-8") == SLIDES
