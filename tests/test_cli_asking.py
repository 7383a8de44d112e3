"""`figures` and `diff` as their user runs them: what they print, exit codes, and what can go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from edited import nameless, replaced, rewritten

from asked import BRAND, asked, committed, edit, run, write

SHIPPED = Path(__file__).parent.parent / "content"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


def test_all_figures_or_one(folder: Path) -> None:
    said = asked(folder, "figures").stdout
    assert [line.partition(":")[0] for line in said.splitlines() if line and line[0] != " "] == [
        "asked",
        "answered",
        "members",
        "unused",
    ]
    one = asked(folder, "figures", "members").stdout
    assert one.startswith("members: mindst 375 – Medlemmer\n")
    assert "board   2  survey.facts: table (rows/2/cells/2) “Mindst 375”" in one
    assert "shown on no slide" in asked(folder, "figures", "unused").stdout


def test_figures_for_machines(folder: Path) -> None:
    (found,) = json.loads(asked(folder, "figures", "answered", "--format", "json").stdout)["figures"]
    assert found["meanings"][0]["shown"] == "12"
    assert {mention["place"] for mention in found["mentions"]} == {
        "title",
        "text",
        "chart",
        "table",
        "notes",
        "alt",
        "foot",
    }


def test_part_of_a_name_finds_all_that_hold_it(folder: Path) -> None:
    edit(folder, "figures", "unused:", "members.new: {value: 1, label: Nye, source: survey}\nunused:")
    assert "Did you mean 'members' or 'members.new'?" in asked(folder, "figures", "member").stderr


@pytest.mark.parametrize(("name", "meant"), [("member", "'members'"), ("answred", "'answered'")])
def test_an_unknown_figure_is_a_use_error_with_the_nearest(folder: Path, name: str, meant: str) -> None:
    done = asked(folder, "figures", name)
    assert done.exit_code == 2
    assert f"There is no figure '{name}'. Did you mean {meant}?" in done.stderr


def test_content_with_errors_is_reported_by_all(folder: Path) -> None:
    edit(folder, "slides", "kind: table", "kind: tabel")
    for words in (("figures",), ("diff", "board", "directorate"), ("diff", "board", "--since", "HEAD")):
        done = asked(folder, *words)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "slides.yaml:16" in done.stderr


def test_two_decks_that_agree(folder: Path) -> None:
    done = asked(folder, "diff", "board", "directorate")
    assert done.exit_code == 0
    assert "meeting.board: only board: Kun bestyrelsen" in done.stdout
    assert "items/2: in other words" in done.stdout
    assert "Drøftelse (section of directorate only; its slides stand where the other has them)" in done.stdout
    assert done.stdout.endswith("No contradictions\n")


def test_two_decks_that_contradict_each_other_end_with_1(folder: Path) -> None:
    edit(folder, "figures", "value: 375", "value: {board: 375, directorate: 378}")
    done = asked(folder, "diff", "board", "directorate")
    assert done.exit_code == 1
    assert "members: the figure shows another value\n      board: mindst 375\n" in done.stdout
    again = asked(folder, "diff", "board", "directorate", "--format", "json")
    assert again.exit_code == 1
    (found,) = json.loads(again.stdout)["contradictions"]
    assert found["at"][0] == {"deck": "board", "page": 1, "slide": "survey.answers", "path": "takeaways/2"}


def test_since_a_revision_with_the_cause(folder: Path) -> None:
    committed(folder.parent)
    assert asked(folder, "diff", "board", "--since", "HEAD").stdout == "board: nothing changed since HEAD\n"
    edit(folder, "figures", "value: 375", "value: 381")
    edit(folder, "slides", "Det siger klyngerne", "Det siger de tolv")
    edit(
        folder,
        "decks/board",
        "slides: [survey.answers, survey.facts, meeting.board]",
        "slides: [survey.facts, survey.answers]",
    )
    done = asked(folder, "diff", "board", "--since", "HEAD")
    assert done.exit_code == 0
    assert "members went from mindst 375 to mindst 381: figures.yaml:8: value 375 → 381" in done.stdout
    assert "    page 2  survey.answers: takeaways/2" in done.stdout
    assert "removed: meeting.board, was page 3 under 'Fund': Kun bestyrelsen" in done.stdout
    assert "moved: " in done.stdout
    assert "Det siger [-klyngerne-]{+de tolv+}" in done.stdout
    record = json.loads(asked(folder, "diff", "board", "--since", "HEAD", "--format", "json").stdout)
    assert record["numbers"][0]["causes"] == ["figures.yaml:8: value 375 → 381"]
    assert [slide["id"] for slide in record["slides"]["removed"]] == ["meeting.board"]


def test_since_a_revision_what_is_said_of_figures_has_changed_too(folder: Path) -> None:
    """The foot, the notes and the sources slide say it: "nothing changed" was not true."""
    committed(folder.parent)
    edit(folder, "sources", "2023", "efteråret 2023")
    edit(folder, "figures", "label: Medlemmer", "label: Nordjyske medlemmer")
    said = asked(folder, "diff", "board", "--since", "HEAD").stdout
    assert "label of members: changed\n" in said
    assert "[-Medlemmer-]{+Nordjyske medlemmer+}" in said
    assert said.count("{+efteråret +}") == 1


def test_a_number_in_a_base_is_told_as_the_figure_that_it_is(folder: Path) -> None:
    committed(folder.parent)
    edit(folder, "figures", "value: 12", "value: 11")
    said = asked(folder, "diff", "board", "--since", "HEAD").stdout
    assert "answered went from 12 to 11" in said
    assert "base of" not in said


def test_since_an_earlier_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert asked(folder, "build", "--output", str(output)).exit_code == 0
    built = str(output / "board.pptx")
    assert asked(folder, "diff", "board", "--since", built).stdout == f"board: nothing changed since {built}\n"
    edit(folder, "figures", "value: 375", "value: 381")
    edit(folder, "figures", "value: 12", "value: 11")
    edit(folder, "slides", "label: Er spurgt, value: 13", "label: Er spurgt, value: 14")
    edit(folder, "slides", "[Svar, ", "[Besvarelser, ")
    said = asked(folder, "diff", "board", "--since", built).stdout
    assert "members went from mindst 375 to mindst 381: figures.yaml:8: the value 381 is given there" in said
    assert "page 2  survey.facts: table/3/2" in said
    assert "answered went from 12 to 11: " in said
    assert "page 1  survey.answers: title, subtitle, chart/2, takeaways/1/1, foot, notes/1" in said
    assert "lleve" not in said
    assert "Er spurgt: [-13-]{+14+}" in said
    assert "[-Svar-]{+Besvarelser+}" in said
    record = json.loads(asked(folder, "diff", "board", "--since", built, "--format", "json").stdout)
    members = next(one for one in record["numbers"] if one["name"] == "members")
    assert members["label"] == "Medlemmer"
    assert {"deck": "board", "page": 2, "slide": "survey.facts", "path": "table/3/2"} in members["at"]
    other = asked(folder, "diff", "directorate", "--since", built)
    assert (other.exit_code, "[another-deck]" in other.stderr) == (1, True)


def test_since_a_file_that_another_program_saved_again_texts_are_compared_and_it_is_told_what_that_is(
    folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    assert asked(folder, "build", "--output", str(output)).exit_code == 0
    longer = replaced("ppt/charts/", r"<c:v>(\d+)</c:v>", r"<c:v>\1.0</c:v>", 0)
    built = rewritten(nameless(output / "board.pptx"), longer)
    edit(folder, "slides", "[Svar, ", "[Besvarelser, ")
    first, *others = asked(folder, "diff", "board", "--since", str(built)).stdout.splitlines()
    assert first == (
        f"{built}: saved again by a program that drops names of slides, names of placeholders, sections, "
        "workbooks of charts (LibreOffice); its texts are compared as far as they can be"
    )
    assert [line.strip() for line in others if line.startswith("      ")] == ["Besvarelser", "Svar"]
    record = json.loads(asked(folder, "diff", "board", "--since", str(built), "--format", "json").stdout)
    assert record["saved_again"].startswith("saved again by a program")


@pytest.mark.parametrize(
    ("since", "code"),
    [("nothing", "unknown-revision"), ("missing.pptx", "file-unreadable"), ("broken.pptx", "file-damaged")],
)
def test_what_cannot_be_compared_with_is_reported(
    folder: Path, since: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    committed(folder)
    (folder / "broken.pptx").write_bytes(b"PK no zip")
    done = asked(folder, "diff", "board", "--since", since)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"[{code}]" in done.stderr


def test_content_that_was_wrong_then_is_reported_with_its_place_then(folder: Path) -> None:
    good = (folder / "slides.yaml").read_text(encoding="utf-8")
    edit(folder, "slides", "kind: table", "kind: tabel")
    committed(folder.parent)
    (folder / "slides.yaml").write_text(good, encoding="utf-8", newline="")
    done = asked(folder, "diff", "board", "--since", "HEAD")
    assert done.exit_code == 1
    assert "HEAD:content/slides.yaml:16" in done.stderr


def test_a_deck_that_was_not_there_then_is_reported(folder: Path) -> None:
    deck = (folder / "decks/board.yaml").read_text(encoding="utf-8")
    (folder / "decks/board.yaml").unlink()
    committed(folder.parent)
    (folder / "decks/board.yaml").write_text(deck, encoding="utf-8", newline="")
    done = asked(folder, "diff", "board", "--since", "HEAD")
    assert (done.exit_code, "[deck-not-there-then]" in done.stderr) == (1, True)


@pytest.mark.parametrize("words", [("board",), ("board", "directorate", "--since", "HEAD"), ("bord", "directorate")])
def test_used_wrongly(folder: Path, words: tuple[str, ...]) -> None:
    assert asked(folder, "diff", *words).exit_code == 2


def test_the_shipped_decks_do_not_contradict_each_other_and_every_figure_shown_is_found() -> None:
    shipped = ("--content", str(SHIPPED), "--brand", str(BRAND))
    done = run("diff", "board", "directorate", *shipped)
    assert done.exit_code == 0, done.stdout[-2000:]
    record = json.loads(run("diff", "board", "directorate", *shipped, "--format", "json").stdout)
    slides = [slide for section in record["sections"] for slide in section["slides"]]
    said = {one["path"] for slide in slides for one in slide["differences"]}
    assert not {path for path in said if "icon" in path.split("/")}  # what is drawn is no claim
    shown = {number["name"] for number in record["numbers"]}
    reports = json.loads(run("figures", *shipped, "--format", "json").stdout)["figures"]
    assert {report["name"] for report in reports if report["mentions"]} == shown


DATA = """\
datasets:
  clusters:
    file: survey.csv
    source: survey
    population: 13
    columns:
      answered: {type: single, options: {ja: Ja, nej: Nej}}
      members: {type: integer}
tabulations:
  answers: {data: clusters, question: answered, statistic: count}
  members: {data: clusters, question: members, statistic: sum}
"""
COUNTED = """\
asked: {value: 13, label: Klynger spurgt, source: survey}
answered: {from: answers/ja, label: Klynger der svarede, source: survey, base: "${asked} klynger"}
members: {from: members, label: Medlemmer, source: survey, base: "${answered} klynger"}
unused: {formula: asked - answered, label: Svarede ikke, source: survey}
"""
ROWS = "answered;members\r\n" + "ja;30\r\n" * 7 + "nej;\r\n" + "ja;40\r\n" * 4


def test_a_changed_cell_of_the_survey_is_named_as_the_cause(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", data=DATA, figures=COUNTED)
    edit(folder, "slides", "De tre største fylder mest", "${unused} mangler")
    survey = folder / "survey.csv"
    survey.write_bytes(ROWS.encode())
    committed(tmp_path)
    survey.write_bytes(ROWS.replace("nej;", "ja;5", 1).encode())
    said = asked(folder, "diff", "board", "--since", "HEAD").stdout
    assert "answered went from 11 to 12: row 9 of survey.csv now counts\n      the deck itself: subtitle\n" in said
    assert "      page 1  survey.answers: title, counted, data/1/value, takeaways/1, notes\n" in said
    assert "members went from 370 to 375: row 9 of survey.csv now counts" in said
    assert "unused went from 2 to 1: answered went from 11 to 12: row 9 of survey.csv now counts" in said
    survey.write_bytes(ROWS.replace("ja;40", "ja;41", 1).encode())
    said = asked(folder, "diff", "board", "--since", "HEAD").stdout
    assert "members went from 370 to 371: row 10 of survey.csv changed" in said
    survey.write_bytes(ROWS.replace("ja;30\r\n", "ja;30\r\nja;30\r\n", 1).encode())
    said = asked(folder, "diff", "board", "--since", "HEAD").stdout
    assert "row 9 of survey.csv now counts" in said
