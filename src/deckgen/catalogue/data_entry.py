"""A data file in the content: what is declared of it, with why. In: a guess. Out: texts of data.yaml, sources.yaml.

What stands in these files stays as it is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from deckgen.catalogue.insertion import Insertion, NoPlaceError, applied, end_of_block
from deckgen.catalogue.json_schema import modeline
from deckgen.catalogue.yaml_text import flow, mapping, value
from deckgen.content.files import DATA
from deckgen.guessing.guess import BatteryGuess, DatasetGuess, Guess
from deckgen.messages import MessageLanguage, said_in
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes import node as nodes

WIDTH: Final = 118
INDENT: Final = "  "
_DATASETS: Final = "datasets"
_ASKED: Final = "how many were asked, where that is known: shares of answers are then said"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written of a dataset: its lines, and on which of them (from 1) each column begins, by its name."""

    lines: tuple[str, ...]
    places: Mapping[str, int]

    def column_at(self, line: int) -> str:
        """The column that a line belongs to; empty for one of none."""
        return next((name for name, first in reversed([*self.places.items()]) if first <= line), "")


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments of an entry, in a language of messages."""

    language: MessageLanguage

    def told(self, text: str) -> str:
        return said_in(text, self.language, "commands")

    def lines(self, text: str, mark: str = "") -> Iterator[str]:
        """Lines of their own; a mark stands before what somebody should look at."""
        line = f"{mark}{self.told(text)}"
        return iter(
            textwrap.wrap(line, WIDTH, initial_indent="  # ", subsequent_indent="  #   ", break_on_hyphens=False)
        )

    def behind(self, text: str) -> str:
        """At the end of a line."""
        return f" # {self.told(text)}" if text else ""


def entry(guess: DatasetGuess, name: str, file: str, source: str, language: MessageLanguage) -> Entry:
    """The lines of a dataset of that name, with comments in a language; `file` is inside the content folder."""
    remarks = Remarks(language)
    lines = [f"{value(name)}:", *_head(guess, file, source, remarks), "  columns:"]
    places = {}
    for column in guess.columns:
        places[column.name] = len(lines) + 1
        lines.extend(f"    {line}" for line in _column(column, remarks))
    if guess.batteries:
        places["batteries"] = len(lines) + 1
        lines.append("  batteries:")
        for battery in guess.batteries:
            lines.extend(f"    {line}" for line in _battery(battery, remarks))
    return Entry(tuple(lines), places)


def _head(guess: DatasetGuess, file: str, source: str, remarks: Remarks) -> Iterator[str]:
    table = guess.table
    said: dict[str, tuple[str, bool]] = {
        "file": (value(file), True),
        "format": (table.form, bool(table.form)),
        "structure": (value(table.structure), bool(table.structure)),
        "labels": (value(table.labels_file), bool(table.labels_file)),
        "source": (value(source), True),
        "sheet": (value(table.sheet), bool(table.sheet)),
        "delimiter": (table.delimiter, bool(table.delimiter)),
        "header-row": (f"{table.header_row}", table.header_row > 1),
        "header-rows": (f"{table.header_rows}", table.header_rows > 1),
        "skip-rows": (f"{table.skip_rows}", table.skip_rows > 0),
        "key": (value(guess.key), bool(guess.key)),
    }
    notes = {**table.notes, "key": "each number stands once"}
    yield from remarks.lines(
        "Guessed: what to look at begins with a question mark. `deckgen data` shows what is read."
    )
    for doubt in guess.doubts:
        yield from remarks.lines(doubt, "? ")
    for key, (text, is_said) in said.items():
        if is_said and key in notes:
            yield from remarks.lines(notes[key])
        if is_said:
            yield f"  {key}: {text}"
    yield f"  # population: 100 ({remarks.told(_ASKED)})"
    yield from _left_out(guess, remarks)


def _left_out(guess: DatasetGuess, remarks: Remarks) -> Iterator[str]:
    """Columns that nothing shows, since they are not declared."""
    for why, found in groupby(sorted(guess.left_out, key=lambda one: one.why), key=lambda one: one.why):
        heads = ", ".join(" ".join(one.head.split()) for one in found)
        yield from remarks.lines(f"Not declared ({why}): {heads}")


def _column(column: Guess, remarks: Remarks) -> Iterator[str]:
    yield f"{value(column.name)}:"
    for doubt in column.doubts:
        yield from remarks.lines(doubt, "? ")
    yield f"  type: {column.type}{remarks.behind(column.why)}"
    if len(column.heads) > 1:
        yield "  columns:"
        yield from (f"    - {value(head)}" for head in column.heads)
    elif column.heads[0] != column.name:
        yield f"  column: {value(column.heads[0])}"
    yield f"  label: {value(_text(column.label or column.heads[0]))}"
    if column.separator:
        yield f"  separator: {value(column.separator)}"
    for key, texts in (("chosen", column.chosen), ("not-chosen", column.not_chosen), ("missing", column.missing)):
        if texts:
            yield f"  {key}: {flow(texts)}"
    for key, text in (("decimal", column.decimal), ("dates", column.dates)):
        if text:
            yield f"  {key}: {text}"
    if column.blank:
        yield "  blank: missing"
    if column.options:
        yield "  options:"
        yield from mapping({code: _text(label) for code, label in column.options.items()}, 4)
    if column.dont_know:
        yield f"  dont-know: {flow(column.dont_know)}"
    if column.other:
        yield f"  other: {value(column.other)}{remarks.behind('answers in own words')}"


def _battery(battery: BatteryGuess, remarks: Remarks) -> Iterator[str]:
    yield f"{value(battery.name)}:"
    yield from remarks.lines(battery.why)
    yield f"  label: {value(_text(battery.label))}"
    yield f"  questions: {flow(battery.questions)}"


def _text(text: str) -> str:
    """A text of the file on one line, in which nothing names a figure."""
    return " ".join(text.split()).replace("${", "$ {")


def with_dataset(node: nodes.Node | None, text: str, made: Entry, name: str) -> tuple[str, int]:
    """The text of data.yaml with the dataset, and on which line it begins.

    Raises NoPlaceError where its datasets are written in braces, or one of that name is there.
    """
    if node is None:
        head = f"{modeline(DATA)}\n{_DATASETS}:\n"
        return head + "".join(f"{INDENT}{line}\n" for line in made.lines), 3
    datasets = node.get(_DATASETS) if isinstance(node, nodes.Mapping) else None
    if not isinstance(node, nodes.Mapping) or not isinstance(datasets, nodes.Mapping) or datasets.span.end_line:
        raise NoPlaceError(f"`{_DATASETS}` of {DATA} is not written line by line, and nothing can be put into it")
    if datasets.get(name) is not None:
        raise NoPlaceError(f"there is a dataset `{name}` already")
    lines = text.splitlines()
    key = datasets.entries[0][0].span
    edge = key.column - 1
    outer = next(one.span for one, value in node.entries if value is datasets)
    end = end_of_block(lines, outer.line, outer.column - 1)
    own = "\n".join(f"{' ' * edge}{line}" for line in made.lines)
    inserted = Insertion(key.file, end, len(lines[end - 1]), f"\n\n{own}")
    return applied(text, [inserted]), end + 2


def with_source(node: nodes.Node | None, text: str, name: str, said: str) -> str:
    """The text of sources.yaml with the source, where it has none of that name. Raises NoPlaceError."""
    line = f"{value(name)}: {value(said)}\n"
    if node is None:
        return f"{modeline('sources.yaml')}\n{line}"
    if not isinstance(node, nodes.Mapping) or node.span.end_line:
        raise NoPlaceError("sources.yaml is not written line by line, and nothing can be put into it")
    if node.get(name) is not None:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    return text + ("" if text.endswith("\n") else end) + line.replace("\n", end)


def file_of(node: nodes.Node | None, content: Path, name: str) -> str:
    """The path in the content folder of what a node was read from; `name` where there is none yet."""
    return name if node is None else Path(node.span.file).relative_to(content).as_posix()


def free_name(wanted: str, taken: Sequence[str]) -> str:
    """The name, with a number behind it where it is taken."""
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)
