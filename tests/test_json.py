"""`--format json` of every command: one document on standard output, whatever happens."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from asked import BRAND, committed, edit, write
from commands import invoked
from deckgen.cli.formats import FORM
from templates import made

DOCUMENTED = (Path(__file__).parent.parent / "docs/json.md").read_text(encoding="utf-8")
DIAGNOSTIC = {
    *("code", "severity", "message", "hint", "related"),
    *("file", "line", "column", "end_line", "end_column"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with content, a brand and a client's template, as a repository."""
    write(tmp_path / "content")
    (tmp_path / "client.pptx").write_bytes(made("german_names"))
    committed(tmp_path)
    return tmp_path


def asked(project: Path, *words: str) -> tuple[int, dict[str, Any], str]:
    """Exit code, the one document of standard output, and standard error."""
    done = invoked(*words, "--format", "json", cwd=project)
    return done.returncode, json.loads(done.stdout), done.stderr


COMMANDS = {
    "build": ("build", "board", "--content", "content", "--brand", str(BRAND)),
    "check": ("check", "--content", "content", "--brand", str(BRAND)),
    "plan": ("plan", "board", "--content", "content", "--brand", str(BRAND)),
    "pictures": ("pictures", "board", "--content", "content", "--brand", str(BRAND)),
    "figures": ("figures", "--content", "content", "--brand", str(BRAND)),
    "diff": ("diff", "board", "directorate", "--content", "content", "--brand", str(BRAND)),
    "diff --since": ("diff", "board", "--since", "HEAD", "--content", "content", "--brand", str(BRAND)),
    "icons": ("icons", "havn"),
    "kinds": ("kinds",),
    "charts": ("charts", "bar"),
    "add": ("add", "tally", "--content", "content"),
    "new": ("new", "harbours"),
    "schema": ("schema", "--content", "content"),
    "template write": ("template", "write", "--content", "content", "--brand", str(BRAND)),
    "template map": ("template", "map", "client.pptx"),
    "template inspect": ("template", "inspect", "client.pptx", "--pictures", "seen"),
}
OWN = {
    "build": {"files"},
    "check": set(),
    "plan": {"plan"},
    "pictures": {"files"},
    "figures": {"figures"},
    "diff": {"left", "right", "facts", "sections", "numbers", "contradictions"},
    "diff --since": {"deck", "since", "saved_again", "slides", "sections", "numbers", "texts", "figures"},
    "icons": {"icons"},
    "kinds": {"kinds"},
    "charts": {"charts"},
    "add": {"added", "files"},
    "new": {"files"},
    "schema": {"files"},
    "template write": {"files"},
    "template map": {"files"},
    "template inspect": {"page", "faces", "colors", "own", "master", "masters", "layouts", "files"},
}

BEGINNING = ("icons", "kinds", "charts", "add", "new", "schema")
ASKS_NO_CONTENT = (*BEGINNING, "template write", "template map", "template inspect")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_succeeds_says_what_is_documented(command: str, project: Path) -> None:
    code, document, _ = asked(project, *COMMANDS[command])
    assert code == 0
    assert (document.pop("form"), document.pop("ok")) == (FORM, True)
    for one in document.pop("diagnostics"):
        assert set(one) == DIAGNOSTIC
    assert set(document) == OWN[command]
    assert all(f"`{key}`" in DOCUMENTED for key in OWN[command])
    for written in document.get("files", ()):
        assert set(re.findall(r"`(\w+)`", DOCUMENTED)) >= set(written)
        if isinstance(written, dict):
            assert (project / written["file"]).is_file()


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ASKS_NO_CONTENT])
def test_errors_in_the_content_are_in_the_document(command: str, project: Path) -> None:
    edit(project / "content", "slides", "kind: table", "kind: tabel")
    code, document, errors = asked(project, *COMMANDS[command])
    assert (code, document["ok"], errors) == (1, False, "")
    (found,) = (one for one in document["diagnostics"] if one["code"] == "unknown-kind")
    assert set(found) == DIAGNOSTIC
    assert found["file"] == "content/slides.yaml"
    assert found["hint"]
    assert set(document) <= {"form", "ok", "diagnostics", "files"}
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("build", "bord", "--content", "content", "--brand", str(BRAND)),
        ("plan", "bord", "--content", "content", "--brand", str(BRAND)),
        ("figures", "nothing", "--content", "content", "--brand", str(BRAND)),
        ("diff", "board", "--content", "content", "--brand", str(BRAND)),
        ("check", "--ignore", "no-rule", "--content", "content", "--brand", str(BRAND)),
        ("plan",),
        ("build", "--colour"),
        ("build", "--content", "nowhere"),
        ("icons", "uhørt ord"),
        ("kinds", "nothing"),
        ("new", "harbours", "--language", "tlh"),
        ("charts", "nothing"),
        ("add", "tally", "--after", "nothing", "--content", "content"),
        ("template", "inspect", "nothing.pptx"),
    ],
)
def test_wrong_use_is_a_document_too(words: tuple[str, ...], project: Path) -> None:
    code, document, _ = asked(project, *words)
    assert code == 2
    assert [one["code"] for one in document["diagnostics"]] == ["wrong-use"]
    assert document["diagnostics"][0]["line"] is None


def test_a_template_that_cannot_serve_is_in_the_document(project: Path) -> None:
    (project / "client.pptx").write_bytes(b"this is no template")
    for command in ("template inspect", "template map"):
        code, document, errors = asked(project, *COMMANDS[command])
        assert (code, errors) == (1, "")
        assert document["diagnostics"][0]["file"] == "client.pptx"


def test_build_for_github_shows_each_fault_at_its_line(project: Path) -> None:
    edit(project / "content", "slides", "kind: table", "kind: tabel")
    command = [sys.executable, "-m", "deckgen", *COMMANDS["build"], "--format", "github"]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert re.match(r"::error file=content/slides\.yaml,line=16,col=\d+,title=unknown-kind::", done.stdout)
