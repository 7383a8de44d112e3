"""A small content folder with two decks, flat views made by hand, and the commands run in process."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner, Result

from deckgen import pipeline
from deckgen.cli import deckgen
from deckgen.compare.claims import Claim, DeckView, Place, SectionView, SlideView
from deckgen.compare.deck_view import deck_view
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.plan import FigureRow

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"
NEVER = Decimal(0)
DANISH = language("da")

PROJECT = """\
language: da
audiences: [board, directorate]
organisation: {name: Navigators}
client: {name: BRN}
"""
SOURCES = "survey: Klyngesurvey, 2023\n"
FIGURES = """\
asked: {value: 13, label: Klynger spurgt, source: survey}
answered:
  value: 12
  label: Klynger der svarede
  source: survey
  as-of: 2023-11
  base: "${asked} klynger"
members: {value: 375, qualifier: minimum, label: Medlemmer, source: survey, base: "${answered} klynger"}
unused: {value: 99, label: Ubrugt, source: survey}
"""
SLIDES = """\
slides:
  - id: survey.answers
    kind: chart_takeaways
    title: ${answered|words} klynger har svaret
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Har svaret, value: "${answered}"}
      - {label: Er spurgt, value: 13}
    takeaways:
      - Alle ${answered|words} vil gerne i dialog
      - De har ${members} medlemmer
    minutes: 5
    notes: Sig at ${answered} svarede.
  - id: survey.facts
    kind: table
    title: Klyngerne i tal
    columns: [Forhold, Antal]
    rows:
      - cells: [Svar, "${answered}"]
      - cells: [Medlemmer, "${members}"]
    minutes: 5
  - {id: meeting.board, for: board, kind: statement, title: Kun bestyrelsen, body: Retning}
  - id: meeting.said
    kind: bullets
    title: Det siger klyngerne
    items:
      - De tre største fylder mest
      - board: Retning
        directorate: Forberedelse
    minutes: 1
  - {id: meeting.sources, kind: sources, title: Alle tal har en kilde}
"""
BOARD = """\
audience: board
title: Klynger
subtitle: ${answered} svar
minutes: 10
chapters:
  - {id: findings, title: Fund, slides: [survey.answers, survey.facts, meeting.board]}
  - {id: more, title: Mere, slides: [meeting.said]}
appendix: {slides: [meeting.sources]}
"""
DIRECTORATE = """\
audience: directorate
title: Klynger
subtitle: Alle fund
minutes: 10
chapters:
  - {id: findings, title: Fundene, slides: [survey.facts, survey.answers]}
  - {id: talk, title: Drøftelse, slides: [meeting.said]}
"""
PARTS = {
    "project": PROJECT,
    "sources": SOURCES,
    "figures": FIGURES,
    "slides": SLIDES,
    "decks/board": BOARD,
    "decks/directorate": DIRECTORATE,
}


def write(folder: Path, **parts: str) -> Path:
    """The content folder, but for what `parts` says."""
    for name, text in {**PARTS, **parts}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8", newline="")
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.yaml"
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new), encoding="utf-8", newline="")


def load(folder: Path) -> pipeline.Loaded:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None
    assert [str(one) for one in diagnostics if one.severity == "error"] == []
    return loaded


def view(folder: Path, deck: str = "board") -> DeckView:
    loaded, found = load(folder), Diagnostics()
    plan = pipeline.plan_deck(loaded, deck, found)
    return deck_view(
        loaded.contents[plan.audience], plan, pipeline.set_deck(loaded, plan, found), loaded.language.numbers
    )


def run(*words: str) -> Result:
    """A command that ends by itself, whatever it is asked."""
    done = CliRunner().invoke(deckgen, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def asked(folder: Path, *words: str) -> Result:
    return run(*words, "--content", str(folder), "--brand", str(BRAND))


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *words], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def committed(folder: Path) -> str:
    """Everything below a folder as a commit of a repository there; its id."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it stands")
    return git(folder, "rev-parse", "HEAD").strip()


def claim(path: str, text: str, *figures: tuple[str, str], number: str = "", label: str = "") -> Claim:
    """A claim of a text, in which figures show whole numbers."""
    assert DANISH is not None
    pattern, typed = text, text
    for name, shown in figures:
        pattern, typed = pattern.replace(shown, f"${{{name}}}"), typed.replace(shown, "")
    place: Place = "chart" if number else "title" if path == "title" else "text"
    bound = frozenset(value for _, shown in figures for value in DANISH.numbers.read(shown))
    value = Decimal(number) if number else None
    return Claim(path, place, text, 1, figures, value, label, pattern, bound, DANISH.numbers.read(typed))


def deck(*slides: tuple[str, tuple[Claim, ...]], name: str = "board", **figures: str) -> DeckView:
    """A deck of one section; `figures` are name=shown."""
    views = tuple(SlideView(id, id, "all", page, claims) for page, (id, claims) in enumerate(slides, 1))
    assert DANISH is not None
    rows = {
        figure: FigureRow(figure, figure, shown, "", "", "", value=next(iter(DANISH.numbers.read(shown)), None))
        for figure, shown in figures.items()
    }
    section = SectionView("all", "Alt", tuple(view.id for view in views))
    return DeckView(name, name, NEVER, (), (section,), views, rows)
