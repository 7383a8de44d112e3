"""A fault planted in a copy turns the ledger red: a shade lost in the content, a word in any part of the file."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import ledger
import pytest
from ledger import DECKS, OTHER

from conftest import ROOT
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics


class Shade(NamedTuple):
    """An edit of the content that loses a shade, the deck that shows it, and the fact that is then unsaid."""

    file: str
    before: str
    after: str
    deck: str
    fact: str


SHADES = (
    Shade("recommendations/considerations.yaml", '"**kan** der gå"', "tager det", "board", "It can take"),
    Shade(
        "recommendations/considerations.yaml",
        "arbejdes på en dialog med langt de",
        "arbejdes på en dialog med de",
        "board",
        "Seen from the six",
    ),
    Shade("clusters.yaml", "lever overvejende af", "lever af", "directorate", "They are funded predominantly"),
    Shade("survey.yaml", "indgår gerne i tæt dialog med jer", "ønsker tæt dialog med jer", "board", "All 12 gladly"),
    Shade(
        "survey.yaml",
        " virksomheder har været med i Nordjylland\n    figures:",
        " virksomheder har været med\n    figures:",
        "board",
        "At least 1,740",
    ),
    Shade(
        "recommendations/models.yaml",
        "Evt. lokationer rundt om i Nordjylland\n",
        "Lokationer i Nordjylland\n",
        "board",
        "Model 1: loc",
    ),
    Shade(
        "recommendations/models.yaml",
        "Eventuelt en, udelukkende",
        "En, udelukkende",
        "directorate",
        "Model 3: perhaps",
    ),
    Shade("history.yaml", "I dag kan hovedsagelig", "I dag kan", "board", "Today it is mainly"),
    Shade(
        "history.yaml", "… og en del andre indsatser, store", "… og mange flere, store", "directorate", "Before 2020"
    ),
    Shade(
        "meeting.yaml",
        "direktionen skal forberede\n    sticker: Udkast til drøftelse\n",
        "direktionen skal forberede\n",
        "board",
        "Next steps are a draft",
    ),
    Shade(
        "figures.yaml",
        "value: 4324\n  confidence: minimum\n  unit: deltagere\n  qualifier: minimum",
        "value: 4324\n  unit: deltagere",
        "board",
        "Participants",
    ),
)


@pytest.mark.parametrize("shade", SHADES, ids=lambda shade: f"{shade.deck}: {shade.fact}")
def test_a_shade_that_the_content_loses_is_unsaid(tmp_path: Path, shade: Shade) -> None:
    folder = shutil.copytree(ROOT / "content", tmp_path / "content")
    file = folder / shade.file
    before = file.read_text(encoding="utf-8")
    assert before.count(shade.before) == 1
    file.write_text(before.replace(shade.before, shade.after), encoding="utf-8")
    missing = ledger.unsaid(shade.deck, ledger.slides_of(_built(folder, shade.deck)))
    assert missing and all(fact.startswith(shade.fact) for fact, _, _ in missing)


def _built(folder: Path, deck: str) -> bytes:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, ROOT / "assets" / "_brand.yml", diagnostics)
    assert loaded is not None
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, deck, diagnostics), diagnostics)
    return pipeline.deck_bytes(loaded, frames)


BARRED = [
    pytest.param(deck, entry, id=f"{deck}: {entry.example}") for entry in ledger.never() for deck in entry.decks
]


@pytest.mark.parametrize(("deck", "entry"), BARRED)
def test_what_is_never_said_is_heard(deck: str, entry: ledger.Never) -> None:
    assert entry.pattern in ledger.overheard(deck, (f"<a:t>Sig også: {entry.example}.</a:t>",))


@pytest.mark.parametrize("deck", DECKS)
def test_what_the_other_audience_has_alone_is_heard(built_decks: dict[str, Path], deck: str) -> None:
    theirs = ledger.parts_of(built_decks[OTHER[deck]].read_bytes())
    secrets = [pattern for owner, pattern in ledger.secrets() if owner == OTHER[deck]]
    assert set(secrets) <= set(ledger.overheard(deck, theirs))


@pytest.mark.parametrize(
    ("deck", "place"),
    [(deck, place) for deck in DECKS for place in ("slide", "notes", "alt text", "properties", "two runs")],
)
def test_a_word_is_heard_in_any_part_of_a_copy(built_decks: dict[str, Path], deck: str, place: str) -> None:
    planted = PLACES[place](built_decks[deck].read_bytes(), "Fælles indkaldelse")
    assert ledger.overheard(deck, ledger.parts_of(planted)) == [r"\bindkaldelse"]


def _replaced(blob: bytes, starts: str, change: Callable[[bytes], bytes]) -> bytes:
    """A copy of the package in which the first part that `change` does anything to is another."""
    target = io.BytesIO()
    done = False
    with zipfile.ZipFile(io.BytesIO(blob)) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name)
            changed = change(part) if name.startswith(starts) and not done else part
            done = done or changed != part
            copy.writestr(name, changed)
    assert done
    return target.getvalue()


def _within(before: str, after: str) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(before.encode(), after.encode(), 1)


PLACES: dict[str, Callable[[bytes, str], bytes]] = {
    "slide": lambda blob, said: _replaced(blob, "ppt/slides/slide", _within("<a:t>", f"<a:t>{said} ")),
    "notes": lambda blob, said: _replaced(blob, "ppt/notesSlides/", _within("<a:t>", f"<a:t>{said} ")),
    "alt text": lambda blob, said: _replaced(blob, "ppt/slides/slide", _within('descr="', f'descr="{said} ')),
    "properties": lambda blob, said: _replaced(blob, "docProps/core", _within("<dc:title>", f"<dc:title>{said} ")),
    "two runs": lambda blob, said: _replaced(
        blob, "ppt/slides/slide", _within("<a:t>", f"<a:t>{said[:12]}</a:t></a:r><a:r><a:t>{said[12:]} ")
    ),
}
