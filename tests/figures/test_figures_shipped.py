"""A cell of the shipped survey that changes: every mention changes in both decks, or the build says what differs."""

from __future__ import annotations

import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from deckgen import output, pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.figure import Given, Tabulated
from deckgen.pipeline import Loaded

BRAND = ROOT / "assets" / "_brand.yml"
FIGURE = "presence.physical"


def changed(folder: Path, published: bool) -> Path:
    """A copy of the shipped content in which one cluster that was present is not."""
    shutil.copytree(ROOT / "content", folder)
    survey = folder / "data" / "survey.csv"
    before = survey.read_text(encoding="utf-8")
    after = before.replace("\n11;1;2;", "\n11;2;2;")
    assert before != after
    survey.write_text(after, encoding="utf-8")
    if not published:
        figures = folder / "figures.yaml"
        figures.write_text(
            re.sub(r"(?m)^  published: .*\n", "", figures.read_text(encoding="utf-8")), encoding="utf-8"
        )
    return folder


def test_a_changed_cell_that_contradicts_what_was_published_fails_and_says_where(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    pipeline.load(changed(tmp_path / "content", published=True), BRAND, diagnostics)
    (only,) = [each for each in diagnostics if each.severity == "error"]
    assert only.code == "published-differs" and f"`{FIGURE}` is published as 7 and comes out as 6" in only.message
    assert "data/survey.csv:3" in only.hint and "data/survey.csv:12" not in only.hint


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[bool, dict[str, str]]]:
    """All text of each part of each deck, before the change and after it."""
    folder = tmp_path_factory.mktemp("changed")
    shipped = shutil.copytree(ROOT / "content", folder / "shipped")
    both = {False: shipped, True: changed(folder / "content", published=False)}
    loaded = {after: read(path) for after, path in both.items()}
    return {
        name: {after: written(loaded[after], name, folder / f"{name}-{after}.pptx") for after in both}
        for name in ("board", "directorate")
    }


def read(folder: Path) -> Loaded:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None and [str(each) for each in diagnostics if each.severity == "error"] == []
    return loaded


def written(loaded: Loaded, name: str, target: Path) -> dict[str, str]:
    diagnostics = Diagnostics()
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, name, diagnostics), diagnostics)
    assert output.write(pipeline.deck_bytes(loaded, frames), target, diagnostics)
    return dict(parts("", target.read_bytes()))


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


PLACES = {
    "title": r"Seks af de 12\s?klynger",
    "text": r"6 af 12\s+har eget kontor",
    "chart": r"<c:v>6</c:v>",
    "workbook": r"<v>6</v>",
    "alt text": r'descr="6 af 12',
    "table of sources": r"Klynger, der er fysisk til stede i Nordjylland 6 Optalt",
    "notes": r"6 – Klynger, der er fysisk til stede i Nordjylland",
    "computed from it": r"De øvrige seks",
}


@pytest.mark.parametrize("deck", ["board", "directorate"])
@pytest.mark.parametrize("place", PLACES)
def test_a_changed_cell_changes_every_place(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str, place: str
) -> None:
    before, after = (sum(has(PLACES[place], xml) for xml in decks[deck][when].values()) for when in (False, True))
    assert after > before


@pytest.mark.parametrize("deck", ["board", "directorate"])
def test_no_mention_of_the_old_value_is_left(decks: dict[str, dict[bool, dict[str, str]]], deck: str) -> None:
    old = (
        r"(?i)syv af de 12|syv klynger er allerede|7 af 12 |7 – Klynger, der er fysisk til stede"
        r"|er fysisk til stede i Nordjylland(?:: 7|,? 7 Optalt| \(7\))"
    )
    assert any(has(old, xml) for xml in decks[deck][False].values())
    assert [name for name, xml in decks[deck][True].items() if has(old, xml)] == []


def test_text_in_the_body_changes_too(decks: dict[str, dict[bool, dict[str, str]]]) -> None:
    assert any(has("Seks klynger er allerede fysisk til stede", xml) for xml in decks["directorate"][True].values())


NOTE = "Spørgsmål og svar i datafilen survey.csv er konstrueret, så de gengiver de offentliggjorte tal."


@pytest.mark.parametrize("deck", ["board", "directorate"])
@pytest.mark.parametrize("part", ["ppt/slides/", "ppt/notesSlides/"])
@pytest.mark.parametrize(
    "words",
    [
        NOTE,
        "Optalt i survey.csv, n = 12: svaret »Ja« på »Er klyngen fysisk til stede i Nordjylland",
        "Sum af svarene i survey.csv, n = 12: »Hvor mange medlemmer har klyngen i Nordjylland?«",
        "Klynger, der har svaret (12) − Klynger, der er fysisk til stede i Nordjylland (7)",
        "Hvor netop 50 ansatte hører til, er ikke oplyst",
    ],
)
def test_slides_and_notes_say_how_a_number_came_about(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str, part: str, words: str
) -> None:
    assert any(words in said(xml) for name, xml in decks[deck][False].items() if name.startswith(part))


@pytest.mark.parametrize("deck", ["board", "directorate"])
def test_every_page_of_sources_says_that_the_rows_are_constructed(
    decks: dict[str, dict[bool, dict[str, str]]], deck: str
) -> None:
    slides = (said(xml) for name, xml in decks[deck][False].items() if name.startswith("ppt/slides/slide"))
    pages = [text for text in slides if "Alle tal i præsentationen har en kilde" in text]
    assert len(pages) > 1
    assert all(NOTE in text for text in pages)


@pytest.mark.parametrize("deck", ["board", "directorate"])
def test_nothing_internal_is_said_with_it(decks: dict[str, dict[bool, dict[str, str]]], deck: str) -> None:
    inside = r"survey\.csv:\d|data/survey|respondents|\brows?\b \d|presence/Ja|count of|survey\.answered - "
    shown = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")
    found = [name for name, xml in decks[deck][False].items() if name.startswith(shown) and has(inside, said(xml))]
    assert found == []


def test_a_cell_that_belies_a_claim_of_the_slides_fails_and_says_which(tmp_path: Path) -> None:
    """Twelve of twelve wanted a dialogue; the slides say all, so eleven is not only another number."""
    folder = shutil.copytree(ROOT / "content", tmp_path / "content")
    survey, figures = folder / "data" / "survey.csv", folder / "figures.yaml"
    rows = survey.read_text(encoding="utf-8").splitlines()
    assert rows[-1].endswith(";1;0;0;0;1;0")
    survey.write_text(
        "\n".join((*rows[:-1], rows[-1].removesuffix(";1;0;0;0;1;0") + ";2;0;0;0;1;0")), encoding="utf-8"
    )
    written = figures.read_text(encoding="utf-8")
    published = written.replace("from: dialogue/Ja\n  published: 12", "from: dialogue/Ja\n  published: 11")
    assert published != written
    figures.write_text(published, encoding="utf-8")
    diagnostics = Diagnostics()
    pipeline.load(folder, BRAND, diagnostics)
    (only,) = [each for each in diagnostics if each.severity == "error"]
    assert only.code == "broken-invariant"
    assert "survey.dialogue is 11 and survey.answered is 12" in only.message
    assert "ønsker tæt dialog" in only.hint


def test_an_answer_that_is_left_out_changes_n_and_belies_the_base(tmp_path: Path) -> None:
    """No count changes where a no goes missing, but seven of eleven is not seven of twelve."""
    folder = shutil.copytree(ROOT / "content", tmp_path / "content")
    survey = folder / "data" / "survey.csv"
    rows = survey.read_text(encoding="utf-8")
    assert "\n1;2;" in rows
    survey.write_text(rows.replace("\n1;2;", "\n1;;"), encoding="utf-8")
    diagnostics = Diagnostics()
    pipeline.load(folder, BRAND, diagnostics)
    (only,) = [each for each in diagnostics if each.severity == "error"]
    assert (only.code, only.span.file.rpartition("/")[2]) == ("base-differs", "figures.yaml")
    assert f"`{FIGURE}` is counted among 11 answers, and its base says 12" in only.message


COLUMNS = (*(f"s_{number}" for number in range(1, 15)), "stato_4")


@pytest.mark.parametrize("column", COLUMNS)
def test_no_cell_that_a_figure_rests_on_changes_in_silence(tmp_path: Path, column: str) -> None:
    """Every count and sum was published: whichever cell changes, a line of the YAML says what differs."""
    folder = shutil.copytree(ROOT / "content", tmp_path / "content")
    survey = folder / "data" / "survey.csv"
    rows = [row.split(";") for row in survey.read_text(encoding="utf-8").splitlines()]
    at = rows[0].index(column)
    row = next(row for row in rows[1:] if row[at])
    row[at] = {"1": "2", "2": "1"}.get(row[at], str(int(row[at]) + 1)) if column != "stato_4" else "0"
    survey.write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    diagnostics = Diagnostics()
    pipeline.load(folder, BRAND, diagnostics)
    errors = [each for each in diagnostics if each.severity == "error"]
    assert errors
    assert {each.code for each in errors} <= {"published-differs", "broken-invariant", "base-differs"}
    assert all(Path(each.span.file).name in ("figures.yaml", "invariants.yaml") and each.span.line for each in errors)


def has(pattern: str, xml: str) -> bool:
    return bool(re.search(pattern, xml) or re.search(pattern, said(xml)))


def test_the_survey_reproduces_what_was_published_and_names_nobody() -> None:
    diagnostics = Diagnostics()
    loaded = read(ROOT / "content")
    figures = loaded.contents["board"].figures
    made = [figure for figure in figures.values() if not isinstance(figure.provenance, Given)]
    assert len(made) >= 20 and len(diagnostics) == 0
    assert [
        figure.name for figure in made if isinstance(figure.provenance, Tabulated) and figure.published is None
    ] == []
    rows = (ROOT / "content" / "data" / "survey.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 14 and all(re.fullmatch(r"[0-9;]*", row) for row in rows[1:])
