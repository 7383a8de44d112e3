"""A project in which each of two audiences has a secret in every place of the content that can hold one.

In: a folder. Out: the project, and for each secret the audience and the place that it belongs to.

A secret is a word or a number that stands nowhere else. `@title@` in the content is the word of the audience whose
file or key it is, `@2:title@` that of the second one; `#value#` is a number in the same way.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from PIL import Image, PngImagePlugin

import gallery
from deckgen import pipeline
from deckgen.checks.text.prose import texts
from deckgen.diagnostics import Diagnostics
from deckgen.model.annotation_fields import plain
from deckgen.model.chart_fields import ChartFields

Place = tuple[int, int]
"""A line and a column, counted from 0."""

AUDIENCES = ("board", "directorate")
WORDS = ("bolk", "dirk")
NUMBERS = (417_000_003, 583_000_004)
"""Where the numbers of an audience begin, larger than any place on a slide; 17 lies between one and the next."""

KIND_TEXT = re.compile(r"[tu][a-z]{2}\Z")
"""A place in the example of a kind; some kinds say a text only where the deck calls for it."""

PICTURE = "havn.png"
"""The picture that examples name; it is everybody's."""
SHORTER = {
    "headline: Knap 3 år": "headline: 3 år",
    "headline: 4–5 år": "headline: 5 år",
    "label: er strukturen gammel": "label: gammel",
    "label: kan der gå": "label: går",
    "most: største": "most: a",
    "least: mindste": "least: b",
    "heading: Jo mere I investerer i klyngesamarbejdet,": "heading: Jo mere I investerer,",
}
"""Texts of examples that leave no room for a secret before them, and shorter ones."""

_OWN = re.compile(r"\$(?=[,\n])")
_ID = re.compile(r"id: (@kind@.*)")
_PLACE = re.compile(r"(?P<sign>[@#])(?:(?P<whose>[12]):)?(?P<place>[a-z]+)(?P=sign)")

SHARED = {
    "project.yaml": """\
# @1:comment@ @2:comment@
language: da
audiences: [board, directorate]
organisation:
  name: {board: Hus @1:house@, directorate: Hus @2:house@}
  role: {board: Rolle @1:role@, directorate: Rolle @2:role@}
  person: {board: Anna @1:person@, directorate: Anna @2:person@}
  phone: {board: "#1:phone#", directorate: "#2:phone#"}
  email: {board: "@1:mailbox@@eksempel.dk", directorate: "@2:mailbox@@eksempel.dk"}
  web: {board: "@1:web@.dk", directorate: "@2:web@.dk"}
client:
  name: {board: Kunde @1:client@, directorate: Kunde @2:client@}
  logo: {board: "@1:logofile@.png", directorate: "@2:logofile@.png"}
""",
    "sources.yaml": """\
both: {board: Kilde @1:sourcevariant@, directorate: Kilde @2:sourcevariant@}
@1:sourcename@: {for: board, text: Kilde @1:sourcetext@}
@2:sourcename@: {for: directorate, text: Kilde @2:sourcetext@}
""",
    "figures.yaml": """\
variant:
  value: {board: "#1:valuevariant#", directorate: "#2:valuevariant#"}
  unit: {board: "@1:unitvariant@", directorate: "@2:unitvariant@"}
  label: {board: Tal @1:labelvariant@, directorate: Tal @2:labelvariant@}
  note: {board: Note @1:notevariant@, directorate: Note @2:notevariant@}
  base: {board: Base @1:basevariant@, directorate: Base @2:basevariant@}
  source: both
common: {value: 12, label: Fælles, source: both}
survey.answered: {value: 12, label: Svar, unit: klynger, source: both}
crossed.one: {for: board, formula: "@2:inputname@ + common", label: Tal, source: both}
crossed.two: {for: directorate, formula: "@1:inputname@ + common", label: Tal, source: both}
""",
    "slides.yaml": """\
slides:
  - id: a.open
    kind: bullets
    title: {board: Titlen siger @1:titlevariant@, directorate: Titlen siger @2:titlevariant@}
    items:
      - Fælles punkt om ${variant|unit} og ${common}
      - {for: board, text: "Punkt @1:itemfor@ om ${crossed.one}"}
      - {for: directorate, text: "Punkt @2:itemfor@ om ${crossed.two}"}
    notes: {board: Sig @1:notesvariant@, directorate: Sig @2:notesvariant@}
    sources: {board: [@1:sourcename@], directorate: [@2:sourcename@]}
""",
}
FIGURES = """\
@figurename@:
  {for: $, value: "#value#", unit: "@unit@", label: Tal @label@, note: Note @note@, base: Base @base@, source: both}
@wordingname@: {for: $, value: "#wordingvalue#", wording: et antal @wording@, label: Tal @wordinglabel@, source: both}
@unusedname@: {for: $, value: "#unusedvalue#", label: Tal @unusedlabel@, source: both}
@inputname@: {for: $, value: "#inputvalue#", unit: "@inputunit@", label: Tal @inputlabel@, note: Note @inputnote@,
  base: Base @inputbase@, source: both}
@formulaname@: {for: $, formula: @inputname@ + @figurename@, label: Sum @formulalabel@, source: both}
@tabulatedname@: {for: $, from: @tabulation@/a, label: Optalt @tabulatedlabel@, source: both}
"""
DATA = """\
  @dataset@:
    for: $
    file: data/@datafile@.csv
    source: both
    named: false
    note: Om svarene @datanote@
    columns:
      @column@: {column: "@head@", label: Spørgsmål @question@, type: single, options: {a: Svar @option@, b: Nej}}
  @sheetset@:
    for: $
    file: data/@workbook@.xlsx
    sheet: "@sheet@"
    source: both
    named: false
    columns:
      @sheetcolumn@: {type: single, options: {a: Svar @sheetoption@, b: Nej}}
"""
TABULATIONS = """\
  @tabulation@: {data: @dataset@, question: @column@, statistic: count}
  @sheettabulation@: {data: @sheetset@, question: @sheetcolumn@, statistic: count}
"""
DECK = """\
audience: $
title: Møde @decktitle@
subtitle: Under @subtitle@
meeting: Møde i @meeting@
date: 2023
minutes: 30
chapters:
  - id: @chapterid@
    title: Kapitel @chaptertitle@
    opening: section
    slides: [a.open, a.@bullets@, a.@chart@, a.@line@, a.@table@, a.@tabulated@, a.@sheeted@]
  - {id: kinds, title: Hver sin slags, slides: [KINDS]}
appendix: {title: Bilag @appendixtitle@, slides: [a.@sources@]}
"""
SLIDES = """\
slides:
  - id: a.@bullets@
    for: $
    kind: bullets
    title: Titlen siger @title@
    items:
      - Punkt @item@
      - Se [her @linktext@](https://eksempel.dk/@address@)
      - Tallet er ${@figurename@|unit} eller ${@wordingname@} af $[24|@reason@]
      - Summen er ${@formulaname@} og svaret ${@tabulatedname@}
    notes: Sig @notes@ om ${@figurename@}
    sources: [@sourcename@]
  - id: a.@chart@
    for: $
    kind: chart
    title: Et diagram om @charttitle@
    chart: bar
    counted: Antal @counted@
    data: [{label: Række @category@, value: "#charted#"}, {label: Nej, value: 3}]
  - id: a.@line@
    for: $
    kind: chart
    title: En linje om @linetitle@
    chart: line
    counted: Antal
    series: [Serie @series@, Andre]
    data: [{label: "2021", value: ["#point#", 2]}, {label: "2022", value: [4, 5]}]
  - id: a.@table@
    for: $
    kind: table
    title: En tabel om @tabletitle@
    columns: [Navn, Hoved @tablehead@]
    rows: [{cells: [Række @cell@, "#cellvalue#"]}]
  - {id: a.@tabulated@, for: $, kind: chart, title: Svarene viser @tabulatedtitle@, chart: bar, counted: Antal,
     table: @tabulation@}
  - {id: a.@sheeted@, for: $, kind: chart, title: Svarene viser @sheetedtitle@, chart: bar, counted: Antal,
     table: @sheettabulation@}
  - {id: a.@sources@, for: $, kind: sources, title: Alle tal har en kilde i @sourcestitle@}
  - {id: a.@listed@, for: $, kind: statement, title: Ingen viser @listedtitle@, body: Om @listedbody@}
"""
INVARIANTS = "- {that: common == 12, because: fordi @1:because@ og @2:because@}\n"
"""An invariant is of nobody's deck."""

_SAID_TO_NOBODY = """
comment because reason slidefile sourcename logofile picturetitle unusedname unusedvalue unusedlabel wordingvalue
inputname inputvalue inputunit inputlabel inputnote inputbase dataset sheetset column head unreadhead unreadcell
answerer sheethead workbookauthor listed listedtitle listedbody datafile workbook
"""
UNTOLD = frozenset(_SAID_TO_NOBODY.split())
"""Places of which nobody is told, their own audience neither: what it is shown does not say them."""


class Secrets:
    """The secrets that were planted: by what they say, with audience and place."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[str, str]] = {}
        self._numbers: dict[str, int] = {}

    def filled(self, said: str, own: int = 0) -> str:
        """A text of the content with secrets in their places; `$` is the audience."""

        def secret(found: re.Match[str]) -> str:
            whose = int(found["whose"]) - 1 if found["whose"] else own
            return self.word(found["place"], whose) if found["sign"] == "@" else self.number(found["place"], whose)

        return _OWN.sub(AUDIENCES[own], _PLACE.sub(secret, said))

    def word(self, place: str, whose: int) -> str:
        return self._planted(WORDS[whose] + place, place, whose)

    def number(self, place: str, whose: int) -> str:
        at = self._numbers.setdefault(place, len(self._numbers))
        return self._planted(str(NUMBERS[whose] + 17 * at), place, whose)

    def _planted(self, said: str, place: str, whose: int) -> str:
        self.places[said] = (AUDIENCES[whose], place)
        return said


def project(folder: Path) -> Secrets:
    """Write the project; say what was planted in it."""
    secrets = Secrets()
    files = {name: secrets.filled(said) for name, said in SHARED.items()}
    files["invariants.yaml"] = secrets.filled(INVARIANTS)
    files["figures.yaml"] += "".join(secrets.filled(FIGURES, own) for own in (0, 1))
    datasets, tabulations = ("".join(secrets.filled(said, own) for own in (0, 1)) for said in (DATA, TABULATIONS))
    files["data.yaml"] = f"datasets:\n{datasets}tabulations:\n{tabulations}"
    kinds = _examples(folder / "examples")
    for own in (0, 1):
        files[f"{secrets.word('slidefile', own)}.yaml"] = secrets.filled(SLIDES, own)
        files[f"kinds-of-{AUDIENCES[own]}.yaml"] = secrets.filled(kinds, own)
        files[f"decks/{secrets.word('deck', own)}.yaml"] = secrets.filled(DECK, own).replace(
            "KINDS", ", ".join(secrets.filled(id, own) for id in _ID.findall(kinds))
        )
        files[f"data/{secrets.word('datafile', own)}.csv"] = secrets.filled(
            "id;@head@;@unreadhead@\n" + "@answerer@;a;@unreadcell@\n" * 5 + "x;b;y\n" * 4, own
        )
    for name, said in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")
    for own in (0, 1):
        _workbook(folder, secrets, own)
        _logo(folder, secrets, own)
    return secrets


def _examples(folder: Path) -> str:
    """The example of every kind and every chart type, with the place of a secret before each of its texts.

    Forms of drawing say what the kind `drawing` says; their labels are names of areas, or have no room for more.
    """
    examples = gallery.examples().items()
    gallery.write(folder, {id: slide for id, slide in examples if not id.startswith("example-drawing.")})
    loaded = pipeline.load(folder, gallery.BRAND, Diagnostics())
    assert loaded is not None
    said = (folder / "examples.yaml").read_text(encoding="utf-8")
    for long, short in SHORTER.items():
        assert long in said
        said = said.replace(long, short)
    lines = said.split("\n")
    picture = (folder / PICTURE).read_bytes()
    shutil.rmtree(folder)
    (folder.parent / PICTURE).write_bytes(picture)
    spans = {
        (said.span.line - 1, said.span.column - 1)
        for slide in loaded.contents["board"].slides.values()
        for said in (*texts(slide.title, slide.span), *texts(slide.fields, slide.span))
        if not said.is_string
    }
    places = {
        at: f"{'tu'[number // 676]}{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}"
        for number, at in enumerate(sorted(spans, reverse=True))
    }
    for slide in loaded.contents["board"].slides.values():
        if isinstance(slide.fields, ChartFields):
            places |= {at: places[label] for at, label in _called(slide.fields)}
    for (line, column), place in sorted(places.items(), reverse=True):
        begins = column + (lines[line][column] in "\"'")
        lines[line] = f"{lines[line][:begins]}@{place}@ {lines[line][begins:]}"
    return re.sub(r"id: example(-chart)?\.(.*)", r"id: @kind@\1.\2\n    for: $", "\n".join(lines))


def _called(fields: ChartFields) -> Iterator[tuple[Place, Place]]:
    """Where annotations of a chart call a row or a series by its name, and where that name is its label."""
    called = (*(row.label for row in fields.data), *(one.text for one in fields.series))
    labels = {plain(one.plain): one.span for one in called}
    for one in fields.annotate:
        for name in (*one.rows, *((one.series,) if one.series else ())):
            label = labels[plain(name.name)]
            yield (name.span.line - 1, name.span.column - 1), (label.line - 1, label.column - 1)


def _workbook(folder: Path, secrets: Secrets, own: int) -> None:
    book = openpyxl.Workbook()
    book.active.title = secrets.word("sheet", own)
    for cells in (
        [secrets.word("sheetcolumn", own), secrets.word("sheethead", own)],
        *[["a", "x"]] * 5,
        *[["b", "y"]] * 4,
    ):
        book.active.append(cells)
    book.properties.creator = secrets.word("workbookauthor", own)
    book.save(folder / f"data/{secrets.word('workbook', own)}.xlsx")


def _logo(folder: Path, secrets: Secrets, own: int) -> None:
    said, held = PngImagePlugin.PngInfo(), io.BytesIO()
    said.add_text("Title", secrets.word("picturetitle", own))
    Image.new("RGB", (300, 100), (20 + own, 60, 90)).save(held, "PNG", pnginfo=said)
    (folder / f"{secrets.word('logofile', own)}.png").write_bytes(held.getvalue())
