"""Rules that other packages bring as entry points: they run as our own do, and a broken one is told as such."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import planted
import pytest

from brought import bring
from deckgen.checks import all_rules
from deckgen.diagnostics import Diagnostic

GUIDE = (Path(__file__).parent.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
RULE = GUIDE.partition("## Adding a rule")[2].partition("```python\n")[2].partition("```")[0]
"""The listing of the guide, word for word."""
Installer = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installer]:
    def done(code: str, body: str) -> None:
        bring(tmp_path / "site", monkeypatch, "deckgen.rules", code, body)
        all_rules.cache_clear()

    yield done
    all_rules.cache_clear()


def of(code: str, folder: Path) -> list[Diagnostic]:
    return [one for one in planted.found_in(planted.subject(folder / "content")) if one.code == code]


def test_a_rule_of_another_package_runs_as_our_own(tmp_path: Path, install: Installer) -> None:
    install("notes-missing", RULE)
    found = of("notes-missing", tmp_path)
    assert "`survey.members` has no notes" in [one.message for one in found]
    assert {(one.severity, one.hint) for one in found} == {("warning", "write `notes:` on the slide")}
    settings = planted.PROJECT + "check: {ignore: [notes-missing]}\n"
    assert planted.found_in(planted.subject(tmp_path / "b", project=settings)) == []


def test_a_code_that_is_taken_stays_with_the_first(tmp_path: Path, install: Installer) -> None:
    install("title-unique", RULE.replace("notes-missing", "title-unique"))
    (found,) = of("brings_title_unique:title-unique", tmp_path)
    assert "cannot be used: another rule has that code" in found.message
    assert all_rules()["title-unique"].package == ""


@pytest.mark.parametrize(
    ("code", "body", "problem"),
    [
        ("notes-missing", "1 / 0\n", "division by zero"),
        ("notes-missing", RULE.replace("CODE:", "KODE:"), "has no attribute 'CODE'"),
        ("other-name", RULE, "its CODE is `notes-missing`"),
        ("notes-missing", RULE.replace('"warning"', '"bad"'), "no rule is `bad`"),
        ("notes-missing", RULE.replace("    for ", "    subject.nothing\n    for "), "no attribute 'nothing'"),
        ("notes-missing", RULE.replace("yield Fault(", "yield print, ("), "yields what is no Fault"),
    ],
)
def test_a_broken_rule_names_its_package_once(
    tmp_path: Path, install: Installer, code: str, body: str, problem: str
) -> None:
    install(code, body)
    (found,) = of(code, tmp_path)
    assert found.severity == "error"
    assert f"of the package `brings_{code.replace('-', '_')}` cannot be used" in found.message
    assert problem in found.message
    assert found.span.file.endswith("project.yaml")
