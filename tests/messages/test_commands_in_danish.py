"""What commands say of how they went, and the pages of codes: all of it in Danish where that is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from test_completeness import shape
from test_in_danish import english_in

import deckgen
from commands import invoked
from deckgen.cli.telling import LINES
from deckgen.codes.page import PAGES, Spoken, page, whole
from deckgen.codes.table import all_codes
from deckgen.messages import MESSAGE_LANGUAGES, MessageLanguage, words_of
from deckgen.messages.catalogue import written
from projects import GOOD, write

GUESSING = Path(deckgen.__file__).parent / "guessing"
CLI = Path(deckgen.__file__).parent / "cli"
OTHERS = [language for language in MESSAGE_LANGUAGES if language != "en"]
HEADS = ("Why", "Mend", "Example", "Example, in", "Example, without", "In", "Without", "error", "warning", "info")
LOOKS = ("a rule over the plan", "a rule over the frames", "a rule over the written file")


def lines() -> Iterator[str]:
    """The templates of all lines that commands say, as far as they are written where they are said."""
    for file in sorted(CLI.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "worded":
                yield from _template(node.args[0])


def remarks() -> Iterator[str]:
    """The templates of all that is guessed of an export: why, what is in doubt, and notes on the file."""
    for file in sorted(GUESSING.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg="why" | "doubt", value=value):
                    yield from _template(value)
                case ast.Assign(targets=[ast.Subscript(value=ast.Name("notes"))], value=value):
                    yield from _template(value)
                case ast.Assign(targets=[ast.Name("why" | "doubt")], value=value):
                    yield from _template(value)


def _template(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in argument.values)


@pytest.mark.parametrize("language", OTHERS)
def test_each_line_of_a_command_is_said_in_the_language(language: MessageLanguage) -> None:
    known = {shape(english) for english in written(language, LINES)}
    assert len(set(lines())) > 15
    assert set(lines()) - known == set()


@pytest.mark.parametrize("language", OTHERS)
def test_each_remark_on_an_export_is_said_in_the_language(language: MessageLanguage) -> None:
    known = {shape(english) for english in written(language, LINES)}
    found = {remark for remark in remarks() if re.search("[a-z]{2}", remark)}
    assert len(found) > 15
    assert {remark for remark in found if remark not in known and not remark.startswith("{}")} == set()


def test_what_is_declared_has_its_comments_in_the_language_of_the_content(tmp_path: Path) -> None:
    """Or in that of messages, where the project says one."""
    (tmp_path / "svar.csv").write_text("Nr;Svar\n" + "".join(f"{at};{('Ja', 'Nej')[at % 2]}\n" for at in range(9)))
    for folder, language, messages, wanted in (
        ("a", "da", "", "# Gættet:"),
        ("b", "en", "", "# Guessed:"),
        ("c", "da", "en", "# Guessed:"),
        ("d", "en", "da", "# Gættet:"),
    ):
        assert deckgen.new_project(tmp_path / folder, language=language).ok
        content = tmp_path / folder / "content"
        if messages:
            with (content / "project.yaml").open("a", encoding="utf-8") as project:
                project.write(f"messages: {messages}\n")
        assert deckgen.add_data(tmp_path / "svar.csv", content).ok
        declared = (content / "data.yaml").read_text(encoding="utf-8")
        assert wanted in declared
        if wanted == "# Gættet:":
            comments = re.findall(r"# (?!yaml-language)(.*)", declared)
            assert not [comment for comment in comments if english_in(comment)]


def test_a_whole_engagement_is_begun_in_danish(tmp_path: Path) -> None:
    """From an export to a deck: nothing that is printed is in English."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Id", "Hvor enig er I? [Vi er klar]", "Hvor enig er I? [Vi er hørt]", "Andet", "Tom", "Navn"])
    for number in range(30):
        answers = ["Helt enig", "Delvist enig", "Uenig"][number % 3], ["Uenig", "Helt enig"][number % 2]
        sheet.append([number + 1, *answers, f"Noget {number}", None, f"Person {number}"])
    book.save(tmp_path / "svar.xlsx")
    said = [
        invoked(*words, "--messages", "da", cwd=folder)
        for words, folder in (
            (("new", "havn", "--language", "da"), tmp_path),
            (("data", "add", "../svar.xlsx"), tmp_path / "havn"),
            (("data",), tmp_path / "havn"),
            (("draft",), tmp_path / "havn"),
            (("build",), tmp_path / "havn"),
            (("check",), tmp_path / "havn"),
        )
    ]
    assert [one.returncode for one in said] == [0] * 6, [one.stderr for one in said]
    for one in said:
        for line in (*one.stdout.splitlines(), *one.stderr.splitlines()):
            assert not english_in(re.sub(r"\[[a-z-]+\]$", "", line)), line
    assert "ikke erklæret (nævner nogen): Navn" in said[1].stdout
    assert "30 respondenter" in said[2].stdout
    assert "minutter, 0 advarsler" in said[4].stdout


def test_a_plan_and_a_new_slide_are_told_in_danish(tmp_path: Path) -> None:
    project = write(tmp_path, {**GOOD, "content/project.yaml": GOOD["content/project.yaml"] + "messages: da\n"})
    assert " minutter, for board" in invoked("plan", "board", cwd=project).stdout
    added = invoked("add", "dialogue", cwd=project).stdout
    assert "som skal skrives om" in added
    assert "sat på listen" in added


@pytest.mark.parametrize("language", OTHERS)
def test_each_code_is_explained_in_the_language(language: MessageLanguage) -> None:
    known = words_of(PAGES, language)
    said = (text for code in all_codes().values() for text in (code.what, code.why, code.fix, code.example))
    texts = {whole(text) for text in said if " " in re.sub("`[^`]*`", "", text).strip()}
    assert texts - known.keys() == set()
    assert {*HEADS, *LOOKS} - known.keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_page_is_kept_that_no_code_has(language: MessageLanguage) -> None:
    texts = {whole(text) for code in all_codes().values() for text in (code.what, code.why, code.fix, code.example)}
    assert words_of(PAGES, language).keys() - texts - {*HEADS, *LOOKS} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_to_be_typed_stays_as_it_is(language: MessageLanguage) -> None:
    """What stands in backticks is a key, a code or an option, in every language, unless it is prose of an example."""
    for english, own in words_of(PAGES, language).items():
        assert english.count("`") == own.count("`"), english


def test_a_page_is_printed_in_the_language_of_the_project(tmp_path: Path) -> None:
    project = write(tmp_path, {**GOOD, "content/project.yaml": GOOD["content/project.yaml"] + "messages: da\n"})
    printed = invoked("explain", "unknown-kind", cwd=project).stdout
    assert printed == page(all_codes()["unknown-kind"], Spoken(words_of(PAGES, "da")))
    assert "Ret:" in printed
    assert "Mend:" in invoked("explain", "unknown-kind", "--messages", "en", cwd=project).stdout
    listed = invoked("explain", "--messages", "da", cwd=tmp_path).stdout
    assert not [line for line in listed.splitlines() if english_in(line.partition("  ")[2])]
    wrong = invoked("explain", "unknown-kin", cwd=project)
    assert "Mente du 'unknown-kind'?" in wrong.stderr
