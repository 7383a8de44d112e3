"""What the documents point at exists, and what they promise of the command is what the command says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.locale import language

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_linked_files_exist(name: str) -> None:
    said = (ROOT / name).read_text(encoding="utf-8")
    # `#` begins a link to a slide, which is shown as content writes it.
    targets = [
        target for target in re.findall(r"\]\(([^)#][^)]*)\)", said) if "://" not in target and "…" not in target
    ]
    assert not [target for target in targets if not (ROOT / target).exists()]


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / "README.md").read_text(encoding="utf-8"))) - {"and"}
    assert {"board", "test", "help"} <= named
    assert not [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)]


def test_the_constraints_name_versions_and_no_host() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.]*", line), line


def test_the_units_that_the_readme_lists_are_those_that_danish_shows() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"the language shows \(in Danish: ([^)]+)\)", readme)
    danish = language("da")
    assert danish is not None and set(listed.split(", ")) == danish.numbers.abbreviated
