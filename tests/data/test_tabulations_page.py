"""docs/tabulations.md says of tabulations what their declaration says, and what can be told of which question."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, get_args

import pytest
from surveys import tabulated

from deckgen.data import read_data
from deckgen.data.declarations import Declared, Statistic, Type
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import COEFFICIENTS
from deckgen.nodes.keys import keys_of
from deckgen.nodes.reader import read_text

PAGE: Final = (Path(__file__).parents[2] / "docs/tabulations.md").read_text(encoding="utf-8")
COLUMNS: Final[dict[Type, str]] = {
    "single": "type: single, options: {1: Ja, 2: Nej}",
    "multiple": "type: multiple, options: {1: Ja, 2: Nej}",
    "scale": "type: scale, options: {1: Lidt, 2: Meget}",
    "integer": "type: integer",
    "decimal": "type: decimal",
    "date": "type: date",
    "text": "type: text",
}


def _said(question: Type) -> set[str]:
    """The statistics that the page has for questions of a type."""
    (row,) = [line for line in PAGE.splitlines() if re.match(rf"\| (`\w+`, )*`{question}`[,\w` ]* \|", line)]
    return set(re.findall(r"`(\w+)`", row.split("|")[2]))


def test_the_table_of_keys_is_that_of_the_declaration() -> None:
    keys, _, _ = PAGE.partition("\n\n`data`, `question`")
    told = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", keys, re.MULTILINE))
    assert all(key.doc for key in keys_of(Declared))
    assert told == {key.name: key.doc for key in keys_of(Declared)}


@pytest.mark.parametrize("question", get_args(Type))
def test_what_can_be_told_of_a_question_is_what_the_page_says(question: Type, tmp_path: Path) -> None:
    answers = "id;q\n" + "".join(f"{at};{'02-02-2026' if question == 'date' else at % 2 + 1}\n" for at in range(20))
    possible = set()
    for statistic in get_args(Statistic):
        beside = ", with: [p]" if statistic in COEFFICIENTS else ", at: [10, 90]" if statistic == "quantile" else ""
        columns = f"q: {{{COLUMNS[question]}}}, p: {{column: id, type: integer}}"
        told = f"t: {{data: s, question: q, statistic: {statistic}{beside}}}"
        if not any(one.severity == "error" for one in tabulated(tmp_path, answers, columns, told)[1]):
            possible.add(statistic)
    assert possible == _said(question)


EXAMPLES: Final = re.findall(r"```yaml\n(datasets:\n.*?)```", PAGE.partition("\n## ")[2], re.DOTALL)
ANSWERS: Final = "number;town;size;help;speed;w;why\n" + "".join(
    f"{at};{at % 2 + 1};{at % 3 % 2 + 1};{at % 4 + 1};{at % 3 + 1};{at % 3 + 1},5;Det er for dyrt, vi mangler tid\n"
    for at in range(1, 81)
)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_of_the_page_is_counted_as_it_stands(example: str, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    found = Diagnostics()
    node = read_text(example, "data.yaml", found)
    assert node is not None
    made = read_data(node, tmp_path, "da", found)
    assert [str(one) for one in found] == []
    assert (
        made.names and set(made.names) == made.tabulations.keys() and set(made.quote_names or ()) == set(made.quotes)
    )


def test_the_page_has_an_example_of_each_part() -> None:
    said = "".join(EXAMPLES)
    for key in ("weight:", "rake:", "gather:", "by:", "compare:", "batteries:", "code-books:", "quotes:", "waves:"):
        assert key in said
