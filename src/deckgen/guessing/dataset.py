"""A whole data file. In: its table and the language of the content. Out: the dataset as it may be declared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.data.cell_values import CellStyle
from deckgen.guessing.columns import Held, of_options
from deckgen.guessing.groups import Judged, Split, batteries, options_in_columns, splits
from deckgen.guessing.guess import BatteryGuess, DatasetGuess, Guess, LeftOut
from deckgen.guessing.labelled import judged
from deckgen.guessing.table import Table, code_of
from deckgen.guessing.words import Words, words
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.grammar import is_part, slug

LONGEST_NAME: Final = 24
_CODE: Final = re.compile(r"[A-Za-zÆØÅæøå]{1,8}[_.]?\d+(?:[_.\[]?[A-Za-z]*\d*\]?)*\Z")
_POINT: Final = re.compile(r"-?\d+\.(?:\d{1,2}|\d{4,})\Z")
_COMMA: Final = re.compile(r"-?\d+,(?:\d{1,2}|\d{4,})\Z")


def guess_dataset(table: Table, style: CellStyle) -> DatasetGuess:
    """The guess on all columns, with the key, the batteries and what is left out; `style` is the content's."""
    spoken = words(style.language)
    judged = list(_judged(table, style, spoken))
    key = _key(table, spoken)
    kept = [one for one in judged if not (isinstance(one, Guess) and one.heads == (key,))]
    found, named = _with_batteries(_named(kept), spoken)
    left_out = tuple(one for one in found if isinstance(one, LeftOut))
    columns = tuple(one for one in found if isinstance(one, Guess))
    return DatasetGuess(table, columns, tuple(named), key, left_out, tuple(_doubts(table, columns, key, spoken)))


def _judged(table: Table, style: CellStyle, spoken: Words) -> Iterator[Judged]:
    """A guess on each column, or on several that are one question's, in the order of the file."""
    point = _has_points(table)
    runs = {run.start: (run, guess) for run, guess in options_in_columns(table, spoken)}
    twice = {head for head, count in Counter(table.heads).items() if count > 1}
    at = 0
    while at < len(table.heads):
        head, text = table.heads[at], table.texts[at]
        if at in runs and not twice & set(runs[at][1].heads):
            run, guess = runs[at]
            rows = zip(*(table.columns[one] for one in run), strict=True)
            yield guess if guess.not_chosen else replace(guess, blank=_blank(sum(not any(cells) for cells in rows)))
            at = run.stop
            continue
        at += 1
        given = tuple(cell for cell in table.columns[at - 1] if cell)
        if not head:
            continue
        if head in twice:
            yield LeftOut(head, "two are called so")
        else:
            one = judged(Held(head, text, given, style, spoken, point), table.labels)
            if isinstance(one, Guess) and one.type == "multiple":
                one = replace(one, blank=_blank(len(table.columns[at - 1]) - len(given)))
            yield one


def _blank(count: int) -> str:
    """The doubt of so many blank cells."""
    if not count:
        return ""
    return f"{count} ticked nothing: were they not asked (`missing`), or is none of these their answer (`none`)?"


def _has_points(table: Table) -> bool:
    """Whether numbers of the file that read one way have a decimal point; where none does, by its delimiter."""
    cells = Counter(
        "point" if _POINT.match(cell) else "comma" for column in table.columns for cell in column if _fraction(cell)
    )
    return cells["point"] > cells["comma"] if cells else table.delimiter == "comma"


def _fraction(cell: str) -> bool:
    return bool(_POINT.match(cell) or _COMMA.match(cell))


def _key(table: Table, spoken: Words) -> str:
    """The head of a column that numbers respondents: it is called so, and no number stands twice."""
    for head, column in zip(table.heads, table.columns, strict=True):
        if spoken.is_key(head) and len(set(column)) == len(column) and all(column):
            return head
    return ""


def _named(judged: Sequence[Judged]) -> list[Judged]:
    """Each guess with a name of its own: that of its head, where that is short, else made of its question."""
    taken: set[str] = set()
    named: list[Judged] = []
    for one, parts in zip(judged, _parts(judged), strict=True):
        if isinstance(one, Guess):
            name = _free(_name(one, parts.item) or f"q{len(taken) + 1}", taken)
            taken.add(name)
            one = replace(one, name=name)
        named.append(one)
    return named


def _name(one: Guess, item: str) -> str:
    head = code_of(one.heads[0])
    if len(one.heads) == 1 and _CODE.match(head):
        return slug(head)
    code = re.match(r"([A-Za-z]{1,8}\d+)(?:[_.\[]|\Z)", head)
    if code and all(other.startswith(code[1]) for other in one.heads):
        return slug(code[1])
    made = slug(head if len(one.heads) == 1 and len(head) <= LONGEST_NAME else item)
    if len(one.heads) > 1:
        made = slug(one.label)
    return _short(made)


def _short(name: str) -> str:
    """The name, or as many of its words as have room."""
    while len(name) > LONGEST_NAME and "-" in name:
        name = name.rpartition("-")[0]
    return name[:LONGEST_NAME] if is_part(name[:LONGEST_NAME] or "-") else ""


def _free(wanted: str, taken: set[str]) -> str:
    at = 2
    name = wanted
    while name in taken:
        name = f"{wanted}-{at}"
        at += 1
    return name


def _with_batteries(judged: list[Judged], spoken: Words) -> tuple[list[Judged], list[BatteryGuess]]:
    """The guesses with the same options in the questions of each battery, and the batteries."""
    parts = _parts(judged)
    found: list[BatteryGuess] = []
    taken = {one.name for one in judged if isinstance(one, Guess)}
    for run, stem in batteries(judged, parts, spoken):
        questions = [one for one in (judged[at] for at in run) if isinstance(one, Guess)]
        alike = [_as_one(one, questions, spoken, parts[at].item) for at, one in zip(run, questions, strict=True)]
        judged[run[0] : run[-1] + 1] = alike
        labels = [label for code, label in alike[0].options.items() if code not in alike[0].dont_know]
        ends = spoken.spoken[0].scale.format(low=labels[0], high=labels[-1]) if labels else ""
        name = _free(_battery_name(questions, stem) or "battery", taken)
        taken.add(name)
        why = "questions beside each other with the same answers"
        found.append(BatteryGuess(name, stem if " " in stem else ends, tuple(one.name for one in alike), why))
    return judged, found


def _parts(judged: Sequence[Judged]) -> list[Split]:
    """The parts of the head of each, those of what is left out empty."""
    asked = [(one.heads[0], one.label) if isinstance(one, Guess) else ("", "") for one in judged]
    return splits([head for head, _ in asked], [label for _, label in asked])


def _battery_name(questions: Sequence[Guess], stem: str) -> str:
    code = re.match(r"([A-Za-z]{1,8}\d+)[_.\[]", questions[0].heads[0])
    return slug(code[1]) if code else _short(slug(stem))


def _as_one(one: Guess, questions: Sequence[Guess], spoken: Words, item: str) -> Guess:
    """A question of a battery, with the answers that any of its questions was given."""
    if not one.options:
        return replace(one, label=item)
    labels = Counter(label for each in questions for label in each.options.values())
    unknown = sorted({each.options[code] for each in questions for code in each.dont_know})
    usual = [label for label in labels if label not in unknown]
    if all(map(str.isdigit, labels)):
        every = {label: label for label in sorted(usual, key=int)} | {label: label for label in unknown}
        return replace(one, label=item, options=every, dont_know=tuple(unknown))
    if set(one.options.values()) == set(labels):
        whole = next(each for each in questions if set(each.options.values()) == set(labels))
        return replace(one, label=item, options=whole.options, dont_know=whole.dont_know)
    whole = of_options(one.heads[0], item, list(labels), labels, spoken)
    return replace(whole, name=one.name, missing=one.missing, why=one.why)


def _doubts(table: Table, columns: Sequence[Guess], key: str, spoken: Words) -> Iterator[str]:
    """What somebody should know of the file as a whole."""
    weights = [head for head in table.heads if spoken.is_weight(head)]
    if weights:
        yield f"`{weights[0]}` looks like weights; answers are counted without them"
    if not key:
        yield "no column numbers the respondents, so that nothing tells whether one stands twice"
    if not any(one.type in ("single", "scale", "multiple") for one in columns):
        yield "no question with options was found"
