"""Whatever the source can say in a message, each language says too, with the same holes."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from extraction import templates

from deckgen import messages
from deckgen.codes.table import all_codes
from deckgen.messages.catalogue import entries, written
from deckgen.messages.template import Template

OTHERS = tuple(one for one in messages.MESSAGE_LANGUAGES if one != "en")
FOLDER = Path(messages.__file__).parent
COMPOSED = "words.txt"
"""Also holds what no single literal of the source says: words that are values, and texts put together of two."""

NAMES = frozenset(
    (
        *(".~lock.{{}}#", "{} (n\xa0=\xa0{})", "U+{}", "deckgen diff {} --since {}", "Polygon, MultiPolygon"),
        *("Arial", "Arial Narrow", "Cambria", "Calibri", "Courier New", "Georgia", "Times New Roman"),
        *("Chart", "Chart and Takeaways", "Contact", "Cover", "Diagram", "Section", "Statement"),
        *("Statement and Diagram", "Table", "Title and Body", "Two Lists", "LibreOffice", "Parquet", "PowerPoint"),
        *("GROUND", "INVALID", "PURPOSE", "SHOWS", "TAKES", "draw", "hole", "marks", "settle"),
        *("statistic: share", "surveyxact", "watchfiles"),
        *("accent", "background", "data3", "data4", "data5", "foreground", "muted", "panel", "primary"),
        *("chart", "drawing", "foot", "footnotes", "so_what", "subtitle", "title", "tracker"),
        *("answers", "arrangement", "audiences", "charts", "for", "languages"),
        *("average", "axis-break", "band", "bracket", "callout", "difference", "growth-per-year", "line", "median"),
        *("totals",),
        *("data.yaml", "decks", "figures.yaml", "project.yaml", "sources.yaml"),
        *("manifest.jsonl", "{}.json"),
        *("percent", "plain", "qualified", "signed", "unit", "words"),
        "s",
    )
)
"""The same in every language: keys, files, faces, slide layouts, commands; and the ending of plurals."""

LISTS = frozenset(("`{}` and `{}`", "{} and {}"))
"""Two things with a word between them, which has an entry of its own."""
WITH_COMMANDS = (
    *("cli/", "catalogue/data_entry.py", "compare/"),
    *("api.py", "loading.py", "templates.py", "batches/calls.py"),
)
"""What is told by commands: also in the comments that they write, in reports, and of what is being done."""
WITHIN = {"{} is {}": "where {} is {}"}
"""What is kept with what always stands before it: alone it would be found in what it is not."""


@cache
def source() -> dict[str, str]:
    return templates(FOLDER.parent, frozenset(all_codes()))


@cache
def said(language: str, part: str = "") -> frozenset[str]:
    return frozenset(shape(english) for english in written(language, part))


def shape(template: str) -> str:
    """A template as the source has it: without names of holes."""
    made = Template(template)
    joined = "".join(
        before.replace("{", "{{").replace("}", "}}") + "{}" * (name.count("+") + 1 if name else 0)
        for before, name, _ in made.parts
    )
    return joined.strip()


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_and_hint_of_the_source_has_one_in_the_language(language: str) -> None:
    missing = {
        text: place
        for text, place in source().items()
        if text not in NAMES | LISTS
        and WITHIN.get(text, text) not in said(language)
        and not (place.startswith(WITH_COMMANDS) and text in said(language, messages.REPORTS))
    }
    assert missing == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_kept_that_the_source_does_not_say(language: str) -> None:
    kept = {
        english
        for file in sorted((FOLDER / language).glob("*.txt"))
        if file.name != COMPOSED
        for english, _ in entries(file.read_text(encoding="utf-8"))
        if shape(english) not in source()
    }
    assert kept == set()


def test_every_name_is_one_of_the_source() -> None:
    assert (NAMES | LISTS) - source().keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_hole_is_one_of_the_english_template(language: str) -> None:
    strange = {
        english: holes
        for english, own in written(language).items()
        if (holes := set(Template(own).holes) - set(Template(english).holes))
    }
    assert strange == {}


def _marked(template: str) -> frozenset[str]:
    """The holes that stand in quotes."""
    return Template(re.sub(r"(?<=\w):[a-z]\}", "}", template)).quoted


@pytest.mark.parametrize("language", OTHERS)
def test_a_hole_that_echoes_what_was_written_still_stands_in_quotes(language: str) -> None:
    bare = {
        english: own
        for english, own in written(language).items()
        if (_marked(english) & set(Template(own).holes)) - _marked(own)
    }
    assert bare == {}


@pytest.mark.parametrize("language", OTHERS)
def test_each_message_stands_once_in_the_files_of_a_language(language: str) -> None:
    files = sorted((FOLDER / language).glob("*.txt"))
    counted = Counter(english for file in files for english, _ in entries(file.read_text(encoding="utf-8")))
    assert [english for english, count in counted.items() if count > 1] == []


def test_every_language_has_a_folder_and_every_folder_is_a_language() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(OTHERS)


def test_the_files_of_a_language_are_part_of_the_package() -> None:
    declared = tomllib.loads((FOLDER.parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = declared["tool"]["setuptools"]["package-data"]["deckgen"]
    packed = {path for pattern in patterns for path in FOLDER.parent.glob(pattern)}
    assert packed >= set(FOLDER.glob("*/*.txt")) != set()


def test_the_source_is_read_to_the_literals(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        """
HINT = "write it"

def _why(late):
    return "it is late" if late else "it is early"

def check(diagnostics, name, late):
    said = f"`{name}` is wrong: {_why(late)}"
    for what in ("page", "chart"):
        diagnostics.error("code", said, name.span, HINT)
    raise WrongError(f"no {what} of '{name}'" + " and more")
""",
        encoding="utf-8",
    )
    assert set(templates(tmp_path, {"code"})) == {
        "write it",
        "it is late",
        "it is early",
        "`{}` is wrong: {}",
        "no {} of '{}'",
        "and more",
        "page",
        "chart",
    }
