"""What each survey tool exports is declared as it is meant, and loads at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import exports
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import deckgen
from deckgen.data import read_data
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.reader import read

BOTH_WAYS = "the numbers read as thousands and as fractions"
PROJECT = "language: da\naudiences: [board]\norganisation: {name: Os}\nclient: {name: Jer}\n"


def content(folder: Path, **files: str) -> Path:
    made = folder / "content"
    made.mkdir(exist_ok=True)
    for name, said in {"project": PROJECT, **files}.items():
        (made / f"{name}.yaml").write_text(said, encoding="utf-8", newline="")
    return made


def added(folder: Path, held: bytes, name: str = "svar.csv", **files: str) -> Any:
    """The dataset of an export as it was declared, which then loads without a word."""
    (folder / name).write_bytes(held)
    made = content(folder, **files)
    result = deckgen.add_data(folder / name, made)
    assert result.ok, [str(one) for one in result.diagnostics]
    assert result.dataset is not None
    assert loaded(made) == []
    return result.dataset.guess


def loaded(made: Path) -> list[str]:
    found = Diagnostics()
    node = read(made / "data.yaml", "data.yaml", found)
    assert node is not None
    read_data(node, made, "da", found)
    return [str(one) for one in found]


def types(guess: Any) -> dict[str, str]:
    return {one.name: one.type for one in guess.columns}


def left_out(guess: Any) -> dict[str, str]:
    return {one.head: one.why for one in guess.left_out}


def column(guess: Any, name: str) -> Any:
    return next(one for one in guess.columns if one.name == name)


def test_forms_a_battery_without_a_name_several_answers_and_who_answered(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.FORMS, "forms.xlsx")
    assert types(guess) == {
        "hvor-mange-er-ansat": "integer",
        "hvad-deler-i": "multiple",
        "vi-er-hørt": "scale",
        "vi-er-klar": "scale",
        "vi-er-trygge": "scale",
        "andre-kommentarer": "text",
    }
    assert (guess.key, guess.table.count) == ("Id", 30)
    assert left_out(guess) == {
        "Starttidspunkt": "noted by the tool",
        "Mail": "names somebody",
        "Navn": "names somebody",
    }
    assert [one.questions for one in guess.batteries] == [("vi-er-hørt", "vi-er-klar", "vi-er-trygge")]
    assert [*column(guess, "vi-er-trygge").options.values()] == [
        "Helt uenig", "Uenig", "Hverken eller", "Enig", "Helt enig", "Ved ikke",
    ]  # fmt: skip
    assert column(guess, "vi-er-hørt").dont_know == ("Ved ikke",)
    assert (column(guess, "hvad-deler-i").separator, set(column(guess, "hvad-deler-i").options)) == (
        ";",
        {"Kran", "Vagt", "Is"},
    )


def test_google_forms_an_option_that_holds_the_separator(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.GOOGLE)
    assert types(guess) == {"food": "scale", "service": "scale", "what-do-you-use": "multiple"}
    assert set(column(guess, "what-do-you-use").options) == {"Car", "Bike", "Bus, tram or metro"}
    assert [(one.label, one.questions) for one in guess.batteries] == [
        ("How satisfied are you?", ("food", "service"))
    ]
    # Both questions have the answers that either was given.
    assert column(guess, "food").options == column(guess, "service").options
    assert any("numbers the respondents" in doubt for doubt in guess.doubts)


def test_limesurvey_ticks_own_words_and_a_scale_without_words(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.LIME)
    assert types(guess) == {"q01": "single", "q02": "multiple", "q03-sq001": "scale", "q03-sq002": "scale"}
    ticked = column(guess, "q02")
    assert (ticked.chosen, ticked.not_chosen, ticked.other) == (("Y",), (), "Q02[other]")
    assert [*column(guess, "q01").options] == ["Ja", "Nej"]
    assert "what they mean" in column(guess, "q03-sq002").doubt and "codes" in ticked.doubt
    assert [*column(guess, "q03-sq002").options] == ["1", "2", "3", "4", "5"]


def test_qualtrics_three_lines_of_heads_labels_where_chosen_and_weights(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.QUALTRICS)
    assert types(guess) == {"q1": "single", "q2-1": "scale", "q2-2": "scale", "q3": "multiple"}
    assert (guess.table.skip_rows, guess.key, guess.table.count) == (2, "ResponseId", 24)
    assert column(guess, "q2-1").label == "Løn" and guess.batteries[0].label == "Hvor enig er du?"
    assert (column(guess, "q3").label, column(guess, "q3").options) == (
        "Hvad bruger du?",
        {"Q3_1": "Bil", "Q3_2": "Tog"},
    )
    assert left_out(guess)["weight"] == "weights" and "weights" in guess.doubts[0]


def test_surveymonkey_two_lines_of_heads(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.MONKEY)
    assert types(guess) == {"what-do-you-use": "multiple", "would-you-come-again": "single", "any-comments": "text"}
    assert (guess.table.header_rows, guess.key, guess.table.count) == (2, "Respondent ID", 24)
    assert column(guess, "what-do-you-use").other == "What do you use? / Other (please specify)"


def test_options_that_stand_behind_a_number_and_where_they_are_chosen_are_one_question(tmp_path: Path) -> None:
    rows = [["id", "3. Kran.", "3. Kaj.", "4. Havn"], ["1", "Kran.", "", "Øst"], ["2", "Kran.", "Kaj.", "Vest"]]
    guess = added(tmp_path, exports.text([*rows, ["3", "", "Kaj.", "Vest"]]))
    said = guess.columns[0]
    assert (said.type, said.label, list(said.options.values())) == ("multiple", "3.", ["Kran.", "Kaj."])


def test_an_option_stands_where_it_is_chosen_and_elsewhere_that_it_is_not(tmp_path: Path) -> None:
    rows = [["id", "q4_1", "q4_2"], ["1", "Kran", "Ikke valgt"], ["2", "Ikke valgt", "Kaj"], ["3", "", ""]]
    (said,) = added(tmp_path, exports.text(rows)).columns
    assert (said.type, said.options, said.not_chosen) == (
        "multiple",
        {"q4_1": "Kran", "q4_2": "Kaj"},
        ("Ikke valgt",),
    )


def test_limesurvey_codes_before_the_questions(tmp_path: Path) -> None:
    heads = ["id. Response ID", "Q1. Hvor mange er I?", "Q2[a]. Hvad deler I? [Kran]", "Q2[b]. Hvad deler I? [Kaj]"]
    rows = [["4", "12", "Y", ""], ["5", "7", "", "Y"], ["6", "3", "Y", "Y"]]
    guess = added(tmp_path, exports.text([heads, *rows], ";"))
    assert (guess.key, types(guess)) == ("id. Response ID", {"q1": "integer", "q2": "multiple"})
    said = column(guess, "q2")
    assert (said.label, list(said.options.values())) == ("Hvad deler I?", ["Kran", "Kaj"])
    assert column(guess, "q1").label == "Hvor mange er I?"


def test_a_head_over_several_lines_with_tabs_is_declared_on_one(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.text([["id", "Hvor\tmange\ner I?"], ["1", "12"], ["2", "7"]]))
    assert guess.columns[0].heads == ("Hvor mange er I?",)


def test_heads_longer_than_what_is_looked_at_first_do_not_hide_the_delimiter(tmp_path: Path) -> None:
    long = "\n".join(f"{at}\ttekst" for at in range(300))
    guess = added(tmp_path, exports.text([["id", f"Q1 {long}", "Q2"], ["1", "12", "Ja"], ["2", "7", "Ja"]]))
    assert (guess.table.delimiter, len(guess.columns)) == ("comma", 2)


def test_an_option_that_holds_a_semicolon_is_one_answer(tmp_path: Path) -> None:
    often, seldom = "Hver dag; mere end en time", "De fleste dage; højst en time"
    cells = [often, seldom, "Hver uge", often, seldom, "Hver uge", often]
    guess = added(tmp_path, exports.text([["id", "Hvor ofte?"], *([str(at), cell] for at, cell in enumerate(cells))]))
    said = guess.columns[0]
    assert (said.type, set(said.options)) == ("single", {often, seldom, "Hver uge"})


def test_titles_above_the_heads_and_another_code_page(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.TITLED_TEXT)
    assert types(guess) == {"område": "single", "størrelse": "scale", "beløb": "decimal"}
    assert (guess.table.header_row, guess.table.delimiter) == (4, "semicolon")
    assert "cp1252" in guess.table.notes["delimiter"]
    assert [*column(guess, "størrelse").options] == ["Under 10", "10-49", "50-249", "250 eller flere"]


def test_the_sheet_that_holds_most(tmp_path: Path) -> None:
    guess = added(tmp_path, exports.TITLED_BOOK, "svar.xlsx")
    assert (guess.table.sheet, guess.table.header_row, types(guess)["tilfreds"]) == ("Svar", 3, "single")


def test_surveyxact_three_files_with_markup_in_their_labels(tmp_path: Path) -> None:
    for name, data in exports.XACT.items():
        (tmp_path / name).write_bytes(data)
    guess = added(tmp_path, exports.XACT["dataset.csv"], "dataset.csv")
    assert types(guess) == {"s-1": "single", "hvad-deler-i": "multiple"}
    assert column(guess, "s-1").label == "Er du tilfreds?" and not column(guess, "s-1").options
    assert column(guess, "hvad-deler-i").options == {"s_2_1": "Kran & vagt", "s_2_2": "Is"}
    assert (guess.key, guess.table.form) == ("respondent", "surveyxact")
    assert sorted(path.name for path in (tmp_path / "content/data").iterdir()) == sorted(exports.XACT)


@pytest.mark.parametrize(
    ("cells", "type", "said"),
    [
        (["3.125", "4.250"] * 5, "decimal", {"decimal": "point", "doubt": BOTH_WAYS}),
        (["3.5", "4.25"] * 5, "decimal", {"decimal": "point", "doubt": ""}),
        (["3/4/2024", "5/6/2024"] * 5, "date", {"dates": "month-first"}),
        (["3/24/2024", "5/6/2024"] * 5, "date", {"dates": "month-first", "doubt": ""}),
        (["24.3.2024", "5.6.2024"] * 5, "date", {"doubt": ""}),
        (["4", "NaN", "2", "#N/A", "17", "33"] * 2, "integer", {"missing": ("NaN", "#N/A")}),
        (["1", "2", "9", "3", "4", "5"] * 4, "scale", {"dont_know": ("9",)}),
        (["0", "1"] * 5, "single", {"options": {"1": "Ja", "0": "Nej"}}),
        (["1 - Slet ikke", "2", "5 - Meget", "3", "4"] * 3, "scale", {}),
        (["1 - Slet ikke", "2 - Lidt", "3 - Meget"] * 3, "scale", {"dont_know": ()}),
        (["Ja, i høj grad", "Ja, lidt", "Nej"] * 4, "single", {}),
        (["Dagligt", "Aldrig", "Årligt"] * 4, "scale", {"options": {"1": "Aldrig", "2": "Årligt", "3": "Dagligt"}}),
        (["Tog", "Bil", "Ved ikke", "Andet", "Bil"] * 3, "single", {"dont_know": ("Ved ikke",)}),
        ([f"Svar nummer {at}" for at in range(12)], "text", {}),
    ],
)  # fmt: skip
def test_what_one_column_is_taken_for(tmp_path: Path, cells: list[str], type: str, said: Mapping[str, Any]) -> None:
    rows = [("Id", "q"), *((str(at), cell) for at, cell in enumerate(cells))]
    found = column(added(tmp_path, exports.text(rows)), "q")
    assert found.type == type
    assert {key: getattr(found, key) for key in said} == said


@pytest.mark.parametrize("head", ["E-mail", "Telefonnummer", "Dit navn", "IP Address", "svar"])
def test_who_answered_is_not_declared(tmp_path: Path, head: str) -> None:
    rows = [("Id", head, "q"), *((at, f"nogen{at}@firma.dk", turned) for at, turned in enumerate(["Ja", "Nej"] * 6))]
    guess = added(tmp_path, exports.text(rows))
    assert left_out(guess) == {head: "names somebody"}
    assert "firma.dk" not in (tmp_path / "content/data.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("head", "numbers", "steps"),
    [
        ("Vil du anbefale os? (0-10)", range(3, 11), range(11)),
        ("Vil du anbefale os? (0 – 10)", (1, 7, 9), range(11)),
        ("Hvor enig er du på en skala fra 1-7?", (2, 3, 4), range(1, 8)),
        ("Hvor glad var du i 2025-26?", (2, 3, 4), range(1, 5)),
        ("Vil du anbefale os? (0-5)", (1, 7, 10), range(1, 11)),
    ],
)
def test_a_scale_has_the_ends_that_its_head_says(tmp_path: Path, head: str, numbers: Any, steps: Any) -> None:
    guess = added(
        tmp_path,
        exports.text([["Nr", head], *([str(at), str(number)] for at, number in enumerate([*numbers] * 3, 1))]),
    )
    (scale,) = [one for one in guess.columns if one.heads == (head,)]
    assert [*scale.options] == [str(step) for step in steps] and scale.type == "scale" and not scale.dont_know


def test_answers_that_may_be_own_words_are_in_doubt(tmp_path: Path) -> None:
    own = ["Mere lys ved pladserne", "Bedre kaffe om morgenen", "Flere lydbøger"]
    short = ["Nordby", "Sønderby", "Vesterkær"]
    rows = [["Nr", "Hvad mangler?", "By"], *([str(at), own[at % 3], short[at % 3]] for at in range(1, 25))]
    guess = added(tmp_path, exports.text(rows))
    said = {one.heads[0]: (one.type, "own words" in one.doubt) for one in guess.columns}
    assert (said["Hvad mangler?"], said["By"]) == (("single", True), ("single", False))


def test_a_number_that_stands_twice_is_no_key(tmp_path: Path) -> None:
    rows = [("Id", "q"), *((at % 5, turned) for at, turned in enumerate(["Ja", "Nej"] * 5))]
    (tmp_path / "svar.csv").write_bytes(exports.text(rows))
    result = deckgen.add_data(tmp_path / "svar.csv", content(tmp_path))
    assert result.ok and result.dataset is not None and not result.dataset.guess.key


STANDING = """\
# Mine data.
datasets:
  old: # den første
    file: old.csv
    source: mine
    columns: {q: {type: single, options: {1: Ja}}}

# Det, der tælles.
tabulations:
  t: {data: old, question: q, statistic: count}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_in_the_content_stays(tmp_path: Path, end: str) -> None:
    made = content(tmp_path)
    (made / "old.csv").write_text("q\n1\n", encoding="utf-8")
    standing, sources = STANDING.replace("\n", end), f"mine: Egne tal # noget{end}"
    added(tmp_path, exports.GOOGLE, data=standing, sources=sources)
    now = (made / "data.yaml").read_bytes().decode()
    assert [line for line in standing.splitlines() if line] == [
        line for line in now.splitlines() if line and line in standing.splitlines()
    ]
    assert now.startswith(standing[: standing.index("# Det")].rstrip()) and now.endswith(
        standing[standing.index("# Det") :]
    )
    assert now.count("\n") == now.count(end)
    assert (made / "sources.yaml").read_bytes().decode().startswith(sources)


def test_a_second_file_has_names_of_its_own(tmp_path: Path) -> None:
    first = added(tmp_path, exports.GOOGLE)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/svar.csv").write_bytes(exports.GOOGLE)
    result = deckgen.add_data(tmp_path / "other/svar.csv", tmp_path / "content")
    assert result.dataset is not None and result.dataset.name == "svar-2" and first.columns
    assert loaded(tmp_path / "content") == []


@pytest.mark.parametrize(
    ("files", "name", "said"),
    [
        ({"data": "datasets: {old: {file: a.csv, source: x, columns: {}}}\n"}, "", "line by line"),
        ({}, "Stort Navn", "cannot be the name"),
        ({"data": STANDING}, "old", "already"),
    ],
)
def test_what_cannot_be_put_anywhere_is_said(tmp_path: Path, files: dict[str, str], name: str, said: str) -> None:
    (tmp_path / "svar.csv").write_bytes(exports.GOOGLE)
    before = content(tmp_path, **files)
    with pytest.raises(deckgen.UsageError, match=said):
        deckgen.add_data(tmp_path / "svar.csv", before, name=name)
    assert not (before / "data").exists()


def test_another_file_of_that_name_is_not_written_over(tmp_path: Path) -> None:
    made = content(tmp_path)
    (made / "data").mkdir()
    (made / "data/svar.csv").write_text("something else", encoding="utf-8")
    (tmp_path / "svar.csv").write_bytes(exports.GOOGLE)
    with pytest.raises(deckgen.UsageError, match="something else"):
        deckgen.add_data(tmp_path / "svar.csv", made)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(50), "a.xlsx", "data-not-workbook"),
        (b"", "a.csv", "data-empty"),
        (b"q;r\n", "a.csv", "data-without-rows"),
        (b"id;mail\n1;a@b.dk\n2;c@d.dk\n", "a.csv", "data-without-rows"),
        (exports.text([("Id", "n"), *((at, at) for at in range(20)), ("I alt", 190)]), "a.csv", "total-row"),
    ],
)
def test_a_file_that_could_not_be_loaded_is_not_declared(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    made = content(tmp_path)
    result = deckgen.add_data(tmp_path / name, made)
    assert [one.code for one in result.diagnostics] == [code]
    assert sorted(path.name for path in made.iterdir()) == ["project.yaml"]


CELL = st.one_of(
    st.sampled_from(
        ["", "0", "1", "5", "3.125", "Ja", "Nej", "Ved ikke", "a;b;", "Enig", "03/04/2024", "NaN", "x, y"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=14))
def test_whatever_a_file_holds_what_is_written_loads(tmp_path_factory: pytest.TempPathFactory, rows: Any) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.csv").write_bytes(exports.text(rows))
    made = content(folder)
    result = deckgen.add_data(folder / "a.csv", made)
    assert (made / "data.yaml").exists() == result.ok
    if result.ok:
        assert not [one for one in loaded(made) if ": error: " in one]


def test_a_file_that_ends_in_yml_is_written_into(tmp_path: Path) -> None:
    made = content(tmp_path)
    (made / "sources.yml").write_text("mine: Egne tal\n", encoding="utf-8")
    added(tmp_path, exports.GOOGLE)
    assert not (made / "sources.yaml").exists()
    assert (made / "sources.yml").read_text(encoding="utf-8").startswith("mine: Egne tal\nanswers: ")


def test_answers_with_strokes_between_them_and_commas_in_their_options(tmp_path: Path) -> None:
    lands, home = "Land (mark, skov)", "Hjemme"
    cells = [f"{home}", f"{home} / Skole", f"{lands} / Skole", f"{home} / {lands}", "Skole", lands] * 5
    answers = "Nr;Hvor?\n" + "".join(f"{at};{cell}\n" for at, cell in enumerate(cells, 1))
    where = column(added(tmp_path, answers.encode()), "hvor")
    assert (where.separator, set(where.options)) == (" / ", {lands, home, "Skole"})


def test_options_in_columns_of_a_question_that_some_were_not_asked(tmp_path: Path) -> None:
    asked = ("Bil,Ikke valgt", "Ikke valgt,Tog", "Bil,Tog", "Ikke valgt,Ikke valgt", "NA,NA")
    answers = "Nr,kører_1,kører_2\n" + "".join(f"{at},{exports.turned(asked, at)}\n" for at in range(30))
    guess = column(added(tmp_path, answers.replace("Ikke valgt", "Not selected").encode()), "kører")
    assert (guess.type, guess.missing, guess.not_chosen) == ("multiple", ("NA",), ("Not selected",))
    assert [*guess.options.values()] == ["Bil", "Tog"]


@pytest.mark.parametrize("heads", [("Id", "Hvilke bruger du?"), ("Id", "Bruger [Kran]", "Bruger [Vagt]")])
def test_a_blank_among_several_answers_is_asked_about(tmp_path: Path, heads: tuple[str, ...]) -> None:
    """The file does not say whether nine who ticked nothing were asked: that was decided in silence."""
    cells = [("Kran;", "Vagt;", "Kran;Vagt;", "")[at % 4] for at in range(24)]
    ticks = [[("Y", ""), ("", "Y"), ("Y", "Y"), ("", "")][at % 4] for at in range(24)]
    rows = [(at, *(ticks[at] if len(heads) > 2 else (cells[at],))) for at in range(24)]
    guess = added(tmp_path, exports.text([heads, *rows]))
    (column,) = (one for one in guess.columns if one.type == "multiple")
    assert column.doubts[-1].startswith("6 ticked nothing")
    declared = (tmp_path / "content/data.yaml").read_text(encoding="utf-8")
    assert "blank: missing" in declared and "# ? 6 " in declared
