"""What commands print of the invented example and of client templates: held against text that a person has read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import exports
import pytest

import deckgen
from asked import committed, run
from conftest import EXAMPLE, EXAMPLE_BRAND
from goldens import Held
from templates import written

COMMANDS = (
    "figures",
    "plan committee",
    "plan committee --format json",
    "plan assembly --text",
    "diff committee assembly",
    "diff committee assembly --format json",
    "check committee --format json",
)
OFFERS = ("charts", "charts likert", "explain", "icons havn", "kinds", "kinds key_figures", "kinds map", "layouts")
"""Commands that tell what there is, of which no content is asked."""
TEMPLATES = ("content_alone", "drawn_furniture", "pattern_ground", "portrait_a4", "two_masters")
EXPORTS = {
    "forms.xlsx": exports.FORMS,
    "google.csv": exports.GOOGLE,
    "lime.csv": exports.LIME,
    "monkey.csv": exports.MONKEY,
    "qualtrics.csv": exports.QUALTRICS,
    "titled.csv": exports.TITLED_TEXT,
}
EDITS = (
    ("figures.yaml", "value: 312", "value: 318"),
    ("decks/committee.yaml", "minutes: ", "minutes: 1"),
    ("meeting.yaml", "havne", "byer"),
    ("survey.yaml", "havnene", "byerne"),
)


def printed(*words: str, content: Path = EXAMPLE) -> str:
    done = run(*words, "--content", str(content))
    return f"{done.output.replace(str(content), 'content')}exit code {done.exit_code}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_said_of_the_example_is_as_in_its_golden_text(command: str, held: Held) -> None:
    held(f"commands/{command}.txt", printed(*command.split(), "--brand", str(EXAMPLE_BRAND)))


@pytest.mark.parametrize("command", OFFERS)
def test_what_there_is_is_told_as_in_its_golden_text(command: str, held: Held) -> None:
    held(f"commands/{command}.txt", run(*command.split()).output)


def test_what_is_said_of_its_data_is_as_in_its_golden_text(held: Held) -> None:
    held("commands/data.txt", printed("data"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_said_of_a_template_is_as_in_its_golden_text(name: str, tmp_path: Path, held: Held) -> None:
    done = run("template", "inspect", str(written(name, tmp_path)))
    held(f"commands/template {name}.txt", done.output.replace(str(tmp_path), "folder"))


def test_a_new_project_is_as_in_its_golden_text(tmp_path: Path, held: Held) -> None:
    made = tmp_path / "new"
    assert deckgen.new_project(made).ok
    files = sorted(path for path in made.rglob("*") if path.is_file() and ".schema" not in path.parts)
    held(
        "commands/new.txt",
        "".join(f"{file.relative_to(made)}\n{file.read_text(encoding='utf-8')}\n" for file in files),
    )


def test_what_changed_in_a_deck_is_said_as_in_its_golden_text(tmp_path: Path, held: Held) -> None:
    """Nothing in it is held against what was published."""
    content = Path(shutil.copytree(EXAMPLE, tmp_path / "content"))
    figures = content / "figures.yaml"
    figures.write_text(re.sub(r"(?m)^ *published: .*\n", "", figures.read_text(encoding="utf-8")), encoding="utf-8")
    committed(content)
    for file, old, new in EDITS:
        said = (content / file).read_text(encoding="utf-8")
        assert old in said
        (content / file).write_text(said.replace(old, new, 3), encoding="utf-8")
    answers = content / "data/answers.csv"
    head, *rows = answers.read_text(encoding="utf-8").splitlines()
    answers.write_text("\n".join((head, *rows[3:90], rows[0], *rows[90:])) + "\n", encoding="utf-8")
    command = ("diff", "committee", "--since", "HEAD", "--brand", str(EXAMPLE_BRAND))
    held("commands/diff since.txt", printed(*command, content=content))


@pytest.mark.parametrize("name", EXPORTS)
def test_data_are_declared_and_drafted_as_in_their_golden_text(name: str, tmp_path: Path, held: Held) -> None:
    made = tmp_path / "new"
    assert deckgen.new_project(made).ok
    (tmp_path / name).write_bytes(EXPORTS[name])
    assert deckgen.add_data(tmp_path / name, made / "content").ok
    assert deckgen.draft_deck(made / "content").ok
    files = ("data.yaml", "udkast.yaml", "figures.yaml", "decks/udkast.yaml")
    said = [
        (made / "content" / file).read_text(encoding="utf-8") for file in files if (made / "content" / file).exists()
    ]
    held(f"drafts/{name}.txt", "\n".join(said))
