"""In which language a project is told what is wrong: its own, or that of the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from commands import Ended, invoked
from deckgen.api import messages_language
from deckgen.cli import deckgen
from deckgen.live import Session
from deckgen.preview.records import deck_record, figure_record
from projects import GOOD, laid_over, write

PROJECT = "content/project.yaml"
WRONG = {"content/sources.yaml": "survey: Spørgeskema, 2023\nsurvey: En anden\n"}
IN_DANISH = {**WRONG, PROJECT: "messages: da\n"}
DANISH = "`survey` står to gange"


def said(folder: Path, files: dict[str, str], *words: str) -> Ended:
    return invoked(*words, cwd=write(folder, laid_over(files)))


def test_a_check_is_told_in_danish_where_the_project_says_so(tmp_path: Path) -> None:
    printed = said(tmp_path, IN_DANISH, "check").stdout
    assert f"content/sources.yaml:3:1: fejl: {DANISH} [duplicate-key]" in printed
    assert "    tip: behold én af dem\n" in printed
    assert "    se også: content/sources.yaml:2:1: skrevet første gang her\n" in printed
    assert printed.endswith("1 fejl, 0 advarsler, 0 oplysninger\n")


def test_a_build_is_told_in_danish_where_the_project_says_so(tmp_path: Path) -> None:
    ended = said(tmp_path, IN_DANISH, "build")
    assert ended.returncode == 1
    assert DANISH in ended.stderr
    assert ended.stderr.endswith("1 fejl; intet er skrevet.\n")


def test_json_and_lines_for_github_are_told_in_danish_too(tmp_path: Path) -> None:
    (found,) = json.loads(said(tmp_path, IN_DANISH, "check", "--format", "json").stdout)["diagnostics"]
    assert (found["code"], found["severity"]) == ("duplicate-key", "error")
    assert (found["message"], found["hint"]) == (DANISH, "behold én af dem")
    assert [one["message"] for one in found["related"]] == ["skrevet første gang her"]
    assert DANISH in said(tmp_path, IN_DANISH, "check", "--format", "github").stdout


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    assert "`survey` stands twice" in said(tmp_path / "en", IN_DANISH, "check", "--messages", "en").stdout
    assert DANISH in said(tmp_path / "da", WRONG, "check", "--messages", "da").stdout
    assert "`survey` stands twice" in said(tmp_path / "neither", WRONG, "check").stdout


def test_a_name_that_nobody_has_is_told_in_danish(tmp_path: Path) -> None:
    ended = said(tmp_path, {PROJECT: "messages: da\n"}, "build", "boar")
    assert ended.returncode == 2
    assert "Der er intet deck 'boar': board, directorate. Mente du 'board'?" in ended.stderr


def test_what_the_command_itself_refuses_is_told_in_danish(tmp_path: Path) -> None:
    ended = said(tmp_path, {PROJECT: "messages: da\n"}, "build", "--watch", "--format", "json")
    assert "--watch er for mennesker: udelad --format." in ended.stderr


def test_a_project_that_is_wrong_itself_is_told_in_its_language(tmp_path: Path) -> None:
    wrong = {PROJECT: "messages: da\nnonsense: 3\naudiences: [Board]\n"}
    assert "`Board` kan ikke være navnet på en målgruppe" in said(tmp_path, wrong, "check").stdout


def test_another_language_is_a_mistake_at_its_place(tmp_path: Path) -> None:
    printed = said(tmp_path, {PROJECT: "messages: sv\n"}, "check").stdout
    assert "error: `sv` is not possible here [unknown-choice]" in printed
    assert printed.count("hint: possible: en, da") == 1
    assert printed.endswith("1 error, 0 warnings, 0 notes\n")


def test_it_is_the_same_for_all_audiences(tmp_path: Path) -> None:
    printed = said(tmp_path, {PROJECT: "messages: {board: da, directorate: en}\n"}, "check").stdout
    assert "one of en, da is wanted here, and this is a group of keys" in printed


@pytest.mark.parametrize("text", ["", "messages: [", "messages: {}\n", "- da\n", "messages: sv\n"])
def test_english_is_told_where_nothing_else_is_said(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"project.yaml": text})
    assert messages_language(tmp_path) == "en"
    assert messages_language(tmp_path / "nowhere") == "en"


def test_a_project_with_the_other_ending_is_heard_too(tmp_path: Path) -> None:
    write(tmp_path, {"project.yml": "messages: da\n"})
    assert messages_language(tmp_path) == "da"


def commands(group: click.Group, *before: str) -> list[tuple[str, click.Command]]:
    context = click.Context(group)
    found = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    named = [(" ".join((*before, name)), command) for name, command in found if command]
    inner = [commands(one, name) for name, one in named if isinstance(one, click.Group)]
    return [*named, *(each for some in inner for each in some)]


def test_every_command_that_tells_what_is_wrong_can_be_asked() -> None:
    silent = {
        name for name, command in commands(deckgen) if not any(one.name == "messages" for one in command.params)
    }
    assert silent == set()


def test_the_live_page_is_told_in_the_language_of_the_project(tmp_path: Path) -> None:
    write(tmp_path, laid_over(IN_DANISH))
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")
    told = deck_record(session.look(session.first), {})["diagnostics"]
    assert [one["message"] for found in told.values() for one in found] == [DANISH]
    write(tmp_path, laid_over(WRONG))
    session.changed()
    told = deck_record(session.look(session.first), {})["diagnostics"]
    assert [one["message"] for found in told.values() for one in found] == ["`survey` stands twice"]


def test_the_story_of_a_figure_is_told_in_the_language_of_the_project(tmp_path: Path) -> None:
    write(tmp_path, {**GOOD, "content/project.yaml": GOOD["content/project.yaml"] + "messages: da\n"})
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml")
    report = session.figure(session.first, "members")
    assert report is not None
    (told,) = figure_record(report, session.content, session.messages)["meanings"]
    assert (told["origin"], told["how"]) == ("givet", "")


def test_the_live_page_is_told_as_its_command_was_asked(tmp_path: Path) -> None:
    write(tmp_path, laid_over(WRONG))
    session = Session(tmp_path / "content", tmp_path / "assets/_brand.yml", messages="da")
    session.changed()
    assert session.look(session.first).messages == "da"


def test_a_catalogue_is_read_for_danish_alone(tmp_path: Path) -> None:
    program = (
        "import sys; from deckgen.cli import main\n"
        "try:\n    main()\nfinally:\n    print('read:', 'deckgen.messages.catalogue' in sys.modules)"
    )

    def read(files: dict[str, str]) -> str:
        folder = write(tmp_path, laid_over(files))
        ran = subprocess.run(
            [sys.executable, "-c", program, "check"], cwd=folder, capture_output=True, encoding="utf-8", check=False
        )
        return ran.stdout.rpartition("read:")[2].strip()

    assert read(WRONG) == "False"
    assert read(IN_DANISH) == "True"
