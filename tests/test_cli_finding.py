"""What the command line tells of itself: slide layouts, texts to be proofread, completion, examples of use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deckgen.cli import deckgen
from projects import GOOD, write
from templates import written


def run(*args: str) -> str:
    done = CliRunner().invoke(deckgen, args)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, GOOD))
    return tmp_path


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The path of every command, those of groups in their place."""
    context = click.Context(group)
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        inside = commands(one, (*path, name)) if isinstance(one, click.Group) else []
        found += [(*path, name), *inside]
    return found


@pytest.mark.parametrize("path", commands(deckgen), ids=" ".join)
def test_every_help_has_an_example(path: tuple[str, ...]) -> None:
    said = [line.strip() for line in run(*path, "--help").splitlines()]
    assert any(line.startswith(f"deckgen {path[0]}") for line in said if not line.startswith("Usage"))


def test_the_slide_layouts_of_the_brand_with_the_kinds_that_each_takes(project: Path) -> None:
    told = run("layouts")
    assert "Cover\n  kinds: cover\n  slots: title, subtitle, meeting, client, logo\n" in told
    by_name = {one["name"]: one for one in json.loads(run("layouts", "--format", "json"))["layouts"]}
    assert "chart" in by_name["Chart"]["kinds"] and "chart" in by_name["Chart"]["slots"]


def test_the_slide_layouts_of_a_clients_template(project: Path) -> None:
    file = written("danish_widescreen", project)
    found = json.loads(run("layouts", str(file), "--format", "json"))["layouts"]
    assert {"Cover", "Chart"} <= {one["name"] for one in found} and all(one["on"] for one in found)


def test_all_that_a_deck_says_is_printed_to_be_proofread(project: Path) -> None:
    told = run("plan", "board", "--text")
    assert "survey.presence: " in told and "\n  | " in told and " min  " not in told


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("build b", ["board"]),
        ("plan ", ["board", "directorate"]),
        ("kinds quo", ["quote"]),
        ("charts dou", ["doughnut"]),
    ],
)
def test_a_shell_completes_names(project: Path, typed: str, names: list[str]) -> None:
    asked = {"_DECKGEN_COMPLETE": "bash_complete", "COMP_WORDS": f"deckgen {typed}", "COMP_CWORD": "2"}
    said = "import sys; sys.argv = ['deckgen']; from deckgen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", said], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == names
