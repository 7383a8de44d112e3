"""A project in which nothing is wrong, and the examples of codes laid over it.

In: the files of an example. Out: the project that they make, and what a command says of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import planted
from click.testing import CliRunner

from deckgen.cli import deckgen

DATA: Final = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
tabulations:
  size: {data: answers, question: size, statistic: count}
"""
ANSWERS: Final = "size;started\n" + "small;21-02-2021\n" * 5 + "large;21-03-2021\n" * 4
BRAND: Final = """\
meta: {name: Navigators}
logo: wordmark.svg
color:
  foreground: "#14232E"
  background: "#FFFFFF"
  primary: "#0F4C5C"
typography:
  base: Calibri
  headings: Cambria
defaults:
  deckgen:
    color:
      accent: "#B4470F"
      muted: "#52636F"
      panel: "#F2F5F6"
      rule: "#D0D8DD"
      data: ["#3B7888", "#8FB3BD", "#8496A3"]
"""
WORDMARK: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H20V10H0Z"/></svg>\n'
GOOD: Final[Mapping[str, str]] = {
    "assets/_brand.yml": BRAND,
    "assets/wordmark.svg": WORDMARK,
    "content/project.yaml": planted.PROJECT,
    "content/sources.yaml": planted.SOURCES,
    "content/figures.yaml": planted.FIGURES,
    "content/data.yaml": DATA,
    "content/answers.csv": ANSWERS,
    "content/decks/board.yaml": planted.BOARD,
    "content/decks/directorate.yaml": planted.DIRECTORATE,
    **{f"content/{name}.yaml": f"slides:\n{said}" for name, said in planted.SLIDES.items()},
}
_MESSAGE: Final = re.compile(r"^\S+:\d+:\d+: (error|warning|info): .* \[([a-z0-9-]+)\]$", re.MULTILINE)
_KEY: Final = re.compile(r"^(?![#\s-]).*?:(?=\s|$)", re.MULTILINE)


def laid_over(files: Mapping[str, str]) -> dict[str, str]:
    """The files of the project with those of an example."""
    made = {name: _over(GOOD.get(name, ""), files[name]) if name in files else text for name, text in GOOD.items()}
    return {name: text for name, text in {**files, **made}.items() if text}


def _over(good: str, said: str) -> str:
    """A file with the keys at the left edge that `said` has taken from there; without any, `said` itself."""
    keys = set(_KEY.findall(said))
    blocks = re.split(r"^(?=\S)", good, flags=re.MULTILINE)
    kept = [block for block in blocks if not keys.intersection(_KEY.findall(block))]
    return "".join((*kept, said)) if keys and _KEY.match(good) else said


def reported(*command: str, notes: bool = False) -> set[tuple[str, str]]:
    """Code and severity of each message that a command prints, run where the project stands; notes where asked."""
    return reported_and_told(*command, notes=notes)[0]


def reported_and_told(*command: str, notes: bool = False) -> tuple[set[tuple[str, str]], str]:
    """The same, and all that the command prints."""
    done = CliRunner().invoke(deckgen, command)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    found = _MESSAGE.findall(done.output)
    return {(code, severity) for severity, code in found if notes or severity != "info"}, done.output


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder
