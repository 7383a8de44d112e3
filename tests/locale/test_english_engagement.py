"""A whole engagement in English: built, every rule asked, its decks compared; nothing in it is Danish."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import deckgen
from asked import BRAND
from deckgen.checks.text.file_text import read_zip, readable
from deckgen.cli import deckgen as command
from deckgen.compare.sides import Sides
from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.locale.en import LANGUAGE as ENGLISH
from deckgen.model.language import Language
from deckgen.result import Result

CONTENT = Path(__file__).parent.parent / "engagements/english"
DECKS = ("board", "funders")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return deckgen.build(CONTENT, brand=BRAND, output=tmp_path_factory.mktemp("english"))


@pytest.fixture(scope="module", params=DECKS)
def said(built: Result, request: pytest.FixtureRequest) -> str:
    """All that can be read in the file of a deck, part for part."""
    file = built.decks[request.param].file
    assert file is not None
    return "\n".join(f"({part}) {text}" for part, text in readable(read_zip(file.read_bytes())))


def phrases(language: Language) -> set[str]:
    """What a language says by itself, in small letters."""
    labels = dataclasses.asdict(language.labels)
    tabulated, fractions = labels.pop("tabulated"), labels.pop("fractions")
    said = [*labels.values(), *tabulated.values(), *fractions, *dataclasses.asdict(language.prompts).values()]
    said += [*language.numbers.qualifiers.values(), *language.dates.months, "pct.", "og", "af", "ikke", "med"]
    pieces = (piece for text in said for piece in re.split(r"\{\w+\}", text))
    return {piece.strip(" ,:»«“”").casefold() for piece in pieces} - {""}


def danish_in(text: str) -> list[str]:
    """The Danish phrases in a text, in whole words, but for those that English has too, and its letters."""
    own = phrases(DANISH) - phrases(ENGLISH) - {"over", "under", "web", "n ="}
    found = [one for one in own if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text.casefold())]
    return found + re.findall("[æøå]", text.casefold())


def test_every_rule_is_content(built: Result) -> None:
    assert [str(one) for one in built.diagnostics] == []
    assert [str(one) for one in deckgen.check(CONTENT, brand=BRAND).diagnostics] == []
    assert set(built.decks) == set(DECKS)


def test_nothing_in_a_file_is_danish(said: str) -> None:
    assert danish_in(said) == []
    assert "insert chart" in said and "‹#›" in said


def test_the_search_for_danish_finds_it() -> None:
    assert danish_in("Kilde: Survey. Grundlag: 12") == danish_in("kilde grundlag") != []
    assert danish_in("mindst\u00a0375 på")


def test_every_text_is_marked_as_english(built: Result) -> None:
    for deck in built.decks.values():
        assert deck.file is not None
        parts = read_zip(deck.file.read_bytes())
        xml = b"".join(data for name, data in parts.items() if name.endswith(".xml"))
        assert set(re.findall(rb' lang="([^"]*)"', xml)) == {b"en-GB"}
        assert set(re.findall(rb'<c:lang val="([^"]*)"', xml)) == {b"en-GB"}
        assert re.findall(rb"<dc:language>([^<]*)<", xml) == [b"en-GB"]


def test_numbers_dates_and_sources_are_said_in_english(built: Result) -> None:
    slides = {slide.id: slide for slide in built.decks["board"].plan.slides}
    key = slides["findings.key"]
    assert key.foot == (
        "Source: Companies House, annual accounts 2022; Survey of programme firms, November 2023. "
        "Base: 32 of 40 firms; 40 firms asked (80%)."
    )
    notes = key.notes.plain.replace("\u00a0", " ")
    assert "at least 1,740 firms, and 80% of those" in notes
    assert "About 375 jobs" in notes
    assert "Calculated: Firms that answered (32) as a percentage of Firms asked (40)" in notes
    assert "Mean of the answers, n = 32: “By how much did turnover grow?”" in notes
    assert built.decks["board"].plan.facts.date.replace("\u00a0", " ") == "30 November 2023"
    assert [entry.minutes for entry in slides["opening.agenda"].agenda] == ["16 min", "12 min"]


def test_its_decks_are_compared() -> None:
    sides = deckgen.diff(CONTENT, *DECKS, brand=BRAND).comparison
    assert isinstance(sides, Sides)
    assert sides.contradictions == ()


@pytest.mark.parametrize("asked", [["check"], ["plan", "board"], ["figures"], ["diff", *DECKS], ["build"]])
def test_no_command_answers_in_danish(asked: list[str], tmp_path: Path) -> None:
    where = ["--output", str(tmp_path)] if asked == ["build"] else []
    run = CliRunner().invoke(command, [*asked, "--content", str(CONTENT), "--brand", str(BRAND), *where])
    assert run.exit_code == 0, run.output
    assert danish_in(run.output.replace(str(tmp_path), "")) == []
