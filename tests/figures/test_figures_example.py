"""Cells of the example's survey that change: every mention changes in both decks, or the build says what differs."""

from __future__ import annotations

import html
import io
import re
import runpy
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLE, EXAMPLE_BRAND
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.pipeline import Loaded

DECKS = ("committee", "assembly")
FOURTH = "4;02-02-2026;2;1;1;1;1;0;1;1;3|5;4;11;2;3;9;1"
LESS = "4;02-02-2026;2;1;1;1;1;0;1;0;3|5;4;61;2;3;9;1"
"""The fourth company shares no apprentices, and saves 61 hours and not 11: one share and one mean are others."""


def changed(folder: Path, before: str, after: str, published: bool = True) -> Path:
    """A copy of the example in which one row of the answers is another."""
    shutil.copytree(EXAMPLE, folder)
    answers = folder / "data" / "answers.csv"
    rows = answers.read_text(encoding="utf-8")
    assert rows.count(f"\n{before}\n") == 1
    answers.write_text(rows.replace(f"\n{before}\n", f"\n{after}\n" if after else "\n"), encoding="utf-8")
    if not published:
        figures = folder / "figures.yaml"
        figures.write_text(
            re.sub(r"(?m)^  published: .*\n", "", figures.read_text(encoding="utf-8")), encoding="utf-8"
        )
    return folder


def errors(folder: Path) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    pipeline.load(folder, EXAMPLE_BRAND, diagnostics)
    return [each for each in diagnostics if each.severity == "error"]


def test_changed_cells_that_contradict_what_was_published_fail_and_say_where(tmp_path: Path) -> None:
    share, mean = errors(changed(tmp_path / "content", FOURTH, LESS))
    assert {share.code, mean.code} == {"published-differs"}
    assert "`uses.apprentices` is published as 13 and comes out as 12" in share.message
    assert "`hours.mean` is published as 4.5 and comes out as 4.7" in mean.message
    assert "data/answers.csv:" in share.hint and "data/answers.csv:5" not in share.hint


def test_a_row_that_is_lost_belies_all_that_was_published_of_it(tmp_path: Path) -> None:
    found = errors(changed(tmp_path / "content", FOURTH, ""))
    assert {"`answered`", "`employees`"} <= {each.message.split()[0] for each in found}
    assert {each.code for each in found} <= {"published-differs", "broken-invariant"}
    assert all(each.span.file.endswith(("figures.yaml", "invariants.yaml")) and each.span.line for each in found)


def test_a_cell_that_belies_a_claim_of_a_slide_fails_and_says_which(tmp_path: Path) -> None:
    """Fishers ask as often who decides as who pays; one who asks who pays instead is not only another number."""
    (answer,) = re.findall(r"(?m)^15;.*$", (EXAMPLE / "data/answers.csv").read_text(encoding="utf-8"))
    cells = answer.split(";")
    assert (cells[3], cells[14]) == ("1", "2")
    other = ";".join((*cells[:14], "1", *cells[15:]))
    (only,) = errors(changed(tmp_path / "content", answer, other))
    assert only.code == "broken-invariant"
    assert "fishers.power" in only.message and "fishers.money" in only.message
    assert "fiskerne" in only.hint


def test_an_answer_that_is_left_out_changes_n_and_belies_the_base(tmp_path: Path) -> None:
    found = errors(changed(tmp_path / "content", FOURTH, FOURTH.replace(";2;3;9;1", ";2;;9;1")))
    assert {each.code for each in found} == {"base-differs"}
    assert "`obstacles.money` is counted among 239 answers, and its base says 240" in found[0].message


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[bool, dict[str, str]]]:
    """All text of each part of each deck, before the change and after it."""
    folder = tmp_path_factory.mktemp("changed")
    both = {False: EXAMPLE, True: changed(folder / "content", FOURTH, LESS, published=False)}
    loaded = {after: read(path) for after, path in both.items()}
    return {name: {after: written(loaded[after], name) for after in both} for name in DECKS}


def read(folder: Path) -> Loaded:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, EXAMPLE_BRAND, diagnostics)
    assert loaded is not None and [str(each) for each in diagnostics if each.severity == "error"] == []
    return loaded


def written(loaded: Loaded, name: str) -> dict[str, str]:
    diagnostics = Diagnostics()
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, name, diagnostics), diagnostics)
    return dict(parts("", pipeline.deck_bytes(loaded, frames)))


def parts(prefix: str, blob: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if part.startswith(b"PK"):
                yield from parts(f"{name}!", part)
            elif part.startswith(b"<?xml"):
                yield f"{prefix}{name}", html.unescape(part.decode("utf-8"))


def said(xml: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", xml))


def has(pattern: str, xml: str) -> bool:
    return bool(re.search(pattern, xml) or re.search(pattern, said(xml)))


def tables(parts: dict[str, str]) -> list[str]:
    """What each slide with a table says."""
    return [said(xml) for name, xml in parts.items() if name.startswith("ppt/slides/slide") and "<a:tbl>" in xml]


PLACES = {
    "title": r"At dele sparer en virksomhed 4,7 timer om ugen",
    "text": r"og 12\s%\s+gør det",
    "chart": r"<c:v>12</c:v>",
    "workbook": r"<v>12</v>",
    "alt text": r'descr="[^"]*Lærlinge: 12\s%',
    "table of sources": r"25\s% Afhentning af spildolie\s+·\s+12\s% Lærlinge",
    "notes": r"12\s% – Deler lærlinge",
    "computed from it": r"ca\.\s27 – De sparede timer som årsværk",
}
OLD = (
    r"en virksomhed 4,5 timer|og 13\s%\s+gør det|Lærlinge: 13\s%|13\s%\s+Lærlinge\s+240 virk|13\s% – Deler|ca\.\s26 –"
)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("place", PLACES)
def test_changed_cells_change_every_place(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str, place: str
) -> None:
    before, after = (sum(has(PLACES[place], xml) for xml in decks[deck][when].values()) for when in (False, True))
    assert after > before


@pytest.mark.parametrize("deck", DECKS)
def test_no_mention_of_the_old_values_is_left(decks: dict[str, dict[bool, dict[str, str]]], deck: str) -> None:
    assert any(has(OLD, xml) for xml in decks[deck][False].values())
    assert [name for name, xml in decks[deck][True].items() if has(OLD, xml)] == []


NOTE = "Undersøgelsen er opdigtet. Hverken havnene, virksomhederne eller svarene findes."
DIVIDED = "Sparede timer på en uge i alt (944,5) ÷ Timer på en arbejdsuge (37)"
ANSWERED = "Andel af svarene, n = 240: svaret »Lærlinge« på »Hvad deler virksomheden i dag?«"
ON_SLIDES = {
    DIVIDED: "944,5 ÷ 37",
    ANSWERED: "n = 240 »Hvad deler virksomheden i dag?«",
}
"""What the table of sources says shorter: each part of a formula has a row of its own, each question one for all."""
CAME_ABOUT = (
    NOTE,
    ANSWERED,
    "Sum af svarene, n = 212: »Hvor mange timer sparer det på en uge?«",
    DIVIDED,
    "hvor »Vil virksomheden dele mere?« er Måske eller Nej",
)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("part", ["ppt/slides/", "ppt/notesSlides/"])
@pytest.mark.parametrize("words", CAME_ABOUT)
def test_slides_and_notes_say_how_a_number_came_about(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str, part: str, words: str
) -> None:
    words = ON_SLIDES.get(words, words) if part == "ppt/slides/" else words
    assert any(words in said(xml) for name, xml in decks[deck][False].items() if name.startswith(part))


@pytest.mark.parametrize("deck", DECKS)
def test_the_sources_say_each_question_once_with_all_shares_that_it_gave(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str
) -> None:
    sources = " ".join(text for text in tables(decks[deck][False]) if "Alle tal har en kilde" in text)
    shares = re.findall(r"(?<!, )n = \d+ (»[^«]+«(?:, hvor »[^«]+« er \S+)?)", sources)
    assert len(shares) == len(set(shares)) >= 4
    more = re.search(r"n = 240 »Vil virksomheden dele mere\?«.*?8 % Nej · 5 % Ved ikke", sources)
    assert bool(more) == (deck == "assembly")


@pytest.mark.parametrize("deck", DECKS)
def test_every_page_of_sources_says_that_the_survey_is_invented(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str
) -> None:
    pages = [text for text in tables(decks[deck][False]) if "Alle tal har en kilde" in text]
    assert pages and all(NOTE in text for text in pages)


@pytest.mark.parametrize("deck", DECKS)
def test_nothing_internal_is_said_with_it(decks: dict[str, dict[bool, dict[str, str]]], deck: str) -> None:
    inside = r"answers\.csv:\d|data/answers|respondents|\brows?\b \d|uses/uses_|count of|hours\.sum / "
    shown = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")
    found = [name for name, xml in decks[deck][False].items() if name.startswith(shown) and has(inside, said(xml))]
    assert found == []


def test_small_cells_are_hidden_with_one_more_and_the_disclosed_are_not(
    decks: dict[str, dict[bool, dict[str, str]]],
) -> None:
    slides = tables(decks["committee"][False])
    (trades,) = (text for text in slides if "I Sidste Kaj lever de fleste af fiskeri" in text)
    hidden = " ".join(text for text in slides if "siger flest ja til at dele mere" in text)
    assert hidden.count("skjult") == 4 and "skjult" not in trades and "Gæster 1 " in trades


def test_the_answers_are_those_that_the_seed_makes(tmp_path: Path) -> None:
    made: dict[str, Any] = runpy.run_path(str(EXAMPLE / "make_answers.py"))
    write: Callable[[Path], None] = made["write"]
    write(tmp_path / "answers.csv")
    assert (tmp_path / "answers.csv").read_bytes() == (EXAMPLE / "data/answers.csv").read_bytes()
