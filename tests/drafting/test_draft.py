"""A drafted deck builds at once, says what stands out in bound figures, and shows no small cell."""

from __future__ import annotations

import json
import re
from pathlib import Path

import exports
import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli import deckgen as command

FILES = {
    "forms.xlsx": exports.FORMS,
    "google.csv": exports.GOOGLE,
    "lime.csv": exports.LIME,
    "qualtrics.csv": exports.QUALTRICS,
    "monkey.csv": exports.MONKEY,
    "titled.csv": exports.TITLED_TEXT,
}


def project(folder: Path, *files: str, language: str = "da") -> Path:
    made = folder / "new"
    assert deckgen.new_project(made, language=language).ok
    for name in files:
        (folder / name).write_bytes(FILES[name])
        assert deckgen.add_data(folder / name, made / "content").ok
    return made


def built(made: Path) -> list[str]:
    decks = [path.stem for path in (made / "content/decks").iterdir() if path.stem in ("udkast", "draft", "andet")]
    result = deckgen.build(made / "content", decks=decks, brand=made / "assets/_brand.yml", output=made / "output")
    assert result.ok and result.files
    return [one.code for one in result.diagnostics if one.severity == "warning"]


def slides(made: Path, name: str = "udkast") -> str:
    return (made / f"content/{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
def test_a_draft_builds_at_once_and_is_warned_of_as_one(tmp_path: Path, file: str) -> None:
    made = project(tmp_path, file)
    result = deckgen.draft_deck(made / "content")
    assert result.ok and result.draft is not None and result.draft.slides
    assert built(made) == ["deck-is-draft"]


def test_it_speaks_the_language_of_the_content(tmp_path: Path) -> None:
    made = project(tmp_path, "forms.xlsx", language="en")
    assert deckgen.draft_deck(made / "content").ok
    assert "Every number has a source" in slides(made, "draft")
    assert built(made) == ["deck-is-draft"]


def test_titles_hold_no_typed_numbers(tmp_path: Path) -> None:
    made = project(tmp_path, *FILES)
    assert deckgen.draft_deck(made / "content").ok
    titles = re.findall(r"^    title: \|-\n +(.+)", slides(made), re.MULTILINE)
    bare = [re.sub(r"\$\{[^}]+\}|\$\[[^\]]+\]", "", title) for title in titles]
    assert len(titles) > 12 and not [title for title in bare if re.search(r"\d", title)]
    assert all("${" in title for title in titles)


def test_each_question_has_the_form_that_fits(tmp_path: Path) -> None:
    made = project(tmp_path, "forms.xlsx")
    assert deckgen.draft_deck(made / "content").ok
    by_id = {one.split("\n", 1)[0]: one for one in slides(made).split("- id: ")}
    assert "chart: bar" in by_id["udkast.hvad-deler-i"] and "flere" in by_id["udkast.hvad-deler-i"]
    assert "chart: likert" in by_id["udkast.battery"]
    assert "kind: key_figures" in by_id["udkast.hvor-mange-er-ansat"]
    assert not [id for id in by_id if "kommentarer" in id or "vi-er" in id]


def test_what_stands_out_comes_first(tmp_path: Path) -> None:
    rows = [("Id", "Jævnt?", "Skævt?"), *((at, "ab"[at % 2], "ab"[at % 10 == 0]) for at in range(40))]
    made = project(tmp_path)
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    assert deckgen.add_data(tmp_path / "a.csv", made / "content").ok
    draft = deckgen.draft_deck(made / "content").draft
    assert draft is not None
    assert [id for id, _ in draft.slides] == ["udkast.skævt", "udkast.jævnt"]


def test_answers_that_are_as_common_are_set_off_together(tmp_path: Path) -> None:
    answers = "ab" * 18 + "c" * 10
    rows = [("Id", "Jævnt?", "To?"), *((at, "ab"[at % 2], answer) for at, answer in enumerate(answers))]
    made = project(tmp_path)
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    assert deckgen.add_data(tmp_path / "a.csv", made / "content").ok
    assert deckgen.draft_deck(made / "content").ok
    by_id = {one.split("\n", 1)[0]: one for one in slides(made).split("- id: ")}
    assert 'emphasis: ["a", "b"]' in by_id["udkast.to"] and "emphasis" not in by_id["udkast.jævnt"]
    assert built(made) == ["deck-is-draft"]


SMALL = ("Helt uenig", *["Uenig"] * 7, *["Hverken eller"] * 6, *["Enig"] * 12, *["Helt enig"] * 14)


def test_where_a_cell_is_small_answers_are_gathered(tmp_path: Path) -> None:
    """One alone is wholly against: a bar in five parts would name whom."""
    asked = ("Id", "Vi er hørt", "Vi er klar", "Vi er trygge")
    rows = [asked, *((at, one, one, one) for at, one in enumerate(SMALL))]
    made = project(tmp_path)
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    assert deckgen.add_data(tmp_path / "a.csv", made / "content").ok
    assert deckgen.draft_deck(made / "content").ok
    assert "table: battery-gathered" in slides(made) and "chart: likert" in slides(made)
    assert built(made) == ["deck-is-draft"]


def test_what_stands_in_the_content_stays(tmp_path: Path) -> None:
    made = project(tmp_path, "forms.xlsx")
    before = {path: path.read_bytes() for path in (made / "content").rglob("*.yaml")}
    assert deckgen.draft_deck(made / "content").ok
    for path, held in before.items():
        assert path.read_bytes().startswith(held.rstrip()), path


def test_a_second_draft_has_another_name(tmp_path: Path) -> None:
    made = project(tmp_path, "google.csv")
    assert deckgen.draft_deck(made / "content").ok
    with pytest.raises(deckgen.UsageError, match="here is a draft `udkast` already"):
        deckgen.draft_deck(made / "content")
    with pytest.raises(deckgen.UsageError, match="cannot be the name"):
        deckgen.draft_deck(made / "content", deck="Mit Udkast")
    assert deckgen.draft_deck(made / "content", deck="andet").ok
    assert built(made) == ["deck-is-draft", "deck-is-draft"]


def test_without_data_there_is_nothing_to_draft(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert [one.code for one in deckgen.draft_deck(made / "content").diagnostics] == ["no-data"]
    rows = [("Id", "Hvorfor?"), *((at, f"Derfor nummer {at}") for at in range(20))]
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    assert deckgen.add_data(tmp_path / "a.csv", made / "content").ok
    with pytest.raises(deckgen.UsageError, match="no question that can be told in numbers"):
        deckgen.draft_deck(made / "content")


def test_the_same_as_json(tmp_path: Path) -> None:
    made = project(tmp_path, "google.csv")
    done = CliRunner().invoke(command, ["draft", "--content", str(made / "content"), "--format", "json"])
    said = json.loads(done.output)
    assert (said["draft"]["deck"], len(said["draft"]["slides"]), len(said["files"])) == ("udkast", 2, 3)


def test_what_the_audience_of_the_draft_does_not_see_is_not_drafted(tmp_path: Path) -> None:
    made = project(tmp_path, "google.csv", "monkey.csv")
    data = made / "content/data.yaml"
    held = data.read_text(encoding="utf-8")
    data.write_text(held.replace("  google:\n", "  google:\n    for: bestyrelse\n"), encoding="utf-8")
    draft = deckgen.draft_deck(made / "content").draft
    assert draft is not None
    assert {question for _, question in draft.slides} == {"What do you use?", "Would you come again?"}
