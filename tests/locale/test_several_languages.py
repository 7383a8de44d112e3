"""A project with several languages: each value once, or once for each language; decks in every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import deckgen
from asked import BRAND
from content_folders import DECK, FIGURES, REGISTRY, SLIDES, codes, write
from deckgen.cli import deckgen as cli
from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.model.content import Content

PROJECT = """\
languages: [da, en]
audiences: [board, directorate]
organisation: {name: Navigators, role: {da: Rådgiver, en: Adviser}}
client: {name: BRN}
"""
BOTH = {
    "project": PROJECT,
    "figures": FIGURES.replace("label: Medlemmer,", "label: {da: Medlemmer, en: Members},"),
    "slides": """\
slides:
  - id: survey.rate
    kind: plain
    title:
      da: Svar fra ${answered}
      en: "${answered} have answered"
    lead:
      board: {da: Til bestyrelsen, en: To the board}
      directorate: {da: Til direktionen, en: To the directors}
    minutes: 10
""",
    "decks__board": DECK.replace("title: Klynger", "title: {da: Klynger, en: Clusters}").replace(
        "title: Fund", "title: {da: Fund, en: Findings}"
    ),
}


def read(folder: Path, code: str, **files: str) -> tuple[dict[str, Content], Diagnostics]:
    found = Diagnostics()
    return load(write(folder, **{**BOTH, **files}), REGISTRY, found, code), found


def errors(found: Diagnostics) -> list[str]:
    return [f"{one.code} {Path(one.span.file).name}:{one.span.line}" for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    ("code", "title", "role", "label", "lead"),
    [
        ("", "Svar fra ", "Rådgiver", "Medlemmer", "Til bestyrelsen"),
        ("da", "Svar fra ", "Rådgiver", "Medlemmer", "Til bestyrelsen"),
        ("en", " have answered", "Adviser", "Members", "To the board"),
    ],
)
def test_each_language_has_its_own_values(
    code: str, title: str, role: str, label: str, lead: str, tmp_path: Path
) -> None:
    contents, found = read(tmp_path, code)
    assert errors(found) == []
    board = contents["board"]
    assert board.slides["survey.rate"].title.plain == title
    assert board.slides["survey.rate"].fields.lead.plain == lead
    assert board.project.organisation.role == role
    assert board.figures["members"].label == label
    assert board.project.languages == ("da", "en")


def test_languages_may_stand_outside_of_audiences(tmp_path: Path) -> None:
    slides = BOTH["slides"].replace(
        "      board: {da: Til bestyrelsen, en: To the board}\n"
        "      directorate: {da: Til direktionen, en: To the directors}\n",
        "      da: {board: Til bestyrelsen, directorate: Til direktionen}\n      en: To all\n",
    )
    for code, said in (("da", {"Til bestyrelsen", "Til direktionen"}), ("en", {"To all"})):
        contents, found = read(tmp_path, code, slides=slides)
        assert errors(found) == []
        assert {one.slides["survey.rate"].fields.lead.plain for one in contents.values()} == said


def test_a_missing_translation_is_an_error_of_that_language_alone(tmp_path: Path) -> None:
    slides = BOTH["slides"].replace('      en: "${answered} have answered"\n', "")
    assert errors(read(tmp_path, "da", slides=slides)[1]) == []
    contents, found = read(tmp_path, "en", slides=slides)
    assert errors(found) == ["translation-missing slides.yaml:5"]
    assert "survey.rate" in contents["board"].slides


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        (
            {"slides": SLIDES.replace("title: Svar fra ${answered}", "title: {da: Svar, sv: Svar}")},
            "translation-mixed",
        ),
        ({"slides": SLIDES.replace("minutes: 10", "minutes: {da: 10, en: 9}")}, "translation-shared"),
        ({"slides": SLIDES.replace("id: survey.rate", "id: {da: survey.rate, en: a.b}")}, "translation-shared"),
        ({"project": PROJECT.replace("board, d", "en, board, d"), "slides": SLIDES}, "bad-name"),
        ({"project": PROJECT.replace("[da, en]", "[da, en, da]")}, "duplicate-language"),
        ({"project": PROJECT.replace("[da, en]", "[da, xx]")}, "unknown-language"),
        ({"project": PROJECT.replace("[da, en]", "[]")}, "missing-value"),
        ({"project": PROJECT.replace("languages: [da, en]", "language: da\nlanguages: [da, en]")}, "language-twice"),
        ({"project": PROJECT.replace("languages: [da, en]\n", "")}, "missing-key"),
        ({"decks__board.en": DECK}, "bad-name"),
    ],
)
def test_what_editors_can_get_wrong(files: dict[str, str], wrong: str, tmp_path: Path) -> None:
    found = read(tmp_path, "", **files)[1]
    assert codes(found) == [wrong]


def test_a_phrase_without_translation_is_warned_of_in_other_languages(tmp_path: Path) -> None:
    slides = BOTH["slides"] + "    notes: Sig velkommen til ${asked} gæster og gå i gang\n"
    assert codes(read(tmp_path, "da", slides=slides)[1]) == []
    (found,) = read(tmp_path, "en", slides=slides)[1]
    assert (found.code, found.severity, found.span.line, found.span.column) == ("not-translated", "warning", 11, 12)
    same = slides.replace("notes: Sig", "notes:\n      da: Sig").replace("gang\n", "gang\n      en: Welcome\n")
    assert codes(read(tmp_path, "en", slides=same)[1]) == []


def test_the_name_of_a_slide_is_no_phrase_whatever_it_is_made_of(tmp_path: Path) -> None:
    named = {name: text.replace("survey.rate", "survey.rate-of-all-answers") for name, text in BOTH.items()}
    assert codes(read(tmp_path, "en", **named)[1]) == []


def test_an_audience_may_not_be_called_as_the_one_language_either(tmp_path: Path) -> None:
    project = PROJECT.replace("languages: [da, en]", "language: da").replace(
        "{da: Rådgiver, en: Adviser}", "Rådgiver"
    )
    found = read(tmp_path, "", project=project.replace("[board,", "[da,"), slides=SLIDES, figures=FIGURES)[1]
    assert "bad-name" in codes(found)


def test_a_language_that_the_project_has_not_is_said(tmp_path: Path) -> None:
    contents, found = read(tmp_path, "de")
    assert (contents, codes(found)) == ({}, ["language-not-declared"])


def test_in_a_project_of_one_language_its_code_is_a_key_as_any(tmp_path: Path) -> None:
    project = PROJECT.replace("languages: [da, en]", "language: da").replace(
        "{da: Rådgiver, en: Adviser}", "Rådgiver"
    )
    figures = FIGURES.replace("label: Medlemmer,", "label: {da: Medlemmer},")
    found = read(tmp_path, "", project=project, slides=SLIDES, figures=figures, decks__board=DECK)[1]
    assert "wrong-value" in codes(found)


def test_a_name_may_be_a_languages_code(tmp_path: Path) -> None:
    """The outermost keys of a file are names, and never languages."""
    figures = BOTH["figures"] + "en: {value: 1, label: x, source: survey}\n"
    contents, found = read(tmp_path, "en", figures=figures)
    assert errors(found) == []
    assert contents["board"].figures["en"].value == 1


DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    named: false
    columns:
      q:
        type: single
        label: {da: Spørgsmål, en: Question}
        options: {1: {da: Ja, en: "Yes"}, 2: {da: Nej, en: "No"}}
      n: {type: decimal}
tabulations:
  t: {data: s, question: q, statistic: count}
  sum: {data: s, question: n, statistic: sum}
"""


def test_data_are_read_alike_in_every_language_and_labelled_in_each(tmp_path: Path) -> None:
    """Numbers in data are of the dataset's language: 1.740 is a thousand for a Danish project's English deck too."""
    (tmp_path / "s.csv").write_text("q;n\n1;1.740\n1;0,5\n2;1\n", encoding="utf-8")
    sums = FIGURES + "sum: {from: sum, label: Sum, source: survey, decimals: 1}\n"
    for code, labels in (("da", ["Ja", "Nej"]), ("en", ["Yes", "No"])):
        contents, found = read(tmp_path, code, data=DATA, figures=sums)
        assert errors(found) == []
        table = contents["board"].tabulations["t"]
        assert [row.label for row in table.rows] == labels
        assert f"{contents['board'].figures['sum'].value}" == "1741.5"


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ("{da: {da: Dansk, en: Danish}, en: {da: Engelsk, en: English}}", ["Danish", "English"]),
        ("{da: Dansk, en: Engelsk}", ["Dansk", "Engelsk"]),
        ("{da: {x: Dansk, y: Engelsk}, en: {x: Danish, y: English}}", ["Danish", "English"]),
    ],
)
def test_codes_of_a_survey_may_be_those_of_languages(options: str, labels: list[str], tmp_path: Path) -> None:
    """Whole options by language have codes in each; where every key has a label, the keys are the codes."""
    codes = ("x", "y") if "x:" in options else ("da", "en")
    (tmp_path / "s.csv").write_text("".join(f"{one}\n" for one in ("q;n", f"{codes[0]};1", f"{codes[1]};2")))
    data = DATA.replace('{1: {da: Ja, en: "Yes"}, 2: {da: Nej, en: "No"}}', options)
    contents, found = read(tmp_path, "en", data=data)
    assert errors(found) == []
    assert [row.label for row in contents["board"].tabulations["t"].rows] == labels


@pytest.mark.parametrize(
    ("said", "code"),
    [("language: en", []), ("language: xx", ["unknown-language"]), ("language: da", ["bad-cell", "bad-cell"])],
)
def test_a_dataset_may_be_in_another_language(said: str, code: list[str], tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text('q,n\n1,"1,740.5"\n2,0.5\n', encoding="utf-8")
    data = DATA.replace("named: false", f"named: false\n    {said}")
    found = read(tmp_path, "", data=data)[1]
    assert [one.code for one in found if one.severity == "error"] == code


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose kinds are the program's own."""
    slides = BOTH["slides"].replace("kind: plain", "kind: statement").replace("    lead:\n", "    body:\n")
    return write(tmp_path / "content", **{**BOTH, "slides": slides})


def test_decks_are_built_in_each_language_beside_each_other(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for code, name in (("", "board.pptx"), ("en", "board.en.pptx"), ("da", "board.pptx")):
        result = deckgen.build(project, decks=["board"], brand=BRAND, output=out, language=code)
        assert [str(one) for one in result.diagnostics if one.severity == "error"] == []
        assert [file.name for file in result.files] == [name]
        assert result.decks["board"].plan.language == ("en-GB" if code == "en" else "da-DK")


def test_a_check_looks_at_every_language(project: Path) -> None:
    slides = (project / "slides.yaml").read_text(encoding="utf-8").replace("en: To the board", "xx: To the board")
    (project / "slides.yaml").write_text(slides, encoding="utf-8")
    every = deckgen.check(project, brand=BRAND)
    assert {one.code for one in every.diagnostics if one.severity == "error"} == {
        "translation-mixed",
        "translation-missing",
    }
    fixed = slides.replace(", xx: To the board", "")
    (project / "slides.yaml").write_text(fixed, encoding="utf-8")
    assert deckgen.check(project, brand=BRAND, language="da").ok
    assert not deckgen.check(project, brand=BRAND, language="en").ok
    (found,) = [one for one in deckgen.check(project, brand=BRAND).diagnostics if one.severity == "error"]
    assert (found.code, found.span.line) == ("translation-missing", 8)
    assert deckgen.build(project, brand=BRAND, output=project.parent / "out").ok


def test_a_check_names_results_by_deck_and_language(project: Path) -> None:
    result = deckgen.check(project, decks=["board"], brand=BRAND)
    assert set(result.decks) == {"board", "board.en"}
    assert [result.decks[name].plan.language for name in ("board", "board.en")] == ["da-DK", "en-GB"]


def test_figures_are_told_in_each_language(project: Path) -> None:
    for code, label in (("da", "Medlemmer"), ("en", "Members")):
        done = CliRunner().invoke(
            cli, ["figures", "members", "--content", str(project), "--brand", str(BRAND), "--language", code]
        )
        assert f" – {label}" in done.stdout
